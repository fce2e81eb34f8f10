"""What the text tower cannot see of a dataset's prompts, and other things worth saying before a run begins."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

import torch
from torch import Tensor

from zscl.data.dataset import Dataset

NAMED = 5  # groups or prompts that a note names before it only counts them

Tokenizer = Callable[[list[str]], Tensor]


def notes(dataset: Dataset, tokenizer: Tokenizer) -> tuple[str, ...]:
    """Sentences on classes that the model cannot tell apart, prompts that are cut, and classes without a test image."""
    prompts = dataset.prompts(dataset.templates[0])
    tokens_CL = tokenizer(prompts)
    found = []
    if groups := _alike(dataset.classes, tokens_CL):
        found.append(
            f"the model cannot tell these classes apart, their prompts have the same tokens: {_some(groups)}. "
            "Give them other names (`class_names`), or make them one class"
        )
    if cut := _cut(prompts, tokens_CL, tokenizer):
        found.append(
            f"{len(cut)} prompts are truncated to the model's {tokens_CL.shape[1]} tokens: "
            f"{_some([_short(text) for text in cut])}"
        )
    if untested := _without_images(dataset.classes, dataset.test_labels):
        found.append(f"no test image has the class {_some(untested)}")
    return tuple(found)


def _alike(classes: Sequence[str], tokens_CL: Tensor) -> list[str]:
    groups: dict[tuple[int, ...], list[str]] = defaultdict(list)
    for name, row in zip(classes, tokens_CL.tolist(), strict=True):
        groups[tuple(row)].append(name)
    return [" = ".join(map(_short, names)) for names in groups.values() if len(names) > 1]


def _cut(prompts: Sequence[str], tokens_CL: Tensor, tokenizer: Tokenizer) -> list[str]:
    """The prompts whose last letter changes no token: it lies behind the end of what is read."""
    padding = int(tokenizer(["a"])[0, -1])
    full = [i for i, row in enumerate(tokens_CL) if int(row[-1]) != padding]
    if not full:
        return []
    without_last = tokenizer([prompts[i].rstrip()[:-1] for i in full])
    same = (without_last == tokens_CL[full]).all(dim=1).tolist()
    return [prompts[i] for i, is_same in zip(full, same, strict=True) if is_same]


def _without_images(classes: Sequence[str], labels_N: Tensor) -> list[str]:
    counts = torch.bincount(labels_N.cpu(), minlength=len(classes)).tolist()
    return [_short(name) for name, count in zip(classes, counts, strict=True) if count == 0]


def _some(names: Sequence[str]) -> str:
    more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
    return "; ".join(names[:NAMED]) + more


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:40]}…{text[-19:]}"

"""What the readers share: finding the published layout, building splits, prompt facts, and the two split protocols."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import torch

from zscl.commands import DatasetSpec, ZsclError
from zscl.data.listing import ImageFiles, Listing, Split

OPENAI = "openai"
CHOICES = (OPENAI, "mtil", "cil")
SPLIT_SEED, TRAIN_SHARE = 42, 0.8  # method.md section 4: datasets that publish no split


def root_of(spec: DatasetSpec, landmark: str, *nested: str) -> Path:
    """The folder that holds `landmark`: the root itself, or one of the folders that archives or torchvision nest in it.

    Raises data-not-found naming what was looked for and where.
    """
    if not spec.root:
        raise ZsclError("bad-input", f"dataset `{spec.name}` needs `root`, the folder that holds it")
    places = [Path(spec.root), *(Path(spec.root) / name for name in nested)]
    for place in places:
        if (place / landmark).exists():
            return place
    looked = " or ".join(f"`{place / landmark}`" for place in places)
    raise ZsclError("data-not-found", f"dataset `{spec.name}` is not there: expected {looked}")


def read_lines(path: Path, spec: DatasetSpec) -> list[str]:
    """The lines of an annotation file that are not empty. Raises data-not-found naming the file."""
    if not path.is_file():
        raise ZsclError("data-not-found", f"dataset `{spec.name}` is incomplete: `{path}` is missing")
    return [line.strip() for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def read_mat(path: Path, spec: DatasetSpec) -> dict[str, Any]:
    from scipy.io import loadmat

    if not path.is_file():
        raise ZsclError("data-not-found", f"dataset `{spec.name}` is incomplete: `{path}` is missing")
    found: dict[str, Any] = loadmat(str(path), squeeze_me=True)
    return found


def files_split(paths: Sequence[Path], labels: Sequence[int]) -> Split:
    return Split(ImageFiles([str(path) for path in paths]), np.asarray(labels, dtype=np.int64))


def random_split(paths: Sequence[Path], labels: Sequence[int]) -> tuple[Split, Split]:
    """80/20 by torch's `random_split`: a permutation of all samples, the first int(0.8 N) of it train."""
    generator = torch.Generator().manual_seed(SPLIT_SEED)
    order = torch.randperm(len(paths), generator=generator).tolist()
    cut = int(TRAIN_SHARE * len(paths))
    parts = order[:cut], order[cut:]
    first, second = (files_split([paths[i] for i in part], [labels[i] for i in part]) for part in parts)
    return first, second


@lru_cache(maxsize=4)
def prompt_facts(choice: str) -> dict[str, dict[str, Any]]:
    """Templates and class names by kind of dataset: `openai` (CLIP's prompts.md), `mtil` or `cil` (the paper's code).

    The files in prompts/ name their sources.
    """
    path = Path(__file__).parent / "prompts" / f"{choice}.json"
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found.get("datasets", found)  # type: ignore[no-any-return]


def _facts_of(spec: DatasetSpec) -> dict[str, Any]:
    choice = spec.prompts or OPENAI
    if choice not in CHOICES:
        raise ZsclError(
            "bad-input", f"dataset `{spec.name}`: `prompts` is `{choice}`; expected one of {', '.join(CHOICES)}"
        )
    facts = prompt_facts(choice).get(spec.kind)
    if facts is None:
        known = ", ".join(name for name in CHOICES if spec.kind in prompt_facts(name))
        raise ZsclError(
            "bad-input", f"dataset `{spec.name}`: `prompts: {choice}` has none of `{spec.kind}`; expected {known}"
        )
    return facts


def templates_of(spec: DatasetSpec) -> tuple[str, ...]:
    """Prompt templates of a dataset; the first one trains."""
    return tuple(_facts_of(spec)["templates"])


def class_names(spec: DatasetSpec, labels: Sequence[str], usual: Sequence[str] | None = None) -> tuple[str, ...]:
    """Names as prompts use them, in the order of `labels`: those of `spec`, or of its choice of prompts.

    `usual` are the names of a dataset whose labels are ids. Raises bad-input where names and labels do not fit.
    """
    facts = _facts_of(spec)
    if spec.class_names:
        return _fitting(spec, spec.class_names, labels)
    if "labels" in facts:
        named = dict(zip(facts["labels"], facts["class_names"], strict=True))
        strangers = [label for label in labels if label not in named]
        if strangers:
            raise ZsclError(
                "bad-input",
                f"dataset `{spec.name}`: the class `{strangers[0]}` is none of the {len(named)} that "
                f"`prompts: {spec.prompts}` names",
            )
        return tuple(named[label] for label in labels)
    if "class_names" in facts:
        return _fitting(spec, facts["class_names"], labels)
    if usual is not None:
        return tuple(usual)
    if spec.prompts == "cil":
        return tuple(labels)
    instead: dict[str, str] = facts.get("names", {})
    slash = facts.get("slash", "/")
    return tuple(instead.get(label, label.replace("_", " ").replace("/", slash)) for label in labels)


def _fitting(spec: DatasetSpec, names: Sequence[str], labels: Sequence[str]) -> tuple[str, ...]:
    if len(names) != len(labels):
        raise ZsclError(
            "bad-input", f"dataset `{spec.name}` has {len(labels)} classes, and {len(names)} `class_names` are given"
        )
    return tuple(names)


def check_split(spec: DatasetSpec, coop: bool = True) -> bool:
    """True for CoOp's split, False for the dataset's own. Raises bad-input for a protocol that the dataset lacks."""
    known = ["", "coop"] if coop else [""]
    if spec.split in known:
        return spec.split == "coop"
    choices = "`coop` or none (the dataset's own)" if coop else "none: only the dataset's own is known"
    raise ZsclError("bad-input", f"dataset `{spec.name}`: unknown `split` `{spec.split}`; expected {choices}")


def coop_listing(spec: DatasetSpec, file_name: str, images: Path) -> Listing:
    """CoOp's split from the user's `split_zhou_*.json`: lists of [path below images, label, class name].

    Trains on `train` and tests on `test`, as CoOp does; `val` is left out. Its numbers do not compare with those of
    the dataset's own split.
    """
    path = Path(spec.root) / file_name
    if not path.is_file():
        raise ZsclError("data-not-found", f"dataset `{spec.name}`: `split: coop` needs CoOp's `{path}`")
    parts: dict[str, list[tuple[str, int, str]]] = json.loads(path.read_text(encoding="utf-8"))
    names = {label: name for part in ("train", "test") for _, label, name in parts[part]}
    if sorted(names) != list(range(len(names))):
        raise ZsclError("bad-input", f"`{path}`: expected labels 0 to {len(names) - 1} without a gap")
    train, test = (
        files_split([images / name for name, _, _ in parts[part]], [label for _, label, _ in parts[part]])
        for part in ("train", "test")
    )
    classes = tuple(names[label].replace("_", " ") for label in range(len(names)))
    classes = _fitting(spec, spec.class_names, classes) if spec.class_names else classes
    return Listing(classes, templates_of(spec), train, test, ids=tuple(names[label] for label in range(len(names))))

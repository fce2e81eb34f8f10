"""Some classes of a dataset, in an order of their own, and several such datasets measured against each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
import torch
from torch import Tensor

from zscl.commands import DatasetSpec, ZsclError
from zscl.data.dataset import Dataset, FileDataset
from zscl.data.files import FileImages

NAMED = 8  # class names that a message lists before it only counts them


def only_classes(whole: Dataset | FileDataset, spec: DatasetSpec) -> Dataset | FileDataset:
    """`whole` under the name of `spec`, with the classes that it asks for: labels are positions in its list.

    Raises bad-input for a class that is not there, that is named twice, or that has no training or test image.
    """
    chosen = _chosen(whole, spec)
    classes = tuple(whole.classes[i] for i in chosen)
    train, train_labels = _kept(whole.train_labels, chosen)
    test, test_labels = _kept(whole.test_labels, chosen)
    for part, labels in (("training", train_labels), ("test", test_labels)):
        empty = sorted({*range(len(chosen))} - {*labels.tolist()})
        if empty:
            raise ZsclError("bad-input", f"dataset `{spec.name}`: class `{classes[empty[0]]}` has no {part} image")
    if isinstance(whole, FileDataset):
        return replace(
            whole,
            name=spec.name,
            classes=classes,
            ids=tuple(whole.ids[i] for i in chosen) if whole.ids else (),
            train=_only(whole.train, train),
            train_labels=train_labels,
            test=_only(whole.test, test),
            test_labels=test_labels,
        )
    assert isinstance(whole.train_images, Tensor)
    assert isinstance(whole.test_images, Tensor)
    return replace(
        whole,
        name=spec.name,
        classes=classes,
        ids=tuple(whole.ids[i] for i in chosen) if whole.ids else (),
        train_images=whole.train_images[train],
        train_labels=train_labels,
        test_images=whole.test_images[test],
        test_labels=test_labels,
    )


def _chosen(whole: Dataset | FileDataset, spec: DatasetSpec) -> list[int]:
    names = whole.classes
    if spec.classes:
        if whole.ids and spec.classes[0] in whole.ids:  # ids before names: two classes never share one
            names = whole.ids
        strangers = [name for name in spec.classes if name not in names]
        if strangers:
            more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
            known = ", ".join(names[:NAMED]) + more
            raise ZsclError("bad-input", f"dataset `{spec.name}` has no class `{strangers[0]}`. Classes: {known}.")
        twice = next((name for name in spec.classes if names.count(name) > 1), None)
        if twice is not None:
            raise ZsclError("bad-input", f"dataset `{spec.name}` has two classes called `{twice}`; use their ids")
        chosen = [names.index(name) for name in spec.classes]
    else:
        chosen = [*spec.class_indices]
        beyond = [index for index in chosen if index >= len(names)]
        if beyond:
            raise ZsclError(
                "bad-input",
                f"dataset `{spec.name}` asks for class {beyond[0]} and has {len(names)}, numbered from 0. Correct "
                "`steps`, `class_order` or `classes`.",
            )
    if len({*chosen}) < len(chosen):
        raise ZsclError("bad-input", f"dataset `{spec.name}` names a class twice")
    return chosen


def _kept(labels_N: Tensor, chosen: Sequence[int]) -> tuple[Tensor, Tensor]:
    """Indices of the samples whose class is chosen, in their order, and their new labels."""
    position = torch.full((int(labels_N.max()) + 1 if len(labels_N) else 1,), -1, dtype=torch.int64)
    for new, old in enumerate(chosen):
        if old < len(position):
            position[old] = new
    new_N = position[labels_N.cpu()]
    kept = torch.nonzero(new_N >= 0).flatten()
    return kept, new_N[kept]


def _only(files: FileImages, kept: Tensor) -> FileImages:
    return files.only(kept.tolist())


def whole_of(spec: DatasetSpec) -> DatasetSpec:
    """The spec of all classes: what subsets of one dataset share, whatever they are called."""
    return replace(spec, name="", classes=(), class_indices=())


def joint(datasets: Mapping[str, Dataset], measured: Dataset, among: Sequence[str]) -> Dataset:
    """The test images of `measured`, with the classes of all datasets of `among` as candidates.

    Raises bad-input where `measured` is not among them, or their templates differ.
    """
    if measured.name not in among:
        raise ZsclError("bad-input", f"`{measured.name}` is measured among {', '.join(among)}: it must be one of them")
    others = [datasets[name] for name in among]
    different = [other.name for other in others if other.templates != measured.templates]
    if different:
        raise ZsclError("bad-input", f"`{measured.name}` and `{different[0]}` have different templates")
    before = int(np.sum([len(other.classes) for other in others[: list(among).index(measured.name)]], dtype=np.int64))
    return replace(
        measured,
        classes=tuple(name for other in others for name in other.classes),
        test_labels=measured.test_labels + before,
    )

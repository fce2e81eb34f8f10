"""The datasets of a benchmark, by name: which reader a kind has, and what makes its images ready."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import torch
from torch import Tensor

from zscl.commands import DatasetSpec, ZsclError
from zscl.data import own, paper
from zscl.data.built_in import read_mini
from zscl.data.class_subset import only_classes, whole_of
from zscl.data.dataset import Dataset, FileDataset, Images
from zscl.data.few_shot import only_shots
from zscl.data.files import OnDemand, Progress
from zscl.data.prefetch import Crops
from zscl.data.readers import LISTERS


def load_datasets(
    specs: Sequence[DatasetSpec], cache_folder: str, device: torch.device, image_size: int, progress: Progress
) -> dict[str, Dataset]:
    """Load all datasets of a benchmark by name. Raises bad-input for duplicate and unknown names."""
    found: dict[str, Dataset] = {}
    wholes: dict[DatasetSpec, Dataset | FileDataset] = {}  # what several tasks take their classes from is read once
    for done, spec in enumerate(specs):
        if spec.name in found:
            raise ZsclError("bad-input", f"two datasets are called `{spec.name}`; names must be unique")
        found[spec.name] = _ready(_read(spec, wholes, cache_folder, progress), device, image_size, progress)
        progress(done + 1, len(specs))
    return found


def _read(
    spec: DatasetSpec, wholes: dict[DatasetSpec, Dataset | FileDataset], cache_folder: str, progress: Progress
) -> Dataset | FileDataset:
    def whole() -> Dataset | FileDataset:
        if spec.kind in READERS:
            return READERS[spec.kind](spec, cache_folder, progress)
        return _read_paper(spec, cache_folder)

    if not (spec.classes or spec.class_indices):
        found = whole()
    else:
        key = whole_of(spec)
        if key not in wholes:
            wholes[key] = whole()
        found = only_classes(wholes[key], spec)
    return only_shots(found, spec) if spec.shots else found


def _ready(read: Dataset | FileDataset, device: torch.device, image_size: int, progress: Progress) -> Dataset:
    """With tensors on the device, and files decoded once and for all."""
    if isinstance(read, Dataset):
        return replace(
            read,
            train_images=_in_memory(read.train_images).to(device),
            train_labels=read.train_labels.to(device),
            test_images=_in_memory(read.test_images).to(device),
            test_labels=read.test_labels.to(device),
        )
    return Dataset(
        name=read.name,
        classes=read.classes,
        templates=read.templates,
        train_images=OnDemand(read.train, image_size),
        train_labels=read.train_labels.to(device),
        test_images=read.test.mapped(image_size, progress),
        test_labels=read.test_labels.to(device),
        crops=Crops(read.train, read.train.sizes(progress)),
        skipped=read.skipped,
        ids=read.ids,
    )


def _in_memory(images: Images) -> Tensor:
    assert isinstance(images, Tensor)
    return images


def _read_paper(spec: DatasetSpec, cache_folder: str) -> Dataset | FileDataset:
    if spec.kind not in LISTERS:
        known = ", ".join((*READERS, *LISTERS))
        raise ZsclError("bad-input", f"dataset `{spec.name}` is of kind `{spec.kind}`; expected one of {known}")
    return paper.read(spec, cache_folder)


# Which readers there are, by the names used in experiments.
READERS: dict[str, Callable[[DatasetSpec, str, Progress], Dataset | FileDataset]] = {
    "mini": read_mini,
    "folder": own.read_folder,
    "table": own.read_table,
    "saved": own.read_saved,
}

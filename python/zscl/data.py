"""Datasets and reference sets in memory, drawn once and cached on disk by content."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

import torch
from torch import Tensor

from zscl.cache import cached, content_key
from zscl.commands import DatasetFacts, DatasetSpec, ZsclError
from zscl.file_images import FileImages, MappedImages, OnDemand, Progress
from zscl.prefetch import Crops

Images = Tensor | MappedImages | OnDemand


@dataclass(frozen=True)
class Dataset:
    """One task. Images are uint8 [N, 3, H, W], labels int64 [N]; the first template is the one for training.

    Images of one size are in memory. Of files, their test preprocessing is here, on disk, and `crops` trains on them.
    """

    name: str
    classes: tuple[str, ...]
    templates: tuple[str, ...]
    train_images: Images
    train_labels: Tensor
    test_images: Images
    test_labels: Tensor
    crops: Crops | None = None
    skipped: tuple[str, ...] = ()

    @property
    def facts(self) -> DatasetFacts:
        sizes = len(self.train_labels), len(self.test_labels)
        return DatasetFacts(self.name, self.classes, sizes[0], sizes[1], self.templates, self.skipped)

    def prompts(self, template: str) -> list[str]:
        return [template.replace("{}", name) for name in self.classes]


@dataclass(frozen=True)
class FileDataset:
    """One task whose images are files, as a reader finds it: nothing is decoded for good yet."""

    name: str
    classes: tuple[str, ...]
    templates: tuple[str, ...]
    train: FileImages
    train_labels: Tensor
    test: FileImages
    test_labels: Tensor
    skipped: tuple[str, ...] = ()  # images left out because they cannot be decoded, with the reason


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
        return whole()
    from zscl.class_subset import only_classes, whole_of

    key = whole_of(spec)
    if key not in wholes:
        wholes[key] = whole()
    return only_classes(wholes[key], spec)


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
    )


def _in_memory(images: Images) -> Tensor:
    assert isinstance(images, Tensor)
    return images


_TENSORS = ("train_images", "train_labels", "test_images", "test_labels")


def dataset_of(datasets: dict[str, Dataset], name: str) -> Dataset:
    if name not in datasets:
        raise ZsclError("bad-input", f"there is no dataset `{name}`; there are {', '.join(datasets) or 'none'}")
    return datasets[name]


def reference_images(name: str, count: int, data_seed: int, cache_folder: str) -> Tensor:
    """`count` images of a reference set (0: all), uint8 [R, 3, H, W], on the CPU."""
    return _reference_set(name).images(count, data_seed, cache_folder)


def reference_texts(name: str, count: int, data_seed: int, cache_folder: str) -> list[str]:
    """`count` texts of a reference set (0: all)."""
    return _reference_set(name).texts(count, data_seed, cache_folder)


@dataclass(frozen=True)
class ReferenceSet:
    """Readers of a set's images and texts: (count, data_seed, cache_folder)."""

    images: Callable[[int, int, str], Tensor]
    texts: Callable[[int, int, str], list[str]]


def _reference_set(name: str) -> ReferenceSet:
    if name not in REFERENCE_SETS:
        raise ZsclError("bad-input", f"there is no reference set `{name}`; expected one of {', '.join(REFERENCE_SETS)}")
    return REFERENCE_SETS[name]


@lru_cache(maxsize=1)
def mini_source_digest() -> str:
    """SHA-256 of the code that draws the mini data, so that a changed drawing is a different cache entry."""
    from zscl import mini

    total = sha256()
    for path in sorted(Path(mini.__file__).parent.glob("**/*.py")):
        total.update(path.name.encode() + b"\0" + path.read_bytes())
    return total.hexdigest()


def _read_mini(spec: DatasetSpec, cache_folder: str, progress: Progress) -> Dataset:
    from zscl.mini import TASKS, load_task

    if spec.mini_task not in TASKS:
        raise ZsclError("bad-input", f"there is no mini task `{spec.mini_task}`; expected one of {', '.join(TASKS)}")

    def draw() -> dict[str, Tensor]:
        task = load_task(spec.mini_task, spec.data_seed, spec.train_size or None, spec.test_size or None)
        facts = _text_tensor([list(task.classes), list(task.templates)])
        return {"facts": facts, **{name: getattr(task, name) for name in _TENSORS}}

    key = content_key(mini_source_digest(), spec.mini_task, spec.data_seed, spec.train_size, spec.test_size)
    tensors = cached(cache_folder, "data", key, draw)
    classes, templates = json.loads(bytes(tensors["facts"].tolist()))
    images = {name: tensors[name] for name in _TENSORS}
    return Dataset(
        spec.name,
        tuple(classes),
        tuple(templates),
        train_images=images["train_images"],
        train_labels=images["train_labels"],
        test_images=images["test_images"],
        test_labels=images["test_labels"],
    )


def _read_folder(spec: DatasetSpec, cache_folder: str, progress: Progress) -> FileDataset:
    from zscl import own_data

    return own_data.read_folder(spec, cache_folder, progress)


def _read_table(spec: DatasetSpec, cache_folder: str, progress: Progress) -> FileDataset:
    from zscl import own_data

    return own_data.read_table(spec, cache_folder, progress)


def _read_saved(spec: DatasetSpec, cache_folder: str, progress: Progress) -> FileDataset:
    from zscl import own_data

    return own_data.read_saved(spec, cache_folder, progress)


def _read_paper(spec: DatasetSpec, cache_folder: str) -> Dataset | FileDataset:
    from zscl import paper_data
    from zscl.readers import LISTERS

    if spec.kind not in LISTERS:
        known = ", ".join((*READERS, *LISTERS))
        raise ZsclError("bad-input", f"dataset `{spec.name}` is of kind `{spec.kind}`; expected one of {known}")
    return paper_data.read(spec, cache_folder)


MINI_IMAGES, MINI_TEXTS = 2000, 1000  # what `count: 0` means: the set is drawn and has no end of its own


def _mini_images(count: int, data_seed: int, cache_folder: str) -> Tensor:
    return _mini_reference(count or MINI_IMAGES, 0, data_seed, cache_folder)["images"]


def _mini_texts(count: int, data_seed: int, cache_folder: str) -> list[str]:
    texts = _mini_reference(0, count or MINI_TEXTS, data_seed, cache_folder)["texts"]
    found: list[str] = json.loads(bytes(texts.tolist()))
    return found


def _mini_reference(images: int, texts: int, data_seed: int, cache_folder: str) -> dict[str, Tensor]:
    from zscl.mini import load_reference

    def draw() -> dict[str, Tensor]:
        drawn = load_reference(images, texts, data_seed)
        return {"images": drawn[0]} if images else {"texts": _text_tensor(drawn[1])}

    key = content_key(mini_source_digest(), "reference", images, texts, data_seed)
    return cached(cache_folder, "data", key, draw)


def _text_tensor(value: object) -> Tensor:
    return torch.tensor(list(json.dumps(value).encode()), dtype=torch.uint8)


# Which readers and reference sets there are, by the names used in experiments.
READERS: dict[str, Callable[[DatasetSpec, str, Progress], Dataset | FileDataset]] = {
    "mini": _read_mini,
    "folder": _read_folder,
    "table": _read_table,
    "saved": _read_saved,
}
REFERENCE_SETS = {"mini": ReferenceSet(_mini_images, _mini_texts)}

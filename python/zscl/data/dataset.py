"""One task's images and labels, in memory or as files: what every reader makes and everything above it takes."""

from __future__ import annotations

from dataclasses import dataclass

from torch import Tensor

from zscl.commands import DatasetFacts, ZsclError
from zscl.data.files import FileImages, MappedImages, OnDemand
from zscl.data.prefetch import Crops

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
    ids: tuple[str, ...] = ()  # what the data itself calls the classes; empty where that is their names

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
    ids: tuple[str, ...] = ()


def dataset_of(datasets: dict[str, Dataset], name: str) -> Dataset:
    if name not in datasets:
        raise ZsclError("bad-input", f"there is no dataset `{name}`; there are {', '.join(datasets) or 'none'}")
    return datasets[name]

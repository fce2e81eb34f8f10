"""Some classes of a dataset, in a given order: the steps of the class-incremental setting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PIL import Image

from zscl.commands import ZsclError
from zscl.listing import Images, Listing, Split


@dataclass(frozen=True)
class Chosen:
    """Some of the images, by index."""

    images: Images
    indices: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.indices)

    def open(self, index: int) -> Image.Image:
        return self.images.open(self.indices[index])

    def name(self, index: int) -> str:
        return self.images.name(self.indices[index])

    def fingerprint(self) -> str:
        return f"{self.images.fingerprint()}:{','.join(map(str, self.indices))}"


def with_classes(listing: Listing, labels: Sequence[int]) -> Listing:
    """Only these labels, renumbered 0, 1, … in the order given; images keep their order.

    Raises bad-input for a label that is there twice or that the dataset lacks.
    """
    wrong = [label for label in labels if not 0 <= label < len(listing.classes)]
    if wrong or not labels or len(set(labels)) < len(labels):
        raise ZsclError(
            "bad-input",
            f"expected distinct labels from 0 to {len(listing.classes) - 1}, got {list(labels)}",
        )
    new_label = np.full(len(listing.classes), -1, dtype=np.int64)
    new_label[list(labels)] = np.arange(len(labels))
    classes = tuple(listing.classes[label] for label in labels)
    train, test = (_chosen(split, new_label[split.labels]) for split in (listing.train, listing.test))
    return Listing(classes, listing.templates, train, test)


def _chosen(split: Split, labels: np.ndarray[tuple[int, ...], np.dtype[np.int64]]) -> Split:
    indices = np.flatnonzero(labels >= 0)
    return Split(Chosen(split.images, tuple(indices.tolist())), labels[indices])

"""What a reader finds on disk: names, labels and how to open an image. Nothing is decoded here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from zscl.data.inside import opened


class Images(Protocol):
    """An ordered list of images that are opened one at a time; opening may happen in another process, so it pickles."""

    def __len__(self) -> int: ...

    def open(self, index: int) -> Image.Image:
        """The image as stored, in whatever mode. Raises OSError or PIL.UnidentifiedImageError for a damaged one."""
        ...

    def name(self, index: int) -> str:
        """How a person finds it: a path, `archive:member`, or `file#index`."""
        ...


@dataclass(frozen=True)
class Split:
    """Images and their labels: int64 [N], indices into the classes."""

    images: Images
    labels: NDArray[np.int64]


@dataclass(frozen=True)
class Listing:
    """One dataset: class names as prompts use them, prompt templates (the first one trains), and its two splits.

    `ids` are what the dataset itself calls its classes, in the same order.
    """

    classes: tuple[str, ...]
    templates: tuple[str, ...]
    train: Split
    test: Split
    ids: tuple[str, ...]


@dataclass(frozen=True)
class ImageFiles:
    """Images that are files on disk."""

    paths: Sequence[str]

    def __len__(self) -> int:
        return len(self.paths)

    def open(self, index: int) -> Image.Image:
        return Image.open(opened(self.paths[index]))

    def name(self, index: int) -> str:
        return self.paths[index]

"""The paper's datasets, from what their readers list to what a session trains and measures on."""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from zscl import randomness
from zscl.commands import DatasetSpec, ZsclError
from zscl.data.dataset import Dataset, FileDataset
from zscl.data.decoding import Reading
from zscl.data.files import FileImages
from zscl.data.listing import ImageFiles, Split
from zscl.data.readers import list_dataset
from zscl.data.readers.arrays import ArrayImages
from zscl.randomness import Purpose


def read(spec: DatasetSpec, cache_folder: str) -> Dataset | FileDataset:
    """A dataset of the paper. Images are taken as torchvision takes them: EXIF turns none of them.

    Raises what the readers raise, naming what is missing and where.
    """
    listing = list_dataset(spec)
    templates, ids = spec.templates or listing.templates, listing.ids
    train = _sample(listing.train, spec.train_size, spec.data_seed)
    test = _sample(listing.test, spec.test_size, spec.data_seed)
    labels = [torch.from_numpy(np.ascontiguousarray(split.labels)) for split in (train, test)]
    if isinstance(train.images, ImageFiles) and isinstance(test.images, ImageFiles):
        files = [
            FileImages(tuple(split.paths), cache_folder, Reading(upright=False))
            for split in (train.images, test.images)
        ]
        return FileDataset(spec.name, listing.classes, templates, files[0], labels[0], files[1], labels[1], ids=ids)
    if isinstance(train.images, ArrayImages) and isinstance(test.images, ArrayImages):
        planes = [_planes(split.pixels) for split in (train.images, test.images)]
        return Dataset(spec.name, listing.classes, templates, planes[0], labels[0], planes[1], labels[1], ids=ids)
    raise ZsclError("internal", f"the reader of `{spec.kind}` lists neither files nor arrays")


def _sample(split: Split, size: int, seed: int) -> Split:
    """`size` images in their order, drawn by seed; all for 0 or where there are no more."""
    if size == 0 or size >= len(split.labels):
        return split
    kept = np.sort(randomness.permutation(seed, 0, Purpose.SUBSET, 0, len(split.labels))[:size])
    images = split.images
    if isinstance(images, ImageFiles):
        return Split(ImageFiles([images.paths[i] for i in kept]), split.labels[kept])
    assert isinstance(images, ArrayImages)
    return Split(ArrayImages(images.path, images.pixels[kept]), split.labels[kept])


def _planes(pixels: NDArray[np.uint8]) -> Tensor:
    """[N, H, W, 3], or [N, H, W] for grey, to [N, 3, H, W]."""
    if pixels.ndim == 3:
        return torch.from_numpy(np.array(pixels))[:, None].repeat(1, 3, 1, 1)
    return torch.from_numpy(np.ascontiguousarray(pixels.transpose(0, 3, 1, 2)))

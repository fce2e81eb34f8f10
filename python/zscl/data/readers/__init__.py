"""Readers of datasets by `kind`: what lies under a root folder, as a `Listing`. Nothing is decoded to list it."""

from __future__ import annotations

from collections.abc import Callable

from zscl.commands import DatasetSpec
from zscl.data.listing import Listing
from zscl.data.readers.aircraft import read_aircraft
from zscl.data.readers.arrays import read_cifar10, read_cifar100, read_mnist
from zscl.data.readers.cars import read_stanford_cars
from zscl.data.readers.copies import OTHER_SPLIT, is_copy, read_copy
from zscl.data.readers.dtd import read_dtd
from zscl.data.readers.flowers import read_flowers102
from zscl.data.readers.folders import read_caltech101, read_eurosat, read_sun397
from zscl.data.readers.food import read_food101
from zscl.data.readers.imagenet import read_imagenet100
from zscl.data.readers.pets import read_oxford_pets
from zscl.data.readers.tiny_imagenet import read_tiny_imagenet


def list_dataset(spec: DatasetSpec) -> Listing:
    """What lies under the root of a dataset of the paper, in its published layout or as a copy of the hub.

    Raises what the readers raise, naming what is missing and where.
    """
    asks_copy = spec.split == "hub" and spec.kind in OTHER_SPLIT
    return read_copy(spec) if asks_copy or is_copy(spec) else LISTERS[spec.kind](spec)


LISTERS: dict[str, Callable[[DatasetSpec], Listing]] = {
    "aircraft": read_aircraft,
    "caltech101": read_caltech101,
    "cifar10": read_cifar10,
    "cifar100": read_cifar100,
    "dtd": read_dtd,
    "eurosat": read_eurosat,
    "flowers102": read_flowers102,
    "food101": read_food101,
    "imagenet100": read_imagenet100,
    "mnist": read_mnist,
    "oxford-pets": read_oxford_pets,
    "stanford-cars": read_stanford_cars,
    "sun397": read_sun397,
    "tiny-imagenet": read_tiny_imagenet,
}

"""What is really on disk: counts, missing files, a few decoded images, and published checksums."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from PIL import UnidentifiedImageError

from zscl.commands import DatasetSpec, ZsclError
from zscl.data.inside import file_of
from zscl.data.listing import ImageFiles, Listing, Split
from zscl.data.readers import LISTERS, list_dataset
from zscl.data.readers.copies import is_copy
from zscl.data.readers.counts import differences


@dataclass(frozen=True)
class Verified:
    """Sizes as found, and everything that is wrong, in words."""

    train: int
    test: int
    classes: int
    decoded: int
    problems: tuple[str, ...]


def verify(spec: DatasetSpec, samples: int) -> Verified:
    """Read the listing, look for every file, count images per class, check MD5s, and decode `samples` images per split.

    Raises what the reader raises when there is nothing to verify.
    """
    if spec.kind not in LISTERS:
        raise ZsclError("bad-input", f"there is no dataset `{spec.kind}`; expected one of {', '.join(LISTERS)}")
    listing = list_dataset(spec)
    problems = [*_missing(listing), *_checksums(spec)]
    if not spec.split:
        problems += differences(spec.kind, listing)
    decoded = 0
    for split in (listing.train, listing.test):
        broken, opened = undecodable(split, samples)
        problems += broken
        decoded += opened
    sizes = len(listing.train.labels), len(listing.test.labels)
    return Verified(sizes[0], sizes[1], len(listing.classes), decoded, tuple(problems))


def _missing(listing: Listing) -> list[str]:
    images = [split.images for split in (listing.train, listing.test)]
    paths = [path for part in images if isinstance(part, ImageFiles) for path in part.paths]
    lost = [path for path in paths if not Path(file_of(path)).is_file()]
    return [f"{len(lost)} of {len(paths)} images are missing, the first is `{lost[0]}`"] if lost else []


def undecodable(split: Split, samples: int) -> tuple[list[str], int]:
    """What is wrong with `samples` of its images, and how many were decoded."""
    step = max(1, len(split.labels) // max(1, samples))
    problems, opened = [], 0
    for index in range(0, len(split.labels), step)[:samples]:
        try:
            split.images.open(index).convert("RGB")
            opened += 1
        except FileNotFoundError:
            continue  # counted as missing
        except (OSError, UnidentifiedImageError) as cause:
            problems.append(f"`{split.images.name(index)}` cannot be decoded: {cause}")
    return problems, opened


def _checksums(spec: DatasetSpec) -> list[str]:
    problems = []
    for name, expected in [] if is_copy(spec) else _published(spec.kind):
        path = next(iter(sorted(Path(spec.root).glob(f"**/{name}"))), Path(spec.root) / name)
        with path.open("rb") as file:
            found = hashlib.file_digest(file, "md5").hexdigest()
        if found != expected:
            problems.append(f"`{path}` is not the published file: MD5 {found}, expected {expected}")
    return problems


def _published(kind: str) -> list[tuple[str, str]]:
    """Names and MD5s of unpacked files, by torchvision."""
    if kind not in ("cifar10", "cifar100", "flowers102"):
        return []  # without a second of imports
    from zscl import imports

    assert imports  # must come before torchvision
    from torchvision.datasets import CIFAR10, CIFAR100, Flowers102

    match kind:
        case "cifar10":
            return [*map(tuple, CIFAR10.train_list + CIFAR10.test_list), ("batches.meta", CIFAR10.meta["md5"])]
        case "cifar100":
            return [*map(tuple, CIFAR100.train_list + CIFAR100.test_list), ("meta", CIFAR100.meta["md5"])]
        case _:
            return [Flowers102._file_dict[part] for part in ("label", "setid")]

"""Images that are files: decoded once into a memory-mapped cache for testing, and anew for every training crop."""

from __future__ import annotations

import fcntl
import os
import secrets
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import PIL
import torch
from numpy.typing import NDArray
from torch import Tensor

from zscl import decoding, randomness
from zscl.arrow import file_of
from zscl.cache import cached, content_key
from zscl.commands import ZsclError
from zscl.decoding import Crop, UnreadableImageError

T = TypeVar("T")
Progress = Callable[[int, int], None]

ENDINGS = {".jpg", ".jpeg", ".png", ".webp", ".bmp", ".gif", ".tif", ".tiff", ".ppm", ".pgm"}
CHUNK = 16  # images per call of a decoding process
AHEAD = 3  # updates whose images are being decoded while one trains
VERSION = 1  # of the preprocessing; a change makes every cache anew


@lru_cache(maxsize=1)
def pool() -> ProcessPoolExecutor:
    """The decoding processes, one per core, made when the first image is asked for."""
    return ProcessPoolExecutor(processes(), get_context("spawn"), initializer=decoding.die_with_parent)


def processes() -> int:
    return len(os.sched_getaffinity(0))


def decode_all(
    function: Callable[..., Sequence[T] | NDArray[Any]], items: Sequence[Any], *more: object, progress: Progress
) -> Iterator[Any]:
    """`function` over chunks of the items, in order, a chunk at a time. Raises bad-input naming a damaged image.

    Only so many chunks are under way at once that no process waits: results that nobody has taken yet stay few.
    """
    chunks = iter([list(items[start : start + CHUNK]) for start in range(0, len(items), CHUNK)])
    under_way: deque[Future[Any]] = deque()
    done = 0
    try:
        for chunk in islice(chunks, 4 * processes()):
            under_way.append(pool().submit(function, chunk, *more))
        while under_way:
            result = under_way.popleft().result()
            for chunk in islice(chunks, 1):
                under_way.append(pool().submit(function, chunk, *more))
            done = min(done + CHUNK, len(items))
            progress(done, len(items))
            yield result
    except UnreadableImageError as error:
        raise unreadable(error) from error
    finally:
        for future in under_way:
            future.cancel()


def unreadable(error: UnreadableImageError) -> ZsclError:
    return ZsclError(
        "bad-input",
        f"{error.path} is no readable image ({error.reason}). Repair or remove it.",
    )


@dataclass(frozen=True)
class FileImages:
    """Paths in the order of their labels. What is computed from them is cached by path, size and time of every file."""

    paths: tuple[str, ...]
    cache_folder: str
    upright: bool = True  # turned as their EXIF says; torchvision, and so the paper, takes no notice of it

    def __len__(self) -> int:
        return len(self.paths)

    @cached_property
    def key(self) -> str:
        files = [file_of(path) for path in self.paths]
        stats = {file: os.stat(file) for file in {*files}}  # of many rows in one file only once
        facts = [
            (path, stats[file].st_size, stats[file].st_mtime_ns) for path, file in zip(self.paths, files, strict=True)
        ]
        return content_key(VERSION, PIL.__version__, self.upright, facts)

    def sizes(self, progress: Progress) -> NDArray[np.int64]:
        """Heights and widths [N, 2], from the headers."""

        def read() -> dict[str, Tensor]:
            chunks = decode_all(decoding.many_sizes, self.paths, self.upright, progress=progress)
            found = [size for chunk in chunks for size in chunk]
            return {"sizes": torch.tensor(found, dtype=torch.int64).reshape(-1, 2)}

        sizes: NDArray[np.int64] = cached(self.cache_folder, "sizes", self.key, read)["sizes"].numpy()
        return sizes

    def damaged(self, progress: Progress) -> list[tuple[int, str]]:
        """Which images do not decode to their end, and why."""

        def read() -> dict[str, Tensor]:
            found = [why for chunk in decode_all(decoding.many_whole, self.paths, progress=progress) for why in chunk]
            bad = [i for i, why in enumerate(found) if why]
            text = "\n".join(found[i].replace("\n", " ") for i in bad).encode()
            return {"bad": torch.tensor(bad, dtype=torch.int64), "why": torch.tensor([*text], dtype=torch.uint8)}

        tensors = cached(self.cache_folder, "damaged", self.key, read)
        why = bytes(tensors["why"].tolist()).decode().split("\n")
        return list(zip(tensors["bad"].tolist(), why, strict=False))

    def only(self, kept: Sequence[int]) -> FileImages:
        return replace(self, paths=tuple(self.paths[i] for i in kept))

    def mapped(self, size: int, progress: Progress) -> MappedImages:
        """All images under the test preprocessing, on disk."""
        return MappedImages(_map(self, size, progress), f"{self.key}-{size}")


class MappedImages:
    """uint8 [N, 3, S, S] in a file; indexing with a slice or a tensor reads those images only, as a CPU tensor.

    `key` stands for the content where hashing all of it would take long.
    """

    def __init__(self, pixels: NDArray[np.uint8], key: str) -> None:
        self.pixels = pixels
        self.key = key
        self.shape = torch.Size(pixels.shape)

    def __len__(self) -> int:
        return len(self.pixels)

    def __getitem__(self, chosen: slice | Tensor) -> Tensor:
        if isinstance(chosen, slice):
            return torch.from_numpy(np.array(self.pixels[chosen]))
        return torch.from_numpy(self.pixels[chosen.cpu().numpy()])  # numpy copies what an array picks


class OnDemand:
    """Images that few recipes look at: decoded under the test preprocessing when the first of them is asked for."""

    def __init__(self, files: FileImages, size: int) -> None:
        self.files, self.size = files, size
        self._mapped: MappedImages | None = None

    @property
    def shape(self) -> torch.Size:
        return torch.Size((len(self.files), 3, self.size, self.size))

    def ready(self, progress: Progress) -> MappedImages:
        if self._mapped is None:
            self._mapped = self.files.mapped(self.size, progress)
        return self._mapped

    def __len__(self) -> int:
        return len(self.files)

    def __getitem__(self, chosen: slice | Tensor) -> Tensor:
        return self.ready(lambda done, total: None)[chosen]


def _map(images: FileImages, size: int, progress: Progress) -> NDArray[np.uint8]:
    """The mapped file, made when it is not there. Two processes at once: the second waits and finds it done."""
    shape = (len(images), 3, size, size)
    if not images.cache_folder:
        chunks = decode_all(decoding.many_centre_pixels, images.paths, size, images.upright, progress=progress)
        return np.concatenate([*chunks]) if len(images) else np.empty(shape, dtype=np.uint8)
    folder = Path(images.cache_folder) / "images"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{images.key}-{size}.u8"
    with (folder / f".{path.stem}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (path.exists() and path.stat().st_size == np.prod(shape)):
            _write(path, images, size, progress)
    return np.memmap(path, dtype=np.uint8, mode="r", shape=shape)


def _write(path: Path, images: FileImages, size: int, progress: Progress) -> None:
    """Whole or not there: a full disk or a damaged image leaves what was there before."""
    temporary = path.parent / f".{path.name}.{secrets.token_hex(4)}.tmp"
    try:
        with temporary.open("wb") as file:
            for chunk in decode_all(decoding.many_centre_pixels, images.paths, size, images.upright, progress=progress):
                file.write(chunk.data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)


@dataclass
class Crops:
    """Training crops of files, decoded by other processes ahead of use. Which crop is where depends on no process."""

    images: FileImages
    sizes_N2: NDArray[np.int64]

    def boxes(self, seed: int, task: int, update: int, chosen: NDArray[np.int64]) -> NDArray[np.int64]:
        """The boxes [B, 4] of one batch."""
        heights, widths = self.sizes_N2[chosen].T
        return randomness.crop_boxes(seed, task, update, batch=len(chosen), height=heights, width=widths)


@dataclass
class Prefetch:
    """Batches of crops of one task, by update: the next ones are decoded while one is used."""

    crops: Crops
    seed: int
    task: int
    size: int
    waiting: dict[tuple[int, int], list[Future[NDArray[np.uint8]]]] = field(default_factory=dict)

    def batch(self, update: int, batch_size: int) -> Tensor:
        """uint8 [B, 3, S, S] of an update. Raises bad-input naming a damaged image."""
        for later in range(update, update + AHEAD + 1):
            if (later, batch_size) not in self.waiting:
                self.waiting[later, batch_size] = self._submit(later, batch_size)
        futures = self.waiting.pop((update, batch_size))
        for key in [key for key in self.waiting if not update < key[0] <= update + AHEAD or key[1] != batch_size]:
            for future in self.waiting.pop(key):  # of another position: a run that was restored
                future.cancel()
        try:
            return torch.from_numpy(np.concatenate([future.result() for future in futures]))
        except UnreadableImageError as error:
            raise unreadable(error) from error

    def _submit(self, update: int, batch_size: int) -> list[Future[NDArray[np.uint8]]]:
        key = (self.seed, self.task, randomness.Purpose.TRAIN_ORDER)
        chosen = randomness.stream(key, update * batch_size, batch_size, len(self.crops.images))
        boxes = self.crops.boxes(self.seed, self.task, update, chosen)
        wanted = [
            Crop(self.crops.images.paths[i], (int(box[0]), int(box[1]), int(box[2]), int(box[3])))
            for i, box in zip(chosen.tolist(), boxes, strict=True)
        ]
        chunks = [wanted[start : start + CHUNK] for start in range(0, len(wanted), CHUNK)]
        upright = self.crops.images.upright
        return [pool().submit(decoding.many_crop_pixels, chunk, self.size, upright) for chunk in chunks]

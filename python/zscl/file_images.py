"""Images that are files: decoded once into a memory-mapped cache for testing, and anew for every training crop."""

from __future__ import annotations

import fcntl
import os
import secrets
import warnings
import weakref
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

import numpy as np
import PIL
import torch
from numpy.typing import NDArray
from torch import Tensor

from zscl import decoding, randomness
from zscl.arrow import file_of
from zscl.cache import cached, content_key
from zscl.commands import ZsclError
from zscl.decoding import Crop, Place
from zscl.decoding_pool import chunks_of, decode_all, placed, submit, taken
from zscl.pixel_memory import PixelMemory

ENDINGS = {".jpg", ".jpeg", ".png", ".webp", ".bmp", ".gif", ".tif", ".tiff", ".ppm", ".pgm"}
AHEAD = 3  # updates whose images are being decoded while one trains
Progress = Callable[[int, int], None]

VERSION = 1  # of the preprocessing; a change makes every cache anew


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
            calls = [(chunk, self.upright) for chunk in chunks_of(self.paths)]
            found = [size for sizes in decode_all(decoding.many_sizes, calls, len(self), progress) for size in sizes]
            return {"sizes": torch.tensor(found, dtype=torch.int64).reshape(-1, 2)}

        sizes: NDArray[np.int64] = cached(self.cache_folder, "sizes", self.key, read)["sizes"].numpy()
        return sizes

    def damaged(self, progress: Progress) -> list[tuple[int, str]]:
        """Which images do not decode to their end, and why."""

        def read() -> dict[str, Tensor]:
            calls = [(chunk,) for chunk in chunks_of(self.paths)]
            found = [why for whys in decode_all(decoding.many_whole, calls, len(self), progress) for why in whys]
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
    """uint8 [N, 3, S, S] in a file; indexing reads those images only, as a CPU tensor: a slice without copying them.

    `key` stands for the content where hashing all of it would take long.
    """

    def __init__(self, pixels: NDArray[np.uint8], key: str) -> None:
        with warnings.catch_warnings():
            # torch warns of what is not writable. A private writable mapping would count as memory, and may not fit.
            warnings.simplefilter("ignore")
            self.pixels = torch.from_numpy(pixels)
        self.key = key
        self.shape = self.pixels.shape

    def __len__(self) -> int:
        return len(self.pixels)

    def __getitem__(self, chosen: slice | Tensor) -> Tensor:
        if isinstance(chosen, slice):
            return self.pixels[chosen]
        return self.pixels.index_select(0, chosen.cpu())  # several times faster than `[chosen]`


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
    if not len(images):
        return np.empty(shape, dtype=np.uint8)
    if not images.cache_folder:
        memory = PixelMemory(len(images), size)
        _decode_into(memory.place, images, size, progress)
        return memory.pixels
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
            _decode_into(Place(str(temporary), temporary.stat().st_ino), images, size, progress)
            os.fsync(file.fileno())
        os.replace(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)


def _decode_into(place: Place, images: FileImages, size: int, progress: Progress) -> None:
    calls = [(*call, size, images.upright) for call in placed(place, images.paths)]
    for _ in decode_all(decoding.write_centre_pixels, calls, len(images), progress):
        pass


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
    under_way: dict[int, list[Future[None]]] = field(default_factory=dict)
    memory: PixelMemory | None = None  # room for the batch in use and those ahead

    def __post_init__(self) -> None:
        weakref.finalize(self, _cancel, self.under_way)

    def batch(self, update: int, batch_size: int) -> Tensor:
        """uint8 [B, 3, S, S] of an update. Raises bad-input naming a damaged image."""
        if self.memory is None or len(self.memory.pixels) != (AHEAD + 1) * batch_size:
            self.close()
            self.memory = PixelMemory((AHEAD + 1) * batch_size, self.size)
        wanted = range(update, update + AHEAD + 1)
        self._keep(wanted)  # others are from before a run was restored
        for later in wanted:
            if later not in self.under_way:
                self.under_way[later] = self._submit(self.memory.place, later, batch_size)
        try:
            for future in self.under_way[update]:
                taken(future)
        except ZsclError:
            self.close()
            raise
        del self.under_way[update]
        first = _room(update, batch_size)
        return torch.from_numpy(self.memory.pixels[first : first + batch_size]).clone()

    def close(self) -> None:
        """Give up the batches ahead; when this returns, nothing writes into their room any more."""
        self._keep(range(0))

    def _keep(self, wanted: range) -> None:
        dropped = {update: self.under_way.pop(update) for update in [*self.under_way] if update not in wanted}
        for future in _cancel(dropped):
            future.exception()

    def _submit(self, place: Place, update: int, batch_size: int) -> list[Future[None]]:
        key = (self.seed, self.task, randomness.Purpose.TRAIN_ORDER)
        chosen = randomness.stream(key, update * batch_size, batch_size, len(self.crops.images))
        boxes = self.crops.boxes(self.seed, self.task, update, chosen)
        crops = [
            Crop(self.crops.images.paths[i], (int(box[0]), int(box[1]), int(box[2]), int(box[3])))
            for i, box in zip(chosen.tolist(), boxes, strict=True)
        ]
        room, upright = replace(place, first=_room(update, batch_size)), self.crops.images.upright
        return [submit(decoding.write_crop_pixels, *call, self.size, upright) for call in placed(room, crops)]


def _room(update: int, batch_size: int) -> int:
    """The first image of an update's batch in the memory."""
    return update % (AHEAD + 1) * batch_size


def _cancel(batches: dict[int, list[Future[None]]]) -> list[Future[None]]:
    """Cancel the decoding of batches that nobody waits for. Those that have begun already are returned."""
    return [future for futures in batches.values() for future in futures if not future.cancel()]

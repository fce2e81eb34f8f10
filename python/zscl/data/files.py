"""Images that are files, decoded once under the test preprocessing into a memory-mapped cache."""

from __future__ import annotations

import hashlib
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np
import PIL
import torch
from numpy.typing import NDArray
from torch import Tensor

from zscl.cache import cached, content_key
from zscl.data import decoding, pixel_cache, scan
from zscl.data.decoding import AS_SEEN, Reading
from zscl.data.decoding_pool import chunks_of, decode_all
from zscl.data.inside import file_of
from zscl.data.pixel_cache import Pictures

Progress = Callable[[int, int], object]

VERSION = 3  # of the preprocessing; a change makes every cache anew
KEYED = 10_000  # paths that are hashed at once
LOOKED_AT = 4096  # images that are looked at for damage, and then never again


@dataclass(frozen=True)
class FileImages:
    """Paths in the order of their labels. What is computed from them is cached by path, size and time of every file.

    `facts` [N, 2] are these sizes (bytes) and times (ns) where they are known; else the files are asked.
    """

    paths: tuple[str, ...]
    cache_folder: str
    reading: Reading = AS_SEEN
    facts: NDArray[np.int64] | None = field(default=None, compare=False)

    def __len__(self) -> int:
        return len(self.paths)

    @cached_property
    def key(self) -> str:
        facts = facts_of(self.paths) if self.facts is None else self.facts
        how = ("scaled",) if self.reading.scaled else ()
        start_of_it = content_key(VERSION, PIL.__version__, self.reading.upright, len(self.paths), *how)
        total = hashlib.sha256(start_of_it.encode())
        for start in range(0, len(self.paths), KEYED):
            total.update("\0".join(self.paths[start : start + KEYED]).encode(errors="surrogateescape"))
        total.update(np.ascontiguousarray(facts, dtype="<i8").data)
        return total.hexdigest()

    def sizes(self, progress: Progress) -> NDArray[np.int64]:
        """Heights and widths [N, 2], from the headers."""

        def read() -> dict[str, Tensor]:
            calls = [(chunk, self.reading.upright) for chunk in chunks_of(self.paths)]
            found = [size for sizes in decode_all(decoding.many_sizes, calls, len(self), progress) for size in sizes]
            return {"sizes": torch.tensor(found, dtype=torch.int64).reshape(-1, 2)}

        sizes: NDArray[np.int64] = cached(self.cache_folder, "sizes", self.key, read)["sizes"].numpy()
        return sizes

    def damaged(self, progress: Progress) -> list[tuple[int, str]]:
        """Which images do not decode to their end, and why. What was looked at stays known where this is left."""
        parts = range(0, len(self), LOOKED_AT)
        return [found for first in parts for found in self._damaged_from(first, progress)]

    def _damaged_from(self, first: int, progress: Progress) -> list[tuple[int, str]]:
        """Of LOOKED_AT images."""

        def told(done: int, total: int) -> None:
            progress(first + done, len(self))

        def read() -> dict[str, Tensor]:
            paths = self.paths[first : first + LOOKED_AT]
            calls = [(chunk,) for chunk in chunks_of(paths)]
            found = [why for whys in decode_all(decoding.many_whole, calls, len(paths), told) for why in whys]
            bad = [i for i, why in enumerate(found) if why]
            text = "\n".join(found[i].replace("\n", " ") for i in bad).encode()
            return {"bad": torch.tensor(bad, dtype=torch.int64), "why": torch.tensor([*text], dtype=torch.uint8)}

        key = self.key if len(self) <= LOOKED_AT else content_key(self.key, first)
        tensors = cached(self.cache_folder, "damaged", key, read)
        why = bytes(tensors["why"].tolist()).decode().split("\n")
        return [(first + i, reason) for i, reason in zip(tensors["bad"].tolist(), why, strict=False)]

    def only(self, kept: Sequence[int]) -> FileImages:
        facts = None if self.facts is None else self.facts[np.asarray(kept, dtype=np.int64)]
        return replace(self, paths=tuple(self.paths[i] for i in kept), facts=facts)

    def mapped(self, size: int, progress: Progress) -> MappedImages:
        """All images under the test preprocessing, on disk."""
        key = f"{self.key}-{size}"  # first of all: it finds what is no regular file, which decoding would wait for
        pictures = Pictures(self.paths, size, self.reading)
        return MappedImages(pixel_cache.mapped(pictures, self.cache_folder, self.key, progress), key)


def facts_of(paths: Sequence[str]) -> NDArray[np.int64]:
    """Size (bytes) and time (ns) [N, 2] of the file behind every path; of many rows in one file it is asked once.

    Raises data-not-found where there is none, bad-input for what is no regular file.
    """
    files = [file_of(path) for path in paths]
    places = {file: i for i, file in enumerate(dict.fromkeys(files))}
    unique = [*places]
    found = np.frombuffer(scan.facts_of(unique), dtype=np.int64).reshape(-1, 2)
    return found if len(unique) == len(files) else found[[places[file] for file in files]]


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

"""The image files below a folder, with what the system knows of each; of large folders the listing is kept.

Listing ImageNet's 1,281,167 training images takes seconds on a local disk and minutes over a network, and every task of
a run asks for it. A kept listing stands as long as no folder in it has changed: files that come, go or are renamed
change the time of their folder. A file that is written over in place does not, so only listings of KEPT files and more
are kept, which nobody edits by hand; `zscl cache clear` forgets them.
"""

from __future__ import annotations

import hashlib
import os
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors import SafetensorError
from torch import Tensor

from zscl import cache
from zscl.commands import ZsclError
from zscl.data import scan
from zscl.data.decoding_pool import submit, taken
from zscl.data.scan import Scanned

ALONE = 30_000  # files after which other processes help: to start them takes half a second
KEPT = 20_000  # files from which on a listing is kept
SETTLED_NS = 2_000_000_000  # a folder changed so shortly before may change again within the same tick of its clock


@dataclass(frozen=True)
class Walk:
    """Image files by folder: `folders` are relative to `root` ('' is itself), the files of each sorted by name.

    `bounds` [F + 1] says which of `names` lie in which folder; `sizes` and `modified_ns` [N] are of the files,
    `changed_ns` [F] of the folders.
    """

    root: str
    folders: tuple[str, ...]
    bounds: NDArray[np.int64]
    names: tuple[str, ...]
    sizes: NDArray[np.int64]
    modified_ns: NDArray[np.int64]
    changed_ns: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.names)

    def in_folder(self, folder: int) -> list[str]:
        """The files of one folder, whole paths."""
        start = os.path.join(self.root, self.folders[folder]) if self.folders[folder] else self.root
        first, last = self.bounds[folder : folder + 2]
        return [f"{start.removesuffix(os.sep)}{os.sep}{name}" for name in self.names[first:last]]

    def facts_in(self, folder: int) -> NDArray[np.int64]:
        """Size (bytes) and time (ns) [n, 2] of the files of one folder."""
        inside = slice(*self.bounds[folder : folder + 2])
        return np.stack([self.sizes[inside], self.modified_ns[inside]], axis=1)

    def in_order(self) -> list[str]:
        """All files [N], whole paths, where the files and folders in one folder are sorted among each other by name."""
        paths = [path for folder in range(len(self.folders)) for path in self.in_folder(folder)]
        return paths if self._order is None else [paths[i] for i in self._order]

    def facts_in_order(self) -> NDArray[np.int64]:
        """Their sizes and times [N, 2]."""
        facts = np.stack([self.sizes, self.modified_ns], axis=1)
        return facts if self._order is None else facts[self._order]

    @cached_property
    def _order(self) -> list[int] | None:
        """None where it is the order of `names`: no folder has files beside folders."""
        if not self._has_files_beside_folders():
            return None
        parts = [
            [*(folder.split(os.sep) if folder else []), name]
            for i, folder in enumerate(self.folders)
            for name in self.names[self.bounds[i] : self.bounds[i + 1]]
        ]
        return sorted(range(len(parts)), key=parts.__getitem__)

    def _has_files_beside_folders(self) -> bool:
        parents = {os.path.dirname(folder) for folder in self.folders if folder}
        counts = np.diff(self.bounds)
        return any(counts[i] and folder in parents for i, folder in enumerate(self.folders))


def walk(root: str, cache_folder: str = "") -> Walk:
    """The images below `root`; links to folders below it are not followed.

    Raises data-not-found where there is no folder or a link leads nowhere, bad-input naming what is no regular file.
    """
    if not os.path.isdir(root):
        raise ZsclError("data-not-found", f"there is no folder {root}")
    file = Path(cache_folder) / "listings" / f"{_name_of(root)}.safetensors" if cache_folder else None
    if file is not None and (kept := _kept(file, root)) is not None:
        return kept
    started = time.time_ns()
    found = _walked(root)
    if file is not None and len(found) >= KEPT and int(found.changed_ns.max(initial=0)) < started - SETTLED_NS:
        _keep(file, found)
    return found


def _name_of(root: str) -> str:
    return hashlib.sha256(os.path.abspath(root).encode(errors="surrogateescape")).hexdigest()


def _walked(root: str) -> Walk:
    folders, changed, bounds = list[str](), list[int](), [0]
    names, sizes, modified = list[str](), list[int](), list[int]()
    for one in _scanned(root):
        names += one.names
        sizes += one.sizes
        modified += one.modified_ns
        folders.append(one.folder)
        changed.append(one.changed_ns)
        bounds.append(len(names))
    numbers = [np.array(values, dtype=np.int64) for values in (bounds, sizes, modified, changed)]
    return Walk(root, tuple(folders), numbers[0], tuple(names), numbers[1], numbers[2], numbers[3])


def _scanned(root: str) -> Iterator[Scanned]:
    """The folders in order. Once they prove to be large, the decoding processes read the others, from the last on.

    Until these have started this process goes on: beside them it would only wait for its own lock.
    """
    top = scan.scan_one(root, "")
    yield top
    seen, helped = 0, list[Future[list[Scanned]]]()
    for place, name in enumerate(top.inside):
        if seen >= ALONE and not helped:
            helped = [submit(scan.scan_all, root, other) for other in reversed(top.inside[place:])]
        if helped:
            future = helped.pop()
            if any(other.done() for other in helped[:4]) or not future.cancel():
                yield from taken(future)
                continue
        for one in scan.scan(root, name):
            seen += len(one.names)
            yield one


def _kept(file: Path, root: str) -> Walk | None:
    """The listing as it was kept, if no folder in it has changed since."""
    if not file.exists():
        return None
    try:
        tensors = cache.read(file)
    except (OSError, SafetensorError, ValueError) as error:
        print(f"zscl: the listing {file} is damaged ({error}); making it again", file=sys.stderr, flush=True)
        return None
    folders = _split(tensors["folders"])
    changed = tensors["changed_ns"].numpy()
    try:
        now = [os.stat(os.path.join(root, folder)).st_mtime_ns for folder in folders]
    except OSError:
        return None
    if not np.array_equal(changed, np.array(now, dtype=np.int64)):
        return None
    bounds, sizes, modified = (tensors[name].numpy() for name in ("bounds", "sizes", "modified_ns"))
    return Walk(root, folders, bounds, _split(tensors["names"]), sizes, modified, changed)


def _keep(file: Path, found: Walk) -> None:
    tensors = {
        "folders": _joined(found.folders),
        "names": _joined(found.names),
        **{name: torch.from_numpy(getattr(found, name)) for name in ("bounds", "sizes", "modified_ns", "changed_ns")},
    }
    try:
        cache.write(file, tensors)
    except (OSError, SafetensorError) as error:
        print(f"zscl: the listing {file} cannot be written ({error}); going on without it", file=sys.stderr, flush=True)


def _joined(texts: Sequence[str]) -> Tensor:
    """As bytes with a NUL, which no file name has, behind each."""
    written = bytearray("".join(f"{text}\0" for text in texts).encode(errors="surrogateescape"))
    return torch.frombuffer(written, dtype=torch.uint8) if written else torch.empty(0, dtype=torch.uint8)


def _split(written: Tensor) -> tuple[str, ...]:
    return tuple(written.numpy().tobytes().decode(errors="surrogateescape").split("\0")[:-1])

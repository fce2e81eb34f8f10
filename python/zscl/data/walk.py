"""The image files below a folder, by name; of large folders the listing is kept.

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

ALONE_SECONDS = 1.0  # after which other processes help: to start them takes half a second
KEPT = 20_000  # files from which on a listing is kept
SETTLED_NS = 2_000_000_000  # a folder changed so shortly before may change again within the same tick of its clock


@dataclass(frozen=True)
class Walk:
    """Image files by folder: `folders` are relative to `root` ('' is itself), the files of each sorted by name.

    `bounds` [F + 1] says which of `names` lie in which folder; `changed_ns` [F] is when these last changed. Nothing was
    asked of the files themselves, which takes longer than to know their names. `is_settled`: it stands until one of
    these times changes.
    """

    root: str
    folders: tuple[str, ...]
    bounds: NDArray[np.int64]
    names: tuple[str, ...]
    changed_ns: NDArray[np.int64]
    is_settled: bool

    def __len__(self) -> int:
        return len(self.names)

    def in_folder(self, folder: int) -> list[str]:
        """The files of one folder, whole paths."""
        start = os.path.join(self.root, self.folders[folder]) if self.folders[folder] else self.root
        first, last = self.bounds[folder : folder + 2]
        return [f"{start.removesuffix(os.sep)}{os.sep}{name}" for name in self.names[first:last]]

    def in_order(self) -> list[str]:
        """All files [N], whole paths, where the files and folders in one folder are sorted among each other by name."""
        paths = [path for folder in range(len(self.folders)) for path in self.in_folder(folder)]
        return paths if self._order is None else [paths[i] for i in self._order]

    @cached_property
    def state(self) -> str:
        """Stands for all of it, as long as nobody writes a file over in place."""
        return cache.content_key(os.path.abspath(self.root), self.folders, self.changed_ns.tolist())

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
    found = _walked(root, time.time_ns())
    if file is not None and found.is_settled:
        _keep(file, found)
    return found


def _name_of(root: str) -> str:
    return hashlib.sha256(os.path.abspath(root).encode(errors="surrogateescape")).hexdigest()


def _walked(root: str, started_ns: int) -> Walk:
    folders, changed, bounds, names = list[str](), list[int](), [0], list[str]()
    for one in _scanned(root):
        names += one.names
        folders.append(one.folder)
        changed.append(one.changed_ns)
        bounds.append(len(names))
    is_settled = len(names) >= KEPT and max(changed) < started_ns - SETTLED_NS
    numbers = [np.array(values, dtype=np.int64) for values in (bounds, changed)]
    return Walk(root, tuple(folders), numbers[0], tuple(names), numbers[1], is_settled)


def _scanned(root: str) -> Iterator[Scanned]:
    """The folders in order. Once that takes long, the decoding processes read the others, from the last on.

    Until these have started this process goes on: beside them it would only wait for its own lock.
    """
    top = scan.scan_one(root, "")
    yield top
    started, helped = time.monotonic(), list[Future[list[Scanned]]]()
    for place, name in enumerate(top.inside):
        if not helped and time.monotonic() - started >= ALONE_SECONDS:
            helped = [submit(scan.scan_all, root, other) for other in reversed(top.inside[place:])]
        if helped:
            future = helped.pop()
            if any(other.done() for other in helped[:4]) or not future.cancel():
                yield from taken(future)
                continue
        yield from scan.scan(root, name)


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
    return Walk(root, folders, tensors["bounds"].numpy(), _split(tensors["names"]), changed, is_settled=True)


def _keep(file: Path, found: Walk) -> None:
    tensors = {
        "folders": _joined(found.folders),
        "names": _joined(found.names),
        **{name: torch.from_numpy(getattr(found, name)) for name in ("bounds", "changed_ns")},
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

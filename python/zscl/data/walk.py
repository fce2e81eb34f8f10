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
from array import array
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

# After so long other processes help: to start them takes a second of two cores.
ALONE_SECONDS = 3.0
ALONE_ASKING_SECONDS = 1.0
KEPT = 20_000  # files from which on a listing is kept
SETTLED_NS = 2_000_000_000  # a folder changed so shortly before may change again within the same tick of its clock


@dataclass(frozen=True)
class Walk:
    """Image files by folder: `folders` are relative to `root` ('' is itself), the files of each sorted by name.

    `bounds` [F + 1] says which of `names` lie in which folder; `changed_ns` [F] is when these last changed. `facts`
    [N, 2], size (bytes) and time (ns) of every file, is empty where nobody asked: it takes several times as long as to
    know the names. `is_settled`: it stands until one of the folders changes.
    """

    root: str
    folders: tuple[str, ...]
    bounds: NDArray[np.int64]
    names: tuple[str, ...]
    changed_ns: NDArray[np.int64]
    facts: NDArray[np.int64]
    is_settled: bool

    def __len__(self) -> int:
        return len(self.names)

    def in_folder(self, folder: int) -> list[str]:
        """The files of one folder, whole paths."""
        start = self._start_of(self.folders[folder])
        first, last = self.bounds[folder : folder + 2]
        return [start + name for name in self.names[first:last]]

    def _start_of(self, folder: str) -> str:
        start = os.path.join(self.root, folder) if folder else self.root
        return f"{start.removesuffix(os.sep)}{os.sep}"

    def in_order(self) -> list[str]:
        """All files [N], whole paths, where the files and folders in one folder are sorted among each other by name."""
        return self.at(np.arange(len(self)))

    def at(self, places: NDArray[np.int64]) -> list[str]:
        """Those files at `places` [n] of that order."""
        chosen = places if self._order is None else self._order[places]
        folders = np.searchsorted(self.bounds, chosen, side="right") - 1
        starts, names = [self._start_of(folder) for folder in self.folders], self.names
        return [starts[folder] + names[i] for folder, i in zip(folders.tolist(), chosen.tolist(), strict=True)]

    def facts_in(self, folder: int) -> NDArray[np.int64]:
        """Of the files of one folder [n, 2]."""
        return self.facts[slice(*self.bounds[folder : folder + 2])]

    def facts_in_order(self) -> NDArray[np.int64]:
        return self.facts if self._order is None else self.facts[self._order]

    @cached_property
    def state(self) -> str:
        """Stands for all of it, as long as nobody writes a file over in place."""
        return cache.content_key(os.path.abspath(self.root), self.folders, self.changed_ns.tolist())

    @cached_property
    def _order(self) -> NDArray[np.int64] | None:
        """None where it is the order of `names`: no folder has files beside folders."""
        if not self._has_files_beside_folders():
            return None
        parts = [
            [*(folder.split(os.sep) if folder else []), name]
            for i, folder in enumerate(self.folders)
            for name in self.names[self.bounds[i] : self.bounds[i + 1]]
        ]
        return np.array(sorted(range(len(parts)), key=parts.__getitem__), dtype=np.int64)

    def _has_files_beside_folders(self) -> bool:
        parents = {os.path.dirname(folder) for folder in self.folders if folder}
        counts = np.diff(self.bounds)
        return any(counts[i] and folder in parents for i, folder in enumerate(self.folders))


def walk(root: str, cache_folder: str = "", *, asks: bool = False) -> Walk:
    """The images below `root`, and if it `asks` what the system knows of each; links to folders are not followed.

    Raises data-not-found where there is no folder or a link leads nowhere, bad-input naming what is no regular file.
    """
    if not os.path.isdir(root):
        raise ZsclError("data-not-found", f"there is no folder {root}")
    file = Path(cache_folder) / "listings" / f"{_name_of(root)}.safetensors" if cache_folder else None
    if file is not None and (kept := _kept(file, root, asks)) is not None:
        return kept
    found = _walked(root, asks, time.time_ns())
    if file is not None and found.is_settled:
        _keep(file, found)
    return found


def _name_of(root: str) -> str:
    return hashlib.sha256(os.path.abspath(root).encode(errors="surrogateescape")).hexdigest()


def _walked(root: str, asks: bool, started_ns: int) -> Walk:
    folders, changed, bounds, names, facts = list[str](), list[int](), [0], list[str](), array("q")
    for one in _scanned(root, asks):
        names += one.names
        facts += one.facts
        folders.append(one.folder)
        changed.append(one.changed_ns)
        bounds.append(len(names))
    is_settled = len(names) >= KEPT and max(changed) < started_ns - SETTLED_NS
    numbers = [np.array(values, dtype=np.int64) for values in (bounds, changed)]
    known = np.frombuffer(facts, dtype=np.int64).reshape(-1, 2)
    return Walk(root, tuple(folders), numbers[0], tuple(names), numbers[1], known, is_settled)


def _scanned(root: str, asks: bool) -> Iterator[Scanned]:
    """The folders in order. Once that takes long, the decoding processes read the others, from the last on.

    Until these have started this process goes on: beside them it would only wait for its own lock.
    """
    top = scan.scan_one(root, "", asks)
    yield top
    alone = ALONE_ASKING_SECONDS if asks else ALONE_SECONDS
    started, helped = time.monotonic(), list[Future[list[Scanned]]]()
    for place, name in enumerate(top.inside):
        if not helped and time.monotonic() - started >= alone:
            helped = [submit(scan.scan_all, root, other, asks) for other in reversed(top.inside[place:])]
        if helped:
            future = helped.pop()
            if any(other.done() for other in helped[:4]) or not future.cancel():
                yield from taken(future)
                continue
        yield from scan.scan(root, name, asks)


def _kept(file: Path, root: str, asks: bool) -> Walk | None:
    """The listing as it was kept, if no folder in it has changed since, and it holds what is asked."""
    if not file.exists():
        return None
    try:
        tensors = cache.read(file)
    except (OSError, SafetensorError, ValueError) as error:
        print(f"zscl: the listing {file} is damaged ({error}); rebuilding it", file=sys.stderr, flush=True)
        return None
    folders = _split(tensors["folders"])
    facts = tensors.get("facts")
    if facts is None or (asks and not len(facts)):
        return None
    changed = tensors["changed_ns"].numpy()
    try:
        now = [os.stat(os.path.join(root, folder)).st_mtime_ns for folder in folders]
    except OSError:
        return None
    if not np.array_equal(changed, np.array(now, dtype=np.int64)):
        return None
    bounds, names = tensors["bounds"].numpy(), _split(tensors["names"])
    return Walk(root, folders, bounds, names, changed, facts.numpy(), is_settled=True)


def _keep(file: Path, found: Walk) -> None:
    tensors = {
        "folders": _joined(found.folders),
        "names": _joined(found.names),
        **{name: torch.from_numpy(getattr(found, name)) for name in ("bounds", "changed_ns", "facts")},
    }
    try:
        cache.write(file, tensors)
    except (OSError, SafetensorError) as error:
        what = f"the listing {file} cannot be written ({error}); continuing without it"
        print(f"zscl: {what}", file=sys.stderr, flush=True)


def _joined(texts: Sequence[str]) -> Tensor:
    """As bytes with a NUL, which no file name has, behind each."""
    if not texts:
        return torch.empty(0, dtype=torch.uint8)
    written = bytearray(("\0".join(texts) + "\0").encode(errors="surrogateescape"))
    return torch.frombuffer(written, dtype=torch.uint8)


def _split(written: Tensor) -> tuple[str, ...]:
    return tuple(written.numpy().tobytes().decode(errors="surrogateescape").split("\0")[:-1])

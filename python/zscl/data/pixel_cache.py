"""Decoded images on disk, mapped: filled block by block, so that a killed run goes on and two runs help each other.

`KEY-SIZE.u8.part` has room for all pixels and `KEY-SIZE.blocks` a byte for every block that is whole. A block holds the
same bytes whoever writes it, so no process waits for another: each takes blocks that nobody has finished, in an order
of its own, and the first that finds all of them whole renames the file.
"""

from __future__ import annotations

import errno
import os
import random
import shutil
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from zscl.commands import ZsclError
from zscl.data import decoding
from zscl.data.decoding import AS_SEEN, Place, Reading
from zscl.data.decoding_pool import decode_all, placed
from zscl.data.pixel_memory import PixelMemory

Progress = Callable[[int, int], object]

BLOCK = 512  # images that are decoded, brought to the disk and then marked


@dataclass(frozen=True)
class Pictures:
    """What is decoded: paths, the size of the square under the test preprocessing, and how files become pixels."""

    paths: Sequence[str]
    size: int
    reading: Reading = AS_SEEN

    @property
    def shape(self) -> tuple[int, int, int, int]:
        return len(self.paths), 3, self.size, self.size

    def calls(self, place: Place, block: int) -> list[tuple[Any, ...]]:
        """The work of decoding one block into the file at `place`."""
        first = block * BLOCK
        at = Place(place.path, place.inode, first, place.in_memory)
        return [(*call, self.size, self.reading) for call in placed(at, self.paths[first : first + BLOCK])]


def mapped(pictures: Pictures, cache_folder: str, key: str, progress: Progress) -> NDArray[np.uint8]:
    """uint8 [N, 3, S, S], made where it is not there; without a folder in memory.

    Raises bad-input naming a damaged image or a cache that cannot be written, disk-full with what is missing.
    """
    if not pictures.paths:
        return np.empty(pictures.shape, dtype=np.uint8)
    blocks = range(-(-len(pictures.paths) // BLOCK))
    if not cache_folder:
        memory = PixelMemory(len(pictures.paths), pictures.size)
        calls = [call for block in blocks for call in pictures.calls(memory.place, block)]
        for _ in decode_all(decoding.write_centre_pixels, calls, len(pictures.paths), progress):
            pass
        return memory.pixels
    path = Path(cache_folder) / "images" / f"{key}-{pictures.size}.u8"
    if not _is_whole(path, pictures):
        try:
            _fill(path, pictures, len(blocks), progress)
        except OSError as error:
            if not _is_whole(path, pictures):  # else another process has finished meanwhile
                raise _unwritable(path, pictures, error) from error
    return np.memmap(path, dtype=np.uint8, mode="r", shape=pictures.shape)


def _is_whole(path: Path, pictures: Pictures) -> bool:
    return path.exists() and path.stat().st_size == np.prod(pictures.shape)


def _fill(path: Path, pictures: Pictures, blocks: int, progress: Progress) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    part, marks = path.with_name(f"{path.name}.part"), path.with_suffix(".blocks")
    with part.open("ab") as pixels, marks.open("ab"):
        needed = int(np.prod(pictures.shape))
        if _is_whole(path, pictures):  # since it was looked for
            part.unlink(missing_ok=True)
            return
        if os.fstat(pixels.fileno()).st_size != needed:
            marks.write_bytes(bytes(blocks))  # of a file that has no size yet nothing is whole
            os.truncate(part, needed)
        done = _done(marks, blocks)
        _require_room(path, needed * done.count(0) // blocks)
        place = Place(str(part), os.fstat(pixels.fileno()).st_ino)
        number = os.open(marks, os.O_WRONLY)
        try:
            for block in _blocks(place, pictures, marks, blocks, progress):
                os.fdatasync(pixels.fileno())
                os.pwrite(number, b"\1", block)
            os.fsync(number)
        finally:
            os.close(number)
    # Every block was seen whole or written here, whatever marks another process has lost.
    os.replace(part, path)
    marks.unlink(missing_ok=True)


def _done(marks: Path, blocks: int) -> bytes:
    """A byte per block, 1 for one that is whole; a file of another length says nothing of any."""
    try:
        found = marks.read_bytes()
    except FileNotFoundError:  # another process has just finished
        return bytes([1]) * blocks
    return found if len(found) == blocks else bytes(blocks)


def _blocks(place: Place, pictures: Pictures, marks: Path, blocks: int, progress: Progress) -> Iterator[int]:
    """Decodes what nobody has finished; every block as soon as it is in the file."""
    order = [*range(blocks)]
    random.Random(os.getpid()).shuffle(order)  # two processes at once seldom take the same
    under_way: deque[tuple[int, int]] = deque()  # blocks and how many calls each still has
    total = len(pictures.paths)

    def calls() -> Iterator[tuple[Any, ...]]:
        for block in order:
            if _done(marks, blocks)[block]:
                continue
            found = pictures.calls(place, block)
            under_way.append((block, len(found)))
            yield from found

    for _ in decode_all(decoding.write_centre_pixels, calls(), total, lambda done, total: None):
        block, left = under_way.popleft()
        if left > 1:
            under_way.appendleft((block, left - 1))
            continue
        yield block
        progress(min(total, _done(marks, blocks).count(1) * BLOCK), total)
    progress(total, total)


def _require_room(path: Path, needed: int) -> None:
    if shutil.disk_usage(path.parent).free < needed:
        raise _disk_full(path.parent, needed)


def _unwritable(path: Path, pictures: Pictures, error: OSError) -> Exception:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return _disk_full(path.parent, int(np.prod(pictures.shape)))
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.EEXIST):
        what = f"the cache {path.parent} cannot be written ({error.strerror})"
        return ZsclError("bad-input", f"{what}. Name another folder in ZSCL_CACHE.")
    if error.errno == errno.ENOENT:
        what = f"the cache {path.parent} was cleared while it was being filled"
        return ZsclError("bad-input", f"{what}; resume to fill it again.")
    return error


def _disk_full(folder: Path, needed: int) -> ZsclError:
    return ZsclError(
        "disk-full",
        f"{needed / 2**20:,.1f} MiB of decoded images do not fit into {folder}, which has "
        f"{shutil.disk_usage(folder).free / 2**20:,.1f} MiB left. Free up space (`zscl cache clear`), or name another "
        "folder in ZSCL_CACHE, and resume; nothing was lost.",
    )

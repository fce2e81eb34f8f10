"""Memory that decoding processes write pixels into: sending them through pipes takes a fifth of decoding's time."""

from __future__ import annotations

import math
import os
import tempfile
import weakref
from mmap import mmap
from typing import IO

import numpy as np

from zscl.data.decoding import Pixels, Place


class PixelMemory:
    """`pixels`, uint8 [count, 3, size, size]; other processes reach them by `place`. Given back with the object."""

    def __init__(self, count: int, size: int) -> None:
        shape = (count, 3, size, size)
        file, path = _file_in_memory()
        weakref.finalize(self, file.close)
        room = max(1, math.prod(shape))  # nothing cannot be mapped
        file.truncate(room)
        self.place = Place(path, os.fstat(file.fileno()).st_ino, in_memory=True)
        self.pixels: Pixels = np.frombuffer(mmap(file.fileno(), room), np.uint8, math.prod(shape)).reshape(shape)


def _file_in_memory() -> tuple[IO[bytes], str]:
    """An open file and a path by which other processes open it.

    On Linux no file system holds it, so a small /dev/shm, as containers have it, is no limit. Other systems, and Python
    built for an old C library, take a temporary file.
    """
    if hasattr(os, "memfd_create"):
        number = os.memfd_create("zscl-pixels")
        return open(number, "r+b"), f"/proc/{os.getpid()}/fd/{number}"
    file = tempfile.NamedTemporaryFile(prefix="zscl-pixels-")  # noqa: SIM115 - closed with the object
    return file, file.name

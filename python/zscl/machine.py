"""What the machine gives this process. Imports nothing heavy, as decoding processes load it too."""

from __future__ import annotations

import ctypes
import os
import sys

MOST_RANKS = 64
# From glibc's malloc.h, and its own upper limit for pieces that are not mapped one by one.
M_TRIM_THRESHOLD, M_MMAP_THRESHOLD = -1, -3
KEPT_PIECE, KEPT_IN_ALL = 32 << 20, 512 << 20  # bytes
_sharing = 1


def share_among(processes: int) -> None:
    """Note that so many processes like this one compute at once, and each may use its part of the processors."""
    global _sharing
    _sharing = processes


def keep_freed_memory() -> None:
    """Let the C library keep up to KEPT_IN_ALL bytes that were freed in pieces below KEPT_PIECE, for the next use.

    An update frees its tensors and asks for the same again. Given back to the system in between, every page of them is
    faulted in anew: 4,100 in an update of mini-clip, a tenth of its time. What `MALLOC_…` in the environment says goes
    before; only glibc is told.
    """
    if sys.platform != "linux" or any(name.startswith("MALLOC_") for name in os.environ):
        return
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt is not None:
        mallopt(M_MMAP_THRESHOLD, KEPT_PIECE)
        mallopt(M_TRIM_THRESHOLD, KEPT_IN_ALL)


def processors() -> int:
    """How many processors this process may use."""
    allowed = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, allowed // _sharing)

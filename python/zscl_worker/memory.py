"""How much memory the worker holds, in MiB, and what of it stays."""

from __future__ import annotations

import gc
import os
import resource
import sys
from collections.abc import Iterator
from contextlib import contextmanager

MIB = 1024 * 1024


@contextmanager
def staying() -> Iterator[None]:
    """Within, modules are imported. What they make stays: looking for garbage in it took an eighth of a start."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def resident_mib() -> float:
    """Resident memory now; where the system does not say, the peak."""
    try:
        with open("/proc/self/statm", encoding="ascii") as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / MIB
    except OSError:
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return peak / MIB if sys.platform == "darwin" else peak / 1024


def device_mib(*, peak: bool) -> float:
    """Memory of the CUDA allocator; 0 without CUDA.

    The worker never imports torch itself: it looks whether the session did. Call it only when no import is running.
    """
    torch = sys.modules.get("torch")
    if torch is None or not torch.cuda.is_initialized():
        return 0.0
    used: int = torch.cuda.max_memory_allocated() if peak else torch.cuda.memory_allocated()
    return used / MIB

"""What the machine gives this process. Imports nothing heavy, as decoding processes load it too."""

from __future__ import annotations

import os

MOST_RANKS = 64
_sharing = 1


def share_among(processes: int) -> None:
    """Note that so many processes like this one compute at once, and each may use its part of the processors."""
    global _sharing
    _sharing = processes


def processors() -> int:
    """How many processors this process may use."""
    allowed = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, allowed // _sharing)

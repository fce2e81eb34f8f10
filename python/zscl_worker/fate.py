"""What ties a worker to its parent, also when it cannot look after itself."""

from __future__ import annotations

import ctypes
import os
import signal
import sys

PR_SET_PDEATHSIG = 1


def when_parent_ends(number: signal.Signals) -> None:
    """On Linux this process gets a signal when its parent ends: SIGKILL, or SIGCONT to wake it where it is stopped."""
    if sys.platform != "linux":
        return
    parent = os.getppid()
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, number)
    if os.getppid() != parent:  # it ended just before, and nobody would tell
        os._exit(1)

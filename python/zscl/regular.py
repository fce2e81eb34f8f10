"""Only what is a regular file is read: a device never ends, and opening a FIFO waits for someone who writes."""

from __future__ import annotations

import os
import stat

from zscl.commands import ZsclError

KINDS = (
    (stat.S_ISFIFO, "a FIFO"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
    (stat.S_ISDIR, "a folder"),
)


def regular(path: str) -> os.stat_result:
    """What the system knows of a file, links followed.

    Raises data-not-found where there is none, bad-input for what is not a regular file.
    """
    try:
        found = os.stat(path)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise ZsclError("data-not-found", f"there is no file {path}") from error
    except (ValueError, OSError) as error:  # a NUL in the name, a name that is too long, a folder one may not enter
        raise ZsclError("bad-input", f"{path!r} cannot be read ({error})") from error
    if not stat.S_ISREG(found.st_mode):
        what = next((words for test, words in KINDS if test(found.st_mode)), "something else")
        raise ZsclError("bad-input", f"{path} is {what}; expected a regular file. Remove it, or name another place.")
    return found

"""Which image files lie below a folder. Runs in processes of its own, so it imports nothing heavy."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from typing import NamedTuple

from zscl.commands import ZsclError
from zscl.regular import regular

ENDINGS = {
    *(".jpg", ".jpeg", ".jfif", ".png", ".webp", ".avif", ".heic", ".heif"),
    *(".bmp", ".gif", ".tif", ".tiff", ".ppm", ".pgm"),
}


class Scanned(NamedTuple):
    """One folder, relative to where the scan began ('' is that itself), and its images in the order of their names."""

    folder: str
    changed_ns: int  # when files last came, went or were renamed in it
    names: list[str]
    sizes: list[int]  # bytes
    modified_ns: list[int]
    inside: list[str]  # the folders in it, by name; links are none


def is_image(name: str) -> bool:
    """By its ending; what begins with a dot is of the system, as `._a.jpg` of macOS, which holds no picture."""
    return name[name.rfind(".") :].lower() in ENDINGS and name[0] != "."


def scan(root: str, folder: str = "") -> Iterator[Scanned]:
    """A folder below `root`, then all that lie in it, by name.

    Raises bad-input for what is no regular file or may not be read, data-not-found for a link that leads nowhere.
    """
    found = scan_one(root, folder)
    yield found
    for name in found.inside:
        yield from scan(root, f"{folder}{os.sep}{name}" if folder else name)


def scan_all(root: str, folder: str) -> list[Scanned]:
    return list(scan(root, folder))


def scan_one(root: str, folder: str) -> Scanned:
    path = os.path.join(root, folder) if folder else root
    inside, names, sizes, modified = list[str](), list[str](), list[int](), list[int]()
    changed = os.stat(path).st_mtime_ns  # before it is read: what changes meanwhile makes the listing stale
    try:
        with os.scandir(path) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    inside.append(entry.name)
                elif is_image(name := entry.name) and (facts := _facts(entry)) is not None:
                    names.append(name)
                    sizes.append(facts.st_size)
                    modified.append(facts.st_mtime_ns)
    except PermissionError as error:
        raise ZsclError("bad-input", f"{path} cannot be read ({error.strerror})") from error
    order = sorted(range(len(names)), key=names.__getitem__)
    columns = [names[i] for i in order], [sizes[i] for i in order], [modified[i] for i in order]
    return Scanned(folder, changed, *columns, sorted(inside))


def _facts(entry: os.DirEntry[str]) -> os.stat_result | None:
    """Of a regular file; None for a link to a folder that is called like an image."""
    try:
        found = entry.stat()
    except OSError:
        return regular(entry.path)
    if stat.S_ISREG(found.st_mode):
        return found
    return None if stat.S_ISDIR(found.st_mode) else regular(entry.path)

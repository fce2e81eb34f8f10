"""Which image files lie below a folder. Runs in processes of its own, so it imports nothing heavy."""

from __future__ import annotations

import os
import stat
from array import array
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from zscl.commands import ZsclError
from zscl.regular import regular

# What makes a file an image; `._a.jpg` of macOS, which begins with a dot, holds no picture.
ENDINGS = {
    *(".jpg", ".jpeg", ".jfif", ".png", ".webp", ".avif", ".heic", ".heif"),
    *(".bmp", ".gif", ".tif", ".tiff", ".ppm", ".pgm"),
}


class Scanned(NamedTuple):
    """One folder, relative to where the scan began ('' is that itself), and its images in the order of their names."""

    folder: str
    changed_ns: int  # when files last came, went or were renamed in it
    names: list[str]
    facts: array[int]  # size (bytes) and time (ns) of each, one after the other; empty where nobody asked
    inside: list[str]  # the folders in it, by name; links are none


def scan(root: str, folder: str, asks: bool) -> Iterator[Scanned]:
    """A folder below `root`, then all that lie in it, by name. `asks` for size and time of every file.

    Raises bad-input for what is no regular file or may not be read, data-not-found for a link that leads nowhere.
    """
    found = scan_one(root, folder, asks)
    yield found
    for name in found.inside:
        yield from scan(root, f"{folder}{os.sep}{name}" if folder else name, asks)


def scan_all(root: str, folder: str, asks: bool) -> list[Scanned]:
    return list(scan(root, folder, asks))


def scan_one(root: str, folder: str, asks: bool) -> Scanned:
    """One folder. Its loop is written for the million of files that are images and nothing else, and asks none."""
    path = os.path.join(root, folder) if folder else root
    inside, names = list[str](), list[str]()
    changed = os.stat(path).st_mtime_ns  # before it is read: what changes meanwhile makes the listing stale
    endings = ENDINGS
    try:
        with os.scandir(path) as entries:
            for entry in entries:
                name = entry.name
                if name[name.rfind(".") :].lower() not in endings or name[0] == ".":
                    if entry.is_dir(follow_symlinks=False):
                        inside.append(name)
                    continue
                if entry.is_file(follow_symlinks=False):
                    names.append(name)
                elif entry.is_dir(follow_symlinks=False):
                    inside.append(name)
                elif not entry.is_dir():  # a link to a folder is left alone
                    regular(entry.path)
                    names.append(name)
    except PermissionError as error:
        raise ZsclError("bad-input", f"{path} cannot be read ({error.strerror})") from error
    names.sort()
    facts = facts_of([f"{path.removesuffix(os.sep)}{os.sep}{name}" for name in names]) if asks else array("q")
    return Scanned(folder, changed, names, facts, sorted(inside))


def facts_of(files: Sequence[str]) -> array[int]:
    """Size (bytes) and time (ns) of each file, one after the other. Raises data-not-found and bad-input."""
    found = array("q")
    kind_of, regular_file = stat.S_IFMT, stat.S_IFREG
    for file in files:
        try:
            facts = os.stat(file)
        except (OSError, ValueError):
            facts = regular(file)
        if kind_of(facts.st_mode) != regular_file:
            regular(file)
        found.append(facts.st_size)
        found.append(facts.st_mtime_ns)
    return found

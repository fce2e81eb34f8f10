"""Images that lie inside a file, by a path of one line: `FILE.parquet#ROW@COLUMN`, `FILE.tar#OFFSET+SIZE@MEMBER`.

Used by decoding processes: imports late.
"""

from __future__ import annotations

import io
import os
import re
from functools import lru_cache
from typing import IO

MARK = re.compile(r"\.(?:(?:arrow|parquet)(?=#\d+@)|tar(?=#\d+\+\d+@))")


def row_path(file: str, row: int, column: str) -> str:
    return f"{file}#{row}@{column}"


def member_path(file: str, offset: int, size: int, name: str) -> str:
    return f"{file}#{offset}+{size}@{name}"


def file_of(path: str) -> str:
    """The file on disk that holds what `path` names."""
    found = MARK.search(path)
    return path[: found.end()] if found else path


def opened(path: str) -> str | IO[bytes]:
    """What Pillow opens: the path of a file, or the bytes inside one. Raises OSError where there are none."""
    file = file_of(path)
    if file == path:
        return path
    place, _, name = path[len(file) + 1 :].partition("@")
    if file.endswith(".tar"):
        offset, _, size = place.partition("+")
        return io.BytesIO(read_member(file, int(offset), int(size)))
    from zscl.data import arrow

    value = arrow.cell(file, int(place), name)
    if value is not None and value["bytes"] is not None:
        return io.BytesIO(value["bytes"])
    if value is not None and value["path"]:
        return os.path.join(os.path.dirname(file), value["path"])
    raise OSError("the row holds no image")


def read_member(file: str, offset: int, size: int) -> bytes:
    """Raises OSError where the file has become shorter."""
    facts = os.stat(file)
    content = os.pread(_open(file, facts.st_size, facts.st_mtime_ns).fileno(), size, offset)
    if len(content) != size:
        raise OSError(f"{file} ends within this image")
    return content


@lru_cache(maxsize=16)
def _open(file: str, size: int, modified_ns: int) -> IO[bytes]:
    """Kept until the file changes: a shard holds thousands of images, and the class of each in a file of its own."""
    return open(file, "rb", buffering=0)

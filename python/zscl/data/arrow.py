"""Rows of Arrow files as images: a path `FILE.arrow#ROW@COLUMN` names one. Used by decoding processes: imports late."""

from __future__ import annotations

import io
import os
from functools import lru_cache
from typing import IO, Any

MARK = ".arrow#"


def path_of(file: str, row: int, column: str) -> str:
    return f"{file}#{row}@{column}"


def file_of(path: str) -> str:
    """The file on disk that holds what `path` names."""
    return path[: path.index(MARK) + len(MARK) - 1] if MARK in path else path


def opened(path: str) -> str | IO[bytes]:
    """What Pillow opens: the path of a file, or the bytes of a row. Raises OSError for a row without an image."""
    if MARK not in path:
        return path
    file = file_of(path)
    row, _, column = path[len(file) + 1 :].partition("@")
    value = table(file).column(column)[int(row)].as_py()
    if value is not None and value["bytes"] is not None:
        return io.BytesIO(value["bytes"])
    if value is not None and value["path"]:
        return os.path.join(os.path.dirname(file), value["path"])
    raise OSError("the row holds no image")


def table(file: str) -> Any:  # noqa: ANN401 - pyarrow has no types
    """The table of an Arrow stream, mapped: nothing is read before it is asked for. Kept until the file changes."""
    stat = os.stat(file)
    return _table(file, stat.st_size, stat.st_mtime_ns)


@lru_cache(maxsize=16)
def _table(file: str, size: int, modified_ns: int) -> Any:  # noqa: ANN401 - pyarrow has no types
    import pyarrow

    return pyarrow.ipc.open_stream(pyarrow.memory_map(file)).read_all()

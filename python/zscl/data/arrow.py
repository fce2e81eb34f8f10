"""Rows of Arrow and Parquet files as images: a path `FILE.arrow#ROW@COLUMN` names one.

Used by decoding processes: imports late.
"""

from __future__ import annotations

import io
import os
import re
from functools import lru_cache
from typing import IO, Any

MARK = re.compile(r"\.(arrow|parquet)(?=#\d+@)")


def path_of(file: str, row: int, column: str) -> str:
    return f"{file}#{row}@{column}"


def file_of(path: str) -> str:
    """The file on disk that holds what `path` names."""
    found = MARK.search(path)
    return path[: found.end()] if found else path


def opened(path: str) -> str | IO[bytes]:
    """What Pillow opens: the path of a file, or the bytes of a row. Raises OSError for a row without an image."""
    file = file_of(path)
    if file == path:
        return path
    row, _, column = path[len(file) + 1 :].partition("@")
    value = _cell(file, int(row), column)
    if value is not None and value["bytes"] is not None:
        return io.BytesIO(value["bytes"])
    if value is not None and value["path"]:
        return os.path.join(os.path.dirname(file), value["path"])
    raise OSError("the row holds no image")


def _cell(file: str, row: int, column: str) -> Any:  # noqa: ANN401 - pyarrow has no types
    if file.endswith(".arrow"):
        return table(file).column(column)[row].as_py()
    stat = os.stat(file)
    parquet = _parquet(file, stat.st_size, stat.st_mtime_ns)
    for group in range(parquet.num_row_groups):
        count = parquet.metadata.row_group(group).num_rows
        if row < count:
            return _row_group(file, stat.st_size, stat.st_mtime_ns, group, column)[row].as_py()
        row -= count
    raise OSError("the file has no such row")


@lru_cache(maxsize=16)
def _parquet(file: str, size: int, modified_ns: int) -> Any:  # noqa: ANN401 - pyarrow has no types
    from pyarrow import parquet

    return parquet.ParquetFile(file)


@lru_cache(maxsize=2)
def _row_group(file: str, size: int, modified_ns: int, group: int, column: str) -> Any:  # noqa: ANN401
    """The images of one group of rows, the least that Parquet reads at once; neighbours mostly share it."""
    return _parquet(file, size, modified_ns).read_row_group(group, columns=[column]).column(0)


def table(file: str) -> Any:  # noqa: ANN401 - pyarrow has no types
    """The table of an Arrow stream, mapped: nothing is read before it is asked for. Kept until the file changes."""
    stat = os.stat(file)
    return _table(file, stat.st_size, stat.st_mtime_ns)


@lru_cache(maxsize=16)
def _table(file: str, size: int, modified_ns: int) -> Any:  # noqa: ANN401 - pyarrow has no types
    import pyarrow

    return pyarrow.ipc.open_stream(pyarrow.memory_map(file)).read_all()

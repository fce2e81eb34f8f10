"""Single cells of Arrow and Parquet files. Used by decoding processes: imports late."""

from __future__ import annotations

import os
from functools import lru_cache
from typing import Any


def cell(file: str, row: int, column: str) -> Any:  # noqa: ANN401 - pyarrow has no types
    """What a row holds in a column. Raises OSError where the file has no such row."""
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

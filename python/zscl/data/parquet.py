"""Datasets of the Hugging Face hub as they are downloaded: Parquet files with images in them, named by split.

`train-00000-of-00002.parquet`, alone or in `data/`. What a column holds stands in the
file's own metadata, as the package datasets writes it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from zscl.commands import DatasetSpec, ZsclError
from zscl.data import inside
from zscl.data.rows import MOST_PARTS, SPLIT_NAMES, Rows, is_split_column, label_of, require_undivided, test_split_of
from zscl.regular import regular

PART = re.compile(r"^(?P<split>.+?)(-\d+-of-\d+)?(-[0-9a-f]{16})?$")


def parts(root: Path) -> dict[str, list[Path]]:
    """The files of every split, by their names or by their folder (`train`, `test`, …); empty where there are none."""
    found: dict[str, list[Path]] = {}
    for place in (root, root / "data"):
        for file in sorted(place.glob("*.parquet")):
            match = PART.match(file.stem)
            assert match is not None
            found.setdefault(match["split"], []).append(file)
    for folder in sorted(root.iterdir()) if root.is_dir() and not found else ():
        if (split := SPLIT_NAMES.get(folder.name.lower())) and folder.is_dir():
            found.setdefault(split, []).extend(sorted(folder.glob("*.parquet")))
    return {split: files for split, files in found.items() if files}


def read_splits(splits: Mapping[str, Sequence[Path]], spec: DatasetSpec) -> tuple[Rows, Rows | None]:
    """The training and the test rows; None where a share of the former is to be held out.

    Raises bad-input for splits and columns that are not there, and for a file that is no Parquet.
    """
    if spec.split_column:
        files = [file for all_of_it in splits.values() for file in all_of_it]
        columns = [_columns(file, spec) for file in files]
        test = test_split_of(dict.fromkeys(value for of_file in columns for value in of_file.splits), spec)
        return _rows(files, columns, spec, spec.split), _rows(files, columns, spec, test) if test else None
    test = test_split_of(splits, spec)
    _require_undivided(splits[spec.split], spec)

    def rows(files: Sequence[Path]) -> Rows:
        return _rows(files, [_columns(file, spec) for file in files], spec)

    return rows(splits[spec.split]), rows(splits[test]) if test else None


def _require_undivided(files: Sequence[Path], spec: DatasetSpec) -> None:
    """Raises bad-input for training files in which a column says that some rows are for testing."""
    import pyarrow
    from pyarrow import parquet

    found: dict[str, dict[str, None]] = {}
    for file in files:
        regular(str(file))
        try:
            schema = parquet.read_schema(file)
            names = split_columns(schema, spec)
            if names:
                note_parts(found, parquet.read_table(file, columns=names), names)
        except pyarrow.ArrowInvalid:
            return  # said by who reads the rows
    how = "Name it (`split_column: {}`, with `split` and `test_split`)"
    require_undivided(found, str(files[0].parent), how, spec)


def split_columns(schema: Any, spec: DatasetSpec) -> list[str]:  # noqa: ANN401 - pyarrow has no types
    """The columns that are called as if they said which part of the dataset a row is of."""
    import pyarrow

    return [
        name
        for name in filter(is_split_column, schema.names)
        if name not in (spec.image_column, spec.label_column) and not pyarrow.types.is_nested(schema.field(name).type)
    ]


def note_parts(found: dict[str, dict[str, None]], table: Any, names: Sequence[str]) -> None:  # noqa: ANN401
    """Adds to `found` the different values of these columns; of many, as many as tell that they are many."""
    for name in names:
        values = table.column(name).unique()[: MOST_PARTS + 1].to_pylist()
        found.setdefault(name, {}).update(dict.fromkeys(named(table.schema, name, values)))


def named(schema: Any, column: str, values: Sequence[Any]) -> list[str]:  # noqa: ANN401 - pyarrow has no types
    """As text: numbers of a ClassLabel by their names, nothing as ''."""
    names = _features(schema).get(column, {}).get("names") or []
    return [
        "" if value is None else names[value] if isinstance(value, int) and 0 <= value < len(names) else str(value)
        for value in values
    ]


def _features(schema: Any) -> dict[str, Any]:  # noqa: ANN401
    written = json.loads((schema.metadata or {}).get(b"huggingface", b"{}"))
    features: dict[str, Any] = written.get("info", {}).get("features", {})
    return features


class _Columns(NamedTuple):
    labels: list[Any]
    splits: list[str]  # [] where no column says them
    names: list[str] | None  # of the classes, where the labels are numbers of them


def _rows(files: Sequence[Path], columns: Sequence[_Columns], spec: DatasetSpec, split: str | None = None) -> Rows:
    """The rows of these files, with what their columns hold; only those of a split where one is named."""
    paths, labels = list[str](), list[str]()
    names: list[str] | None = None
    for file, found in zip(files, columns, strict=True):
        names = found.names
        rows = [row for row in range(len(found.labels)) if split is None or found.splits[row] == split]
        labels += [label_of(found.labels[row], names, f"{file}, row {row}", spec) for row in rows]
        paths += [inside.row_path(str(file), row, spec.image_column) for row in rows]
    return Rows(tuple(paths), tuple(labels), None if names is None else tuple(names))


def _columns(file: Path, spec: DatasetSpec) -> _Columns:
    import pyarrow
    from pyarrow import parquet

    regular(str(file))
    try:
        schema = parquet.read_schema(file)
        for option in ("image_column", "label_column", *(("split_column",) if spec.split_column else ())):
            if getattr(spec, option) not in schema.names:
                what = f"{file} has no column `{getattr(spec, option)}` (`{option}`)"
                raise ZsclError("bad-input", f"dataset `{spec.name}`: {what}. Columns: {', '.join(schema.names)}.")
        kind = schema.field(spec.image_column).type
        if not pyarrow.types.is_struct(kind) or {"bytes", "path"} - {field.name for field in kind}:
            what = f"column `{spec.image_column}` of {file} holds {kind}, not images (bytes and path)"
            raise ZsclError("bad-input", f"dataset `{spec.name}`: {what}.")
        values = parquet.read_table(file, columns=[spec.label_column]).column(0).to_pylist()
        split = [spec.split_column] if spec.split_column else []
        splits = [named(schema, name, parquet.read_table(file, columns=[name]).column(0).to_pylist()) for name in split]
    except pyarrow.ArrowInvalid as error:
        raise ZsclError("bad-input", f"dataset `{spec.name}`: {file} is not a Parquet file ({error})") from error
    features = _features(schema)
    label = features.get(spec.label_column, {})
    names = label.get("names") if label.get("_type") == "ClassLabel" else None
    return _Columns(values, splits[0] if splits else [], names)

"""Datasets of the Hugging Face hub as they are downloaded: Parquet files with images in them, named by split.

`train-00000-of-00002.parquet`, alone or in `data/`. What a column holds stands in the
file's own metadata, as the package datasets writes it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

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
        values = [_columns(file, spec)[1] for file in files]
        test = test_split_of(dict.fromkeys(value for of_file in values for value in of_file), spec)
        train_rows, test_rows = (
            _rows(files, spec, [[i for i, value in enumerate(of_file) if value == split] for of_file in values])
            for split in (spec.split, test)
        )
        return train_rows, test_rows if test else None
    test = test_split_of(splits, spec)
    _require_undivided(splits[spec.split], spec)
    return _rows(splits[spec.split], spec), _rows(splits[test], spec) if test else None


def _require_undivided(files: Sequence[Path], spec: DatasetSpec) -> None:
    """Raises bad-input for training files in which a column says that some rows are for testing."""
    import pyarrow
    from pyarrow import parquet

    found: dict[str, dict[Any, None]] = {}
    for file in files:
        regular(str(file))
        try:
            schema = parquet.read_schema(file)
            for name in filter(is_split_column, schema.names):
                if name not in (spec.image_column, spec.label_column) and not pyarrow.types.is_nested(
                    schema.field(name).type
                ):
                    values = parquet.read_table(file, columns=[name]).column(0).unique()[: MOST_PARTS + 1].to_pylist()
                    found.setdefault(name, {}).update(dict.fromkeys(named(schema, name, values)))
        except pyarrow.ArrowInvalid:
            return  # said by who reads the rows
    how = "Name it (`split_column: {}`, with `split` and `test_split`)"
    require_undivided(found, str(files[0].parent), how, spec)


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


def _rows(files: Sequence[Path], spec: DatasetSpec, kept: Sequence[Sequence[int]] | None = None) -> Rows:
    """`kept` are the rows of every file; None: all."""
    paths, labels = list[str](), list[str]()
    names: list[str] | None = None
    for at, file in enumerate(files):
        found, _, names = _columns(file, spec)
        rows = range(len(found)) if kept is None else kept[at]
        labels += [label_of(found[row], names, f"{file}, row {row}", spec) for row in rows]
        paths += [inside.row_path(str(file), row, spec.image_column) for row in rows]
    return Rows(tuple(paths), tuple(labels), None if names is None else tuple(names))


def _columns(file: Path, spec: DatasetSpec) -> tuple[list[Any], list[str], list[str] | None]:
    """The label of every row, its split ([] where no column says one), and the names of the labels."""
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
    return values, splits[0] if splits else [], names

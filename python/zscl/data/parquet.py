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
from zscl.data.rows import Rows, label_of, test_split_of
from zscl.regular import regular

PART = re.compile(r"^(?P<split>.+?)(-\d+-of-\d+)?(-[0-9a-f]{16})?$")


def parts(root: Path) -> dict[str, list[Path]]:
    """The files of every split; empty where there are no Parquet files."""
    found: dict[str, list[Path]] = {}
    for place in (root, root / "data"):
        for file in sorted(place.glob("*.parquet")):
            match = PART.match(file.stem)
            assert match is not None
            found.setdefault(match["split"], []).append(file)
    return found


def read_splits(splits: Mapping[str, Sequence[Path]], spec: DatasetSpec) -> tuple[Rows, Rows | None]:
    """The training and the test rows; None where a share of the former is to be held out.

    Raises bad-input for splits and columns that are not there, and for a file that is no Parquet.
    """
    test = test_split_of(splits, spec)
    return _rows(splits[spec.split], spec), _rows(splits[test], spec) if test else None


def _rows(files: Sequence[Path], spec: DatasetSpec) -> Rows:
    paths, labels = list[str](), list[str]()
    names: list[str] | None = None
    for file in files:
        found, names = _labels(file, spec)
        labels += [label_of(value, names, f"{file}, row {row}", spec) for row, value in enumerate(found)]
        paths += [inside.row_path(str(file), row, spec.image_column) for row in range(len(found))]
    return Rows(tuple(paths), tuple(labels), None if names is None else tuple(names))


def _labels(file: Path, spec: DatasetSpec) -> tuple[list[Any], list[str] | None]:
    import pyarrow
    from pyarrow import parquet

    regular(str(file))
    try:
        schema = parquet.read_schema(file)
        for option in ("image_column", "label_column"):
            if getattr(spec, option) not in schema.names:
                what = f"{file} has no column `{getattr(spec, option)}` (`{option}`)"
                raise ZsclError("bad-input", f"dataset `{spec.name}`: {what}. Columns: {', '.join(schema.names)}.")
        kind = schema.field(spec.image_column).type
        if not pyarrow.types.is_struct(kind) or {"bytes", "path"} - {field.name for field in kind}:
            what = f"column `{spec.image_column}` of {file} holds {kind}, not images (bytes and path)"
            raise ZsclError("bad-input", f"dataset `{spec.name}`: {what}.")
        values = parquet.read_table(file, columns=[spec.label_column]).column(0).to_pylist()
    except pyarrow.ArrowInvalid as error:
        raise ZsclError("bad-input", f"dataset `{spec.name}`: {file} is not a Parquet file ({error})") from error
    features = json.loads((schema.metadata or {}).get(b"huggingface", b"{}")).get("info", {}).get("features", {})
    label = features.get(spec.label_column, {})
    return values, label.get("names") if label.get("_type") == "ClassLabel" else None

"""Hugging Face datasets on disk: Parquet files or WebDataset shards as the hub has them, or what `save_to_disk` wrote.

The latter is a folder of Arrow files, or a folder of such folders, one per split.

The layout is the one that datasets 5.2.0 writes: dataset_dict.json with the names of the splits, and in every split
state.json with the names of its files and dataset_info.json with its features. It is read with pyarrow alone.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from zscl.commands import DatasetSpec, ZsclError
from zscl.data import arrow, inside, parquet, shards
from zscl.data.rows import Rows, label_of, require_undivided, test_split_of


def read_splits(spec: DatasetSpec, cache_folder: str) -> tuple[Rows, Rows | None]:
    """The training and the test rows; None where a share of the former is to be held out.

    Raises data-not-found for a folder that is no saved dataset, bad-input for splits and columns that are not there.
    """
    root = Path(spec.saved)
    if parts := parquet.parts(root):
        return parquet.read_splits(parts, spec)
    if spec.split_column:
        what = f"`split_column` is for Parquet files, and {root} has none"
        raise ZsclError("bad-input", f"dataset `{spec.name}`: {what}.")
    if parts := shards.parts(root):
        return shards.read_splits(parts, spec, cache_folder)
    if (root / "state.json").is_file():
        if spec.test_split:
            raise ZsclError("bad-input", f"dataset `{spec.name}`: {root} is a single split; leave `test_split` out")
        _require_undivided(root, spec)
        return _rows(root, spec), None
    splits = _json(root / "dataset_dict.json", spec)["splits"]
    test = test_split_of(splits, spec)
    _require_undivided(root / spec.split, spec)
    return _rows(root / spec.split, spec), _rows(root / test, spec) if test else None


def _require_undivided(folder: Path, spec: DatasetSpec) -> None:
    found: dict[str, dict[str, None]] = {}
    for entry in _json(folder / "state.json", spec)["_data_files"]:
        file = folder / entry["filename"]
        if not file.is_file():
            return  # said by who reads the rows
        table = arrow.table(str(file))
        parquet.note_parts(found, table, parquet.split_columns(table.schema, spec))
    require_undivided(found, str(folder), "Save the dataset with a split of its own for them", spec)


def _rows(folder: Path, spec: DatasetSpec) -> Rows:
    features: dict[str, Any] = _json(folder / "dataset_info.json", spec)["features"]
    for option in ("image_column", "label_column"):
        if getattr(spec, option) not in features:
            what = f"{folder} has no column `{getattr(spec, option)}` (`{option}`)"
            raise ZsclError("bad-input", f"dataset `{spec.name}`: {what}. Columns: {', '.join(features)}.")
    image, label = features[spec.image_column], features[spec.label_column]
    if image.get("_type") != "Image":
        kind = image.get("dtype") or image.get("_type")
        raise ZsclError(
            "bad-input",
            f"dataset `{spec.name}`: column `{spec.image_column}` holds {kind}, not images. Columns with images: "
            f"{', '.join(name for name, one in features.items() if one.get('_type') == 'Image') or 'none'}.",
        )
    names: list[str] | None = label.get("names") if label.get("_type") == "ClassLabel" else None
    paths, labels = list[str](), list[str]()
    for entry in _json(folder / "state.json", spec)["_data_files"]:
        file = folder / entry["filename"]
        if not file.is_file():
            raise ZsclError("data-not-found", f"dataset `{spec.name}` is incomplete: {file} is missing")
        found = arrow.table(str(file)).column(spec.label_column).to_pylist()
        labels += [label_of(value, names, f"{file}, row {row}", spec) for row, value in enumerate(found)]
        paths += [inside.row_path(str(file), row, spec.image_column) for row in range(len(found))]
    return Rows(tuple(paths), tuple(labels), None if names is None else tuple(names))


def _json(path: Path, spec: DatasetSpec) -> dict[str, Any]:
    if not path.is_file():
        raise ZsclError(
            "data-not-found",
            f"dataset `{spec.name}`: there is no {path}. Expected a folder that `save_to_disk` of Hugging Face's "
            "datasets has written, or one with Parquet files or WebDataset shards (.tar) in it.",
        )
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found

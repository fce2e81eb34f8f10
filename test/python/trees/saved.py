"""Datasets on disk in the layout that `save_to_disk` of Hugging Face's datasets 5.2.0 writes."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pyarrow
from PIL import Image

Row = tuple[int, Any]  # shade of the image (-1: none), label


def encoded(shade: int) -> dict[str, Any] | None:
    if shade < 0:
        return None
    file = io.BytesIO()
    Image.new("RGB", (30, 20), (shade,) * 3).save(file, "PNG")
    return {"bytes": file.getvalue(), "path": f"{shade}.png"}


def split(
    folder: Path,
    rows: Sequence[Row],
    names: Sequence[str] | None,
    shards: int = 1,
    note: tuple[str, ...] = ("note", "x"),
) -> Path:
    """One split: columns `img`, `fine` (a ClassLabel where names are given), and `note` with its name and texts."""
    folder.mkdir(parents=True)
    image = pyarrow.struct([("bytes", pyarrow.binary()), ("path", pyarrow.string())])
    fine = pyarrow.int64() if names is not None else pyarrow.string()
    schema = pyarrow.schema([("img", image), ("fine", fine), (note[0], pyarrow.string())])
    files = []
    for shard in range(shards):
        start = shard * len(rows) // shards
        part = [*rows][start : (shard + 1) * len(rows) // shards]
        columns = [
            [encoded(shade) for shade, _ in part],
            [label for _, label in part],
            [note[1 + (start + i) % (len(note) - 1)] for i in range(len(part))],
        ]
        name = f"data-{shard:05}-of-{shards:05}.arrow"
        with pyarrow.ipc.new_stream(str(folder / name), schema) as stream:
            stream.write_table(pyarrow.table(columns, schema=schema), max_chunksize=2)
        files.append({"filename": name})
    label = {"names": [*names], "_type": "ClassLabel"} if names is not None else {"dtype": "string", "_type": "Value"}
    features = {"img": {"_type": "Image"}, "fine": label, note[0]: {"dtype": "string", "_type": "Value"}}
    info = {"citation": "", "description": "", "features": features, "homepage": "", "license": ""}
    (folder / "dataset_info.json").write_text(json.dumps(info, indent=2))
    (folder / "state.json").write_text(json.dumps({"_data_files": files, "_fingerprint": "0", "_split": None}))
    return folder


def dictionary(folder: Path, names: Sequence[str] | None, **splits: Sequence[Row]) -> Path:
    for name, rows in splits.items():
        split(folder / name, rows, names)
    (folder / "dataset_dict.json").write_text(json.dumps({"splits": [*splits]}))
    return folder

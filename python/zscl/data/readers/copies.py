"""Copies of the paper's datasets on the Hugging Face hub, as `zscl data get` puts them: Parquet files or WebDataset
shards in `ROOT/hub`.

They hold the same pictures and splits under other file names and in another order. Which copy it is, and what differs,
stands in `zscl-source.json` beside them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from zscl.commands import DatasetSpec, ZsclError
from zscl.data import parquet, saved, shards
from zscl.data.listing import ImageFiles, Listing, Split
from zscl.data.readers.layout import class_names, prompt_facts, templates_of
from zscl.data.rows import Rows

FOLDER = "hub"
# Classes and rows of each (training, test), and what the copy calls its test split. A copy that has others is refused.
SPLITS: Mapping[str, tuple[int, int, int, str]] = {
    "dtd": (47, 3760, 1880, "test"),
    "flowers102": (102, 1020, 6149, "test"),
    "food101": (101, 75750, 25250, "validation"),
    "oxford-pets": (37, 3680, 3669, "test"),
    "stanford-cars": (196, 8144, 8041, "test"),
    "sun397": (397, 19850, 19850, "test"),
}
# Copies whose split is not the paper's, and why.
OTHER_SPLIT = {
    "dtd": "has the training and the validation images in one, of which the paper's split takes the former",
    "sun397": "lacks the file names that the paper's split needs",
}


def is_copy(spec: DatasetSpec) -> bool:
    """True where the root holds a copy of the hub, and nothing in the published layout."""
    root = Path(spec.root) if spec.root else None
    if root is None or spec.kind not in SPLITS or not (root / FOLDER).is_dir():
        return False
    return spec.split == "hub" or all(entry.name in (FOLDER, "zscl-source.json") for entry in root.iterdir())


def read_copy(spec: DatasetSpec, expected: tuple[int, int, int, str] | None = None) -> Listing:
    """What the copy holds, checked against the sizes that are known.

    Raises bad-input for another number of classes or rows, for names that are not the dataset's, and for a split that
    is not the paper's unless `split: hub` asks for it; data-not-found where the files are missing.
    """
    if spec.kind in OTHER_SPLIT and spec.split != "hub":
        raise ZsclError(
            "bad-input",
            f"dataset `{spec.name}`: the copy in {spec.root}/{FOLDER} {OTHER_SPLIT[spec.kind]}. Use the original "
            "archive, or take the copy's own split with `split: hub`: the protocol will say so.",
        )
    classes, train_rows, test_rows, test_split = expected or SPLITS[spec.kind]
    folder = Path(spec.root) / FOLDER
    asked = replace(spec, saved=str(folder), split="train", test_split=test_split, label_column="label")
    if not (parquet.parts(folder) or shards.parts(folder)):
        how = (
            f"; `split: hub` is that of a copy: `zscl data get {spec.kind} --source NAME`"
            if spec.split == "hub"
            else ""
        )
        raise ZsclError(
            "data-not-found", f"dataset `{spec.name}` is incomplete: {folder} holds no Parquet files or shards{how}"
        )
    train, test = saved.read_splits(asked, "")
    assert test is not None
    labels = train.order
    if labels is None or len(labels) != classes:
        found = "no names" if labels is None else f"{len(labels)} names"
        raise ZsclError("bad-input", f"dataset `{spec.name}`: {folder} has {found} of classes, expected {classes}")
    for rows, wanted, part in ((train, train_rows, "training"), (test, test_rows, "test")):
        if len(rows.paths) != wanted:
            what = f"{folder} has {len(rows.paths)} {part} images, expected {wanted}"
            raise ZsclError("bad-input", f"dataset `{spec.name}`: {what}. Download it again.")
    ids, place = _in_order(labels, spec)
    return Listing(
        class_names(spec, ids), templates_of(spec), _split(train, place), _split(test, place), ids=tuple(ids)
    )


def _in_order(labels: Sequence[str], spec: DatasetSpec) -> tuple[list[str], dict[str, int]]:
    """The classes in the dataset's own order, where the facts know it, and the place of each of the copy's labels."""
    known = prompt_facts("openai").get(spec.kind, {}).get("class_names")
    if known is None:
        return [*labels], {label: i for i, label in enumerate(labels)}
    by_plain = {_plain(name): i for i, name in enumerate(known)}
    strangers = [label for label in labels if _plain(label) not in by_plain]
    if strangers:
        raise ZsclError(
            "bad-input",
            f"dataset `{spec.name}`: the copy has a class `{strangers[0]}`, which is not one of {spec.kind}",
        )
    return [*known], {label: by_plain[_plain(label)] for label in labels}


def _plain(name: str) -> str:
    """Without what copies write in another way: capitals, underscores, marks."""
    return re.sub(r"[^a-z0-9]", "", name.lower())


def _split(rows: Rows, place: Mapping[str, int]) -> Split:
    return Split(ImageFiles(rows.paths), np.asarray([place[label] for label in rows.labels], dtype=np.int64))

"""Food101: meta/train.json and meta/test.json, paths by class."""

from __future__ import annotations

import json
from pathlib import Path

from zscl.commands import DatasetSpec, ZsclError
from zscl.data.listing import Listing
from zscl.data.readers.layout import check_split, class_names, coop_listing, files_split, root_of, templates_of


def read_food101(spec: DatasetSpec) -> Listing:
    folder = root_of(spec, "meta", "food-101")
    if check_split(spec):
        return coop_listing(spec, "split_zhou_Food101.json", folder / "images")
    parts = [_listed(folder / "meta" / f"{part}.json", spec) for part in ("train", "test")]
    classes = sorted({name for part in parts for name in part})
    label_of = {name: label for label, name in enumerate(classes)}
    train, test = (
        files_split(
            [folder / "images" / f"{image}.jpg" for images in part.values() for image in images],
            [label_of[name] for name, images in part.items() for _ in images],
        )
        for part in parts
    )
    return Listing(class_names(spec, classes), templates_of(spec), train, test, ids=tuple(classes))


def _listed(path: Path, spec: DatasetSpec) -> dict[str, list[str]]:
    if not path.is_file():
        raise ZsclError("data-not-found", f"dataset `{spec.name}` is incomplete: `{path}` is missing")
    found: dict[str, list[str]] = json.loads(path.read_text(encoding="utf-8"))
    return found

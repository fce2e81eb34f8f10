"""Describable Textures, partition 1: trains on `train` alone."""

from __future__ import annotations

from zscl.commands import DatasetSpec
from zscl.data.listing import Listing
from zscl.data.readers.layout import (
    check_split,
    class_names,
    coop_listing,
    files_split,
    read_lines,
    root_of,
    templates_of,
)


def read_dtd(spec: DatasetSpec) -> Listing:
    folder = root_of(spec, "labels", "dtd", "dtd/dtd")
    if check_split(spec):
        return coop_listing(spec, "split_zhou_DescribableTextures.json", folder / "images")
    lines = {part: read_lines(folder / "labels" / f"{part}1.txt", spec) for part in ("train", "test")}
    classes = sorted({line.split("/")[0] for part in lines.values() for line in part})
    train, test = (
        files_split([folder / "images" / line for line in part], [classes.index(line.split("/")[0]) for line in part])
        for part in lines.values()
    )
    return Listing(class_names(spec, classes), templates_of(spec), train, test, ids=tuple(classes))

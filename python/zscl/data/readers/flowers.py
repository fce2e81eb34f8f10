"""Oxford Flowers102: labels counted from 1 by image number; trains on `train` alone (10 images per class)."""

from __future__ import annotations

import numpy as np

from zscl.commands import DatasetSpec
from zscl.data.listing import Listing
from zscl.data.readers.layout import (
    check_split,
    class_names,
    coop_listing,
    files_split,
    read_mat,
    root_of,
    templates_of,
)


def read_flowers102(spec: DatasetSpec) -> Listing:
    folder = root_of(spec, "jpg", "flowers-102")
    if check_split(spec):
        return coop_listing(spec, "split_zhou_OxfordFlowers.json", folder / "jpg")
    numbered = tuple(str(number) for number in range(1, 103))  # the files have no names
    labels = read_mat(folder / "imagelabels.mat", spec)["labels"]
    ids = read_mat(folder / "setid.mat", spec)
    train, test = (
        files_split(
            [folder / "jpg" / f"image_{number:05d}.jpg" for number in numbers],
            [int(labels[number - 1]) - 1 for number in numbers],
        )
        for numbers in (np.atleast_1d(ids[part]).tolist() for part in ("trnid", "tstid"))
    )
    return Listing(class_names(spec, numbered), templates_of(spec), train, test, ids=numbered)

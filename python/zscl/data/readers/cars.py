"""Stanford Cars: 196 models; labels in the devkit's .mat files, counted from 1."""

from __future__ import annotations

import numpy as np

from zscl.commands import DatasetSpec, ZsclError
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


def read_stanford_cars(spec: DatasetSpec) -> Listing:
    folder = root_of(spec, "devkit", "stanford_cars")
    if check_split(spec):
        return coop_listing(spec, "split_zhou_StanfordCars.json", folder)
    places = (folder / "cars_test_annos_withlabels.mat", folder / "devkit" / "cars_test_annos_withlabels.mat")
    test_labels = next((place for place in places if place.is_file()), places[0])
    parts = []
    for path, images in ((folder / "devkit" / "cars_train_annos.mat", "cars_train"), (test_labels, "cars_test")):
        annotations = np.atleast_1d(read_mat(path, spec)["annotations"])
        if "class" not in (annotations.dtype.names or ()):
            raise ZsclError("bad-input", f"`{path}` has no labels; it must be cars_test_annos_withlabels.mat")
        paths = [folder / images / str(row["fname"]) for row in annotations]
        parts.append(files_split(paths, [int(row["class"]) - 1 for row in annotations]))
    names = [str(name) for name in read_mat(folder / "devkit" / "cars_meta.mat", spec)["class_names"]]
    return Listing(class_names(spec, names), templates_of(spec), parts[0], parts[1], ids=tuple(names))

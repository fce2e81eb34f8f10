"""Datasets that publish no split of their own: split 80/20 by seed 42 over torchvision's file order."""

from __future__ import annotations

from pathlib import Path

from zscl.commands import DatasetSpec, ZsclError
from zscl.data.listing import Listing
from zscl.data.readers.layout import (
    check_split,
    class_names,
    coop_listing,
    random_split,
    read_lines,
    root_of,
    templates_of,
)

IMAGES = (".jpg", ".jpeg", ".png", ".ppm", ".bmp", ".pgm", ".tif", ".tiff", ".webp")  # those of torchvision


def read_caltech101(spec: DatasetSpec) -> Listing:
    """101 classes; the folder of background images is no class. Files by number: image_0001.jpg and so on."""
    folder = root_of(spec, "101_ObjectCategories", "caltech101", "caltech-101") / "101_ObjectCategories"
    if check_split(spec):
        return coop_listing(spec, "split_zhou_Caltech101.json", folder)
    classes = [name for name in _folders(folder) if name != "BACKGROUND_Google"]
    counts = [len(list((folder / name).glob("image_*.jpg"))) for name in classes]
    paths = [
        folder / name / f"image_{number:04d}.jpg"
        for name, count in zip(classes, counts, strict=True)
        for number in range(1, count + 1)
    ]
    labels = [label for label, count in enumerate(counts) for _ in range(count)]
    return _listing(spec, classes, paths, labels)


def read_eurosat(spec: DatasetSpec) -> Listing:
    """Ten folders, files sorted as text: AnnualCrop_10.jpg comes before AnnualCrop_2.jpg."""
    folder = root_of(spec, "2750", "eurosat") / "2750"
    if check_split(spec):
        return coop_listing(spec, "split_zhou_EuroSAT.json", folder)
    classes = _folders(folder)
    found = [
        (path, label)
        for label, name in enumerate(classes)
        for path in sorted((folder / name).iterdir())
        if path.suffix.lower() in IMAGES
    ]
    return _listing(spec, classes, [path for path, _ in found], [label for _, label in found])


def read_sun397(spec: DatasetSpec) -> Listing:
    """Classes in the order of ClassName.txt, whose lines are like `/a/apartment_building/outdoor`.

    torchvision lists the files as the file system happens to give them, which differs between machines. Here they
    are sorted, so the split is the same everywhere; its sizes are those of the paper.
    """
    folder = root_of(spec, "ClassName.txt", "SUN397")
    if check_split(spec):
        return coop_listing(spec, "split_zhou_SUN397.json", folder)
    classes = [line[3:] for line in read_lines(folder / "ClassName.txt", spec)]
    label_of = {name: label for label, name in enumerate(classes)}
    paths = sorted(folder.rglob("sun_*.jpg"))
    labels = []
    for path in paths:
        name = "/".join(path.relative_to(folder).parts[1:-1])
        if name not in label_of:
            raise ZsclError("bad-input", f"`{path}`: `{name}` is not in ClassName.txt")
        labels.append(label_of[name])
    return _listing(spec, classes, paths, labels)


def _folders(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.is_dir())


def _listing(spec: DatasetSpec, classes: list[str], paths: list[Path], labels: list[int]) -> Listing:
    train, test = random_split(paths, labels)
    return Listing(class_names(spec, classes), templates_of(spec), train, test, ids=tuple(classes))

"""FGVC Aircraft, release 2013b: 100 variants; trains on `train` alone."""

from __future__ import annotations

from pathlib import Path

from zscl.commands import DatasetSpec, ZsclError
from zscl.data.listing import Listing, Split
from zscl.data.readers.layout import check_split, class_names, files_split, read_lines, root_of, templates_of


def read_aircraft(spec: DatasetSpec) -> Listing:
    check_split(spec, coop=False)
    data = root_of(spec, "variants.txt", "data", "fgvc-aircraft-2013b/data")
    variants = read_lines(data / "variants.txt", spec)
    train, test = (_split(data, part, variants, spec) for part in ("train", "test"))
    return Listing(class_names(spec, variants), templates_of(spec), train, test, ids=tuple(variants))


def _split(data: Path, part: str, variants: list[str], spec: DatasetSpec) -> Split:
    """Lines are an image's number, one space, and the variant, which may contain spaces and slashes."""
    path = data / f"images_variant_{part}.txt"
    label_of = {name: label for label, name in enumerate(variants)}
    pairs = [line.split(" ", 1) for line in read_lines(path, spec)]
    unknown = sorted({pair[-1] for pair in pairs} - set(label_of))
    if unknown:
        raise ZsclError("bad-input", f"`{path}`: `{unknown[0]}` is not in variants.txt")
    return files_split([data / "images" / f"{name}.jpg" for name, _ in pairs], [label_of[v] for _, v in pairs])

"""Oxford-IIIT Pet: 37 breeds; annotations/trainval.txt and test.txt, labels counted from 1."""

from __future__ import annotations

from zscl.commands import DatasetSpec, ZsclError
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


def read_oxford_pets(spec: DatasetSpec) -> Listing:
    folder = root_of(spec, "annotations", "oxford-iiit-pet")
    if check_split(spec):
        return coop_listing(spec, "split_zhou_OxfordPets.json", folder / "images")
    breeds: dict[int, str] = {}
    parts = []
    for part in ("trainval", "test"):
        lines = read_lines(folder / "annotations" / f"{part}.txt", spec)
        rows = [line.split() for line in lines if not line.startswith("#")]
        labels = [int(row[1]) - 1 for row in rows]
        breeds.update({label: row[0].rsplit("_", 1)[0] for row, label in zip(rows, labels, strict=True)})
        parts.append(files_split([folder / "images" / f"{row[0]}.jpg" for row in rows], labels))
    if sorted(breeds) != list(range(len(breeds))):
        raise ZsclError(
            "bad-input", f"dataset `{spec.name}`: a label has no image in annotations/trainval.txt or test.txt"
        )
    titles = [" ".join(word.title() for word in breeds[label].split("_")) for label in sorted(breeds)]
    return Listing(class_names(spec, titles), templates_of(spec), parts[0], parts[1], ids=tuple(titles))

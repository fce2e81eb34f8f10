"""TinyImageNet (tiny-imagenet-200): labels by sorted WordNet id; the published `val` is the test set."""

from __future__ import annotations

from zscl.commands import DatasetSpec, ZsclError
from zscl.data.listing import Listing
from zscl.data.readers.layout import check_split, class_names, files_split, read_lines, root_of, templates_of


def read_tiny_imagenet(spec: DatasetSpec) -> Listing:
    """Class names are the first synonym of words.txt."""
    check_split(spec, coop=False)
    folder = root_of(spec, "wnids.txt", "tiny-imagenet-200")
    ids = sorted(read_lines(folder / "wnids.txt", spec))
    label_of = {wnid: label for label, wnid in enumerate(ids)}
    words = dict(line.split("\t", 1) for line in read_lines(folder / "words.txt", spec))
    unnamed = [wnid for wnid in ids if wnid not in words]
    if unnamed:
        raise ZsclError("bad-input", f"`{folder / 'words.txt'}` has no name for `{unnamed[0]}`")
    train = [
        (path, label_of[wnid]) for wnid in ids for path in sorted((folder / "train" / wnid / "images").glob("*.JPEG"))
    ]
    rows = [line.split("\t") for line in read_lines(folder / "val" / "val_annotations.txt", spec)]
    unknown = [row[1] for row in rows if row[1] not in label_of]
    if unknown:
        raise ZsclError("bad-input", f"val_annotations.txt: `{unknown[0]}` is not in wnids.txt")
    return Listing(
        class_names(spec, ids, usual=[words[wnid].split(",")[0].strip() for wnid in ids]),
        templates_of(spec),
        files_split([path for path, _ in train], [label for _, label in train]),
        files_split([folder / "val" / "images" / row[0] for row in rows], [label_of[row[1]] for row in rows]),
        ids=tuple(ids),
    )

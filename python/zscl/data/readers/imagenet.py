"""ImageNet100: the part of ImageNet that two lists of files name, as class-incremental papers use it."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from zscl.commands import DatasetSpec, ZsclError
from zscl.data.listing import Listing, Split
from zscl.data.readers.layout import check_split, class_names, files_split, read_lines, root_of, templates_of


def read_imagenet100(spec: DatasetSpec) -> Listing:
    """`train_100.txt` and `val_100.txt`: lines of a path below the folder and a label; `val` is the test set.

    Class names are CLIP's, by the WordNet id of the image's folder.
    """
    check_split(spec, coop=False)
    folder = root_of(spec, "train_100.txt")
    (train, of_train), (test, of_test) = (_part(folder, part, spec) for part in ("train", "val"))
    if of_train != of_test:
        raise ZsclError("bad-input", f"`{folder}`: train_100.txt and val_100.txt number the classes differently")
    if [*of_train] != list(range(len(of_train))):
        raise ZsclError("bad-input", f"`{folder / 'train_100.txt'}`: labels must run from 0 without a gap")
    names, ids = clip_names(), tuple(of_train.values())
    unnamed = [wnid for wnid in ids if wnid not in names]
    if unnamed:
        raise ZsclError("bad-input", f"`{folder / 'train_100.txt'}`: `{unnamed[0]}` is not an ImageNet class")
    classes = class_names(spec, ids, usual=[names[wnid] for wnid in ids])
    return Listing(classes, templates_of(spec), train, test, ids=ids)


def _part(folder: Path, part: str, spec: DatasetSpec) -> tuple[Split, dict[int, str]]:
    """The images of one list, and the WordNet id of every label, by label."""
    path = folder / f"{part}_100.txt"
    rows = [line.rsplit(maxsplit=1) for line in read_lines(path, spec)]
    wrong = [row for row in rows if len(row) != 2 or not row[1].isdigit() or len(Path(row[0]).parts) < 2]
    if wrong:
        raise ZsclError("bad-input", f"`{path}`: expected `{part}/WNID/FILE LABEL`, got `{' '.join(wrong[0])}`")
    ids: dict[int, str] = {}
    for name, label in rows:
        wnid = Path(name).parts[-2]
        if ids.setdefault(int(label), wnid) != wnid:
            raise ZsclError("bad-input", f"`{path}`: label {label} is both `{ids[int(label)]}` and `{wnid}`")
    split = files_split([folder / name for name, _ in rows], [int(label) for _, label in rows])
    return split, dict(sorted(ids.items()))


@lru_cache(maxsize=1)
def clip_names() -> dict[str, str]:
    """CLIP's names of ImageNet's classes by WordNet id; both lists are sorted by id."""
    from zscl import imports

    assert imports  # must come before open_clip and timm
    from open_clip import IMAGENET_CLASSNAMES
    from timm.data.imagenet_info import ImageNetInfo

    ids: list[str] = ImageNetInfo().label_names()
    return dict(zip(ids, IMAGENET_CLASSNAMES, strict=True))

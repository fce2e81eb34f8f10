"""The paper's reference data: images of an ImageNet folder and the validation captions of Conceptual Captions."""

from __future__ import annotations

from pathlib import Path

import torch

from zscl.commands import ZsclError
from zscl.listing import ImageFiles

SUFFIXES = (".jpeg", ".jpg", ".png")


def imagenet_images(root: str, count: int = 0, classes: int = 0, data_seed: int = 0) -> ImageFiles:
    """Images of `root/train` (or of `root` itself), one folder per class, in sorted order.

    `classes`: only the first so many folders (0 = all). `count`: so many at random by `data_seed` (0 = all); the same
    seed gives the same images. Raises data-not-found when there are too few.
    """
    folder = Path(root) / "train" if (Path(root) / "train").is_dir() else Path(root)
    if not folder.is_dir():
        raise ZsclError("data-not-found", f"no ImageNet folder: expected `{folder}` with one folder per class")
    names = sorted(path for path in folder.iterdir() if path.is_dir())
    chosen = names[: classes or None]
    paths = [str(path) for name in chosen for path in sorted(name.iterdir()) if path.suffix.lower() in SUFFIXES]
    if len(chosen) < classes or len(paths) < max(count, 1):
        raise ZsclError(
            "data-not-found",
            f"`{folder}` holds {len(names)} classes and {len(paths)} images of those asked for; "
            f"expected at least {max(classes, 1)} classes and {max(count, 1)} images",
        )
    if count == 0:
        return ImageFiles(paths)
    order = torch.randperm(len(paths), generator=torch.Generator().manual_seed(data_seed))[:count]
    return ImageFiles([paths[i] for i in sorted(order.tolist())])


def conceptual_captions(path: str, count: int = 0) -> list[str]:
    """Captions of the published TSV (caption, tab, address of the image), in file order; 0 = all.

    Captions do not need their images, many of whose addresses are dead. Raises data-not-found or bad-input.
    """
    file = Path(path)
    if not file.is_file():
        raise ZsclError(
            "data-not-found",
            f"no captions in `{file}`: bring Validation_GCC-1.1.0-Validation.tsv from "
            "https://ai.google.com/research/ConceptualCaptions/download",
        )
    rows = [line.split("\t") for line in file.read_text(encoding="utf-8").split("\n") if line]
    wrong = next((number for number, row in enumerate(rows, start=1) if len(row) != 2 or not row[0].strip()), None)
    if wrong is not None:
        raise ZsclError("bad-input", f"`{file}`, line {wrong}: expected a caption, a tab and an address")
    if len(rows) < max(count, 1):
        raise ZsclError("data-not-found", f"`{file}` holds {len(rows)} captions, {count} were asked for")
    return [row[0].strip() for row in rows[: count or None]]

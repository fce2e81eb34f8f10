"""Reference images and texts of one's own: any folder of images, any file of lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import numpy as np
import torch

from zscl import randomness
from zscl.cache import cached, content_key
from zscl.commands import ZsclError
from zscl.data.decoding import Reading, is_scaled
from zscl.data.files import FileImages, MappedImages, Progress, facts_of
from zscl.data.scan import ENDINGS
from zscl.data.walk import Walk, walk
from zscl.randomness import Purpose
from zscl.references import packed, paired
from zscl.references.classes import too_many_classes
from zscl.regular import regular

T = TypeVar("T")


@dataclass(frozen=True)
class Folder:
    """`count` images (0: all) below `path`, drawn by `data_seed`; of the first `classes` only (0: of all)."""

    path: str
    count: int
    data_seed: int
    classes: int = 0
    decoding: str = ""


def images(folder: Folder, size: int, cache_folder: str, progress: Progress) -> MappedImages:
    """The images under the test preprocessing, uint8 [N, 3, size, size], decoded once and kept on disk.

    Raises data-not-found for a folder without images and bad-input naming the first file that is no readable image.
    """
    return image_files(folder, cache_folder).mapped(size, progress)


def image_files(folder: Folder, cache_folder: str) -> FileImages:
    """The files behind `images`, in the same order: below a folder, or out of shards and Parquet files."""
    root = Path(folder.path)
    reading = Reading(scaled=is_scaled(folder.decoding))
    walks = [walk(str(place), cache_folder, asks=not folder.count) for place in _places(folder)]
    loose = sum(map(len, walks))
    if not (folder.classes and loose) and packed.is_packed(root, loose):
        inside = packed.images(root, cache_folder, folder.classes)
        return FileImages(
            tuple(_chosen(inside, folder.count, folder.data_seed, "images", folder.path)), cache_folder, reading
        )
    for one in walks:
        if not len(one):
            expected = ", ".join(sorted(ENDINGS))
            raise ZsclError(
                "data-not-found", f"no image below {one.root}; expected {expected}, or shards (.tar, .parquet)"
            )
    paths = _drawn(walks, folder)
    if not folder.count:
        return FileImages(paths, cache_folder, reading, np.concatenate([one.facts_in_order() for one in walks]))
    if not all(one.is_settled for one in walks):
        return FileImages(paths, cache_folder, reading)
    key = content_key([one.state for one in walks], folder.count, folder.data_seed)
    facts = cached(cache_folder, "facts", key, lambda: {"facts": torch.from_numpy(facts_of(paths))})["facts"]
    return FileImages(paths, cache_folder, reading, facts.numpy())


def _drawn(walks: Sequence[Walk], folder: Folder) -> tuple[str, ...]:
    """The chosen files of all walks, in their order. Only of these are the paths made."""
    ends = np.cumsum([len(one) for one in walks])
    places = np.asarray(
        _chosen(range(int(ends[-1])), folder.count, folder.data_seed, "images", folder.path), dtype=np.int64
    )
    parts = np.split(places, np.searchsorted(places, ends[:-1]))
    together = zip(walks, parts, ends, strict=True)
    return tuple(path for one, part, end in together for path in one.at(part - end + len(one)))


def texts(path: str, count: int, data_seed: int, column: str = "", cache_folder: str = "") -> Sequence[str]:
    """`count` lines (0: all) of a UTF-8 file, without empty ones, drawn by `data_seed`, in their order.

    Of a .tsv, such as Conceptual Captions is published in, the first column; of a .parquet the column of that name, or
    `caption`, or the only one with texts; of a folder or a shard of images the caption of each. Raises data-not-found
    for a file that is not there or holds nothing, and bad-input for one that is not UTF-8, or without such a column.
    """
    place = Path(path)
    if place.is_dir() or place.suffix.lower() == ".tar":
        captions = paired.captions(place, cache_folder)
        return _chosen(captions, count, data_seed, "texts", path)
    regular(path)
    lines = _parquet_texts(path, column) if path.lower().endswith(".parquet") else _lines(path)
    found = [line for line in lines if line]
    if not found:
        raise ZsclError("data-not-found", f"{path} holds no text; expected one per line")
    return _chosen(found, count, data_seed, "texts", path)


def _lines(path: str) -> list[str]:
    try:
        lines = [line.strip() for line in Path(path).read_text("utf-8-sig").splitlines()]
    except UnicodeDecodeError as error:
        raise ZsclError("bad-input", f"{path} is not UTF-8 text ({error.reason} at byte {error.start})") from error
    if path.lower().endswith(".tsv"):
        return [line.partition("\t")[0].strip() for line in lines]
    return lines


def _parquet_texts(path: str, column: str) -> list[str]:
    import pyarrow
    from pyarrow import parquet

    try:
        schema = parquet.read_schema(path)
        texts = [
            field.name
            for field in schema
            if pyarrow.types.is_string(field.type) or pyarrow.types.is_large_string(field.type)
        ]
        chosen = column or ("caption" if "caption" in texts else texts[0] if len(texts) == 1 else "")
        if chosen not in texts:
            what = f"no column `{chosen}` with texts" if chosen else "several columns with texts, or none; name one"
            raise ZsclError(
                "bad-input", f"{path}: {what} (`column`). Columns with texts: {', '.join(texts) or 'none'}."
            )
        values = parquet.read_table(path, columns=[chosen]).column(0).to_pylist()
    except pyarrow.ArrowInvalid as error:
        raise ZsclError("bad-input", f"{path} is not a Parquet file ({error})") from error
    return [(value or "").strip() for value in values]


def _places(folder: Folder) -> list[Path]:
    """The folder, or those of its first classes; none where all lies in shards or Parquet files.

    Raises data-not-found where there is no folder, bad-input where there are fewer classes.
    """
    root = Path(folder.path)
    if not root.is_dir():
        if root.is_file() and packed.is_packed(root, 0):
            return []
        raise ZsclError("data-not-found", f"there is no folder {root} with reference images")
    if not folder.classes:
        return [root]
    classes = sorted(entry for entry in root.iterdir() if entry.is_dir() and not entry.name.startswith("."))
    if len(classes) < folder.classes:
        if packed.is_packed(root, 0):
            return []
        raise too_many_classes(folder.classes, root, f"{len(classes)} folders of classes")
    return classes[: folder.classes]


def _chosen(found: Sequence[T], count: int, data_seed: int, part: str, path: str) -> Sequence[T]:
    """`count` of them in their order; all for 0. Raises bad-input when there are fewer at `path`."""
    if count > len(found):
        key = f"recipe.reference.{part}.count"
        raise ZsclError("bad-input", f"`{key}` is {count}, {path} has {len(found)}: use 0 for all")
    if count == 0:
        return found
    order = randomness.permutation(data_seed, 0, Purpose.REFERENCE_SAMPLE, 0, len(found))
    return [found[i] for i in sorted(order[:count].tolist())]

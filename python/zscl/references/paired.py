"""Reference images with a text each: from a table beside them, or from the folders of their classes."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from pathlib import Path

from zscl.commands import ZsclError
from zscl.data import inside
from zscl.data.walk import walk
from zscl.references import packed
from zscl.references.classes import spoken
from zscl.regular import regular

TABLES = ("image_text.csv", "metadata.csv", "metadata.jsonl")
IMAGE_COLUMNS, TEXT_COLUMNS = ("image", "file_name", "path"), ("text", "caption", "prompt")


def texts_of(root: Path, images: Sequence[str], template: str, cache_folder: str = "") -> list[str]:
    """The text of every image in `images`, paths that lie below `root` or in its shards.

    Out of a shard or a Parquet file its caption; from `image_text.csv` (columns image and text, as GIFT writes it) or
    `metadata.csv|jsonl` in `root`; from a `.txt` beside every image; else `template` with the name of the class, that
    of the folder or of the label, for which CLIP's stands where the class is one of ImageNet. Raises bad-input naming
    the first image or row that has no other half.
    """
    if images and inside.file_of(images[0]) != images[0]:
        known = packed.texts(root, cache_folder, template)
        return [known[image] for image in images]
    files = [Path(image) for image in images]
    for name in TABLES:
        if (root / name).exists():
            return _from_table(root, root / name, files)
    if files and files[0].with_suffix(".txt").exists():
        return [_beside(file) for file in files]
    return [template.format(_class_name(root, file)) for file in files]


def captions(place: Path, cache_folder: str) -> list[str]:
    """Every image's own text: captions of shards, of a table, or of `.txt` files; no names of classes."""
    found = [] if place.is_file() else walk(str(place), cache_folder).in_order()
    if packed.is_packed(place, len(found)):
        return [*packed.texts(place, cache_folder).values()]
    has_table = any((place / name).exists() for name in TABLES)
    if not found or not (has_table or Path(found[0]).with_suffix(".txt").exists()):
        raise ZsclError(
            "data-not-found",
            f"{place} holds no captions; expected shards (.tar) or a Parquet file with a caption per image, "
            f"{' or '.join(TABLES)}, or a `.txt` beside every image",
        )
    return texts_of(place, found, "", cache_folder)


def _beside(image: Path) -> str:
    path = image.with_suffix(".txt")
    if not path.exists():
        raise ZsclError("bad-input", f"{image} has no {path.name} beside it, as other images here have")
    regular(str(path))
    try:
        found = " ".join(path.read_text("utf-8-sig").split())
    except UnicodeDecodeError as error:
        raise ZsclError("bad-input", f"{path} is not UTF-8 text ({error.reason} at byte {error.start})") from error
    if not found:
        raise ZsclError("bad-input", f"{path} is empty; expected the caption of {image.name}")
    return found


def _from_table(root: Path, table: Path, files: list[Path]) -> list[str]:
    rows = _rows(table)
    by_path = {file.relative_to(root).as_posix(): file for file in files}
    by_name: dict[str, list[Path]] = {}
    for file in files:
        by_name.setdefault(file.name, []).append(file)
    texts: dict[Path, str] = {}
    for image, text in rows:
        written = Path(image.removeprefix("./")).as_posix()
        # GIFT's tables name files from the root of its project.
        found = [by_path[written]] if written in by_path else by_name.get(Path(written).name, [])
        if len(found) == 1:
            texts[found[0]] = text
        elif len(found) > 1:
            raise ZsclError(
                "bad-input", f"{table}: `{image}` could be {found[0]} or {found[1]}; write its path from {root}"
            )
        elif not (root / written).exists() and not (root / Path(written).name).exists():
            raise ZsclError("bad-input", f"{table} names {image}, which is not below {root}: add it, or remove its row")
    without = [file for file in files if file not in texts]
    if without:
        raise ZsclError(
            "bad-input", f"{table} has no text for {len(without)} of {len(files)} images, e.g. {without[0]}"
        )
    return [texts[file] for file in files]


def _rows(table: Path) -> list[tuple[str, str]]:
    regular(str(table))
    if table.suffix == ".jsonl":
        return _json_rows(table)
    try:
        with table.open(encoding="utf-8-sig", newline="") as lines:
            reader = csv.DictReader(lines)
            columns = reader.fieldnames or []
            image = next((one for one in IMAGE_COLUMNS if one in columns), None)
            text = next((one for one in TEXT_COLUMNS if one in columns), None)
            if image is None or text is None:
                raise ZsclError(
                    "bad-input",
                    f"{table}: expected a column {' or '.join(IMAGE_COLUMNS)} and one {' or '.join(TEXT_COLUMNS)}, "
                    f"got {', '.join(columns) or 'nothing'}",
                )
            found = [((row[image] or "").strip(), (row[text] or "").strip()) for row in reader]
    except UnicodeDecodeError as error:
        raise ZsclError("bad-input", f"{table} is not UTF-8 text ({error.reason} at byte {error.start})") from error
    except csv.Error as error:
        raise ZsclError("bad-input", f"{table} is not a CSV table ({error})") from error
    for number, (name, words) in enumerate(found, start=2):
        if not name or not words:
            raise ZsclError("bad-input", f"{table}: row {number} has no {'text' if name else 'image'}")
    return found


def _json_rows(table: Path) -> list[tuple[str, str]]:
    found = []
    for number, line in enumerate(table.read_text("utf-8-sig").split("\n"), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (json.JSONDecodeError, RecursionError) as error:
            raise ZsclError("bad-input", f"{table}, line {number}: not JSON ({error})") from error
        keys = row if isinstance(row, dict) else {}
        image, text = (next((keys[one] for one in some if one in keys), None) for some in (IMAGE_COLUMNS, TEXT_COLUMNS))
        if not isinstance(image, str) or not isinstance(text, str) or not image.strip() or not text.strip():
            wanted = f"{' or '.join(IMAGE_COLUMNS)} and {' or '.join(TEXT_COLUMNS)}"
            raise ZsclError("bad-input", f"{table}, line {number}: expected {wanted}, got {', '.join(keys) or 'none'}")
        found.append((image.strip(), text.strip()))
    return found


def _class_name(root: Path, file: Path) -> str:
    parts = file.relative_to(root).parts
    if len(parts) < 2:
        raise ZsclError(
            "bad-input",
            f"texts of the images in {root}: expected {' or '.join(TABLES)} there, or a folder per class; {file.name} "
            "lies in neither",
        )
    return spoken(parts[0], root)

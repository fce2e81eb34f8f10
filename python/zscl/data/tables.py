"""Tables of paths and labels as people and spreadsheets write them: separators, encodings, backslashes."""

from __future__ import annotations

import csv
import io
import json
import os
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from zscl.commands import DatasetSpec, ZsclError
from zscl.regular import regular

SEPARATORS = (",", ";", "\t", "|")
WORKBOOK = b"PK\x03\x04"  # what an .xlsx or .ods begins with
UTF_16 = (b"\xff\xfe", b"\xfe\xff")  # Excel's "Unicode text"


def read(path: str, spec: DatasetSpec) -> list[tuple[str, str]]:
    """The image file and the label of every row.

    Raises data-not-found for a table or images that are not there; bad-input naming file and line for another encoding,
    columns that are missing, empty cells, rows of another length, and images outside the folder of the images.
    """
    regular(path)
    text = _text(path, spec)
    rows = _json_rows(text, path, spec) if path.lower().endswith((".jsonl", ".ndjson")) else _rows(text, path, spec)
    if not rows:
        raise _wrong(spec, f"{path} has no rows")
    folder = os.path.abspath(spec.images or Path(path).parent)
    found = [(_image(image, folder, f"{path}, line {line}", spec), label) for line, image, label in rows]
    missing = [image for image, _ in found if not os.path.exists(image)]
    if missing:
        what = f"{path} names {len(missing)} files that do not exist; the first is {missing[0]}"
        raise ZsclError("data-not-found", f"dataset `{spec.name}`: {what}")
    return found


def _text(path: str, spec: DatasetSpec) -> str:
    content = Path(path).read_bytes()
    if content.startswith(WORKBOOK):
        raise _wrong(spec, f"{path} is a spreadsheet workbook; export it as CSV (UTF-8)")
    encoding = spec.encoding or ("utf-16" if content.startswith(UTF_16) else "utf-8-sig")
    try:
        return content.decode(encoding)
    except LookupError:
        raise _wrong(spec, f"`encoding` is `{encoding}`, which Python does not know; expected e.g. cp1252") from None
    except UnicodeError as error:
        line = content.count(b"\n", 0, error.start) + 1 if isinstance(error, UnicodeDecodeError) else 1
        name = "UTF-8" if encoding == "utf-8-sig" else encoding
        raise _wrong(
            spec, f"{path}, line {line}: not {name} text. Name its encoding (`encoding: cp1252`), or save it as UTF-8"
        ) from error


def _rows(text: str, path: str, spec: DatasetSpec) -> list[tuple[int, str, str]]:
    """Line, path and label of every row."""
    records = _records(text, path, spec)
    first = next(records, None)
    if first is None:
        raise _wrong(spec, f"{path} has no rows")
    columns = [name.strip() for name in first[1]]
    places = []
    for option in ("path_column", "label_column"):
        wanted = getattr(spec, option)
        if columns.count(wanted) != 1:
            what = "no column" if wanted not in columns else "several columns"
            named = ", ".join(columns[:20])
            raise _wrong(spec, f"{path} has {what} `{wanted}` (`{option}`). Columns: {named}")
        places.append((columns.index(wanted), wanted))
    rows = []
    for line, cells in records:
        if any(cell.strip() for cell in cells[len(columns) :]):
            what = f"{len(cells)} cells for {len(columns)} columns; text that contains the separator must be quoted"
            raise _wrong(spec, f"{path}, line {line}: {what}")
        values = [(name, cells[place].strip() if place < len(cells) else "") for place, name in places]
        for name, value in values:
            if not value:
                raise _wrong(spec, f"{path}, line {line}: column `{name}` is empty")
        rows.append((line, values[0][1], composed(values[1][1])))
    return rows


def _json_rows(text: str, path: str, spec: DatasetSpec) -> list[tuple[int, str, str]]:
    """The same of a file with an object per line, as the Hugging Face hub's imagefolder has it in metadata.jsonl."""
    rows = []
    for line, written in enumerate(text.split("\n"), start=1):
        if not written.strip():
            continue
        where = f"{path}, line {line}"
        try:
            found = json.loads(written)
        except (json.JSONDecodeError, RecursionError) as error:
            raise _wrong(spec, f"{where}: not JSON ({error})") from error
        if not isinstance(found, dict):
            raise _wrong(spec, f"{where}: expected an object with `{spec.path_column}` and `{spec.label_column}`")
        rows.append((line, _value(found, spec.path_column, where, spec), _value(found, spec.label_column, where, spec)))
    return [(line, image, composed(label)) for line, image, label in rows]


def _value(found: dict[str, object], column: str, where: str, spec: DatasetSpec) -> str:
    """Text, or a whole number as text. Raises bad-input naming what there is."""
    value = found.get(column)
    if isinstance(value, bool) or not isinstance(value, str | int) or not str(value).strip():
        keys = ", ".join(list(found)[:20])
        raise _wrong(spec, f"{where}: expected text or a whole number in `{column}`, got {value!r:.60}. Keys: {keys}")
    return str(value).strip()


def _records(text: str, path: str, spec: DatasetSpec) -> Iterator[tuple[int, list[str]]]:
    """The cells of every row that has any, with the line it ends at."""
    separator, body, before = _separator(text, path, spec)
    reader = csv.reader(io.StringIO(body, newline=""), delimiter=separator)
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield before + reader.line_num, cells
    except csv.Error as error:
        raise _wrong(spec, f"{path}, line {before + reader.line_num}: {error}") from error


def _separator(text: str, path: str, spec: DatasetSpec) -> tuple[str, str, int]:
    """The separator under which the first line names both columns, the text from there, and how many lines went before.

    A first line `sep=;` is how Excel is told.
    """
    head, _, rest = text.partition("\n")
    if head.strip().lower().startswith("sep=") and len(head.rstrip("\r\n")) == len("sep=,"):
        return head[len("sep=")], rest, 1
    usual = "\t" if Path(path).suffix.lower() in (".tsv", ".tab") else ","
    for separator in (usual, *SEPARATORS):
        names = [name.strip() for name in next(csv.reader([head], delimiter=separator), [])]
        if spec.path_column in names and spec.label_column in names:
            return separator, text, 0
    return usual, text, 0


def _image(written: str, folder: str, where: str, spec: DatasetSpec) -> str:
    """The file that a cell names: backslashes separate folders as on Windows, where no file has them in its name."""
    path = _existing(os.path.join(folder, written), os.path.join(folder, written.replace("\\", "/")))
    if os.path.commonpath([folder, path]) != folder:
        raise _wrong(
            spec, f"{where}: {written} lies outside {folder}. Name the folder that holds all images (`images: FOLDER`)"
        )
    return path


def _existing(*paths: str) -> str:
    """The first that is there, also where another system has written its accents in another way; else the last."""
    for path in paths:
        for form in (path, unicodedata.normalize("NFC", path), unicodedata.normalize("NFD", path)):
            if os.path.lexists(form):
                return os.path.normpath(form)
    return os.path.normpath(paths[-1])


def composed(label: str) -> str:
    """Letters with accents are one character each: two that look alike are the same class."""
    return unicodedata.normalize("NFC", label)


def _wrong(spec: DatasetSpec, what: str) -> ZsclError:
    return ZsclError("bad-input", f"dataset `{spec.name}`: {what}.")

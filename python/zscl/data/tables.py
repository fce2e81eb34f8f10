"""Tables of paths and labels as people and spreadsheets write them: separators, encodings, backslashes."""

from __future__ import annotations

import csv
import io
import json
import os
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from zscl.commands import DatasetSpec, ZsclError
from zscl.data.rows import MOST_PARTS, is_split_column, require_undivided, require_unnumbered, test_split_of
from zscl.regular import regular

SEPARATORS = (",", ";", "\t", "|")
WORKBOOK = b"PK\x03\x04"  # what an .xlsx or .ods begins with
UTF_16 = (b"\xff\xfe", b"\xfe\xff")  # Excel's "Unicode text"


class Row(NamedTuple):
    """One row, with the line it ends at; `split` is '' where no column says one."""

    line: int
    image: str
    label: str
    split: str


def read(path: str, spec: DatasetSpec) -> list[tuple[str, str]]:
    """The image file and the label of every row.

    Raises data-not-found for a table or images that are not there; bad-input naming file and line for another encoding,
    columns that are missing, empty cells, rows of another length, images outside the folder of the images, and rows for
    testing in a table that is trained on.
    """
    rows, splits = _read(path, spec)
    if path == spec.table != spec.test_table:
        how = "Name it (`split_column: {}`, with `split` and `test_split`)"
        require_undivided(splits, path, how, spec)
        if not spec.test_table:
            require_unnumbered(splits, path, how, spec)
    return _files(rows, path, spec)


def read_splits(path: str, spec: DatasetSpec) -> tuple[list[tuple[str, str]], list[tuple[str, str]] | None]:
    """The same of the training and the test rows by `split_column`; None where a share of the former is to be held out.

    Rows that are neither may lack an image and a class. Raises bad-input for a split that no row is of.
    """
    rows, _ = _read(path, spec)
    test = test_split_of(dict.fromkeys(row.split for row in rows), spec)
    if not spec.test_split and any(row.split == test and not row.label for row in rows):
        test = ""  # handed out without their classes, as for a contest
    train_rows, test_rows = ([row for row in rows if row.split == split] for split in (spec.split, test))
    return _files(train_rows, path, spec), _files(test_rows, path, spec) if test else None


Splits = dict[str, dict[str, None]]  # the different values of every column that is called like a split


def _read(path: str, spec: DatasetSpec) -> tuple[list[Row], Splits]:
    regular(path)
    text = _text(path, spec)
    splits: Splits = {}
    is_json = path.lower().endswith((".jsonl", ".ndjson"))
    rows = _json_rows(text, path, spec, splits) if is_json else _rows(text, path, spec, splits)
    if not rows:
        raise _wrong(spec, f"{path} has no rows")
    return rows, splits


def _files(rows: Sequence[Row], path: str, spec: DatasetSpec) -> list[tuple[str, str]]:
    folder = os.path.abspath(spec.images or Path(path).parent)
    found = [(_image(row.image, folder, f"{path}, line {row.line}", spec), row.label) for row in rows]
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


def _columns(spec: DatasetSpec) -> list[str]:
    """The options that name columns."""
    return [*(["split_column"] if spec.split_column else []), "path_column", "label_column"]


def _rows(text: str, path: str, spec: DatasetSpec, splits: Splits) -> list[Row]:
    records = _records(text, path, spec)
    first = next(records, None)
    if first is None:
        raise _wrong(spec, f"{path} has no rows")
    columns = [name.strip() for name in first[1]]
    places = []
    for option in _columns(spec):
        wanted = getattr(spec, option)
        if columns.count(wanted) != 1:
            what = "no column" if wanted not in columns else "several columns"
            named = ", ".join(columns[:20])
            raise _wrong(spec, f"{path} has {what} `{wanted}` (`{option}`). Columns: {named}")
        places.append((columns.index(wanted), wanted))
    known = (spec.path_column, spec.label_column)
    others = [
        (place, splits.setdefault(name, {}))
        for place, name in enumerate(columns)
        if name not in known and is_split_column(name)
    ]
    rows = []
    for line, cells in records:
        if any(cell.strip() for cell in cells[len(columns) :]):
            what = f"{len(cells)} cells for {len(columns)} columns; text that contains the separator must be quoted"
            raise _wrong(spec, f"{path}, line {line}: {what}")
        for place, seen in others:
            if len(seen) <= MOST_PARTS:
                seen[cells[place].strip() if place < len(cells) else ""] = None
        values = {
            option: (name, cells[place].strip() if place < len(cells) else "")
            for option, (place, name) in zip(_columns(spec), places, strict=True)
        }

        def cell(
            option: str,
            blank: str | None = None,
            values: Mapping[str, tuple[str, str]] = values,
            line: int = line,
        ) -> str:
            name, value = values[option]
            if not value and blank is not None:
                return blank
            if not value:
                raise _wrong(spec, f"{path}, line {line}: column `{name}` is empty")
            return value

        rows.append(_row(line, cell, spec))
    return rows


def _row(line: int, cell: Callable[..., str], spec: DatasetSpec) -> Row:
    """`cell` is what the row has in the column that an option names. Of a row that is left out only `split` counts."""
    split = cell("split_column") if spec.split_column else ""
    if spec.split_column and split not in (spec.split, spec.test_split or "test"):
        return Row(line, "", "", split)
    if spec.split_column and not spec.test_split and split == "test":
        return Row(line, cell("path_column"), composed(cell("label_column", "")), split)
    return Row(line, cell("path_column"), composed(cell("label_column")), split)


def _json_rows(text: str, path: str, spec: DatasetSpec, splits: Splits) -> list[Row]:
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
        for name in filter(is_split_column, found.keys() - {spec.path_column, spec.label_column}):
            if len(seen := splits.setdefault(name, {})) <= MOST_PARTS:
                seen[str(found[name])] = None

        def cell(option: str, blank: str | None = None, found: dict[str, object] = found, where: str = where) -> str:
            if blank is not None and found.get(getattr(spec, option)) in (None, ""):
                return blank
            return _value(found, getattr(spec, option), where, spec, is_split=option == "split_column")

        rows.append(_row(line, cell, spec))
    return rows


def _value(found: dict[str, object], column: str, where: str, spec: DatasetSpec, *, is_split: bool) -> str:
    """Text, or a whole number as text; of a split also true or false. Raises bad-input naming what there is."""
    value = found.get(column)
    if is_split and isinstance(value, bool):
        return str(value).lower()
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

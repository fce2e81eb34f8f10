"""Tables as spreadsheets write them give the same images and classes, or say what is wrong, with the line."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import unicodedata
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch
from conftest import silent
from PIL import Image

from zscl.commands import DatasetSpec, ZsclError
from zscl.data import tables
from zscl.data.loading import load_datasets

LABELS = ("007", '1,5" nut', "Öl")
Rows = list[tuple[str, str]]


@pytest.fixture
def rows(tmp_path: Path) -> Rows:
    (tmp_path / "pictures of mine").mkdir()
    found = []
    for i in range(12):
        path = f"pictures of mine/bild {i}.png"
        Image.new("RGB", (24, 20), (i * 20, 255 - i * 20, 90)).save(tmp_path / path)
        found.append((path, LABELS[i % 3]))
    return found


def written(rows: Rows, separator: str, windows: bool = False) -> str:
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, delimiter=separator, lineterminator="\r\n" if windows else "\n")
    writer.writerow(("path", "label"))
    writer.writerows((path.replace("/", "\\") if windows else path, label) for path, label in rows)
    return buffer.getvalue()


def spec(table: Path, **changes: Any) -> DatasetSpec:  # noqa: ANN401
    return replace(DatasetSpec("own", "table", table=str(table)), **changes)


def fails(table: Path, **changes: Any) -> str:  # noqa: ANN401
    with pytest.raises(ZsclError) as caught:
        tables.read(str(table), spec(table, **changes))
    assert caught.value.code in ("bad-input", "data-not-found")
    assert "\n" not in str(caught.value)
    return str(caught.value)


@pytest.mark.parametrize(
    ("separator", "encoding", "windows", "named"),
    [
        (",", "utf-8", False, ""),
        (";", "utf-8", False, ""),
        ("\t", "utf-8", False, ""),
        ("|", "utf-8", False, ""),
        (";", "utf-8-sig", True, ""),  # Excel in Europe: "CSV UTF-8"
        ("\t", "utf-16", True, ""),  # Excel: "Unicode text"
        (";", "cp1252", True, "cp1252"),  # Excel: "CSV"
    ],
)
def test_every_way_of_writing_a_table_gives_the_same_rows(
    tmp_path: Path, rows: Rows, separator: str, encoding: str, windows: bool, named: str
) -> None:
    table = tmp_path / "table.csv"
    table.write_bytes(written(rows, separator, windows).encode(encoding))
    found = tables.read(str(table), spec(table, encoding=named))
    assert found == [(str(tmp_path / path), label) for path, label in rows]


def test_a_table_with_semicolons_is_loaded_with_its_classes(tmp_path: Path, rows: Rows) -> None:
    table = tmp_path / "table.csv"
    table.write_text(written(rows, ";"), encoding="utf-8")
    loaded = load_datasets([spec(table)], "", torch.device("cpu"), 16, silent)["own"]
    assert loaded.classes == LABELS
    assert len(loaded.train_labels) + len(loaded.test_labels) == 12


def test_the_line_by_which_excel_is_told_the_separator_is_no_header(tmp_path: Path, rows: Rows) -> None:
    table = tmp_path / "table.csv"
    table.write_text("sep=;\n" + written(rows, ";"), encoding="utf-8")
    assert len(tables.read(str(table), spec(table))) == 12
    table.write_text("sep=;\npath;label\nnone.png;\n", encoding="utf-8")
    assert "line 3: column `label` is empty" in fails(table)


def test_another_encoding_is_an_error_that_names_file_line_and_encoding(tmp_path: Path, rows: Rows) -> None:
    table = tmp_path / "latin1.csv"
    table.write_bytes(written(rows, ";").encode("cp1252"))
    assert f"{table}, line 4: not UTF-8 text. Name its encoding (`encoding: cp1252`)" in fails(table)
    assert "`encoding` is `windows`, which Python does not know" in fails(table, encoding="windows")


def test_a_workbook_is_no_table(tmp_path: Path) -> None:
    (tmp_path / "table.csv").write_bytes(b"PK\x03\x04" + bytes(200))
    assert "export it as CSV" in fails(tmp_path / "table.csv")


def test_a_label_with_an_unquoted_separator_is_not_cut(tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    table.write_text("path,label\na.png,nut, small\n")
    assert "line 2: 3 cells for 2 columns" in fails(table)


def test_rows_and_columns_that_are_empty_at_the_end_are_no_rows(tmp_path: Path, rows: Rows) -> None:
    table = tmp_path / "table.csv"
    table.write_text("path , label,\n" + "".join(f"{path},{i % 2},\n" for i, (path, _) in enumerate(rows)) + ",,\n,,\n")
    assert [label for _, label in tables.read(str(table), spec(table))] == ["0", "1"] * 6


def test_two_columns_of_one_name_are_an_error(tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    table.write_text("path,label,label\na.png,x,y\n")
    assert "several columns `label`" in fails(table)


def test_letters_with_accents_are_the_same_however_they_are_written(tmp_path: Path) -> None:
    """macOS writes o and dots as two characters, in names of files and in what is copied from them."""
    for name in ("Öl.png", "b.png"):
        Image.new("RGB", (8, 8)).save(tmp_path / unicodedata.normalize("NFD", name))
    table = tmp_path / "table.csv"
    table.write_text(f"path,label\nÖl.png,Öl\nb.png,{unicodedata.normalize('NFD', 'Öl')}\n", encoding="utf-8")
    assert {label for _, label in tables.read(str(table), spec(table))} == {"Öl"}


@pytest.mark.parametrize("place", ["/dev/zero", "../secret.png", "..\\secret.png"])
def test_a_file_outside_the_folder_is_not_read_unless_that_folder_is_named(tmp_path: Path, place: str) -> None:
    (tmp_path / "in").mkdir()
    Image.new("RGB", (8, 8)).save(tmp_path / "secret.png")
    table = tmp_path / "in/table.csv"
    table.write_text(f"path,label\n{place},x\n")
    assert f"line 2: {place} lies outside {tmp_path / 'in'}" in fails(table)


def test_paths_may_be_relative_to_a_folder_that_is_named_or_absolute_in_it(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    Image.new("RGB", (8, 8)).save(tmp_path / "a.png")
    table = tmp_path / "in/table.csv"
    table.write_text(f"path,label\na.png,x\n{tmp_path / 'a.png'},y\n")
    assert tables.read(str(table), spec(table, images=str(tmp_path))) == [
        (str(tmp_path / "a.png"), "x"),
        (str(tmp_path / "a.png"), "y"),
    ]


@pytest.mark.parametrize("as_table", [True, False])
def test_a_fifo_is_refused_as_the_table_and_in_it(tmp_path: Path, as_table: bool) -> None:
    os.mkfifo(tmp_path / "pipe.png")
    table = tmp_path / ("pipe.png" if as_table else "table.csv")
    if not as_table:
        Image.new("RGB", (8, 8)).save(tmp_path / "a.png")
        table.write_text("path,label\na.png,x\npipe.png,x\n")
    with pytest.raises(ZsclError, match=r"pipe\.png is a FIFO; expected a regular file"):
        load_datasets([spec(table)], "", torch.device("cpu"), 16, silent)


def test_an_image_to_train_on_is_not_tested_with(tmp_path: Path, rows: Rows) -> None:
    table = tmp_path / "table.csv"
    table.write_text(written(rows, ","), encoding="utf-8")
    other = tmp_path / "test.csv"
    other.write_text(written(rows[:3], ";"), encoding="utf-8")
    with pytest.raises(ZsclError, match="3 images are in both the training and the test set"):
        load_datasets([spec(table, test_table=str(other))], "", torch.device("cpu"), 16, silent)


def test_metadata_of_the_hubs_imagefolder_is_a_table_in_either_form(tmp_path: Path, rows: Rows) -> None:
    hub = {"path_column": "file_name"}
    lines = [json.dumps({"file_name": path, "label": label, "more": [1]}) for path, label in rows]
    (tmp_path / "metadata.jsonl").write_text("\n".join([*lines, ""]), encoding="utf-8")
    (tmp_path / "metadata.csv").write_text(written(rows, ",").replace("path", "file_name", 1), encoding="utf-8")
    wanted = [(str(tmp_path / path), label) for path, label in rows]
    for name in ("metadata.jsonl", "metadata.csv"):
        assert tables.read(str(tmp_path / name), spec(tmp_path / name, **hub)) == wanted


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("{", "line 2: not JSON"),
        ("[1]", "line 2: expected an object with `path` and `label`"),
        ('{"path": "a.png"}', "expected text or a whole number in `label`, got None. Keys: path"),
        ('{"path": "a.png", "label": [1, 2]}', r"expected text or a whole number in `label`, got [1, 2]"),
        ('{"path": "a.png", "label": true}', "got True"),
    ],
)
def test_a_line_that_is_no_row_is_named(tmp_path: Path, line: str, words: str) -> None:
    (tmp_path / "t.jsonl").write_text('{"path": "a.png", "label": 3}\n' + line + "\n")
    assert words in fails(tmp_path / "t.jsonl")


def divided(folder: Path, text: str) -> Path:
    for i in range(6):
        Image.new("RGB", (24, 20), (i * 20, 0, 90)).save(folder / f"{i}.png")
    table = folder / ("t.jsonl" if text.startswith("{") else "t.csv")
    table.write_text(text)
    return table


PARTS = ("train", "train", "train", "test", "val", "train")
DIVIDED = "path;label;part\n" + "".join(f"{i}.png;{'ab'[i % 2]};{part}\n" for i, part in enumerate(PARTS))


def test_a_column_divides_a_table_and_rows_of_neither_side_are_left_out(tmp_path: Path) -> None:
    table = divided(tmp_path, DIVIDED)
    found = load_datasets([spec(table, split_column="part")], "", torch.device("cpu"), 16, silent)["own"]
    assert (found.train_labels.tolist(), found.test_labels.tolist()) == ([0, 1, 0, 1], [1])
    other = spec(table, split_column="part", split="train", test_split="val")
    assert load_datasets([other], "", torch.device("cpu"), 16, silent)["own"].test_labels.tolist() == [0]


def test_what_is_left_out_needs_neither_image_nor_class_and_what_is_used_needs_both(tmp_path: Path) -> None:
    table = divided(tmp_path, DIVIDED.replace("4.png;a;val", ";;val"))
    found = load_datasets([spec(table, split_column="part")], "", torch.device("cpu"), 16, silent)["own"]
    assert len(found.test_labels) == 1
    # Handed out without its class, as for a contest: a share is held out, unless such rows are asked for.
    table = divided(tmp_path, DIVIDED.replace("3.png;b;test", "3.png;;test"))
    found = load_datasets([spec(table, split_column="part")], "", torch.device("cpu"), 16, silent)["own"]
    assert (len(found.train_labels), len(found.test_labels)) == (2, 2)
    with pytest.raises(ZsclError, match="line 5: column `label` is empty"):
        tables.read_splits(str(table), spec(table, split_column="part", split="train", test_split="test"))
    for written, message in (
        (DIVIDED.replace("1.png;b;train", "1.png;;train"), "line 3: column `label` is empty"),
        (DIVIDED.replace("3.png;b;test", "3.png;b;"), "line 5: column `part` is empty"),
        (DIVIDED.replace("train", "Train"), "no split `train` (`split`). Splits: Train, test, val."),
        (DIVIDED.replace("part", "teil"), "no column `part` (`split_column`)"),
        (DIVIDED.replace("3.png", "2.png"), "1 images are in both the training and the test set"),
    ):
        with pytest.raises(ZsclError) as caught:
            load_datasets([spec(divided(tmp_path, written), split_column="part")], "", torch.device("cpu"), 16, silent)
        assert message in str(caught.value)


def test_without_test_rows_a_share_is_held_out_and_json_may_say_it_with_true_and_false(tmp_path: Path) -> None:
    table = divided(tmp_path, DIVIDED.replace("test", "val"))
    found = load_datasets([spec(table, split_column="part")], "", torch.device("cpu"), 16, silent)["own"]
    assert (len(found.train_labels), len(found.test_labels)) == (2, 2)
    lines = [{"path": f"{i}.png", "label": "ab"[i % 2], "is_test": i > 3} for i in range(6)]
    table = divided(tmp_path, "\n".join(json.dumps(line) for line in lines))
    sides = spec(table, split_column="is_test", split="false", test_split="true")
    found = load_datasets([sides], "", torch.device("cpu"), 16, silent)["own"]
    assert (len(found.train_labels), len(found.test_labels)) == (4, 2)


def test_rows_that_a_column_calls_test_are_not_trained_on_without_a_word(tmp_path: Path) -> None:
    for written in (
        DIVIDED.replace("part", "Split"),
        "\n".join(json.dumps({"path": f"{i}.png", "label": "ab"[i % 2], "split": PARTS[i]}) for i in range(6)),
    ):
        table = divided(tmp_path, written)
        assert re.search(r"column `\w+` of \S+ says which rows are for testing \(train, test, val\)", fails(table))
        assert "would be trained on" in fails(table, test_table="elsewhere.csv")
        assert len(tables.read(str(table), spec(table, test_table=str(table)))) == 6  # only measured
    whole = divided(tmp_path, DIVIDED.replace("train", "test"))  # one that is only measured
    assert len(tables.read(str(whole), spec(whole))) == 6


def test_a_split_in_numbers_is_asked_about(tmp_path: Path) -> None:
    numbered = DIVIDED.replace("train", "0").replace("val", "1").replace("test", "2")
    table = divided(tmp_path, numbered.replace("part", "partition"))
    said = r"column `partition` of \S+ holds 0, 1, 2, which may say which rows are for testing.*or take the column out"
    assert re.search(said, fails(table))
    sides = spec(table, split_column="partition", split="0", test_split="2")
    found = load_datasets([sides], "", torch.device("cpu"), 16, silent)["own"]
    assert (len(found.train_labels), len(found.test_labels)) == (4, 1)
    assert len(tables.read(str(table), spec(table, test_table="elsewhere.csv"))) == 6  # it has a test set
    for written in (numbered, numbered.replace("part", "set").replace(";2", ";17"), numbered.replace("part", "copies")):
        table = divided(tmp_path, written)
        assert len(tables.read(str(table), spec(table))) == 6

"""Copies of the paper's datasets on the hub: the same classes and splits, or a refusal that says what differs."""

from __future__ import annotations

import io
import json
import tarfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pyarrow
import pytest
import torch
from conftest import silent
from PIL import Image
from pyarrow import parquet
from trees.published import TREES

from zscl.commands import DatasetSpec, ZsclError
from zscl.data.loading import load_datasets
from zscl.data.readers import copies, list_dataset
from zscl.data.readers.verify import verify

PETS = ("abyssinian", "american_bulldog", "birman")


def copy(root: Path, names: Sequence[str], test: str = "test", rows: int = 2) -> Path:
    """`rows` images of every class in both splits, as the hub has them."""
    folder = root / "hub" / "data"
    folder.mkdir(parents=True)
    image = pyarrow.struct([("bytes", pyarrow.binary()), ("path", pyarrow.string())])
    features = {"image": {"_type": "Image"}, "label": {"_type": "ClassLabel", "names": [*names]}}
    schema = pyarrow.schema(
        [("image", image), ("label", pyarrow.int64())],
        metadata={"huggingface": json.dumps({"info": {"features": features}})},
    )
    for split in ("train", test):
        labels = [label for label in range(len(names)) for _ in range(rows)]
        images = []
        for label in labels:
            file = io.BytesIO()
            Image.new("RGB", (30, 20), (40 * label, 0, 0)).save(file, "PNG")
            images.append({"bytes": file.getvalue(), "path": None})
        table = pyarrow.table([images, labels], schema=schema)
        parquet.write_table(table, folder / f"{split}-00000-of-00001.parquet")
    (root / "zscl-source.json").write_text("{}")
    return root


def spec(root: Path, kind: str, **changes: Any) -> DatasetSpec:  # noqa: ANN401
    return DatasetSpec("d", kind, root=str(root), prompts="mtil", **changes)


def known(monkeypatch: pytest.MonkeyPatch, kind: str, classes: int, test: str = "test", rows: int = 2) -> None:
    changed = {**copies.SPLITS, kind: (classes, rows * classes, rows * classes, test)}
    monkeypatch.setattr(copies, "SPLITS", changed)


def test_a_copy_is_read_where_nothing_else_is_there_and_trains_like_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known(monkeypatch, "oxford-pets", 3)
    root = copy(tmp_path / "pets", PETS)
    found = load_datasets([spec(root, "oxford-pets")], "", torch.device("cpu"), 16, silent)["d"]
    assert found.classes == ("abyssinian", "american bulldog", "birman")
    assert found.test_images[torch.arange(6)][:, 0, 8, 8].tolist() == [0, 0, 40, 40, 80, 80]
    assert found.test_labels.tolist() == [0, 0, 1, 1, 2, 2]
    assert found.crops is not None
    report = verify(spec(root, "oxford-pets"), 2)
    assert (report.train, report.test, report.problems) == (6, 6, ())


def test_the_published_layout_goes_before_a_copy(tmp_path: Path) -> None:
    root = TREES["oxford-pets"](tmp_path)
    copy(root, PETS)
    assert len(list_dataset(spec(root, "oxford-pets")).ids) == 4


def test_classes_in_another_order_get_the_labels_of_the_dataset(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = ("Canterbury Bells", "pink_primrose", "hard-leaved pocket orchid")
    known(monkeypatch, "flowers102", 3)
    listing = list_dataset(spec(copy(tmp_path, names), "flowers102"))
    assert listing.train.labels.tolist() == [2, 2, 0, 0, 1, 1]
    assert listing.classes[:3] == ("pink primrose", "hard-leaved pocket orchid", "canterbury bells")


def test_a_class_that_is_none_of_the_dataset_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    known(monkeypatch, "flowers102", 2)
    with pytest.raises(ZsclError, match="the copy has a class `car`, which is not one of flowers102"):
        list_dataset(spec(copy(tmp_path, ("pink primrose", "car")), "flowers102"))


def test_another_number_of_classes_or_rows_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = copy(tmp_path / "a", PETS)
    with pytest.raises(ZsclError, match="has 3 names of classes, expected 37"):
        list_dataset(spec(root, "oxford-pets"))
    known(monkeypatch, "oxford-pets", 3, rows=5)
    with pytest.raises(ZsclError, match=r"has 6 training images, expected 15\. Download it again"):
        list_dataset(spec(root, "oxford-pets"))


def test_food101_is_tested_on_what_the_copy_calls_validation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    known(monkeypatch, "food101", 2, "validation")
    assert len(list_dataset(spec(copy(tmp_path, ("a", "b"), "validation"), "food101")).test.labels) == 4


def test_sun397_needs_a_word_for_the_split_of_a_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    known(monkeypatch, "sun397", 2)
    root = copy(tmp_path, ("abbey", "apartment_building/outdoor"))
    with pytest.raises(ZsclError, match=r"lacks the file names .* `split: hub`: the protocol will say so"):
        list_dataset(spec(root, "sun397"))
    assert list_dataset(spec(root, "sun397", split="hub")).classes == ("abbey", "apartment building/outdoor")


def test_dtd_needs_that_word_too_for_a_copy_that_trains_on_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known(monkeypatch, "dtd", 2)
    root = copy(tmp_path, ("banded", "blotchy"))
    with pytest.raises(ZsclError, match="has the training and the validation images in one"):
        list_dataset(spec(root, "dtd"))
    assert len(list_dataset(spec(root, "dtd", split="hub")).train.labels) == 4


def test_shards_are_read_with_their_names_of_classes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    known(monkeypatch, "stanford-cars", 2, rows=1)
    names = ("AM General Hummer SUV 2000", "Acura RL Sedan 2012")
    folder = tmp_path / "hub"
    for split in ("train", "test"):
        (folder / split).mkdir(parents=True)
        with tarfile.open(folder / split / "0.tar", "w") as shard:
            for label in (1, 0):
                picture = io.BytesIO()
                Image.new("RGB", (30, 20), (40 * label, 0, 0)).save(picture, "PNG")
                for ending, content in (("cls", str(label).encode()), ("png", picture.getvalue())):
                    member = tarfile.TarInfo(f"s{label:07}.{ending}")
                    member.size = len(content)
                    shard.addfile(member, io.BytesIO(content))
    (folder / "classnames.txt").write_text("\n".join(names))
    found = load_datasets([spec(tmp_path, "stanford-cars")], "", torch.device("cpu"), 16, silent)["d"]
    assert found.test_labels.tolist() == [1, 0]
    assert found.test_images[torch.arange(2)][:, 0, 8, 8].tolist() == [40, 0]


def test_files_that_are_gone_are_said(tmp_path: Path) -> None:
    (tmp_path / "hub").mkdir()
    with pytest.raises(ZsclError, match="holds no Parquet files or shards"):
        list_dataset(spec(tmp_path, "stanford-cars"))

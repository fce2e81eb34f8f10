"""Datasets of the hub as Parquet files with the images in them."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyarrow
import pytest
import torch
from conftest import silent
from PIL import Image
from pyarrow import parquet

from zscl.commands import DatasetSpec, ZsclError
from zscl.data.dataset import Dataset
from zscl.data.loading import load_datasets


def image(level: int) -> dict[str, Any]:
    buffer = io.BytesIO()
    Image.new("RGB", (20, 16), (level, 0, 0)).save(buffer, "PNG")
    return {"bytes": buffer.getvalue(), "path": None}


def write(file: Path, levels: list[int], names: list[str] | None) -> None:
    """Labels go round; two rows in a group."""
    file.parent.mkdir(parents=True, exist_ok=True)
    table = pyarrow.table({"image": [image(level) for level in levels], "label": [i % 2 for i in range(len(levels))]})
    label = {"_type": "Value"} if names is None else {"_type": "ClassLabel", "names": names}
    facts = {"info": {"features": {"image": {"_type": "Image"}, "label": label}}}
    parquet.write_table(table.replace_schema_metadata({"huggingface": json.dumps(facts)}), file, row_group_size=2)


def load(root: Path, **changes: Any) -> Dataset:  # noqa: ANN401
    spec = replace(DatasetSpec("own", "saved", saved=str(root), split="train"), **changes)
    return load_datasets([spec], "", torch.device("cpu"), 16, silent)["own"]


def test_shards_of_a_split_are_read_in_their_order_with_the_names_of_the_classes(tmp_path: Path) -> None:
    names = ["zebra", "ant"]
    write(tmp_path / "data/train-00000-of-00002.parquet", [10, 20, 30], names)
    write(tmp_path / "data/train-00001-of-00002.parquet", [40, 50, 60, 70, 80], names)
    write(tmp_path / "data/test-00000-of-00001-0123456789abcdef.parquet", [90, 100, 110], names)
    loaded = load(tmp_path)
    assert loaded.classes == ("zebra", "ant")
    assert loaded.train_labels.tolist() == [0, 1, 0, 0, 1, 0, 1, 0]
    assert loaded.train_images[torch.arange(8)][:, 0, 0, 0].tolist() == [10, 20, 30, 40, 50, 60, 70, 80]
    assert loaded.test_images[torch.arange(3)][:, 0, 0, 0].tolist() == [90, 100, 110]


def test_without_names_the_labels_are_the_classes_and_a_share_is_held_out(tmp_path: Path) -> None:
    write(tmp_path / "train.parquet", [10, 20, 30, 40], None)
    loaded = load(tmp_path, held_out=0.5)
    assert loaded.classes == ("0", "1")
    assert (len(loaded.train_labels), len(loaded.test_labels)) == (2, 2)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"split": "all"}, r"no split `all` \(`split`\). Splits: train"),
        ({"image_column": "img"}, r"no column `img` \(`image_column`\). Columns: image, label"),
        ({"image_column": "label"}, "holds int64, not images"),
    ],
)
def test_what_is_not_there_is_named(tmp_path: Path, changes: dict[str, str], words: str) -> None:
    write(tmp_path / "train.parquet", [10, 20], None)
    with pytest.raises(ZsclError, match=words):
        load(tmp_path, **changes)


def test_a_file_that_is_no_parquet_is_named(tmp_path: Path) -> None:
    (tmp_path / "train.parquet").write_bytes(b"version https://git-lfs.github.com/spec/v1")
    with pytest.raises(ZsclError, match="is not a Parquet file"):
        load(tmp_path)


def with_parts(file: Path, name: str, parts: list[Any]) -> None:
    table = parquet.read_table(file)
    parquet.write_table(table.append_column(name, [parts]), file)


def test_a_column_divides_the_rows_where_the_names_of_files_do_not(tmp_path: Path) -> None:
    write(tmp_path / "all-00000-of-00002.parquet", [10, 20, 30, 40], ["zebra", "ant"])
    write(tmp_path / "all-00001-of-00002.parquet", [50, 60], ["zebra", "ant"])
    with_parts(tmp_path / "all-00000-of-00002.parquet", "part", ["train", "train", "test", "val"])
    with_parts(tmp_path / "all-00001-of-00002.parquet", "part", ["test", "train"])
    loaded = load(tmp_path, split_column="part")
    assert loaded.train_images[torch.arange(3)][:, 0, 0, 0].tolist() == [10, 20, 60]
    assert loaded.test_images[torch.arange(2)][:, 0, 0, 0].tolist() == [30, 50]
    assert loaded.classes == ("zebra", "ant")
    with pytest.raises(ZsclError, match="no split `learn`"):
        load(tmp_path, split_column="part", split="learn")
    with pytest.raises(ZsclError, match=r"no column `no` \(`split_column`\)"):
        load(tmp_path, split_column="no")


def test_rows_that_a_column_leaves_out_need_no_class(tmp_path: Path) -> None:
    file = tmp_path / "all.parquet"
    write(file, [10, 20, 30, 40], ["zebra", "ant"])
    with_parts(file, "part", ["train", "train", None, "train"])
    table = parquet.read_table(file)
    parquet.write_table(table.set_column(1, "label", pyarrow.array([0, 1, None, 0])), file)
    loaded = load(tmp_path, split_column="part", held_out=0.5)
    assert len(loaded.train_labels) + len(loaded.test_labels) == 3


def test_rows_that_a_column_calls_test_are_not_trained_on_without_a_word(tmp_path: Path) -> None:
    write(tmp_path / "train.parquet", [10, 20, 30, 40], None)
    with_parts(tmp_path / "train.parquet", "Split", ["train", "train", "train", "Test"])
    with pytest.raises(ZsclError, match=r"column `Split` of .* says which rows are for testing \(train, Test\)"):
        load(tmp_path)
    write(tmp_path / "test.parquet", [50, 60], None)
    with pytest.raises(ZsclError, match="all of them would be trained on"):
        load(tmp_path)  # also beside a test set of its own
    write(tmp_path / "train.parquet", [10, 20, 30, 40], None)
    with_parts(tmp_path / "train.parquet", "split", ["a", "b", "a", "b"])
    (tmp_path / "test.parquet").unlink()
    assert len(load(tmp_path, held_out=0.5).train_labels) == 2  # of what it says nothing is known


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("is_test", [False, False, True, False]),
        ("Is Test ", ["False", "False", "True", "False"]),
        ("test_set", [0.0, 0.0, 1.0, 0.0]),
        ("training", [1, 1, 0, 1]),
        ("split", ["train", None, "val", "train"]),
        ("Kaggle Usage", ["Training", "PublicTest", "PrivateTest", "Training"]),
    ],
)
def test_that_is_said_in_many_ways(tmp_path: Path, name: str, parts: list[Any]) -> None:
    write(tmp_path / "train.parquet", [10, 20, 30, 40], None)
    with_parts(tmp_path / "train.parquet", name, parts)
    with pytest.raises(ZsclError, match=f"column `{name}` of .* all of them would be trained on"):
        load(tmp_path)


def test_numbers_of_a_class_label_are_said_by_their_names_and_lists_are_no_split(tmp_path: Path) -> None:
    file = tmp_path / "all.parquet"
    write(file, [10, 20, 30, 40], None)
    with_parts(file, "splits", [["a"], ["test"], [], []])
    with_parts(file, "split", [0, 0, 1, 0])
    table = parquet.read_table(file)
    facts = {"info": {"features": {"split": {"_type": "ClassLabel", "names": ["train", "test"]}}}}
    parquet.write_table(table.replace_schema_metadata({"huggingface": json.dumps(facts)}), file)
    with pytest.raises(ZsclError, match=r"`split` of .* \(train, test\)"):
        load(tmp_path, split="all")
    assert load(tmp_path, split_column="split").test_labels.tolist() == [0]


def test_folders_called_like_splits_are_those_where_no_files_lie_beside_them(tmp_path: Path) -> None:
    write(tmp_path / "train/0000.parquet", [10, 20], None)
    write(tmp_path / "train/0001.parquet", [30], None)
    write(tmp_path / "Test/0000.parquet", [40, 50], None)
    assert (len(load(tmp_path).train_labels), len(load(tmp_path).test_labels)) == (3, 2)
    write(tmp_path / "data/train.parquet", [10, 20, 30, 40], None)
    write(tmp_path / "data/test.parquet", [60], None)
    assert (len(load(tmp_path).train_labels), len(load(tmp_path).test_labels)) == (4, 1)

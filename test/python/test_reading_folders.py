"""Folders as people have them: a test set is never trained on, and what the system left behind is no picture."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import torch
from conftest import silent
from PIL import Image

from zscl.commands import DatasetSpec, ZsclError
from zscl.data.dataset import Dataset
from zscl.data.loading import load_datasets
from zscl.references import own


def pictures(root: Path, *folders: str) -> None:
    for number, folder in enumerate(folders):
        (root / folder).mkdir(parents=True)
        for i in range(2):
            Image.new("RGB", (20, 16), (40 * number, 90 * i, 10)).save(root / folder / f"{i}.png")


def load(images: Path, test: Path | str = "") -> Dataset:
    spec = DatasetSpec("own", "folder", images=str(images), test=str(test), held_out=0.5)
    return load_datasets([spec], "", torch.device("cpu"), 16, silent)["own"]


def test_a_test_set_inside_the_folder_of_the_classes_is_not_trained_on(tmp_path: Path) -> None:
    pictures(tmp_path, "a", "b", "test/a", "test/b")
    loaded = load(tmp_path, tmp_path / "test")
    assert loaded.classes == ("a", "b")
    assert (len(loaded.train_labels), len(loaded.test_labels)) == (4, 4)


@pytest.mark.parametrize(
    "parts",
    [
        *(("train", "test"), ("Training", "Validation"), ("train", "val", "test"), ("Train_Data", "Test_Data")),
        *(("train2017", "val2017"), ("imagesTr", "imagesTs"), ("trainval", "test"), ("Entra\u00eenement", "Test")),
    ],
)
def test_the_parts_of_a_dataset_are_not_taken_for_classes(tmp_path: Path, parts: tuple[str, ...]) -> None:
    pictures(tmp_path, *(f"{part}/{label}" for part in parts for label in "ab"))
    with pytest.raises(ZsclError, match="which are splits, not classes") as caught:
        load(tmp_path)
    assert caught.value.code == "bad-input"


def test_a_class_may_be_called_like_a_part(tmp_path: Path) -> None:
    pictures(tmp_path, "match", "training")
    assert load(tmp_path).classes == ("match", "training")


def test_one_folder_named_for_both_sides_is_only_measured(tmp_path: Path) -> None:
    pictures(tmp_path, "a", "b")
    assert len(load(tmp_path, tmp_path).test_labels) == 4


def test_a_folder_to_train_on_that_lies_in_the_test_set_is_refused(tmp_path: Path) -> None:
    pictures(tmp_path, "more/a", "more/b")
    with pytest.raises(ZsclError, match="4 images are in both the training and the test set"):
        load(tmp_path / "more", tmp_path)


def test_what_macos_leaves_behind_is_no_picture(tmp_path: Path) -> None:
    pictures(tmp_path, "a", "b", "__MACOSX/a")
    for folder in ("a", "__MACOSX/a"):
        (tmp_path / folder / "._0.png").write_bytes(b"Mac OS X")
    for i in range(2):
        (tmp_path / f"__MACOSX/a/{i}.png").unlink()
    assert load(tmp_path).classes == ("a", "b")
    assert len(own.images(own.Folder(str(tmp_path), 0, 0), 16, "", silent)) == 4


def test_a_link_to_a_folder_of_images_is_a_class(tmp_path: Path) -> None:
    pictures(tmp_path / "data", "a")
    pictures(tmp_path / "store", "b")
    shutil.move(tmp_path / "store/b", tmp_path / "elsewhere")
    (tmp_path / "data/b").symlink_to(tmp_path / "elsewhere")
    assert load(tmp_path / "data").classes == ("a", "b")

"""Hugging Face datasets on disk, in the layout that their own library writes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch
from conftest import segment, silent
from trees import saved

from zscl.commands import BeginTask, DatasetSpec, Evaluate, EvaluateDone, LossWeights, TrainDone, ZsclError
from zscl.data.dataset import Dataset
from zscl.data.loading import load_datasets
from zscl.session import Session

NAMES = ("zebra", "ape", "big_cat")
TRAIN = [(10, 0), (60, 1), (110, 2), (20, 0), (70, 1)]


def spec(folder: Path, **changes: Any) -> DatasetSpec:  # noqa: ANN401
    base: dict[str, Any] = {"image_column": "img", "label_column": "fine", "split": "train", "held_out": 0.5}
    return DatasetSpec("d", "saved", saved=str(folder), **{**base, **changes})


def load(folder: Path, cache: str = "", **changes: Any) -> Dataset:  # noqa: ANN401
    return load_datasets([spec(folder, **changes)], cache, torch.device("cpu"), 32, silent)["d"]


def shades(dataset: Dataset) -> list[int]:
    return [int(image[0, 0, 0]) for image in dataset.test_images[:]]


def test_classes_are_those_of_the_class_label_in_its_order_and_rows_keep_theirs(tmp_path: Path) -> None:
    folder = saved.dictionary(tmp_path / "d", NAMES, train=TRAIN, test=[(90, 2), (30, 0)])
    dataset = load(folder, str(tmp_path / "cache"))
    assert dataset.classes == ("zebra", "ape", "big cat")
    assert dataset.train_labels.tolist() == [0, 1, 2, 0, 1]
    assert dataset.test_labels.tolist() == [2, 0]
    assert shades(dataset) == [90, 30]


def test_splits_may_be_named_and_class_names_given_in_the_order_of_the_label(tmp_path: Path) -> None:
    folder = saved.dictionary(tmp_path / "d", NAMES, train=TRAIN, valid=[(40, 1)], test=[(90, 2)])
    dataset = load(folder, test_split="valid", class_names=("a zebra", "an ape", "a cat"))
    assert dataset.classes == ("a zebra", "an ape", "a cat")
    assert shades(dataset) == [40]


def test_without_a_test_split_a_share_of_every_class_is_held_out(tmp_path: Path) -> None:
    rows = [(10 * i, "b" if i % 2 else "a") for i in range(12)]
    dataset = load(saved.split(tmp_path / "one", rows, None, shards=3))
    assert dataset.classes == ("a", "b")
    assert sorted(dataset.test_labels.tolist()) == [0, 0, 0, 1, 1, 1]
    assert len(dataset.train_labels) == 6
    assert all(
        (shade // 10) % 2 == label for shade, label in zip(shades(dataset), dataset.test_labels.tolist(), strict=True)
    )


@pytest.mark.parametrize("shards", [1, 2])  # two: what is for testing has a file of its own
def test_rows_that_a_column_calls_test_are_not_trained_on_without_a_word(shards: int, tmp_path: Path) -> None:
    folder = saved.split(tmp_path / "one", [(10, "a"), (20, "b")], None, shards, ("Split", "train", "test"))
    with pytest.raises(ZsclError, match=r"`Split` of .* \(train, test\), .* Save the dataset with a split of its own"):
        load(folder)
    with pytest.raises(ZsclError, match="`split_column` is for Parquet files"):
        load(folder, split_column="Split")


def test_a_session_trains_and_measures_on_it(new_session: Callable[..., Session], tmp_path: Path) -> None:
    folder = saved.dictionary(tmp_path / "d", NAMES, train=TRAIN, test=[(90, 2), (30, 0)])
    session = new_session(datasets=(spec(folder),))
    session.execute(BeginTask(0, "d"), silent)
    done = session.execute(segment(0, 2, LossWeights()), silent)
    assert isinstance(done, TrainDone)
    assert done.losses[0].ce > 0
    measured = session.execute(Evaluate("trained", "d", 8), silent)
    assert isinstance(measured, EvaluateDone)
    assert measured.total == 2


def test_a_row_without_an_image_is_named_or_left_out(tmp_path: Path) -> None:
    folder = saved.dictionary(tmp_path / "d", NAMES, train=[*TRAIN, (-1, 2)], test=[(90, 2)])
    with pytest.raises(ZsclError, match=r"1 images cannot be read: .*arrow#5@img: the row holds no image"):
        load(folder)
    dataset = load(folder, unreadable="skip")
    assert len(dataset.train_labels) == 5
    assert len(dataset.skipped) == 1


def test_a_changed_file_is_read_anew(tmp_path: Path) -> None:
    cache = str(tmp_path / "cache")
    folder = saved.dictionary(tmp_path / "d", NAMES, train=TRAIN, test=[(90, 2)])
    assert shades(load(folder, cache)) == [90]
    other = saved.split(tmp_path / "other", [(33, 2)], NAMES)
    (other / "data-00000-of-00001.arrow").rename(folder / "test" / "data-00000-of-00001.arrow")
    assert shades(load(folder, cache)) == [33]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"image_column": "image"}, r"no column `image` \(`image_column`\). Columns: img, fine, note"),
        ({"image_column": "note"}, "column `note` holds string, not images. Columns with images: img"),
        ({"label_column": "label"}, r"no column `label` \(`label_column`\)"),
        ({"split": "tain"}, r"no split `tain` \(`split`\). Splits: train, test"),
        ({"test_split": "dev"}, r"no split `dev` \(`test_split`\)"),
    ],
)
def test_what_is_not_there_is_named_beside_what_is(change: dict[str, str], message: str, tmp_path: Path) -> None:
    folder = saved.dictionary(tmp_path / "d", NAMES, train=TRAIN, test=[(90, 2)])
    with pytest.raises(ZsclError, match=message):
        load(folder, **change)


def test_a_folder_that_is_no_saved_dataset_a_missing_file_and_a_label_that_is_no_class_are_named(
    tmp_path: Path,
) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(ZsclError, match="Expected a folder that `save_to_disk`"):
        load(tmp_path / "empty")
    folder = saved.dictionary(tmp_path / "d", NAMES, train=[*TRAIN, (5, 7)], test=[(90, 2)])
    with pytest.raises(ZsclError, match=r"row 5: `fine` is 7, which is not a class"):
        load(folder)
    (folder / "train" / "data-00000-of-00001.arrow").unlink()
    with pytest.raises(ZsclError, match=r"is incomplete: .*data-00000-of-00001.arrow is missing"):
        load(folder)

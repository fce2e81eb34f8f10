"""So many training images of every class, drawn by seed."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch
from conftest import silent
from trees.published import TREES

from zscl.commands import DatasetSpec
from zscl.data.loading import load_datasets

CPU = torch.device("cpu")


def loaded(kind: str, folder: Path, **changes: object):  # noqa: ANN201
    root = folder / "data"
    place = next(root.iterdir()) if root.is_dir() else TREES[kind](root)
    spec = DatasetSpec("x", kind, root=str(place), **changes)  # type: ignore[arg-type]
    return load_datasets([spec], str(folder / "cache"), CPU, 32, silent)["x"]


@pytest.mark.parametrize("kind", ["cifar100", "eurosat"])
def test_every_class_keeps_so_many_images_and_the_test_set_stays(kind: str, tmp_path: Path) -> None:
    whole, few = loaded(kind, tmp_path), loaded(kind, tmp_path, shots=2)
    counts = torch.bincount(whole.train_labels, minlength=len(whole.classes)).clamp(max=2)
    assert torch.equal(torch.bincount(few.train_labels, minlength=len(few.classes)), counts)
    assert torch.equal(few.test_labels, whole.test_labels)
    assert few.classes == whole.classes


def test_the_seed_draws_them_and_the_same_seed_the_same(tmp_path: Path) -> None:
    pixels = [loaded("cifar100", tmp_path, shots=1, data_seed=seed).train_images for seed in (0, 0, 1, 2, 3)]
    assert torch.equal(pixels[0], pixels[1])
    assert any(not torch.equal(pixels[0], other) for other in pixels[2:])


def test_more_shots_than_a_class_has_are_all_it_has(tmp_path: Path) -> None:
    whole, few = loaded("cifar100", tmp_path), loaded("cifar100", tmp_path, shots=100)
    assert torch.equal(whole.train_images, few.train_images)


def test_shots_are_counted_within_the_classes_that_are_kept(tmp_path: Path) -> None:
    few = loaded("cifar100", tmp_path, shots=1, class_indices=(2, 0))
    assert few.train_labels.tolist() == [1, 0] or few.train_labels.tolist() == [0, 1]
    assert few.classes == ("baby", "apple")

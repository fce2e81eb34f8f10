"""Verifying what is on disk."""

from __future__ import annotations

from pathlib import Path

from trees.published import TREES

from zscl.commands import DatasetSpec
from zscl.data.readers import counts
from zscl.data.readers.verify import verify


def test_a_whole_tree_verifies_with_its_counts(tmp_path: Path) -> None:
    found = verify(DatasetSpec("p", "oxford-pets", root=str(TREES["oxford-pets"](tmp_path))), 3)
    assert (found.train, found.test, found.classes, found.decoded, found.problems) == (8, 8, 4, 6, ())


def test_missing_and_damaged_images_are_named(tmp_path: Path) -> None:
    root = TREES["oxford-pets"](tmp_path)
    (root / "images" / "Abyssinian_1.jpg").unlink()
    damaged = root / "images" / "Abyssinian_100.jpg"
    damaged.write_bytes(damaged.read_bytes()[:200])
    missing, broken = verify(DatasetSpec("p", "oxford-pets", root=str(root)), 3).problems
    assert "1 of 16 images are missing" in missing
    assert "Abyssinian_1.jpg" in missing
    assert "Abyssinian_100.jpg` cannot be decoded" in broken


def test_files_that_are_not_the_published_ones_are_named(tmp_path: Path) -> None:
    problems = verify(DatasetSpec("c", "cifar100", root=str(TREES["cifar100"](tmp_path))), 1).problems
    assert sum("not the published file" in problem for problem in problems) == 3


def test_images_per_class_are_counted_against_the_known_numbers(tmp_path: Path) -> None:
    problems = verify(DatasetSpec("e", "eurosat", root=str(TREES["eurosat"](tmp_path))), 1).problems
    assert "classes have an unexpected number of images: `AnnualCrop` " in problems[0]
    assert "(expected 3000)" in problems[0]


def test_the_known_numbers_sum_to_the_sizes_of_the_splits() -> None:
    sizes = {"caltech101": 6941 + 1736, "eurosat": 21600 + 5400}
    for kind, size in sizes.items():
        assert sum(counts.known()[kind]["both"].values()) == size
    assert [sum(part.values()) for part in counts.known()["mnist"].values()] == [60000, 10000]

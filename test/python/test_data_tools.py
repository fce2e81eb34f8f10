"""Verifying what is on disk."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from PIL import Image
from trees.published import TREES

from zscl.commands import DatasetSpec, ZsclError
from zscl.data.readers import counts
from zscl.data.readers.verify import verify
from zscl.references import __main__ as references


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
    for part, size in (("test", 6149), ("train", 1020)):
        bounds = counts.known()["flowers102"][part]
        low, high = bounds if isinstance(bounds, list) else (bounds, bounds)
        assert 102 * low <= size <= 102 * high
    assert counts.known()["sun397"]["both"][0] * 397 <= 87003 + 21751


def test_a_number_that_has_no_upper_bound_is_said_so(tmp_path: Path) -> None:
    problems = verify(DatasetSpec("s", "sun397", root=str(TREES["sun397"](tmp_path))), 1).problems
    assert "(expected at least 100)" in problems[0]


def test_the_split_of_a_copy_that_is_not_there_is_asked_for(tmp_path: Path) -> None:
    root = TREES["sun397"](tmp_path)
    with pytest.raises(ZsclError, match=r"hub holds no Parquet files or shards; `split: hub` is that of a copy"):
        verify(DatasetSpec("s", "sun397", root=str(root), split="hub"), 1)


def test_a_reference_set_is_counted_and_some_of_it_decoded(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def said(part: str, path: Path) -> dict[str, object]:
        monkeypatch.setattr(sys, "argv", ["references", "--part", part, "--path", str(path)])
        references.main()
        found: dict[str, object] = json.loads(capsys.readouterr().out)
        return found

    for name in ("a/0.jpg", "a/1.jpg", "b/0.jpg"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        Image.new("RGB", (8, 8)).save(tmp_path / name)
    assert said("images", tmp_path) == {"result": "verified", "count": 3, "decoded": 3, "problems": []}
    (tmp_path / "b/0.jpg").write_bytes(b"torn")
    assert "b/0.jpg` cannot be decoded" in str(said("images", tmp_path)["problems"])
    (tmp_path / "texts.tsv").write_text("a dog\thttp://x\na cat\thttp://y\n")
    assert said("texts", tmp_path / "texts.tsv")["count"] == 2
    assert said("texts", tmp_path / "none.tsv")["code"] == "data-not-found"

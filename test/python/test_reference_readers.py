"""ImageNet folders and Conceptual Captions as reference data."""

from __future__ import annotations

from pathlib import Path

import pytest
from trees.published import picture

from zscl.commands import ZsclError
from zscl.readers.references import conceptual_captions, imagenet_images


@pytest.fixture
def imagenet(tmp_path: Path) -> str:
    for c, wnid in enumerate(("n01440764", "n01443537", "n01484850")):
        for i in range(4):
            picture(tmp_path / "train" / wnid / f"{wnid}_{i}.JPEG", 50 * c + i)
    return str(tmp_path)


def names(root: str, **asked: int) -> list[str]:
    return [Path(path).stem for path in imagenet_images(root, **asked).paths]


def test_all_images_come_in_the_order_of_their_folders(imagenet: str) -> None:
    assert names(imagenet) == [f"{wnid}_{i}" for wnid in ("n01440764", "n01443537", "n01484850") for i in range(4)]


def test_the_first_classes_are_the_first_folders(imagenet: str) -> None:
    assert {name.split("_")[0] for name in names(imagenet, classes=2)} == {"n01440764", "n01443537"}


def test_random_images_are_distinct_and_depend_on_the_seed_alone(imagenet: str) -> None:
    drawn = names(imagenet, count=6, data_seed=3)
    assert len(set(drawn)) == 6
    assert drawn == names(imagenet, count=6, data_seed=3) != names(imagenet, count=6, data_seed=4)


@pytest.mark.parametrize("asked", [{"count": 13}, {"classes": 4}])
def test_more_than_there_is_cannot_be_had(imagenet: str, asked: dict[str, int]) -> None:
    with pytest.raises(ZsclError, match="3 classes and 12 images"):
        imagenet_images(imagenet, **asked)


def test_captions_are_read_without_their_addresses(tmp_path: Path) -> None:
    path = tmp_path / "Validation_GCC-1.1.0-Validation.tsv"
    path.write_text('author : a "quoted" life\thttp://a.example/1.jpg\ncafé by the sea\thttp://a.example/2\n')
    assert conceptual_captions(str(path)) == ['author : a "quoted" life', "café by the sea"]
    assert conceptual_captions(str(path), 1) == ['author : a "quoted" life']
    with pytest.raises(ZsclError, match="holds 2 captions, 3 were asked for"):
        conceptual_captions(str(path), 3)


def test_a_line_that_is_no_caption_is_named_by_number(tmp_path: Path) -> None:
    path = tmp_path / "captions.tsv"
    path.write_text("a house\thttp://a.example\nno address\n")
    with pytest.raises(ZsclError, match="line 2"):
        conceptual_captions(str(path))

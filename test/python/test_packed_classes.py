"""Shards and Parquet files that number their classes, as the hub has ImageNet: names and the first classes."""

from __future__ import annotations

import io
import json
import tarfile
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pyarrow
import pytest
import torch
from conftest import segment, silent, zscl_task
from PIL import Image
from pyarrow import parquet

from zscl import imports  # noqa: F401 - must come before timm
from zscl.commands import ImageSource, LossRow, LossWeights, Objective, TextSource, TrainDone, ZsclError
from zscl.data.readers.imagenet import clip_names
from zscl.references.classes import RECORD, is_imagenet
from zscl.references.own import Folder, image_files, images
from zscl.references.paired import texts_of
from zscl.session import Session

from timm.data.imagenet_info import ImageNetInfo  # isort: skip

PHOTO = "a photo of a {}."
LABELS = (0, 0, 1, 2, 2, 2)  # tench, goldfish, great white shark
# huggingface/datasets, datasets/imagenet-1k/classes.py: WordNet's, by sorted id, but for the second crane.
HUB_NAMES = [*ImageNetInfo().label_descriptions()]
HUB_NAMES[517] = "crane2"


def jpeg(number: int) -> bytes:
    written = io.BytesIO()
    pixels = np.random.default_rng(number).integers(0, 256, (40, 36, 3), dtype=np.uint8)
    Image.fromarray(pixels).save(written, "JPEG")
    return written.getvalue()


def as_folders(root: Path) -> Path:
    ids = [*clip_names()]
    for number, label in enumerate(LABELS):
        (root / ids[label]).mkdir(parents=True, exist_ok=True)
        (root / ids[label] / f"{ids[label]}_{number}.JPEG").write_bytes(jpeg(number))
    return root


def as_parquet(
    root: Path, labels: Sequence[int | str] = LABELS, names: Sequence[str] | None = HUB_NAMES, column: str = "label"
) -> Path:
    """Two files in `data`, as the hub's imagenet-1k has 294; the package datasets writes its features into each."""
    (root / "data").mkdir(parents=True)
    label = {"_type": "Value", "dtype": "int64"} if names is None else {"_type": "ClassLabel", "names": [*names]}
    features = {"info": {"features": {"image": {"_type": "Image"}, column: label}}}
    for part, rows in enumerate((range(4), range(4, len(labels)))):
        columns = {
            "image": [{"bytes": jpeg(row), "path": f"{row}.JPEG"} for row in rows],
            column: [labels[row] for row in rows],
        }
        table = pyarrow.table(columns).replace_schema_metadata({"huggingface": json.dumps(features)})
        parquet.write_table(table, root / "data" / f"train-0000{part}-of-00002.parquet")
    return root


def texts(root: Path, cache: str = "", classes: int = 0) -> list[str]:
    return texts_of(root, image_files(Folder(str(root), 0, 1, classes), cache).paths, PHOTO, cache)


def test_the_names_of_the_hub_are_those_of_imagenet_and_no_others() -> None:
    assert is_imagenet(HUB_NAMES)
    assert not is_imagenet(HUB_NAMES[1:] + HUB_NAMES[:1])
    assert not is_imagenet(HUB_NAMES[:100])


@pytest.mark.parametrize("classes", [0, 1, 2])
def test_parquet_with_labels_is_what_folders_of_the_same_images_are(classes: int, tmp_path: Path) -> None:
    roots = as_folders(tmp_path / "folders"), as_parquet(tmp_path / "parquet")
    pixels = [images(Folder(str(root), 0, 1, classes), 32, "", silent)[:] for root in roots]
    assert torch.equal(*pixels)
    assert len(pixels[0]) == {0: 6, 1: 2, 2: 3}[classes]
    assert texts(roots[0], classes=classes) == texts(roots[1], classes=classes)
    assert texts(roots[1])[::3] == ["a photo of a tench.", "a photo of a great white shark."]


def test_gift_trains_on_parquet_as_on_folders(new_session: Callable[..., Session], tmp_path: Path) -> None:
    def losses(root: Path) -> tuple[LossRow, ...]:
        session = new_session(cache_folder=str(tmp_path / "cache"))
        task = zscl_task(
            objective=Objective(text_term="paired", consolidation="adaptive"),
            reference_images=ImageSource("folder", path=str(root), count=5, data_seed=3),
            reference_texts=TextSource("paired", template=PHOTO),
        )
        session.execute(task, silent)
        done = session.execute(segment(0, 3, LossWeights(1, 1, 1, 0, 0, 1, 0.25)), silent)
        assert isinstance(done, TrainDone)
        return done.losses

    found = losses(as_parquet(tmp_path / "parquet"))
    assert found == losses(as_folders(tmp_path / "folders"))
    assert all(row.alignment > 0 and row.distill_text > 0 for row in found)


def test_labels_of_ones_own_have_the_names_that_the_file_gives_them(tmp_path: Path) -> None:
    own = as_parquet(tmp_path / "own", names=["golden_retriever", "bus", "n01440764"])
    assert [*dict.fromkeys(texts(own))] == [
        "a photo of a golden retriever.",
        "a photo of a bus.",
        "a photo of a tench.",
    ]
    words = as_parquet(tmp_path / "words", ["red bus"] * 4 + ["ape"] * 2, names=None)
    assert texts(words)[-3:] == ["a photo of a red bus.", "a photo of a ape.", "a photo of a ape."]
    assert len(image_files(Folder(str(words), 0, 1, classes=1), "")) == 2


def test_numbers_without_names_are_imagenets_where_that_was_fetched_else_refused(tmp_path: Path) -> None:
    root = as_parquet(tmp_path / "imagenet", names=None)
    assert len(image_files(Folder(str(root), 0, 1, classes=2), "")) == 3
    with pytest.raises(ZsclError, match=r"imagenet numbers its classes and does not name them; expected") as caught:
        texts(root)
    assert caught.value.code == "bad-input"
    (root / RECORD).write_text(json.dumps({"kind": "imagenet", "source": "ILSVRC/imagenet-1k"}))
    assert texts(root)[0] == "a photo of a tench."


@pytest.mark.parametrize(
    ("labels", "names", "message"),
    [
        ([0, 1, -1, 0, 0, 0], HUB_NAMES, r"train-00000-of-00002\.parquet#2@image: `label` is -1; expected"),
        ([0, 1, 5, 0, 0, 0], ["a", "b"], "an image is of class 5, and 2 classes have names"),
        ([0, 1, None, 0, 0, 0], HUB_NAMES, "`label` is None"),
    ],
)
def test_a_label_that_is_no_class_is_refused(
    labels: Sequence[int], names: Sequence[str], message: str, tmp_path: Path
) -> None:
    with pytest.raises(ZsclError, match=message):
        texts(as_parquet(tmp_path / "own", labels, names))


def test_more_classes_than_there_are_are_refused(tmp_path: Path) -> None:
    root = as_parquet(tmp_path / "imagenet")
    with pytest.raises(ZsclError, match=r"`recipe\.reference\.images\.classes` is 1001, .*imagenet has 1000 classes"):
        image_files(Folder(str(root), 0, 1, classes=1001), "")
    unnamed = as_parquet(tmp_path / "unnamed", names=None)
    with pytest.raises(ZsclError, match="has 3 classes"):
        image_files(Folder(str(unnamed), 0, 1, classes=4), "")


def test_without_captions_and_classes_both_are_named(tmp_path: Path) -> None:
    root = as_parquet(tmp_path / "other", column="fine")
    with pytest.raises(ZsclError, match=r"no column with captions \(caption, text, txt\)\. Columns: image, fine"):
        texts(root)
    with pytest.raises(ZsclError, match=r"no column with classes \(label, cls\)\. Columns: image, fine"):
        image_files(Folder(str(root), 0, 1, classes=1), "")


@pytest.mark.parametrize("names", ["tench\ngoldfish\nshark\n", None])
def test_shards_may_number_or_name_their_classes(names: str | None, tmp_path: Path) -> None:
    with tarfile.open(tmp_path / "train-0.tar", "w") as shard:
        for number, label in enumerate(LABELS):
            written = str(label) if names else [*clip_names()][label]
            for ending, content in (("jpg", jpeg(number)), ("cls", written.encode())):
                member = tarfile.TarInfo(f"{number:04}.{ending}")
                member.size = len(content)
                shard.addfile(member, io.BytesIO(content))
    if names:
        (tmp_path / "classnames.txt").write_text(names)
    assert texts(tmp_path)[:3] == ["a photo of a tench.", "a photo of a tench.", "a photo of a goldfish."]
    assert len(image_files(Folder(str(tmp_path), 0, 1, classes=2), "")) == 3

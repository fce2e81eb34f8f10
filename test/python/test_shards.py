"""WebDataset shards as people and the hub have them: datasets, references with their captions, and what is refused."""

from __future__ import annotations

import io
import json
import tarfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyarrow
import pytest
import torch
from conftest import segment, silent, zscl_task
from PIL import Image
from pyarrow import parquet

from zscl.commands import (
    BeginTaskDone,
    DatasetSpec,
    ImageSource,
    LossWeights,
    Objective,
    TextSource,
    TrainDone,
    ZsclError,
)
from zscl.data import inside, shards
from zscl.data.dataset import Dataset
from zscl.data.loading import load_datasets
from zscl.references.own import Folder, image_files, texts
from zscl.references.paired import texts_of
from zscl.session import Session


def png(shade: int) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (30, 20), (shade, 0, 0)).save(file, "PNG")
    return file.getvalue()


def shard(path: Path, members: Sequence[tuple[str, bytes | str]]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with tarfile.open(path, "w") as archive:
        for name, content in members:
            data = content if isinstance(content, bytes) else content.encode()
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return path


def samples(labels: Mapping[int, str], ending: str = "cls") -> list[tuple[str, bytes | str]]:
    """Shade of each image and what stands in the file beside it."""
    return [
        one
        for shade, label in labels.items()
        for one in ((f"s{shade:04}.png", png(shade)), (f"s{shade:04}.{ending}", label))
    ]


def load(root: Path, cache: str = "", **changes: Any) -> Dataset:  # noqa: ANN401
    spec = replace(DatasetSpec("d", "saved", saved=str(root), split="train", held_out=0.5), **changes)
    return load_datasets([spec], cache, torch.device("cpu"), 16, silent)["d"]


def refused(root: Path, **changes: Any) -> str:  # noqa: ANN401
    with pytest.raises(ZsclError) as caught:
        load(root, **changes)
    assert caught.value.code in ("bad-input", "data-not-found")
    return str(caught.value)


def shades(dataset: Dataset) -> list[tuple[int, str]]:
    """Of every test image: its red, and the name of its class."""
    pixels = dataset.test_images[torch.arange(len(dataset.test_labels))]
    reds = pixels[:, 0, 8, 8].tolist()
    return [(red, dataset.classes[label]) for red, label in zip(reds, dataset.test_labels.tolist(), strict=True)]


def test_the_layout_of_the_clip_benchmarks_splits_are_folders_and_numbers_have_names(tmp_path: Path) -> None:
    shard(tmp_path / "train" / "0.tar", samples({10: "1", 20: "0"}))
    shard(tmp_path / "train" / "1.tar", samples({30: "2"}))
    shard(tmp_path / "test" / "0.tar", samples({40: "2", 50: "0", 60: "1"}))
    (tmp_path / "train" / "nshards.txt").write_text("2")
    (tmp_path / "classnames.txt").write_text("zebra\nape\nbig cat\n")
    found = load(tmp_path)
    assert found.classes == ("zebra", "ape", "big cat")
    assert found.train_labels.tolist() == [1, 0, 2]
    assert shades(found) == [(40, "big cat"), (50, "zebra"), (60, "ape")]


def test_splits_by_the_words_in_names_and_shards_by_their_numbers(tmp_path: Path) -> None:
    for number in (10, 9, 1):
        shard(tmp_path / f"birds-train-{number}.tar", samples({number: "jay"}))
    shard(tmp_path / "birds_val_0.tar", samples({99: "jay"}))
    found = shards.parts(tmp_path)
    assert [file.name for file in found["train"]] == ["birds-train-1.tar", "birds-train-9.tar", "birds-train-10.tar"]
    assert [*found] == ["train", "validation"]
    assert shades(load(tmp_path, test_split="validation")) == [(99, "jay")]
    assert "no split `valid` (`test_split`). Splits: train, validation" in refused(tmp_path, test_split="valid")


def test_the_class_may_stand_in_a_json_under_any_key(tmp_path: Path) -> None:
    rows = {shade: json.dumps({"species": name, "width": 30}) for shade, name in ((1, "jay"), (2, "tit"), (3, "jay"))}
    shard(tmp_path / "train.tar", samples(rows, "json"))
    shard(tmp_path / "test.tar", samples(rows, "json"))
    assert shades(load(tmp_path, label_column="species")) == [(1, "jay"), (2, "tit"), (3, "jay")]
    assert "no class: expected a file `.cls`, or `label` in its `.json`" in refused(tmp_path)


def test_numbers_without_names_are_in_the_order_of_numbers(tmp_path: Path) -> None:
    shard(tmp_path / "train.tar", samples({shade: str(shade) for shade in (10, 9, 2, 11)}))
    shard(tmp_path / "test.tar", samples({10: "10", 2: "2"}))
    assert load(tmp_path).classes == ("2", "9", "10", "11")
    named = load(tmp_path, class_names=("two", "nine", "ten", "eleven"))
    assert shades(named) == [(10, "ten"), (2, "two")]


def test_files_of_one_sample_share_their_folder_and_their_name_up_to_the_first_dot(tmp_path: Path) -> None:
    members = [
        ("a/1.left.png", png(5)),
        ("a/1.cls", "jay"),
        ("b/1.left.png", png(7)),
        ("b/1.cls", "tit"),
        ("b/.DS_Store", b"x"),
        ("readme", b"x"),
    ]
    shard(tmp_path / "train.tar", members)
    shard(tmp_path / "test.tar", members)
    assert shades(load(tmp_path)) == [(5, "jay"), (7, "tit")]
    found = [*shards.samples(tmp_path / "test.tar", "")]
    assert [(one.name, [*one.members]) for one in found] == [("a/1", ["left.png", "cls"]), ("b/1", ["left.png", "cls"])]


def test_of_several_images_the_one_that_is_named_is_taken(tmp_path: Path) -> None:
    for name in ("train", "test"):
        shard(tmp_path / f"{name}.tar", [("1.png", png(5)), ("1.mask.png", png(250)), ("1.cls", "jay")])
    assert "has several images (png, mask.png); say which with `image_column`" in refused(tmp_path)
    assert shades(load(tmp_path, image_column="png")) == [(5, "jay")]


@pytest.mark.parametrize(
    ("members", "message"),
    [
        ([("1.cls", "a")], "has no image; it has cls"),
        ([("1.png", png(1))], "has no class"),
        ([("1.png", png(1)), ("1.cls", b"\xff\xfe\xfd")], "not UTF-8 text"),
        ([("1.png", png(1)), ("1.json", "{")], "not JSON"),
        ([("1.png", png(1)), ("1.cls", " ")], "has no class"),
        ([("1.png", png(1)), ("1.cls", "9")], "class `9` is not among the 2 in classnames.txt"),
        ([], "contains no samples"),
    ],
)
def test_what_a_sample_lacks_is_said_with_its_name(
    members: list[tuple[str, bytes | str]], message: str, tmp_path: Path
) -> None:
    shard(tmp_path / "train.tar", members)
    if "classnames" in message:
        (tmp_path / "classnames.txt").write_text("x\ny\n")
    found = refused(tmp_path)
    assert message in found
    assert "train.tar" in found


def test_two_classes_of_one_name_are_not_made_one(tmp_path: Path) -> None:
    shard(tmp_path / "train.tar", samples({1: "0", 2: "1"}))
    (tmp_path / "classnames.txt").write_text("crane\ncrane\n")
    assert "gives two classes the name `crane`" in refused(tmp_path)


def test_a_torn_a_compressed_and_a_false_tar_are_refused_by_name(tmp_path: Path) -> None:
    whole = shard(tmp_path / "train.tar", samples({1: "a", 2: "b"}))
    content = whole.read_bytes()
    whole.write_bytes(content[: len(content) // 3])
    assert "train.tar" in refused(tmp_path)
    whole.write_bytes(b"no tar at all" * 100)
    assert "is not a complete tar file" in refused(tmp_path)
    whole.rename(tmp_path / "train.tar.gz")
    assert "is compressed" in refused(tmp_path)


def test_a_shard_that_shrinks_after_it_was_listed_is_a_damaged_image(tmp_path: Path) -> None:
    file = shard(tmp_path / "train.tar", samples({1: "a"}))
    (sample,) = shards.samples(file, "")
    file.write_bytes(file.read_bytes()[:600])
    with pytest.raises(OSError, match="ends within this image"):
        inside.opened(sample.image(""))


def test_where_files_lie_is_kept_until_the_shard_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file, cache = shard(tmp_path / "train.tar", samples({1: "a"})), str(tmp_path / "cache")
    first = [one.name for one in shards.samples(file, cache)]
    with monkeypatch.context() as without_reading:
        without_reading.setattr(shards, "_members", None)
        assert [one.name for one in shards.samples(file, cache)] == first
    shard(file, samples({1: "a", 2: "b"}))
    assert len([*shards.samples(file, cache)]) == 2


def test_the_classes_are_read_once_for_every_key_until_the_shard_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, cache = tmp_path / "set", str(tmp_path / "cache")
    both = [{"label": "one", "other": "x"}, {"label": "two", "other": "y"}]
    labels = {number: json.dumps(both[number % 2]) for number in range(4)}
    file = shard(root / "train-0.tar", samples(labels, "json"))
    assert load(root, cache).classes == ("one", "two")
    with monkeypatch.context() as without_reading:
        without_reading.setattr(shards.Sample, "text", None)
        assert load(root, cache).classes == ("one", "two")
    assert load(root, cache, label_column="other").classes == ("x", "y")
    both[0]["label"] = "three"
    shard(file, samples({number: json.dumps(both[number % 2]) for number in range(4)}, "json"))
    assert load(root, cache).classes == ("three", "two")


def test_links_and_devices_in_a_shard_are_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "train.tar"
    with tarfile.open(file, "w") as archive:
        link = tarfile.TarInfo("1.png")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
        data = b"a"
        info = tarfile.TarInfo("1.cls")
        info.size = len(data)
        archive.addfile(info, io.BytesIO(data))
    assert "has no image; it has cls" in refused(tmp_path)


def captioned(shade: int) -> list[tuple[str, bytes | str]]:
    name = f"{shade:09}"
    caption = f"a picture of {shade}"
    return [(f"{name}.png", png(shade)), (f"{name}.txt", caption), (f"{name}.json", json.dumps({"caption": caption}))]


def pairs(root: Path, count: int = 0) -> list[tuple[str, str]]:
    """Names of images and their texts, both drawn by the same seed."""
    images = image_files(Folder(str(root), count, 3), "").paths
    both = texts_of(root, images, "a {}")
    assert [*texts(str(root), count, 3)] == both  # `pairs` as images and as texts: the same samples
    return [(image.rpartition("@")[2].rpartition("/")[2], text) for image, text in zip(images, both, strict=True)]


def test_shards_of_img2dataset_are_images_and_their_captions_at_once(tmp_path: Path) -> None:
    failed = [("000000009.json", json.dumps({"status": "failed_to_download", "caption": "gone"}))]
    shard(tmp_path / "00000.tar", captioned(1) + failed + captioned(2))
    shard(tmp_path / "00001.tar", captioned(3))
    (tmp_path / "00000_stats.json").write_text("{}")
    assert pairs(tmp_path) == [(f"{shade:09}.png", f"a picture of {shade}") for shade in (1, 2, 3)]
    assert len(pairs(tmp_path, count=2)) == 2
    assert len(pairs(tmp_path / "00001.tar")) == 1


def test_a_parquet_file_with_images_and_captions_is_both_as_well(tmp_path: Path) -> None:
    rows = [{"image": {"bytes": png(shade), "path": f"{shade}.png"}, "caption": f"{shade} words"} for shade in (1, 2)]
    parquet.write_table(pyarrow.Table.from_pylist(rows), tmp_path / "train-00000-of-00001.parquet")
    assert [text for _, text in pairs(tmp_path)] == ["1 words", "2 words"]


def test_a_text_beside_every_image_is_its_caption(tmp_path: Path) -> None:
    for shade in (1, 2):
        (tmp_path / f"{shade}.png").write_bytes(png(shade))
        (tmp_path / f"{shade}.txt").write_text(f"number\n{shade}\n")
    assert pairs(tmp_path) == [("1.png", "number 1"), ("2.png", "number 2")]
    (tmp_path / "2.txt").unlink()
    with pytest.raises(ZsclError, match=r"2\.png has no 2\.txt beside it"):
        pairs(tmp_path)


def test_metadata_jsonl_of_the_hub_gives_captions(tmp_path: Path) -> None:
    for shade in (1, 2):
        (tmp_path / f"{shade}.png").write_bytes(png(shade))
    rows = [{"file_name": f"{shade}.png", "text": f"number {shade}"} for shade in (2, 1)]
    (tmp_path / "metadata.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    assert pairs(tmp_path) == [("1.png", "number 1"), ("2.png", "number 2")]
    (tmp_path / "metadata.jsonl").write_text('{"file_name": "1.png"}\n')
    with pytest.raises(ZsclError, match=r"line 1: expected image or file_name or path and text or caption or prompt"):
        pairs(tmp_path)


def test_images_beside_shards_or_without_captions_are_refused(tmp_path: Path) -> None:
    shard(tmp_path / "0.tar", [("1.png", png(1))])
    with pytest.raises(ZsclError, match=r"1\.png has no caption"):
        texts(str(tmp_path), 0, 0)
    (tmp_path / "loose.png").write_bytes(png(3))
    with pytest.raises(ZsclError, match="holds 1 image files and shards beside them"):
        image_files(Folder(str(tmp_path), 0, 0), "")
    (tmp_path / "0.tar").unlink()
    with pytest.raises(ZsclError, match="holds no captions"):
        texts(str(tmp_path), 0, 0)


def test_a_task_distils_from_shards_paired_and_not(session: Session, tmp_path: Path) -> None:
    shard(tmp_path / "cc" / "0.tar", captioned(1) + captioned(90) + captioned(200))
    images = ImageSource("folder", path=str(tmp_path / "cc"))
    alone = TextSource("file", path=str(tmp_path / "cc"))
    weights = LossWeights(lambda_image=1, lambda_text=1)
    assert session.execute(zscl_task(reference_images=images, reference_texts=alone), silent) == BeginTaskDone(3, 3)
    done = session.execute(segment(0, 1, weights), silent)
    assert isinstance(done, TrainDone)
    paired = zscl_task(
        reference_images=images, reference_texts=TextSource("paired"), objective=Objective(text_term="paired")
    )
    assert session.execute(paired, silent) == BeginTaskDone(3, 3)
    assert isinstance(session.execute(segment(0, 1, weights), silent), TrainDone)

"""Reference images and texts of one's own, with what folders of real people hold."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pyarrow
import pytest
import torch
from conftest import ZSCL, segment, silent, tiny_set_up, zscl_task
from PIL import Image
from pyarrow import parquet

from zscl.commands import BeginTaskDone, DatasetSpec, ImageSource, ReferenceSources, TextSource, ZsclError
from zscl.data.dataset import Dataset, FileDataset
from zscl.data.decoding import centre_pixels as pixels_of
from zscl.data.files import FileImages, Progress
from zscl.data.loading import READERS
from zscl.references import own
from zscl.references.own import Folder, images, texts
from zscl.session import Session


def noise(seed: int, width: int, height: int, channels: int = 3) -> Image.Image:
    pixels = np.random.default_rng(seed).integers(0, 256, (height, width, channels), dtype=np.uint8)
    return Image.fromarray(pixels if channels > 1 else pixels[:, :, 0])


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    """A tree with names, modes and formats as they come."""
    folder = tmp_path / "my photos"
    (folder / "ünter ordner").mkdir(parents=True)
    noise(1, 50, 40).save(folder / "a b.jpg")
    noise(2, 40, 60, 1).save(folder / "grey.JPG")
    noise(3, 64, 64).convert("CMYK").save(folder / "cmyk.jpeg")
    palette = noise(4, 33, 47).convert("P")
    palette.info["transparency"] = 0
    palette.save(folder / "ünter ordner" / "palette.png", transparency=0)
    noise(5, 32, 32, 4).save(folder / "rgba.png")
    (folder / "notes.txt").write_text("no image")
    return folder


def test_every_image_below_the_folder_is_read_whatever_its_mode(photos: Path, tmp_path: Path) -> None:
    found = images(Folder(str(photos), 0, 1), 32, str(tmp_path / "cache"), silent)
    assert found.shape == (5, 3, 32, 32)
    assert found[:].dtype == torch.uint8


def test_an_image_is_resized_and_cropped_as_open_clip_does_it(photos: Path) -> None:
    import open_clip

    transform = open_clip.image_transform(32, is_train=False, mean=(0.0, 0.0, 0.0), std=(1.0, 1.0, 1.0))
    for path in (photos / "a b.jpg", photos / "grey.JPG", photos / "rgba.png"):
        picture = Image.open(path)
        if picture.mode == "RGBA":  # open_clip shows what lies behind transparent pixels, a person sees the page
            picture = Image.alpha_composite(Image.new("RGBA", picture.size, "white"), picture)
        wanted = (transform(picture) * 255).round().to(torch.uint8)
        assert torch.equal(torch.from_numpy(pixels_of(str(path), 32)), wanted), path


def test_a_photo_is_turned_as_its_exif_says(tmp_path: Path) -> None:
    picture = noise(6, 40, 32)
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned by 90 degrees clockwise
    picture.save(tmp_path / "turned.png", exif=exif)
    picture.rotate(-90, expand=True).save(tmp_path / "upright.png")
    turned, upright = (pixels_of(str(tmp_path / name), 32) for name in ("turned.png", "upright.png"))
    assert np.array_equal(turned, upright)


def test_a_truncated_image_is_named(photos: Path, tmp_path: Path) -> None:
    whole = (photos / "a b.jpg").read_bytes()
    (photos / "torn.jpg").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(ZsclError, match=r"torn\.jpg is not a readable image") as caught:
        images(Folder(str(photos), 0, 1), 32, str(tmp_path / "cache"), silent)
    assert caught.value.code == "bad-input"


def test_a_count_draws_by_its_seed_and_is_cached_until_a_file_changes(photos: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"

    def draw(count: int, seed: int) -> torch.Tensor:
        return images(Folder(str(photos), count, seed), 32, str(cache), silent)[:]

    everything = draw(0, 1)
    drawn = {tuple(draw(2, seed).flatten().tolist()) for seed in range(8)}
    assert len(drawn) > 2
    assert torch.equal(draw(2, 3), draw(2, 3))
    assert all((one[:, None] == everything[None]).flatten(2).all(-1).any(1).all() for one in (draw(2, 1), draw(3, 5)))

    entries = len([*(cache / "images").iterdir()])
    draw(0, 1)
    assert len([*(cache / "images").iterdir()]) == entries
    noise(9, 50, 40).save(photos / "a b.jpg")
    assert not torch.equal(draw(0, 1), everything)


@pytest.mark.parametrize(
    ("make", "code", "words"),
    [
        (lambda folder: folder / "nowhere", "data-not-found", "there is no folder"),
        (lambda folder: (folder / "empty").mkdir() or folder / "empty", "data-not-found", "no image below"),
    ],
)
def test_a_folder_without_images_is_named(make: Callable[[Path], Path], code: str, words: str, tmp_path: Path) -> None:
    with pytest.raises(ZsclError, match=words) as caught:
        images(Folder(str(make(tmp_path)), 0, 1), 32, "", silent)
    assert caught.value.code == code


def test_more_images_than_there_are_is_refused(photos: Path) -> None:
    with pytest.raises(ZsclError, match=r"`recipe\.reference\.images\.count` is 6, .*photos has 5: use 0 for all"):
        images(Folder(str(photos), 6, 1), 32, "", silent)


def test_of_a_folder_per_class_the_first_classes_may_be_taken(tmp_path: Path) -> None:
    """ImageNet's layout: train/WNID/WNID_NUMBER.JPEG."""
    root = tmp_path / "imagenet" / "train"
    for shade, wnid in enumerate(("n01440764", "n01443537", "n01484850")):
        (root / wnid).mkdir(parents=True)
        for number in range(2):
            Image.new("RGB", (40, 40), (80 * shade,) * 3).save(root / wnid / f"{wnid}_{number}.JPEG")
    found = images(Folder(str(root), 0, 1, classes=2), 32, "", silent)
    assert sorted({int(image.float().mean().round()) for image in found[:]}) == [0, 80]
    assert len(found) == 4
    assert len(images(Folder(str(root), 3, 1, classes=2), 32, "", silent)) == 3
    with pytest.raises(ZsclError, match=r"`recipe\.reference\.images\.classes` is 4, .*train has 3 folders of classes"):
        images(Folder(str(root), 0, 1, classes=4), 32, "", silent)


def test_texts_of_a_parquet_file_are_its_captions(tmp_path: Path) -> None:
    path = str(tmp_path / "gcc.parquet")
    columns = {"image_url": ["u", "v", "w"], "caption": ["a dog", None, " ein Haus "], "width": [1, 2, 3]}
    parquet.write_table(pyarrow.table(columns), path)
    assert texts(path, 0, 1) == ["a dog", "ein Haus"]
    assert texts(path, 0, 1, "image_url") == ["u", "v", "w"]
    with pytest.raises(ZsclError, match=r"no column `captoin` with texts .* Columns with texts: image_url, caption"):
        texts(path, 0, 1, "captoin")
    other = str(tmp_path / "two.parquet")
    parquet.write_table(pyarrow.table({"a": ["x"], "b": ["y"]}), other)
    with pytest.raises(ZsclError, match="several columns with texts, or none; name one"):
        texts(other, 0, 1)
    (tmp_path / "torn.parquet").write_bytes(b"PAR1 and no more")
    with pytest.raises(ZsclError, match="is not a Parquet file"):
        texts(str(tmp_path / "torn.parquet"), 0, 1)


def test_the_task_says_how_many_references_it_has(new_session: Callable[..., Session], tmp_path: Path) -> None:
    (tmp_path / "captions.tsv").write_text("a dog\thttp://x\na cat\thttp://y\n")
    source = TextSource("file", path=str(tmp_path / "captions.tsv"))
    begun = new_session().execute(zscl_task(reference_texts=source), silent)
    assert begun == BeginTaskDone(reference_images=15, reference_texts=2)


def test_texts_are_the_lines_of_a_file_without_empty_ones(tmp_path: Path) -> None:
    path = tmp_path / "captions.txt"
    path.write_text("\ufeffa dog\r\n\n  ein Haus am See \nüber alles\n", "utf-8")
    assert texts(str(path), 0, 1) == ["a dog", "ein Haus am See", "über alles"]
    assert len(texts(str(path), 2, 1)) == 2
    with pytest.raises(
        ZsclError, match=r"`recipe\.reference\.texts\.count` is 4, .*captions\.txt has 3: use 0 for all"
    ):
        texts(str(path), 4, 1)


def test_a_file_that_is_no_text_or_holds_none_is_named(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("\n \n")
    with pytest.raises(ZsclError, match="holds no text"):
        texts(str(tmp_path / "empty.txt"), 0, 1)
    (tmp_path / "latin.txt").write_bytes(b"caf\xe9")
    with pytest.raises(ZsclError, match="not UTF-8"):
        texts(str(tmp_path / "latin.txt"), 0, 1)


def test_a_session_distils_on_them(session: Session, photos: Path, tmp_path: Path) -> None:
    (tmp_path / "captions.txt").write_text("a dog\na cat\n")
    task = replace(
        zscl_task(),
        reference_images=ImageSource("folder", path=str(photos)),
        reference_texts=TextSource("file", path=str(tmp_path / "captions.txt")),
    )
    session.execute(task, silent)
    session.execute(segment(0, 2, ZSCL), silent)
    with pytest.raises(ZsclError, match="nowhere") as caught:
        session.execute(replace(task, reference_texts=TextSource("file", path=str(tmp_path / "nowhere"))), silent)
    assert caught.value.code == "data-not-found"


def test_set_up_lists_the_references_before_a_dataset_is_read(
    monkeypatch: pytest.MonkeyPatch, photos: Path, tmp_path: Path
) -> None:
    """Of every task; what the first needs is not listed again when it begins."""
    read, listed = list[str](), list[str]()
    tiny, image_files = READERS["tiny"], own.image_files

    def reads(spec: DatasetSpec, cache_folder: str, progress: Progress) -> Dataset | FileDataset:
        read.append(spec.name)
        return tiny(spec, cache_folder, progress)

    def lists(folder: Folder, cache_folder: str) -> FileImages:
        listed.append(folder.path)
        return image_files(folder, cache_folder)

    monkeypatch.setitem(READERS, "tiny", reads)
    monkeypatch.setattr(own, "image_files", lists)
    (tmp_path / "captions.txt").write_text("a dog\na cat\n")
    few = ReferenceSources(ImageSource("folder", path=str(photos), count=3, data_seed=1))
    wrong = (
        (ReferenceSources(ImageSource("folder", path=str(photos), count=6)), "images.count` is 6, .*photos has 5"),
        (ReferenceSources(texts=TextSource("file", path=str(tmp_path / "captions.txt"), count=3)), "texts.count` is 3"),
        (ReferenceSources(ImageSource("folder", path=str(photos)), TextSource("paired", template="{}")), "lies in"),
        (ReferenceSources(texts=TextSource("set", "imagenet-prompts", count=1001)), "ImageNet has 1000 classes"),
    )
    for sources, message in wrong:
        with pytest.raises(ZsclError, match=message) as caught:
            Session().execute(tiny_set_up(references=(few, sources)), silent)
        assert caught.value.code == "bad-input"
    assert read == []

    session = Session()
    listed.clear()
    session.execute(tiny_set_up(references=(few,)), silent)
    task = zscl_task(reference_images=few.images)
    for _ in range(2):
        assert session.execute(task, silent) == BeginTaskDone(3, 9)
    assert listed == [str(photos)]

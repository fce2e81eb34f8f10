"""Reference images that bring their texts: tables as GIFT writes them, folders of classes, and what can be wrong."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from conftest import segment, silent, zscl_task
from PIL import Image

from zscl.commands import BeginTaskDone, ImageSource, LossWeights, Objective, TextSource, TrainDone, ZsclError
from zscl.data.built_in import mini_captions
from zscl.mini.world import draw
from zscl.references.own import Folder, image_files
from zscl.references.paired import texts_of
from zscl.session import Session

PHOTO = "a photo of a {}."


def picture(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    pixels = np.random.default_rng(len(path.name)).integers(0, 256, (32, 32, 3), dtype=np.uint8)
    Image.fromarray(pixels).save(path)
    return path


def pairs_of(root: Path, template: str = PHOTO) -> list[tuple[str, str]]:
    files = image_files(Folder(str(root), 0, 1), "").paths
    texts = texts_of(root, files, template)
    return [(Path(file).name, text) for file, text in zip(files, texts, strict=True)]


def test_a_table_as_gift_writes_it_names_files_from_the_root_of_its_project(tmp_path: Path) -> None:
    for number in range(3):
        picture(tmp_path / f"{number}.jpeg")
    (tmp_path / "image_text.csv").write_text(
        "image,text\n./data/synthetic/X_Syn/2.jpeg,a photo of a bus.\n./data/synthetic/X_Syn/0.jpeg,"
        '"a photo of a MD-90, a type of aircraft."\n./data/synthetic/X_Syn/1.jpeg,a photo of a bus.\n'
    )
    assert pairs_of(tmp_path) == [
        ("0.jpeg", "a photo of a MD-90, a type of aircraft."),
        ("1.jpeg", "a photo of a bus."),
        ("2.jpeg", "a photo of a bus."),
    ]


def test_folders_of_classes_give_their_names_and_those_of_imagenet_clips(tmp_path: Path) -> None:
    picture(tmp_path / "own" / "golden_retriever" / "a.png")
    picture(tmp_path / "own" / "bus" / "b.png")
    assert pairs_of(tmp_path / "own", "a {}") == [("b.png", "a bus"), ("a.png", "a golden retriever")]
    picture(tmp_path / "imagenet" / "n01440764" / "x.JPEG")
    assert pairs_of(tmp_path / "imagenet") == [("x.JPEG", "a photo of a tench.")]


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ("image,text\n0.png,a\n", "has no text for 1 of 2 images, e.g. "),
        ("image,text\n0.png,a\n1.png,b\n7.png,c\n", "names 7.png, which is not below"),
        ("image,text\n0.png,a\n1.png,\n", "row 3 has no text"),
        ("image,text\n0.png,a\n,b\n", "row 3 has no image"),
        ("picture,words\n0.png,a\n", "expected a column image or file_name or path and one text"),
        ("", "got nothing"),
    ],
)
def test_a_table_that_does_not_fit_its_images_is_refused(table: str, message: str, tmp_path: Path) -> None:
    picture(tmp_path / "0.png")
    picture(tmp_path / "1.png")
    (tmp_path / "image_text.csv").write_text(table)
    with pytest.raises(ZsclError) as caught:
        pairs_of(tmp_path)
    assert caught.value.code == "bad-input"
    assert message in str(caught.value)


def test_what_is_no_text_or_could_be_two_files_is_refused(tmp_path: Path) -> None:
    picture(tmp_path / "a" / "0.png")
    picture(tmp_path / "b" / "0.png")
    (tmp_path / "image_text.csv").write_bytes("image,text\nelsewhere/0.png,müll\n".encode())
    with pytest.raises(ZsclError, match="could be"):
        pairs_of(tmp_path)
    (tmp_path / "image_text.csv").write_bytes("image,text\na/0.png,müll\n".encode("latin-1"))
    with pytest.raises(ZsclError, match="not UTF-8"):
        pairs_of(tmp_path)
    (tmp_path / "image_text.csv").unlink()
    picture(tmp_path / "loose.png")
    with pytest.raises(ZsclError, match=r"or a folder per class; loose\.png lies in neither"):
        pairs_of(tmp_path)
    picture(tmp_path / "imagenet" / "n99999999" / "x.png")
    with pytest.raises(ZsclError, match="not an ImageNet class"):
        pairs_of(tmp_path / "imagenet")


def test_the_images_of_mini_have_the_captions_they_were_drawn_with(tmp_path: Path) -> None:
    assert mini_captions(5, 3, str(tmp_path)) == [draw(3, "reference images", i)[1] for i in range(5)]


def test_a_task_trains_on_pairs_from_a_folder(tmp_path: Path, session: Session) -> None:
    for name in ("dog", "house"):
        for number in range(4):
            picture(tmp_path / name / f"{number}.png")
    task = zscl_task(
        objective=Objective(text_term="paired", consolidation="adaptive"),
        reference_images=ImageSource("folder", path=str(tmp_path)),
        reference_texts=TextSource("paired", template=PHOTO),
    )
    begun = session.execute(task, silent)
    assert isinstance(begun, BeginTaskDone)
    assert (begun.reference_images, begun.reference_texts) == (8, 2)
    done = session.execute(segment(0, 2, LossWeights(1, 1, 1, 0, 0, 1, 0.25)), silent)
    assert isinstance(done, TrainDone)
    assert all(row.alignment > 0 and row.distill_text > 0 for row in done.losses)


@pytest.mark.parametrize("kind", ["noise", "current-task", "none"])
def test_pairs_need_images_that_have_texts(kind: str, session: Session) -> None:
    task = zscl_task(reference_images=ImageSource(kind, count=4), reference_texts=TextSource("paired"))
    with pytest.raises(ZsclError, match=f"need reference images that have texts, got `{kind}`"):
        session.execute(task, silent)

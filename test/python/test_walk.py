"""Listings of image files: the order of before, kept where they are large, and made anew when a folder changes."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from conftest import silent, zscl_task
from PIL import Image

from zscl.commands import BeginTaskDone, DatasetSpec, ImageSource, TextSource, ZsclError
from zscl.data import scan, walk
from zscl.data.files import FileImages, facts_of
from zscl.data.own import read_folder
from zscl.references import own, teacher
from zscl.references.own import Folder, image_files
from zscl.session import Session

PICTURES = (
    *("b/2.png", "b/10.png", "a.png", "b.png", "a/x/1.png", "a b/1.png", "a/1.png", "c/.thumb/1.png"),
    *("c/._hidden.png", "c/notes.txt", "c/UPPER.JPG"),
)


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    root = tmp_path / "pictures"
    for number, name in enumerate(PICTURES):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        Image.new("RGB", (8, 8), (20 * number, 0, 0)).save(path, format="PNG")
    return root


def settle(root: Path) -> None:
    """As if nothing had changed for a minute."""
    for folder, _, _ in os.walk(root):
        facts = os.stat(folder)
        os.utime(folder, ns=(facts.st_atime_ns, facts.st_mtime_ns - 60 * 10**9))


@pytest.fixture
def cache(tree: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Of a machine on which the tree is large enough, and has stood long enough, for its listing to be kept."""
    monkeypatch.setattr(walk, "KEPT", 5)
    settle(tree)
    return str(tmp_path / "cache")


def test_reference_images_are_in_the_order_of_their_paths_folder_by_folder(tree: Path) -> None:
    expected = sorted(tree / name for name in PICTURES if not name.endswith(("notes.txt", "._hidden.png")))
    assert [Path(path) for path in image_files(Folder(str(tree), 0, 0), "").paths] == expected


def test_a_class_lists_its_own_files_before_those_of_folders_in_it(tree: Path) -> None:
    for name in ("a.png", "b.png"):
        (tree / name).unlink()
    found = read_folder(DatasetSpec("d", "folder", images=str(tree), held_out=0.01), "", silent)
    paths = sorted((*found.train.paths, *found.test.paths))
    names = {str(Path(path).relative_to(tree)) for path in paths}
    assert names == {"b/2.png", "b/10.png", "a/x/1.png", "a b/1.png", "a/1.png", "c/.thumb/1.png", "c/UPPER.JPG"}
    assert found.classes == ("a", "a b", "b", "c")


def test_the_key_from_kept_facts_is_the_key_from_asking_every_file(
    tree: Path, cache: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(2):
        listed = image_files(Folder(str(tree), 3, 0), cache)
        assert listed.facts is not None
        assert listed.key == FileImages(listed.paths, "").key
    with monkeypatch.context() as without_asking:
        without_asking.setattr(own, "facts_of", None)
        assert image_files(Folder(str(tree), 3, 0), cache).key == listed.key


def test_a_listing_without_facts_is_made_again_when_they_are_asked(
    tree: Path, cache: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert len(walk.walk(str(tree), cache).facts) == 0
    asked = walk.walk(str(tree), cache, asks=True)
    assert np.array_equal(asked.facts_in_order(), facts_of(asked.in_order()))
    for asks in (False, True):
        with monkeypatch.context() as without_reading:
            without_reading.setattr(scan, "scan_one", None)
            assert np.array_equal(walk.walk(str(tree), cache, asks=asks).facts, asked.facts)


def test_a_picture_written_over_is_noticed(tree: Path) -> None:
    before = image_files(Folder(str(tree), 0, 0), "").key
    Image.new("RGB", (9, 9)).save(tree / "b/2.png")
    assert image_files(Folder(str(tree), 0, 0), "").key != before


def test_a_large_listing_is_kept_until_a_folder_in_it_changes(
    tree: Path, cache: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = walk.walk(str(tree), cache)
    with monkeypatch.context() as without_reading:
        without_reading.setattr(scan, "scan_one", None)
        again = walk.walk(str(tree), cache)
    assert again.in_order() == first.in_order()
    assert again.state == first.state
    (tree / "b/10.png").rename(tree / "b/11.png")
    assert str(tree / "b/11.png") in walk.walk(str(tree), cache).in_order()
    Image.new("RGB", (8, 8)).save(tree / "a/x/new.png")
    assert str(tree / "a/x/new.png") in walk.walk(str(tree), cache).in_order()


def test_a_folder_that_has_just_changed_is_not_kept(
    tree: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(walk, "KEPT", 5)
    walk.walk(str(tree), str(tmp_path / "cache"))
    assert not (tmp_path / "cache").exists()


def test_a_small_listing_is_never_kept(tree: Path, tmp_path: Path) -> None:
    settle(tree)
    walk.walk(str(tree), str(tmp_path / "cache"))
    assert not (tmp_path / "cache").exists()


def test_a_damaged_listing_is_made_again(tree: Path, cache: str) -> None:
    first = walk.walk(str(tree), cache).in_order()
    (kept,) = Path(cache).rglob("*.safetensors")
    content = bytearray(kept.read_bytes())
    content[-3] ^= 1
    kept.write_bytes(content)
    assert walk.walk(str(tree), cache).in_order() == first


def test_other_processes_list_a_large_folder_in_the_same_order(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = walk.walk(str(tree))
    monkeypatch.setattr(walk, "ALONE_SECONDS", 0)
    assert walk.walk(str(tree)).in_order() == alone.in_order()


def test_what_another_process_finds_wrong_is_said(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(walk, "ALONE_SECONDS", 0)
    os.mkfifo(tree / "c" / "pipe.png")
    with pytest.raises(ZsclError, match=r"pipe\.png is a FIFO; expected a regular file") as caught:
        walk.walk(str(tree))
    assert caught.value.code == "bad-input"


def test_the_next_task_asks_for_the_same_references_and_reads_nothing_again(
    session: Session, tree: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    captions = tmp_path / "captions.txt"
    captions.write_text("a red square\na blue circle\n")
    images, words = ImageSource("folder", path=str(tree)), TextSource("file", path=str(captions))
    task = zscl_task(reference_images=images, reference_texts=words)
    first = session.execute(task, silent)
    with monkeypatch.context() as without_reading:
        without_reading.setattr(own, "image_files", None)
        without_reading.setattr(own, "texts", None)
        without_reading.setattr(teacher, "_table", None)
        assert session.execute(replace(task, task=1), silent) == first
    fewer = replace(task, reference_images=replace(images, count=2))
    assert session.execute(fewer, silent) == BeginTaskDone(2, 2)


def test_a_link_that_leads_nowhere_is_said(tree: Path) -> None:
    (tree / "c" / "gone.png").symlink_to(tree / "nowhere.png")
    with pytest.raises(ZsclError, match=r"there is no file .*gone\.png"):
        walk.walk(str(tree))


def test_a_name_that_is_no_utf_8_is_a_name(tree: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(walk, "KEPT", 5)
    os.rename(tree / "a.png", os.fsencode(tree) + b"/\xff.png")
    settle(tree)
    first = walk.walk(str(tree), str(tmp_path / "cache"))
    again = walk.walk(str(tree), str(tmp_path / "cache"))
    assert again.in_order() == first.in_order()
    assert image_files(Folder(str(tree), 0, 0), "").key

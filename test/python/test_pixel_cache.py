"""The cache of decoded images: filled block by block, gone on with after a kill, and by two processes at once."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from zscl.commands import ZsclError
from zscl.data import decoding_pool, pixel_cache
from zscl.data.pixel_cache import Pictures

SIZE = 16


def silent(done: int, total: int) -> None:
    pass


@pytest.fixture
def paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.setattr(pixel_cache, "BLOCK", 8)
    (tmp_path / "pictures").mkdir()
    made = []
    for number in range(37):
        made.append(str(tmp_path / "pictures" / f"{number}.png"))
        Image.new("RGB", (20, 20), (6 * number, 0, 0)).save(made[-1])
    return made


def reds(found: np.ndarray) -> list[int]:
    return found[:, 0, 8, 8].tolist()


EXPECTED = [6 * number for number in range(37)]


def test_it_holds_every_image_at_its_place_whatever_the_order_of_decoding(paths: list[str], tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    cache = str(tmp_path / "cache")
    found = pixel_cache.mapped(Pictures(paths, SIZE), cache, "k", lambda done, total: seen.append((done, total)))
    assert reds(found) == EXPECTED
    assert os.listdir(tmp_path / "cache" / "images") == ["k-16.u8"]
    assert seen[-1] == (37, 37)
    assert seen == sorted(seen)
    assert reds(pixel_cache.mapped(Pictures(paths, SIZE), "", "k", silent)) == EXPECTED


def test_what_was_whole_before_an_end_is_not_decoded_again(
    paths: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad = Path(paths[20])
    whole = bad.read_bytes()
    bad.write_bytes(b"no picture")
    pictures = Pictures(paths, SIZE)
    with monkeypatch.context() as in_order:
        in_order.setattr(pixel_cache.random.Random, "shuffle", lambda self, order: None)
        with pytest.raises(ZsclError, match=r"20\.png is not a readable image"):
            pixel_cache.mapped(pictures, str(tmp_path), "k", silent)
    assert (tmp_path / "images" / "k-16.blocks").read_bytes() == b"\1\1\0\0\0"
    bad.write_bytes(whole)
    for path in paths[:16]:  # what is whole is not asked for again: it may even be gone
        os.unlink(path)
    assert reds(pixel_cache.mapped(pictures, str(tmp_path), "k", silent)) == EXPECTED


FILL = """
import sys
from zscl.data import pixel_cache
pixel_cache.BLOCK = 8
def told(done, total):
    print(done, flush=True)
    if sys.argv[3] == "stop":
        sys.stdin.readline()
if __name__ == "__main__":
    pictures = pixel_cache.Pictures(sys.argv[4:], 16)
    pixel_cache.mapped(pictures, sys.argv[1], sys.argv[2], told)
"""


def filling(script: Path, cache: Path, paths: list[str], *, stop: bool) -> subprocess.Popen[str]:
    script.write_text(FILL)
    command = [sys.executable, str(script), str(cache), "k", "stop" if stop else "go", *paths]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def test_a_killed_process_leaves_what_it_had_and_one_that_stands_still_holds_up_nobody(
    paths: list[str], tmp_path: Path
) -> None:
    still = filling(tmp_path / "fill.py", tmp_path / "cache", paths, stop=True)
    assert still.stdout is not None
    assert int(still.stdout.readline()) >= 8  # it has one block and waits for a word that never comes
    marks = tmp_path / "cache" / "images" / "k-16.blocks"
    assert marks.read_bytes().count(1) >= 1
    started = time.monotonic()
    assert reds(pixel_cache.mapped(Pictures(paths, SIZE), str(tmp_path / "cache"), "k", silent)) == EXPECTED
    assert time.monotonic() - started < 60
    still.kill()
    still.wait()


def test_two_processes_at_once_end_with_the_same_file(paths: list[str], tmp_path: Path) -> None:
    both = [filling(tmp_path / "fill.py", tmp_path / "cache", paths, stop=False) for _ in range(2)]
    assert [one.wait(timeout=60) for one in both] == [0, 0]
    assert os.listdir(tmp_path / "cache" / "images") == ["k-16.u8"]
    assert reds(pixel_cache.mapped(Pictures(paths, SIZE), str(tmp_path / "cache"), "k", silent)) == EXPECTED


def test_marks_of_another_length_are_no_marks(paths: list[str], tmp_path: Path) -> None:
    folder = tmp_path / "images"
    folder.mkdir()
    (folder / "k-16.u8.part").write_bytes(bytes(37 * 3 * SIZE * SIZE))
    (folder / "k-16.blocks").write_bytes(b"\1\1")
    assert reds(pixel_cache.mapped(Pictures(paths, SIZE), str(tmp_path), "k", silent)) == EXPECTED


def test_a_cache_that_cannot_be_written_is_said(paths: list[str], tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ZsclError, match=r"cannot be written .* Name another folder in ZSCL_CACHE"):
        pixel_cache.mapped(Pictures(paths, SIZE), str(tmp_path / "file"), "k", silent)


def test_a_cache_that_is_cleared_while_it_is_filled_is_said(paths: list[str], tmp_path: Path) -> None:
    def clear(done: int, total: int) -> None:
        for file in (tmp_path / "images").iterdir():
            file.unlink()

    with pytest.raises(ZsclError, match=r"was cleared while it was being filled; resume"):
        pixel_cache.mapped(Pictures(paths, SIZE), str(tmp_path), "k", clear)


def test_decoding_takes_calls_as_they_are_needed(paths: list[str]) -> None:
    asked = []

    def calls():  # type: ignore[no-untyped-def]  # noqa: ANN202
        for path in paths:
            asked.append(path)
            yield ([path], True)

    results = decoding_pool.decode_all(pixel_cache.decoding.many_sizes, calls(), len(paths), silent)
    next(results)
    assert len(asked) < len(paths)
    results.close()

"""Verifying what is on disk, and downloads that go on where they stopped (from a server in this process)."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from trees.published import TREES

from zscl.commands import DatasetSpec, ZsclError
from zscl.data.readers.download import fetch
from zscl.data.readers.verify import verify

CONTENT = bytes(range(256)) * 40


class Handler(BaseHTTPRequestHandler):
    """Serves CONTENT with ranges; breaks the connection half-way when there is no range."""

    ranges: list[str]

    def do_GET(self) -> None:
        asked = self.headers.get("Range", "")
        self.ranges.append(asked)
        first = int(asked.removeprefix("bytes=").rstrip("-") or 0)
        self.send_response(206 if asked else 200)
        self.send_header("Content-Length", str(len(CONTENT) - first))
        self.end_headers()
        self.wfile.write(CONTENT[first:] if asked else CONTENT[: len(CONTENT) // 2])

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[tuple[str, list[str]]]:
    ranges: list[str] = []
    made = HTTPServer(("127.0.0.1", 0), type("Own", (Handler,), {"ranges": ranges}))
    thread = threading.Thread(target=made.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{made.server_port}/a.tgz", ranges
    made.shutdown()
    thread.join()
    made.server_close()


def quiet(name: str, done: int, total: int) -> None:
    assert name == "a.tgz"
    assert done <= total == len(CONTENT)


def test_a_broken_download_goes_on_where_it_stopped(server: tuple[str, list[str]], tmp_path: Path) -> None:
    url, ranges = server
    path = tmp_path / "deep" / "a.tgz"
    md5 = hashlib.md5(CONTENT).hexdigest()
    with pytest.raises(ZsclError, match="goes on from here"):
        fetch(url, path, md5, quiet)
    assert not path.exists()
    fetch(url, path, md5, quiet)
    assert path.read_bytes() == CONTENT
    fetch(url, path, md5, quiet)
    assert ranges == ["", f"bytes={len(CONTENT) // 2}-"]


def test_a_download_with_another_checksum_is_not_kept(server: tuple[str, list[str]], tmp_path: Path) -> None:
    path = tmp_path / "a.tgz"
    (tmp_path / "a.tgz.part").write_bytes(b"x" * 100)
    with pytest.raises(ZsclError, match="not what was published"):
        fetch(server[0], path, "0" * 32, quiet)
    assert list(tmp_path.iterdir()) == []


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
    assert len(problems) == 3
    assert all("not the published file" in problem for problem in problems)

"""Downloads from a server on this machine that is slow, breaks off, refuses, lies and asks to wait; unsafe archives."""

from __future__ import annotations

import errno
import gzip
import hashlib
import io
import json
import os
import socket
import subprocess
import sys
import tarfile
import threading
import time
import urllib.error
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from zscl.commands import ZsclError
from zscl.downloads import address, get, hub, unpack
from zscl.downloads.address import File
from zscl.downloads.hub import HubFiles

CONTENT = bytes(range(256)) * 40
MD5 = f"md5:{hashlib.md5(CONTENT).hexdigest()}"
HALF = len(CONTENT) // 2

Answer = Callable[["Request"], None]


@dataclass
class Request:
    """One request and the ways to answer it."""

    handler: BaseHTTPRequestHandler
    path: str
    range: str
    head: bool = False

    @property
    def first(self) -> int:
        return int(self.range.removeprefix("bytes=").rstrip("-") or 0)

    def send(self, status: int, body: bytes = b"", *, length: int | None = None, **headers: str) -> None:
        self.handler.send_response(status)
        self.handler.send_header("Content-Length", str(len(body) if length is None else length))
        for name, value in headers.items():
            self.handler.send_header(name.replace("_", "-"), value)
        self.handler.end_headers()
        if not self.head:
            self.handler.wfile.write(body)
        self.handler.close_connection = True

    def send_range(self, content: bytes = CONTENT, **headers: str) -> None:
        if not self.range:
            return self.send(200, content, **headers)
        where = f"bytes {self.first}-{len(content) - 1}/{len(content)}"
        return self.send(206, content[self.first :], Content_Range=where, **headers)


@dataclass
class Server:
    """Answers every request by the next of `answers`, and by the last one when they are used up."""

    url: str
    answers: list[Answer] = field(default_factory=list)
    ranges: list[str] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)


@pytest.fixture
def server() -> Iterator[Server]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.answer(head=False)

        def do_HEAD(self) -> None:
            self.answer(head=True)

        def answer(self, *, head: bool) -> None:
            request = Request(self, self.path, self.headers.get("Range", ""), head)
            made.ranges.append(request.range)
            made.paths.append(self.path)
            answer = made.answers.pop(0) if len(made.answers) > 1 else made.answers[0]
            answer(request)

        def log_message(self, format: str, *args: object) -> None:
            pass

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    made = Server(f"http://127.0.0.1:{http.server_port}")
    thread = threading.Thread(target=http.serve_forever, args=(0.02,))
    thread.start()
    yield made
    http.shutdown()
    thread.join()
    http.server_close()


def breaks_off(request: Request) -> None:
    request.send(200, CONTENT[:HALF], length=len(CONTENT))


def whole(request: Request) -> None:
    request.send_range()


def refuses(status: int, **headers: str) -> Answer:
    return lambda request: request.send(status, b"no", **headers)


@dataclass
class Download:
    """One download and how long it waited."""

    server: Server
    folder: Path
    waits: list[float] = field(default_factory=list)
    seen: list[tuple[int, int]] = field(default_factory=list)

    def run(self, *answers: Answer, digest: str = MD5, name: str = "a.bin", stalled: float = 5) -> Path:
        self.server.answers = [*answers]
        path = self.folder / "deep" / name
        file = File(f"{self.server.url}/{name}", digest)
        told: Callable[[int, int], object] = lambda done, total: self.seen.append((done, total))  # noqa: E731
        address.fetch(file, path, told, sleep=self.waits.append, stalled=stalled)
        return path


@pytest.fixture
def download(server: Server, tmp_path: Path) -> Download:
    return Download(server, tmp_path)


def left(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_a_download_that_breaks_off_goes_on_where_it_stopped(download: Download) -> None:
    assert download.run(breaks_off, whole).read_bytes() == CONTENT
    assert download.server.ranges == ["", f"bytes={HALF}-"]
    assert download.seen[-1] == (len(CONTENT), len(CONTENT))
    download.run(refuses(500))  # what is whole is not asked for again
    assert len(download.server.ranges) == 2
    assert left(download.folder) == ["deep/a.bin"]


def test_what_came_is_kept_when_the_server_goes_away_for_good(download: Download) -> None:
    with pytest.raises(ZsclError, match=r"server answered 403 \(Forbidden\); run the same command again to continue"):
        download.run(breaks_off, refuses(403))
    assert "deep/a.bin.part" in left(download.folder)
    assert download.run(whole).read_bytes() == CONTENT
    assert download.server.ranges[-1] == f"bytes={HALF}-"


@pytest.mark.parametrize("status", [403, 404, 410])
def test_a_refusal_is_said_at_once_with_its_number(status: int, download: Download) -> None:
    with pytest.raises(ZsclError, match=f"the server answered {status}") as caught:
        download.run(refuses(status))
    assert caught.value.code == "data-not-found"
    assert download.waits == []


def test_a_server_that_asks_to_wait_is_waited_for(download: Download) -> None:
    later = time.strftime("%a, %d %b %Y %H:%M:%S GMT", time.gmtime(time.time() + 60))
    assert (
        download.run(refuses(429, Retry_After="7"), refuses(503, Retry_After=later), refuses(429), whole).read_bytes()
        == CONTENT
    )
    assert download.waits[0] == 7
    assert 50 < download.waits[1] <= 60
    assert download.waits[2] == 4  # nothing was asked for: 1, 2, 4, …


def test_nobody_waits_for_hours(download: Download) -> None:
    with pytest.raises(ZsclError, match="asks us to wait 86,400 s"):
        download.run(refuses(429, Retry_After="86400"))


def test_a_server_that_fails_again_and_again_is_given_up(download: Download) -> None:
    with pytest.raises(ZsclError, match="answered 502"):
        download.run(refuses(502))
    assert download.waits == [1, 2, 4, 8, 16, 32]


def test_a_connection_that_stalls_is_made_again(download: Download) -> None:
    def stalls(request: Request) -> None:
        request.send(200, CONTENT[:HALF], length=len(CONTENT))
        request.handler.wfile.flush()
        time.sleep(1)

    assert download.run(stalls, whole, stalled=0.2).read_bytes() == CONTENT
    assert download.server.ranges[1] == f"bytes={HALF}-"


def test_nobody_at_the_address_is_said_after_some_tries(download: Download) -> None:
    file = File("http://127.0.0.1:1/a.bin")
    with pytest.raises(ZsclError, match="Connection refused; run the same command again to continue"):
        address.fetch(file, download.folder / "a.bin", lambda done, total: None, sleep=download.waits.append)
    assert len(download.waits) == address.TRIES


def test_a_server_without_ranges_begins_again(download: Download) -> None:
    assert download.run(breaks_off, lambda request: request.send(200, CONTENT)).read_bytes() == CONTENT


def test_a_file_that_has_changed_meanwhile_begins_again(download: Download) -> None:
    def old(request: Request) -> None:
        request.send(200, b"x" * HALF, length=len(CONTENT), ETag='"old"')

    def new(request: Request) -> None:
        assert request.handler.headers["If-Range"] == '"old"'
        request.send(200, CONTENT, ETag='"new"')

    assert download.run(old, new).read_bytes() == CONTENT


def test_another_range_than_was_asked_for_is_not_appended(download: Download) -> None:
    def wrong(request: Request) -> None:
        request.send(206, CONTENT[100:], Content_Range=f"bytes 100-{len(CONTENT) - 1}/{len(CONTENT)}")

    assert download.run(breaks_off, wrong, whole).read_bytes() == CONTENT


def test_416_means_whole_or_that_the_part_is_of_something_else(download: Download) -> None:
    (download.folder / "deep").mkdir()
    part = download.folder / "deep" / "a.bin.part"
    past = refuses(416, Content_Range=f"bytes */{len(CONTENT)}")
    part.write_bytes(CONTENT)
    assert download.run(past).read_bytes() == CONTENT
    (download.folder / "deep" / "a.bin").unlink()
    part.write_bytes(CONTENT + b"and more")
    assert download.run(past, whole).read_bytes() == CONTENT


def test_a_compressed_answer_is_the_file_it_was_made_of(download: Download) -> None:
    packed = gzip.compress(CONTENT)

    def compressed(request: Request) -> None:
        request.send(200, packed, Content_Encoding="gzip")

    def half(request: Request) -> None:
        request.send(200, packed[: len(packed) // 2], Content_Encoding="gzip")

    assert download.run(half, compressed).read_bytes() == CONTENT
    assert download.server.ranges == ["", ""]  # half of it is no beginning


def test_a_file_with_another_digest_is_not_kept(download: Download) -> None:
    with pytest.raises(ZsclError, match="does not match the published checksum: md5:"):
        download.run(whole, digest=f"md5:{'0' * 32}")
    assert left(download.folder) == []
    sha256 = f"sha256:{hashlib.sha256(CONTENT).hexdigest()}"
    assert download.run(whole, digest=sha256).read_bytes() == CONTENT


def test_a_page_in_place_of_an_archive_is_not_kept_though_no_digest_is_known(download: Download) -> None:
    with pytest.raises(ZsclError, match=r"gave no a\.zip but b'<html>sorry"):
        download.run(lambda request: request.send(200, b"<html>sorry, we moved"), digest="", name="a.zip")
    assert left(download.folder) == []


# Archives


def tar_of(path: Path, *members: tuple[str, bytes | tuple[str, str]]) -> Path:
    """Members are bytes, or a kind of link and where it leads."""
    with tarfile.open(path, "w:gz") as archive:
        for name, content in members:
            info = tarfile.TarInfo(name)
            if isinstance(content, tuple):
                info.type = {"symlink": tarfile.SYMTYPE, "hardlink": tarfile.LNKTYPE, "device": tarfile.CHRTYPE}[
                    content[0]
                ]
                info.linkname = content[1]
                archive.addfile(info)
            else:
                info.size = len(content)
                archive.addfile(info, io.BytesIO(content))
    return path


def zip_of(path: Path, *members: tuple[str, bytes], link: bool = False) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            info = zipfile.ZipInfo(name)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = (0o120777 if link else 0o100644) << 16
            archive.writestr(info, content)
    return path


def quiet(done: int, total: int) -> None:
    pass


@pytest.mark.parametrize(
    "member",
    [
        ("../evil.txt", b"x"),
        ("a/../../evil.txt", b"x"),
        ("link", ("symlink", "/etc/passwd")),
        ("link", ("symlink", "../../evil.txt")),
        ("link", ("hardlink", "/etc/passwd")),
        ("device", ("device", "")),
    ],
)
def test_a_tar_that_reaches_out_is_refused_by_the_name_of_the_member(member: Any, tmp_path: Path) -> None:  # noqa: ANN401
    archive = tar_of(tmp_path / "a.tgz", ("good.txt", b"x"), member)
    target = tmp_path / "in" / "target"
    with pytest.raises(ZsclError, match=f"was not unpacked: `{member[0]}`") as caught:
        unpack.unpack(archive, target, quiet)
    assert caught.value.code == "bad-input"
    assert left(tmp_path) == ["a.tgz"]


def test_an_absolute_path_in_a_tar_stays_inside(tmp_path: Path) -> None:
    archive = tar_of(tmp_path / "a.tgz", ("/tmp/inside.txt", b"x"))
    unpack.unpack(archive, tmp_path / "target", quiet)
    assert left(tmp_path / "target") == ["tmp/inside.txt"]


@pytest.mark.parametrize("name", ["../evil.txt", "/evil.txt", "a/../../evil.txt", "..\\evil.txt"])
def test_a_zip_that_reaches_out_is_refused_by_the_name_of_the_member(name: str, tmp_path: Path) -> None:
    archive = zip_of(tmp_path / "a.zip", ("good.txt", b"x"), (name, b"x"))
    with pytest.raises(ZsclError, match="is outside the folder"):
        unpack.unpack(archive, tmp_path / "target", quiet)
    assert left(tmp_path) == ["a.zip"]
    with pytest.raises(ZsclError, match="`l` is a link"):
        unpack.unpack(zip_of(tmp_path / "b.zip", ("l", b"/etc/passwd"), link=True), tmp_path / "target", quiet)


def test_bombs_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpack, "LEAST", 1000)
    zeros = bytes(1 << 20)
    for archive in (zip_of(tmp_path / "a.zip", ("zeros", zeros)), tar_of(tmp_path / "a.tgz", ("zeros", zeros))):
        with pytest.raises(ZsclError, match="was not unpacked: it would exceed the size limit"):
            unpack.unpack(archive, tmp_path / "target", quiet)
    content = (tmp_path / "a.zip").read_bytes()  # and one that says it holds less than it does
    lying = content.replace(len(zeros).to_bytes(4, "little"), (500).to_bytes(4, "little"))
    (tmp_path / "b.zip").write_bytes(lying)
    with pytest.raises(ZsclError):
        unpack.unpack(tmp_path / "b.zip", tmp_path / "target", quiet)
    assert left(tmp_path / "target") == []


def test_a_torn_archive_is_named_and_leaves_nothing(tmp_path: Path) -> None:
    noise = os.urandom(100_000)
    for archive in (zip_of(tmp_path / "a.zip", ("a", noise)), tar_of(tmp_path / "a.tgz", ("a", noise))):
        archive.write_bytes(archive.read_bytes()[:50_000])
        with pytest.raises(ZsclError, match="download it again"):
            unpack.unpack(archive, tmp_path / "target", quiet)
    assert left(tmp_path / "target") == []


# Whole datasets


def dataset(server: Server, folder: str = "pets", **more: object) -> dict[str, Any]:
    """A dataset whose one archive the server has at /a.tgz."""
    source = {"name": "authors", "room": 1000, "files": [{"url": f"{server.url}/a.tgz", **more}]}
    return {"kind": "oxford-pets", "folder": folder, "sources": [source]}


def archive_of(*members: tuple[str, bytes]) -> bytes:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w:gz") as archive:
        for name, content in members:
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return file.getvalue()


def run(data: Path, *wanted: dict[str, Any], jobs: int = 2) -> tuple[bool, list[dict[str, Any]]]:
    events: list[dict[str, Any]] = []
    done = get.get(data, [get.wanted_of(one) for one in wanted], jobs, events.append)
    return done, [event for event in events if event["result"] != "progress"]


def test_a_dataset_appears_whole_with_a_word_on_where_it_came_from(server: Server, tmp_path: Path) -> None:
    server.answers = [lambda request: request.send_range(archive_of(("pets/1.jpg", b"x"), ("pets/list.txt", b"y")))]
    done, events = run(tmp_path / "data", dataset(server))
    assert done
    assert left(tmp_path / "data") == ["pets/1.jpg", "pets/list.txt", "pets/zscl-source.json"]
    record = json.loads((tmp_path / "data/pets/zscl-source.json").read_text())
    assert record["source"] == "authors"
    assert record["files"][0]["digest"].startswith("sha256:")
    assert events[-1] == {"result": "fetched", "kind": "oxford-pets", "source": "authors", "changes": ""}


def test_the_next_source_is_asked_where_one_has_nothing_and_half_of_one_is_no_beginning_of_the_other(
    server: Server, tmp_path: Path
) -> None:
    content = archive_of(("pets/1.jpg", b"x" * 5000))

    def answer(request: Request) -> None:
        if request.path == "/gone.tgz":
            request.send(404)
        elif request.path == "/false.tgz":
            request.send(200, b"<html>")
        else:
            request.send_range(content)

    server.answers = [answer]
    wanted = dataset(server)
    names = ("gone", "false", "mirror")
    wanted["sources"] = [
        {
            "name": name,
            "room": 1,
            "files": [{"url": f"{server.url}/{name}.tgz"}],
            "changes": "" if name != "mirror" else "file names",
        }
        for name in names
    ]
    done, events = run(tmp_path / "data", wanted)
    assert done
    assert [(event["result"], event.get("source")) for event in events] == [
        *(("source", "gone"), ("source-failed", "gone"), ("source", "false"), ("source-failed", "false")),
        *(("source", "mirror"), ("fetched", "mirror")),
    ]
    assert [event["why"] for event in events if event["result"] == "source-failed"] == ["lacking", "failed"]
    assert events[-1]["changes"] == "file names"
    assert not (tmp_path / "data/.downloads").exists()


@pytest.mark.parametrize(
    ("cause", "why"),
    [
        (urllib.error.URLError(socket.gaierror(-2, "Name or service not known")), "unreachable"),
        (ConnectionRefusedError(), "unreachable"),
        (type("ConnectError", (Exception,), {})(), "unreachable"),
        (urllib.error.HTTPError("http://x", 403, "Forbidden", Message(), None), "lacking"),
        (type("RepositoryNotFoundError", (Exception,), {})(), "lacking"),
        (urllib.error.HTTPError("http://x", 503, "Busy", Message(), None), "failed"),
        (ConnectionError("the connection ended after 1 of 2 bytes"), "failed"),
        (None, "failed"),
    ],
)
def test_a_source_that_is_not_reached_is_told_from_one_that_has_nothing(cause: Exception | None, why: str) -> None:
    error = ZsclError("data-not-found", "cannot")
    error.__cause__ = cause
    assert get._why(error) == why


def test_nothing_is_in_its_place_before_all_of_it_is_there(server: Server, tmp_path: Path) -> None:
    first, second = archive_of(("pets/1.jpg", b"x")), archive_of(("pets/list.txt", b"y"))
    gone = True

    def answer(request: Request) -> None:
        if request.path == "/b.tgz" and gone:
            request.send(404)
        else:
            request.send_range(first if request.path == "/a.tgz" else second)

    server.answers = [answer]
    wanted = dataset(server)
    wanted["sources"][0]["files"] = [{"url": f"{server.url}/a.tgz"}, {"url": f"{server.url}/b.tgz"}]
    done, events = run(tmp_path / "data", wanted)
    assert not done
    assert "the server answered 404" in events[-1]["message"]
    assert not (tmp_path / "data/pets").exists()
    gone = False
    assert run(tmp_path / "data", wanted)[0]
    assert server.paths.count("/a.tgz") == 1  # was unpacked already
    assert left(tmp_path / "data/pets") == ["1.jpg", "list.txt", "zscl-source.json"]


def test_an_archive_that_a_person_brought_is_used_and_kept(server: Server, tmp_path: Path) -> None:
    content = archive_of(("pets/1.jpg", b"x"))
    (tmp_path / "data").mkdir()
    (tmp_path / "data/a.tgz").write_bytes(content)
    server.answers = [refuses(404)]
    assert run(tmp_path / "data", dataset(server, digest=f"md5:{hashlib.md5(content).hexdigest()}"))[0]
    assert server.paths == []
    assert left(tmp_path / "data") == ["a.tgz", "pets/1.jpg", "pets/zscl-source.json"]


def test_what_will_not_fit_is_said_before_anything_is_fetched(server: Server, tmp_path: Path) -> None:
    server.answers = [refuses(500)]
    wanted = dataset(server)
    wanted["sources"][0]["room"] = 1 << 60
    with pytest.raises(ZsclError, match=r"oxford-pets take up to [\d,.]+ GiB .* Nothing was downloaded") as caught:
        run(tmp_path / "data", wanted)
    assert caught.value.code == "disk-full"
    assert server.paths == []


def test_a_later_source_that_will_not_fit_is_said_before_it_is_asked(server: Server, tmp_path: Path) -> None:
    server.answers = [refuses(404)]
    wanted = dataset(server)
    wanted["sources"].append({"name": "larger", "room": 1 << 60, "files": [{"url": f"{server.url}/b.tgz"}]})
    done, events = run(tmp_path / "data", wanted)
    assert not done
    assert "Nothing was downloaded from larger." in events[-1]["message"]
    assert server.paths == ["/a.tgz"]


def test_several_come_side_by_side_and_one_that_fails_stops_no_other(server: Server, tmp_path: Path) -> None:
    together = threading.Barrier(2, timeout=10)

    def answer(request: Request) -> None:
        together.wait()
        name = request.path.strip("/").removesuffix(".tgz")
        if name == "bad":
            request.send(404)
        else:
            request.send_range(archive_of((f"{name}/1.jpg", b"x")))

    server.answers = [answer]
    wanted = [
        {
            "kind": name,
            "folder": name,
            "sources": [{"name": "s", "room": 1, "files": [{"url": f"{server.url}/{name}.tgz"}]}],
        }
        for name in ("good", "bad")
    ]
    done, events = run(tmp_path / "data", *wanted)
    assert not done
    assert {(event["kind"], event["result"]) for event in events} >= {("good", "fetched"), ("bad", "failed")}
    assert (tmp_path / "data/good/1.jpg").exists()


def test_a_killed_download_goes_on_in_the_next_process(server: Server, tmp_path: Path) -> None:
    content = archive_of(("pets/1.jpg", os.urandom(1 << 20)))

    def slow(request: Request) -> None:
        request.send(200, content[: len(content) // 2], length=len(content))
        request.handler.wfile.flush()
        time.sleep(20)

    server.answers = [slow, lambda request: request.send_range(content)]
    asked = json.dumps({"data": str(tmp_path / "data"), "jobs": 1, "wanted": [dataset(server)]})
    command = [sys.executable, "-m", "zscl.downloads"]
    first = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert first.stdin is not None
    first.stdin.write(asked + "\n")
    first.stdin.flush()
    part = tmp_path / "data/.downloads/oxford-pets/authors/a.tgz.part"
    while not part.exists() or part.stat().st_size < len(content) // 2:
        time.sleep(0.02)
    first.kill()
    first.wait()
    second = subprocess.run(command, input=asked + "\n", capture_output=True, text=True, timeout=60, check=True)
    assert json.loads(second.stdout.splitlines()[-1])["result"] == "fetched"
    assert server.ranges == ["", f"bytes={len(content) // 2}-"]


# The hub


REPO, COMMIT = "someone/pets", "9abf6cf7d6dfa7b95152a0d6e791ea9435b47a40"


@dataclass
class Hub:
    """As much of the Hugging Face hub as a dataset needs."""

    files: dict[str, bytes]
    gated: bool = False
    false: bool = False  # sends other bytes than it says

    def __call__(self, request: Request) -> None:
        if self.gated:
            request.send(403, b"{}", X_Error_Code="GatedRepo", X_Error_Message="accept the terms")
        elif request.path.startswith(f"/api/datasets/{REPO}/"):
            facts = {name: (len(content), self.sha(name)) for name, content in self.files.items()}
            siblings = [
                {"rfilename": name, "size": size, "lfs": {"sha256": sha, "size": size, "pointerSize": 1}}
                for name, (size, sha) in facts.items()
            ]
            body = json.dumps({"id": REPO, "sha": COMMIT, "siblings": siblings, "private": False}).encode()
            request.send(200, body, Content_Type="application/json")
        elif request.path.startswith(f"/datasets/{REPO}/resolve/{COMMIT}/"):
            name = request.path.partition(f"{COMMIT}/")[2].partition("?")[0]
            content = b"x" * len(self.files[name]) if self.false else self.files[name]
            headers = {"ETag": f'"{self.sha(name)}"', "X_Repo_Commit": COMMIT, "X_Linked_Size": str(len(content))}
            request.send_range(content, **headers)
        else:
            request.send(404, b"{}", X_Error_Code="RepoNotFound")

    def sha(self, name: str) -> str:
        return hashlib.sha256(self.files[name]).hexdigest()


HUB_RUN = """
import json, sys
from zscl.downloads import get
wanted = get.wanted_of(json.loads(sys.argv[2]))
get.get(__import__("pathlib").Path(sys.argv[1]), [wanted], 1, lambda event: print(json.dumps(event)))
"""


def from_hub(
    server: Server, made: Hub, tmp_path: Path, patterns: tuple[str, ...] = ("data/*.parquet",), **env: str
) -> list[dict[str, Any]]:
    """In a process of its own: huggingface_hub reads its environment once."""
    server.answers = [made]
    at = {"repo": REPO, "revision": "main", "patterns": patterns, "into": "pets/hub"}
    source = {"name": "hub", "room": 1, "hub": at}
    wanted = {"kind": "oxford-pets", "folder": "pets", "sources": [source]}
    environment = {**os.environ, "HF_ENDPOINT": server.url, "HF_HOME": str(tmp_path / "hf"), "HF_HUB_DISABLE_XET": "1"}
    command = [sys.executable, "-c", HUB_RUN, str(tmp_path / "data"), json.dumps(wanted)]
    done = subprocess.run(command, env={**environment, **env}, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]


FILES = {"data/train-0.parquet": os.urandom(3000), "data/test-0.parquet": os.urandom(2000), "README.md": b"hello"}


def test_files_of_the_hub_come_from_the_mirror_that_is_named_and_are_recorded_with_the_commit(
    server: Server, tmp_path: Path
) -> None:
    events = from_hub(server, Hub(FILES), tmp_path)
    assert events[-1]["result"] == "fetched"
    folder = tmp_path / "data/pets"
    assert left(folder) == ["hub/data/test-0.parquet", "hub/data/train-0.parquet", "zscl-source.json"]
    assert (folder / "hub/data/train-0.parquet").read_bytes() == FILES["data/train-0.parquet"]
    record = json.loads((folder / "zscl-source.json").read_text())
    assert record["files"][0] == {"commit": COMMIT}


def test_a_gated_set_says_whose_terms_to_accept_and_how_to_log_in(server: Server, tmp_path: Path) -> None:
    message = from_hub(server, Hub(FILES, gated=True), tmp_path)[-1]["message"]
    assert f"{server.url}/datasets/{REPO}" in message
    assert "accept its terms on that page, then `hf auth login`" in message


def test_a_set_that_is_not_there_and_no_network_are_told_apart(server: Server, tmp_path: Path) -> None:
    server.answers = [refuses(404, X_Error_Code="RepoNotFound")]
    with pytest.MonkeyPatch.context() as other:
        other.setattr(Hub, "__call__", lambda self, request: request.send(404, b"{}", X_Error_Code="RepoNotFound"))
        assert "there is no such dataset at `main`" in from_hub(server, Hub(FILES), tmp_path)[-1]["message"]
    assert "HF_HUB_OFFLINE is set" in from_hub(server, Hub(FILES), tmp_path, HF_HUB_OFFLINE="1")[-1]["message"]


def test_bytes_that_are_not_what_the_hub_says_are_removed(server: Server, tmp_path: Path) -> None:
    events = from_hub(server, Hub(FILES, false=True), tmp_path)
    assert "does not match the hub's checksum" in events[-1]["message"] or "Consistency" in events[-1]["message"]
    assert not (tmp_path / "data/pets").exists()


def test_no_file_of_the_names_that_are_known_is_said(server: Server, tmp_path: Path) -> None:
    message = from_hub(server, Hub(FILES), tmp_path, patterns=("*.tar",))[-1]["message"]
    assert f"has no files *.tar at {COMMIT}" in message


def test_hub_files_know_their_page() -> None:
    assert HubFiles("a/b", "main", ()).url.endswith("/datasets/a/b")
    assert hub.Found("c", (("x", 3, ""), ("y", 4, ""))).size == 7


def test_a_full_disk_is_no_fault_of_the_hub_and_no_other_source_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(hub, "look", full)
    at = {"repo": REPO, "revision": "main", "patterns": ["*"], "into": "p"}
    files = [{"name": name, "room": 1, "hub": at} for name in "ab"]
    done, events = run(tmp_path, {"kind": "oxford-pets", "folder": "p", "sources": files})
    assert not done
    assert [event["result"] for event in events] == ["source", "source-failed", "failed"]
    with pytest.raises(OSError, match="No space left"):
        hub._unavailable(HubFiles(REPO, "main", ()), OSError(errno.ENOSPC, "No space left on device"))
    odd = hub._unavailable(HubFiles(REPO, "main", ()), KeyError("size"))
    assert "'size' (KeyError)" in str(odd)

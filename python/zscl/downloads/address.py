"""One file from an address: goes on where it stopped, waits when the server asks for it, and checks what it got."""

from __future__ import annotations

import email.utils
import hashlib
import http.client
import time
import urllib.error
import urllib.request
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from zscl.commands import ZsclError

Progress = Callable[[int, int], object]  # bytes so far, bytes in all (0: unknown)

CHUNK = 1 << 20
TRIES = 6  # without a byte more than the time before
STALLED = 60.0  # seconds without a byte
LONGEST_WAIT = 300.0  # seconds that a server may ask for
WORTH_WAITING = {408, 425, 429, 500, 502, 503, 504}
SIGNS = {  # what the first bytes of a whole file are, by its ending
    **dict.fromkeys((".tgz", ".gz"), b"\x1f\x8b"),
    ".zip": b"PK",
    ".bz2": b"BZh",
    ".xz": b"\xfd7zXZ",
}


@dataclass(frozen=True)
class File:
    """A file to fetch. `digest` is `md5:HEX` or `sha256:HEX`; '' where nobody has published one."""

    url: str
    digest: str = ""

    @property
    def name(self) -> str:
        return self.url.rsplit("/", 1)[-1].partition("?")[0]


@dataclass
class _Part:
    """What is there of a file, in `NAME.part`, and of which version of it, in `NAME.part.etag`."""

    path: Path
    etag_path: Path = field(init=False)

    def __post_init__(self) -> None:
        self.etag_path = self.path.with_name(f"{self.path.name}.etag")

    @property
    def size(self) -> int:
        return self.path.stat().st_size if self.path.exists() else 0

    @property
    def etag(self) -> str:
        return self.etag_path.read_text() if self.etag_path.exists() else ""

    def begin(self, etag: str) -> None:
        self.path.unlink(missing_ok=True)
        self.etag_path.write_text(etag)

    def remove(self) -> None:
        self.path.unlink(missing_ok=True)
        self.etag_path.unlink(missing_ok=True)


def fetch(
    file: File,
    path: Path,
    progress: Progress,
    *,
    sleep: Callable[[float], object] = time.sleep,
    stalled: float = STALLED,
) -> None:
    """Download to `path` by way of `path.part`; done when the digest agrees, or already was.

    Raises data-not-found with the address when it cannot be had: then what came so far is kept, and the next call goes
    on from it. Raises it too for a file that is not the published one, or is none of its kind: then nothing is kept.
    """
    if path.is_file() and (not file.digest or digest_of(path, file.digest) == file.digest):
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    part = _Part(path.with_name(f"{path.name}.part"))
    idle = 0
    while True:
        before = part.size
        try:
            _append(file.url, part, progress, stalled)
            break
        except urllib.error.HTTPError as error:
            if error.code not in WORTH_WAITING or idle >= TRIES:
                raise _unavailable(file, path, f"the server answered {error.code} ({error.reason})") from error
            wait = _asked_for(error.headers.get("Retry-After")) or float(2**idle)
            if wait > LONGEST_WAIT:
                what = f"the server answered {error.code} and asks us to wait {wait:,.0f} s"
                raise _unavailable(file, path, what) from error
        except (urllib.error.URLError, http.client.HTTPException, TimeoutError, ConnectionError, zlib.error) as error:
            if idle >= TRIES or _is_hopeless(error):
                raise _unavailable(file, path, str(getattr(error, "reason", error)) or type(error).__name__) from error
            wait = float(2**idle)
        idle = idle + 1 if part.size <= before else 0
        sleep(wait)
    _check(file, part)
    part.etag_path.unlink(missing_ok=True)
    part.path.replace(path)


def digest_of(path: Path, like: str) -> str:
    """`md5:HEX` or `sha256:HEX` of a file, by what `like` begins with."""
    kind = like.partition(":")[0]
    with path.open("rb") as file:
        return f"{kind}:{hashlib.file_digest(file, kind).hexdigest()}"


def _check(file: File, part: _Part) -> None:
    if file.digest and (found := digest_of(part.path, file.digest)) != file.digest:
        part.remove()
        what = f"{file.url} does not match the published checksum: {found}, expected {file.digest}; removed"
        raise ZsclError("data-not-found", what)
    sign = SIGNS.get(Path(file.name).suffix.lower(), b"")
    with part.path.open("rb") as opened:
        begins = opened.read(64)
    if not begins.startswith(sign):
        part.remove()
        raise ZsclError("data-not-found", f"{file.url} gave no {file.name} but {begins[:40]!r}…; removed")


def _append(url: str, part: _Part, progress: Progress, stalled: float) -> None:
    """One connection: what is missing, or all of it where the server has no ranges or another version."""
    done = part.size
    headers = {"Accept-Encoding": "identity", "User-Agent": "zscl"}
    if done:
        headers["Range"] = f"bytes={done}-"
        if part.etag:
            headers["If-Range"] = part.etag
    try:
        response = urllib.request.urlopen(urllib.request.Request(url, headers=headers), timeout=stalled)
    except urllib.error.HTTPError as error:
        if error.code != 416 or not done:
            raise
        total = (error.headers.get("Content-Range") or "").rpartition("/")[2]
        if total.isdigit() and int(total) == done:
            return  # all of it is there already
        part.remove()  # it is of something else
        raise ConnectionError(f"the server has no byte {done}") from error
    with response:
        continues = response.status == 206 and _first_byte(response) == done
        if not continues:
            part.begin(_strong(response.headers.get("ETag")))
            done = 0
        if response.status == 206 and not continues:
            raise ConnectionError("the server sent a different part of the file than requested")
        packed = (response.headers.get("Content-Encoding") or "").lower() in ("gzip", "deflate")
        length = int(response.headers.get("Content-Length") or 0)
        expected = 0 if packed or not length else done + length
        unpack = zlib.decompressobj(wbits=47) if packed else None
        with part.path.open("ab") as opened:
            while chunk := response.read1(CHUNK):  # what is there, so that a stall loses nothing
                content = unpack.decompress(chunk) if unpack else chunk
                opened.write(content)
                done += len(content)
                progress(done, expected)
        if unpack is not None and not unpack.eof:
            part.remove()  # half of a compressed answer cannot be gone on from
            raise ConnectionError("the compressed answer ended early")
    if done < expected:
        raise ConnectionError(f"the connection ended after {done:,} of {expected:,} bytes")


def _first_byte(response: http.client.HTTPResponse) -> int:
    """Of a 206, by `Content-Range: bytes 100-199/200`."""
    written = (response.headers.get("Content-Range") or "").removeprefix("bytes").strip().partition("-")[0]
    return int(written) if written.isdigit() else -1


def _strong(etag: str | None) -> str:
    """'' for a weak one, which does not promise the same bytes."""
    return etag if etag and not etag.startswith("W/") else ""


def _asked_for(retry_after: str | None) -> float:
    """Seconds of a `Retry-After`, which is a number or a date; 0 for none."""
    if not retry_after:
        return 0.0
    if retry_after.strip().isdigit():
        return float(retry_after)
    try:
        return max(0.0, email.utils.parsedate_to_datetime(retry_after).timestamp() - time.time())
    except ValueError:
        return 0.0


def _is_hopeless(error: Exception) -> bool:
    """Where trying again at once changes nothing: no such host, a wrong certificate, an address that is none."""
    reason = str(getattr(error, "reason", error))
    return any(words in reason for words in ("Name or service", "nodename", "CERTIFICATE", "unknown url type"))


def _unavailable(file: File, path: Path, why: str) -> ZsclError:
    return ZsclError(
        "data-not-found", f"cannot download {file.url} to {path}: {why}; run the same command again to continue"
    )

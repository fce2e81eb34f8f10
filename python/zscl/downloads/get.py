"""Whole datasets: sources in order, several datasets side by side, and nothing in its place before all of it is there.

What comes lies in `DATA/.downloads/KIND` until it is whole; then it is moved to where the readers look for it, with
`zscl-source.json` beside it, which says where it came from.
"""

from __future__ import annotations

import json
import shutil
import time
import urllib.error
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import Any

from zscl.commands import ZsclError
from zscl.downloads import address, hub
from zscl.downloads.address import File
from zscl.downloads.hub import HubFiles
from zscl.downloads.unpack import merge, unpack

Say = Callable[[dict[str, object]], object]

RECORD = "zscl-source.json"
REFUSALS = {401, 403, 404, 410, 451}  # what a server answers that does not hand it out
EVERY = 0.2  # seconds between two words on the progress of one dataset


@dataclass(frozen=True)
class Archive:
    """A file of a source. `into` is below the data folder; `inside` are archives in it that are unpacked as well."""

    file: File
    into: str = ""
    unpack: bool = True
    inside: tuple[str, ...] = ()


@dataclass(frozen=True)
class Table:
    """Columns of the Parquet files that came, as one text with tabs: `to` is below the data folder."""

    columns: tuple[str, ...]
    to: str


@dataclass(frozen=True)
class Source:
    """Where a dataset can come from: files at addresses, or a dataset of the hub. `changes` is what differs then.

    `room`: the bytes that it takes on disk in the worst moment.
    """

    name: str
    room: int = 0
    files: tuple[Archive, ...] = ()
    hub: HubFiles | None = None
    table: Table | None = None
    changes: str = ""


@dataclass(frozen=True)
class Wanted:
    """A dataset: its folder below the data folder, and its sources in the order in which they are tried."""

    kind: str
    folder: str
    sources: tuple[Source, ...]


@dataclass
class _Told:
    """Progress of one dataset, in words that are not too many."""

    kind: str
    say: Say
    last: float = field(default=0.0)

    def progress(self, phase: str, name: str, done: int, total: int) -> None:
        now = time.monotonic()
        if now - self.last < EVERY and done != total:
            return
        self.last = now
        self.say({"result": "progress", "kind": self.kind, "phase": phase, "name": name, "done": done, "total": total})

    def wait(self, name: str, seconds: float) -> None:
        self.say({"result": "waiting", "kind": self.kind, "name": name, "seconds": round(seconds, 1)})
        time.sleep(seconds)


def get(data: Path, wanted: Sequence[Wanted], jobs: int, say: Say) -> bool:
    """Fetch all of `wanted`, `jobs` side by side, and say how each went. True when all are there.

    Raises disk-full before anything is fetched where they will not fit.
    """
    data.mkdir(parents=True, exist_ok=True)
    _require_room(data, [(one.kind, one.sources[0]) for one in wanted], "Nothing was downloaded.")
    lock = Lock()

    def told(event: dict[str, object]) -> None:
        with lock:
            say(event)

    with ThreadPoolExecutor(jobs) as pool:
        return all([*pool.map(lambda one: _get(data, one, told), wanted)])


def _require_room(data: Path, wanted: Sequence[tuple[str, Source]], so_far: str) -> None:
    there = sum(_size(_workplace(data, kind, source)) for kind, source in wanted)
    needed, free = sum(source.room for _, source in wanted) - there, shutil.disk_usage(data).free
    if needed > free:
        raise ZsclError(
            "disk-full",
            f"{', '.join(kind for kind, _ in wanted)} take up to {needed / 2**30:,.1f} GiB to download and unpack, "
            f"and {data} has {free / 2**30:,.1f} GiB left. Free up space, or name another folder (`--data`, "
            f"ZSCL_DATA). {so_far}",
        )


def _size(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) if folder.is_dir() else 0


def _get(data: Path, wanted: Wanted, say: Say) -> bool:
    """One dataset, from the first source that has it."""
    reasons: list[str] = []
    for source in wanted.sources:
        say({"result": "source", "kind": wanted.kind, "source": source.name, "changes": source.changes})
        try:
            if reasons:  # the first source of all has been looked at before anything began
                _require_room(data, [(wanted.kind, source)], f"Nothing was downloaded from {source.name}.")
            files = _from(source, data, wanted, _Told(wanted.kind, say))
            _place(data, wanted, source, files)
        except (ZsclError, OSError) as error:
            reasons.append(f"{source.name}: {error}")
            told = {"kind": wanted.kind, "source": source.name, "why": _why(error), "message": str(error)}
            say({"result": "source-failed", **told})
            if isinstance(error, OSError):
                break  # the disk, which no other source mends
            continue
        say({"result": "fetched", "kind": wanted.kind, "source": source.name, "changes": source.changes})
        return True
    say({"result": "failed", "kind": wanted.kind, "message": "; ".join(reasons)})
    return False


def _why(error: BaseException | None) -> str:
    """`unreachable` without an answer of the server, `lacking` where that was a no, `failed` for all else.

    The errors of huggingface_hub and what it stands on are told by their names, which move between modules.
    """
    while error is not None:
        kinds = {kind.__name__ for kind in type(error).__mro__}
        if isinstance(error, urllib.error.HTTPError):
            return "lacking" if error.code in REFUSALS else "failed"
        if kinds & {"RepositoryNotFoundError", "RevisionNotFoundError", "EntryNotFoundError"}:
            return "unreachable" if "LocalEntryNotFoundError" in kinds else "lacking"
        if kinds & {"URLError", "gaierror", "ConnectionRefusedError", "ConnectError", "ConnectTimeout"}:
            return "unreachable"
        error = error.__cause__ or error.__context__
    return "failed"


def _workplace(data: Path, kind: str, source: Source) -> Path:
    """Of its own for every source: half of the one is no beginning of the other."""
    name = "".join(letter if letter.isalnum() else "-" for letter in source.name)
    return data / ".downloads" / kind / name


def _from(source: Source, data: Path, wanted: Wanted, told: _Told) -> list[dict[str, str]]:
    """Everything of one source in `tree`, and the name and digest of what came."""
    place = _workplace(data, wanted.kind, source)
    tree = place / "tree"
    tree.mkdir(parents=True, exist_ok=True)
    if source.hub is not None:
        found = hub.look(source.hub)
        hub.fetch(
            source.hub,
            found,
            tree / source.hub.into,
            lambda done, total: told.progress("fetch", source.name, done, total),
        )
        shutil.rmtree(tree / source.hub.into / ".cache", ignore_errors=True)
        if source.table is not None:
            _write_table(tree / source.hub.into, source.table, tree)
        return [{"commit": found.commit}, *({"name": name, "digest": f"sha256:{sha}"} for name, _, sha in found.files)]
    return [_archive(one, data, place, tree, told) for one in source.files]


def _write_table(files: Path, table: Table, tree: Path) -> None:
    """In place of the Parquet files; a tab or the end of a line within a text becomes a space."""
    from pyarrow import parquet

    place = tree / table.to
    place.parent.mkdir(parents=True, exist_ok=True)
    with place.open("w", encoding="utf-8", newline="\n") as written:
        for file in sorted(files.rglob("*.parquet")):
            read = parquet.read_table(file, columns=list(table.columns))
            for row in zip(*(read.column(name).to_pylist() for name in table.columns), strict=True):
                written.write("\t".join(" ".join(str(cell or "").split()) for cell in row) + "\n")
    shutil.rmtree(files)


def _archive(archive: Archive, data: Path, place: Path, tree: Path, told: _Told) -> dict[str, str]:
    name = archive.file.name
    done_mark = place / f"{name}.unpacked"
    if done_mark.exists():
        return {"name": name, "digest": done_mark.read_text()}
    target = tree / archive.into
    path = _brought(archive, data) or (place if archive.unpack else target) / name
    address.fetch(
        archive.file,
        path,
        lambda done, total: told.progress("fetch", name, done, total),
        sleep=lambda seconds: told.wait(name, seconds),
    )
    digest = archive.file.digest or address.digest_of(path, "sha256:")  # which has just been compared with it
    if archive.unpack:

        def unpacked(done: int, total: int) -> None:
            told.progress("unpack", name, done, total)

        unpack(path, target, unpacked)
        for inner in archive.inside:
            unpack(target / inner, target, unpacked)
            (target / inner).unlink()
        done_mark.write_text(digest)
        if place in path.parents:
            path.unlink()
    return {"name": name, "digest": digest}


def _brought(archive: Archive, data: Path) -> Path | None:
    """An archive that a person has put into the data folder, where its digest says that it is the one."""
    if not archive.file.digest or not archive.unpack:
        return None
    places = [data / archive.file.name, data / archive.into / archive.file.name]
    found = (place for place in places if place.is_file())
    digest = archive.file.digest
    return next((place for place in found if address.digest_of(place, digest) == digest), None)


def _place(data: Path, wanted: Wanted, source: Source, files: list[dict[str, str]]) -> None:
    place = _workplace(data, wanted.kind, source)
    home = place / "tree" / wanted.folder
    if not home.is_dir():
        raise ZsclError("bad-input", f"{source.name} contained no folder {wanted.folder}")
    record = {"kind": wanted.kind, "source": source.name, "changes": source.changes, "files": files}
    at = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
    (home / RECORD).write_text(json.dumps({**record, "at": at}, indent=2) + "\n")
    merge(place / "tree", data)
    shutil.rmtree(data / ".downloads" / wanted.kind, ignore_errors=True)
    if not any((data / ".downloads").iterdir()):
        (data / ".downloads").rmdir()


def wanted_of(written: Mapping[str, Any]) -> Wanted:
    """From JSON as `zscl data get` sends it."""
    return Wanted(written["kind"], written["folder"], tuple(_source_of(one) for one in written["sources"]))


def _source_of(written: Mapping[str, Any]) -> Source:
    files = tuple(
        Archive(
            File(one["url"], one.get("digest", "")),
            one.get("into", ""),
            one.get("unpack", True),
            tuple(one.get("inside", ())),
        )
        for one in written.get("files", ())
    )
    at = written.get("hub")
    from_hub = None if at is None else HubFiles(at["repo"], at["revision"], tuple(at["patterns"]), at["into"])
    rows = written.get("table")
    table = None if rows is None else Table(tuple(rows["columns"]), rows["to"])
    return Source(written["name"], int(written["room"]), files, from_hub, table, written.get("changes", ""))

"""Archives to folders, and nothing beside them: no `../`, no absolute path, no link out of it, no bomb."""

from __future__ import annotations

import os
import secrets
import shutil
import stat
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from zscl.commands import ZsclError

if TYPE_CHECKING or sys.version_info >= (3, 11, 4):
    import tarfile
else:  # Debian 12 has 3.11.2, whose tarfile refuses no member
    from backports import tarfile

Progress = Callable[[int, int], object]  # bytes unpacked, bytes in all (0: unknown)

GROWTH = 40  # times its own size that an archive of pictures may become; they hardly shrink at all
LEAST = 256 << 20  # bytes that are no bomb whatever they came from
CHUNK = 1 << 20


def unpack(archive: Path, folder: Path, progress: Progress) -> None:
    """All of `archive` into `folder`, by way of a folder beside it: one that was interrupted leaves nothing half done.

    Raises bad-input naming the first member that would leave the folder, and archives that are damaged or grow beyond
    measure; then nothing of it is kept.
    """
    folder.mkdir(parents=True, exist_ok=True)
    aside = folder / f".unpacking-{secrets.token_hex(4)}"
    aside.mkdir()
    try:
        if zipfile.is_zipfile(archive):
            _zip(archive, aside, progress)
        elif tarfile.is_tarfile(archive):
            _tar(archive, aside, progress)
        else:
            raise ZsclError("bad-input", f"{archive} is not a complete tar or zip file; download it again")
        merge(aside, folder)
    except (tarfile.TarError, zipfile.BadZipFile, EOFError, OSError) as error:
        if isinstance(error, OSError) and error.errno is not None:
            raise  # of the disk
        raise ZsclError("bad-input", f"{archive} is damaged ({error}); download it again") from error
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def merge(source: Path, target: Path) -> None:
    """Move what is in `source` to where it belongs below `target`; files that are there already are replaced."""
    for entry in sorted(source.iterdir()):
        place = target / entry.name
        if entry.is_dir() and not entry.is_symlink() and place.is_dir():
            merge(entry, place)
        else:
            entry.replace(place)


def _tar(archive: Path, folder: Path, progress: Progress) -> None:
    room = _room(archive)
    done = 0
    with tarfile.open(archive) as opened:
        for member in opened:
            done += member.size
            if done > room:
                raise _bomb(archive, room)
            try:
                opened.extract(member, folder, filter="data")
            except tarfile.FilterError as error:
                raise ZsclError("bad-input", f"{archive} was not unpacked: `{member.name}`: {error}") from error
            progress(done, 0)


def _zip(archive: Path, folder: Path, progress: Progress) -> None:
    room = _room(archive)
    with zipfile.ZipFile(archive) as opened:
        members = opened.infolist()
        total = sum(member.file_size for member in members)
        if total > room:
            raise _bomb(archive, room)
        done = 0
        for member in members:
            _require_inside(member, archive)
            if member.is_dir():
                (folder / member.filename).mkdir(parents=True, exist_ok=True)
                continue
            place = folder / member.filename
            place.parent.mkdir(parents=True, exist_ok=True)
            with opened.open(member) as source, place.open("wb") as target:
                for chunk in _chunks(source.read, member.file_size, archive):
                    target.write(chunk)
                    done += len(chunk)
                    progress(done, total)


def _chunks(read: Callable[[int], bytes], size: int, archive: Path) -> Iterator[bytes]:
    """What a member says it holds, and not a byte more."""
    done = 0
    while chunk := read(CHUNK):
        done += len(chunk)
        if done > size:
            raise _bomb(archive, size)
        yield chunk


def _require_inside(member: zipfile.ZipInfo, archive: Path) -> None:
    path = PurePosixPath(member.filename.replace("\\", "/"))
    is_link = stat.S_ISLNK(member.external_attr >> 16)
    if path.is_absolute() or ".." in path.parts or is_link or (os.name == "nt" and ":" in member.filename):
        what = "a link" if is_link else "outside the folder"
        raise ZsclError("bad-input", f"{archive} was not unpacked: `{member.filename}` is {what}")


def _room(archive: Path) -> int:
    return max(LEAST, GROWTH * archive.stat().st_size)


def _bomb(archive: Path, room: int) -> ZsclError:
    return ZsclError(
        "bad-input",
        f"{archive} was not unpacked: it would exceed the size limit of {room / 2**20:,.0f} MiB",
    )

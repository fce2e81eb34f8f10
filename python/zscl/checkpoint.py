"""Save and restore: one safetensors file per slot, fsynced, digests verified before anything is touched. No pickle."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import torch
from safetensors import SafetensorError
from safetensors.torch import load_file
from torch import Tensor

from zscl.commands import SavedFile, ZsclError
from zscl.model.weights import Slots
from zscl.references.memory import Memory, Remembered
from zscl.synced import sync, write_synced

OPTIMISER = "optimiser.safetensors"
MEMORY = "memory.safetensors"


@dataclass(frozen=True)
class SavedSlot:
    """A slot file of the last save or restore, for linking. Its folder is known by inode: the caller renames it."""

    folder_inode: int
    file: SavedFile
    version: int
    identity: tuple[int, int, int]  # inode, size, mtime of the file


Contents = dict[str, dict[str, Tensor]]


def memory_tensors(memory: Memory) -> dict[str, Tensor]:
    return {f"{task}/{known.dataset}": known.indices for task, known in memory.items()}


def memory_from(tensors: Mapping[str, Tensor]) -> Memory:
    memory = {}
    for key, indices in tensors.items():
        task, _, dataset = key.partition("/")
        memory[int(task)] = Remembered(dataset, indices)
    return dict(sorted(memory.items()))


def save(
    folder: Path,
    slots: Slots,
    names: Sequence[str],
    others: Contents,
    previous: Mapping[str, SavedSlot],
    *,
    progress: Callable[[int, int], object] = lambda done, total: None,
) -> tuple[tuple[SavedFile, ...], dict[str, SavedSlot]]:
    """Write slots and `others` (file name to tensors) into an existing folder; fsync the files and the folders.

    `progress` is called after every file: a disk may take minutes for each.

    A slot that is unchanged since `previous` is hard-linked from there where the file system can. Returns the files
    and what a later save can link to. Raises bad-input for unknown slots and data-not-found for a missing folder.
    """
    versions = {name: slots.version(name) for name in names}
    if not folder.is_dir():
        raise ZsclError("data-not-found", f"the folder {folder} to save into does not exist")
    (folder / "slots").mkdir(exist_ok=True)
    inode, files, known = folder.stat().st_ino, list[SavedFile](), {}
    total = len(names) + len(others)
    for name in names:
        path = folder / "slots" / f"{name}.safetensors"
        before = previous.get(name)
        if before is not None and before.version == versions[name] and _link(before, path):
            file = before.file
        else:
            file = _write(path, folder, dict(slots.get(name)), name)
        files.append(file)
        known[name] = SavedSlot(inode, file, versions[name], _identity(path))
        progress(len(files), total)
    for other, tensors in others.items():
        files.append(_write(folder / other, folder, tensors, ""))
        progress(len(files), total)
    for path in (folder / "slots", folder):
        sync(path)
    return tuple(files), known


def read(folder: Path, files: Sequence[SavedFile]) -> Contents:
    """Verify every file of a save and read it, by path. Tensors are on the CPU.

    Raises checkpoint-unreadable naming the first file that is missing, damaged or not the one that was saved.
    """
    paths = {file.path: _inside(folder, file.path) for file in files}
    for file in files:
        _verify(paths[file.path], file)
    contents: Contents = {}
    for file in files:
        try:
            contents[file.path] = load_file(paths[file.path])
        except (SafetensorError, OSError) as error:
            raise _unreadable(paths[file.path], f"not a readable safetensors file ({error})") from error
    return contents


def linkable(folder: Path, files: Sequence[SavedFile], slots: Slots) -> dict[str, SavedSlot]:
    """What the next save can link to after these files were restored."""
    inode = folder.stat().st_ino
    return {
        file.slot: SavedSlot(inode, file, slots.version(file.slot), _identity(folder / file.path))
        for file in files
        if file.slot
    }


def _write(path: Path, folder: Path, tensors: Mapping[str, Tensor], slot: str) -> SavedFile:
    write_synced(path, tensors, {"format": "pt", **({"slot": slot} if slot else {})})
    return SavedFile(str(path.relative_to(folder)), float(path.stat().st_size), _sha256(path), slot)


def _link(before: SavedSlot, path: Path) -> bool:
    """Link `path` to the file of the last save, found beside the new folder whatever that is called by now."""
    try:
        for entry in os.scandir(path.parent.parent.parent):
            if entry.inode() == before.folder_inode:
                source = Path(entry.path) / before.file.path
                if _identity(source) == before.identity:
                    os.link(source, path)
                    return True
    except OSError:  # another file system, no permission, a folder that is gone: write the file instead
        return False
    return False


def _identity(path: Path) -> tuple[int, int, int]:
    facts = path.stat()
    return facts.st_ino, facts.st_size, facts.st_mtime_ns


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _inside(folder: Path, path: str) -> Path:
    parts = PurePosixPath(path)
    if parts.is_absolute() or ".." in parts.parts:
        raise ZsclError("bad-input", f"a saved file has the path `{path}`, which is outside its folder")
    return folder / parts


def _verify(path: Path, file: SavedFile) -> None:
    try:
        size = path.stat().st_size
        if size != int(file.bytes):
            raise _unreadable(path, f"{size} bytes long, expected {int(file.bytes)}")
        if _sha256(path) != file.sha256:
            raise _unreadable(path, "changed since it was saved (its SHA-256 differs)")
    except OSError as error:
        raise _unreadable(path, f"not readable ({error.strerror or error})") from error


def _unreadable(path: Path, why: str) -> ZsclError:
    return ZsclError(
        "checkpoint-unreadable",
        f"{path} is {why}. Delete the folder {path.parent if path.parent.name != 'slots' else path.parent.parent} and "
        "resume: the run continues from the previous checkpoint.",
    )


def to_device(tensors: Mapping[str, Tensor], device: torch.device) -> dict[str, Tensor]:
    return {name: tensor.to(device) for name, tensor in tensors.items()}

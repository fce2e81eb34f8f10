"""Tensors on disk by content key: a cache that may be lost, torn or shared by processes at any time."""

from __future__ import annotations

import hashlib
import json
import os
import secrets
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from safetensors import SafetensorError, safe_open
from torch import Tensor

from zscl.digest import digest, digest_in_pieces
from zscl.synced import save


def content_key(*parts: object) -> str:
    """SHA-256 of the parts, which are plain values."""
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()


def cached(folder: str, kind: str, key: str, make: Callable[[], dict[str, Tensor]]) -> dict[str, Tensor]:
    """What `make` returns, from `folder/kind/key.safetensors` when that file is there and whole.

    A damaged file is made again and a file that cannot be written is gone without, both with a line on stderr: losing
    a cache costs time, never a run. An empty `folder` means no cache. Tensors are on the CPU.
    """
    kept = Kept(folder, kind, key)
    found = kept.read()
    if found is None:
        found = {name: tensor.contiguous() for name, tensor in make().items()}
        kept.write(found)
    return found


@dataclass(frozen=True)
class Kept:
    """The place of one cached value; without a folder there is none."""

    folder: str
    kind: str
    key: str

    @property
    def path(self) -> Path:
        return Path(self.folder) / self.kind / f"{self.key}.safetensors"

    def read(self) -> dict[str, Tensor] | None:
        """What is kept; None where nothing is, or what is there is damaged."""
        if not self.folder or not self.path.exists():
            return None
        try:
            return read(self.path)
        except (OSError, SafetensorError, ValueError) as error:
            _warn(f"cache file {self.path} is damaged ({error}); rebuilding it")
            return None

    def write(self, tensors: dict[str, Tensor]) -> None:
        if not self.folder:
            return
        try:
            write(self.path, tensors)
        except (OSError, SafetensorError) as error:
            _warn(f"cache file {self.path} cannot be written ({error}); continuing without it")


def read(path: Path) -> dict[str, Tensor]:
    """Tensors as they were written. Raises OSError, SafetensorError, and ValueError where a byte has changed."""
    with safe_open(path, framework="pt") as file:
        tensors = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118 - not a mapping
        written = file.metadata() or {}
    # Files of before have one digest over all bytes.
    found = digest_in_pieces(tensors) if "pieces" in written else digest(tensors)
    if found != written.get("pieces", written.get("sha256")):
        raise ValueError("its checksum does not match")
    return tensors


def write(path: Path, tensors: dict[str, Tensor]) -> None:
    """Complete or not there: two processes may write the same key at once."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.parent / f".{path.stem}.{os.getpid()}.{secrets.token_hex(4)}.tmp"
    try:
        save(tensors, temporary, {"pieces": digest_in_pieces(tensors)})
        os.replace(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)


def _warn(text: str) -> None:
    print(f"zscl: {text}", file=sys.stderr, flush=True)

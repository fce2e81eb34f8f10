"""Files that are on the disk, not only on their way to it."""

from __future__ import annotations

import errno
import os
from collections.abc import Mapping
from pathlib import Path

from safetensors import SafetensorError
from safetensors.torch import save_file
from torch import Tensor

_UMASK = os.umask(0o077)  # it can only be read by setting it: here, before there are threads
os.umask(_UMASK)
# File systems without modes of their own (FAT, some network shares): whoever mounted them says what is granted.
NO_MODES = (errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS)


def write_synced(path: Path, tensors: Mapping[str, Tensor], metadata: dict[str, str]) -> None:
    """Write a safetensors file and fsync it. Raises OSError with the errno of the failure, disk-full included."""
    ready = {name: tensor.detach().contiguous() for name, tensor in tensors.items()}
    try:
        save(ready, path, metadata)
    except SafetensorError as error:
        raise _as_os_error(error, path) from error
    sync(path)


def save(tensors: Mapping[str, Tensor], path: Path, metadata: dict[str, str] | None = None) -> None:
    """A safetensors file that grants what any new file does: the library makes it private, whatever the umask says."""
    save_file(dict(tensors), path, metadata=metadata)
    try:
        path.chmod(0o666 & ~_UMASK)
    except OSError as error:
        if error.errno not in NO_MODES:
            raise


def _as_os_error(error: SafetensorError, path: Path) -> Exception:
    """safetensors hides the errno in its text: `... (os error 28)`."""
    _, mark, number = str(error).rpartition("(os error ")
    digits = number.rstrip(" )\"'")
    return OSError(int(digits), os.strerror(int(digits)), str(path)) if mark and digits.isdigit() else error


def sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)

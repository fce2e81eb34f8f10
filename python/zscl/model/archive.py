"""Reads weights out of PyTorch archives (`.pt`) without running anything that the file brings.

OpenAI published CLIP as TorchScript archives: zip files with code, a pickle of the module tree, and raw tensors.
Neither `torch.jit.load` (which compiles the code) nor a free unpickler is used: the tree is read by an unpickler that
knows tensors and inert nodes and refuses every other name.
"""

from __future__ import annotations

import io
import pickle
import zipfile
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from zscl.commands import ZsclError

# What an archive holds beside the weights of the model.
SETTINGS = ("input_resolution", "context_length", "vocab_size")
_DTYPES = {
    "HalfStorage": torch.float16,
    "BFloat16Storage": torch.bfloat16,
    "FloatStorage": torch.float32,
    "DoubleStorage": torch.float64,
    "LongStorage": torch.int64,
    "IntStorage": torch.int32,
}


def read_archive(path: Path) -> tuple[dict[str, Tensor], bool]:
    """The tensors of a TorchScript archive or of a saved state dict by name, and whether it is OpenAI's own archive.

    Raises checkpoint-unreadable for what is neither, and bad-input for a pickle with more than tensors in it.
    """
    try:
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as file:
                prefix = _prefix(file)
                if prefix is not None:
                    state = _tensors(_Tree(file, prefix).load())
                    return _without_settings(state), "input_resolution" in state
        elif _starts_as_zip(path):
            raise zipfile.BadZipFile("its end is missing")
        found = torch.load(path, map_location="cpu", weights_only=True)
    except pickle.UnpicklingError as error:
        first = str(error).partition("\n")[0]
        raise ZsclError(
            "bad-input",
            f"{path} contains more than weights, and nothing else is ever loaded from a pickle ({first}). Save its "
            "state dict as .safetensors.",
        ) from error
    except (zipfile.BadZipFile, KeyError, EOFError, RuntimeError, ValueError, TypeError, IndexError) as error:
        raise ZsclError(
            "checkpoint-unreadable", f"{path} is not a readable PyTorch archive: {error}. Copy or download it again."
        ) from error
    state = found.get("state_dict", found) if isinstance(found, dict) else found
    if not isinstance(state, dict) or not all(isinstance(value, Tensor) for value in state.values()):
        raise ZsclError("bad-input", f"{path} is not a state dict: expected tensors by name")
    return _without_settings(state), "input_resolution" in state


def _without_settings(state: dict[str, Tensor]) -> dict[str, Tensor]:
    """The masks are no weights: open_clip makes its own."""
    return {n: value for n, value in state.items() if n not in SETTINGS and not n.endswith("attn_mask")}


def _starts_as_zip(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(2) == b"PK"


def _prefix(file: zipfile.ZipFile) -> str | None:
    """The folder of a TorchScript archive, or None: a saved state dict has no `constants.pkl` beside its data."""
    names = set(file.namelist())
    trees = [name for name in names if name.endswith("/data.pkl") and name.count("/") == 1]
    prefix = trees[0].removesuffix("data.pkl") if trees else ""
    return prefix if prefix and f"{prefix}constants.pkl" in names else None


class _Node:
    """A module of the tree: it takes attributes and does nothing with them."""

    def __setstate__(self, state: object) -> None:
        if not isinstance(state, dict):
            raise pickle.UnpicklingError("a module without named attributes")
        self.attributes: dict[str, Any] = state


class _Tree(pickle.Unpickler):
    """The module tree of a TorchScript archive; every name but tensors, their storages and modules is refused."""

    def __init__(self, file: zipfile.ZipFile, prefix: str) -> None:
        super().__init__(io.BytesIO(file.read(f"{prefix}data.pkl")))
        self._file, self._prefix = file, prefix
        self._storages: dict[str, Tensor] = {}

    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401 - the signature of pickle
        if module == "__torch__" or module.startswith("__torch__."):
            return _Node
        if module == "torch" and name in _DTYPES:
            return _DTYPES[name]
        if (module, name) == ("torch._utils", "_rebuild_tensor_v2"):
            return _strided
        if (module, name) == ("collections", "OrderedDict"):
            return dict
        if module == "torch.jit._pickle" and name.startswith("build_"):
            return list
        raise pickle.UnpicklingError(f"it asks for `{module}.{name}`")

    def persistent_load(self, pid: Any) -> Tensor:  # noqa: ANN401 - the signature of pickle
        _, dtype, key, _, count = pid
        if key not in self._storages:
            flat = torch.frombuffer(bytearray(self._file.read(f"{self._prefix}data/{key}")), dtype=dtype)
            if len(flat) != count:
                raise ValueError(f"tensor {key} has {len(flat)} elements instead of {count}")
            self._storages[key] = flat
        return self._storages[key]


def _strided(flat: Tensor, offset: int, size: tuple[int, ...], stride: tuple[int, ...], *rest: object) -> Tensor:
    """torch checks that the view lies within the storage."""
    return flat.as_strided(size, stride, offset).contiguous()


def _tensors(node: object, prefix: str = "") -> dict[str, Tensor]:
    found: dict[str, Tensor] = {}
    for name, value in getattr(node, "attributes", {}).items():
        if isinstance(value, Tensor):
            found[prefix + name] = value
        elif isinstance(value, _Node):
            found |= _tensors(value, f"{prefix}{name}.")
    return found

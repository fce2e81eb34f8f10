"""Reference images and texts of one's own: any folder of images, any file of lines."""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import numpy as np
import PIL
import torch
from PIL import Image, ImageOps
from torch import Tensor

from zscl import (
    randomness,
    torchvision_compat,  # noqa: F401 - must come before torchvision
)
from zscl.cache import cached, content_key
from zscl.commands import ZsclError
from zscl.randomness import Purpose

from torchvision.transforms import InterpolationMode  # isort: skip
from torchvision.transforms import functional as F  # isort: skip

T = TypeVar("T")

ENDINGS = {".jpg", ".jpeg", ".png", ".webp", ".bmp", ".gif", ".tif", ".tiff", ".ppm", ".pgm"}


@dataclass(frozen=True)
class Folder:
    """`count` images (0: all) below `path`, drawn by `data_seed`."""

    path: str
    count: int
    data_seed: int


def images(folder: Folder, size: int, cache_folder: str) -> Tensor:
    """The images under the test preprocessing (shortest edge to `size`, bicubic, centre crop): uint8 [N, 3, S, S].

    Photos are turned the way their EXIF says. Decoded once and cached by path, size and time of every file. Raises
    data-not-found for a folder without images and bad-input naming the first file that is no readable image.
    """
    found = _chosen([*_files(Path(folder.path))], folder.count, folder.data_seed)
    facts = [(str(path), path.stat().st_size, path.stat().st_mtime_ns) for path in found]

    def decode() -> dict[str, Tensor]:
        with ThreadPoolExecutor(len(os.sched_getaffinity(0))) as pool:  # Pillow decodes outside the interpreter's lock
            return {"images": torch.stack([*pool.map(lambda path: decoded(path, size), found)])}

    return cached(cache_folder, "references", content_key(facts, size, PIL.__version__), decode)["images"]


def decoded(path: Path, size: int) -> Tensor:
    """One image as uint8 [3, size, size]. Raises bad-input naming the file."""
    try:
        with Image.open(path) as opened:
            image = ImageOps.exif_transpose(opened).convert("RGB")
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:  # what Pillow raises for damage
        raise ZsclError("bad-input", f"{path} is no readable image ({error}); repair or remove it") from error
    resized = F.resize(image, [size], InterpolationMode.BICUBIC)
    return torch.from_numpy(np.array(F.center_crop(resized, [size, size]))).permute(2, 0, 1).contiguous()


def texts(path: str, count: int, data_seed: int) -> list[str]:
    """`count` lines (0: all) of a UTF-8 file, without empty ones, drawn by `data_seed`, in their order.

    Raises data-not-found for a file that is not there or holds nothing, and bad-input for one that is not UTF-8.
    """
    try:
        lines = [line.strip() for line in Path(path).read_text("utf-8-sig").splitlines()]
    except UnicodeDecodeError as error:
        raise ZsclError("bad-input", f"{path} is not UTF-8 text ({error.reason} at byte {error.start})") from error
    found = [line for line in lines if line]
    if not found:
        raise ZsclError("data-not-found", f"{path} holds no text; expected one per line")
    return _chosen(found, count, data_seed)


def _files(folder: Path) -> Iterator[Path]:
    if not folder.is_dir():
        raise ZsclError("data-not-found", f"there is no folder {folder} with reference images")
    found = sorted(path for path in folder.rglob("*") if path.suffix.lower() in ENDINGS and path.is_file())
    if not found:
        raise ZsclError("data-not-found", f"no image below {folder}; expected {', '.join(sorted(ENDINGS))}")
    yield from found


def _chosen(found: list[T], count: int, data_seed: int) -> list[T]:
    """`count` of them in their order; all for 0. Raises bad-input when there are fewer."""
    if count > len(found):
        raise ZsclError("bad-input", f"`count` is {count}, but there are only {len(found)}; 0 takes all")
    if count == 0:
        return found
    order = randomness.permutation(data_seed, 0, Purpose.REFERENCE_SAMPLE, 0, len(found))
    return [found[i] for i in sorted(order[:count].tolist())]

"""From a file to pixels with Pillow. Runs in processes of its own, so it imports nothing heavy."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
import warnings
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps

from zscl import arrow

Pixels = NDArray[np.uint8]

ORIENTATION = 0x0112
TURNED = (5, 6, 7, 8)  # EXIF orientations in which height and width change places


class UnreadableImageError(Exception):
    """An image that cannot be decoded; the arguments are its path and why."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason


@dataclass(frozen=True)
class Crop:
    """A box (top, left, height, width) in pixels of the image at `path`."""

    path: str
    box: tuple[int, int, int, int]


def open_rgb(path: str, upright: bool) -> Image.Image:
    """The image in RGB, turned the way its EXIF says when it is to be upright. Raises UnreadableImageError."""
    try:
        with warnings.catch_warnings(), Image.open(arrow.opened(path)) as opened:
            warnings.simplefilter("ignore")  # of palettes with transparency, of large but allowed images
            turned = upright and opened.getexif().get(ORIENTATION, 1) != 1  # Pillow copies even what it need not turn
            return (ImageOps.exif_transpose(opened) if turned else opened).convert("RGB")
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:  # what Pillow raises for damage
        raise UnreadableImageError(path, str(error)) from error


def size_of(path: str, upright: bool) -> tuple[int, int]:
    """Height and width, from the header only. Raises UnreadableImageError."""
    try:
        with Image.open(arrow.opened(path)) as opened:
            width, height = opened.size
            turned = upright and opened.getexif().get(ORIENTATION) in TURNED
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise UnreadableImageError(path, str(error)) from error
    return (width, height) if turned else (height, width)


def is_whole(path: str) -> str:
    """'' when the image decodes to its end, else why not."""
    try:
        open_rgb(path, upright=True)
    except UnreadableImageError as error:
        return error.reason
    return ""


def centre_pixels(path: str, size: int, upright: bool = True) -> Pixels:
    """The test preprocessing, [3, size, size]: shortest edge to `size`, bicubic, then the centre, as in torchvision."""
    image = open_rgb(path, upright)
    width, height = image.size
    short, long = min(width, height), max(width, height)
    scaled = int(size * long / short)
    image = image.resize((size, scaled) if width <= height else (scaled, size), Image.Resampling.BICUBIC)
    left, top = round((image.width - size) / 2), round((image.height - size) / 2)
    return _planes(image.crop((left, top, left + size, top + size)))


def crop_pixels(crop: Crop, size: int, upright: bool = True) -> Pixels:
    """The train preprocessing, [3, size, size]: the box, resized bicubic; nothing outside the box counts."""
    top, left, height, width = crop.box
    image = open_rgb(crop.path, upright).crop((left, top, left + width, top + height))
    return _planes(image.resize((size, size), Image.Resampling.BICUBIC))


def many_centre_pixels(paths: list[str], size: int, upright: bool) -> Pixels:
    return np.stack([centre_pixels(path, size, upright) for path in paths])


def many_crop_pixels(crops: list[Crop], size: int, upright: bool) -> Pixels:
    return np.stack([crop_pixels(crop, size, upright) for crop in crops])


def many_sizes(paths: list[str], upright: bool) -> list[tuple[int, int]]:
    return [size_of(path, upright) for path in paths]


def many_whole(paths: list[str]) -> list[str]:
    return [is_whole(path) for path in paths]


def die_with_parent() -> None:
    """For a decoding process: the worker that owns it may be killed without a word."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform == "linux":
        pr_set_pdeathsig = 1
        ctypes.CDLL(None).prctl(pr_set_pdeathsig, signal.SIGKILL)
        if os.getppid() == 1:
            os._exit(1)  # it was gone already


def _planes(image: Image.Image) -> Pixels:
    return np.ascontiguousarray(np.asarray(image).transpose(2, 0, 1))

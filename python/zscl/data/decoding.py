"""From a file to pixels with Pillow. Runs in processes of its own, so it imports nothing heavy."""

from __future__ import annotations

import ctypes
import errno
import os
import signal
import sys
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from io import BufferedRandom
from mmap import mmap

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps

from zscl.data import arrow

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


@dataclass(frozen=True)
class Place:
    """Where decoded images go: into the file at `path`, the first of them as image number `first`.

    The path of memory that was given back may stand for another file by now: one with another inode is left alone.
    """

    path: str
    inode: int
    first: int = 0
    in_memory: bool = False


def open_rgb(path: str, upright: bool) -> Image.Image:
    """The image in RGB, turned the way its EXIF says when it is to be upright. Raises UnreadableImageError."""
    try:
        with warnings.catch_warnings(), Image.open(arrow.opened(path)) as opened:
            warnings.simplefilter("ignore")  # of palettes with transparency, of large but allowed images
            # Pillow copies even what it need not turn or convert.
            turned = upright and opened.getexif().get(ORIENTATION, 1) != 1
            image = ImageOps.exif_transpose(opened) if turned else opened
            image.load()
            return image if image.mode == "RGB" else image.convert("RGB")
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


def write_centre_pixels(place: Place, paths: list[str], size: int, upright: bool) -> None:
    _write(place, (centre_pixels(path, size, upright) for path in paths))


def write_crop_pixels(place: Place, crops: list[Crop], size: int, upright: bool) -> None:
    _write(place, (crop_pixels(crop, size, upright) for crop in crops))


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
    return np.asarray(image).transpose(2, 0, 1)


def _write(place: Place, images: Iterable[Pixels]) -> None:
    """Memory is mapped, which is faster; a file is written to, so that a full disk is an error and not a crash."""
    if place.in_memory:
        memory = _mapped(place.path, place.inode)
        for number, pixels in enumerate(images, place.first):
            memory[number * pixels.size : (number + 1) * pixels.size].reshape(pixels.shape)[:] = pixels
        return
    with _opened(place.path, place.inode) as file:
        for number, pixels in enumerate(images, place.first):
            file.seek(number * pixels.size)
            file.write(np.ascontiguousarray(pixels).data)


@lru_cache(maxsize=1)
def _mapped(path: str, inode: int) -> Pixels:
    with _opened(path, inode) as file:
        return np.frombuffer(mmap(file.fileno(), 0), dtype=np.uint8)


@contextmanager
def _opened(path: str, inode: int) -> Iterator[BufferedRandom]:
    with open(path, "r+b") as file:
        if os.fstat(file.fileno()).st_ino != inode:
            raise FileNotFoundError(errno.ENOENT, "the file that was to take the pixels is gone", path)
        yield file

"""From a file to pixels with Pillow. Runs in processes of its own, so it imports nothing heavy."""

from __future__ import annotations

import ctypes
import errno
import math
import os
import signal
import struct
import sys
import warnings
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import lru_cache
from io import BufferedRandom
from mmap import mmap
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PIL import Image, UnidentifiedImageError

from zscl.commands import ZsclError
from zscl.data import colours, inside

Pixels = NDArray[np.uint8]

ORIENTATION = 0x0112

# What brings an image of each EXIF orientation upright; from 5 on, height and width change places.
UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
LONGEST = 500  # times its short side: the test preprocessing makes a picture as many times as long as it is wide

# What is decoded, whatever a file is called: formats that Pillow reads by itself, so that no other program is started,
# as Ghostscript is for EPS.
FORMATS = (
    "JPEG",
    "MPO",
    "PNG",
    "WEBP",
    "AVIF",
    "HEIF",
    "GIF",
    "BMP",
    "DIB",
    "TIFF",
    "PPM",
    "JPEG2000",
    "ICO",
    "TGA",
    "PCX",
)

# What Pillow and its plug-ins raise for damage.
DAMAGE = (
    OSError,
    EOFError,
    SyntaxError,
    ValueError,
    TypeError,
    LookupError,
    ArithmeticError,
    AttributeError,
    RuntimeError,
    struct.error,
    zlib.error,
    Image.DecompressionBombError,
)


class Reading(NamedTuple):
    """How files become pixels.

    `upright`: as a person sees them, turned as their EXIF says; torchvision, and so the paper, takes no notice of it.
    `scaled`: a JPEG decoder may leave out detail that twice the wanted size has no room for, which is several times as
    fast for large photos and changes pixels by a few of 256 levels.
    """

    upright: bool = True
    scaled: bool = False


AS_SEEN = Reading()


def is_scaled(decoding: str) -> bool:
    """Of `exact` ('' as well) or `scaled`. Raises bad-input for anything else."""
    if decoding in ("", "exact", "scaled"):
        return decoding == "scaled"
    raise ZsclError("bad-input", f"`decoding` is `{decoding}`; expected exact or scaled")


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


def open_rgb(path: str, upright: bool, least: float = 0) -> Image.Image:
    """The image in RGB. Raises UnreadableImageError.

    Upright is as a person sees it: turned the way its EXIF says, on white where it is transparent. A JPEG comes in a
    half, a fourth or an eighth of its size where that leaves the share `least` of it; 0: as it is.
    """
    try:
        with _open(path) as opened:
            orientation = _orientation(opened) if upright else 1
            if 0 < least < 1:
                opened.draft(None, (math.ceil(opened.width * least), math.ceil(opened.height * least)))
            opened.load()
            image = colours.to_rgb(opened, on_white=upright)
            return image.transpose(UPRIGHT[orientation]) if orientation in UPRIGHT else image
    except DAMAGE as error:
        raise UnreadableImageError(path, str(error) or type(error).__name__) from error


def size_of(path: str, upright: bool) -> tuple[int, int]:
    """Height and width, from the header only. Raises UnreadableImageError."""
    try:
        with _open(path) as opened:
            width, height = opened.size
            turned = upright and _orientation(opened) >= 5
    except DAMAGE as error:
        raise UnreadableImageError(path, str(error) or type(error).__name__) from error
    return (width, height) if turned else (height, width)


def _orientation(opened: Image.Image) -> int:
    """1 where nothing is to be done: a TIFF is turned by Pillow itself, and has the size of what is turned."""
    found = opened.getexif().get(ORIENTATION, 1)
    return found if found in UPRIGHT and opened.format != "TIFF" else 1


@contextmanager
def _open(path: str) -> Iterator[Image.Image]:
    """The header of an image, without warnings: of palettes with transparency, of large but allowed images."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with _header(path) as opened:
            short, long = sorted(opened.size)
            if long > LONGEST * short:
                raise ValueError(f"it is {opened.width} x {opened.height} pixels, over {LONGEST} times as long as wide")
            yield opened


def _header(path: str) -> Image.Image:
    try:
        return Image.open(inside.opened(path), formats=_formats())
    except UnidentifiedImageError:
        if path.lower().endswith((".heic", ".heif")) and "HEIF" not in _formats():
            raise ValueError("HEIC needs the Python package pillow-heif, which is not installed") from None
        raise


@lru_cache(maxsize=1)
def _formats() -> tuple[str, ...]:
    """The formats that this Pillow has; HEIF comes with the package pillow-heif, where that is installed."""
    with suppress(ImportError):
        import pillow_heif

        pillow_heif.register_heif_opener()
    Image.init()
    return tuple(name for name in FORMATS if name in Image.OPEN)


def is_whole(path: str) -> str:
    """'' when the image decodes to its end, else why not."""
    try:
        open_rgb(path, upright=True)
    except UnreadableImageError as error:
        return error.reason
    return ""


DETAIL = 2  # times the wanted size that is decoded at least: below that, resizing shows what was left out


def centre_pixels(path: str, size: int, reading: Reading = AS_SEEN) -> Pixels:
    """The test preprocessing, [3, size, size]: shortest edge to `size`, bicubic, then the centre, as in torchvision."""
    least = DETAIL * size / min(size_of(path, reading.upright)) if reading.scaled else 0
    image = open_rgb(path, reading.upright, least)
    width, height = image.size
    short, long = min(width, height), max(width, height)
    scaled = int(size * long / short)
    image = image.resize((size, scaled) if width <= height else (scaled, size), Image.Resampling.BICUBIC)
    left, top = round((image.width - size) / 2), round((image.height - size) / 2)
    return _planes(image.crop((left, top, left + size, top + size)))


def crop_pixels(crop: Crop, size: int, reading: Reading = AS_SEEN) -> Pixels:
    """The train preprocessing, [3, size, size]: the box, resized bicubic; nothing outside the box counts."""
    top, left, height, width = crop.box
    if reading.scaled:
        image = open_rgb(crop.path, reading.upright, DETAIL * size / min(height, width))
        full_height, full_width = size_of(crop.path, reading.upright)
        down, across = image.height / full_height, image.width / full_width
        first = round(left * across), round(top * down)
        image = image.crop((*first, round((left + width) * across), round((top + height) * down)))
    else:
        image = open_rgb(crop.path, reading.upright).crop((left, top, left + width, top + height))
    return _planes(image.resize((size, size), Image.Resampling.BICUBIC))


def write_centre_pixels(place: Place, paths: list[str], size: int, reading: Reading) -> None:
    _write(place, (centre_pixels(path, size, reading) for path in paths))


def write_crop_pixels(place: Place, crops: list[Crop], size: int, reading: Reading) -> None:
    _write(place, (crop_pixels(crop, size, reading) for crop in crops))


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

"""Drawing on 32 x 32 pictures: seeded generators, masks of polygons and strokes, blending, the final rounding to uint8.

Coordinates are in picture units: x to the right and y downwards, both from -1 to 1. Masks are coverage in [0, 1].
"""

import hashlib
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

Array = NDArray[np.float64]
Picture = NDArray[np.float64]  # [32, 32, 3], 0 is black and 1 is full light

SIDE = 32
_FINE = 4  # masks are drawn this much larger and averaged down, which smooths their edges
_AXIS = (np.arange(SIDE) + 0.5) / (SIDE / 2) - 1
GRID_X, GRID_Y = np.meshgrid(_AXIS, _AXIS)


def generator(seed: int, purpose: str, index: int) -> np.random.Generator:
    """A random stream of its own for picture `index` of one purpose, so that no picture depends on another."""
    digest = hashlib.blake2b(f"{purpose}/{seed}".encode(), digest_size=8).digest()
    key = np.array([int.from_bytes(digest, "little"), index], dtype=np.uint64)
    return np.random.Generator(np.random.Philox(key=key))


def place(points: Array, centre: Array, size: float, angle: float, squeeze: float = 1.0) -> Array:
    """Points [K, 2] scaled to half-width `size` (times `squeeze` in x), turned by `angle` radians and moved."""
    cos, sin = np.cos(angle), np.sin(angle)
    scaled = points * (size * squeeze, size)
    turned: Array = scaled @ np.array([[cos, sin], [-sin, cos]]) + centre
    return turned


def polygon_mask(points: Array) -> Array:
    """Coverage [32, 32] of the inside of a polygon [K, 2]."""
    return _drawn([points], width=None)


def stroke_mask(strokes: Sequence[Array], width: float) -> Array:
    """Coverage [32, 32] of polylines drawn with a round pen `width` pixels wide."""
    return _drawn(strokes, width)


def _drawn(lines: Sequence[Array], width: float | None) -> Array:
    image = Image.new("L", (SIDE * _FINE, SIDE * _FINE))
    draw = ImageDraw.Draw(image)
    for line in lines:
        fine = (line + 1) * (SIDE * _FINE / 2)
        if width is None:
            draw.polygon(fine.ravel().tolist(), fill=255)
            continue
        draw.line(fine.ravel().tolist(), fill=255, width=max(1, round(width * _FINE)))
        radius = width * _FINE / 2
        if radius > 2:  # thinner pens show no gaps at the joints
            for x, y in fine.tolist():
                draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=255)
    return np.asarray(image.reduce(_FINE), dtype=np.float64) / 255


def plain(colour: Array) -> Picture:
    """A picture of one colour [3]."""
    return np.broadcast_to(colour, (SIDE, SIDE, 3)).copy()


def paint(picture: Picture, mask: Array, colour: Array) -> Picture:
    """The picture with `colour` ([3], or a picture) laid over it where the mask [32, 32] covers it."""
    return picture + mask[:, :, None] * (colour - picture)


def smooth_noise(rng: np.random.Generator, cells: int) -> Array:
    """Noise [32, 32] in [0, 1] that varies over about 32 / cells pixels."""
    coarse = Image.fromarray(rng.integers(0, 256, (cells, cells), dtype=np.uint8))
    return np.asarray(coarse.resize((SIDE, SIDE), Image.Resampling.BICUBIC), dtype=np.float64) / 255


def add_noise(picture: Picture, rng: np.random.Generator, strength: float) -> Picture:
    """The picture with independent normal noise of that standard deviation on every value."""
    return picture + strength * rng.standard_normal((SIDE, SIDE, 3))


def rounded(picture: Picture) -> NDArray[np.uint8]:
    """The picture as bytes [32, 32, 3]."""
    return (np.clip(picture, 0, 1) * 255 + 0.5).astype(np.uint8)

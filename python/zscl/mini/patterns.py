"""Textures: each pattern is a function of turned and scaled coordinates to coverage [32, 32] in [0, 1]."""

from collections.abc import Callable

import numpy as np

from zscl.mini.canvas import GRID_X, GRID_Y, Array, smooth_noise

_TURN = 2 * np.pi


def _soft(wave: Array) -> Array:
    """A wave around 0 as coverage with edges about a pixel wide."""
    return np.clip(0.5 + 2.5 * wave, 0, 1)


def _stripes(u: Array, v: Array, rng: np.random.Generator) -> Array:
    return _soft(np.sin(_TURN * u))


def _checks(u: Array, v: Array, rng: np.random.Generator) -> Array:
    return _soft(1.5 * np.sin(_TURN * u * 0.7) * np.sin(_TURN * v * 0.7))


def _dots(u: Array, v: Array, rng: np.random.Generator) -> Array:
    radius = np.hypot(u - np.round(u), v - np.round(v))
    return _soft(2 * (rng.uniform(0.26, 0.36) - radius))


def _grid(u: Array, v: Array, rng: np.random.Generator) -> Array:
    nearest = np.minimum(np.abs(u - np.round(u)), np.abs(v - np.round(v)))
    return _soft(3 * (rng.uniform(0.1, 0.16) - nearest))


def _waves(u: Array, v: Array, rng: np.random.Generator) -> Array:
    return _soft(np.sin(_TURN * (u + 0.35 * np.sin(_TURN * v * 0.55))))


def _zigzags(u: Array, v: Array, rng: np.random.Generator) -> Array:
    tooth = np.abs(v * 0.8 - np.round(v * 0.8))
    return _soft(np.sin(_TURN * (u + 2 * tooth)))


def _bricks(u: Array, v: Array, rng: np.random.Generator) -> Array:
    row = np.floor(v)
    along = u * 0.5 + 0.5 * (row % 2)
    joint = np.minimum(2 * np.abs(along - np.round(along)), np.abs(v - np.round(v)))
    return _soft(4 * (joint - 0.12))


def _rings(u: Array, v: Array, rng: np.random.Generator) -> Array:
    return _soft(np.sin(_TURN * np.hypot(u, v) * 0.9))


def _rays(u: Array, v: Array, rng: np.random.Generator) -> Array:
    return _soft(np.sin(rng.integers(5, 9) * np.arctan2(v, u)))


def _spiral(u: Array, v: Array, rng: np.random.Generator) -> Array:
    arms = rng.choice((-2, -1, 1, 2))
    return _soft(np.sin(_TURN * np.hypot(u, v) * 0.7 + arms * np.arctan2(v, u)))


def _speckles(u: Array, v: Array, rng: np.random.Generator) -> Array:
    return (rng.random((32, 32)) < rng.uniform(0.15, 0.4)).astype(np.float64)


def _clouds(u: Array, v: Array, rng: np.random.Generator) -> Array:
    return _soft(0.6 * (smooth_noise(rng, int(rng.integers(4, 8))) - 0.5))


_Pattern = Callable[[Array, Array, np.random.Generator], Array]
PATTERNS: dict[str, _Pattern] = {
    "stripes": _stripes,
    "checks": _checks,
    "dots": _dots,
    "grid": _grid,
    "waves": _waves,
    "zigzags": _zigzags,
    "bricks": _bricks,
    "rings": _rings,
    "rays": _rays,
    "spiral": _spiral,
    "speckles": _speckles,
    "clouds": _clouds,
}


def pattern_mask(name: str, rng: np.random.Generator, least: float = 2.0, most: float = 4.2) -> Array:
    """A named texture at a random scale (`least` to `most` periods across the picture), turn and shift."""
    periods, angle = rng.uniform(least, most), rng.uniform(0, np.pi)
    shift_u, shift_v = rng.uniform(-0.4, 0.4, 2)
    cos, sin = np.cos(angle) * periods / 2, np.sin(angle) * periods / 2
    return PATTERNS[name](cos * GRID_X + sin * GRID_Y + shift_u, cos * GRID_Y - sin * GRID_X + shift_v, rng)

"""What pictures are made of: colours, outlines of shapes, and a stroke font for letters and digits."""

import numpy as np

from zscl.mini.canvas import Array, place, stroke_mask

COLOURS: dict[str, tuple[float, float, float]] = {
    "red": (0.85, 0.10, 0.12),
    "orange": (0.95, 0.52, 0.10),
    "yellow": (0.95, 0.90, 0.15),
    "green": (0.15, 0.65, 0.20),
    "cyan": (0.20, 0.82, 0.85),
    "blue": (0.12, 0.25, 0.85),
    "purple": (0.50, 0.14, 0.65),
    "pink": (0.97, 0.58, 0.75),
    "brown": (0.45, 0.27, 0.12),
    "black": (0.06, 0.06, 0.06),
    "grey": (0.50, 0.50, 0.50),
    "white": (0.95, 0.95, 0.95),
}

NUMBERS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def colour_value(name: str, rng: np.random.Generator) -> Array:
    """A shade [3] of a named colour."""
    shade = np.array(COLOURS[name]) * rng.uniform(0.85, 1.1) + rng.uniform(-0.05, 0.05, 3)
    return np.clip(shade, 0, 1)


def _ring(corners: int, start: float = -np.pi / 2) -> Array:
    angles = start + np.arange(corners) * (2 * np.pi / corners)
    return np.stack([np.cos(angles), np.sin(angles)], axis=1)


def _star() -> Array:
    return _ring(10) * np.where(np.arange(10) % 2 == 0, 1.0, 0.42)[:, None]


def _heart() -> Array:
    t = np.linspace(0, 2 * np.pi, 25)[:-1]
    x = np.sin(t) ** 3
    y = -(13 * np.cos(t) - 5 * np.cos(2 * t) - 2 * np.cos(3 * t) - np.cos(4 * t)) / 16
    return np.stack([x, y], axis=1)


def _moon() -> Array:
    outer, inner = np.linspace(0.3 * np.pi, 1.7 * np.pi, 16), np.linspace(-0.5 * np.pi, 0.5 * np.pi, 12)
    bulge = np.stack([np.cos(outer), np.sin(outer)], axis=1)
    hollow = np.stack([0.59 - 0.9 * np.cos(inner), 0.81 * np.sin(inner)], axis=1)
    return np.concatenate([bulge, hollow])


def _drop() -> Array:
    t = np.linspace(-0.25 * np.pi, 1.25 * np.pi, 18)
    bowl = np.stack([0.65 * np.cos(t), 0.35 + 0.65 * np.sin(t)], axis=1)
    return np.concatenate([[[0.0, -1.0]], bowl])


def _corners(text: str) -> Array:
    """Points written as 'x,y x,y' in tenths."""
    return np.array([[float(value) for value in pair.split(",")] for pair in text.split()]) / 10


SHAPES: dict[str, Array] = {
    "circle": _ring(28),
    "square": _corners("-8,-8 8,-8 8,8 -8,8"),
    "triangle": _corners("0,-9 10,8 -10,8"),
    "star": _star(),
    "cross": _corners("-3,-10 3,-10 3,-3 10,-3 10,3 3,3 3,10 -3,10 -3,3 -10,3 -10,-3 -3,-3"),
    "heart": _heart(),
    "diamond": _corners("0,-10 6,0 0,10 -6,0"),
    "moon": _moon(),
    "hexagon": _ring(6, start=0.0),
    "arrow": _corners("-10,-3 1,-3 1,-8 10,0 1,8 1,3 -10,3"),
    "house": _corners("0,-10 10,-2 7,-2 7,9 -7,9 -7,-2 -10,-2"),
    "drop": _drop(),
}

# Strokes on a grid of columns 0..4 and rows 0..6: two digits are a point, a bar lifts the pen.
_GLYPHS = {
    "a": "06 20 46|14 34",
    "b": "00 06 36 45 44 33 03|00 30 41 42 33",
    "c": "41 30 10 01 05 16 36 45",
    "d": "00 06 26 44 42 20 00",
    "e": "40 00 06 46|03 33",
    "f": "40 00 06|03 33",
    "g": "41 30 10 01 05 16 36 45 43 23",
    "h": "00 06|40 46|03 43",
    "i": "10 30|20 26|16 36",
    "j": "10 40 45 36 16 05",
    "k": "00 06|40 03 46",
    "l": "00 06 46",
    "m": "06 00 23 40 46",
    "n": "06 00 46 40",
    "o": "10 30 41 45 36 16 05 01 10",
    "p": "06 00 30 41 42 33 03",
    "q": "10 30 41 45 36 16 05 01 10|24 46",
    "r": "06 00 30 41 42 33 03|23 46",
    "s": "41 30 10 01 02 13 33 44 45 36 16 05",
    "t": "00 40|20 26",
    "u": "00 05 16 36 45 40",
    "v": "00 26 40",
    "w": "00 16 23 36 40",
    "x": "00 46|40 06",
    "y": "00 23 40|23 26",
    "z": "00 40 06 46",
    "zero": "10 30 41 45 36 16 05 01 10|15 31",
    "one": "02 20 26|06 46",
    "two": "01 10 30 41 42 06 46",
    "three": "01 10 30 41 42 33 23|33 44 45 36 16 05",
    "four": "36 30 04 44",
    "five": "40 00 03 33 44 45 36 16 05",
    "six": "30 10 01 05 16 36 45 44 33 03",
    "seven": "00 40 16",
    "eight": "13 02 01 10 30 41 42 33 13 04 05 16 36 45 44 33",
    "nine": "43 13 02 01 10 30 41 45 36 16",
}


def _strokes(text: str) -> list[Array]:
    lines = [np.array([[int(pair[0]), int(pair[1])] for pair in line.split()], float) for line in text.split("|")]
    return [(line - (2, 3)) / 3 for line in lines]


GLYPHS: dict[str, list[Array]] = {name: _strokes(text) for name, text in _GLYPHS.items()}
LETTERS = tuple(name for name in GLYPHS if len(name) == 1)


def _rounded_corners(line: Array) -> Array:
    """One round of Chaikin's corner cutting; the ends stay."""
    near, far = 0.75 * line[:-1] + 0.25 * line[1:], 0.25 * line[:-1] + 0.75 * line[1:]
    return np.concatenate([line[:1], np.stack([near, far], axis=1).reshape(-1, 2), line[-1:]])


def glyph_mask(name: str, rng: np.random.Generator, centre: Array, size: float, angle: float) -> Array:
    """A letter or digit in a random hand of print: pen, width, slant, round or square corners. Coverage [32, 32]."""
    round_corners = rng.random() < 0.5
    slant, squeeze = rng.uniform(-0.2, 0.3), rng.uniform(0.75, 1.25)
    pen = rng.uniform(1.3, 4.2) * size / 0.7
    strokes = []
    for line in GLYPHS[name]:
        bent = _rounded_corners(line) if round_corners else line
        slanted = bent - np.stack([slant * bent[:, 1], np.zeros(len(bent))], axis=1)
        strokes.append(place(slanted, centre, size, angle, squeeze))
    return stroke_mask(strokes, pen)

"""The pretraining distribution: pictures of shapes, glyphs, textures, counts and colours, each with a caption."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from zscl.mini.canvas import (
    GRID_X,
    Array,
    Picture,
    add_noise,
    generator,
    paint,
    place,
    plain,
    polygon_mask,
    rounded,
    smooth_noise,
    stroke_mask,
)
from zscl.mini.figures import COLOURS, LETTERS, NUMBERS, SHAPES, colour_value, glyph_mask
from zscl.mini.patterns import PATTERNS, pattern_mask

_COLOUR_NAMES, _SHAPE_NAMES, _PATTERN_NAMES = tuple(COLOURS), tuple(SHAPES), tuple(PATTERNS)
_OPENINGS = ("", "", "a picture of ", "a photo of ", "an image of ", "a drawing of ", "a sketch of ")
MOST_OBJECTS = 6


def _pick(rng: np.random.Generator, names: Sequence[str]) -> str:
    return names[int(rng.integers(len(names)))]


def _two_colours(rng: np.random.Generator) -> tuple[str, str]:
    first, second = rng.choice(len(_COLOUR_NAMES), 2, replace=False).tolist()
    if rng.random() < 0.4:  # on black or white, as on a screen or on paper
        second = _COLOUR_NAMES.index("black" if rng.random() < 0.5 else "white")
        first = (second + 1 + int(rng.integers(len(_COLOUR_NAMES) - 1))) % len(_COLOUR_NAMES)
    return _COLOUR_NAMES[first], _COLOUR_NAMES[second]


def _backdrop(name: str, rng: np.random.Generator) -> Picture:
    """A background of a named colour, sometimes shaded across or blotched."""
    picture = plain(colour_value(name, rng))
    kind = rng.random()
    if kind < 0.25:
        picture += rng.uniform(-0.12, 0.12) * GRID_X[:, :, None]
    elif kind < 0.45:
        picture += 0.2 * (smooth_noise(rng, 6)[:, :, None] - 0.5)
    return picture


def _shape_mask(name: str, rng: np.random.Generator, centre: Array, size: float, outlined: bool) -> Array:
    points = place(SHAPES[name], centre, size, rng.uniform(-0.2, 0.2), rng.uniform(0.85, 1.15))
    if not outlined:
        return polygon_mask(points)
    return stroke_mask([np.concatenate([points, points[:1]])], rng.uniform(1.5, 3.0))


def _position(rng: np.random.Generator, size: float) -> tuple[Array, str]:
    """A centre that keeps the figure inside, and the words for it ("" unless clearly off the middle)."""
    centre = rng.uniform(-1, 1, 2) * max(0.0, 0.95 - size)
    far = int(np.argmax(np.abs(centre)))
    if abs(centre[far]) < 0.3:
        return centre, ""
    return centre, (("on the left", "on the right"), ("at the top", "at the bottom"))[far][int(centre[far] > 0)]


def _shape(rng: np.random.Generator) -> tuple[Picture, str]:
    name, outlined = _pick(rng, _SHAPE_NAMES), rng.random() < 0.3
    (front, back), size = _two_colours(rng), rng.uniform(0.35, 0.9)
    centre, where = _position(rng, size)
    mask = _shape_mask(name, rng, centre, size, outlined)
    picture = paint(_backdrop(back, rng), mask, colour_value(front, rng))
    words = ["a"]
    if rng.random() < 0.25 and not 0.5 < size < 0.7:
        words.append("big" if size > 0.6 else "small")
    if outlined and rng.random() < 0.3:
        words.append("outlined")
    if rng.random() < 0.5:
        words.append(front)
    words.append(name)
    if where and rng.random() < 0.3:
        words.append(where)
    elif rng.random() < 0.25:
        words.append(f"on a {back} background")
    return picture, " ".join(words)


def _glyph(rng: np.random.Generator) -> tuple[Picture, str]:
    is_digit = rng.random() < 0.45
    name = _pick(rng, NUMBERS if is_digit else LETTERS)
    (front, back), size = _two_colours(rng), rng.uniform(0.55, 0.85)
    centre = rng.uniform(-1, 1, 2) * (0.95 - size)
    mask = glyph_mask(name, rng, centre, size, rng.normal(0, 0.2))
    picture = paint(_backdrop(back, rng), mask, colour_value(front, rng))
    noun = _pick(rng, ("digit", "number") if is_digit else ("letter",))
    ending = rng.random()
    if ending < 0.25:
        return picture, f"the {noun} {name} in {front}"
    if ending < 0.4:
        return picture, f"the {noun} {name} on a {back} background"
    return picture, f"the {'printed ' if ending > 0.85 else ''}{noun} {name}"


def _texture(rng: np.random.Generator) -> tuple[Picture, str]:
    name, (front, back) = _pick(rng, _PATTERN_NAMES), _two_colours(rng)
    picture = paint(plain(colour_value(back, rng)), pattern_mask(name, rng), colour_value(front, rng))
    kind = rng.random()
    if kind < 0.35:
        return picture, f"{front} and {back} {name}"
    if kind < 0.6:
        return picture, f"a texture of {name}"
    return picture, f"a pattern of {name}" if kind < 0.75 else name


def scattered(rng: np.random.Generator, count: int) -> Array:
    """Centres [count, 2], at most nine, in different cells of a 3 x 3 grid: figures of half-width 0.27 stay apart."""
    cells = rng.permutation(9)[:count]
    return (np.stack([cells % 3, cells // 3], axis=1) - 1) * 0.66 + rng.uniform(-0.06, 0.06, (count, 2))


def _count(rng: np.random.Generator) -> tuple[Picture, str]:
    count, name = int(rng.integers(1, MOST_OBJECTS + 1)), _pick(rng, _SHAPE_NAMES)
    (front, back), outlined = _two_colours(rng), rng.random() < 0.15
    size = rng.uniform(0.19, 0.27)
    picture = _backdrop(back, rng)
    for centre in scattered(rng, count):
        mask = _shape_mask(name, rng, centre, size * rng.uniform(0.85, 1.0), outlined)
        picture = paint(picture, mask, colour_value(front, rng))
    kind = rng.random()
    noun = f"{name}s" if name != "cross" else "crosses"
    noun = "objects" if kind < 0.2 else "things" if kind < 0.4 else noun
    noun = noun if count > 1 else noun.removesuffix("es" if name == "cross" and kind >= 0.4 else "s")
    return picture, f"{NUMBERS[count]} {front + ' ' if rng.random() < 0.3 else ''}{noun}"


def _colour(rng: np.random.Generator) -> tuple[Picture, str]:
    name = _pick(rng, _COLOUR_NAMES)
    kind = rng.random()
    if kind < 0.4:
        return _backdrop(name, rng), f"{'plain ' if rng.random() < 0.3 else ''}{name}"
    blob = smooth_noise(rng, int(rng.integers(3, 6)))
    picture = plain(np.full(3, rng.uniform(0, 1)) if name not in ("black", "grey", "white") else rng.uniform(0, 1, 3))
    picture = paint(picture, np.clip(6 * (blob - 0.4), 0, 1), colour_value(name, rng))
    return picture, f"{_pick(rng, ('something', 'a thing', 'an object', 'the colour'))} {name}"


_KINDS: tuple[tuple[float, Callable[[np.random.Generator], tuple[Picture, str]]], ...] = (
    (0.20, _shape),
    (0.36, _glyph),
    (0.16, _texture),
    (0.20, _count),
    (0.10, _colour),
)


def draw(seed: int, purpose: str, index: int) -> tuple[NDArray[np.uint8], str]:
    """One picture [32, 32, 3] of the pretraining distribution, and its caption."""
    rng = generator(seed, purpose, index)
    kind = int(np.searchsorted(np.cumsum([share for share, _ in _KINDS]), rng.random()))
    picture, caption = _KINDS[min(kind, len(_KINDS) - 1)][1](rng)
    picture = add_noise(picture, rng, rng.uniform(0, 0.04))
    return rounded(picture), _pick(rng, _OPENINGS) + caption + ("." if rng.random() < 0.5 else "")

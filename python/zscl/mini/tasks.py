"""The six tasks of the benchmark `mini`: each shows things the small CLIP was pretrained on, in a way it was not."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image
from torch import Tensor

from zscl.mini.canvas import (
    SIDE,
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
from zscl.mini.figures import COLOURS, NUMBERS, SHAPES, colour_value, glyph_mask
from zscl.mini.patterns import PATTERNS, pattern_mask
from zscl.mini.weights import ASSETS
from zscl.mini.world import MOST_OBJECTS, scattered

TRAIN_SIZE, TEST_SIZE = 1500, 500
# A row per digit: 64 pixels of 0 to 16, and which digit it is. The test part of E. Alpaydin and C. Kaynak, "Optical
# Recognition of Handwritten Digits", UCI Machine Learning Repository 1998, doi:10.24432/C50P49, CC BY 4.0.
DIGITS = ASSETS / "digits.csv.gz"


@dataclass(frozen=True)
class MiniTask:
    """One task: class names, prompt templates (the first is for training), images uint8 [N, 3, 32, 32], labels [N]."""

    name: str
    classes: tuple[str, ...]
    templates: tuple[str, ...]
    train_images: Tensor
    train_labels: Tensor
    test_images: Tensor
    test_labels: Tensor


def _sketched_shape(name: str, rng: np.random.Generator) -> Picture:
    """A shape drawn twice over with a thin unsteady pen, leaning to the right, on blotched paper."""
    size = rng.uniform(0.5, 0.85)
    centre, angle = rng.uniform(-1, 1, 2) * (0.95 - size), rng.normal(0.55, 0.15)
    paper = rng.uniform(0.75, 1.0, 3)
    picture = plain(paper) + 0.15 * (smooth_noise(rng, 5)[:, :, None] - 0.5)
    for _ in range(2):
        corners = np.concatenate([SHAPES[name], SHAPES[name][:1]])
        wobbly = corners + rng.normal(0, 0.04, corners.shape)
        line = place(wobbly, centre + rng.normal(0, 0.04, 2), size, angle, rng.uniform(0.8, 1.2))
        picture = paint(picture, rng.uniform(0.5, 1) * stroke_mask([line], 1.3), rng.uniform(0, 0.4, 3))
    return add_noise(picture, rng, 0.05)


def _noisy_texture(name: str, rng: np.random.Generator) -> Picture:
    """A fine, faint texture under noise and uneven light."""
    middle, contrast = rng.uniform(0.3, 0.7, 3), rng.uniform(0.25, 0.45) * rng.choice((-1, 1))
    picture = plain(middle) + contrast * (pattern_mask(name, rng, 3.8, 5.0) - 0.5)[:, :, None]
    picture += 0.3 * (smooth_noise(rng, 4)[:, :, None] - 0.5)
    return add_noise(picture, rng, 0.1)


def _rotated_letter(name: str, rng: np.random.Generator) -> Picture:
    """A light letter turned to the left by 20 to 65 degrees on a dark blotched ground."""
    angle, size = -rng.uniform(np.pi / 9, np.pi / 2.8), rng.uniform(0.6, 0.8)
    centre = rng.uniform(-1, 1, 2) * (0.9 - size)
    picture = plain(rng.uniform(0, 0.35, 3)) + 0.25 * (smooth_noise(rng, 6)[:, :, None] - 0.5)
    picture = paint(picture, glyph_mask(name, rng, centre, size, angle), rng.uniform(0.6, 1, 3))
    return add_noise(picture, rng, 0.06)


def _tinted_colour(name: str, rng: np.random.Generator) -> Picture:
    """An object of that colour before a light grey wall, all of it under coloured light."""
    size = rng.uniform(0.4, 0.7)
    shape = SHAPES[list(SHAPES)[int(rng.integers(len(SHAPES)))]]
    points = place(shape, rng.uniform(-1, 1, 2) * (0.95 - size), size, rng.uniform(0, 2 * np.pi))
    picture = paint(plain(np.full(3, rng.uniform(0.7, 0.8))), polygon_mask(points), colour_value(name, rng))
    light = np.array((rng.uniform(0.8, 1.0), rng.uniform(0.6, 0.9), rng.uniform(0.35, 0.7)))
    return add_noise(picture * light, rng, 0.04)


def _odd_objects(name: str, rng: np.random.Generator) -> Picture:
    """As many little crooked things as the class says, no two alike, on a blotched ground."""
    ground, side = rng.uniform(0.25, 0.75, 3), rng.choice((-1, 1))
    picture = plain(ground) + 0.2 * (smooth_noise(rng, 5)[:, :, None] - 0.5)
    for centre in scattered(rng, NUMBERS.index(name)):
        corners, ink = int(rng.integers(3, 8)), ground + side * rng.uniform(0.25, 0.55, 3)
        angles = (np.arange(corners) + rng.uniform(-0.3, 0.3, corners)) * (2 * np.pi / corners)
        radii = rng.uniform(0.4, 1, corners)
        points = place(
            np.stack([radii * np.cos(angles), radii * np.sin(angles)], axis=1), centre, 0.27, rng.uniform(0, 7)
        )
        mask = polygon_mask(points) if rng.random() < 0.6 else stroke_mask([np.concatenate([points, points[:1]])], 1.2)
        picture = paint(picture, mask, ink)
    return add_noise(picture, rng, 0.06)


@dataclass(frozen=True)
class _Drawn:
    classes: tuple[str, ...]
    templates: tuple[str, ...]
    draw: Callable[[str, np.random.Generator], Picture]


_DRAWN = {
    "shapes": _Drawn(tuple(SHAPES), ("a sketch of a {}.", "a drawing of a {}.", "a {}."), _sketched_shape),
    "textures": _Drawn(tuple(PATTERNS), ("a texture of {}.", "a pattern of {}.", "{}."), _noisy_texture),
    "letters": _Drawn(
        tuple("abcefghjkrty"),
        ("the letter {}.", "a picture of the letter {}.", "a photo of the letter {}."),
        _rotated_letter,
    ),
    "colours": _Drawn(tuple(COLOURS), ("something {}.", "a photo of something {}.", "the colour {}."), _tinted_colour),
    "counts": _Drawn(
        NUMBERS[1 : MOST_OBJECTS + 1], ("{} things.", "a photo of {} things.", "{} objects."), _odd_objects
    ),
}
_DIGIT_TEMPLATES = ("the digit {}.", "the number {}.", "a photo of the digit {}.")
TASKS: tuple[str, ...] = ("shapes", "digits", "textures", "letters", "colours", "counts")


def to_tensor(pictures: list[NDArray[np.uint8]]) -> Tensor:
    """Pictures [32, 32, 3] as one tensor uint8 [N, 3, 32, 32]."""
    stacked = np.stack(pictures) if pictures else np.zeros((0, SIDE, SIDE, 3), np.uint8)
    return torch.from_numpy(np.ascontiguousarray(stacked.transpose(0, 3, 1, 2)))


def _balanced_labels(classes: int, size: int, rng: np.random.Generator) -> list[int]:
    """Labels in rounds of all classes, each round shuffled: every prefix is as balanced as it can be."""
    rounds = [rng.permutation(classes) for _ in range(-(-size // classes))]
    return [int(label) for label in np.concatenate(rounds)[:size]]


def _draw_split(name: str, split: str, seed: int, size: int) -> tuple[Tensor, Tensor]:
    task = _DRAWN[name]
    labels = _balanced_labels(len(task.classes), size, generator(seed, f"{name}/{split}/labels", 0))
    pictures = [
        rounded(task.draw(task.classes[label], generator(seed, f"{name}/{split}", index)))
        for index, label in enumerate(labels)
    ]
    return to_tensor(pictures), torch.tensor(labels)


def _handwritten(pixels: NDArray[np.float64]) -> NDArray[np.uint8]:
    """An 8 x 8 digit with values 0..16 as a picture of 28 x 28 pixels, light on black, with a margin."""
    image = Image.fromarray((pixels * (255 / 16)).astype(np.uint8)).resize((26, 26), Image.Resampling.BICUBIC)
    return np.repeat(np.pad(np.asarray(image), 3)[:, :, None], 3, axis=2)


def _load_digits(seed: int, train_size: int, test_size: int) -> MiniTask:
    """The 1,797 handwritten digits of `DIGITS`: 500 for the test and the others for training."""
    table = np.loadtxt(DIGITS, delimiter=",", dtype=np.float64)
    images, target = table[:, :-1].reshape(-1, 8, 8), table[:, -1].astype(np.int64)
    rng = generator(seed, "digits/split", 0)
    shuffled = rng.permutation(len(target))
    rank, seen = np.zeros(len(shuffled)), np.zeros(10)
    for place_in_order, index in enumerate(shuffled):
        rank[place_in_order] = seen[target[index]]
        seen[target[index]] += 1
    order = shuffled[np.argsort(rank, kind="stable")]  # rounds of all classes, so that every prefix is balanced
    test, train = order[:TEST_SIZE][:test_size], order[TEST_SIZE:][:train_size]
    return MiniTask(
        "digits",
        NUMBERS,
        _DIGIT_TEMPLATES,
        to_tensor([_handwritten(images[index]) for index in train]),
        torch.from_numpy(target[train]),
        to_tensor([_handwritten(images[index]) for index in test]),
        torch.from_numpy(target[test]),
    )


def load_task(name: str, seed: int = 0, train_size: int | None = None, test_size: int | None = None) -> MiniTask:
    """One task of the benchmark. Sizes keep the first, class-balanced images; by default 1,500 and 500 (digits: 1,297).

    Raises ValueError for a name that is not in TASKS or a size below 1.
    """
    if name not in TASKS:
        raise ValueError(f"unknown mini task `{name}`: expected one of {', '.join(TASKS)}")
    for option, size in (("train_size", train_size), ("test_size", test_size)):
        if size is not None and size < 1:
            raise ValueError(f"`{option}` must be at least 1, got {size}")
    train_size = min(train_size or TRAIN_SIZE, TRAIN_SIZE)
    test_size = min(test_size or TEST_SIZE, TEST_SIZE)
    if name == "digits":
        return _load_digits(seed, train_size, test_size)
    train_images, train_labels = _draw_split(name, "train", seed, train_size)
    test_images, test_labels = _draw_split(name, "test", seed, test_size)
    drawn = _DRAWN[name]
    return MiniTask(name, drawn.classes, drawn.templates, train_images, train_labels, test_images, test_labels)

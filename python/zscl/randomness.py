"""Counter-based random numbers: pure functions of (seed, task, purpose) and a counter (update, epoch, ...).

Nothing here has a state, so data order and augmentation need no checkpoint and a resumed run is bit-equal to an
uninterrupted one. Only raw Philox words are used: unlike numpy's distributions they are the same in every version.
"""

from __future__ import annotations

from enum import IntEnum
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


class Purpose(IntEnum):
    """What a stream of random numbers is for; part of its key. Never renumber."""

    TRAIN_ORDER = 1
    CROP = 2
    REFERENCE_IMAGES = 3
    REFERENCE_TEXTS = 4
    NOISE_IMAGES = 5
    RANDOM_TOKENS = 6
    TEST_PART = 7
    REFERENCE_SAMPLE = 8
    HELD_OUT = 9
    SUBSET = 10


def words(seed: int, task: int, purpose: Purpose, counter: int, count: int) -> NDArray[np.uint64]:
    """`count` uniform 64-bit words of the stream (seed, task, purpose) at `counter`."""
    key = np.array([seed, (task << 32) | int(purpose)], dtype=np.uint64)
    start = np.array([0, 0, counter, 0], dtype=np.uint64)  # words of one counter never meet those of the next
    raw: NDArray[np.uint64] = np.random.Philox(key=key, counter=start).random_raw(count)
    return raw


def uniforms(seed: int, task: int, purpose: Purpose, counter: int, count: int) -> Floats:
    """`count` doubles, uniform in [0, 1) with 53 bits."""
    return (words(seed, task, purpose, counter, count) >> np.uint64(11)).astype(np.float64) * 2.0**-53


@lru_cache(maxsize=8)
def permutation(seed: int, task: int, purpose: Purpose, epoch: int, size: int) -> Ints:
    """The order of `size` things in one epoch. Shared between callers: do not write to it."""
    order = np.argsort(words(seed, task, purpose, epoch, size), kind="stable").astype(np.int64)
    order.flags.writeable = False
    return order


def stream(key: tuple[int, int, Purpose], first: int, count: int, size: int) -> Ints:
    """Positions first .. first+count-1 of an endless row of epochs, each a permutation of 0..size-1.

    Batches go on across the end of an epoch, so all batches have the same size and any update is found without those
    before it. `key` is (seed, task, purpose). Shape [count].
    """
    positions = np.arange(first, first + count)
    epochs, offsets = positions // size, positions % size
    found = np.empty(count, dtype=np.int64)
    for epoch in range(first // size, (first + count - 1) // size + 1 if count else 0):
        here = epochs == epoch
        found[here] = permutation(*key, epoch, size)[offsets[here]]
    return found


ATTEMPTS = 10  # as torchvision.transforms.RandomResizedCrop.get_params


def crop_boxes(
    seed: int,
    task: int,
    update: int,
    *,
    batch: int,
    height: int | Ints,
    width: int | Ints,
    scale: tuple[float, float] = (0.9, 1.0),
    ratio: tuple[float, float] = (3 / 4, 4 / 3),
) -> Ints:
    """RandomResizedCrop's boxes (top, left, height, width) in pixels for one batch, shape [batch, 4].

    Heights and widths are one for all or one per slot. As torchvision: up to ten draws of area (uniform in `scale`) and
    aspect ratio (log-uniform in `ratio`), the first that fits; otherwise the largest centred box within `ratio`. The
    box of a slot does not depend on the batch size.
    """
    draws = uniforms(seed, task, Purpose.CROP, update, batch * (2 * ATTEMPTS + 2)).reshape(batch, -1)
    area_draw, ratio_draw = draws[:, :ATTEMPTS], draws[:, ATTEMPTS : 2 * ATTEMPTS]
    height_B, width_B = (np.broadcast_to(np.asarray(side), (batch,)) for side in (height, width))
    height_B1, width_B1 = height_B[:, None], width_B[:, None]
    area = height_B1 * width_B1 * (scale[0] + (scale[1] - scale[0]) * area_draw)
    log_low, log_high = np.log(ratio[0]), np.log(ratio[1])
    aspect = np.exp(log_low + (log_high - log_low) * ratio_draw)
    widths, heights = np.rint(np.sqrt(area * aspect)), np.rint(np.sqrt(area / aspect))
    fits = (widths > 0) & (widths <= width_B1) & (heights > 0) & (heights <= height_B1)
    first, rows = fits.argmax(axis=1), np.arange(batch)
    box_height, box_width = heights[rows, first], widths[rows, first]
    top = np.floor(draws[:, -2] * (height_B - box_height + 1))
    left = np.floor(draws[:, -1] * (width_B - box_width + 1))
    boxes = np.stack([top, left, box_height, box_width], axis=1).astype(np.int64)
    return np.where(fits.any(axis=1)[:, None], boxes, _centred(height_B, width_B, ratio))


def _centred(height_B: Ints, width_B: Ints, ratio: tuple[float, float]) -> Ints:
    """The largest centred boxes [batch, 4] whose aspect ratio is within `ratio`."""
    box_height = np.minimum(height_B, np.rint(width_B / ratio[0]).astype(np.int64))
    box_width = np.minimum(width_B, np.rint(height_B * ratio[1]).astype(np.int64))
    return np.stack([(height_B - box_height) // 2, (width_B - box_width) // 2, box_height, box_width], axis=1)


def noise_images(data_seed: int, count: int, size: int) -> NDArray[np.uint8]:
    """`count` images of independent uniform bytes, [count, 3, size, size]; image i does not depend on `count`."""
    per_image = -(-3 * size * size // 8)
    images = [
        words(data_seed, 0, Purpose.NOISE_IMAGES, i, per_image).view(np.uint8)[: 3 * size * size] for i in range(count)
    ]
    return np.stack(images).reshape(count, 3, size, size)


def random_tokens(data_seed: int, count: int, length: int, vocabulary: int) -> Ints:
    """`count` sentences of `length` tokens, uniform in 1 .. vocabulary-1, [count, length]."""
    raw = words(data_seed, 0, Purpose.RANDOM_TOKENS, 0, count * length)
    tokens: Ints = (raw % np.uint64(vocabulary - 1)).astype(np.int64) + 1
    return tokens.reshape(count, length)

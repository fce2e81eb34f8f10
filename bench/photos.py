"""Pictures that cost what photos cost to decode."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image


def write_photos(folder: Path, count: int, width: int, height: int, first: int = 0) -> tuple[str, ...]:
    """JPEGs number `first` and on, with the detail of a photo: smooth structure and a little noise."""
    paths = []
    for number in range(first, first + count):
        rng = np.random.default_rng(number)
        coarse = Image.fromarray(rng.integers(0, 256, (12, 16, 3), dtype=np.uint8)).resize((width, height))
        pixels = np.asarray(coarse).astype(np.int16) + rng.integers(-12, 13, (height, width, 3))
        path = folder / f"{number:05}.jpg"
        Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8)).save(path, quality=90)
        paths.append(str(path))
    return tuple(paths)

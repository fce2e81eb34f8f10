"""Any picture to 8-bit RGB as a person sees it, or a reason why not. Runs in decoding processes: imports nothing heavy.

Pillow's own conversion clips levels of more than 8 bits to white and shows what lies behind transparent pixels.
"""

from __future__ import annotations

import numpy as np
from PIL import Image

BITS_PER_SAMPLE, PHOTOMETRIC = 258, 262  # tags of TIFF
WHITE_IS_ZERO = 0


def to_rgb(image: Image.Image, *, on_white: bool) -> Image.Image:
    """An image in RGB.

    Grey of 9 to 16 bits is scaled by the range that its file states. Transparent pixels are laid on white, as viewers
    show them, unless `on_white` is false: torchvision, and so the paper, drops the transparency. Raises ValueError for
    levels whose range no file states: 32 bits and floating point.
    """
    if image.mode == "RGB" and "transparency" not in image.info:
        return image
    if image.mode.startswith("I;16"):
        return _scaled(image, _highest(image)).convert("RGB")
    if image.mode == "I" and image.format == "PPM":
        return _scaled(image, 65535).convert("RGB")  # Pillow stretches every PGM of more than 8 bits to 16
    if image.mode in ("I", "F"):
        kind = "32-bit" if image.mode == "I" else "floating-point"
        raise ValueError(
            f"its levels are {kind} numbers, and no file says which of them is white; save it as 8-bit or 16-bit grey"
        )
    if on_white and image.has_transparency_data:
        seen = image.convert("RGBA")
        paper = Image.new("RGBA", seen.size, "white")
        return Image.alpha_composite(paper, seen).convert("RGB")
    return image.convert("RGB")


def _scaled(image: Image.Image, highest: int) -> Image.Image:
    """Levels 0 to `highest` as 0 to 255, rounded to the nearest."""
    levels_HW = np.asarray(image).astype(np.int64).clip(0, highest)
    if _tag(image, PHOTOMETRIC, 1) == WHITE_IS_ZERO:  # which Pillow heeds up to 8 bits
        levels_HW = highest - levels_HW
    return Image.fromarray(((levels_HW * 255 + highest // 2) // highest).astype(np.uint8))


def _highest(image: Image.Image) -> int:
    bits = _tag(image, BITS_PER_SAMPLE, 16)
    return 2**bits - 1 if 8 < bits <= 16 else 65535


def _tag(image: Image.Image, tag: int, default: int) -> int:
    """A number that the header of a TIFF holds; `default` for other formats."""
    value = getattr(image, "tag_v2", {}).get(tag, default)
    return int(value[0] if isinstance(value, tuple) else value)

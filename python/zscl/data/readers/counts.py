"""Images per class against the numbers that are known of the paper's datasets."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from zscl.data.listing import Listing

NAMED = 5  # classes that are named before they are only counted


@lru_cache(maxsize=1)
def known() -> dict[str, dict[str, Any]]:
    """By kind of dataset; known-counts.json says from where."""
    path = Path(__file__).with_name("known-counts.json")
    found: dict[str, dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["counts"]
    return found


def differences(kind: str, listing: Listing) -> list[str]:
    """A sentence for every split whose classes have other numbers of images than is known; none where nothing is."""
    size = len(listing.ids)
    train, test = (np.bincount(split.labels, minlength=size) for split in (listing.train, listing.test))
    counts = {"train": train, "test": test, "both": train + test}
    words = {"train": "training images", "test": "test images", "both": "images"}
    found = []
    for part, expected in known().get(kind, {}).items():
        wrong = [
            f"`{name}` {count} ({_said(expected, name)})"
            for name, count in zip(listing.ids, counts[part].tolist(), strict=True)
            if not _fits(count, expected, name)
        ]
        if wrong:
            more = f", and {len(wrong) - NAMED} more" if len(wrong) > NAMED else ""
            what = f"{len(wrong)} of {size} classes have an unexpected number of {words[part]}"
            found.append(f"{what}: {', '.join(wrong[:NAMED])}{more}")
    return found


def _fits(count: int, expected: Any, name: str) -> bool:  # noqa: ANN401 - JSON
    if isinstance(expected, dict):
        return name not in expected or bool(expected[name] == count)
    low, high = expected if isinstance(expected, list) else (expected, expected)
    return bool(low <= count and (high is None or count <= high))


def _said(expected: Any, name: str) -> str:  # noqa: ANN401 - JSON
    if isinstance(expected, dict):
        return f"expected {expected[name]}"
    if not isinstance(expected, list):
        return f"expected {expected}"
    low, high = expected
    return f"expected at least {low}" if high is None else f"expected {low} to {high}"

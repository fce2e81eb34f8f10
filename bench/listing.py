"""How long it takes to know all images of a large folder: printed as JSON for bench/listing.ts.

Every way runs in a process of its own, so that its memory is its own: `python listing.py WAY TREE CACHE` prints the
seconds, the peak of memory in MiB and how many images were found.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from PIL import Image

CLASSES = 1000
LINKS = 50_000  # to one file; ext4 allows 65,000


def plant(tree: Path, count: int) -> None:
    """`count` hard links to a few JPEGs, in folders called like ImageNet's."""
    sources = tree.parent / "sources"
    sources.mkdir()
    for folder in range(CLASSES):
        (tree / f"n{folder:08}").mkdir(parents=True)
    for number in range(count):
        source = sources / f"{number // LINKS}.jpg"
        if not source.exists():
            Image.fromarray(np.full((40, 50, 3), number // LINKS, dtype=np.uint8)).save(source)
        folder = f"n{number % CLASSES:08}"
        os.link(source, tree / folder / f"{folder}_{number}.JPEG")
    for folder in tree.iterdir():  # as if nothing had changed for a minute, so that a listing may be kept
        past = time.time() - 60
        os.utime(folder, (past, past))
    os.utime(tree, (past, past))


# Each way imports what it needs, which is not measured, and returns the work.


def zscl(tree: str, cache: str) -> Callable[[], int]:
    return references(tree, cache, 0)


def drawn(tree: str, cache: str) -> Callable[[], int]:
    return references(tree, f"{cache}-drawn", 100_000)


def references(tree: str, cache: str, count: int) -> Callable[[], int]:
    from zscl.references.own import Folder, image_files

    def work() -> int:
        found = image_files(Folder(tree, count, 0), cache)
        assert found.key
        return len(found)

    return work


def image_folder(tree: str, cache: str) -> Callable[[], int]:
    from zscl import imports  # noqa: F401 - must come before torchvision

    from torchvision.datasets import ImageFolder  # isort: skip

    return lambda: len(ImageFolder(tree))


def hub_folder(tree: str, cache: str) -> Callable[[], int]:
    from datasets import load_dataset  # type: ignore[import-not-found]

    return lambda: len(load_dataset("imagefolder", data_dir=tree, split="train", cache_dir=f"{cache}/datasets"))


WAYS = {"zscl": zscl, "zscl drawn": drawn, "ImageFolder": image_folder, "datasets": hub_folder}


def measured(way: str, tree: Path, cache: Path) -> dict[str, object] | None:
    """None where the package is not there."""
    done = subprocess.run(
        [sys.executable, "-P", __file__, way, str(tree), str(cache)], capture_output=True, text=True, check=False
    )
    if "No module named 'datasets'" in done.stderr:
        return None
    if done.returncode:
        sys.exit(done.stderr)
    found: dict[str, object] = json.loads(done.stdout.splitlines()[-1])
    return found


def main(folder: Path, count: int, rounds: int) -> None:
    tree = folder / "tree"
    plant(tree, count)
    results = []
    for number in range(rounds):
        cache = folder / f"cache-{number}"
        row = {way: measured(way, tree, cache) for way in ("ImageFolder", "zscl drawn", "zscl")}
        row["zscl again"] = measured("zscl", tree, cache)
        if number == 0:
            row["datasets"] = measured("datasets", tree, cache)
        results.append(row)
        print(f"round {number + 1} of {rounds}", file=sys.stderr)
    print(json.dumps(results))


def one(way: str, tree: str, cache: str) -> None:
    work = WAYS[way](tree, cache)
    started = time.perf_counter()
    count = work()
    seconds = time.perf_counter() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": seconds, "peak": peak, "images": count}))


if __name__ == "__main__":
    if sys.argv[1] in WAYS:
        one(*sys.argv[1:4])
    else:
        main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))

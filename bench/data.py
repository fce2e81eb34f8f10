"""Images per second of four ways to the same pixels, in alternating rounds: printed as JSON for bench/data.ts.

`pillow`: one process, one image after the other, as plainly as Pillow allows. `together`: that by a process per core,
which is what the cores of this machine give. `decode`: the training path, crops decoded by processes ahead of use.
`cached`: the test path, batches out of the memory-mapped cache.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import torch
from photos import write_photos
from PIL import Image

from zscl.data.decoding_pool import pool
from zscl.data.files import FileImages
from zscl.data.prefetch import Crops, Prefetch
from zscl.machine import processors

SIZE = 224
BATCH = 64


def plain_pillow(paths: tuple[str, ...]) -> int:
    for path in paths:
        with Image.open(path) as opened:
            image = opened.convert("RGB")
        width, height = image.size
        scale = SIZE / min(width, height)
        image = image.resize((round(width * scale), round(height * scale)), Image.Resampling.BICUBIC)
        left, top = (image.width - SIZE) // 2, (image.height - SIZE) // 2
        np.asarray(image.crop((left, top, left + SIZE, top + SIZE)))
    return len(paths)


def rate(work: Callable[[], int]) -> float:
    started = time.perf_counter()
    images = work()
    return images / (time.perf_counter() - started)


def main(folder: Path, count: int, rounds: int) -> None:
    paths = write_photos(folder, count, 500, 375)
    files = FileImages(paths, str(folder / "cache"))
    mapped = files.mapped(SIZE, lambda done, total: None)
    crops = Crops(files, files.sizes(lambda done, total: None))
    batches = count // BATCH
    order = np.random.default_rng(0)

    def together() -> int:
        return sum(pool().map(plain_pillow, [paths[first :: processors()] for first in range(processors())]))

    def decode(fetch: Prefetch) -> int:
        for update in range(batches):
            fetch.batch(update, BATCH)
        return batches * BATCH

    def cached() -> int:
        for _ in range(20 * batches):
            mapped[torch.from_numpy(order.integers(0, count, BATCH))]
        return 20 * batches * BATCH

    found = []
    for number in range(rounds + 1):
        fetch = Prefetch(crops, 0, number, SIZE)
        pillow, all_cores = rate(lambda: plain_pillow(paths)), rate(together)
        decoded = rate(lambda f=fetch: decode(f))
        fetch.close()  # what is ahead and never used must not run beside the others
        if number:  # in round 0 the processes start
            found.append([pillow, all_cores, decoded, rate(cached)])
        print(f"round {number} of {rounds}", file=sys.stderr)
    print(json.dumps({"rates": found, "processes": processors()}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))

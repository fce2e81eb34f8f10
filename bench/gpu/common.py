"""What the stages of `scripts/bench gpu` share: options, results as lines of JSON, a session with a task begun."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from authors import with_context

from zscl.commands import (
    BeginTask,
    Command,
    DatasetSpec,
    ImageSource,
    LossWeights,
    ModelSpec,
    Objective,
    Outcome,
    SetUp,
    TextSource,
    Train,
)
from zscl.data.dataset import Dataset
from zscl.session import Session

SEED, RATE, DATASET = 1, 1e-5, "d"
WEIGHTS = LossWeights(ce=1.0, lambda_image=1.0, lambda_text=1.0, wc=1.0)


@dataclass(frozen=True)
class Options:
    """Written by bench/gpu.ts as JSON; sizes are the paper's or, with `--tiny`, what a CPU does in seconds."""

    device: str
    model: str
    batch: int  # images of the task, and as many reference images
    captions: int
    classes: int
    precision: str = "fp32"
    compile: bool = False
    rounds: int = 3
    updates: int = 20  # of ours in a round
    photos: int = 2000
    profile: str = ""  # where to write the profile of a few updates


def options() -> tuple[Options, Path]:
    return Options(**json.loads(sys.argv[2])), Path(sys.argv[3])


def emit(**values: object) -> None:
    """One result: a line of JSON for bench/gpu.ts."""
    print(json.dumps(values), flush=True)


def ignore(done: int, total: int) -> None: ...


def now(device: torch.device) -> float:
    if device.type == "cuda":
        torch.cuda.synchronize(device)
    return time.perf_counter()


@contextmanager
def timed(device: torch.device) -> Iterator[Callable[[], float]]:
    """Within: a clock. After: the seconds that the block took on host and device."""
    started = now(device)
    ended: list[float] = []
    yield lambda: (ended[0] if ended else now(device)) - started
    ended.append(now(device))


class Bench:
    """A session on the model and data that are measured."""

    def __init__(self, o: Options, folder: Path, datasets: tuple[DatasetSpec, ...] = ()) -> None:
        self.o, self.session = o, Session()
        model = ModelSpec(with_context(o.model, 77, str(folder)))
        drawn = (DatasetSpec(DATASET, "mini", "shapes", 64, 64, 1),)
        self.run(
            SetUp(
                model,
                datasets or drawn,
                seed=SEED,
                device=o.device,
                precision=o.precision,
                compile=o.compile,
                cache_folder=os.environ["ZSCL_CACHE"],
            )
        )

    def run(self, command: Command) -> Any:  # noqa: ANN401 - the outcome that belongs to the command
        outcome: Outcome = self.session.execute(command, ignore)
        return outcome

    @property
    def state(self) -> Any:  # noqa: ANN401 - of the session, whose insides benchmarks may see
        return self.session._state

    @property
    def device(self) -> torch.device:
        return self.state.model.device  # type: ignore[no-any-return]

    def put_images_in_memory(self) -> None:
        """Random images and `classes` class names in place of the dataset's: nothing is decoded in what is measured."""
        o, size = self.o, self.state.model.image_size
        generator = torch.Generator().manual_seed(SEED)
        count = max(4 * o.batch, o.classes)
        images = torch.randint(0, 256, (count, 3, size, size), dtype=torch.uint8, generator=generator).to(self.device)
        labels = (torch.arange(count) % o.classes).to(self.device)
        names = tuple(f"name of class {number}" for number in range(o.classes))
        self.state.datasets[DATASET] = Dataset(DATASET, names, ("a photo of a {}.",), images, labels, images, labels)

    def begin(self, images: ImageSource | None = None) -> BeginTask:
        spec = BeginTask(
            0,
            DATASET,
            Objective(),
            teacher_slot="initial",
            anchor_slot="initial",
            reference_images=images or ImageSource("set", "mini", 500, SEED),
            reference_texts=TextSource("set", "mini", self.o.captions, SEED),
        )
        self.run(spec)
        return spec

    def train(self, first: int, updates: int, *, plainly: bool = False) -> list[float]:
        """The total loss of every update; `plainly` never as a CUDA graph, inside which nothing can be counted."""
        micro_batch = 2 * self.o.batch if plainly else 0  # so many images go through at once anyway
        command = Train(0, first, (RATE,) * updates, WEIGHTS, self.o.batch, self.o.batch, micro_batch)
        return [row.total for row in self.run(command).losses]

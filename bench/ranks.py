"""The same update by one process and by several ranks, taking turns: `ranks.py OPTIONS-AS-JSON FOLDER`."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import torch
from authors import with_context

from zscl.commands import (
    BeginTask,
    DatasetSpec,
    ImageSource,
    LossWeights,
    ModelSpec,
    Objective,
    SetUp,
    TextSource,
    Train,
    TrainDone,
)
from zscl.ranks import Meeting, Ranks
from zscl.session import Session

WEIGHTS, RATE, SEED = LossWeights(ce=1.0, lambda_image=1.0, lambda_text=1.0, wc=1.0), 1e-5, 1
held: Session | None = None


def begin(rank: int, count: int, options: dict[str, Any], folder: str, meeting: str, threads: int) -> int:
    """In a rank: set up and begin a task. How many bytes a gradient has."""
    global held
    gpu = f"cuda:{rank}"
    device = gpu if options["device"] == "cuda" else "cpu"
    ranks = Ranks() if count == 1 else Meeting.in_file(Path(meeting)).join(rank, count, device)
    held = Session(ranks)
    model = with_context(options["model"], options["context"], folder)
    held.execute(
        SetUp(
            ModelSpec(model),
            (DatasetSpec("d", "mini", "shapes", 1000, 10, 1),),
            seed=SEED,
            device=device,
            threads=threads,
            precision=options["precision"],
            cache_folder=folder,
        ),
        quiet,
    )
    images = ImageSource("set", "mini", 500, SEED)
    held.execute(
        BeginTask(
            0, "d", Objective(), "initial", "initial", images, TextSource("set", "mini", options["captions"], SEED)
        ),
        quiet,
    )
    assert held._state is not None
    return sum(p.numel() * p.element_size() for p in held._state.model.parameters.values())


def train(first: int, updates: int, batch: int) -> tuple[float, int, float]:
    """In a rank: seconds per update, bytes sent per update, and the last loss."""
    assert held is not None
    assert held._state is not None
    before, device = held._ranks.sent, held._state.model.device
    started = now(device)
    done = held.execute(Train(0, first, (RATE,) * updates, WEIGHTS, batch, batch), quiet)
    assert isinstance(done, TrainDone)
    return (now(device) - started) / updates, (held._ranks.sent - before) // updates, done.losses[-1].total


def now(device: torch.device) -> float:
    if device.type == "cuda":
        torch.cuda.synchronize(device)
    return time.perf_counter()


def quiet(done: int, total: int) -> None:
    pass


class Group:
    """`count` processes with `threads` each that stay for all rounds."""

    def __init__(self, count: int, threads: int, options: dict[str, Any], folder: str) -> None:
        self.count, self.threads = count, threads
        meeting = f"{folder}/meeting-{count}-{threads}"
        self._pools = [ProcessPoolExecutor(1, get_context("spawn")) for _ in range(count)]
        self.gradient = self._all(lambda rank: (begin, rank, count, options, folder, meeting, threads))[0]

    def train(self, first: int, updates: int, batch: int) -> tuple[float, int, float]:
        found = self._all(lambda rank: (train, first, updates, batch))
        return max(one[0] for one in found), found[0][1], found[0][2]

    def _all(self, call: Callable[[int], tuple[Any, ...]]) -> list[Any]:
        asked: list[Future[Any]] = [pool.submit(*call(rank)) for rank, pool in enumerate(self._pools)]
        return [future.result() for future in asked]


def main() -> None:
    options: dict[str, Any] = json.loads(sys.argv[1])
    folder, updates, batch = sys.argv[2], options["updates"], options["batch"]
    groups = [Group(count, threads, options, folder) for count, threads in options["groups"]]
    rounds: list[list[tuple[float, int, float]]] = []
    for at in range(options["rounds"] + 1):  # the first round warms up and is not counted
        turn = groups if at % 2 else groups[::-1]
        found = {id(group): group.train(at * updates, updates, batch) for group in turn}
        if at:
            rounds.append([found[id(group)] for group in groups])
    rows = [
        {
            "ranks": group.count,
            "threads": group.threads,
            "seconds": [row[i][0] for row in rounds],
            "sent": rounds[-1][i][1],
            "loss": rounds[-1][i][2],
        }
        for i, group in enumerate(groups)
    ]
    print(json.dumps({"rows": rows, "gradient": groups[0].gradient}))


if __name__ == "__main__":
    main()

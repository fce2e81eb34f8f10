"""Exactness: GPU against CPU, bf16 against fp32 on `mini`, a run saved and restored against one that is not."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from common import RATE, SEED, WEIGHTS, Bench, Options, emit, ignore, options

from zscl.commands import (
    BeginTask,
    DatasetSpec,
    Evaluate,
    ImageSource,
    ModelSpec,
    Objective,
    Restore,
    Save,
    SetUp,
    TextSource,
    Train,
)
from zscl.digest import digest
from zscl.mini import TASKS
from zscl.session import Session

UPDATES, UPDATES_ON_CPU = 10, 2


def against_the_cpu(o: Options, folder: Path) -> None:
    """fp32 losses of the same updates on both devices; few images, for the CPU's sake."""
    small = replace(o, batch=min(o.batch, 8), captions=min(o.captions, 500), classes=min(o.classes, 20))
    losses = {}
    for device in ("cpu", o.device):
        bench = Bench(replace(small, device=device, precision="fp32", compile=False), folder)
        bench.put_images_in_memory()
        bench.begin()
        losses[device] = bench.train(0, 3)
    pairs = [*zip(losses["cpu"], losses[o.device], strict=True)]
    emit(
        losses_cpu=losses["cpu"],
        losses_device=losses[o.device],
        cpu_difference=max(abs(a - b) / abs(a) for a, b in pairs),
    )


def saved_and_restored(o: Options, folder: Path, precision: str, compiled: bool) -> None:
    """The digest of the weights after twice some updates, at once and with a checkpoint and another session between."""
    o = replace(o, precision=precision, compile=compiled)
    updates = UPDATES_ON_CPU if o.device == "cpu" else UPDATES
    digests = []
    for interrupted in (False, True):
        bench = Bench(o, folder)
        bench.put_images_in_memory()
        spec = bench.begin()
        losses = bench.train(0, updates)
        if interrupted:
            place = folder / f"saved-{precision}-{compiled}"
            place.mkdir()
            saved = bench.run(Save(str(place), ("trained",), optimiser=True))
            del bench
            bench = Bench(o, folder)
            bench.put_images_in_memory()
            bench.run(Restore(str(place), saved.files, spec))
        losses += bench.train(updates, updates)
        digests.append(digest(dict(bench.state.slots.get("trained"))))
    emit(resumed=precision, compile=compiled, equal=digests[0] == digests[1], digests=digests, last_loss=losses[-1])


def bf16_on_mini(o: Options, folder: Path) -> None:
    """Accuracies of the six tasks of `mini` after 100 updates on the first of them."""
    updates, size, batch = (100, 2000, 64) if o.device != "cpu" else (2, 24, 8)
    accuracies: dict[str, dict[str, float]] = {}
    for precision in ("fp32", "bf16"):
        session = Session()
        datasets = tuple(DatasetSpec(name, "mini", name, size, size // 4, 1) for name in TASKS)
        cache = os.environ["ZSCL_CACHE"]
        session.execute(
            SetUp(ModelSpec("mini-clip"), datasets, SEED, o.device, precision=precision, cache_folder=cache), ignore
        )
        first = next(iter(TASKS))
        images, texts = ImageSource("set", "mini", 500, SEED), TextSource("set", "mini", 500, SEED)
        session.execute(BeginTask(0, first, Objective(), "initial", "initial", images, texts), ignore)
        session.execute(Train(0, 0, (10 * RATE,) * updates, WEIGHTS, batch, batch), ignore)
        accuracies[precision] = {}
        for name in TASKS:
            done = session.execute(Evaluate("trained", name, 256), ignore)
            accuracies[precision][name] = 100 * done.correct / done.total  # type: ignore[union-attr]
    largest = max(abs(accuracies["fp32"][name] - accuracies["bf16"][name]) for name in TASKS)
    emit(mini_updates=updates, accuracies=accuracies, bf16_points=largest)


def stage() -> None:
    o, folder = options()
    against_the_cpu(o, folder)
    for precision, compiled in (("fp32", False), ("bf16", False), *([("bf16", True)] if o.compile else [])):
        saved_and_restored(o, folder, precision, compiled)
    bf16_on_mini(o, folder)

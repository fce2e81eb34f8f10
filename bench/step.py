"""One ZSCL update against the authors' way, taking turns: `step.py OPTIONS-AS-JSON CACHE`."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import torch
from authors import Authors, with_context
from torch.utils.flop_counter import FlopCounterMode

from zscl.commands import (
    BeginTask,
    Combine,
    DatasetSpec,
    ImageSource,
    Lerp,
    LossWeights,
    ModelSpec,
    Objective,
    SetUp,
    TextSource,
    Train,
    TrainDone,
    WeightedSlot,
    ZsclError,
)
from zscl.references.sets import REFERENCE_SETS
from zscl.session import Session

OPTIONS: dict[str, Any] = json.loads(sys.argv[1])
ROUNDS, UPDATES, BATCH, CAPTIONS, WARM = (
    int(OPTIONS[name]) for name in ("rounds", "updates", "batch", "captions", "warm")
)
CACHE, SEED, RATE = sys.argv[2], 1, 1e-5
# Dense peaks in TFLOP/s by precision, from NVIDIA's data sheets.
PEAKS = {
    "H100 PCIe": {"fp32": 51, "tf32": 378, "bf16": 756},
    "H100": {"fp32": 67, "tf32": 494, "bf16": 989},
    "H200": {"fp32": 67, "tf32": 494, "bf16": 989},
    "A100": {"fp32": 19.5, "tf32": 156, "bf16": 312},
}
WEIGHTS = LossWeights(ce=1.0, lambda_image=1.0, lambda_text=1.0, wc=1.0)


def now(device: torch.device) -> float:
    if device.type == "cuda":
        torch.cuda.synchronize(device)
    return time.perf_counter()


def forget_peak() -> None:
    """From now on `peak` is that of what follows; nothing where the system does not count it, as on macOS."""
    with suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5")


def peak() -> float | None:
    """GB of memory of this process at its most, both sides' weights included."""
    with suppress(OSError):
        for line in Path("/proc/self/status").read_text().splitlines():
            if line.startswith("VmHWM"):
                return int(line.split()[1]) * 1024 / 1e9
    return None


def on_gpu(run: Callable[[Any], Any], first: int, device: torch.device) -> dict[str, Any]:
    """FLOPs of one update of ours, its peak memory, and the device's peak; nothing on the CPU."""
    if device.type != "cuda":
        return {}
    torch.cuda.reset_peak_memory_stats(device)
    with FlopCounterMode(display=False) as counter:
        run(Train(0, first, (RATE,), WEIGHTS, BATCH, BATCH))
    name = torch.cuda.get_device_name(device)
    peak = next((peaks[OPTIONS["precision"]] for known, peaks in PEAKS.items() if known in name), None)
    return {
        "tflop": counter.get_total_flops() / 1e12,
        "peak_tflops": peak,
        "peak_memory_gb": torch.cuda.max_memory_allocated(device) / 1e9,
    }


def main() -> None:
    session = Session()

    def run(command: Any) -> Any:  # noqa: ANN401
        return session.execute(command, lambda done, total: None)

    data = DatasetSpec("d", "mini", "shapes", 1000, 10, 1)
    run(
        SetUp(
            ModelSpec(with_context(OPTIONS["model"], OPTIONS["context"], CACHE)),
            (data,),
            seed=SEED,
            device=OPTIONS["device"],
            threads=OPTIONS["threads"],
            precision=OPTIONS["precision"],
            compile=OPTIONS["compile"],
            cache_folder=CACHE,
        )
    )
    begun = time.perf_counter()
    run(
        BeginTask(
            0,
            "d",
            Objective(),
            "initial",
            "initial",
            ImageSource("set", "mini", 500, SEED),
            TextSource("set", "mini", CAPTIONS, SEED),
        )
    )
    begun = time.perf_counter() - begun
    captions = REFERENCE_SETS["mini"].texts(CAPTIONS, SEED, CACHE)
    authors = Authors(session, captions, seed=SEED, rate=RATE, text_batch=OPTIONS["text_batch"])
    device = authors.state.model.device
    run(Combine("average", (WeightedSlot("trained", 1.0),)))
    seconds: list[tuple[float, float]] = []
    peaks: dict[str, float | None] = {}
    difference = 0.0
    for at in range(WARM + ROUNDS):
        first, took, losses = at * UPDATES, {}, {}
        for side in ("zscl", "authors") if at % 2 else ("authors", "zscl"):
            forget_peak()
            started = now(device)
            if side == "zscl":
                done = run(Train(0, first, (RATE,) * UPDATES, WEIGHTS, BATCH, BATCH))
                assert isinstance(done, TrainDone)
                losses[side] = [row.total for row in done.losses]
                run(Lerp("average", "trained", 1 / (at + 2)))
            else:
                losses[side] = [authors.update(first + u, BATCH) for u in range(UPDATES)]
                authors.sample(at + 1)
            took[side] = (now(device) - started) / UPDATES
            peaks[side] = peak()
            print(f"{side}: {took[side]:.1f} s per update", file=sys.stderr)
        pairs = zip(losses["zscl"], losses["authors"], strict=True)
        difference = max(difference, *(abs(a - b) / abs(b) for a, b in pairs))
        if at >= WARM:
            seconds.append((took["zscl"], took["authors"]))
    print(
        json.dumps(
            {
                "seconds": seconds,
                "difference": difference,
                "losses": [losses["zscl"][-1], losses["authors"][-1]],
                "preparation": begun,
                "host_memory_gb": [peaks["zscl"], peaks["authors"]],
                "context": authors.captions.shape[1],
                "threads": torch.get_num_threads(),
                "device": torch.cuda.get_device_name(device) if device.type == "cuda" else "cpu",
                **on_gpu(run, (WARM + ROUNDS) * UPDATES, device),
            }
        )
    )


try:
    main()
except ZsclError as error:
    sys.exit(str(error))

"""One ZSCL update of ours and of the authors' way in one precision, taking turns; work, memory and where time goes."""

from __future__ import annotations

import os
from pathlib import Path

import torch
from authors import Authors
from common import RATE, SEED, Bench, emit, now, options, timed
from torch.profiler import ProfilerActivity, profile
from torch.utils.flop_counter import FlopCounterMode

from zscl.commands import Combine, Lerp, WeightedSlot
from zscl.references.sets import REFERENCE_SETS

WARM_UP, AUTHORS_UPDATES, TEXT_BATCH = 3, 2, 2000


def stage() -> None:
    o, folder = options()
    bench = Bench(o, folder)
    device = bench.device
    bench.put_images_in_memory()
    with timed(device) as preparation:
        bench.begin()
    bench.run(Combine("average", (WeightedSlot("trained", 1.0),)))
    start = {name: tensor.clone() for name, tensor in bench.state.slots.get("initial").items()}
    if device.type == "cuda":
        torch.cuda.reset_peak_memory_stats(device)
    with timed(device) as first:
        losses = bench.train(0, WARM_UP)
    emit(precision=o.precision, compile=o.compile, preparation=preparation(), first_updates=first(), losses=losses)
    if device.type == "cuda":
        emit(peak_memory_gb=torch.cuda.max_memory_allocated(device) / 1e9)

    captions = REFERENCE_SETS["mini"].texts(o.captions, SEED, os.environ["ZSCL_CACHE"])
    authors = None
    if not o.compile:  # theirs is not compiled, and has been measured in this precision already
        trained = bench.state.slots.get("trained")
        with torch.no_grad():
            after = {name: tensor.clone() for name, tensor in trained.items()}
            bench.state.slots.put("trained", start)
            authors = Authors(bench.session, captions, seed=SEED, rate=RATE, text_batch=TEXT_BATCH)
            bench.state.slots.put("trained", after)
        theirs = [authors.update(number, o.batch) for number in range(WARM_UP)]
        pairs = zip(losses, theirs, strict=True)
        emit(losses_of_authors=theirs, difference=max(abs(ours - other) / abs(other) for ours, other in pairs))
    at = WARM_UP
    for number in range(o.rounds):
        started = now(device)
        bench.train(at, o.updates)
        ours = (now(device) - started) / o.updates
        at += o.updates
        with timed(device) as sample:
            bench.run(Lerp("average", "trained", 1 / (number + 2)))
        other = None
        if authors is not None:
            started = now(device)
            for _ in range(AUTHORS_UPDATES):
                authors.update(at, o.batch)
            other = (now(device) - started) / AUTHORS_UPDATES
        emit(seconds=ours, seconds_of_authors=other, seconds_of_sample=sample())
    if not o.compile:
        with FlopCounterMode(display=False) as counter:
            bench.train(at, 1, plainly=True)
        at += 1
        emit(tflop=counter.get_total_flops() / 1e12)
    if o.profile:
        write_profile(bench, at, Path(o.profile))


def write_profile(bench: Bench, first: int, path: Path) -> None:
    """Where the time of three updates goes, by kernel and by operation."""
    cuda = bench.device.type == "cuda"
    activities = [ProfilerActivity.CPU, *([ProfilerActivity.CUDA] if cuda else [])]
    with profile(activities=activities) as profiler, timed(bench.device) as took:
        bench.train(first, 3)
    averages = profiler.key_averages()
    order = "self_device_time_total" if cuda else "self_cpu_time_total"
    path.write_text(
        f"three updates in {took():.4f} s, profiled\n"
        + averages.table(sort_by=order, row_limit=45, max_name_column_width=90)
        + "\n"
        + averages.table(sort_by="self_cpu_time_total", row_limit=25, max_name_column_width=60)
    )
    if cuda:
        busy = sum(event.self_device_time_total for event in averages if "cuda" in str(event.device_type).lower())
        emit(profiled_seconds=took(), device_seconds=busy / 1e6)

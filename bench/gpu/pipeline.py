"""Around the updates: decoding, the cache, evaluation, samples of the average, checkpoints. Photos as files."""

from __future__ import annotations

import os
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path

import torch
from common import DATASET, SEED, Bench, Options, emit, options, timed
from photos import write_photos

from zscl.commands import Combine, DatasetSpec, Evaluate, ImageSource, Lerp, Restore, Save, WeightedSlot

SEGMENT = 25
EVALUATION_BATCH = 500


def make_photos(folder: Path, o: Options) -> None:
    """Photos of `classes` classes for training; the test set is the same files under other names."""
    per_class = max(1, o.photos // o.classes)
    calls = [(folder / "train" / f"class {c:03}", per_class, c * per_class) for c in range(o.classes)]
    for path, _, _ in calls:
        path.mkdir(parents=True)
    with ProcessPoolExecutor(os.cpu_count(), get_context("fork")) as pool:
        for done in [pool.submit(write_photos, path, count, 500, 375, first) for path, count, first in calls]:
            done.result()
    for file in (folder / "train").glob("*/*.jpg"):
        link = folder / "test" / file.parent.name / file.name
        link.parent.mkdir(parents=True, exist_ok=True)
        os.link(file, link)


def stage() -> None:
    o, folder = options()
    root = folder / "photos"
    make_photos(root, o)
    spec = DatasetSpec(DATASET, "folder", images=f"{root}/train", test=f"{root}/test", templates=("a photo of a {}.",))
    with timed(torch.device("cpu")) as took:
        bench = Bench(o, folder, (spec,))
    dataset, device = bench.state.datasets[DATASET], bench.device
    tests, trains = len(dataset.test_labels), len(dataset.train_labels)
    emit(set_up_seconds=took(), photos=trains)
    references = ImageSource("folder", path=f"{root}/train", count=0, data_seed=SEED)
    for name in ("begin_task_seconds", "begin_task_cached_seconds"):
        with timed(device) as took:
            bench.begin(references)
        emit(**{name: took()})
    measure_decoding(bench)
    bench.run(Combine("average", (WeightedSlot("trained", 1.0),)))
    with timed(device) as took:
        for number in range(10):
            bench.run(Lerp("average", "trained", 1 / (number + 2)))
    emit(seconds_of_sample=took() / 10)
    measure_checkpoint(bench, folder / "saved")
    bench.run(Evaluate("trained", DATASET, EVALUATION_BATCH))
    rounds = max(1, 16000 // tests) if device.type == "cuda" else 1
    with timed(device) as took:
        for _ in range(rounds):
            bench.run(Evaluate("trained", DATASET, EVALUATION_BATCH))
    emit(evaluation_images_per_second=rounds * tests / took())


def measure_decoding(bench: Bench) -> None:
    """Updates on crops that are decoded meanwhile, against the same updates on images that are in memory."""
    o, task, device = bench.o, bench.state.task, bench.device
    segment = SEGMENT if device.type == "cuda" else 2
    bench.train(0, segment)
    with timed(device) as files:
        for number in range(1, 5):
            bench.train(number * segment, segment)
    size = bench.state.model.image_size
    count = len(task.dataset.train_labels)
    images = torch.zeros(count, 3, size, size, dtype=torch.uint8, device=device)
    task.prefetch.close()
    task.prefetch, task.dataset = None, replace(task.dataset, train_images=images, crops=None)
    bench.train(5 * segment, segment)
    with timed(device) as memory:
        for number in range(6, 10):
            bench.train(number * segment, segment)
    updates = 4 * segment
    emit(
        seconds_with_files=files() / updates,
        seconds_in_memory=memory() / updates,
        images_per_second_with_files=2 * o.batch * updates / files(),
    )


def measure_checkpoint(bench: Bench, folder: Path) -> None:
    folder.mkdir()
    with timed(bench.device) as saving:
        saved = bench.run(Save(str(folder), ("trained", "average"), optimiser=True))
    with timed(bench.device) as restoring:
        bench.run(Restore(str(folder), saved.files, bench.state.task.spec))
    emit(save_seconds=saving(), restore_seconds=restoring(), saved_gb=sum(file.bytes for file in saved.files) / 1e9)

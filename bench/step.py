"""One ZSCL update against the authors' way, taking turns: `step.py OPTIONS-AS-JSON CACHE`.

The authors' way, written plainly: in every update the frozen teacher encodes all captions and the reference images,
prompts are padded to 77 tokens, and weight consolidation and the average are loops over parameters.
"""

from __future__ import annotations

import copy
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import torch
import torch.nn.functional as F
from torch.utils.flop_counter import FlopCounterMode

from zscl import images, mini, randomness
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
from zscl.data import REFERENCE_SETS
from zscl.randomness import Purpose
from zscl.session import Session

import open_clip  # isort: skip - after zscl, which makes torchvision importable

OPTIONS: dict[str, Any] = json.loads(sys.argv[1])
ROUNDS, UPDATES, BATCH, CAPTIONS = (int(OPTIONS[name]) for name in ("rounds", "updates", "batch", "captions"))
CACHE, SEED, RATE = sys.argv[2], 1, 1e-5
# Dense peaks in TFLOP/s by precision, from NVIDIA's data sheets.
PEAKS = {
    "H100 PCIe": {"fp32": 51, "tf32": 378, "bf16": 756},
    "H100": {"fp32": 67, "tf32": 494, "bf16": 989},
    "H200": {"fp32": 67, "tf32": 494, "bf16": 989},
    "A100": {"fp32": 19.5, "tf32": 156, "bf16": 312},
}
WEIGHTS = LossWeights(ce=1.0, lambda_image=1.0, lambda_text=1.0, wc=1.0)


def with_context(name: str, length: int) -> str:
    """The name of open_clip's model `name` with room for `length` tokens in its text encoder."""
    mini.register()
    config = copy.deepcopy(open_clip.get_model_config(name))
    if config["text_cfg"].get("context_length", 77) == length:
        return name
    config["text_cfg"]["context_length"] = length
    path = Path(CACHE) / f"{name}-{length}.json"
    path.write_text(json.dumps(config))
    open_clip.add_model_config(path)
    return path.stem


def distil(student: torch.Tensor, teacher: torch.Tensor) -> torch.Tensor:
    return 4 * (-(F.softmax(teacher / 2, 1) * F.log_softmax(student / 2, 1)).sum(1)).mean()


class Authors:
    def __init__(self, session: Session) -> None:
        state = session._state
        assert state is not None
        assert state.task is not None
        self.state, self.task = state, state.task
        self.clip: Any = copy.deepcopy(state.model.module)
        self.teacher: Any = copy.deepcopy(self.clip)
        self.trained = [p for p in self.clip.parameters() if p.requires_grad]
        self.start = [p.detach().clone() for p in self.trained]
        self.average = [p.detach().clone() for p in self.trained]
        self.optimiser = torch.optim.AdamW(self.trained, lr=RATE, weight_decay=0.0)
        device = state.model.device
        self.captions = state.model.tokenizer(list(REFERENCE_SETS["mini"].texts(CAPTIONS, SEED, CACHE))).to(device)
        self.prompts = state.model.tokenizer(self.task.dataset.prompts(self.task.dataset.templates[0])).to(device)

    def update(self, number: int) -> float:
        model, data, key, references = self.state.model, self.task.dataset, (SEED, 0), self.task.references.images
        assert references is not None
        index = randomness.stream((*key, Purpose.TRAIN_ORDER), number * BATCH, BATCH, len(data.train_images))
        height, width = data.train_images.shape[2:]
        boxes = torch.from_numpy(randomness.crop_boxes(*key, number, batch=BATCH, height=height, width=width))
        picked = randomness.stream((*key, Purpose.REFERENCE_IMAGES), number * BATCH, BATCH, len(references))
        cropped = images.crop_resize(data.train_images[index], boxes.to(model.device), model.image_size)
        train = images.normalise(cropped, model.mean, model.std)
        seen = model.prepare(references[picked])
        with torch.no_grad():
            parts = self.captions.split(OPTIONS["text_batch"])  # one pass needs more memory than there may be
            texts = torch.cat([self.teacher.encode_text(part, normalize=True) for part in parts])
            held = self.teacher.encode_image(seen, normalize=True)
        scale = self.clip.logit_scale.exp()
        classes = self.clip.encode_text(self.prompts, normalize=True)
        logits = scale * self.clip.encode_image(train, normalize=True) @ classes.T
        loss = F.cross_entropy(logits, data.train_labels[index], label_smoothing=0.2)
        student = scale * self.clip.encode_image(seen, normalize=True) @ texts.T
        target = scale * held @ texts.T
        loss = loss + distil(student, target) + distil(student.T, target.T)
        for parameter, start in zip(self.trained, self.start, strict=True):
            loss = loss + ((parameter - start) ** 2).sum()
        self.optimiser.zero_grad()
        loss.backward()
        self.optimiser.step()
        return loss.item()

    def sample(self, count: int) -> None:
        for average, parameter in zip(self.average, self.trained, strict=True):
            average.copy_(parameter.detach() / (count + 1) + average * count / (count + 1))


def now(device: torch.device) -> float:
    if device.type == "cuda":
        torch.cuda.synchronize(device)
    return time.perf_counter()


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
            ModelSpec(with_context(OPTIONS["model"], OPTIONS["context"])),
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
    authors = Authors(session)
    device = authors.state.model.device
    run(Combine("average", (WeightedSlot("trained", 1.0),)))
    seconds: list[tuple[float, float]] = []
    difference = 0.0
    for at in range(ROUNDS + 1):  # the first round warms up and is not counted
        first, took, losses = at * UPDATES, {}, {}
        for side in ("zscl", "authors") if at % 2 else ("authors", "zscl"):
            started = now(device)
            if side == "zscl":
                done = run(Train(0, first, (RATE,) * UPDATES, WEIGHTS, BATCH, BATCH))
                assert isinstance(done, TrainDone)
                losses[side] = [row.total for row in done.losses]
                run(Lerp("average", "trained", 1 / (at + 2)))
            else:
                losses[side] = [authors.update(first + u) for u in range(UPDATES)]
                authors.sample(at + 1)
            took[side] = (now(device) - started) / UPDATES
        pairs = zip(losses["zscl"], losses["authors"], strict=True)
        difference = max(difference, *(abs(a - b) / abs(b) for a, b in pairs))
        if at:
            seconds.append((took["zscl"], took["authors"]))
    print(
        json.dumps(
            {
                "seconds": seconds,
                "difference": difference,
                "losses": [losses["zscl"][-1], losses["authors"][-1]],
                "preparation": begun,
                "context": authors.captions.shape[1],
                "threads": torch.get_num_threads(),
                "device": torch.cuda.get_device_name(device) if device.type == "cuda" else "cpu",
                **on_gpu(run, (ROUNDS + 1) * UPDATES, device),
            }
        )
    )


try:
    main()
except ZsclError as error:
    sys.exit(str(error))

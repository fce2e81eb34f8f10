"""A CLIP small enough for thousands of updates, and little datasets for it. Nothing here needs a file or a network."""

from __future__ import annotations

import gc
import gzip
import json
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from zscl import imports  # noqa: F401 - must come before open_clip
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
)
from zscl.data.dataset import Dataset
from zscl.data.loading import READERS
from zscl.model.weights import Slots
from zscl.references.sets import REFERENCE_SETS, ReferenceSet
from zscl.session import Session

import open_clip  # isort: skip

gc.freeze()  # what torch's modules are made of stays: no collection goes through it again

TINY = "tiny-clip"
# A real vocabulary, so that open_clip's tokenizer works, but narrow, and only its first words: embedding them all would
# be nine tenths of an update. Context longer than any prompt: cutting matters.
MERGES = 4000  # not any number: with 2,000 the weights that are drawn amplify rounding 20 times as much
START, END = 512 + MERGES, 512 + MERGES + 1
VISION = {"image_size": 32, "layers": 2, "width": 32, "head_width": 16, "patch_size": 16}
TINY_CONFIG: dict[str, Any] = {
    "embed_dim": 24,
    "vision_cfg": VISION,
    "text_cfg": {"context_length": 40, "vocab_size": END + 1, "width": 8, "heads": 2, "layers": 2},
}
# Architectures that encode text in other ways; the last three cannot be cut exactly.
VARIANTS: dict[str, dict[str, Any]] = {
    "tiny-clip": {},
    "tiny-linear": {"text_cfg": {"proj_bias": True}},
    "tiny-custom": {"custom_text": True},
    "tiny-eos": {"custom_text": True, "text_cfg": {"pool_type": "eos", "eos_id": END}},
    "tiny-last": {"custom_text": True, "text_cfg": {"pool_type": "last", "no_causal_mask": True}},
    "tiny-coca": {
        "custom_text": True,
        "text_cfg": {"embed_cls": True, "output_tokens": True},
        "vision_cfg": {**VISION, "attentional_pool": True, "attn_pooler_heads": 2, "output_tokens": True},
        "multimodal_cfg": {"context_length": 40, "vocab_size": END + 1, "width": 24, "heads": 2, "layers": 1},
    },
}
CAPTIONS = [f"a {colour} {thing}" for colour in ("red", "dark blue", "pale") for thing in ("dog", "house", "big tree")]
# Of the first fifteen reference images, one each: some have the same.
PAIRS = [CAPTIONS[i % 7 % 4] for i in range(15)]


def tiny_images(seed: int, count: int, side: int = 32) -> torch.Tensor:
    rng = np.random.default_rng(seed)
    tint = rng.integers(0, 200, (count, 3, 1, 1))
    return torch.from_numpy((tint + rng.integers(0, 56, (count, 3, side, side))).astype(np.uint8))


def tiny_dataset(spec: DatasetSpec, cache_folder: str, progress: object) -> Dataset:
    classes = ("cat", "brown dog", "old house", "tree")
    train, test = spec.train_size or 20, spec.test_size or 12
    rng = np.random.default_rng(spec.data_seed + 1000)
    return Dataset(
        name=spec.name,
        classes=classes,
        templates=("a photo of a {}.", "{}", "one {} in the picture"),
        train_images=tiny_images(spec.data_seed, train),
        train_labels=torch.from_numpy(rng.integers(0, len(classes), train)),
        test_images=tiny_images(spec.data_seed + 1, test),
        test_labels=torch.from_numpy(rng.integers(0, len(classes), test)),
    )


def pytest_runtest_setup() -> None:
    """What a test draws does not depend on which tests ran before it in its process."""
    torch.manual_seed(7)


@pytest.fixture(scope="session", autouse=True)
def _tiny_world(tmp_path_factory: pytest.TempPathFactory) -> None:
    make_tiny_world(tmp_path_factory.mktemp("configs"))
    # A tokenizer has no state, and reading its vocabulary is most of what setting up a tiny model takes.
    open_clip.get_tokenizer = lru_cache(open_clip.get_tokenizer)


def make_tiny_world(folder: Path) -> None:
    """Models, dataset and references by name; in every process that asks for them."""
    words = folder / "words.gz"
    words.write_bytes(gzip.compress("\n".join(_merges()).encode()))
    TINY_CONFIG["text_cfg"]["tokenizer_kwargs"] = {"bpe_path": str(words)}
    for name, changes in VARIANTS.items():
        config: dict[str, Any] = {**TINY_CONFIG, **changes}
        config["text_cfg"] = {**TINY_CONFIG["text_cfg"], **changes.get("text_cfg", {})}
        (folder / f"{name}.json").write_text(json.dumps(config))
    open_clip.add_model_config(folder)
    READERS["tiny"] = tiny_dataset
    REFERENCE_SETS["tiny"] = ReferenceSet(
        lambda count, seed, cache: tiny_images(seed + 50, count or 15),
        lambda count, seed, cache: CAPTIONS[: count or None],
        lambda count, seed, cache: PAIRS[: count or None],
    )


def _merges() -> list[str]:
    """The heading of open_clip's vocabulary, and the pairs that it joins first."""
    from open_clip.tokenizer import default_bpe

    with gzip.open(default_bpe(), "rt", encoding="utf-8") as lines:
        return [line.rstrip("\n") for line in islice(lines, 1 + MERGES)]


def silent(done: int, total: int) -> None:
    assert 0 <= done <= total


def tiny_set_up(**changes: Any) -> SetUp:  # noqa: ANN401
    specs = tuple(DatasetSpec(name, "tiny", data_seed=seed) for seed, name in enumerate(("first", "second", "third")))
    return replace(SetUp(ModelSpec(TINY), specs, seed=7, device="cpu", threads=1), **changes)


@pytest.fixture
def new_session(tmp_path: Path) -> Callable[..., Session]:
    """Makes sessions that are set up; each is as good as a new process."""

    def make(**changes: Any) -> Session:  # noqa: ANN401
        session = Session()
        session.execute(tiny_set_up(**{"cache_folder": str(tmp_path / "cache"), **changes}), silent)
        return session

    return make


@pytest.fixture
def session(new_session: Callable[..., Session]) -> Session:
    return new_session()


def to_double(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a fresh session compute in float64, where a comparison sees formulas and hardly any rounding.

    Two float32 computations of the same updates drift apart by an amount that depends on the processor's kernels.
    """
    state = session._state
    assert state is not None
    state.model.module.double()
    state.model.module.visual.register_forward_pre_hook(lambda _, inputs: tuple(x.double() for x in inputs))
    state.model = replace(
        state.model,
        mean=state.model.mean.double(),
        std=state.model.std.double(),
        scale=state.model.module.logit_scale.detach().exp().reshape(()),
    )
    state.slots = Slots(state.model.parameters)

    def float_or_double(tensor: torch.Tensor) -> torch.Tensor:
        return tensor if tensor.dtype == torch.float64 else tensor.to(torch.float32)

    monkeypatch.setattr(torch.Tensor, "float", float_or_double)


def zscl_task(**changes: Any) -> BeginTask:  # noqa: ANN401
    return replace(
        BeginTask(
            task=0,
            dataset="first",
            objective=Objective(text_sample=4),
            teacher_slot="initial",
            anchor_slot="initial",
            reference_images=ImageSource("set", "tiny"),
            reference_texts=TextSource("set", "tiny"),
        ),
        **changes,
    )


def segment(first: int, updates: int, weights: LossWeights, **changes: Any) -> Train:  # noqa: ANN401
    rates = tuple(1e-3 * (1 + 0.1 * u) for u in range(first, first + updates))
    return replace(Train(0, first, rates, weights, batch_size=6, reference_batch_size=5), **changes)


ZSCL = LossWeights(ce=1.0, lambda_image=1.0, lambda_text=1.0, wc=1.0)

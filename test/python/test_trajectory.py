"""Some updates of every recipe against a plain loop that shares none of the training code (plain.py)."""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import dataclass, field, replace

import pytest
import torch
from conftest import CAPTIONS, segment, silent, tiny_images, to_double, zscl_task
from plain import Plain, tokenizer
from torch import Tensor

from zscl import randomness
from zscl.commands import (
    BeginTask,
    Combine,
    ImageSource,
    Lerp,
    LossRow,
    LossWeights,
    Objective,
    Optimiser,
    Remember,
    TextSource,
    TrainDone,
    WeightedSlot,
)
from zscl.model.clip import text_tower
from zscl.session import Session

SET, CURRENT = ImageSource("set", "tiny"), ImageSource("current-task")
CAPTION_SET, PROMPTS = TextSource("set", "tiny"), TextSource("class-prompts", datasets=("first",))


@dataclass(frozen=True)
class Recipe:
    weights: LossWeights
    images: ImageSource = field(default_factory=ImageSource)
    texts: TextSource = field(default_factory=TextSource)
    objective: Objective = field(default_factory=lambda: Objective(text_sample=4))
    average: bool = False


RECIPES = {
    "finetune": Recipe(LossWeights()),
    "wc": Recipe(LossWeights(wc=0.5)),
    "lwf": Recipe(LossWeights(lambda_image=1, lambda_text=1), CURRENT, PROMPTS),
    "lwf-vr": Recipe(LossWeights(lambda_image=1, lambda_text=1), CURRENT, TextSource("random-tokens", "", 9, 3, 5)),
    "icarl": Recipe(LossWeights(lambda_image=1), ImageSource("memory"), PROMPTS),
    "zscl-minus": Recipe(LossWeights(lambda_image=1, lambda_text=1), SET, CAPTION_SET),
    "zscl": Recipe(LossWeights(lambda_image=1, lambda_text=1, wc=1), SET, CAPTION_SET, average=True),
    "zscl, encoder": Recipe(
        LossWeights(lambda_image=1, lambda_text=2), SET, CAPTION_SET, Objective(text_term="encoder", text_sample=4)
    ),
    "zscl, as printed": Recipe(
        LossWeights(lambda_image=1, lambda_text=0.5), SET, CAPTION_SET, Objective(direction="as-printed")
    ),
    "feature": Recipe(LossWeights(lambda_feature=50), SET),
    "image-image": Recipe(LossWeights(lambda_image_image=1), SET),
    "all terms": Recipe(LossWeights(0.5, 2, 3, 40, 1, 0.1), ImageSource("noise", "", 11, 2), CAPTION_SET, average=True),
}


# Adam with a tiny epsilon turns the sign of a rounding error into a whole step; with this one, rounding stays small.
SMOOTH = Optimiser(beta1=0.8, beta2=0.99, epsilon=1e-3, weight_decay=0.02)


def begin(recipe: Recipe) -> BeginTask:
    return zscl_task(
        reference_images=recipe.images,
        reference_texts=recipe.texts,
        objective=recipe.objective,
        optimiser=SMOOTH,
    )


def plain_loop(session: Session, recipe: Recipe) -> Plain:
    state = session._state
    assert state is not None
    module = copy.deepcopy(state.model.module)
    dataset = state.datasets["first"]
    texts = None
    match recipe.texts.kind:
        case "set":
            texts = tokenizer()(CAPTIONS)
        case "class-prompts":
            texts = tokenizer()([dataset.templates[0].format(name) for name in dataset.classes])
        case "random-tokens":
            cut = state.task.references.tokens if state.task else None
            assert cut is not None
            texts = torch.zeros(len(cut), 40, dtype=torch.int64)
            texts[:, : cut.shape[1]] = cut
    images = None
    match recipe.images.kind:
        case "set":
            images = tiny_images(50, 15)
        case "memory":
            images = state.datasets["second"].train_images[state.memory[9].indices]
        case "noise":
            images = torch.from_numpy(randomness.noise_images(2, 11, 32))
    return Plain(module, dataset, begin(recipe), images, texts, seed=7, sizes=(6, 5))


def train_both(session: Session, recipe: Recipe, updates: int) -> tuple[Plain, list[float], list[float]]:
    """The first updates in the session and in the plain loop; the totals of both."""
    if recipe.images.kind == "memory":
        session.execute(Remember(9, "second", "initial", 8), silent)
    session.execute(begin(recipe), silent)
    plain = plain_loop(session, recipe)
    session.execute(Combine("average-4", (WeightedSlot("trained", 1.0),)), silent)
    rows: list[LossRow] = []
    for first in range(0, updates, 4):
        current = recipe.images.kind == "current-task"
        command = replace(segment(first, 4, recipe.weights), reference_batch_size=6 if current else 5)
        done = session.execute(command, silent)
        assert isinstance(done, TrainDone)
        rows += done.losses
        session.execute(Lerp("average-4", "trained", 1 / (first // 4 + 2)), silent)
    rates = segment(0, updates, recipe.weights).learning_rates
    expected = [plain.update(u, rates[u], recipe.weights, every=4) for u in range(updates)]
    return plain, [row.total for row in rows], expected


@pytest.mark.parametrize("name", RECIPES)
def test_twenty_updates_in_double_precision_are_those_of_the_plain_loop(
    name: str, new_session: Callable[..., Session], monkeypatch: pytest.MonkeyPatch
) -> None:
    session = new_session()
    to_double(session, monkeypatch)
    plain, totals, expected = train_both(session, RECIPES[name], updates=20)

    # Rows of a report and the teacher's tables are float32 all the same; what is left of the weights is up to 1.2e-8.
    assert totals == pytest.approx(expected, rel=2e-7)
    assert_close(session, "trained", [p.detach() for p in plain.trained()], plain, 1e-7)
    assert_close(session, "average-4", plain.average(), plain, 1e-7)


@pytest.mark.parametrize("name", RECIPES)
def test_twelve_updates_in_single_precision_give_the_weights_and_losses_of_the_plain_loop(
    name: str, new_session: Callable[..., Session]
) -> None:
    # While student and teacher still agree, the gradient of distillation is rounding alone, which every CPU does in its
    # own way and training amplifies: up to 2e-6 after 12 updates and 8e-6 after 20 where this was measured.
    session = new_session()
    plain, totals, expected = train_both(session, RECIPES[name], updates=12)

    assert totals == pytest.approx(expected, rel=1e-5)
    assert_close(session, "trained", [p.detach() for p in plain.trained()], plain, 1e-5)
    assert_close(session, "average-4", plain.average(), plain, 1e-5)


def assert_close(session: Session, slot: str, wanted: list[Tensor], plain: Plain, tolerance: float) -> None:
    """All weights together equal in norm to `tolerance`, and moved by training by far more than that."""
    assert session._state is not None
    got = session._state.slots.get(slot)
    names = [name for name, _ in plain.module.named_parameters() if name != "logit_scale"]
    assert names == list(got)
    mine = torch.cat([got[name].detach().flatten() for name in names])
    theirs, start = (torch.cat([value.flatten() for value in values]) for values in (wanted, plain.start))
    size = float(theirs.norm())
    assert float((mine - theirs).norm()) <= tolerance * size
    assert float((theirs - start).norm()) > 2e-3 * size


def run(session: Session, weights: LossWeights, task: BeginTask, updates: int = 6) -> str:
    session.execute(task, silent)
    session.execute(segment(0, updates, weights), silent)
    assert session._state is not None
    return session._state.slots.digest("trained")


def test_lambda_zero_equals_finetune_bit_for_bit(new_session: Callable[..., Session]) -> None:
    finetune = run(new_session(), LossWeights(), BeginTask(0, "first"))
    zero = run(new_session(), LossWeights(lambda_image=0.0, lambda_text=0.0, wc=0.0), zscl_task())
    assert zero == finetune
    assert run(new_session(), LossWeights(lambda_image=1e-3), zscl_task()) != finetune


def test_segments_may_be_cut_anywhere_without_changing_a_bit(new_session: Callable[..., Session]) -> None:
    weights = LossWeights(lambda_image=1, lambda_text=1, wc=1)
    whole = run(new_session(), weights, zscl_task(), updates=6)
    session = new_session()
    session.execute(zscl_task(), silent)
    for first, count in ((0, 1), (1, 3), (4, 2)):
        session.execute(segment(first, count, weights), silent)
    assert session._state is not None
    assert session._state.slots.digest("trained") == whole


def test_the_transposed_text_term_gives_the_text_encoder_no_gradient_and_the_encoder_term_does(
    new_session: Callable[..., Session],
) -> None:
    moved = {}
    for text_term in ("transposed", "encoder"):
        session = new_session()
        task = zscl_task(objective=Objective(text_term=text_term, text_sample=4))
        run(session, LossWeights(ce=0, lambda_text=1), task, updates=2)
        assert session._state is not None
        slots = session._state.slots
        initial, trained = slots.get("initial"), slots.get("trained")
        moved[text_term] = {part: False for part in ("image", "text")}
        for name in trained:
            part = "image" if name.startswith("visual.") else "text"
            moved[text_term][part] |= not torch.equal(initial[name], trained[name])
    assert moved == {"transposed": {"image": True, "text": False}, "encoder": {"image": False, "text": True}}


@pytest.mark.parametrize(("trains", "other"), [("image", "text"), ("text", "image")])
def test_only_the_part_that_trains_changes(trains: str, other: str, new_session: Callable[..., Session]) -> None:
    session = new_session(trains=trains)
    assert session._state is not None
    module = session._state.model.module
    before = {name: p.detach().clone() for name, p in module.named_parameters()}
    run(session, LossWeights(lambda_image=1, lambda_text=1, wc=0.1), zscl_task())
    changed = {
        "image" if name.startswith("visual.") else "text"
        for name, p in module.named_parameters()
        if not torch.equal(before[name], p)
    }
    assert changed == {trains}, other
    assert torch.equal(before["logit_scale"], dict(module.named_parameters())["logit_scale"])
    assert text_tower(module) is module


def test_the_number_of_images_counts_training_and_reference_images(session: Session) -> None:
    session.execute(zscl_task(), silent)
    with_references = session.execute(segment(0, 3, LossWeights(lambda_image=1)), silent)
    without = session.execute(segment(3, 2, LossWeights()), silent)
    assert isinstance(with_references, TrainDone)
    assert isinstance(without, TrainDone)
    assert (with_references.images, without.images) == (3 * (6 + 5), 2 * 6)


def test_bf16_trains_near_float32_and_keeps_float32_weights(new_session: Callable[..., Session]) -> None:
    totals = {}
    for precision in ("fp32", "bf16"):
        session = new_session(precision=precision)
        session.execute(zscl_task(), silent)
        done = session.execute(segment(0, 4, LossWeights(lambda_image=1)), silent)
        assert isinstance(done, TrainDone)
        totals[precision] = [row.total for row in done.losses]
        assert session._state is not None
        assert {p.dtype for p in session._state.slots.get("trained").values()} == {torch.float32}
    assert totals["bf16"] == pytest.approx(totals["fp32"], rel=0.03)
    assert totals["bf16"] != totals["fp32"]

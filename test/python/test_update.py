"""Micro-batches keep the update: same losses, same gradient, for every term and both towers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import torch
from conftest import ZSCL, segment, silent, to_double, zscl_task
from torch import Tensor

from zscl.commands import ImageSource, LossWeights, Objective, Optimiser, TextSource, TrainDone
from zscl.ranks import Ranks
from zscl.session import Session
from zscl.training import losses
from zscl.training.student import Student

ALL_TERMS = LossWeights(0.5, 2, 3, 40, 1, 0.1)
ENCODER = Objective(text_term="encoder", text_sample=7)
SMOOTH = Optimiser(beta1=0.8, beta2=0.99, epsilon=1e-3, weight_decay=0.02)


def updates(
    session: Session, weights: LossWeights, objective: Objective, images: ImageSource, micro_batch: int
) -> tuple[dict[str, Tensor], list[float]]:
    session.execute(zscl_task(objective=objective, reference_images=images, optimiser=SMOOTH), silent)
    done = session.execute(replace(segment(0, 3, weights), micro_batch=micro_batch), silent)
    assert isinstance(done, TrainDone)
    assert session._state is not None
    return {n: p.detach().clone() for n, p in session._state.model.parameters.items()}, [r.total for r in done.losses]


@pytest.mark.parametrize("images", [ImageSource("set", "tiny"), ImageSource("current-task")], ids=lambda i: i.kind)
@pytest.mark.parametrize("objective", [Objective(), ENCODER], ids=lambda o: o.text_term)
@pytest.mark.parametrize("micro_batch", [1, 3, 4])
def test_an_update_in_micro_batches_is_the_update_at_once(
    micro_batch: int,
    objective: Objective,
    images: ImageSource,
    new_session: Callable[..., Session],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    plain_session, parts_session = new_session(), new_session()
    to_double(plain_session, monkeypatch)
    to_double(parts_session, monkeypatch)
    plain, totals = updates(plain_session, ALL_TERMS, objective, images, 0)
    parts, same_totals = updates(parts_session, ALL_TERMS, objective, images, micro_batch)
    assert same_totals == pytest.approx(totals, rel=2e-7)
    for name, value in plain.items():
        torch.testing.assert_close(parts[name], value, rtol=1e-6, atol=1e-8, msg=name)


@pytest.mark.parametrize("micro_batch", [1, 4])
def test_an_adaptive_update_in_micro_batches_is_the_update_at_once(
    micro_batch: int, new_session: Callable[..., Session], monkeypatch: pytest.MonkeyPatch
) -> None:
    weights = LossWeights(1, 1, 1, 0, 0, 0.5, 0.25)
    objective = Objective(text_term="paired", consolidation="adaptive")
    found = []
    for size in (0, micro_batch):
        session = new_session()
        to_double(session, monkeypatch)
        session.execute(zscl_task(objective=objective, reference_texts=TextSource("paired"), optimiser=SMOOTH), silent)
        done = session.execute(replace(segment(0, 3, weights), micro_batch=size), silent)
        assert isinstance(done, TrainDone)
        assert session._state is not None
        found.append((session._state.model.parameters, [(row.alignment, row.wc, row.total) for row in done.losses]))
    (plain, rows), (parts, same_rows) = found
    assert same_rows[1:] == [pytest.approx(row, rel=2e-7) for row in rows[1:]]
    assert all(value > 0 for row in rows[1:] for value in row)
    for name, value in plain.items():
        torch.testing.assert_close(parts[name], value, rtol=1e-6, atol=1e-8, msg=name)


@pytest.mark.parametrize("trains", ["whole", "image", "text"])
def test_micro_batches_agree_in_single_precision_whichever_part_trains(
    trains: str, new_session: Callable[..., Session]
) -> None:
    images = ImageSource("set", "tiny")
    plain, totals = updates(new_session(trains=trains), ZSCL, ENCODER, images, 0)
    parts, same_totals = updates(new_session(trains=trains), ZSCL, ENCODER, images, 2)
    assert same_totals == pytest.approx(totals, rel=1e-5)
    for name, value in plain.items():
        torch.testing.assert_close(parts[name], value, rtol=1e-4, atol=2e-6, msg=name)


def test_a_micro_batch_as_large_as_the_batch_changes_no_bit(new_session: Callable[..., Session]) -> None:
    images = ImageSource("set", "tiny")
    plain, totals = updates(new_session(), ZSCL, Objective(), images, 0)
    parts, same_totals = updates(new_session(), ZSCL, Objective(), images, 1000)
    assert totals == same_totals
    assert all(torch.equal(parts[name], value) for name, value in plain.items())


def test_no_encoding_ever_sees_more_than_a_micro_batch() -> None:
    sizes: list[int] = []
    weight = torch.ones(3, requires_grad=True)

    def encode(part: Tensor) -> Tensor:
        sizes.append(len(part))
        return part * weight

    student = Student(4, Ranks(), [weight], torch.empty(0, 3))
    inputs = torch.arange(30.0).view(10, 3)
    (embeddings,) = student.encode(encode, inputs, [10])
    student.backward((embeddings**2).sum())
    assert sizes == [4, 4, 2, 4, 4, 2]
    torch.testing.assert_close(weight.grad, 2 * (inputs**2).sum(dim=0))


def test_with_bf16_only_the_towers_leave_float32(
    new_session: Callable[..., Session], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = new_session(precision="bf16")
    assert session._state is not None
    inside: set[torch.dtype] = set()
    terms = losses.terms
    blocks = session._state.model.module.visual.transformer.resblocks[0].mlp.c_fc
    blocks.register_forward_hook(lambda _, __, out: inside.add(out.dtype))

    def watch(e: losses.Embeddings, *rest: object) -> dict[str, Tensor]:
        tensors = [v for v in vars(e).values() if isinstance(v, Tensor) and v.is_floating_point()]
        found = terms(e, *rest)  # type: ignore[arg-type]
        assert {v.dtype for v in (*tensors, *found.values())} == {torch.float32}
        return found

    monkeypatch.setattr(losses, "terms", watch)
    weights, _ = updates(session, ALL_TERMS, Objective(), ImageSource("set", "tiny"), 0)
    assert inside == {torch.bfloat16}
    assert {value.dtype for value in weights.values()} == {torch.float32}

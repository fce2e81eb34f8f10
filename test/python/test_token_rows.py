"""Updates of only the token rows in use end with the weights, moments and losses of updates of the whole table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import torch
from conftest import ZSCL, segment, silent, zscl_task
from torch import Tensor, nn

from zscl.commands import (
    BeginTask,
    Combine,
    Lerp,
    LossWeights,
    Objective,
    Optimiser,
    Restore,
    Save,
    SaveDone,
    TextSource,
    TrainDone,
    WeightedSlot,
    ZsclError,
)
from zscl.session import Session
from zscl.training import token_rows
from zscl.training.moments import optimiser_tensors
from zscl.training.task import Task

TABLE = "token_embedding.weight"
ENCODER = Objective(text_term="encoder", text_sample=4)
SAMPLED = TextSource("random-tokens", count=20, length=3, data_seed=1)  # of the first task: rows that move and are left
TASKS: dict[str, tuple[list[BeginTask], LossWeights]] = {
    "pulled towards the weights before": ([zscl_task(objective=ENCODER)], ZSCL),
    "pulled towards the initial model, from which rows of no text have moved": (
        [zscl_task(objective=ENCODER, reference_texts=SAMPLED, anchor_slot=""), zscl_task(task=1, dataset="second")],
        ZSCL,
    ),
    "not pulled": ([zscl_task(anchor_slot="")], replace(ZSCL, wc=0.0)),
    "the text encoder gets no gradient": ([zscl_task()], LossWeights(0, 0, 0, 1, 0, 0)),
    "pairs": (
        [zscl_task(objective=Objective(text_term="paired"), reference_texts=TextSource("paired"))],
        LossWeights(1, 1, 1, 0, 0, 0.5, 0.25),
    ),
}


def of(session: Session) -> tuple[dict[str, Tensor], dict[str, Tensor]]:
    """Weights and moments."""
    assert session._state is not None
    assert session._state.task is not None
    weights = {name: parameter.detach().clone() for name, parameter in session._state.model.parameters.items()}
    return weights, {name: value.clone() for name, value in optimiser_tensors(session._state.task).items()}


def trained(session: Session, tasks: list[BeginTask], weights: LossWeights, **changes: int) -> list[dict[str, float]]:
    rows = []
    for number, spec in enumerate(tasks):
        session.execute(spec, silent)
        own = weights if spec.anchor_slot else replace(weights, wc=0.0)
        for first in (0, 3):
            done = session.execute(replace(segment(first, 3, own), task=number, **changes), silent)
            assert isinstance(done, TrainDone)
            rows += [vars(row) for row in done.losses]
    return rows


def require_equal(found: dict[str, Tensor], expected: dict[str, Tensor]) -> None:
    assert found.keys() == expected.keys()
    assert [name for name, value in expected.items() if not torch.equal(found[name], value)] == []


@pytest.mark.parametrize("micro_batch", [0, 2])
@pytest.mark.parametrize("name", TASKS)
def test_weights_moments_and_losses_are_those_of_updates_of_the_whole_table(
    name: str, micro_batch: int, new_session: Callable[..., Session], monkeypatch: pytest.MonkeyPatch
) -> None:
    session, whole = new_session(), new_session()
    seen: list[int] = []
    part = token_rows.RowsInUse

    def noted(table: nn.Parameter, rows_K: Tensor) -> token_rows.RowsInUse:
        seen.append(len(rows_K))
        return part(table, rows_K)

    monkeypatch.setattr(token_rows, "RowsInUse", noted)
    rows = trained(session, *TASKS[name], micro_batch=micro_batch)
    assert seen
    assert all(0 < count < 100 for count in seen)
    monkeypatch.setattr(token_rows, "_rows_in_use", lambda task, name: None)
    expected = trained(whole, *TASKS[name], micro_batch=micro_batch)
    assert len(seen) == 2 * len(TASKS[name][0])
    for mine, theirs in zip(of(session), of(whole), strict=True):
        require_equal(mine, theirs)
    assert rows == [pytest.approx(row, rel=1e-5) for row in expected]


def test_a_row_that_only_the_anchor_pulls_moves(new_session: Callable[..., Session]) -> None:
    session = new_session()
    tasks, weights = TASKS["pulled towards the initial model, from which rows of no text have moved"]
    trained(session, tasks[:1], weights)
    (before, _) = of(session)
    trained(session, [replace(tasks[1], task=0)], weights)
    assert session._state is not None
    task = session._state.task
    assert task is not None
    assert task.references.tokens is not None
    texts = {*task.class_tokens.flatten().tolist(), *task.references.tokens.flatten().tolist()}
    changed = (of(session)[0][TABLE] != before[TABLE]).any(dim=1).nonzero().flatten().tolist()
    assert {*changed} - texts


def test_a_row_that_only_its_moments_carry_on_moves(new_session: Callable[..., Session]) -> None:
    """As after a restore where it lies exactly on the anchor."""
    session = new_session()
    trained(session, [zscl_task(objective=ENCODER)], ZSCL)
    (before, _) = of(session)
    assert session._state is not None
    task = session._state.task
    assert task is not None
    far = len(before[TABLE]) - 3
    table = session._state.model.parameters[TABLE]
    assert not task.optimiser.state[table]["exp_avg"][far].any()
    task.optimiser.state[table]["exp_avg"][far] = 0.1
    task.token_rows = None
    session.execute(segment(6, 1, ZSCL), silent)
    assert (of(session)[0][TABLE][far] != before[TABLE][far]).all()


def pulled(session: Session, again: Callable[[BeginTask], Session] | None = None) -> Session:
    """A task after one that moved rows of no text; in its middle a sample pulls all weights towards the initial."""
    trained(session, [zscl_task(objective=ENCODER, reference_texts=SAMPLED, anchor_slot="")], ZSCL)
    session.execute(Combine("task-start", (WeightedSlot("trained", 1.0),)), silent)
    spec = zscl_task(task=1, dataset="second", anchor_slot="task-start")
    session.execute(spec, silent)
    session.execute(replace(segment(0, 3, ZSCL), task=1), silent)
    session.execute(Lerp("trained", "initial", 0.5), silent)
    session = session if again is None else again(spec)
    session.execute(replace(segment(3, 3, ZSCL), task=1), silent)
    return session


def test_rows_that_another_command_takes_from_their_anchor_are_pulled_back(
    new_session: Callable[..., Session], monkeypatch: pytest.MonkeyPatch
) -> None:
    session = pulled(new_session())
    monkeypatch.setattr(token_rows, "_rows_in_use", lambda task, name: None)
    for mine, theirs in zip(of(session), of(pulled(new_session())), strict=True):
        require_equal(mine, theirs)


def test_what_is_restored_after_such_a_command_goes_on_with_the_same_bits(
    new_session: Callable[..., Session], tmp_path: Path
) -> None:
    session = new_session()

    def again(spec: BeginTask) -> Session:
        (tmp_path / "save").mkdir()
        slots = ("trained", "initial", "task-start")
        saved = session.execute(Save(str(tmp_path / "save"), slots, optimiser=True), silent)
        assert isinstance(saved, SaveDone)
        fresh = new_session()
        fresh.execute(Restore(str(tmp_path / "save"), saved.files, spec), silent)
        return fresh

    for mine, theirs in zip(of(pulled(session, again)), of(pulled(new_session())), strict=True):
        require_equal(mine, theirs)


@pytest.mark.parametrize("segments", [0, 1])
def test_where_memory_ends_before_the_first_update_nothing_has_changed(
    segments: int, new_session: Callable[..., Session], monkeypatch: pytest.MonkeyPatch
) -> None:
    session, plain = new_session(), new_session()
    for one in (session, plain):
        one.execute(zscl_task(), silent)
        for first in range(segments):
            one.execute(segment(first, 1, ZSCL), silent)
    take_all = token_rows.Narrowed.__init__

    def full(self: token_rows.Narrowed, task: Task, name: str, rows_K: Tensor) -> None:
        take_all(self, task, name, rows_K)
        raise MemoryError

    with monkeypatch.context() as patch:
        patch.setattr(token_rows.Narrowed, "__init__", full)
        with pytest.raises(ZsclError, match="out of memory") as caught:
            session.execute(segment(segments, 2, ZSCL), silent)
    assert caught.value.state_good
    assert session._state is not None
    assert isinstance(session._state.model.module.token_embedding, nn.Embedding)
    for one in (session, plain):
        one.execute(segment(segments, 2, ZSCL), silent)
    for mine, theirs in zip(of(session), of(plain), strict=True):
        require_equal(mine, theirs)


def test_what_is_restored_goes_on_with_the_same_bits(new_session: Callable[..., Session], tmp_path: Path) -> None:
    tasks, weights = TASKS["pulled towards the initial model, from which rows of no text have moved"]
    session = new_session()
    trained(session, tasks, weights)
    (tmp_path / "save").mkdir()
    saved = session.execute(Save(str(tmp_path / "save"), ("trained", "initial"), optimiser=True), silent)
    assert isinstance(saved, SaveDone)
    fresh = new_session()
    fresh.execute(Restore(str(tmp_path / "save"), saved.files, tasks[1]), silent)
    more = replace(segment(6, 4, weights), task=1)
    assert fresh.execute(more, silent) == session.execute(more, silent)
    for mine, theirs in zip(of(fresh), of(session), strict=True):
        require_equal(mine, theirs)


@pytest.mark.parametrize(
    ("spec", "weights", "trains"),
    [
        (zscl_task(optimiser=Optimiser(0.9, 0.999, 1e-8, 0.1)), ZSCL, "whole"),
        (zscl_task(objective=Objective(consolidation="adaptive")), ZSCL, "whole"),
        (zscl_task(), ZSCL, "image"),
    ],
    ids=["weight decay", "adaptive", "the image tower alone"],
)
def test_the_whole_table_is_updated_where_all_of_it_counts(
    spec: BeginTask,
    weights: LossWeights,
    trains: str,
    new_session: Callable[..., Session],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(token_rows, "RowsInUse", None)
    session = new_session(trains=trains)
    trained(session, [spec], weights)
    assert session._state is not None
    assert (TABLE in session._state.model.parameters) == (trains == "whole")


def test_weight_decay_reaches_rows_that_no_text_uses(new_session: Callable[..., Session]) -> None:
    session = new_session()
    (before, _) = start(session)
    trained(session, [zscl_task(optimiser=Optimiser(0.9, 0.999, 1e-8, 0.1))], ZSCL)
    assert (of(session)[0][TABLE] != before[TABLE]).any(dim=1).all()


def start(session: Session) -> tuple[dict[str, Tensor], dict[str, Tensor]]:
    session.execute(zscl_task(), silent)
    return of(session)


def test_an_update_that_fails_leaves_the_whole_table_in_its_place(
    new_session: Callable[..., Session], monkeypatch: pytest.MonkeyPatch
) -> None:
    session = new_session()
    trained(session, [zscl_task()], ZSCL)
    assert session._state is not None
    model = session._state.model
    table, before = model.parameters[TABLE], of(session)
    with pytest.raises(ZsclError, match="the loss of task 0, update 6"):
        session.execute(segment(6, 1, replace(ZSCL, ce=float("inf"))), silent)
    assert model.parameters[TABLE] is table
    assert isinstance(model.module.token_embedding, nn.Embedding)
    for mine, theirs in zip(of(session), before, strict=True):
        require_equal(mine, theirs)


def test_a_token_that_is_not_in_use_is_an_error_and_never_another_word() -> None:
    part = token_rows.RowsInUse(nn.Parameter(torch.rand(10, 2)), torch.tensor([2, 5]))
    assert part(torch.tensor([[5, 2]])).shape == (1, 2, 2)
    with pytest.raises(IndexError):
        part(torch.tensor([[3]]))

"""The optimiser in a checkpoint: of the token table only the rows that have moments."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import torch
from conftest import ZSCL, segment, silent, zscl_task
from torch import Tensor

from zscl.commands import Optimiser, ZsclError
from zscl.session import Session
from zscl.training.moments import load_optimiser, optimiser_tensors
from zscl.training.task import MOMENTS, Task

TABLE = "token_embedding.weight"


def trained(session: Session, **changes: object) -> Task:
    session.execute(zscl_task(**changes), silent)
    session.execute(segment(0, 3, ZSCL), silent)
    return begun(session)


def begun(session: Session) -> Task:
    assert session._state is not None
    assert session._state.task is not None
    return session._state.task


def whole(task: Task) -> dict[str, Tensor]:
    """As it lies in checkpoints of before."""
    return {
        f"{kind}/{name}": value.clone()
        for name, parameter in task.model.parameters.items()
        for kind, value in task.optimiser.state[parameter].items()
    }


def test_of_the_token_table_the_rows_with_moments_are_kept(new_session: Callable[..., Session]) -> None:
    task = trained(new_session())
    found, before = optimiser_tensors(task), whole(task)
    rows = found[f"rows/{TABLE}"]
    assert 0 < len(rows) < 100
    assert found.keys() - before.keys() == {f"rows/{TABLE}"}
    for kind in MOMENTS:
        kept = found.pop(f"{kind}/{TABLE}")
        assert torch.equal(kept, before[f"{kind}/{TABLE}"][rows])
        assert before[f"{kind}/{TABLE}"].count_nonzero() == kept.count_nonzero() > 0
    assert all(torch.equal(value, before[key]) for key, value in found.items() if key != f"rows/{TABLE}")


@pytest.mark.parametrize(
    "written", [optimiser_tensors, whole], ids=["rows", "the whole table, as it was written before"]
)
def test_what_was_written_is_read(
    written: Callable[[Task], dict[str, Tensor]], new_session: Callable[..., Session]
) -> None:
    task, session = trained(new_session()), new_session()
    session.execute(zscl_task(), silent)
    load_optimiser(begun(session), written(task))
    before, after = whole(task), whole(begun(session))
    assert after.keys() == before.keys()
    assert all(torch.equal(after[key], value) for key, value in before.items())


def test_where_most_rows_have_moments_all_are_written(new_session: Callable[..., Session]) -> None:
    task = trained(new_session(), optimiser=Optimiser(weight_decay=0.1))  # which takes all of them from the anchor
    found, before = optimiser_tensors(task), whole(task)
    assert found.keys() == before.keys()
    assert all(torch.equal(found[key], value) for key, value in before.items())


@pytest.mark.parametrize(
    "change",
    [lambda rows: rows + 10_000, lambda rows: rows - 10_000, lambda rows: rows[1:]],
    ids=["too high", "negative", "too few"],
)
def test_rows_of_another_model_are_refused(
    change: Callable[[Tensor], Tensor], new_session: Callable[..., Session]
) -> None:
    task = trained(new_session())
    found = optimiser_tensors(task)
    found[f"rows/{TABLE}"] = change(found[f"rows/{TABLE}"])
    with pytest.raises(ZsclError, match=rf"does not fit this model: `exp_avg/{TABLE}` \(\d+, 8\)"):
        load_optimiser(task, found)

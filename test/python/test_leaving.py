"""A command that is left half-way changes nothing: what comes after it has the bits that it would have had."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import torch
from conftest import ZSCL, segment, silent, tiny_set_up, zscl_task

from zscl.commands import (
    BeginTask,
    Command,
    Done,
    Evaluate,
    Outcome,
    Remember,
    Restore,
    Save,
    SaveDone,
    SetUp,
    ZsclError,
)
from zscl.session import Session
from zscl_worker.control import Status
from zscl_worker.convert import to_command
from zscl_worker.loop import LeftError, Worker
from zscl_worker.ranked import never_leaving

EPOCH = 3


class LeavesAt:
    """Progress that leaves when it is told of the `call`th step, from 1."""

    def __init__(self, call: int) -> None:
        self.call, self.heard = call, 0

    def __call__(self, done: int, total: int) -> None:
        self.heard += 1
        if self.heard == self.call:
            raise LeftError


def left_at_every_step(session: Session, command: Command) -> Outcome:
    """Leaves `command` at its first step, its second and so on, until it comes to its end."""
    for call in range(1, 1000):
        try:
            return session.execute(command, LeavesAt(call))
        except LeftError:
            continue
    raise AssertionError


def state_of(session: Session) -> tuple[object, ...]:
    state = session._state
    assert state is not None
    return {name: state.slots.digest(name) for name in state.slots.names()}, {
        task: known.indices.tolist() for task, known in state.memory.items()
    }


SEQUENCE: list[Command] = [
    Evaluate("initial", "first", 5),
    zscl_task(),
    segment(0, 3, ZSCL),
    Evaluate("trained", "second", 4),
    Remember(0, "first", "trained", 6),
    zscl_task(dataset="second"),
    segment(0, 3, ZSCL),
]


def test_a_run_whose_commands_are_left_and_done_again_has_the_same_bits(new_session: Callable[..., Session]) -> None:
    disturbed, plain = new_session(), new_session(cache_folder="")
    for command in SEQUENCE:
        trains = not isinstance(command, Evaluate | BeginTask | Remember)
        found = disturbed.execute(command, silent) if trains else left_at_every_step(disturbed, command)
        assert found == plain.execute(command, silent)
    assert state_of(disturbed) == state_of(plain)
    assert disturbed._state is not None
    assert plain._state is not None
    assert all(
        torch.equal(value, plain._state.model.parameters[name])
        for name, value in disturbed._state.model.parameters.items()
    )


def test_a_set_up_that_was_left_can_come_again() -> None:
    session = Session()
    with pytest.raises(LeftError):
        session.execute(tiny_set_up(), LeavesAt(2))
    with pytest.raises(ZsclError, match="before SetUp"):
        session.execute(Evaluate("initial", "first", 5), silent)
    session.execute(tiny_set_up(), silent)
    session.execute(Evaluate("initial", "first", 5), silent)


def test_a_restore_that_was_left_is_done_again_by_another_worker(
    new_session: Callable[..., Session], tmp_path: Path
) -> None:
    session = new_session()
    for command in SEQUENCE[:3]:
        session.execute(command, silent)
    (tmp_path / "save").mkdir()
    saved = session.execute(Save(str(tmp_path / "save"), ("trained", "initial"), optimiser=True), silent)
    assert isinstance(saved, SaveDone)
    restore = Restore(str(tmp_path / "save"), saved.files, zscl_task())
    with pytest.raises(LeftError):
        new_session(cache_folder="").execute(restore, LeavesAt(1))
    fresh = new_session()
    fresh.execute(restore, silent)
    assert fresh.execute(segment(3, 3, ZSCL), silent) == session.execute(segment(3, 3, ZSCL), silent)


class Steps:
    """A session that tells of two steps and is told to leave after the first."""

    def __init__(self, status: Status) -> None:
        self.status, self.ended = status, 0

    def execute(self, command: Command, progress: Callable[[int, int], object]) -> Outcome:
        progress(1, 2)
        self.status.abandoned_through = self.status.cancelled_through = 1
        progress(2, 2)
        self.ended += 1
        return Done()


def answered(command: Command) -> tuple[str | None, int]:
    """What a worker answers that is asked to abandon `command`, and whether the session came to its end."""
    status = Status()
    session = Steps(status)
    worker = Worker(EPOCH, status, lambda command: session)
    frame = to_command(command)
    frame.epoch, frame.sequence = EPOCH, 1
    report = worker.answer(frame.SerializeToString())
    assert worker.last_failure == 0
    return report.WhichOneof("outcome"), session.ended


@pytest.mark.parametrize("command", [tiny_set_up(), *SEQUENCE[:2], SEQUENCE[4]], ids=lambda c: type(c).__name__)
def test_what_can_be_done_again_is_left_and_answered_with_cancelled(command: SetUp | BeginTask | Evaluate) -> None:
    assert answered(command) == ("cancelled", 0)


@pytest.mark.parametrize(
    "command", [SEQUENCE[2], Save("folder", ("trained",), optimiser=False)], ids=lambda c: type(c).__name__
)
def test_what_changes_something_comes_to_its_end(command: Command) -> None:
    outcome, ended = answered(command)
    assert ended == 1
    assert outcome != "cancelled"


def test_a_plain_cancel_leaves_nothing() -> None:
    """A run that is paused, or saves, wants what has been begun."""
    status = Status()
    told = []

    class Cancelled(Steps):
        def execute(self, command: Command, progress: Callable[[int, int], object]) -> Outcome:
            status.cancelled_through = 1
            told.append(progress(1, 2))
            return Done()

    worker = Worker(EPOCH, status, lambda command: Cancelled(status))
    frame = to_command(zscl_task())
    frame.epoch, frame.sequence = EPOCH, 1
    worker.answer(frame.SerializeToString())
    assert told == [False]


def test_of_several_ranks_none_leaves() -> None:
    assert never_leaving(LeavesAt(1))(1, 2) is False
    assert never_leaving(lambda done, total: "told")(1, 2) == "told"

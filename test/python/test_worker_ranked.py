"""What the first rank makes of others that fail, hang or die: stand-ins that read frames and misbehave."""

from __future__ import annotations

import queue
import sys
import time

import pytest

from zscl.commands import Drop, ZsclError
from zscl_worker import ranked
from zscl_worker.placing import Program
from zscl_worker.ranked import LOST_A_RANK, Peers

READ = """
import os, sys, time
def frame():
    return sys.stdin.buffer.read(int.from_bytes(sys.stdin.buffer.read(4), 'big'))
frame()
while frame():
    {}
    sys.stdout.flush()
"""
FINE = """print('{"rank": 1}')"""
FAILS = """print('{"rank": 1, "code": "out-of-memory", "message": "no room"}')"""
HANGS = "time.sleep(600)"
DIES = "os.kill(os.getpid(), 9)"


@pytest.fixture
def left(monkeypatch: pytest.MonkeyPatch) -> queue.Queue[int]:
    """The exit codes with which this process would have ended."""
    codes: queue.Queue[int] = queue.Queue()
    monkeypatch.setattr(ranked.os, "_exit", codes.put)
    monkeypatch.setattr(ranked, "SETTLE_SECONDS", 0.3)
    monkeypatch.setattr(ranked, "LEAVE_SECONDS", 0.3)
    return codes


def peers(behaviour: str) -> Peers:
    words = (sys.executable, "-c", READ.replace("{}", behaviour, 1))
    found = Peers([Program("rank 1", range(1, 2), words, {"rank": 1})])
    found.hand_on(Drop(("a",)))
    return found


def assert_ended(found: Peers) -> None:
    assert [started.process.wait(timeout=5) for started in found._started] == [-9]


def test_nothing_is_wrong_where_all_have_done_it(left: queue.Queue[int]) -> None:
    found = peers(FINE)
    assert found.settle(None) is None
    found.hand_on(Drop(("b",)))
    assert found.settle(None) is None
    found._end()
    assert left.empty()


def test_what_another_rank_says_is_said_with_its_number_and_the_state_is_not_good(left: queue.Queue[int]) -> None:
    found = peers(FAILS)
    error = found.settle(None)
    assert error is not None
    assert (error.code, str(error), error.state_good) == ("out-of-memory", "rank 1: no room", False)
    found._end()


def test_what_all_ranks_say_is_one_error_and_leaves_the_state_good(left: queue.Queue[int]) -> None:
    found = peers(FAILS)
    own = ZsclError("bad-input", "no such slot")
    assert found.settle(own) is own
    assert own.state_good
    found._end()


def test_a_rank_that_waits_for_one_that_failed_is_ended_and_the_failure_said(left: queue.Queue[int]) -> None:
    found = peers(HANGS)
    own = ZsclError("out-of-memory", "no room here")
    assert found.settle(own) is own
    assert not own.state_good
    assert_ended(found)
    assert left.empty()
    with pytest.raises(ZsclError, match="a new worker is needed"):
        found.hand_on(Drop(("b",)))


def test_where_another_fails_alone_and_this_one_never_comes_back_the_process_ends_and_says_why(
    left: queue.Queue[int], capfd: pytest.CaptureFixture[str]
) -> None:
    found = peers(FAILS)
    assert left.get(timeout=5) == LOST_A_RANK
    assert "rank 1 failed alone: no room" in capfd.readouterr().err
    assert_ended(found)


def test_a_rank_that_dies_ends_this_process_too(left: queue.Queue[int], capfd: pytest.CaptureFixture[str]) -> None:
    started = time.monotonic()
    found = peers(DIES)
    assert left.get(timeout=5) == LOST_A_RANK
    assert time.monotonic() - started < 5
    assert "rank 1 was ended by SIGKILL" in capfd.readouterr().err
    assert_ended(found)

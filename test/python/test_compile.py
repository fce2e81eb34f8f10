"""`compile: true`: the same training up to rounding, and an error where the machine cannot."""

from __future__ import annotations

import os
from collections.abc import Callable

import pytest
from conftest import ZSCL, segment, silent, zscl_task

from zscl.commands import TrainDone, ZsclError
from zscl.device import choose_device, require_compiler
from zscl.session import Session


def totals(session: Session) -> list[float]:
    session.execute(zscl_task(), silent)
    done = session.execute(segment(0, 4, ZSCL), silent)
    assert isinstance(done, TrainDone)
    return [row.total for row in done.losses]


@pytest.mark.skipif(not os.environ.get("ZSCL_SLOW"), reason="compiles for half a minute: scripts/test --slow")
def test_compiled_updates_are_the_plain_ones_up_to_rounding(new_session: Callable[..., Session]) -> None:
    compiled = new_session(compile=True)
    assert totals(compiled) == pytest.approx(totals(new_session()), rel=1e-4)
    state = compiled._state
    assert state is not None
    assert "_compiled" in vars(state.model)  # it was used


def test_a_machine_without_a_compiler_says_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CXX", os.path.join("no", "such", "compiler"))
    with pytest.raises(ZsclError, match=r"`compile: true` needs a C\+\+ compiler .* or set `compile: false`"):
        require_compiler(choose_device("cpu"))

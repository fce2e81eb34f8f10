"""What `devices` means on machines with and without GPUs, and what a processor's memory does."""

from __future__ import annotations

import resource
import sys
from collections.abc import Callable

import pytest
from conftest import ZSCL, segment, silent, zscl_task

from zscl import device
from zscl.commands import ModelSpec, ZsclError
from zscl.device import rank_devices
from zscl.session import Session

FOUR = ("cpu", "cuda:0", "cuda:1", "cuda:2", "cuda:3")


@pytest.mark.parametrize(
    ("machine", "name", "devices", "wanted"),
    [
        (("cpu",), "auto", "", ("auto",)),
        (("cpu",), "auto", "2", ("cpu", "cpu")),
        (("cpu",), "cpu", "1", ("cpu",)),
        (FOUR, "auto", "2", ("cuda:0", "cuda:1")),
        (FOUR, "cuda", "all", FOUR[1:]),
        (FOUR, "cpu", "3", ("cpu", "cpu", "cpu")),
        (FOUR, "auto", "cuda:3,cuda:1", ("cuda:3", "cuda:1")),
    ],
)
def test_every_rank_has_a_device(
    machine: tuple[str, ...], name: str, devices: str, wanted: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(device, "available_devices", lambda: machine)
    assert rank_devices(name, devices) == wanted


@pytest.mark.parametrize(
    ("machine", "name", "devices", "said"),
    [
        (("cpu",), "auto", "all", "means all GPUs, and this machine has none"),
        (("cpu",), "cuda", "2", "`devices` is 2, but this machine has 0 GPUs"),
        (FOUR, "auto", "8", "`devices` is 8, but this machine has 4 GPUs"),
        (FOUR, "cpu", "all", "means all GPUs"),
        (FOUR, "cuda:1", "2", "with `device: cuda:1`; set that to auto or cpu or cuda"),
        (FOUR, "cpu", "cuda:0,cuda:1", "with `device: cpu`; set that to auto or cuda"),
        (FOUR, "auto", "cuda:0,cuda:7", "names cuda:7, but this machine has cuda:0, cuda:1, cuda:2, cuda:3"),
        (FOUR, "auto", "cuda:1,cuda:1", "names a GPU twice"),
        (("cpu",), "auto", "two", "expected 1 to 64, all, or a list of cuda:N"),
        (("cpu",), "auto", "65", "expected 1 to 64"),
    ],
)
def test_devices_that_are_not_there_are_said_with_what_is(
    machine: tuple[str, ...], name: str, devices: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(device, "available_devices", lambda: machine)
    with pytest.raises(ZsclError, match=said):
        rank_devices(name, devices)


@pytest.mark.skipif(sys.platform != "linux", reason="the C library of Linux is told")
def test_the_memory_of_an_update_is_that_of_the_one_before(new_session: Callable[..., Session]) -> None:
    session = new_session(model=ModelSpec("mini-clip"))  # large enough that it would go back to the system
    session.execute(zscl_task(), silent)
    session.execute(segment(0, 3, ZSCL), silent)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
    session.execute(segment(3, 10, ZSCL), silent)
    pages = (resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before) / 10
    assert pages < 1000  # 6,144 where it goes back

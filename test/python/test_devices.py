"""What `devices` means on machines with and without GPUs."""

from __future__ import annotations

import pytest

from zscl import device
from zscl.commands import ZsclError
from zscl.device import rank_devices

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

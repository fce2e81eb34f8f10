"""Which ranks are started where."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from zscl.commands import ZsclError
from zscl_worker.peer import place_of
from zscl_worker.placing import PEER, devices_of_node, nodes_of_job, programs

IN_A_JOB = {"ZSCL_NODES": "2", "SLURM_JOB_NODELIST": "gpu[1-2]", "SLURMD_NODENAME": "gpu2"}


@pytest.fixture
def _scontrol(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = tmp_path / "scontrol"
    script.write_text("#!/bin/sh\n[ \"$*\" = 'show hostnames gpu[1-2]' ] && printf 'gpu1\\ngpu2\\n'\n")
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")


def test_on_one_machine_every_other_rank_is_a_process_of_its_own() -> None:
    found = programs(["cuda:0", "cuda:2", "cuda:3"], [""], "file:/somewhere")
    assert [(program.name, [*program.ranks], program.words) for program in found] == [
        ("rank 1", [1], PEER),
        ("rank 2", [2], PEER),
    ]
    assert [place_of(program.told, {}) for program in found] == [(1, "cuda:2"), (2, "cuda:3")]


def test_on_several_nodes_one_srun_stands_for_all_ranks_elsewhere() -> None:
    here, there = programs(["cuda:0", "cuda:1"], ["a", "b", "c"], "a:1234")
    assert place_of(here.told, {}) == (1, "cuda:1")
    assert [*there.ranks] == [2, 3, 4, 5]
    assert {"srun", "--nodelist=b,c", "--nodes=2", "--ntasks=4", "--ntasks-per-node=2"} < {*there.words}
    tasks = [{"SLURM_PROCID": str(task), "SLURM_LOCALID": str(task % 2)} for task in range(4)]
    assert [place_of(there.told, env) for env in tasks] == [(2, "cuda:0"), (3, "cuda:1"), (4, "cuda:0"), (5, "cuda:1")]
    assert {program.told["count"] for program in (here, there)} == {6}


@pytest.mark.usefixtures("_scontrol")
def test_this_node_of_a_job_comes_first() -> None:
    assert nodes_of_job({}) == [""]
    assert nodes_of_job({**IN_A_JOB, "ZSCL_NODES": "1"}) == [""]
    assert nodes_of_job(IN_A_JOB) == ["gpu2", "gpu1"]


@pytest.mark.usefixtures("_scontrol")
@pytest.mark.parametrize(
    "changes",
    [{"ZSCL_NODES": "3"}, {"ZSCL_NODES": "two"}, {"SLURMD_NODENAME": "elsewhere"}, {"SLURM_JOB_NODELIST": ""}],
)
def test_nodes_that_the_job_does_not_have_are_said(changes: dict[str, str]) -> None:
    with pytest.raises(ZsclError, match=r"ZSCL_NODES is .* Request as many nodes"):
        nodes_of_job(IN_A_JOB | changes)


def test_a_node_list_that_slurm_does_not_read_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(ZsclError, match="cannot be asked for with `scontrol`"):
        nodes_of_job(IN_A_JOB)


def test_devices_are_dealt_out_evenly_over_nodes() -> None:
    assert devices_of_node("cuda:0,cuda:1", 1) == "cuda:0,cuda:1"
    assert devices_of_node("8", 2) == "4"
    assert devices_of_node("all", 2) == "all"
    for devices in ("3", "cuda:0,cuda:1"):
        with pytest.raises(ZsclError, match="on 2 nodes; expected all, or a number that 2 divides"):
            devices_of_node(devices, 2)

"""Where the ranks of a run are: all on this machine, or spread over the nodes of a Slurm job by `srun`."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from zscl.commands import ZsclError

# How many nodes the ranks are spread over; set by the batch script, or by hand in an interactive job.
NODES = "ZSCL_NODES"
# The file in the folder of the sockets at which the ranks of one machine meet.
MEETING = "ranks"
PEER = (sys.executable, "-P", "-m", "zscl_worker.peer")


@dataclass(frozen=True)
class Program:
    """What is started for some of the other ranks, and what all of them are told."""

    name: str
    ranks: range
    words: tuple[str, ...]
    told: dict[str, object]


def programs(devices: Sequence[str], nodes: Sequence[str], meeting: str) -> list[Program]:
    """One for every other rank of this machine, and one for all ranks of all other nodes.

    Ranks are numbered node by node. A task of `srun` finds its own from SLURM_PROCID and SLURM_LOCALID, and has the
    device of that place: nodes of a job are alike.
    """
    here, count = len(devices), len(devices) * len(nodes)
    told: dict[str, object] = {"count": count, "meeting": meeting, "devices": [*devices], "first": 0}
    found = [Program(f"rank {rank}", range(rank, rank + 1), PEER, {**told, "rank": rank}) for rank in range(1, here)]
    if len(nodes) > 1:
        tasks = (len(nodes) - 1) * here
        options = (f"--nodelist={','.join(nodes[1:])}", f"--nodes={len(nodes) - 1}", f"--ntasks={tasks}")
        how = (
            "--export=ALL",
            f"--ntasks-per-node={here}",
            "--overcommit",
            "--cpu-bind=none",
            "--kill-on-bad-exit=1",
            "--quiet",
        )
        name = f"one of the ranks on {', '.join(nodes[1:])}"
        found.append(Program(name, range(here, count), ("srun", *options, *how, *PEER), {**told, "first": here}))
    return found


def nodes_of_job(env: Mapping[str, str]) -> list[str]:
    """The nodes to spread over, this one first; one without a name where nothing says otherwise.

    Raises bad-input where the job has fewer, and where Slurm's commands are not there to ask.
    """
    wanted = env.get(NODES, "1")
    if wanted == "1":
        return [""]
    names = _hosts(env.get("SLURM_JOB_NODELIST", ""))
    this = env.get("SLURMD_NODENAME", "")
    if not wanted.isdigit() or int(wanted) != len(names) or this not in names:
        raise ZsclError(
            "bad-input",
            f"{NODES} is {wanted}, but this is {this or 'no node'} of a job with {len(names)} nodes. Request as many "
            "nodes as the ranks should run on (`--slurm nodes=2`), or unset it.",
        )
    return [this, *(name for name in names if name != this)]


def devices_of_node(devices: str, nodes: int) -> str:
    """What `devices` means for one of several nodes. Raises bad-input where it cannot be dealt out evenly."""
    if nodes == 1 or devices == "all":
        return devices
    if not devices.isdigit() or int(devices) % nodes:
        raise ZsclError(
            "bad-input", f"`devices` is `{devices}` on {nodes} nodes; expected all, or a number that {nodes} divides"
        )
    return str(int(devices) // nodes)


def _hosts(listed: str) -> list[str]:
    if not listed:
        return []
    try:
        said = subprocess.run(
            ["scontrol", "show", "hostnames", listed], check=True, capture_output=True, text=True, timeout=60
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise ZsclError("bad-input", f"the nodes of this job cannot be asked for with `scontrol`: {error}") from error
    return said.stdout.split()

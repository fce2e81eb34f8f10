"""`python -m zscl_worker.peer`: a rank that is not the first; started for `zscl_worker.ranked`, and fed by stdin."""

from __future__ import annotations

import faulthandler
import json
import os
import signal
import sys
import traceback
from collections.abc import Mapping
from typing import IO, Any

from zscl_worker import memory
from zscl_worker.convert import command_of
from zscl_worker.fate import when_parent_ends
from zscl_worker.generated import zscl_pb2 as pb


def main() -> None:
    when_parent_ends(signal.SIGKILL)
    faulthandler.enable()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)  # the first rank is told what they mean
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # what anything prints goes to the log
    frames = sys.stdin.buffer
    with memory.staying():
        import zscl.session  # noqa: F401 - brings torch, which takes seconds, while the first rank loads it too

    told = receive(frames)
    if not told:
        sys.exit("zscl_worker.peer is started by zscl_worker, which says more on its stdin; nothing came")
    serve(json.loads(told), frames, answers)


def place_of(told: Mapping[str, Any], env: Mapping[str, str]) -> tuple[int, str]:
    """Rank and device of this process: it was told its rank, or is a task of `srun`."""
    devices = told["devices"]
    if "rank" in told:
        return told["rank"], devices[told["rank"]]
    return told["first"] + int(env["SLURM_PROCID"]), devices[int(env["SLURM_LOCALID"])]


def serve(told: Mapping[str, Any], frames: IO[bytes], answers: IO[str]) -> None:
    """Executes commands until stdin ends."""
    from zscl.commands import ZsclError
    from zscl.machine import share_among
    from zscl.ranks import Meeting
    from zscl.session import Session

    rank, device = place_of(told, os.environ)
    share_among(len(told["devices"]))
    session = Session(Meeting(told["meeting"]).join(rank, told["count"], device))
    while frame := receive(frames):
        answer: dict[str, object] = {"rank": rank}
        try:
            session.execute(command_of(pb.Command.FromString(frame)), lambda done, total: True)
        except ZsclError as error:
            answer |= {"code": error.code, "message": str(error)}
            if error.code in ("internal", "protocol"):
                answer["traceback"] = traceback.format_exc()
        # One write for one line: the tasks of an `srun` share its output.
        answers.write(json.dumps(answer) + "\n")
        answers.flush()


def receive(pipe: IO[bytes]) -> bytes:
    """One frame; empty at the end."""
    length = pipe.read(4)
    return pipe.read(int.from_bytes(length, "big")) if len(length) == 4 else b""


if __name__ == "__main__":
    main()
    os._exit(0)

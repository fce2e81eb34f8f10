"""`python -m zscl_worker.peer`: a rank that is not the first; started by `zscl_worker.ranked`, and fed by its stdin."""

from __future__ import annotations

import faulthandler
import json
import os
import signal
import sys
import traceback
from pathlib import Path
from typing import IO

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
    serve(json.loads(receive(frames) or sys.exit("zscl_worker.peer is started by zscl_worker")), frames, answers)


def serve(member: dict[str, object], frames: IO[bytes], answers: IO[str]) -> None:
    """Executes commands until stdin ends."""
    from zscl.commands import ZsclError
    from zscl.machine import share_among
    from zscl.ranks import join
    from zscl.session import Session

    rank, count = int(str(member["rank"])), int(str(member["count"]))
    share_among(count)
    session = Session(join(rank, count, Path(str(member["meeting"])), str(member["device"])))
    while frame := receive(frames):
        answer: dict[str, object] = {}
        try:
            session.execute(command_of(pb.Command.FromString(frame)), lambda done, total: True)
        except ZsclError as error:
            answer = {"code": error.code, "message": str(error)}
            if error.code in ("internal", "protocol"):
                answer["traceback"] = traceback.format_exc()
        print(json.dumps(answer), file=answers, flush=True)


def receive(pipe: IO[bytes]) -> bytes:
    """One frame; empty at the end."""
    length = pipe.read(4)
    return pipe.read(int.from_bytes(length, "big")) if len(length) == 4 else b""


if __name__ == "__main__":
    main()
    os._exit(0)

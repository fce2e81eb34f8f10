"""The plain loop that the bridge is compared with: `in_process.py real|synthetic`.

Every line of stdin is a JSON list of commands; they are executed one after the other in this process, and the seconds
that took are printed.
"""

from __future__ import annotations

import json
import os
import sys
import time
from typing import Any

from google.protobuf.json_format import ParseDict

from zscl_worker.convert import command_of
from zscl_worker.generated import zscl_pb2 as pb
from zscl_worker.loop import SessionLike

# As the worker does, before torch is loaded: both sides spin alike.
os.environ.setdefault("GOMP_SPINCOUNT", "10000")


def session() -> SessionLike:
    if sys.argv[1] == "synthetic":
        from synthetic_session import SyntheticSession

        return SyntheticSession()
    from zscl.session import Session

    return Session()


def read(command: dict[str, Any]) -> pb.Command:
    step = command["kind"].replace("-", "_")
    return ParseDict({step: command}, pb.Command(), ignore_unknown_fields=True)


def main() -> None:
    executes = session()
    for line in sys.stdin:
        commands = [command_of(read(command)) for command in json.loads(line)]
        started = time.perf_counter()
        for command in commands:
            executes.execute(command, lambda done, total: None)
        print(time.perf_counter() - started, flush=True)


main()

"""`python -m zscl_worker`: started by TypeScript, which writes one JSON line to stdin and keeps it open."""

from __future__ import annotations

import contextlib
import faulthandler
import json
import os
import signal
import sys
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path

import zmq

from zscl.commands import Command
from zscl_worker import memory
from zscl_worker.control import ControlThread, Handshake, Status
from zscl_worker.fate import when_parent_ends
from zscl_worker.loop import SessionLike, Worker
from zscl_worker.placing import MEETING

# How long the last report and the goodbye may take to leave the process.
LINGER_MS = 2000


def load_session(folder: Path, command: Command | None = None) -> SessionLike:
    """A session whose ranks, where it has several, meet in `folder`; `command` is the first that it will execute."""
    # OpenMP reads this when torch is loaded. Its threads spin for long while they wait, and two busy processes on the
    # same cores then slow each other down 27 times; with this much it is 3 times, and one alone is as fast as ever.
    if "OMP_WAIT_POLICY" not in os.environ:
        os.environ.setdefault("GOMP_SPINCOUNT", "10000")
    from zscl_worker import ranked

    early = ranked.start_early(command)  # other ranks take as long to begin: they do it meanwhile
    # Imported here because it brings torch, which takes seconds: heartbeats are running by now.
    with memory.staying():
        from zscl.session import Session

    return ranked.RankedSession(folder, Session, early)


def main(load: Callable[[Command], SessionLike] | None = None) -> None:
    # Ctrl-C and a job scheduler's SIGTERM reach every process of the job. TypeScript decides what they mean: it may
    # still want a checkpoint from this one.
    when_parent_ends(signal.SIGCONT)  # one that was stopped wakes, sees the end of its stdin, and tidies up
    faulthandler.enable()  # a crash in native code leaves a stack in the log
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    handshake = read_handshake()
    threading.Thread(target=watch_parent, args=(handshake,), name="parent-watch", daemon=True).start()
    serve(handshake, load or partial(load_session, socket_folder(handshake)))


def read_handshake() -> Handshake:
    # Read byte by byte below Python's buffers, because the rest of stdin belongs to `watch_parent`.
    line = b""
    while not line.endswith(b"\n"):
        byte = os.read(0, 1)
        if not byte:
            sys.exit("zscl_worker is started by zscl, which writes a handshake to its stdin; none came")
        line += byte
    return Handshake(**json.loads(line))


def watch_parent(handshake: Handshake) -> None:
    """The death pipe: stdin ends when TypeScript closes it or dies in any way, and then nobody needs this process.

    Node's pipes are sockets, whose end can also come as an error: whatever ends the reading ends the process, and with
    it those that it has started, which are in its group.
    """
    try:
        while os.read(0, 4096):
            pass
    finally:
        remove_sockets(handshake)
        if os.getpgrp() == os.getpid():
            os.killpg(os.getpid(), signal.SIGKILL)
        os._exit(1)


def remove_sockets(handshake: Handshake) -> None:
    """Does what TypeScript cannot do after it was killed: removes the sockets, the ranks' file and their folder."""
    folder = socket_folder(handshake)
    paths = [Path(address.removeprefix("ipc://")) for address in (handshake.work, handshake.control)]
    with contextlib.suppress(OSError):
        for path in (*paths, folder / MEETING):
            path.unlink(missing_ok=True)
        folder.rmdir()


def socket_folder(handshake: Handshake) -> Path:
    return Path(handshake.work.removeprefix("ipc://")).parent


def serve(handshake: Handshake, load: Callable[[Command], SessionLike]) -> None:
    status = Status()
    with zmq.Context() as context:
        context.linger = LINGER_MS
        control = ControlThread(context, handshake, status)
        control.start()
        try:
            with context.socket(zmq.DEALER) as socket:
                socket.connect(handshake.work)
                Worker(handshake.epoch, status, load).serve(socket)
        finally:
            status.finished.set()
            control.join()


if __name__ == "__main__":
    main()
    # Everything has left through the sockets; taking the interpreter and torch apart would take another second.
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(0)

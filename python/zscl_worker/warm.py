"""`python -m zscl_worker.warm SOCKET`: has torch and open_clip loaded, and forks a worker whenever it is asked to.

A worker that is started anew imports for seconds; a forked one says hello in a few hundredths, shares the memory of
what is loaded, and is otherwise the same process: a group of its own, its own log, environment and processors. Forking
is sound because nothing here has started a thread or touched a device.

One connection is one worker. The client writes a line of JSON (`Request`); it is answered with `{"pid": n}` and, when
the worker has ended, with `{"code": n}` or `{"signal": n}`. The connection is the worker's death pipe: when the client
closes it or dies, the worker's stdin ends, and what does not end by that is killed. Its own stdin is this process's.
"""

from __future__ import annotations

import contextlib
import gc
import json
import os
import selectors
import signal
import socket
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

GRACE_SECONDS = 2.0  # from the end of a connection to the kill of its worker
POLL_SECONDS = 0.25


@dataclass(frozen=True)
class Request:
    """What the client's line says, field for field."""

    handshake: dict[str, Any]
    log: str
    env: dict[str, str]
    cwd: str
    cpus: list[int] = field(default_factory=list)  # empty: those of this process


@dataclass
class Forked:
    """A worker as this process sees it."""

    connection: socket.socket
    stdin: int  # the write end of its death pipe; -1 when closed
    kill_at: float = float("inf")

    def close_stdin(self) -> None:
        if self.stdin >= 0:
            os.close(self.stdin)
            self.stdin = -1
            self.kill_at = time.monotonic() + GRACE_SECONDS


def load() -> None:
    """Import what a worker needs. Raises where that has started a thread: then nothing may be forked."""
    from zscl_worker.__main__ import load_session

    load_session(Path())
    import zmq  # noqa: F401

    gc.unfreeze()
    gc.collect()
    gc.freeze()  # objects that are never written to stay shared


class Server:
    """Accepts connections, forks, reaps. Everything happens in one thread."""

    def __init__(self, listener: socket.socket, children: int) -> None:
        """`children` can be read when a child has ended."""
        self.listener = listener
        self.children = children
        self.workers: dict[int, Forked] = {}
        self.buffers: dict[socket.socket, bytes] = {}
        self.selector = selectors.DefaultSelector()
        for source in (listener, children, 0):
            self.selector.register(source, selectors.EVENT_READ)

    def serve(self) -> None:
        """Until stdin ends; then every worker is killed."""
        while True:
            for key, _ in self.selector.select(POLL_SECONDS if self.workers else None):
                if key.fileobj is self.listener:
                    self.accept()
                elif key.fileobj == self.children:
                    os.read(self.children, 4096)
                elif key.fileobj == 0:
                    if not os.read(0, 4096):
                        self.end()
                        return
                else:
                    assert isinstance(key.fileobj, socket.socket)
                    self.hear(key.fileobj)
            self.reap()
            self.kill_overdue()

    def accept(self) -> None:
        connection, _ = self.listener.accept()
        self.buffers[connection] = b""
        self.selector.register(connection, selectors.EVENT_READ)

    def hear(self, connection: socket.socket) -> None:
        try:
            found = connection.recv(65536)
        except OSError:
            found = b""
        if not found:
            self.ended(connection)
            return
        if connection not in self.buffers:
            return  # it has its worker, and nothing more to say
        self.buffers[connection] += found
        line, newline, _ = self.buffers[connection].partition(b"\n")
        if newline:
            del self.buffers[connection]
            self.fork(connection, Request(**json.loads(line)))

    def ended(self, connection: socket.socket) -> None:
        """The client has gone, or wants its worker's stdin closed."""
        self.selector.unregister(connection)
        self.buffers.pop(connection, None)
        mine = [worker for worker in self.workers.values() if worker.connection is connection]
        for worker in mine:
            worker.close_stdin()
        if not mine:
            connection.close()

    def fork(self, connection: socket.socket, request: Request) -> None:
        reader, writer = os.pipe()
        pid = os.fork()
        if pid == 0:
            os.close(writer)
            self.become_worker(request, reader)
        os.close(reader)
        os.write(writer, json.dumps(request.handshake).encode() + b"\n")
        self.workers[pid] = Forked(connection, writer)
        self.tell(connection, {"pid": pid})

    def become_worker(self, request: Request, stdin: int) -> None:
        """In the child: leave everything of this process behind, then be a worker to the end."""
        status = 1
        try:
            os.setsid()
            signal.set_wakeup_fd(-1)
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            log = os.open(request.log, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o666)
            for source, target in ((stdin, 0), (log, 1), (log, 2)):
                os.dup2(source, target)
            self.selector.close()
            for inherited in (self.listener, *self.buffers, *(worker.connection for worker in self.workers.values())):
                inherited.close()
            for descriptor in (
                stdin,
                log,
                self.children,
                *(worker.stdin for worker in self.workers.values() if worker.stdin >= 0),
            ):
                os.close(descriptor)
            os.environ.clear()
            os.environ.update(request.env)
            os.chdir(request.cwd)
            if request.cpus:
                os.sched_setaffinity(0, request.cpus)
            from zscl_worker.__main__ import main as be_worker

            be_worker()
            status = 0
        except SystemExit as stop:
            status = stop.code if isinstance(stop.code, int) else 1
        except BaseException:  # noqa: BLE001 - the last stop of this process: its log says why, and it ends
            import traceback

            traceback.print_exc()
        finally:
            with contextlib.suppress(OSError):
                sys.stdout.flush()
                sys.stderr.flush()
            os._exit(status)

    def reap(self) -> None:
        while self.workers:
            pid, status = os.waitpid(-1, os.WNOHANG)
            if pid == 0:
                return
            worker = self.workers.pop(pid)
            if os.WIFSIGNALED(status):
                self.tell(worker.connection, {"signal": os.WTERMSIG(status)})
            else:
                self.tell(worker.connection, {"code": os.WEXITSTATUS(status)})
            worker.close_stdin()
            with contextlib.suppress(KeyError, ValueError):
                self.selector.unregister(worker.connection)
            worker.connection.close()

    def kill_overdue(self) -> None:
        now = time.monotonic()
        for pid, worker in self.workers.items():
            if now >= worker.kill_at:
                kill_group(pid)

    def end(self) -> None:
        for pid in self.workers:
            kill_group(pid)

    def tell(self, connection: socket.socket, message: dict[str, int]) -> None:
        with contextlib.suppress(OSError):  # a client that has gone wants no answer
            connection.sendall(json.dumps(message).encode() + b"\n")


def kill_group(pid: int) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.killpg(pid, signal.SIGKILL)


def main() -> None:
    """Listens only when everything is loaded: who can connect is served at once."""
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, signal.SIG_IGN)  # those who asked for the workers decide what becomes of them
    path = sys.argv[1]
    load()
    reader, writer = os.pipe()
    os.set_blocking(writer, False)
    signal.signal(signal.SIGCHLD, lambda number, frame: None)
    signal.set_wakeup_fd(writer, warn_on_full_buffer=False)
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(f"{path}.tmp")
        listener.listen(64)
        os.rename(f"{path}.tmp", path)
        Server(listener, reader).serve()


if __name__ == "__main__":
    main()

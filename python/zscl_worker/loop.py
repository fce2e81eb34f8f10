"""The main thread: takes one command after the other and answers each with one report."""

from __future__ import annotations

import time
import traceback
from collections.abc import Callable
from typing import Protocol

import zmq
from google.protobuf.message import DecodeError

from zscl.commands import Command, Outcome, ZsclError
from zscl_worker import memory
from zscl_worker.control import Activity, Status
from zscl_worker.convert import command_of, failure_of, set_outcome
from zscl_worker.generated import zscl_pb2 as pb

# How often the idle loop looks whether it was shut down.
IDLE_POLL_MS = 50

SECTIONS: dict[str, pb.Section] = {
    "set_up": pb.SECTION_SET_UP,
    "restore": pb.SECTION_SET_UP,
    "begin_task": pb.SECTION_SET_UP,
    "train": pb.SECTION_TRAIN,
    "lerp": pb.SECTION_TRAIN,
    "combine": pb.SECTION_TRAIN,
    "drop": pb.SECTION_TRAIN,
    "evaluate": pb.SECTION_EVALUATE,
    "remember": pb.SECTION_EVALUATE,
    "save": pb.SECTION_SAVE,
    "export": pb.SECTION_SAVE,
    "load": pb.SECTION_SET_UP,
}


# Changes nothing before its end, and may take long: all of it can be done again. After a restore nothing else may come.
CAN_BE_LEFT = {"set_up", "restore", "begin_task", "evaluate", "remember"}


class LeftError(BaseException):
    """Out of a command whose sender wants no more of it. Not an Exception: nothing on the way out may handle it."""


class SessionLike(Protocol):
    def execute(self, command: Command, progress: Callable[[int, int], object]) -> Outcome: ...


class Worker:
    """Executes commands on a session that is loaded with the first of them, so that hello does not wait for torch."""

    def __init__(self, epoch: int, status: Status, load_session: Callable[[Command], SessionLike]) -> None:
        self.epoch = epoch
        self.status = status
        self.load_session = load_session
        self.session: SessionLike | None = None
        self.sequence = 0
        self.last_failure = 0

    def serve(self, socket: zmq.Socket[bytes]) -> None:
        """Answers commands until shutdown; what is queued by then is still answered, with `cancelled`."""
        while True:
            shutdown = self.status.shutdown.is_set()
            if socket.poll(IDLE_POLL_MS):
                socket.send(self.answer(socket.recv()).SerializeToString())
            elif shutdown:
                return

    def answer(self, frame: bytes) -> pb.Report:
        started = time.perf_counter()
        self.sequence += 1
        report = pb.Report(epoch=self.epoch, sequence=self.sequence)
        try:
            message = self.checked(frame)
            if self.is_cancelled(message):
                report.cancelled.SetInParent()
            else:
                set_outcome(report, self.execute(message))
        except LeftError:
            report.cancelled.SetInParent()
        except ZsclError as error:
            ours = error.code in ("protocol", "internal")
            report.failure.CopyFrom(failure_of(error, traceback.format_exc() if ours else ""))
        except ModuleNotFoundError as error:
            message_text = f"the Python package `{error.name}` is missing: run scripts/setup, or install it with pip"
            report.failure.CopyFrom(failure_of(ZsclError("missing-package", message_text, state_good=False)))
        except Exception as error:  # noqa: BLE001 - the last stop of every bug: it becomes a Failure with its traceback
            internal = ZsclError("internal", f"{type(error).__name__}: {error}", state_good=False)
            report.failure.CopyFrom(failure_of(internal, traceback.format_exc()))
        if report.HasField("failure"):
            self.last_failure = self.sequence
        self.status.activity = Activity()
        report.seconds = time.perf_counter() - started
        report.memory_mib = memory.resident_mib()
        report.device_memory_mib = memory.device_mib(peak=True)
        return report

    def checked(self, frame: bytes) -> pb.Command:
        """The message, if it is the next one of this launch."""
        try:
            message = pb.Command.FromString(frame)
        except DecodeError as error:
            raise ZsclError("protocol", f"command {self.sequence} cannot be read: {error}") from error
        if message.epoch != self.epoch:
            raise ZsclError("protocol", f"a command of launch {message.epoch} reached launch {self.epoch}")
        if message.sequence != self.sequence:
            raise ZsclError("protocol", f"command {message.sequence} came where {self.sequence} was expected")
        return message

    def is_cancelled(self, message: pb.Command) -> bool:
        return message.sequence <= self.status.cancelled_through or message.known_failure < self.last_failure

    def execute(self, message: pb.Command) -> Outcome:
        step = message.WhichOneof("step") or ""
        section = SECTIONS.get(step, pb.SECTION_UNSPECIFIED)

        def progress(done: int, total: int) -> bool:
            """False when the command was cancelled while it runs: a segment then ends with the update it is at."""
            self.status.activity = Activity(section, message.sequence, done, total)
            if step in CAN_BE_LEFT and message.sequence <= self.status.abandoned_through:
                raise LeftError
            return message.sequence > self.status.cancelled_through

        progress(0, 0)
        command = command_of(message)
        if self.session is None:
            self.session = self.load_session(command)
            self.status.session_loaded = True
        return self.session.execute(command, progress)

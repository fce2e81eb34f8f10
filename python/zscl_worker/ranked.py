"""A session of several ranks: this process is the first, starts the others, and hands every command on to them.

The others are children of this process, or tasks of an `srun` that is its child where a job has several nodes. They
read commands from their stdin, which is their death pipe as well, and answer each with a line of JSON. Whichever of
them is lost, this process ends, and with it the rest: the run recovers as from any lost worker.
"""

from __future__ import annotations

import contextlib
import json
import os
import queue
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from zscl.commands import Command, Outcome, SetUp, ZsclError
from zscl.machine import MOST_RANKS, share_among
from zscl_worker import placing
from zscl_worker.convert import to_command
from zscl_worker.loop import LeftError, SessionLike
from zscl_worker.placing import Program

Progress = Callable[[int, int], object]

# How long the ranks may take to end a command of which one has said that it failed, before they count as stuck.
SETTLE_SECONDS = 30.0
# How long this process may then take to leave what it waits for.
LEAVE_SECONDS = 15.0
LOST_A_RANK = 71
# Stands for the answer of a rank that was ended before it gave one.
ENDED: dict[str, Any] = {"code": "internal", "message": "ended by the first rank after a failure", "rank": "?"}


class RankedSession:
    """Executes commands alone until a SetUp asks for several devices."""

    def __init__(
        self, folder: Path, session_of: Callable[..., SessionLike], early: Sequence[subprocess.Popen[bytes]] = ()
    ) -> None:
        """`folder` is one that only this user can enter; the ranks of one machine meet there.

        `early` are processes that wait to be told which ranks they are.
        """
        self._folder, self._session_of, self._early = folder, session_of, [*early]
        self._session = session_of()
        self._peers: Peers | None = None

    def execute(self, command: Command, progress: Progress) -> Outcome:
        if isinstance(command, SetUp) and command.devices and self._peers is None:
            try:
                self._gather(command)
            finally:
                for unused in self._early:
                    unused.kill()
        if self._peers is None:
            return self._session.execute(command, progress)
        self._peers.hand_on(command)
        try:
            outcome = self._session.execute(command, never_leaving(progress))
        except ZsclError as error:
            raise self._peers.settle(error) or error from error
        failed = self._peers.settle(None)
        if failed is not None:
            raise failed
        return outcome

    def _gather(self, command: SetUp) -> None:
        from zscl.device import rank_devices
        from zscl.ranks import Meeting

        nodes = placing.nodes_of_job(os.environ)
        devices = rank_devices(command.device, placing.devices_of_node(command.devices, len(nodes)))
        count = len(devices) * len(nodes)
        if count == 1:
            return
        share_among(len(devices))
        if len(nodes) == 1:
            meeting = Meeting.in_file(self._folder / placing.MEETING)
        else:
            meeting = Meeting.at_host(socket.gethostname(), count)
        self._peers = Peers(placing.programs(devices, nodes, meeting.address), self._early)
        self._session = self._session_of(meeting.join(0, count, devices[0]))


def never_leaving(progress: Progress) -> Progress:
    """The others would wait for ever where this rank left a command."""

    def told(done: int, total: int) -> object:
        try:
            return progress(done, total)
        except LeftError:
            return False

    return told


@dataclass(frozen=True)
class Started:
    """A program that stands for other ranks, as this process sees it."""

    program: Program
    process: subprocess.Popen[bytes]


class Peers:
    """All ranks but the first."""

    def __init__(self, programs: Sequence[Program], early: list[subprocess.Popen[bytes]] | None = None) -> None:
        """Takes processes out of `early` where a program is what they run."""
        self._early = [] if early is None else early
        self._given_up = False
        self._commands = 0
        self._settled = 0
        self._answers: dict[int, queue.Queue[dict[str, Any]]] = {
            rank: queue.Queue() for program in programs for rank in program.ranks
        }
        self._started = [self._start(program) for program in programs]

    def _start(self, program: Program) -> Started:
        is_early = self._early and program.words == placing.PEER
        process = self._early.pop() if is_early else begun(program.words)
        started = Started(program, process)
        with contextlib.suppress(BrokenPipeError):
            send(process.stdin, json.dumps(program.told).encode())
        threading.Thread(target=self._listen, args=(started,), name=f"ranks-{program.ranks}", daemon=True).start()
        return started

    def hand_on(self, command: Command) -> None:
        if self._given_up:
            raise ZsclError("protocol", "the other ranks were ended after a failure; a new worker is needed")
        self._commands += 1
        frame = to_command(command).SerializeToString()
        for started in self._started:
            with contextlib.suppress(BrokenPipeError):  # `_listen` sees its end, says it, and ends this process
                send(started.process.stdin, frame)

    def settle(self, own: ZsclError | None) -> ZsclError | None:
        """Wait until all have executed the command; what went wrong in it.

        An error that all ranks have is one. One that others have not met leaves them at different places.
        """
        deadline = time.monotonic() + SETTLE_SECONDS if own is not None else None
        answers = [self._answer(rank, deadline) for rank in self._answers]
        self._settled = self._commands
        failed = sorted((answer for answer in answers if "code" in answer), key=lambda answer: answer is ENDED)
        if own is not None:
            own.state_good = own.state_good and len(failed) == len(answers) and ENDED not in failed
            return own
        if not failed:
            return None
        first = failed[0]
        if first.get("traceback"):
            print(first["traceback"], file=sys.stderr, flush=True)
        return ZsclError(first["code"], f"rank {first['rank']}: {first['message']}", state_good=False)

    def _answer(self, rank: int, deadline: float | None) -> dict[str, Any]:
        """One that gives none in time waits for a rank that has failed; all are ended then."""
        try:
            left = None if deadline is None else max(0.0, deadline - time.monotonic())
            return self._answers[rank].get(timeout=left)
        except queue.Empty:
            self._end()
            return ENDED

    def _listen(self, started: Started) -> None:
        """Takes the answers of ranks until they end."""
        assert started.process.stdout is not None
        for line in started.process.stdout:
            answer = json.loads(line)
            self._answers[answer["rank"]].put(answer)
            if "code" in answer:
                threading.Thread(target=self._require_settled, args=(self._commands, answer), daemon=True).start()
        code = started.process.wait()
        if self._given_up:
            for rank in started.program.ranks:
                self._answers[rank].put(ENDED)
            return
        self._leave(f"{started.program.name} {ending(code)}")

    def _require_settled(self, command: int, answer: dict[str, Any]) -> None:
        """A rank that fails alone leaves the others waiting for it: what waits through a socket wakes when it ends."""
        time.sleep(SETTLE_SECONDS)
        if self._settled < command:
            self._end()
            time.sleep(LEAVE_SECONDS)
        if self._settled < command:
            self._leave(f"rank {answer['rank']} failed alone: {answer['message']}")

    def _end(self) -> None:
        self._given_up = True
        for started in self._started:
            started.process.kill()

    def _leave(self, why: str) -> None:
        """End this process, and all ranks with it."""
        print(f"zscl: {why}; a worker of several ranks ends with the first of them that is lost", file=sys.stderr)
        sys.stderr.flush()
        self._end()
        os._exit(LOST_A_RANK)


def start_early(command: Command | None) -> list[subprocess.Popen[bytes]]:
    """The other ranks of this machine, where their number is known before its devices are."""
    if not isinstance(command, SetUp) or not command.devices.isdigit() or placing.NODES in os.environ:
        return []
    return [begun(placing.PEER) for _ in range(min(int(command.devices), MOST_RANKS) - 1)]


def begun(words: Sequence[str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE)


def send(pipe: IO[bytes] | None, frame: bytes) -> None:
    """One frame, behind its length."""
    assert pipe is not None
    pipe.write(len(frame).to_bytes(4, "big") + frame)
    pipe.flush()


def ending(code: int) -> str:
    if code < 0:
        return f"was ended by {signal.Signals(-code).name}"
    return f"ended by itself, with exit code {code}"

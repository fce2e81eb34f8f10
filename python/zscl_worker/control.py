"""The control socket and its thread, which answers while the main thread computes."""

from __future__ import annotations

import hmac
import importlib.metadata
import os
import platform
import secrets
import threading
import time
import traceback
from dataclasses import dataclass

import zmq

from zscl_worker import memory
from zscl_worker.generated import zscl_pb2 as pb
from zscl_worker.generated.schema_hash import SCHEMA_HASH

HEARTBEAT_SECONDS = 0.5
# How often the thread looks whether the main thread has finished after a shutdown.
FINISH_POLL_MS = 10
LAST_SEQUENCE = 2**32 - 1


@dataclass(frozen=True)
class Handshake:
    """What the worker reads from stdin: where to connect, and as whom."""

    work: str
    control: str
    token: str
    epoch: int


@dataclass(frozen=True)
class Activity:
    section: pb.Section = pb.SECTION_IDLE
    sequence: int = 0
    done: int = 0
    total: int = 0


class Status:
    """What the two threads tell each other. Every field is replaced as a whole and has one writer."""

    def __init__(self) -> None:
        # Written by the main thread.
        self.activity = Activity()
        self.session_loaded = False
        self.finished = threading.Event()
        # Written by the control thread.
        self.cancelled_through = 0
        self.abandoned_through = 0
        self.shutdown = threading.Event()


class ControlThread(threading.Thread):
    """Says who it is, sends heartbeats, takes cancel and shutdown. Owns its socket, for those are not thread-safe."""

    def __init__(self, context: zmq.Context[zmq.Socket[bytes]], handshake: Handshake, status: Status) -> None:
        super().__init__(name="control", daemon=True)
        self.context = context
        self.handshake = handshake
        self.status = status
        self.sent = 0
        self.received = 0

    def run(self) -> None:
        try:
            with self.context.socket(zmq.DEALER) as socket:
                socket.connect(self.handshake.control)
                self.serve(socket)
        except BaseException:  # noqa: BLE001 - without this thread nobody sees or stops the worker: it must not go on
            traceback.print_exc()
            os._exit(70)

    def serve(self, socket: zmq.Socket[bytes]) -> None:
        nonce = secrets.token_bytes(32)
        self.send(socket, knock=pb.Knock(nonce=nonce))
        first = pb.ControlDown.FromString(socket.recv())
        if first.WhichOneof("body") == "shutdown":  # given up before it had begun: nothing is told to anybody
            self.take(first)
            return
        self.require_proof(first, nonce)
        self.send(socket, hello=hello(proof(self.handshake.token, "worker", nonce)))
        next_beat = time.monotonic()
        while not self.status.finished.is_set():
            now = time.monotonic()
            if now >= next_beat:
                self.send(socket, heartbeat=heartbeat(self.status))
                next_beat = now + HEARTBEAT_SECONDS
            wait_ms = max(1, int((next_beat - now) * 1000))
            if self.status.shutdown.is_set():
                wait_ms = FINISH_POLL_MS
            if socket.poll(wait_ms):
                self.take(pb.ControlDown.FromString(socket.recv()))
        self.send(socket, goodbye=pb.Goodbye())

    def require_proof(self, message: pb.ControlDown, nonce: bytes) -> None:
        """Nothing is told, and no command taken, before whoever listens has shown that it knows the token."""
        self.count(message)
        known = proof(self.handshake.token, "runner", nonce)
        if message.WhichOneof("body") != "proof" or not hmac.compare_digest(message.proof.proof, known):
            raise RuntimeError(f"the process that listens at {self.handshake.control} does not know the token")

    def count(self, message: pb.ControlDown) -> None:
        self.received += 1
        if message.epoch != self.handshake.epoch or message.sequence != self.received:
            raise RuntimeError(
                f"control message {message.sequence} of launch {message.epoch} came where "
                f"{self.received} of launch {self.handshake.epoch} was expected"
            )

    def take(self, message: pb.ControlDown) -> None:
        self.count(message)
        body = message.WhichOneof("body")
        if body == "cancel":
            through = message.cancel.through_sequence
            if message.cancel.abandon:
                self.status.abandoned_through = max(self.status.abandoned_through, through)
            self.status.cancelled_through = max(self.status.cancelled_through, through)
        elif body == "shutdown":
            self.status.cancelled_through = LAST_SEQUENCE
            self.status.shutdown.set()
        else:
            raise RuntimeError(f"control message {message.sequence} is empty")

    def send(
        self,
        socket: zmq.Socket[bytes],
        *,
        knock: pb.Knock | None = None,
        hello: pb.Hello | None = None,
        heartbeat: pb.Heartbeat | None = None,
        goodbye: pb.Goodbye | None = None,
    ) -> None:
        self.sent += 1
        message = pb.ControlUp(
            epoch=self.handshake.epoch,
            sequence=self.sent,
            knock=knock,
            hello=hello,
            heartbeat=heartbeat,
            goodbye=goodbye,
        )
        socket.send(message.SerializeToString())


def proof(token: str, who: str, nonce: bytes) -> bytes:
    """What only one who knows the token can answer; `who` keeps the answer of one side from serving the other."""
    return hmac.digest(token.encode(), who.encode() + nonce, "sha256")


def hello(own_proof: bytes) -> pb.Hello:
    return pb.Hello(
        proof=own_proof,
        schema_hash=SCHEMA_HASH,
        pid=os.getpid(),
        python_version=platform.python_version(),
        torch_version=installed_version("torch"),
        open_clip_version=installed_version("open_clip_torch"),
    )


def installed_version(package: str) -> str:
    """Version from the package's metadata, because importing torch only for its version takes seconds; '' if absent."""
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return ""


def heartbeat(status: Status) -> pb.Heartbeat:
    activity = status.activity
    return pb.Heartbeat(
        section=activity.section,
        command_sequence=activity.sequence,
        done=activity.done,
        total=activity.total,
        memory_mib=memory.resident_mib(),
        device_memory_mib=memory.device_mib(peak=False) if status.session_loaded else 0.0,
    )

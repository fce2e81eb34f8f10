"""The two threads of the worker around a session that only pretends, over real sockets inside this process."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import zmq

from zscl import commands as c
from zscl_worker.__main__ import serve
from zscl_worker.control import ControlThread, Handshake, Status, proof
from zscl_worker.generated import zscl_pb2 as pb
from zscl_worker.generated.schema_hash import SCHEMA_HASH
from zscl_worker.loop import Worker

EPOCH = 5


class FakeSession:
    """Notes what it executed; the slot of a Drop says how to misbehave."""

    def __init__(self) -> None:
        self.executed: list[c.Command] = []

    def execute(self, command: c.Command, progress: Callable[[int, int], None]) -> c.Outcome:
        self.executed.append(command)
        progress(1, 2)
        match command:
            case c.Lerp():
                time.sleep(command.fraction)
            case c.Drop(slots=("user",)):
                raise c.ZsclError("bad-input", "no slot `user`")
            case c.Drop(slots=("bug",)):
                raise KeyError("bug")
            case c.Drop(slots=("package",)):
                raise ModuleNotFoundError("No module named 'fancy'", name="fancy")
        return c.Done()


@pytest.fixture
def session() -> FakeSession:
    return FakeSession()


@pytest.fixture
def worker(session: FakeSession) -> Worker:
    return Worker(EPOCH, Status(), lambda command: session)


def lerp(sequence: int, *, epoch: int = EPOCH, known_failure: int = 0, seconds: float = 0.0) -> bytes:
    step = pb.Lerp(slot="a", towards="b", fraction=seconds)
    return pb.Command(epoch=epoch, sequence=sequence, known_failure=known_failure, lerp=step).SerializeToString()


def drop(sequence: int, slot: str) -> bytes:
    return pb.Command(epoch=EPOCH, sequence=sequence, drop=pb.Drop(slots=[slot])).SerializeToString()


def outcome(report: pb.Report) -> str | None:
    name: str | None = report.WhichOneof("outcome")
    return name


def test_reports_repeat_epoch_and_sequence_and_tell_time_and_memory(worker: Worker) -> None:
    report = worker.answer(lerp(1, seconds=0.05))
    assert (report.epoch, report.sequence, outcome(report)) == (EPOCH, 1, "done")
    assert report.seconds >= 0.05
    assert report.memory_mib > 1


def test_a_mistake_of_the_user_has_no_traceback(worker: Worker) -> None:
    failure = worker.answer(drop(1, "user")).failure
    assert (failure.code, failure.message) == (pb.ERROR_CODE_BAD_INPUT, "no slot `user`")
    assert failure.state_good
    assert failure.traceback == ""


def test_a_bug_becomes_an_internal_failure_with_its_traceback(worker: Worker) -> None:
    failure = worker.answer(drop(1, "bug")).failure
    assert failure.code == pb.ERROR_CODE_INTERNAL
    assert not failure.state_good
    assert 'raise KeyError("bug")' in failure.traceback


def test_a_missing_package_is_named(worker: Worker) -> None:
    failure = worker.answer(drop(1, "package")).failure
    assert failure.code == pb.ERROR_CODE_MISSING_PACKAGE
    assert "`fancy`" in failure.message


def test_a_missing_package_is_also_named_when_the_session_cannot_be_loaded() -> None:
    def load(command: c.Command) -> FakeSession:
        raise ModuleNotFoundError("No module named 'torch'", name="torch")

    failure = Worker(EPOCH, Status(), load).answer(lerp(1)).failure
    assert "`torch`" in failure.message


def test_after_a_failure_only_commands_that_know_of_it_run(worker: Worker, session: FakeSession) -> None:
    worker.answer(lerp(1))
    worker.answer(drop(2, "user"))
    assert outcome(worker.answer(lerp(3))) == "cancelled"
    assert outcome(worker.answer(lerp(4, known_failure=1))) == "cancelled"
    assert outcome(worker.answer(lerp(5, known_failure=2))) == "done"
    assert len(session.executed) == 3


def test_a_cancel_covers_commands_up_to_its_number_also_late_ones(worker: Worker, session: FakeSession) -> None:
    worker.status.cancelled_through = 2
    assert [outcome(worker.answer(lerp(n))) for n in (1, 2, 3)] == ["cancelled", "cancelled", "done"]
    assert len(session.executed) == 1


@pytest.mark.parametrize(
    ("frame", "message"),
    [
        (lerp(1, epoch=EPOCH + 1), "launch 6 reached launch 5"),
        (lerp(2), "command 2 came where 1 was expected"),
        (b"\xff\xff\xff", "command 1 cannot be read"),
        (pb.Command(epoch=EPOCH, sequence=1).SerializeToString(), "holds no step"),
    ],
)
def test_what_breaks_the_protocol_fails_and_stops_what_is_queued(worker: Worker, frame: bytes, message: str) -> None:
    failure = worker.answer(frame).failure
    assert failure.code == pb.ERROR_CODE_PROTOCOL
    assert message in failure.message
    assert outcome(worker.answer(lerp(2))) == "cancelled"


class Parent:
    """The other end of both sockets."""

    def __init__(self, folder: Path, load: Callable[[c.Command], FakeSession]) -> None:
        self.context: zmq.Context[zmq.Socket[bytes]] = zmq.Context()
        self.work = self.context.socket(zmq.DEALER)
        self.control = self.context.socket(zmq.DEALER)
        work, control = f"ipc://{folder}/work", f"ipc://{folder}/control"
        for socket, address in ((self.work, work), (self.control, control)):
            socket.bind(address)
            socket.linger = 0
            socket.rcvtimeo = 5000
        handshake = Handshake(work, control, token="secret", epoch=EPOCH)
        self.thread = threading.Thread(target=serve, args=(handshake, load), daemon=True)
        self.thread.start()
        self.told = 0

    def hear(self, body: str) -> pb.ControlUp:
        """The next control message with this body; a knock is answered."""
        while True:
            message = pb.ControlUp.FromString(self.control.recv())
            if message.WhichOneof("body") == "knock":
                self.prove("secret", message.knock.nonce)
            if message.WhichOneof("body") == body:
                return message

    def report(self) -> pb.Report:
        return pb.Report.FromString(self.work.recv())

    def prove(self, token: str, nonce: bytes, who: str = "runner") -> None:
        self.told += 1
        answer = pb.Proof(proof=proof(token, who, nonce))
        self.control.send(pb.ControlDown(epoch=EPOCH, sequence=self.told, proof=answer).SerializeToString())

    def tell(self, *, cancel: int | None = None) -> None:
        if not self.told:
            self.hear("hello")
        self.told += 1
        message = pb.ControlDown(epoch=EPOCH, sequence=self.told)
        if cancel is None:
            message.shutdown.SetInParent()
        else:
            message.cancel.through_sequence = cancel
        self.control.send(message.SerializeToString())


@pytest.fixture
def parent(tmp_path_factory: pytest.TempPathFactory, session: FakeSession) -> Iterator[Parent]:
    parent = Parent(tmp_path_factory.mktemp("s"), lambda command: session)
    yield parent
    if parent.thread.is_alive():
        parent.tell()
        parent.thread.join(timeout=5)
    parent.work.close()
    parent.control.close()
    parent.context.term()
    assert not parent.thread.is_alive()


def test_hello_follows_the_proof_with_one_of_its_own_schema_and_versions(parent: Parent) -> None:
    knock = pb.ControlUp.FromString(parent.control.recv())
    assert (knock.epoch, knock.sequence, knock.WhichOneof("body")) == (EPOCH, 1, "knock")
    assert len(knock.knock.nonce) == 32
    assert not parent.control.poll(100)  # nothing more is told before the answer
    parent.prove("secret", knock.knock.nonce)
    message = parent.hear("hello")
    assert (message.epoch, message.sequence) == (EPOCH, 2)
    assert message.hello.proof == proof("secret", "worker", knock.knock.nonce)
    assert b"secret" not in message.SerializeToString()
    assert message.hello.schema_hash == SCHEMA_HASH
    assert message.hello.torch_version.startswith("2.")


@pytest.mark.parametrize(
    "answer",
    [
        pb.ControlDown(epoch=EPOCH, sequence=1, proof=pb.Proof(proof=proof("guessed", "runner", bytes(32)))),
        pb.ControlDown(epoch=EPOCH, sequence=1, proof=pb.Proof(proof=proof("secret", "worker", bytes(32)))),
        pb.ControlDown(epoch=EPOCH, sequence=1, proof=pb.Proof()),
        pb.ControlDown(epoch=EPOCH, sequence=1, cancel=pb.Cancel()),
    ],
)
def test_who_does_not_know_the_token_is_told_nothing(answer: pb.ControlDown) -> None:
    thread = ControlThread(zmq.Context.instance(), Handshake("", "ipc:///x/control", "secret", EPOCH), Status())
    with pytest.raises(RuntimeError, match="the process that listens at ipc:///x/control does not know the token"):
        thread.require_proof(answer, bytes(32))


def test_a_worker_that_is_given_up_before_it_has_begun_ends_by_itself(parent: Parent) -> None:
    parent.told = 1
    down = pb.ControlDown(epoch=EPOCH, sequence=1, shutdown=pb.Shutdown())
    parent.control.send(down.SerializeToString())
    parent.thread.join(timeout=5)
    assert not parent.thread.is_alive()
    assert pb.ControlUp.FromString(parent.control.recv()).WhichOneof("body") == "knock"
    assert not parent.control.poll(100)


def test_heartbeats_go_on_while_a_command_computes(parent: Parent) -> None:
    parent.hear("hello")
    parent.work.send(lerp(1, seconds=1.3))
    beats = [parent.hear("heartbeat").heartbeat for _ in range(3)]
    assert beats[-1].section == pb.SECTION_TRAIN
    assert (beats[-1].command_sequence, beats[-1].done, beats[-1].total) == (1, 1, 2)
    assert parent.report().sequence == 1


def test_a_cancel_during_a_command_discards_what_is_queued_behind_it(parent: Parent) -> None:
    for number, seconds in ((1, 0.4), (2, 0.0), (3, 0.0)):
        parent.work.send(lerp(number, seconds=seconds))
    time.sleep(0.2)
    parent.tell(cancel=2)
    assert [outcome(parent.report()) for _ in range(3)] == ["done", "cancelled", "done"]


def test_shutdown_answers_everything_says_goodbye_and_ends(parent: Parent) -> None:
    for number, seconds in ((1, 0.4), (2, 0.0)):
        parent.work.send(lerp(number, seconds=seconds))
    time.sleep(0.2)
    parent.tell()
    assert [outcome(parent.report()) for _ in range(2)] == ["done", "cancelled"]
    parent.hear("goodbye")
    parent.thread.join(timeout=2)
    assert not parent.thread.is_alive()

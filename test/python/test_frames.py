"""Mutated commands: each gets a verdict, none hangs, none is called a bug, and nothing grows."""

from __future__ import annotations

import random
import time
from collections.abc import Callable

from zscl import commands as c
from zscl_worker import memory
from zscl_worker.control import Status
from zscl_worker.generated import zscl_pb2 as pb
from zscl_worker.loop import Worker

EPOCH = 5
FRAMES = 20_000
GROWTH_MIB = 64


class Nobody:
    """Executes nothing."""

    def execute(self, command: c.Command, progress: Callable[[int, int], object]) -> c.Outcome:
        return c.Done()


def commands() -> list[bytes]:
    """One of every step, with some of its fields."""
    dataset = pb.DatasetSpec(
        name="d", kind="folder", images="/a", templates=["a {}"], held_out=0.2, class_indices=[1, 2]
    )
    steps = {
        "set_up": pb.SetUp(model=pb.ModelSpec(name="m"), datasets=[dataset], seed=7, device="cpu"),
        "begin_task": pb.BeginTask(task=1, dataset="d", teacher_slot="initial"),
        "train": pb.Train(task=1, learning_rates=[1e-5] * 25, batch_size=4),
        "lerp": pb.Lerp(slot="a", towards="b", fraction=0.5),
        "drop": pb.Drop(slots=["a", "b"]),
        "evaluate": pb.Evaluate(slot="trained", dataset="d", batch_size=9),
        "save": pb.Save(folder="/x", slots=["trained"]),
    }
    return [
        pb.Command(epoch=EPOCH, sequence=1, **{name: step}).SerializeToString()  # type: ignore[arg-type]
        for name, step in steps.items()
    ]


def mutated(frame: bytes, other: bytes, rng: random.Random) -> bytes:
    """Flipped, cut, doubled, filled with noise, or grown together with another."""
    changed = bytearray(frame)
    for _ in range(rng.randint(1, 4)):
        at = rng.randrange(len(changed)) if changed else 0
        match rng.randrange(5):
            case 0 if changed:
                changed[at] ^= 1 << rng.randrange(8)
            case 1:
                del changed[at : at + rng.randint(1, 8)]
            case 2:
                changed[at:at] = changed[at : at + rng.randint(1, 16)]
            case 3:
                changed[at:at] = rng.randbytes(rng.randint(1, 8))
            case _:
                changed[at:] = other[rng.randrange(len(other)) :]
    return bytes(changed)


def test_every_mutated_command_gets_a_verdict_and_none_is_called_a_bug() -> None:
    rng = random.Random(2026)
    valid = commands()
    before, started = memory.resident_mib(), time.monotonic()
    outcomes: dict[str, int] = {}
    for _ in range(FRAMES):
        frame = mutated(rng.choice(valid), rng.choice(valid), rng)
        report = Worker(EPOCH, Status(), lambda command: Nobody()).answer(frame)
        kind = report.WhichOneof("outcome")
        assert kind in ("done", "failure", "cancelled"), frame
        if kind == "failure":
            code = pb.ErrorCode.Name(report.failure.code)
            assert code == "ERROR_CODE_PROTOCOL", (code, report.failure.message, frame)
        outcomes[str(kind)] = outcomes.get(str(kind), 0) + 1
    assert outcomes["failure"] > FRAMES / 4
    assert outcomes["done"] > FRAMES / 100
    assert memory.resident_mib() - before < GROWTH_MIB
    assert time.monotonic() - started < 300

"""Messages to and from dataclasses."""

from __future__ import annotations

import dataclasses
import typing

import pytest

from zscl import commands as c
from zscl_worker.convert import command_of, failure_of, from_message, hints_of, set_outcome, to_message
from zscl_worker.generated import zscl_pb2 as pb
from zscl_worker.loop import SECTIONS

TASK = c.BeginTask(
    task=2,
    dataset="d",
    objective=c.Objective(text_term="encoder", text_sample=3),
    teacher_slot="initial",
    reference_texts=c.TextSource(kind="class-prompts", datasets=("a", "b")),
)
FILES = (c.SavedFile("a.safetensors", 2.0**40, "ff", "trained"), c.SavedFile("optimiser.safetensors", 1.0, "00", ""))
COMMANDS: list[c.Command] = [
    c.SetUp(c.ModelSpec("m", "p"), (c.DatasetSpec("one"), c.DatasetSpec("two", data_seed=4)), seed=2**32 - 1),
    c.Restore("/f", FILES, TASK),
    c.Restore("/f", (), None),
    TASK,
    c.Train(1, 25, (1e-5, 0.1), c.LossWeights(wc=0.5), 64, 32),
    c.Lerp("a", "b", 1 / 3),
    c.Combine("a", (c.WeightedSlot("b", 0.25), c.WeightedSlot("c", -0.75))),
    c.Drop(("a", "b")),
    c.Evaluate("a", "d", 8),
    c.Remember(1, "d", "a", 10),
    c.Save("/f", ("a",), True),
    c.Export("a", "/f"),
]
OUTCOMES: list[c.Outcome] = [
    c.Done(),
    c.SetUpDone("cpu", 2, "fp32", 10, 9, "ab", (c.DatasetFacts("d", ("x", "y"), 4, 2, ("a {}.",)),)),
    c.TrainDone((c.LossRow(ce=1.5, total=float("inf")), c.LossRow()), 128),
    c.EvaluateDone(0, 9),
    c.SaveDone(FILES),
]


def step_field(command: c.Command) -> str:
    (name,) = (name for name, message in steps().items() if message == type(command).__name__)
    return name


def steps() -> dict[str, str]:
    """Field and message name of every command in the schema."""
    fields = pb.Command.DESCRIPTOR.oneofs_by_name["step"].fields
    return {field.name: field.message_type.name for field in fields if field.message_type is not None}


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: type(command).__name__)
def test_a_command_survives_the_way_through_bytes(command: c.Command) -> None:
    envelope = pb.Command(epoch=1, sequence=1)
    payload = to_message(command, getattr(pb, type(command).__name__))
    getattr(envelope, step_field(command)).CopyFrom(payload)
    assert command_of(pb.Command.FromString(envelope.SerializeToString())) == command


@pytest.mark.parametrize("outcome", OUTCOMES, ids=lambda outcome: type(outcome).__name__)
def test_an_outcome_lands_in_its_field_of_the_report(outcome: c.Outcome) -> None:
    report = pb.Report()
    set_outcome(report, outcome)
    read = pb.Report.FromString(report.SerializeToString())
    assert from_message(type(outcome), getattr(read, read.WhichOneof("outcome") or "")) == outcome


def test_every_dataclass_has_exactly_the_fields_of_its_message() -> None:
    checked = [cls for cls in vars(c).values() if dataclasses.is_dataclass(cls) and isinstance(cls, type)]
    for cls in checked:
        hints_of(cls, getattr(pb, cls.__name__)())
    assert len(checked) > 20


def test_every_command_of_the_schema_has_a_dataclass_and_a_section() -> None:
    assert set(steps().values()) == {cls.__name__ for cls in typing.get_args(c.Command)}
    assert SECTIONS.keys() == steps().keys()


def test_every_error_code_is_in_the_schema_and_none_is_only_there() -> None:
    codes = {name.removeprefix("ERROR_CODE_").lower().replace("_", "-") for name in pb.ErrorCode.keys()}  # noqa: SIM118
    assert codes - {"unspecified"} == set(typing.get_args(c.ErrorCode))


def test_a_dataclass_that_differs_from_its_message_is_refused() -> None:
    @dataclasses.dataclass(frozen=True)
    class Lerp:
        slot: str
        speed: float

    with pytest.raises(TypeError, match="speed"):
        from_message(Lerp, pb.Lerp(slot="a"))
    with pytest.raises(TypeError, match="fraction"):
        to_message(Lerp("a", 1.0), pb.Lerp)


def test_a_missing_part_and_a_missing_step_break_the_protocol() -> None:
    with pytest.raises(c.ZsclError, match="`model` is missing in SetUp") as missing:
        command_of(pb.Command(set_up=pb.SetUp(seed=1)))
    assert missing.value.code == "protocol"
    with pytest.raises(c.ZsclError, match="holds no step"):
        command_of(pb.Command(sequence=1))


def test_a_failure_carries_update_and_losses() -> None:
    error = c.ZsclError("non-finite-loss", "ce", state_good=False, update=3, losses=c.LossRow(ce=2.0))
    failure = failure_of(error, "trace")
    assert failure.code == pb.ERROR_CODE_NON_FINITE_LOSS
    assert (failure.message, failure.traceback, failure.state_good, failure.update) == ("ce", "trace", False, 3)
    assert failure.losses.ce == 2.0
    assert not failure_of(c.ZsclError("bad-input", "x")).HasField("losses")

"""Protobuf messages to and from the dataclasses of `zscl.commands`, by field name; what does not match is an error."""

from __future__ import annotations

import dataclasses
import functools
import types
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from google.protobuf.message import Message

from zscl import commands
from zscl.commands import Command, Outcome, ZsclError
from zscl_worker.generated import zscl_pb2 as pb

T = TypeVar("T")
M = TypeVar("M", bound=Message)


def command_of(message: pb.Command) -> Command:
    """The command inside the envelope.

    Raises ZsclError `protocol` when there is none or a part of it is missing.
    """
    step = message.WhichOneof("step")
    if step is None:
        raise ZsclError("protocol", f"command {message.sequence} holds no step")
    payload: Message = getattr(message, step)
    command: Command = from_message(getattr(commands, type(payload).__name__), payload)
    return command


def to_command(command: Command) -> pb.Command:
    """The command in an envelope without launch and number."""
    name = type(command).__name__
    for field in pb.Command.DESCRIPTOR.oneofs_by_name["step"].fields:
        if field.message_type is not None and field.message_type.name == name:
            return pb.Command(**{field.name: to_message(command, getattr(pb, name))})
    raise TypeError(f"a Command has no step `{name}`")


def set_outcome(report: pb.Report, outcome: Outcome) -> None:
    """Puts an outcome into the field of the report that carries messages of its name."""
    name = type(outcome).__name__
    for field in report.DESCRIPTOR.oneofs_by_name["outcome"].fields:
        if field.message_type is not None and field.message_type.name == name:
            getattr(report, field.name).CopyFrom(to_message(outcome, getattr(pb, name)))
            return
    raise TypeError(f"a Report has no outcome `{name}`")


def failure_of(error: ZsclError, traceback: str = "") -> pb.Failure:
    code = "ERROR_CODE_" + error.code.upper().replace("-", "_")
    failure = pb.Failure(
        code=code, message=str(error), traceback=traceback, state_good=error.state_good, update=error.update
    )
    if error.losses is not None:
        failure.losses.CopyFrom(to_message(error.losses, pb.LossRow))
    return failure


def from_message(cls: type[T], message: Message) -> T:
    """Reads a dataclass from a message of the same field names.

    Raises ZsclError `protocol` when a message inside that is not optional is absent.
    """
    hints = hints_of(cls, message)
    return cls(**{name: _read(message, name, hint) for name, hint in hints.items()})


def to_message(value: object, cls: type[M]) -> M:
    """Writes a dataclass into a new message of the same field names."""
    message = cls()
    for name in hints_of(type(value), message):
        _write(message, name, getattr(value, name))
    return message


def hints_of(cls: type, message: Message) -> dict[str, Any]:
    """Field names and types of a dataclass, after checking that the message has exactly the same fields."""
    hints = _hints(cls)
    fields = {field.name for field in message.DESCRIPTOR.fields}
    if hints.keys() != fields:
        raise TypeError(f"`{cls.__name__}` and the schema differ in {sorted(hints.keys() ^ fields)}")
    return hints


@functools.cache
def _hints(cls: type) -> dict[str, Any]:
    if not dataclasses.is_dataclass(cls):
        raise TypeError(f"`{cls.__name__}` is not a dataclass")
    return get_type_hints(cls)


def _read(message: Message, name: str, hint: Any) -> object:  # noqa: ANN401 - a type, or a union or tuple of types
    value = getattr(message, name)
    if get_origin(hint) is tuple:
        item = get_args(hint)[0]
        return tuple(from_message(item, one) if isinstance(one, Message) else one for one in value)
    if not isinstance(value, Message):
        return value
    optional = get_origin(hint) is types.UnionType
    if message.HasField(name):
        return from_message(get_args(hint)[0] if optional else hint, value)
    if optional:
        return None
    raise ZsclError("protocol", f"`{name}` is missing in {type(message).__name__}")


def _write(message: Message, name: str, value: object) -> None:
    if value is None:
        return
    if isinstance(value, tuple):
        target = getattr(message, name)
        for one in value:
            target.append(to_message(one, getattr(pb, type(one).__name__)) if dataclasses.is_dataclass(one) else one)
    elif dataclasses.is_dataclass(value):
        getattr(message, name).CopyFrom(to_message(value, getattr(pb, type(value).__name__)))
    else:
        setattr(message, name, value)

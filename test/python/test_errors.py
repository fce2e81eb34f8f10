"""What goes wrong is told by its code, in words that name the setting, and with the truth about the state."""

from __future__ import annotations

import errno
import math
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch
from conftest import segment, silent, tiny_set_up, zscl_task

from zscl import session as session_module
from zscl.commands import (
    BeginTask,
    Combine,
    Command,
    DatasetSpec,
    Drop,
    Evaluate,
    Export,
    ImageSource,
    Lerp,
    LossWeights,
    Objective,
    TextSource,
    WeightedSlot,
    ZsclError,
)
from zscl.session import Session
from zscl.training import loop as training

DISTILL = LossWeights(lambda_image=1)


def fails(session: Session, command: Command) -> ZsclError:
    with pytest.raises(ZsclError) as caught:
        session.execute(command, silent)
    return caught.value


@pytest.mark.parametrize(
    ("changes", "code", "says"),
    [
        ({"device": "cuda:7"}, "device-unavailable", "this machine has cpu"),
        ({"device": "tpu"}, "bad-input", "expected auto, cpu, cuda, cuda:N or mps"),
        ({"precision": "fp16"}, "bad-input", "fp32, tf32, bf16"),
        ({"precision": "tf32"}, "bad-input", "needs a CUDA device"),
        ({"trains": "head"}, "bad-input", "whole, image, text"),
        (
            {"datasets": (DatasetSpec("x", "tiny"), DatasetSpec("x", "tiny"))},
            "bad-input",
            "two datasets are called `x`",
        ),
        (
            {"datasets": (DatasetSpec("x", "imagenet"),)},
            "bad-input",
            "one of mini, folder, table, saved, tiny, aircraft",
        ),
        ({"datasets": (DatasetSpec("x", "mini", "faces"),)}, "bad-input", "shapes, digits, textures"),
    ],
)
def test_a_set_up_that_cannot_work_says_what_can(changes: dict[str, Any], code: str, says: str) -> None:
    error = fails(Session(), tiny_set_up(**changes))
    assert (error.code, error.state_good) == (code, True)
    assert says in str(error)


def test_a_set_up_that_failed_can_be_tried_again() -> None:
    session = Session()
    fails(session, tiny_set_up(trains="head"))
    session.execute(tiny_set_up(), silent)


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"dataset": "fourth"}, "no dataset `fourth`; there are first, second, third"),
        ({"teacher_slot": "nobody"}, "no slot `nobody`; there are trained, initial"),
        ({"anchor_slot": "nobody"}, "no slot `nobody`"),
        ({"reference_images": ImageSource("set", "imagenet")}, "expected one of mini, imagenet-prompts, tiny"),
        ({"reference_images": ImageSource("photos")}, "none, set, folder, current-task, task-images, memory, noise"),
        ({"reference_images": ImageSource("noise")}, "`reference_images.count` is 0"),
        ({"reference_texts": TextSource("words")}, "none, set, file, class-prompts, random-tokens"),
        ({"reference_texts": TextSource("class-prompts")}, "`reference_texts.datasets` is empty"),
        ({"reference_texts": TextSource("class-prompts", datasets=("x",))}, "no dataset `x`"),
        ({"reference_texts": TextSource("random-tokens", count=3, length=39)}, "is 39; the model has room for 40 - 2"),
        ({"objective": Objective(direction="sideways")}, "teacher-target, as-printed"),
        ({"objective": Objective(text_term="both")}, "transposed, encoder"),
        ({"objective": Objective(temperature=0.0)}, "`objective.temperature` is 0.0"),
        ({"objective": Objective(label_smoothing=1.0)}, "`objective.label_smoothing` is 1.0"),
    ],
)
def test_a_task_that_cannot_begin_says_why_and_leaves_the_one_before(
    changes: dict[str, Any], says: str, session: Session
) -> None:
    session.execute(zscl_task(), silent)
    error = fails(session, zscl_task(**changes))
    assert (error.code, error.state_good) == ("bad-input", True)
    assert says in str(error)
    session.execute(segment(0, 1, DISTILL), silent)


@pytest.mark.parametrize(
    ("task", "weights", "says"),
    [
        (BeginTask(0, "first"), DISTILL, "without `teacher_slot`"),
        (BeginTask(0, "first"), LossWeights(wc=1), "without `anchor_slot`"),
        (zscl_task(reference_texts=TextSource()), DISTILL, "need `reference_texts`"),
        (zscl_task(reference_images=ImageSource()), DISTILL, "needs `reference_images`, but they are `none`"),
        (zscl_task(reference_images=ImageSource("memory")), DISTILL, "no task is remembered yet"),
        (BeginTask(0, "first"), LossWeights(ce=0), "all loss weights are 0"),
    ],
)
def test_loss_weights_that_need_what_the_task_has_not_are_refused(
    task: BeginTask, weights: LossWeights, says: str, session: Session
) -> None:
    session.execute(task, silent)
    error = fails(session, segment(0, 2, weights))
    assert (error.code, error.state_good) == ("bad-input", True)
    assert says in str(error)


def test_commands_out_of_order_are_bugs_of_the_sender(session: Session) -> None:
    session.execute(zscl_task(), silent)
    session.execute(segment(0, 2, DISTILL), silent)
    for command in (tiny_set_up(), segment(1, 2, DISTILL), replace(segment(2, 2, DISTILL), task=1)):
        assert fails(session, command).code == "protocol"
    assert fails(Session(), Drop(("x",))).code == "protocol"
    session.execute(segment(2, 1, DISTILL), silent)


@pytest.mark.parametrize(
    "command",
    [
        Lerp("nothing", "trained", 0.5),
        Lerp("trained", "nothing", 0.5),
        Combine("x", (WeightedSlot("nothing", 1.0),)),
        Combine("x", ()),
        Drop(("nothing",)),
        Evaluate("nothing", "first", 1),
    ],
)
def test_unknown_slots_are_bad_input_with_the_state_good(command: Command, session: Session) -> None:
    error = fails(session, command)
    assert (error.code, error.state_good) == ("bad-input", True)


def digest(session: Session) -> str:
    assert session._state is not None
    return session._state.slots.digest("trained")


def test_a_loss_that_is_not_finite_stops_before_its_step_and_tells_update_and_terms(session: Session) -> None:
    session.execute(zscl_task(), silent)
    session.execute(segment(0, 2, LossWeights()), silent)
    before = digest(session)
    error = fails(session, segment(2, 3, LossWeights(ce=1e39, lambda_image=1)))
    assert (error.code, error.update, error.state_good) == ("non-finite-loss", 2, True)
    assert error.losses is not None
    assert math.isfinite(error.losses.ce)
    assert math.isinf(error.losses.total)
    assert "update 2" in str(error)
    assert digest(session) == before
    session.execute(segment(2, 1, LossWeights()), silent)


def test_a_loss_that_is_not_finite_in_the_middle_of_a_segment_says_that_the_state_has_changed(session: Session) -> None:
    session.execute(zscl_task(), silent)
    rates = (1e-3, float("inf"), 1e-3, 1e-3)
    error = fails(session, replace(segment(0, 4, LossWeights()), learning_rates=rates))
    assert (error.code, error.update, error.state_good) == ("non-finite-loss", 2, False)
    assert error.losses is not None
    assert math.isnan(error.losses.ce)
    assert "(ce)" in str(error)


@pytest.mark.parametrize(
    "raised",
    [torch.OutOfMemoryError("CUDA out of memory"), MemoryError(), RuntimeError("can't allocate memory: 9 bytes")],
)
@pytest.mark.parametrize("update", [0, 1])
def test_out_of_memory_names_the_settings_to_lower_and_knows_whether_weights_changed(
    raised: Exception, update: int, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    gather: Callable[..., Any] = training.gather

    def exhaust(*args: Any) -> Any:  # noqa: ANN401
        if args[-1] == update:
            raise raised
        return gather(*args)

    monkeypatch.setattr(training, "gather", exhaust)
    session.execute(zscl_task(), silent)
    error = fails(session, segment(0, 3, DISTILL))
    assert (error.code, error.state_good) == ("out-of-memory", update == 0)
    assert "`batch_size`" in str(error)
    assert "`reference_batch_size`" in str(error)
    assert error.__cause__ is raised


def test_out_of_memory_on_a_gpu_tells_the_peak(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    def exhaust(*_: object) -> None:
        monkeypatch.setattr(torch.cuda, "is_initialized", lambda: True)
        monkeypatch.setattr(torch.cuda, "max_memory_allocated", lambda: 3 * 2**30)
        raise torch.OutOfMemoryError("CUDA out of memory")

    monkeypatch.setattr(training, "gather", exhaust)
    session.execute(zscl_task(), silent)
    error = fails(session, segment(0, 1, DISTILL))
    assert error.code == "out-of-memory"
    assert "3072 MiB" in str(error)
    assert "`micro_batch`" in str(error)


@pytest.mark.parametrize(
    ("raised", "code"),
    [
        (OSError(errno.ENOSPC, "No space left on device", "/x/y"), "disk-full"),
        (FileNotFoundError(errno.ENOENT, "No such file", "/x/y"), "data-not-found"),
        (ModuleNotFoundError("no", name="sklearn"), "missing-package"),
        (KeyError("what"), "internal"),
    ],
)
def test_exceptions_of_the_system_become_codes_with_their_cause(
    raised: Exception, code: str, session: Session, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def fail(*_: object) -> None:
        raise raised

    monkeypatch.setattr(session_module, "export", fail)
    error = fails(session, Export("trained", str(tmp_path)))
    assert (error.code, error.state_good) == (code, True)
    assert error.__cause__ is raised
    if isinstance(raised, OSError):
        assert "/x/y" in str(error)

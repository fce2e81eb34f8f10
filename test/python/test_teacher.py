"""Teacher tables are made once, found again by content, and made anew when anything they depend on changes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import torch
from conftest import segment, silent, zscl_task

from zscl.commands import (
    BeginTask,
    Combine,
    ImageSource,
    Lerp,
    LossWeights,
    Remember,
    TextSource,
    WeightedSlot,
    ZsclError,
)
from zscl.model.clip import Model
from zscl.session import Session

DISTILL = LossWeights(lambda_image=1, lambda_text=1)


class Counter:
    """Counts encoded images and texts outside of gradients: the teacher's."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.images = self.texts = 0
        encode_image, encode_text = Model.encode_image, Model.encode_text

        def count_images(model: Model, images: torch.Tensor) -> torch.Tensor:
            self.images += 0 if torch.is_grad_enabled() else len(images)
            return encode_image(model, images)

        def count_texts(model: Model, tokens: torch.Tensor) -> torch.Tensor:
            self.texts += 0 if torch.is_grad_enabled() else len(tokens)
            return encode_text(model, tokens)

        monkeypatch.setattr(Model, "encode_image", count_images)
        monkeypatch.setattr(Model, "encode_text", count_texts)

    def take(self) -> tuple[int, int]:
        found = self.images, self.texts
        self.images = self.texts = 0
        return found


@pytest.fixture
def counter(monkeypatch: pytest.MonkeyPatch) -> Counter:
    return Counter(monkeypatch)


def tables(session: Session) -> tuple[torch.Tensor | None, torch.Tensor | None]:
    assert session._state is not None
    assert session._state.task is not None
    assert session._state.task.teacher is not None
    return session._state.task.teacher.image_ND, session._state.task.teacher.text_MD


def test_the_teacher_runs_once_for_all_tasks_sessions_and_updates(
    new_session: Callable[..., Session], counter: Counter
) -> None:
    session = new_session()
    session.execute(zscl_task(), silent)
    assert counter.take() == (15, 9)
    session.execute(segment(0, 5, DISTILL), silent)
    session.execute(zscl_task(task=1, dataset="second"), silent)
    assert counter.take() == (0, 0)
    before = tables(session)
    other = new_session()
    other.execute(zscl_task(), silent)
    assert counter.take() == (0, 0)
    for one, again in zip(before, tables(other), strict=True):
        assert one is not None
        assert again is not None
        assert torch.equal(one, again)


def test_another_teacher_or_other_data_are_not_taken_from_the_cache(session: Session, counter: Counter) -> None:
    session.execute(zscl_task(), silent)
    counter.take()
    session.execute(segment(0, 1, DISTILL), silent)
    session.execute(Combine("later", (WeightedSlot("trained", 1.0),)), silent)
    session.execute(zscl_task(teacher_slot="later"), silent)
    assert counter.take() == (15, 9)
    session.execute(zscl_task(reference_images=ImageSource("set", "tiny", count=14)), silent)
    assert counter.take() == (14, 0)
    session.execute(zscl_task(reference_texts=TextSource("set", "tiny", count=8)), silent)
    assert counter.take() == (0, 8)


def test_other_precision_is_not_taken_from_the_cache(new_session: Callable[..., Session], counter: Counter) -> None:
    new_session().execute(zscl_task(), silent)
    counter.take()
    new_session(precision="bf16").execute(zscl_task(), silent)
    assert counter.take() == (15, 9)


@pytest.mark.parametrize("damage", [b"", b"junk", None])
def test_a_damaged_cache_is_made_again_with_a_warning(
    damage: bytes | None,
    new_session: Callable[..., Session],
    tmp_path: Path,
    counter: Counter,
    capfd: pytest.CaptureFixture[str],
) -> None:
    session = new_session()
    session.execute(zscl_task(), silent)
    counter.take()
    files = sorted((tmp_path / "cache" / "teacher").glob("*.safetensors"))
    assert len(files) == 2
    for file in files:
        content = bytearray(file.read_bytes())
        content[-1] ^= 1  # one wrong bit in the last number
        file.write_bytes(content if damage is None else damage)
    other = new_session()
    other.execute(zscl_task(), silent)
    assert counter.take() == (15, 9)
    assert capfd.readouterr().err.count("is damaged") == 2
    assert all(
        torch.equal(a, b)
        for a, b in zip(tables(session), tables(other), strict=True)
        if a is not None and b is not None
    )
    new_session().execute(zscl_task(), silent)
    assert counter.take() == (0, 0)


def test_a_cache_that_cannot_be_written_costs_no_run(
    new_session: Callable[..., Session], tmp_path: Path, counter: Counter, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be")
    new_session().execute(zscl_task(), silent)
    assert counter.take() == (15, 9)
    assert "cannot be written" in capfd.readouterr().err


def test_no_cache_folder_means_no_cache(new_session: Callable[..., Session], tmp_path: Path, counter: Counter) -> None:
    for _ in range(2):
        new_session(cache_folder="").execute(zscl_task(), silent)
        assert counter.take() == (15, 9)
    assert not (tmp_path / "cache").exists()


def test_class_prompts_and_random_tokens_are_encoded_once_per_task(
    session: Session, tmp_path: Path, counter: Counter
) -> None:
    prompts = TextSource("class-prompts", datasets=("first", "second"))
    session.execute(zscl_task(reference_texts=prompts, reference_images=ImageSource("none")), silent)
    assert counter.take() == (0, 4)  # both datasets have the same four classes: each prompt once
    random = TextSource("random-tokens", count=11, length=4)
    session.execute(zscl_task(reference_texts=random, reference_images=ImageSource("none")), silent)
    assert counter.take() == (0, 11)
    assert not (tmp_path / "cache" / "teacher").exists()


def test_on_current_task_images_the_teacher_runs_in_every_update(session: Session, counter: Counter) -> None:
    session.execute(zscl_task(reference_images=ImageSource("current-task")), silent)
    assert counter.take()[0] == 0
    session.execute(segment(0, 3, DISTILL), silent)
    assert counter.take() == (3 * 6, 0)


def test_no_reference_image_is_encoded_without_a_distillation_weight(session: Session, counter: Counter) -> None:
    session.execute(zscl_task(reference_images=ImageSource("current-task")), silent)
    counter.take()
    session.execute(segment(0, 3, LossWeights(wc=1)), silent)
    assert counter.take() == (0, 0)


def test_the_teacher_stays_what_it_was_when_its_slot_changes_during_the_task(
    new_session: Callable[..., Session],
) -> None:
    digests = []
    for change in (False, True):
        session = new_session()
        session.execute(Combine("start", (WeightedSlot("trained", 1.0),)), silent)
        task = zscl_task(teacher_slot="start", anchor_slot="start", reference_images=ImageSource("current-task"))
        session.execute(task, silent)
        weights = LossWeights(lambda_image=1, wc=1)
        session.execute(segment(0, 2, weights), silent)
        if change:
            session.execute(Lerp("start", "trained", 0.5), silent)
        session.execute(segment(2, 2, weights), silent)
        assert session._state is not None
        digests.append(session._state.slots.digest("trained"))
    assert digests[0] == digests[1]


def test_the_live_weights_cannot_be_teacher_or_anchor(session: Session) -> None:
    for changes in ({"teacher_slot": "trained"}, {"anchor_slot": "trained"}):
        with pytest.raises(ZsclError, match="copy it to another slot") as caught:
            session.execute(zscl_task(**changes), silent)
        assert caught.value.code == "bad-input"


def test_tables_of_memory_are_made_for_the_images_remembered(session: Session, counter: Counter) -> None:
    session.execute(Remember(0, "second", "initial", 7), silent)
    counter.take()
    session.execute(BeginTask(1, "first", teacher_slot="initial", reference_images=ImageSource("memory")), silent)
    assert counter.take() == (7, 0)

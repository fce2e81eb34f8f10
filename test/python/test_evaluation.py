"""Accuracy against a plain computation, one image and one prompt at a time."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import torch
from conftest import TINY, segment, silent, zscl_task

from zscl.commands import Combine, DatasetSpec, Evaluate, EvaluateDone, LossWeights, WeightedSlot, ZsclError
from zscl.session import Session
from zscl.training.evaluation import class_embeddings

import open_clip  # isort: skip


def plain_accuracy(session: Session, dataset_name: str) -> tuple[int, torch.Tensor]:
    assert session._state is not None
    module, dataset = session._state.model.module, session._state.datasets[dataset_name]
    cfg = open_clip.get_model_preprocess_cfg(module)
    mean, std = (torch.tensor(cfg[key]).view(1, 3, 1, 1) for key in ("mean", "std"))
    tokenizer = open_clip.get_tokenizer(TINY)
    correct, rows = 0, []
    with torch.no_grad():
        for name in dataset.classes:
            texts = [module.encode_text(tokenizer([t.format(name)]), normalize=True)[0] for t in dataset.templates]
            average = torch.stack(texts).mean(dim=0)
            rows.append(average / average.norm())
        for image, label in zip(dataset.test_images, dataset.test_labels, strict=True):
            embedding = module.encode_image((image[None].float() / 255 - mean) / std, normalize=True)[0]
            scores = [float(embedding @ row) for row in rows]
            correct += scores.index(max(scores)) == int(label)
    return correct, torch.stack(rows)


def trained(new_session: Callable[..., Session]) -> Session:
    """A model that has learnt the test images of `first` a little, so that accuracy is neither chance nor perfect."""
    session = new_session(
        datasets=(DatasetSpec("first", "tiny", test_size=150), DatasetSpec("second", "tiny", data_seed=1))
    )
    session.execute(zscl_task(), silent)
    session.execute(segment(0, 12, LossWeights()), silent)
    return session


@pytest.mark.parametrize("batch_size", [7, 64, 1000])
def test_accuracy_equals_a_plain_computation_whatever_the_batch_size(
    batch_size: int, new_session: Callable[..., Session]
) -> None:
    session = trained(new_session)
    correct, _ = plain_accuracy(session, "first")
    assert session.execute(Evaluate("trained", "first", batch_size), silent) == EvaluateDone(correct, 150)


def test_class_embeddings_are_renormalised_means_over_all_templates(new_session: Callable[..., Session]) -> None:
    session = trained(new_session)
    assert session._state is not None
    ours = class_embeddings(session._state.model, session._state.datasets["first"], 5)
    torch.testing.assert_close(ours, plain_accuracy(session, "first")[1], rtol=1e-5, atol=1e-6)


def test_any_slot_can_be_evaluated_and_the_trained_weights_stay(new_session: Callable[..., Session]) -> None:
    session = trained(new_session)
    assert session._state is not None
    slots = session._state.slots
    before = slots.digest("trained")
    accuracy = {slot: session.execute(Evaluate(slot, "first", 50), silent) for slot in ("trained", "initial")}
    assert slots.digest("trained") == before
    session.execute(Combine("kept", (WeightedSlot("trained", 1.0),)), silent)
    session.execute(Combine("trained", (WeightedSlot("initial", 1.0),)), silent)
    assert session.execute(Evaluate("trained", "first", 50), silent) == accuracy["initial"]
    assert session.execute(Evaluate("kept", "first", 50), silent) == accuracy["trained"]
    assert accuracy["initial"] != accuracy["trained"]


def test_progress_ends_at_the_number_of_images(session: Session) -> None:
    seen: list[tuple[int, int]] = []
    session.execute(Evaluate("trained", "first", 5), lambda done, total: seen.append((done, total)))
    assert seen == [(5, 12), (10, 12), (12, 12)]


@pytest.mark.parametrize(
    ("command", "says"),
    [
        (Evaluate("nothing", "first", 5), "no slot `nothing`; there are trained, initial"),
        (Evaluate("trained", "nowhere", 5), "no dataset `nowhere`; there are first, second, third"),
        (Evaluate("trained", "first", 0), "batch size 0"),
    ],
)
def test_evaluating_what_is_not_there_names_what_is(command: Evaluate, says: str, session: Session) -> None:
    with pytest.raises(ZsclError) as caught:
        session.execute(command, silent)
    assert (caught.value.code, caught.value.state_good) == ("bad-input", True)
    assert says in str(caught.value)

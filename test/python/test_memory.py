"""Herding against a naive search, and how capacity is shared."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from conftest import silent

from zscl.commands import Remember
from zscl.references.memory import Memory, herd, memory_images, remember
from zscl.session import Session


def naive_herding(features: np.ndarray, count: int) -> list[int]:
    mean, chosen = features.mean(axis=0), list[int]()
    for k in range(1, count + 1):
        distances: list[float] = []
        for i in range(len(features)):
            total = features[[*chosen, i]].sum(axis=0)
            distances.append(np.inf if i in chosen else float(np.linalg.norm(mean - total / k)))
        chosen.append(int(np.argmin(distances)))
    return chosen


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("normalised", [True, False])
def test_herding_equals_the_naive_search(seed: int, normalised: bool) -> None:
    features = np.random.default_rng(seed).normal(size=(40, 6)) + 0.3
    if normalised:
        features /= np.linalg.norm(features, axis=1, keepdims=True)
    assert herd(torch.from_numpy(features), 25).tolist() == naive_herding(features, 25)


def test_herding_more_than_there_is_takes_every_image_once() -> None:
    order = herd(torch.randn(7, 3), 20)
    assert sorted(order.tolist()) == list(range(7))
    assert herd(torch.randn(7, 3), 0).tolist() == []


def test_capacity_is_shared_evenly_and_earlier_tasks_keep_their_best() -> None:
    memory: Memory = {}
    memory = remember(memory, 0, "a", torch.arange(10), 10)
    assert {task: len(kept.indices) for task, kept in memory.items()} == {0: 10}
    memory = remember(memory, 1, "b", torch.arange(20, 25), 10)
    memory = remember(memory, 2, "c", torch.arange(30, 33), 10)
    assert {task: kept.indices.tolist() for task, kept in memory.items()} == {
        0: [0, 1, 2],
        1: [20, 21, 22],
        2: [30, 31, 32],
    }


def test_remembering_stores_indices_of_images_herded_under_the_slots_weights(session: Session) -> None:
    session.execute(Remember(0, "first", "initial", 9), silent)
    session.execute(Remember(1, "second", "initial", 9), silent)
    assert session._state is not None
    state = session._state
    first = state.datasets["first"]
    with torch.no_grad():
        features = state.model.encode_image(state.model.prepare(first.train_images))
    wanted = naive_herding(features.double().numpy(), 4)
    assert state.memory[0].indices.tolist() == wanted
    images = memory_images(state.memory, state.datasets)
    assert images.shape == (8, 3, 32, 32)
    assert torch.equal(images[:4], first.train_images[wanted])


def test_remembering_a_task_again_replaces_it(session: Session) -> None:
    for _ in range(2):
        session.execute(Remember(0, "first", "initial", 6), silent)
    assert session._state is not None
    assert {task: len(kept.indices) for task, kept in session._state.memory.items()} == {0: 6}

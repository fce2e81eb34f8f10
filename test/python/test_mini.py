"""The built-in benchmark: what its tasks and its reference data promise."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from zscl import mini

SIZES = {"shapes": 1500, "digits": 1297, "textures": 1500, "letters": 1500, "colours": 1500, "counts": 1500}


@pytest.fixture(scope="module")
def tasks() -> dict[str, mini.MiniTask]:
    return {name: mini.load_task(name) for name in mini.TASKS}


def test_there_are_six_tasks_in_a_fixed_order() -> None:
    assert mini.TASKS == ("shapes", "digits", "textures", "letters", "colours", "counts")


@pytest.mark.parametrize("name", mini.TASKS)
def test_a_task_has_its_full_size_and_bytes_of_32_by_32_pixels(tasks: dict[str, mini.MiniTask], name: str) -> None:
    task = tasks[name]
    assert task.name == name
    assert task.train_images.shape == (SIZES[name], 3, 32, 32)
    assert task.test_images.shape == (500, 3, 32, 32)
    assert task.train_images.dtype == task.test_images.dtype == torch.uint8
    assert task.train_labels.dtype == task.test_labels.dtype == torch.int64
    assert task.train_labels.shape == (SIZES[name],)
    assert task.test_labels.shape == (500,)


@pytest.mark.parametrize("name", mini.TASKS)
def test_every_class_has_its_fair_share_of_images(tasks: dict[str, mini.MiniTask], name: str) -> None:
    task = tasks[name]
    for labels in (task.train_labels, task.test_labels):
        counts = torch.bincount(labels, minlength=len(task.classes))
        fair = len(labels) / len(task.classes)
        assert len(counts) == len(task.classes)
        assert float((counts - fair).abs().max()) <= (1 if name != "digits" else 8)


@pytest.mark.parametrize("name", mini.TASKS)
def test_no_image_is_in_both_training_and_test(tasks: dict[str, mini.MiniTask], name: str) -> None:
    task = tasks[name]
    train = {image.numpy().tobytes() for image in task.train_images}
    assert not any(image.numpy().tobytes() in train for image in task.test_images)


@pytest.mark.parametrize("name", mini.TASKS)
def test_classes_and_templates_can_make_prompts(tasks: dict[str, mini.MiniTask], name: str) -> None:
    task = tasks[name]
    assert len(set(task.classes)) == len(task.classes) >= 5
    assert 2 <= len(task.templates) <= 4
    assert all(template.count("{}") == 1 for template in task.templates)


@pytest.mark.parametrize("name", mini.TASKS)
def test_a_shorter_task_is_a_balanced_prefix_of_the_full_one(tasks: dict[str, mini.MiniTask], name: str) -> None:
    full, short = tasks[name], mini.load_task(name, train_size=30, test_size=20)
    assert torch.equal(short.train_images, full.train_images[:30])
    assert torch.equal(short.train_labels, full.train_labels[:30])
    assert torch.equal(short.test_images, full.test_images[:20])
    assert torch.equal(short.test_labels, full.test_labels[:20])
    counts = torch.bincount(short.train_labels, minlength=len(full.classes))
    assert int(counts.max() - counts.min()) <= 1


@pytest.mark.parametrize("name", mini.TASKS)
def test_another_seed_gives_other_images_and_the_same_seed_the_same(name: str) -> None:
    first, again, other = (mini.load_task(name, seed=seed, train_size=24, test_size=24) for seed in (7, 7, 8))
    assert torch.equal(first.train_images, again.train_images)
    assert torch.equal(first.test_images, again.test_images)
    assert not torch.equal(first.train_images, other.train_images)


def test_loading_leaves_the_global_generators_alone() -> None:
    torch.manual_seed(3)
    np.random.seed(3)
    torch_before, numpy_before = torch.random.get_rng_state(), np.random.get_state()[1].tolist()  # type: ignore[index]
    mini.load_task("counts", train_size=12, test_size=12)
    mini.load_task("digits", train_size=12, test_size=12)
    mini.load_reference(20, 20)
    assert torch.equal(torch.random.get_rng_state(), torch_before)
    assert np.random.get_state()[1].tolist() == numpy_before  # type: ignore[index]


def test_an_unknown_task_is_refused_with_the_names_that_exist() -> None:
    with pytest.raises(ValueError, match=r"`cats`.*shapes, digits, textures, letters, colours, counts"):
        mini.load_task("cats")


def test_an_empty_task_is_refused() -> None:
    with pytest.raises(ValueError, match="`test_size` must be at least 1, got 0"):
        mini.load_task("shapes", test_size=0)


def test_the_reference_is_deterministic_and_grows_at_its_end() -> None:
    images, texts = mini.load_reference(60, 50)
    more_images, more_texts = mini.load_reference(80, 70)
    assert images.shape == (60, 3, 32, 32)
    assert images.dtype == torch.uint8
    assert len(texts) == 50
    assert torch.equal(more_images[:60], images)
    assert more_texts[:50] == texts
    assert not torch.equal(mini.load_reference(60, 1, seed=2)[0], images)


def test_reference_captions_are_varied() -> None:
    texts = mini.load_reference(1, 1000)[1]
    assert len(set(texts)) > 800
    words = {word for text in texts for word in text.rstrip(".").split()}
    assert {"circle", "seven", "stripes", "letter", "red", "three"} <= words

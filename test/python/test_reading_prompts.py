"""Prompts that the model cannot tell apart, or does not read to their end, are named before a run begins."""

from __future__ import annotations

import pytest
import torch
from conftest import silent

from zscl.commands import DatasetSpec, ModelSpec, SetUp
from zscl.data.dataset import Dataset
from zscl.session import Session
from zscl.training import prompts


def tokenizer() -> prompts.Tokenizer:
    import open_clip

    return open_clip.SimpleTokenizer()


def dataset(*classes: str, tested: int = -1) -> Dataset:
    count = len(classes) if tested < 0 else tested
    images = torch.zeros(1, 3, 1, 1, dtype=torch.uint8)
    labels = torch.arange(len(classes))
    return Dataset("own", classes, ("a photo of a {}.", "{}"), images, labels, images, labels[:count])


def test_classes_whose_prompts_have_the_same_tokens_are_named_in_pairs() -> None:
    (note,) = prompts.notes(dataset("Cat", "cat", "golden retriever", "golden  retriever", "dog"), tokenizer())
    assert "Cat = cat; golden retriever = golden  retriever." in note
    assert "dog" not in note


@pytest.mark.parametrize(("words", "is_cut"), [(69, False), (70, False), (71, True), (200, True)])
def test_a_prompt_is_cut_from_the_first_token_behind_the_context(words: int, is_cut: bool) -> None:
    """Start, `a photo of a` (4), the words, the full stop and end: 77 tokens with 70 words."""
    found = prompts.notes(dataset(" ".join(["cat"] * words), "dog"), tokenizer())
    assert ["prompts are truncated to the model's 77 tokens" in note for note in found] == [True] * is_cut


def test_long_names_that_differ_only_behind_the_cut_are_both_cut_and_alike() -> None:
    long = "a very long description of the part with its number and maker " * 6
    alike, cut = prompts.notes(dataset(f"{long}left", f"{long}right"), tokenizer())
    assert "the same tokens" in alike
    assert "…" in alike  # the end is where they differ
    assert cut.startswith("2 prompts are truncated")


def test_classes_without_a_test_image_are_named() -> None:
    assert prompts.notes(dataset("cat", "dog", "cow", tested=1), tokenizer()) == (
        "no test image has the class dog; cow",
    )


def test_ordinary_classes_need_no_word_and_set_up_reports_what_does() -> None:
    assert prompts.notes(dataset("cat", "dog"), tokenizer()) == ()
    names = ("Red", "red", *(f"name {i}" for i in range(100)))
    mini = DatasetSpec("digits", mini_task="digits", train_size=20, test_size=10)
    count = len(Session().execute(set_up(mini), silent).datasets[0].classes)
    (facts,) = (
        Session().execute(set_up(DatasetSpec("digits", mini_task="digits", class_names=names[:count])), silent).datasets
    )
    assert "Red = red" in facts.notes[0]


def set_up(spec: DatasetSpec) -> SetUp:
    return SetUp(model=ModelSpec("mini-clip"), datasets=(spec,))

"""Some classes of a dataset, and several such datasets measured against each other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import torch
import torch.nn.functional as F
from conftest import segment, silent
from trees.published import TREES

from zscl.commands import BeginTask, DatasetSpec, Evaluate, EvaluateDone, LossWeights, TrainDone, ZsclError
from zscl.data.loading import READERS, load_datasets
from zscl.session import Session

WHOLE = DatasetSpec("all", "mini", mini_task="letters", train_size=240, test_size=240)


def specs(*parts: tuple[int, ...]) -> tuple[DatasetSpec, ...]:
    return tuple(replace(WHOLE, name=f"part {i}", class_indices=part) for i, part in enumerate(parts))


def loaded(*wanted: DatasetSpec, cache: str = "") -> dict[str, object]:
    return dict(load_datasets(wanted, cache, torch.device("cpu"), 32, silent))


def test_a_subset_has_its_images_in_their_order_and_labels_by_its_own_list(tmp_path: Path) -> None:
    whole, part = load_datasets(
        [WHOLE, *specs((5, 2))],
        str(tmp_path),
        torch.device("cpu"),
        32,
        silent,
    ).values()
    assert part.classes == (whole.classes[5], whole.classes[2])
    for images, labels, all_images, all_labels in (
        (part.train_images, part.train_labels, whole.train_images, whole.train_labels),
        (part.test_images, part.test_labels, whole.test_images, whole.test_labels),
    ):
        kept = (all_labels == 5) | (all_labels == 2)
        assert torch.equal(images[:], all_images[kept])
        assert labels.tolist() == [0 if old == 5 else 1 for old in all_labels[kept].tolist()]


def test_the_tasks_of_one_dataset_read_it_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    reads = []
    real = READERS["mini"]
    monkeypatch.setitem(READERS, "mini", lambda spec, *rest: (reads.append(spec.name), real(spec, *rest))[1])
    loaded(*specs((0, 1), (2, 3), (4,)), cache=str(tmp_path))
    assert len(reads) == 1


def test_classes_may_be_named_and_files_keep_their_crops(tmp_path: Path) -> None:
    root = str(TREES["dtd"](tmp_path))
    whole = load_datasets([DatasetSpec("w", "dtd", root=root)], "", torch.device("cpu"), 32, silent)["w"]
    name = whole.classes[1]
    spec = DatasetSpec("d", "dtd", root=root, classes=(name,), templates=("a bad photo of a {}.",))
    part = load_datasets([spec], "", torch.device("cpu"), 32, silent)["d"]
    assert part.classes == (name,)
    assert part.prompts(part.templates[0]) == [f"a bad photo of a {name}."]
    assert part.crops is not None
    assert len(part.crops.images) == len(part.train_labels) == int((whole.train_labels == 1).sum())
    assert torch.equal(part.test_images[:], whole.test_images[torch.nonzero(whole.test_labels == 1).flatten()])


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"class_indices": (3, 99)}, "asks for class 99 and has 12, numbered from 0"),
        ({"class_indices": (3, 3)}, "names a class twice"),
        ({"classes": ("ä",)}, "has no class `ä`. Classes: a, b"),
    ],
)
def test_a_class_that_is_not_there_is_named(change: dict[str, tuple[int | str, ...]], message: str) -> None:
    with pytest.raises(ZsclError, match=message):
        loaded(replace(WHOLE, name="d", **change))  # type: ignore[arg-type]


def test_a_class_without_images_is_named(tmp_path: Path) -> None:
    with pytest.raises(ZsclError, match=r"class `.` has no (training|test) image"):
        loaded(DatasetSpec("d", "mini", mini_task="letters", train_size=1, test_size=1, class_indices=(0, 1, 2)))


def test_all_classes_of_the_named_datasets_compete(new_session: Callable[..., Session]) -> None:
    session = new_session(datasets=specs((4, 7), (0, 1, 2)))
    state = session._state
    assert state is not None
    session.execute(BeginTask(0, "part 0"), silent)
    assert isinstance(session.execute(segment(0, 2, LossWeights()), silent), TrainDone)
    names = ("part 0", "part 1")
    found = [session.execute(Evaluate("trained", name, 100, among=names), silent) for name in names]
    alone = [session.execute(Evaluate("trained", name, 100), silent) for name in names]
    # Plainly: one classifier over the five classes, in the order in which the datasets are named.
    model, datasets = state.model, [state.datasets[name] for name in names]
    with torch.no_grad():
        text = torch.stack(
            [
                F.normalize(
                    model.encode_text(model.tokenize([t.replace("{}", c) for t in d.templates])).mean(0), dim=-1
                )
                for d in datasets
                for c in d.classes
            ]
        )
        assert len(text) == 5
        for done, dataset, first in zip(found, datasets, (0, 2), strict=True):
            images = model.encode_image(model.prepare(dataset.test_images[:]))
            correct = ((images @ text.T).argmax(-1) == dataset.test_labels + first).sum()
            assert done == EvaluateDone(int(correct), len(dataset.test_labels))
    assert all(isinstance(one, EvaluateDone) for one in alone)
    assert sum(one.correct for one in found) < sum(one.correct for one in alone)  # type: ignore[union-attr]


def test_a_dataset_is_measured_among_itself_and_others_with_its_templates(new_session: Callable[..., Session]) -> None:
    session = new_session(
        datasets=(*specs((0, 1)), DatasetSpec("digits", "mini", mini_task="digits", train_size=20, test_size=20))
    )
    with pytest.raises(ZsclError, match="must be one of them"):
        session.execute(Evaluate("trained", "part 0", 100, among=("digits",)), silent)
    with pytest.raises(ZsclError, match="different templates"):
        session.execute(Evaluate("trained", "part 0", 100, among=("part 0", "digits")), silent)
    with pytest.raises(ZsclError, match="there is no dataset `x`"):
        session.execute(Evaluate("trained", "part 0", 100, among=("part 0", "x")), silent)

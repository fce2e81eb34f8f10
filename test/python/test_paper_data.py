"""The paper's datasets as a session trains and measures on them, on small trees in the published layouts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch
from conftest import segment, silent
from PIL import Image
from trees.published import TREES

from zscl.commands import BeginTask, DatasetSpec, Evaluate, EvaluateDone, LossWeights, TrainDone, ZsclError
from zscl.data.loading import load_datasets
from zscl.data.readers import LISTERS
from zscl.session import Session


@pytest.mark.parametrize("kind", sorted(LISTERS))
def test_a_session_trains_and_measures_on_it(kind: str, new_session: Callable[..., Session], tmp_path: Path) -> None:
    root = TREES[kind](tmp_path / "data")
    session = new_session(datasets=(DatasetSpec("d", kind, root=str(root)),))
    assert session._state is not None
    facts = session._state.datasets["d"].facts
    listing = LISTERS[kind](DatasetSpec("d", kind, root=str(root)))
    assert (facts.train_size, facts.test_size) == (len(listing.train.labels), len(listing.test.labels))
    session.execute(BeginTask(0, "d"), silent)
    done = session.execute(segment(0, 2, LossWeights()), silent)
    assert isinstance(done, TrainDone)
    assert done.losses[0].ce > 0
    measured = session.execute(Evaluate("trained", "d", 8), silent)
    assert measured == EvaluateDone(measured.correct, facts.test_size)  # type: ignore[union-attr]


def test_exif_turns_no_image_of_the_paper(tmp_path: Path) -> None:
    root = TREES["dtd"](tmp_path / "data")
    path = next(iter(sorted(root.rglob("*.jpg"))))
    exif = Image.Exif()
    exif[0x0112] = 6
    rng = np.random.default_rng(1)
    for image in sorted(root.rglob("*.jpg")):
        Image.fromarray(rng.integers(0, 256, (40, 30, 3), dtype=np.uint8)).save(image, exif=exif, quality=95)
    spec = DatasetSpec("d", "dtd", root=str(root))
    dataset = load_datasets([spec], "", torch.device("cpu"), 32, silent)["d"]
    assert dataset.crops is not None
    assert {tuple(size) for size in dataset.crops.sizes_N2.tolist()} == {(40, 30)}
    assert path.exists()


def test_images_in_arrays_keep_their_size_and_grey_ones_get_three_planes(tmp_path: Path) -> None:
    spec = DatasetSpec("m", "mnist", root=str(TREES["mnist"](tmp_path)), train_size=3)
    dataset = load_datasets([spec], "", torch.device("cpu"), 224, silent)["m"]
    assert dataset.train_images.shape[1:] == (3, 28, 28)
    assert len(dataset.train_images) == 3
    pixels = dataset.test_images[:]
    assert torch.equal(pixels[:, 0], pixels[:, 2])


def test_a_dataset_that_is_not_there_is_named_with_the_place_looked_at(tmp_path: Path) -> None:
    with pytest.raises(ZsclError, match="is not there: expected") as caught:
        load_datasets([DatasetSpec("d", "dtd", root=str(tmp_path))], "", torch.device("cpu"), 32, silent)
    assert caught.value.code == "data-not-found"

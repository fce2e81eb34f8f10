"""The built-in data through the readers, its cache, and one short run on the built-in model."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import torch
from conftest import silent
from safetensors.torch import save_file

from zscl import cache, mini
from zscl import digest as digests
from zscl.commands import (
    BeginTask,
    DatasetSpec,
    Evaluate,
    EvaluateDone,
    Export,
    ImageSource,
    LossWeights,
    ModelSpec,
    SetUp,
    TextSource,
    Train,
    TrainDone,
)
from zscl.data import built_in
from zscl.data.dataset import Dataset
from zscl.data.loading import load_datasets
from zscl.digest import digest
from zscl.references import sets
from zscl.session import Session

MINI_WEIGHTS = Path(mini.__file__).parent.parent / "assets" / "mini-clip.safetensors"
needs_mini_weights = pytest.mark.skipif(not MINI_WEIGHTS.exists(), reason="the built-in weights are not here yet")
SPEC = DatasetSpec("some shapes", "mini", "shapes", train_size=12, test_size=6, data_seed=3)


def load(spec: DatasetSpec, cache: Path) -> Dataset:
    return load_datasets([spec], str(cache), torch.device("cpu"), 32, silent)[spec.name]


def test_a_mini_task_is_what_was_asked_for(tmp_path: Path) -> None:
    dataset = load(SPEC, tmp_path)
    assert dataset.train_images.shape == (12, 3, 32, 32)
    assert dataset.train_images.dtype == torch.uint8
    assert (dataset.facts.name, dataset.facts.train_size, dataset.facts.test_size) == ("some shapes", 12, 6)
    assert int(dataset.train_labels.max()) < len(dataset.classes)
    assert dataset.prompts("a {}.")[0] == f"a {dataset.classes[0]}."


def test_drawn_data_comes_from_the_cache_the_second_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = load(SPEC, tmp_path)
    monkeypatch.setattr(mini, "load_task", None)
    again = load(SPEC, tmp_path)
    assert again.facts == first.facts
    assert all(torch.equal(getattr(first, name), getattr(again, name)) for name in built_in._TENSORS)


@pytest.mark.parametrize("changes", [{"data_seed": 4}, {"train_size": 11}, {"mini_task": "colours"}])
def test_other_data_is_another_cache_entry(changes: dict[str, object], tmp_path: Path) -> None:
    load(SPEC, tmp_path)
    load(replace(SPEC, **changes), tmp_path)  # type: ignore[arg-type]
    assert len([*(tmp_path / "data").iterdir()]) == 2


def test_changed_drawing_code_is_another_cache_entry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load(SPEC, tmp_path)
    monkeypatch.setattr(built_in, "mini_source_digest", lambda: "changed")
    load(SPEC, tmp_path)
    assert len([*(tmp_path / "data").iterdir()]) == 2


def test_damaged_drawn_data_is_drawn_again_with_a_warning(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    first = load(SPEC, tmp_path)
    (file,) = (tmp_path / "data").iterdir()
    file.write_bytes(file.read_bytes()[:-1])
    assert torch.equal(load(SPEC, tmp_path).train_images, first.train_images)
    assert f"{file} is damaged" in capfd.readouterr().err


def test_cache_files_of_before_with_one_digest_over_all_bytes_stay_readable(tmp_path: Path) -> None:
    tensors = {"a": torch.arange(6.0), "b": torch.zeros(0, dtype=torch.uint8)}
    save_file(tensors, tmp_path / "old.safetensors", metadata={"sha256": digest(tensors)})
    assert torch.equal(cache.read(tmp_path / "old.safetensors")["a"], tensors["a"])
    save_file(tensors, tmp_path / "bad.safetensors", metadata={"sha256": "0" * 64})
    with pytest.raises(ValueError, match="its checksum does not match"):
        cache.read(tmp_path / "bad.safetensors")


def test_a_digest_in_pieces_sees_every_byte_and_every_border(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(digests, "PIECE", 16)
    whole = torch.arange(40, dtype=torch.uint8)
    seen = {digests.digest_in_pieces({"a": whole})}
    for place in range(40):
        changed = whole.clone()
        changed[place] += 1
        seen.add(digests.digest_in_pieces({"a": changed}))
    seen.add(digests.digest_in_pieces({"a": whole.view(4, 10)}))
    seen.add(digests.digest_in_pieces({"b": whole}))
    assert len(seen) == 43


def test_reference_images_and_texts_are_counted_seeded_and_cached(tmp_path: Path) -> None:
    images = sets.reference_images("mini", 5, 1, str(tmp_path))
    texts = sets.reference_texts("mini", 7, 1, str(tmp_path))
    assert images.shape == (5, 3, 32, 32)
    assert len(texts) == 7
    assert all(isinstance(text, str) and text for text in texts)
    assert torch.equal(images, sets.reference_images("mini", 5, 1, str(tmp_path)))
    assert texts == sets.reference_texts("mini", 7, 1, str(tmp_path))
    assert not torch.equal(images, sets.reference_images("mini", 5, 2, str(tmp_path)))
    assert len([*(tmp_path / "data").iterdir()]) == 3


@needs_mini_weights
def test_the_built_in_model_trains_on_a_built_in_task_and_is_exported(tmp_path: Path) -> None:
    session = Session()
    spec = DatasetSpec("colours", "mini", "colours", 200, 100)
    session.execute(SetUp(ModelSpec("mini-clip"), (spec,), threads=1, device="cpu"), silent)

    def accuracy(name: str) -> float:
        done = session.execute(Evaluate("trained", name, 50), silent)
        assert isinstance(done, EvaluateDone)
        return done.correct / done.total

    before = accuracy("colours")
    task = BeginTask(
        0,
        "colours",
        teacher_slot="initial",
        reference_images=ImageSource("set", "mini", 64),
        reference_texts=TextSource("set", "mini", 64),
    )
    session.execute(task, silent)
    weights = LossWeights(lambda_image=1, lambda_text=1)
    done = session.execute(Train(0, 0, (3e-4,) * 25, weights, 32, 16), silent)
    assert isinstance(done, TrainDone)
    ce = [row.ce for row in done.losses]
    assert sum(ce[-5:]) < sum(ce[:5])
    assert accuracy("colours") > before
    session.execute(Export("trained", str(tmp_path / "model")), silent)
    assert (tmp_path / "model" / "open_clip_config.json").exists()

"""Weights of other models as slots, and the two parts of a test set."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import torch
from conftest import TINY, segment, silent
from safetensors.torch import load_file, save_file

from zscl.commands import (
    BeginTask,
    DatasetSpec,
    Evaluate,
    EvaluateDone,
    EvaluationPart,
    Export,
    Lerp,
    Load,
    LossWeights,
    ModelSpec,
    Save,
    ZsclError,
)
from zscl.session import Session

NewSession = Callable[..., Session]


def exported(session: Session, folder: Path, slot: str = "trained") -> Path:
    session.execute(Export(slot, str(folder)), silent)
    return folder / "open_clip_model.safetensors"


@pytest.fixture
def trained(new_session: NewSession, tmp_path: Path) -> Path:
    """The folder of a model that has trained a little."""
    session = new_session()
    session.execute(BeginTask(0, "first"), silent)
    session.execute(segment(0, 3, LossWeights()), silent)
    exported(session, tmp_path / "trained")
    return tmp_path / "trained"


def slot(session: Session, name: str) -> dict[str, torch.Tensor]:
    assert session._state is not None
    return {key: value.detach() for key, value in session._state.slots.get(name).items()}


@pytest.mark.parametrize("as_file", [False, True])
def test_a_folder_and_a_file_load_bit_for_bit_with_logit_scale(
    as_file: bool, new_session: NewSession, trained: Path
) -> None:
    session = new_session(trains="everything")
    file = trained / "open_clip_model.safetensors"
    spec = ModelSpec("", str(file)) if as_file else ModelSpec(f"local-dir:{trained}")
    session.execute(Load("other", spec), silent)
    wanted = load_file(file)
    got = slot(session, "other")
    assert "logit_scale" in got
    for name, value in got.items():
        assert torch.equal(value, wanted[name]), name


def test_a_model_by_name_loads_too(new_session: NewSession) -> None:
    session = new_session(trains="everything")
    session.execute(Load("same", ModelSpec(TINY)), silent)
    initial, same = slot(session, "initial"), slot(session, "same")
    assert all(torch.equal(initial[name], same[name]) for name in initial)


@pytest.mark.parametrize("alpha", [0.0, 1.0])
def test_wise_ft_at_both_ends_is_the_end_point_bit_for_bit_also_on_disk(
    alpha: float, new_session: NewSession, trained: Path, tmp_path: Path
) -> None:
    session = new_session(trains="everything")
    session.execute(Load("end", ModelSpec(f"local-dir:{trained}")), silent)
    session.execute(Load("merged", ModelSpec(TINY)), silent)
    session.execute(Lerp("merged", "end", alpha), silent)
    written = load_file(exported(session, tmp_path / "merged", "merged"))
    wanted = load_file(trained / "open_clip_model.safetensors")
    if alpha == 0.0:
        wanted = load_file(exported(session, tmp_path / "start", "initial"))
    assert written.keys() == wanted.keys()
    assert all(torch.equal(written[name], wanted[name]) for name in wanted)


def test_the_slot_of_a_checkpoint_takes_what_it_lacks_from_the_model(new_session: NewSession, tmp_path: Path) -> None:
    session = new_session()
    session.execute(BeginTask(0, "first"), silent)
    session.execute(segment(0, 2, LossWeights()), silent)
    (tmp_path / "saved").mkdir()
    session.execute(Save(str(tmp_path / "saved"), ("trained",), optimiser=False), silent)
    other = new_session(trains="everything")
    other.execute(Load("end", ModelSpec("", str(tmp_path / "saved" / "slots" / "trained.safetensors"))), silent)
    got, wanted = slot(other, "end"), slot(session, "trained")
    assert all(torch.equal(got[name], wanted[name]) for name in wanted)
    assert torch.equal(got["logit_scale"], slot(other, "initial")["logit_scale"])


def test_another_architecture_is_refused_with_the_first_parameter_that_differs(
    new_session: NewSession, trained: Path, tmp_path: Path
) -> None:
    session = new_session(trains="everything")
    weights = load_file(trained / "open_clip_model.safetensors")
    before = {name: value.clone() for name, value in slot(session, "initial").items()}

    def refused(changed: dict[str, torch.Tensor]) -> str:
        save_file(changed, tmp_path / "other.safetensors")
        with pytest.raises(ZsclError) as caught:
            session.execute(Load("other", ModelSpec("", str(tmp_path / "other.safetensors"))), silent)
        assert caught.value.code == "bad-input"
        assert caught.value.state_good
        return str(caught.value)

    name = "visual.class_embedding"
    assert f"`{name}` has the shape (5,), expected" in refused({**weights, name: torch.zeros(5)})
    assert f"no parameter `{name}`" in refused({key: value for key, value in weights.items() if key != name})
    assert "has a parameter `visual.extra`" in refused({**weights, "visual.extra": torch.zeros(2)})
    assert all(torch.equal(before[key], value) for key, value in slot(session, "initial").items())


@pytest.mark.parametrize(
    ("spec", "code", "words"),
    [
        (ModelSpec("", "/no/such.safetensors"), "model-not-found", "/no/such.safetensors"),
        (ModelSpec("local-dir:/no/such"), "model-not-found", "/no/such"),
        (ModelSpec("", "/some/model.pt"), "bad-input", "never pickles"),
        (ModelSpec("no-such-model"), "model-not-found", "no-such-model"),
    ],
)
def test_a_model_that_is_not_there_is_named(spec: ModelSpec, code: str, words: str, session: Session) -> None:
    with pytest.raises(ZsclError, match=words) as caught:
        session.execute(Load("other", spec), silent)
    assert caught.value.code == code


def test_a_file_that_is_no_safetensors_is_named(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "torn.safetensors"
    path.write_bytes(b"rubbish")
    with pytest.raises(ZsclError, match="not a readable safetensors") as caught:
        session.execute(Load("other", ModelSpec("", str(path))), silent)
    assert caught.value.code == "checkpoint-unreadable"


def test_the_two_parts_of_a_test_set_share_no_image_and_make_the_whole(session: Session) -> None:
    def score(part: EvaluationPart | None) -> EvaluateDone:
        done = session.execute(Evaluate("initial", "first", 5, part), silent)
        assert isinstance(done, EvaluateDone)
        return done

    whole = score(None)
    for share, seed in ((0.5, 0), (0.25, 0), (0.3, 4)):
        selecting, reporting = score(EvaluationPart(share, seed, selecting=True)), score(EvaluationPart(share, seed))
        assert selecting.total == round(share * whole.total)
        assert selecting.total + reporting.total == whole.total
        assert selecting.correct + reporting.correct == whole.correct


def test_the_parts_depend_on_the_seed_and_on_nothing_else(new_session: NewSession) -> None:
    session = new_session(datasets=(DatasetSpec("big", "tiny", test_size=200),))
    assert session._state is not None
    from zscl.training.evaluation import part_of

    dataset = session._state.datasets["big"]
    first, again, other = (part_of(dataset, EvaluationPart(0.5, seed, True)).test_images for seed in (1, 1, 2))
    assert torch.equal(first, again)
    assert not torch.equal(first, other)


def test_a_part_without_images_is_refused(session: Session) -> None:
    with pytest.raises(ZsclError, match="leaves one of the two parts empty"):
        session.execute(Evaluate("initial", "first", 5, EvaluationPart(0.01)), silent)

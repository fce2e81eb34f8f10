"""Original OpenAI archives: the weights come out bit for bit, and nothing that the file brings is ever executed."""

from __future__ import annotations

import json
import os
import pickle
import zipfile
from pathlib import Path

import pytest
import torch
from conftest import END, TINY, TINY_CONFIG
from torch import nn

from zscl.commands import ModelSpec, ZsclError
from zscl.model.loading import load

import open_clip  # isort: skip

QUICK = "tiny-archive-quickgelu"


class Branch(nn.Module):
    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return x


@pytest.fixture(autouse=True)
def _quick_model(tmp_path: Path) -> None:
    (tmp_path / f"{QUICK}.json").write_text(json.dumps({**TINY_CONFIG, "quick_gelu": True}))
    open_clip.add_model_config(tmp_path / f"{QUICK}.json")


def half_state() -> dict[str, torch.Tensor]:
    return {name: value.half() for name, value in load(ModelSpec(QUICK), 5).module.state_dict().items()}


def torchscript(path: Path, state: dict[str, torch.Tensor]) -> None:
    """The module tree that carries `state` under OpenAI's names, saved by torch itself."""
    root = Branch()
    for name, value in state.items():
        at: nn.Module = root
        *parents, leaf = name.split(".")
        for parent in parents:
            if parent not in dict(at.named_children()):
                at.add_module(parent, Branch())
            at = at.get_submodule(parent)
        at.register_parameter(leaf, nn.Parameter(value))
    for name, number in (
        ("input_resolution", 32),
        ("context_length", 40),
        ("vocab_size", END + 1),
    ):
        root.register_buffer(name, torch.tensor(number))
    root.register_buffer("attn_mask", torch.zeros(2, 2))
    torch.jit.save(torch.jit.script(root), path)


def error(name: str, path: Path) -> ZsclError:
    with pytest.raises(ZsclError) as caught:
        load(ModelSpec(name, str(path)), 0)
    return caught.value


@pytest.mark.parametrize("kind", ["torchscript", "state dict"])
def test_weights_come_from_an_archive_bit_for_bit(kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    state, path = half_state(), tmp_path / "clip.pt"
    if kind == "torchscript":
        torchscript(path, state)
    else:
        torch.save({"state_dict": state}, path)
    monkeypatch.setattr(torch.jit, "load", lambda *_: pytest.fail("the archive's code was loaded"))
    loaded = load(ModelSpec(QUICK, str(path)), 1).module.state_dict()
    assert set(loaded) == set(state)
    assert all(torch.equal(loaded[name], state[name].float()) for name in state)


def test_openai_weights_in_a_local_file_stop_at_a_model_without_quickgelu(
    tmp_path: Path,
) -> None:
    torchscript(tmp_path / "clip.pt", half_state())
    told = error(TINY, tmp_path / "clip.pt")
    assert told.code == "bad-input"
    assert f"`{TINY}-quickgelu`" in str(told)


class Touch:
    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[object, ...]:
        return os.mkdir, (str(self.path),)


@pytest.mark.parametrize("kind", ["torchscript", "state dict"])
def test_a_pickle_that_would_run_something_is_refused_before_it_runs(kind: str, tmp_path: Path) -> None:
    path, mark = tmp_path / "clip.pt", tmp_path / "was-run"
    if kind == "torchscript":
        with zipfile.ZipFile(path, "w") as file:
            file.writestr("clip/data.pkl", pickle.dumps(Touch(mark), protocol=2))
            file.writestr("clip/constants.pkl", b"")
    else:
        torch.save({"weights": Touch(mark)}, path)
    told = error(QUICK, path)
    assert told.code == "bad-input"
    assert "more than weights" in str(told)
    assert not mark.exists()


def test_a_torn_archive_and_one_of_another_model_are_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "clip.pt"
    torch.save({"visual.proj": torch.zeros(2)}, path)
    assert "do not match" in str(error(QUICK, path))
    torchscript(path, half_state())
    path.write_bytes(path.read_bytes()[:-200])
    assert error(QUICK, path).code == "checkpoint-unreadable"


def test_a_download_that_cannot_be_had_names_the_file_to_bring(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def offline(*_: object, **__: object) -> None:
        raise RuntimeError("offline mode is enabled")

    monkeypatch.setattr(open_clip, "create_model", offline)
    with pytest.raises(ZsclError) as caught:
        load(ModelSpec("ViT-B-16-quickgelu", "openai"), 0)
    assert caught.value.code == "model-not-found"
    assert "`open_clip_model.safetensors` of the Hugging Face repository `timm/" in str(caught.value)

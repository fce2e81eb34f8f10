"""An exported folder is loaded by open_clip alone, in a process that knows nothing of zscl and has no network."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
import torch
from conftest import segment, silent, zscl_task

from zscl import imports
from zscl.commands import Combine as CombineSlots
from zscl.commands import Export, Lerp, LossWeights, ModelSpec, WeightedSlot
from zscl.device import set_up_compute
from zscl.model.clip import load_model
from zscl.model.weights import using
from zscl.session import Session

import open_clip  # isort: skip

READER = """
import json, runpy, socket, sys
def refuse(*_, **__): raise OSError("no network here")
socket.socket.connect = refuse
compat, folder = sys.argv[1:]
kept = runpy.run_path(compat)  # only makes torchvision importable beside a CPU torch
import open_clip, torch
assert not any(name == "zscl" or name.startswith("zscl.") for name in sys.modules)
model, _, transform = open_clip.create_model_and_transforms("local-dir:" + folder)
tokens = open_clip.get_tokenizer("local-dir:" + folder)(["a red dog", "the pale house"])
model.eval()
with torch.no_grad():
    images = torch.linspace(-1, 1, 2 * 3 * 32 * 32).view(2, 3, 32, 32)
    text, image = model.encode_text(tokens, normalize=True), model.encode_image(images, normalize=True)
print(json.dumps([image.tolist(), text.tolist(), float(model.logit_scale), repr(transform)]))
"""


@pytest.fixture
def averaged(session: Session) -> Session:
    session.execute(CombineSlots("average", (WeightedSlot("trained", 1.0),)), silent)
    session.execute(zscl_task(), silent)
    session.execute(segment(0, 3, LossWeights()), silent)
    session.execute(Lerp("average", "trained", 0.5), silent)
    return session


def test_open_clip_alone_loads_the_export_and_encodes_the_same(averaged: Session, tmp_path: Path) -> None:
    folder = tmp_path / "model"
    averaged.execute(Export("average", str(folder)), silent)
    compat = str(Path(imports.__file__))
    command = [sys.executable, "-I", "-c", READER, compat, str(folder)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    image, text, logit_scale, transform = json.loads(run.stdout.splitlines()[-1])

    assert averaged._state is not None
    model = averaged._state.model
    with torch.no_grad(), using(model.parameters, averaged._state.slots.get("average")):
        tokens = model.tokenize(["a red dog", "the pale house"])
        wanted_image = model.encode_image(torch.linspace(-1, 1, 2 * 3 * 32 * 32).view(2, 3, 32, 32))
        wanted_text = model.encode_text(tokens)
    torch.testing.assert_close(torch.tensor(image), wanted_image, rtol=1e-5, atol=1e-6)
    torch.testing.assert_close(torch.tensor(text), wanted_text, rtol=1e-5, atol=2e-6)
    assert torch.tensor(logit_scale).exp() == model.scale
    assert "size=32" in transform


def test_an_export_loads_again_as_a_model_of_zscl_bit_for_bit(averaged: Session, tmp_path: Path) -> None:
    averaged.execute(Export("average", str(tmp_path / "model")), silent)
    model = load_model(ModelSpec(f"local-dir:{tmp_path / 'model'}"), 0, set_up_compute("cpu", 1, "fp32"), "whole")
    assert averaged._state is not None
    average = averaged._state.slots.get("average")
    assert all(torch.equal(p.detach(), average[name]) for name, p in model.parameters.items())
    assert sorted(path.name for path in (tmp_path / "model").iterdir()) == [
        "open_clip_config.json",
        "open_clip_model.safetensors",
    ]


def test_the_export_carries_the_preprocessing_of_the_model_also_when_it_is_not_the_default(
    session: Session, tmp_path: Path
) -> None:
    assert session._state is not None
    module = session._state.model.module
    own = {**open_clip.get_model_preprocess_cfg(module), "mean": (0.1, 0.2, 0.3), "std": (0.4, 0.5, 0.6)}
    open_clip.model.set_model_preprocess_cfg(module, own)
    session.execute(Export("trained", str(tmp_path / "model")), silent)
    loaded = open_clip.create_model(f"local-dir:{tmp_path / 'model'}")
    found = open_clip.get_model_preprocess_cfg(loaded)
    assert (tuple(found["mean"]), tuple(found["std"]), found["size"]) == ((0.1, 0.2, 0.3), (0.4, 0.5, 0.6), own["size"])

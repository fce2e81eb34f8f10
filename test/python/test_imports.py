"""What is imported to begin: only what a command needs."""

import json
import subprocess
import sys

import pytest
import torch

from zscl.training.task import AdamW

# In one process, in this order: what a training brings, what open_clip and torchvision do when they are asked for more.
RUN = """
import json, sys
from zscl.commands import BeginTask, DatasetSpec, ImageSource, LossWeights, ModelSpec
from zscl.commands import Objective, SetUp, TextSource, Train
from zscl.session import Session
session = Session()
data = DatasetSpec("d", "mini", "shapes", 20, 10, 1)
for command in (
    SetUp(ModelSpec("mini-clip"), (data,), seed=0, device="cpu", threads=1),
    BeginTask(
        0, "d", Objective(), "initial", "initial", ImageSource("set", "mini", 8, 0), TextSource("set", "mini", 8, 0)
    ),
    Train(0, 0, (1e-4,), LossWeights(ce=1.0, lambda_image=1.0, wc=1.0), 4, 4),
):
    session.execute(command, lambda done, total: None)
trained = sorted({"timm", "torch._dynamo"} & set(sys.modules))

import open_clip
from zscl.model.loading import load
open_clip.add_model_config(sys.argv[1])
tower = type(load(ModelSpec("small-tower"), 0).module.visual).__name__

from torchvision.ops import misc
answer = sys.modules["torchvision.ops.roi_align"].is_compile_supported("cpu")
print(json.dumps([trained, tower, answer]))
"""


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> list[object]:
    folder = tmp_path_factory.mktemp("models")
    tower = {"timm_model_name": "test_vit", "timm_pool": "", "timm_proj": "linear", "image_size": 160}
    config = {"embed_dim": 8, "vision_cfg": tower, "text_cfg": {"width": 8, "heads": 2, "layers": 1}}
    (folder / "small-tower.json").write_text(json.dumps(config))
    done = subprocess.run([sys.executable, "-c", RUN, str(folder)], capture_output=True, text=True, check=True)
    found: list[object] = json.loads(done.stdout)
    return found


def test_a_task_is_trained_without_torch_dynamo_and_timm(said: list[object]) -> None:
    assert said[0] == []


def test_a_tower_of_timm_brings_timm(said: list[object]) -> None:
    assert said[1] == "TimmModel"


def test_the_question_of_torchvision_is_answered_when_it_is_asked(said: list[object]) -> None:
    assert said[2] is True


def test_tools_of_the_data_commands_import_no_model() -> None:
    tools = ", ".join(f"zscl.{tool}.__main__" for tool in ("references", "data.readers", "downloads"))
    code = f"import sys, {tools}; print(*sorted({{'open_clip', 'torchvision', 'timm'}} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


def test_the_optimiser_steps_as_that_of_torch_bit_for_bit() -> None:
    weights = [torch.nn.Parameter(torch.linspace(-1, 1, 33)) for _ in range(2)]
    kinds = (AdamW, torch.optim.AdamW)
    optimisers = [kind([weight], lr=0.1, fused=True) for kind, weight in zip(kinds, weights, strict=True)]
    for step in range(3):
        for optimiser, weight in zip(optimisers, weights, strict=True):
            weight.grad = torch.sin(weight.detach() * (step + 1))
            optimiser.step()
            optimiser.zero_grad(set_to_none=True)
        assert torch.equal(*weights)
    assert not torch.equal(weights[0], torch.linspace(-1, 1, 33))

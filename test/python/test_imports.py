"""What is imported to begin: only what a command needs."""

import json
import subprocess
import sys
from pathlib import Path

import torch

from zscl.training.task import AdamW

RUN = """
import sys
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
print(*sorted({"timm", "torch._dynamo"} & set(sys.modules)))
"""


def _said(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_a_task_is_trained_without_torch_dynamo_and_timm() -> None:
    assert _said(RUN) == ""


def test_a_tower_of_timm_brings_timm(tmp_path: Path) -> None:
    tower = {"timm_model_name": "test_vit", "timm_pool": "", "timm_proj": "linear", "image_size": 160}
    config = {"embed_dim": 8, "vision_cfg": tower, "text_cfg": {"width": 8, "heads": 2, "layers": 1}}
    (tmp_path / "small-tower.json").write_text(json.dumps(config))
    model = "from zscl.model.loading import load; from zscl.commands import ModelSpec; import open_clip; "
    known = f"open_clip.add_model_config({str(tmp_path)!r}); "
    loaded = "print(type(load(ModelSpec('small-tower'), 0).module.visual).__name__)"
    assert _said(model + known + loaded) == "TimmModel"


def test_the_question_of_torchvision_is_answered_when_it_is_asked() -> None:
    code = "from zscl import imports, session; from torchvision.ops import misc; import sys; "
    asked = "print(sys.modules['torchvision.ops.roi_align'].is_compile_supported('cpu'))"
    assert _said(code + asked) == "True"


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

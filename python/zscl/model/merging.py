"""Weights of other models as slots, so that models can be averaged."""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors import SafetensorError, safe_open
from torch import Tensor

from zscl.commands import ModelSpec, ZsclError
from zscl.model import loading
from zscl.model.clip import Model
from zscl.model.export import WEIGHTS
from zscl.model.weights import Weights, require_same_parameters


def load_weights(spec: ModelSpec, model: Model, seed: int) -> Weights:
    """The float32 weights of `spec` for the slots of `model`, on its device.

    The slot of a checkpoint holds only what its run trained; the rest of such a file is that of `model`. Raises
    bad-input naming the first parameter that differs in presence or shape, and for statistics that differ: those are no
    weights and cannot be averaged.
    """
    state, is_slot = _state(spec, seed)
    what = f"the model `{spec.pretrained or spec.name}`"
    own = model.module.state_dict()
    if is_slot:
        state = {**own, **state}
    weights = {name: value for name, value in state.items() if name in model.parameters or name not in own}
    require_same_parameters(weights, model.parameters, what)
    for name, value in own.items():
        if name in model.parameters or not value.is_floating_point():
            continue
        other = state.get(name)
        if other is None or not torch.equal(other.to(value.device, value.dtype), value):
            raise ZsclError("bad-input", f"{what}: `{name}` differs; it is not a weight and cannot be averaged")
    return {name: weights[name].to(model.device, torch.float32) for name in model.parameters}


def _state(spec: ModelSpec, seed: int) -> tuple[dict[str, Tensor], bool]:
    """The state of a model, and whether it is a slot of a checkpoint. Files are read without building a model."""
    if spec.name and not spec.name.startswith(loading.LOCAL):
        return loading.load(spec, seed).module.state_dict(), False
    path = Path(spec.pretrained) if not spec.name else Path(spec.name.removeprefix(loading.LOCAL)) / WEIGHTS
    if path.suffix != ".safetensors":
        raise ZsclError("bad-input", f"{path}: only .safetensors files are read, never pickles")
    if not path.is_file():
        raise ZsclError("model-not-found", f"there is no file {path}")
    try:
        with safe_open(path, framework="pt") as file:
            tensors = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118 - not a mapping
            return tensors, "slot" in (file.metadata() or {})
    except SafetensorError as error:
        raise ZsclError("checkpoint-unreadable", f"{path} is not a readable safetensors file: {error}") from error

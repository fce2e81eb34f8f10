"""Writes a folder that open_clip loads with `local-dir:`, without knowing anything of zscl."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path

from torch import Tensor

from zscl.model.clip import Model
from zscl.synced import sync, write_synced

import open_clip  # isort: skip

WEIGHTS = "open_clip_model.safetensors"
CONFIG = "open_clip_config.json"


def export(model: Model, weights: Mapping[str, Tensor], folder: Path) -> None:
    """Write the whole model with `weights` in place of the trained parameters; creates the folder.

    `open_clip.create_model_and_transforms("local-dir:FOLDER")` and `get_tokenizer("local-dir:FOLDER")` then work
    without a network. The configuration is written last, so a folder with a configuration is complete.
    """
    folder.mkdir(parents=True, exist_ok=True)
    state = {name: weights.get(name, tensor).clone() for name, tensor in model.module.state_dict().items()}
    write_synced(folder / WEIGHTS, state, {"format": "pt"})
    _save_tokenizer(model, folder)
    config = {"model_cfg": model.config, "preprocess_cfg": open_clip.get_model_preprocess_cfg(model.module)}
    text = json.dumps(config, indent=2) + "\n"
    temporary = folder / f".{CONFIG}.tmp"
    with temporary.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    os.replace(temporary, folder / CONFIG)
    for entered in (folder, folder.parent):
        sync(entered)


def _save_tokenizer(model: Model, folder: Path) -> None:
    """open_clip's own tokenizer needs no file; a Hugging Face one is looked for in the folder."""
    if model.config.get("text_cfg", {}).get("hf_tokenizer_name"):
        model.tokenizer.tokenizer.save_pretrained(folder)  # type: ignore[attr-defined]

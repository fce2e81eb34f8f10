"""Creates open_clip modules: every mistake a person can make with a model name or file becomes a clear error here."""

from __future__ import annotations

import copy
import difflib
import json
import logging
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import torch
from huggingface_hub.constants import HF_HUB_CACHE
from safetensors import SafetensorError
from torch import Tensor, nn

from zscl import imports  # must come before open_clip
from zscl.commands import ModelSpec, ZsclError
from zscl.model.archive import read_archive

import open_clip  # isort: skip
from open_clip.tokenizer import SimpleTokenizer, _tokenizer  # isort: skip

MINI = "mini-clip"
ARCHIVES = (".pt", ".pth", ".bin")
LOCAL = "local-dir:"


@dataclass(frozen=True)
class Loaded:
    """A module on the CPU in float32, and what belongs to it."""

    module: nn.Module
    tokenizer: Callable[[list[str]], Tensor]
    config: dict[str, Any]  # open_clip's `model_cfg`


def load(spec: ModelSpec, seed: int) -> Loaded:
    """Create the model of `spec`; random weights (empty `pretrained`) depend on `seed` only.

    Raises model-not-found, bad-input, checkpoint-unreadable, data-not-found and missing-package.
    """
    if spec.name == MINI:
        return _load_mini(spec)
    if spec.name.startswith(LOCAL):
        _require_local_folder(spec.name)
    elif not spec.name.startswith("hf-hub:"):
        _require_known(spec)
    _require_transformers(spec)
    if "timm_model_name" in (open_clip.get_model_config(spec.name) or {}).get("vision_cfg", {}):
        imports.bring_timm()
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        return _create(spec)


def _load_mini(spec: ModelSpec) -> Loaded:
    from zscl import mini

    if spec.pretrained:
        raise ZsclError("bad-input", f"`{MINI}` has its own weights; leave `pretrained` empty")
    mini.register()
    with _quiet():
        module = open_clip.create_model(MINI)
    module.load_state_dict(mini.load_state_dict())
    config = open_clip.get_model_config(MINI)
    return Loaded(module, _standard_tokenizer(config["text_cfg"]["context_length"]), config)


def _standard_tokenizer(context_length: int) -> SimpleTokenizer:
    """open_clip's own, with the vocabulary that its import has read: reading it again takes a tenth of a second."""
    found = copy.copy(_tokenizer)
    found.context_length = context_length
    return found


@contextmanager
def _quiet() -> Iterator[None]:
    """open_clip warns on the root logger about random weights, also where they were asked for or come a line later."""
    before = logging.root.manager.disable
    logging.disable(logging.WARNING)
    try:
        yield
    finally:
        logging.disable(before)


def _create(spec: ModelSpec) -> Loaded:
    try:
        with _quiet():
            archive = Path(spec.pretrained).suffix in ARCHIVES
            module: nn.Module = open_clip.create_model(
                spec.name, pretrained=None if archive else spec.pretrained or None
            )
            if archive:
                _load_archive(spec, module)
        tokenizer = open_clip.get_tokenizer(spec.name)
        config = open_clip.get_model_config(spec.name)
    except SafetensorError as error:
        raise ZsclError(
            "checkpoint-unreadable",
            f"the weights of model `{spec.name}` ({spec.pretrained or 'in that folder'}) are not a readable "
            f"safetensors file: {error}. Copy or download the file again.",
        ) from error
    except ImportError as error:
        what = f"model `{spec.name}` needs a package that is not installed: {error}"
        raise ZsclError("missing-package", what) from error
    except (OSError, RuntimeError, ValueError) as error:
        raise _explain(spec, error) from error
    return Loaded(module.float(), tokenizer, config)


def _from_hub(name: str) -> list[str]:
    """What a model takes from the Hugging Face hub besides its weights: its tokenizer and its text tower."""
    text = (open_clip.get_model_config(name) or {}).get("text_cfg", {})
    return [*dict.fromkeys(text[key] for key in ("hf_tokenizer_name", "hf_model_name") if text.get(key))]


def _require_transformers(spec: ModelSpec) -> None:
    """Said before anything is loaded: open_clip says it in the middle, and of one package only."""
    needed = _from_hub(spec.name)
    if needed and find_spec("transformers") is None:
        raise ZsclError(
            "missing-package",
            f"model `{spec.name}` needs the Python package transformers for {' and '.join(needed)} (tokenizer, text "
            f"tower): `{sys.executable} -m pip install transformers sentencepiece`, then again.",
        )


def _load_archive(spec: ModelSpec, module: nn.Module) -> None:
    state, openai = read_archive(Path(spec.pretrained))
    if openai and not open_clip.get_model_config(spec.name).get("quick_gelu", False):
        raise _quick_gelu(spec)
    prefixed = {f"text.{name}" for name in state} & {*module.state_dict()}
    if prefixed:  # the class has its text tower in a part of its own
        state = {f"text.{name}" if f"text.{name}" in prefixed else name: value for name, value in state.items()}
    module.load_state_dict(state)


def _explain(spec: ModelSpec, error: Exception) -> ZsclError:
    text = str(error)
    if isinstance(error, torch.OutOfMemoryError):
        return ZsclError("out-of-memory", f"model `{spec.name}` does not fit into memory: {text}")
    if "pip install" in text:
        return ZsclError("missing-package", f"model `{spec.name}` needs a package that is not installed: {text}")
    if "size mismatch" in text or "Missing key" in text or "Unexpected key" in text:
        first = re.sub(r"\s+", " ", text)[:300]
        return ZsclError(
            "bad-input", f"the weights `{spec.pretrained or spec.name}` do not match model `{spec.name}`: {first}"
        )
    needed = _from_hub(spec.name)
    if needed and ("couldn't connect" in text or "offline" in text or any(name in text for name in needed)):
        first = text.partition("\n")[0].rstrip(".")
        return ZsclError(
            "model-not-found",
            f"model `{spec.name}` takes its tokenizer or text tower from the Hugging Face hub ({', '.join(needed)}), "
            f"which cannot be downloaded: {first}. Without a network, fill {HF_HUB_CACHE} on a machine that has one "
            "and copy it here, or name another folder in HF_HOME.",
        )
    return ZsclError(
        "model-not-found",
        f"the weights `{spec.pretrained}` of model `{spec.name}` cannot be downloaded: {text}. {_what_to_bring(spec)}",
    )


def _what_to_bring(spec: ModelSpec) -> str:
    """Where the download comes from and where it would lie, for a machine that must be served by hand."""
    tag = open_clip.get_pretrained_cfg(spec.name, spec.pretrained)
    repository = str(tag.get("hf_hub", "")).strip("/")
    if repository:
        what = f"`open_clip_model.safetensors` of the Hugging Face repository `{repository}`"
        cache = f" (or fill the cache folder {HF_HUB_CACHE} on a machine with a network and copy it here)"
    elif tag.get("url"):
        what, cache = f"the file {tag['url']}", ""
    else:
        what, cache = "a .safetensors file of the weights", ""
    return f"Without a network, copy {what} here and set `pretrained` to its path{cache}."


def _require_local_folder(name: str) -> None:
    folder = Path(name.removeprefix(LOCAL))
    config = folder / "open_clip_config.json"
    if not config.is_file():
        raise ZsclError("model-not-found", f"model `{name}`: there is no {config}")
    try:
        json.loads(config.read_text())["model_cfg"]
    except (ValueError, KeyError) as error:
        raise ZsclError("checkpoint-unreadable", f"{config} is not an open_clip configuration: {error}") from error
    if not [*folder.glob("*.safetensors")]:
        raise ZsclError("model-not-found", f"model `{name}`: no .safetensors file beside {config}")
    for (
        path
    ) in folder.iterdir():  # of what open_clip may choose; a link to a file is one, as the hub's caches have them
        if path.suffix in (".safetensors", ".bin", ".pth") and not path.is_file():
            raise ZsclError("model-not-found", f"model `{name}`: {path} is not a file, or is a broken link")


def _require_known(spec: ModelSpec) -> None:
    names = [*open_clip.list_models(), MINI]
    if spec.name not in names:
        close = difflib.get_close_matches(spec.name, names, n=3, cutoff=0.4)
        near = f" Near it: {', '.join(close)}." if close else ""
        raise ZsclError(
            "model-not-found",
            f"there is no model `{spec.name}`.{near} Expected a name of open_clip, `{MINI}` or `local-dir:FOLDER`.",
        )
    if not spec.pretrained:
        return
    path = Path(spec.pretrained)
    tags = open_clip.list_pretrained_tags_by_model(spec.name)
    if open_clip.get_pretrained_cfg(spec.name, spec.pretrained):
        _require_same_activation(spec)
    elif path.suffix not in (".safetensors", *ARCHIVES) and path.exists():
        kinds = ", ".join((".safetensors", *ARCHIVES))
        raise ZsclError("bad-input", f"`pretrained` is {path}; expected weights in a file that ends in {kinds}")
    elif not path.is_file():
        raise ZsclError(
            "model-not-found",
            f"`pretrained` is `{spec.pretrained}`: no file of that name, and no tag of `{spec.name}`, which has "
            f"{', '.join(tags) or 'none'}.",
        )


def _require_same_activation(spec: ModelSpec) -> None:
    """open_clip only warns when weights trained with QuickGELU meet a model without it, and runs the wrong network."""
    tag = open_clip.get_pretrained_cfg(spec.name, spec.pretrained)
    if tag.get("quick_gelu", False) and not open_clip.get_model_config(spec.name).get("quick_gelu", False):
        raise _quick_gelu(spec)


def _quick_gelu(spec: ModelSpec) -> ZsclError:
    return ZsclError(
        "bad-input",
        f"the weights `{spec.pretrained}` were trained with QuickGELU, which `{spec.name}` does not have: "
        f"use the model `{spec.name}-quickgelu`.",
    )

"""The reader of `mini`: tasks and reference set are drawn once and cached on disk, by the code that draws them."""

from __future__ import annotations

import json
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

import torch
from torch import Tensor

from zscl import mini
from zscl.cache import cached, content_key
from zscl.commands import DatasetSpec, ZsclError
from zscl.data.dataset import Dataset
from zscl.data.files import Progress
from zscl.mini import DIGITS, TASKS, load_captions, load_reference, load_task

_TENSORS = ("train_images", "train_labels", "test_images", "test_labels")


@lru_cache(maxsize=1)
def mini_source_digest() -> str:
    """SHA-256 of what the mini data is made of and drawn by: a changed drawing is a different cache entry."""
    total = sha256(DIGITS.read_bytes())
    for path in sorted(Path(mini.__file__).parent.glob("**/*.py")):
        total.update(path.name.encode() + b"\0" + path.read_bytes())
    return total.hexdigest()


def read_mini(spec: DatasetSpec, cache_folder: str, progress: Progress) -> Dataset:
    if spec.mini_task not in TASKS:
        raise ZsclError("bad-input", f"there is no mini task `{spec.mini_task}`; expected one of {', '.join(TASKS)}")

    def draw() -> dict[str, Tensor]:
        task = load_task(spec.mini_task, spec.data_seed, spec.train_size or None, spec.test_size or None)
        facts = _text_tensor([list(task.classes), list(task.templates)])
        return {"facts": facts, **{name: getattr(task, name) for name in _TENSORS}}

    key = content_key(mini_source_digest(), spec.mini_task, spec.data_seed, spec.train_size, spec.test_size)
    tensors = cached(cache_folder, "data", key, draw)
    classes, templates = json.loads(bytes(tensors["facts"].tolist()))
    images = {name: tensors[name] for name in _TENSORS}
    return Dataset(
        spec.name,
        own_class_names(spec, classes),
        spec.templates or tuple(templates),
        train_images=images["train_images"],
        train_labels=images["train_labels"],
        test_images=images["test_images"],
        test_labels=images["test_labels"],
    )


MINI_IMAGES, MINI_TEXTS = 2000, 1000  # what `count: 0` means: the set is drawn and has no end of its own


def own_class_names(spec: DatasetSpec, classes: list[str]) -> tuple[str, ...]:
    """The names that `spec` gives, else the task's. Raises bad-input where their number is another."""
    if spec.class_names and len(spec.class_names) != len(classes):
        raise ZsclError(
            "bad-input",
            f"dataset `{spec.name}` has {len(classes)} classes, and {len(spec.class_names)} `class_names` are given",
        )
    return spec.class_names or tuple(classes)


def mini_images(count: int, data_seed: int, cache_folder: str) -> Tensor:
    return _mini_reference(count or MINI_IMAGES, 0, data_seed, cache_folder)["images"]


def mini_texts(count: int, data_seed: int, cache_folder: str) -> list[str]:
    texts = _mini_reference(0, count or MINI_TEXTS, data_seed, cache_folder)["texts"]
    found: list[str] = json.loads(bytes(texts.tolist()))
    return found


def mini_captions(count: int, data_seed: int, cache_folder: str) -> list[str]:
    """The captions of the images of `mini_images`, one each."""
    images = count or MINI_IMAGES
    key = content_key(mini_source_digest(), "captions", images, data_seed)
    drawn = cached(cache_folder, "data", key, lambda: {"texts": _text_tensor(load_captions(images, data_seed))})
    found: list[str] = json.loads(bytes(drawn["texts"].tolist()))
    return found


def _mini_reference(images: int, texts: int, data_seed: int, cache_folder: str) -> dict[str, Tensor]:
    def draw() -> dict[str, Tensor]:
        drawn = load_reference(images, texts, data_seed)
        return {"images": drawn[0]} if images else {"texts": _text_tensor(drawn[1])}

    key = content_key(mini_source_digest(), "reference", images, texts, data_seed)
    return cached(cache_folder, "data", key, draw)


def _text_tensor(value: object) -> Tensor:
    return torch.tensor(list(json.dumps(value).encode()), dtype=torch.uint8)

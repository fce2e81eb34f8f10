"""Reference images and texts: where distillation compares student and teacher."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import torch
from torch import Tensor

from zscl import imports, randomness  # noqa: F401 - must come before open_clip
from zscl.cache import cached, content_key
from zscl.commands import ImageSource, ReferenceSources, TextSource, ZsclError
from zscl.data.dataset import Dataset, dataset_of
from zscl.data.files import FileImages, MappedImages, OnDemand, Progress
from zscl.digest import digest
from zscl.model.clip import Model
from zscl.references import own, paired, sets
from zscl.references.memory import Memory, memory_images
from zscl.references.once import Once

import open_clip  # isort: skip
from open_clip.tokenizer import SimpleTokenizer  # isort: skip

IMAGE_KINDS = ("none", "set", "folder", "current-task", "task-images", "memory", "noise")
TEXT_KINDS = ("none", "set", "file", "class-prompts", "random-tokens", "paired")


@dataclass(frozen=True)
class References:
    """The references of one task, on the device.

    `images` are uint8 [N, 3, H, W] under the test preprocessing; None for `none` and for `current-task`, where the
    reference images are the augmented training images of the same update (Li & Hoiem, 2016). `task-images` is what the
    authors' code does: a second batch of the task, not augmented. `tokens` are [M, L], None for `none`. `pair_N` says
    which of the tokens belong to each image, for texts that are `paired`; equal texts are one.
    """

    image_kind: str
    images: Tensor | MappedImages | None
    text_kind: str
    tokens: Tensor | None
    pair_N: Tensor | None = None

    def images_key(self) -> str:
        """Stands for the content of the images."""
        assert self.images is not None
        return self.images.key if isinstance(self.images, MappedImages) else digest({"images": self.images})


@dataclass(frozen=True)
class Shelf:
    """What reference sources may draw from."""

    datasets: dict[str, Dataset]
    memory: Memory
    cache_folder: str
    once: Once = field(default_factory=Once)


def collect(
    model: Model, image_source: ImageSource, text_source: TextSource, shelf: Shelf, progress: Progress
) -> References:
    """Load or draw the references of a task. Raises bad-input naming what can be had."""
    tokens: Tensor | None
    pair_N: Tensor | None = None
    if text_source.kind == "paired":
        tokens, pair_N = _pairs(model, image_source, text_source, shelf)
    else:
        tokens = _tokens(model, text_source, shelf)
    images = _images(model, image_source, shelf, progress)
    if isinstance(images, Tensor):
        images = images.to(model.device)
    return References(image_source.kind, images, text_source.kind, tokens, pair_N)


def look(model: Model, sources: Sequence[ReferenceSources], shelf: Shelf) -> None:
    """List the folders and read the texts that tasks will distil on, without decoding an image.

    What is wrong with them is then said before anything is computed. What the first task needs is held for it. Raises
    what `collect` raises.
    """
    for one in reversed(sources):
        if one.images.kind == "folder":
            _files(one.images, shelf)
        if one.texts.kind == "paired":
            _pairs(model, one.images, one.texts, shelf)
        elif one.texts.kind in ("set", "file", "random-tokens"):
            _tokens(model, one.texts, shelf)


def _pairs(model: Model, images: ImageSource, texts: TextSource, shelf: Shelf) -> tuple[Tensor, Tensor]:
    """The tokens of every text that images have, each once, and which of them belongs to each image."""

    def read() -> tuple[Tensor, Tensor]:
        found = _texts_of(images, texts, shelf)
        once = list(dict.fromkeys(found))
        place = {text: i for i, text in enumerate(once)}
        return model.tokenize(once), torch.tensor([place[text] for text in found], device=model.device)

    return shelf.once.get("pairs", (images, texts), read)


def _folder(source: ImageSource) -> own.Folder:
    return own.Folder(source.path, source.count, source.data_seed, source.classes, source.decoding)


def _files(source: ImageSource, shelf: Shelf) -> FileImages:
    """Held until they are decoded: paths of many images take much memory."""
    folder = _folder(source)
    return shelf.once.get("files", folder, lambda: own.image_files(folder, shelf.cache_folder))


def _texts_of(images: ImageSource, texts: TextSource, shelf: Shelf) -> list[str]:
    """The text of every reference image."""
    match images.kind:
        case "set":
            return sets.captions_of_images(images.set, images.count, images.data_seed, shelf.cache_folder)
        case "folder":
            return paired.texts_of(Path(images.path), _files(images, shelf).paths, texts.template, shelf.cache_folder)
        case _:
            raise ZsclError("bad-input", f"`paired` texts need reference images that have texts, got `{images.kind}`")


def _images(model: Model, source: ImageSource, shelf: Shelf, progress: Progress) -> Tensor | MappedImages | None:
    match source.kind:
        case "none" | "current-task":
            return None
        case "set":
            return sets.reference_images(source.set, source.count, source.data_seed, shelf.cache_folder)
        case "folder":

            def decoded() -> MappedImages:
                images = _files(source, shelf).mapped(model.image_size, progress)
                shelf.once.forget("files")
                return images

            return shelf.once.get("images", _folder(source), decoded)
        case "task-images":
            return _task_images(dataset_of(shelf.datasets, source.set), progress)
        case "memory":
            images = memory_images(shelf.memory, shelf.datasets)
            return images if len(images) else None
        case "noise":
            _require_positive("reference_images.count", source.count)
            return torch.from_numpy(randomness.noise_images(source.data_seed, source.count, model.image_size))
        case _:
            raise _unknown("reference_images.kind", source.kind, IMAGE_KINDS)


def _task_images(dataset: Dataset, progress: Progress) -> Tensor | MappedImages:
    """The training images of the task under the test preprocessing, drawn apart from those that train."""
    images = dataset.train_images
    return images.ready(progress) if isinstance(images, OnDemand) else images


def _tokens(model: Model, source: TextSource, shelf: Shelf) -> Tensor | None:
    match source.kind:
        case "none":
            return None
        case "set":

            def drawn() -> Tensor:
                texts = sets.reference_texts(source.set, source.count, source.data_seed, shelf.cache_folder)
                return model.tokenize(texts)

            return shelf.once.get("texts", source, drawn)
        case "file":

            def read() -> Tensor:
                texts = own.texts(source.path, source.count, source.data_seed, source.column, shelf.cache_folder)
                return _kept_tokens(model, texts, shelf.cache_folder)

            return shelf.once.get("texts", source, read)
        case "class-prompts":
            return model.tokenize(_class_prompts(source, shelf))
        case "random-tokens":
            return _random_sentences(model, source)
        case _:
            raise _unknown("reference_texts.kind", source.kind, TEXT_KINDS)


def _kept_tokens(model: Model, texts: Sequence[str], cache_folder: str) -> Tensor:
    """Tokens by open_clip's own tokenizer are kept by what was read: 16,000 captions take it seconds."""
    if not isinstance(model.tokenizer, SimpleTokenizer):
        return model.tokenize(texts)  # of a folder or the hub: its name does not say what it does
    words = hashlib.sha256("\0".join(texts).encode()).hexdigest()
    key = content_key("tokens", open_clip.__version__, model.spec.name, model.tokenizer.context_length, words)

    def made() -> dict[str, Tensor]:
        return {"tokens": model.tokenize(texts).cpu()}

    return cached(cache_folder, "tokens", key, made)["tokens"].to(model.device)


def _class_prompts(source: TextSource, shelf: Shelf) -> list[str]:
    """The first template of every class of the named datasets, in order, each prompt once."""
    if not source.datasets:
        raise ZsclError("bad-input", "`reference_texts.datasets` is empty; name the datasets whose prompts to use")
    found: list[str] = []
    for name in source.datasets:
        dataset = dataset_of(shelf.datasets, name)
        found += dataset.prompts(dataset.templates[0])
    return list(dict.fromkeys(found))


def _random_sentences(model: Model, source: TextSource) -> Tensor:
    """Random tokens between start and end of text, as LwF-VR uses for its virtual vocabulary."""
    _require_positive("reference_texts.count", source.count)
    _require_positive("reference_texts.length", source.length)
    start = getattr(model.tokenizer, "sot_token_id", None)
    end = getattr(model.tokenizer, "eot_token_id", None)
    room = model.module.context_length
    if start is None or end is None:
        raise ZsclError("bad-input", f"random tokens need open_clip's own tokenizer, `{model.spec.name}` has another")
    if source.length + 2 > int(room):
        raise ZsclError("bad-input", f"`reference_texts.length` is {source.length}; the model has room for {room} - 2")
    tokens = torch.zeros(source.count, int(room), dtype=torch.int64)
    body = randomness.random_tokens(source.data_seed, source.count, source.length, min(start, end))
    tokens[:, 0] = start
    tokens[:, 1 : source.length + 1] = torch.from_numpy(body)
    tokens[:, source.length + 1] = end
    return model.cut(tokens).to(model.device)


def _require_positive(name: str, value: int) -> None:
    if value < 1:
        raise ZsclError("bad-input", f"`{name}` is {value}; expected at least 1")


def _unknown(name: str, value: str, known: tuple[str, ...]) -> ZsclError:
    return ZsclError("bad-input", f"`{name}` is `{value}`; expected one of {', '.join(known)}")

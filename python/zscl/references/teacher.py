"""The frozen teacher: what never changes during a task is computed once and cached on disk by content."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import torch
from torch import Tensor

from zscl.cache import Kept, content_key
from zscl.digest import digest
from zscl.model.clip import Model
from zscl.model.weights import Slots, using
from zscl.ranks import encode_in_batches
from zscl.references.collect import References, Shelf
from zscl.references.memory import FEATURE_BATCH, encode_all

Progress = Callable[[int, int], object]


@dataclass(frozen=True)
class Teacher:
    """The teacher of one task. Tables are float32 on the device; None where there is nothing to tabulate."""

    weights: Mapping[str, Tensor]
    text_MD: Tensor | None  # all reference texts
    image_ND: Tensor | None  # all reference images under the test preprocessing


def prepare_teacher(
    model: Model, slots: Slots, slot: str, references: References, shelf: Shelf, progress: Progress
) -> Teacher:
    """Hold the weights of `slot` and tabulate the references under them.

    Tables are keyed by everything they depend on: weights, data, preprocessing, precision and kind of device. Class
    prompts and random tokens are few and change with the task: they are computed here and not written to disk. A table
    that the task before had as well is neither computed nor read again.
    """
    weights = slots.hold(slot)
    base = (torch.__version__, model.digest, slots.digest(slot), model.compute.precision, model.device.type)
    text_MD = image_ND = None
    if references.tokens is not None:
        tokens = references.tokens
        key = content_key("texts", *base, digest({"tokens": tokens}))
        text_folder = shelf.cache_folder if references.text_kind in ("set", "file", "paired") else ""

        def encode_texts() -> Tensor:
            with using(model.parameters, weights):
                return encode_all_texts(model, tokens, progress).cpu()

        def text_table() -> Tensor:
            return _table(model, Kept(text_folder, "teacher", key), len(tokens), encode_texts)

        text_MD = shelf.once.get("text table", key, text_table)
    if references.images is not None:
        images = references.images
        preprocess = (model.image_size, model.mean.tolist(), model.std.tolist())
        image_key = content_key("images", *base, preprocess, references.images_key())

        def encode_images() -> Tensor:
            with using(model.parameters, weights):
                return encode_all(model, images, progress).cpu()

        def image_table() -> Tensor:
            return _table(model, Kept(shelf.cache_folder, "teacher", image_key), len(images), encode_images)

        image_ND = shelf.once.get("image table", image_key, image_table)
    return Teacher(weights, text_MD, image_ND)


def _table(model: Model, kept: Kept, rows: int, encode: Callable[[], Tensor]) -> Tensor:
    """A table [rows, D] on the device, from the cache or encoded. The first rank reads and writes for all."""
    ranks = model.ranks
    found = kept.read() if ranks.is_first else None
    if ranks.agree(found is not None):
        room = torch.empty(rows, *model.no_embeddings.shape[1:]) if found is None else found["embeddings"]
        return ranks.from_first(room).to(model.device)
    table = encode()
    if ranks.is_first:
        kept.write({"embeddings": table})
    return table.to(model.device)


@torch.no_grad()
def encode_all_texts(model: Model, tokens_ML: Tensor, progress: Progress) -> Tensor:
    """Embeddings [M, D] with the weights the module has now."""

    def encode(rows: slice) -> Tensor:
        return model.encode_text(tokens_ML[rows])

    return encode_in_batches(model.ranks, len(tokens_ML), FEATURE_BATCH, encode, progress, nothing=model.no_embeddings)


@torch.no_grad()
def encode_online(model: Model, teacher: Teacher, own_BCHW: Tensor, size: int) -> Tensor:
    """The teacher's embeddings [size, D] of images that are different in every update, from this rank's of them."""
    with using(model.parameters, teacher.weights):
        own_BD = model.encode_image(own_BCHW) if len(own_BCHW) else model.no_embeddings
    return model.ranks.gather(own_BD, model.ranks.shares(size))

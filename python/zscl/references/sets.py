"""Reference sets that experiments name: images and texts of a known origin."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from torch import Tensor

from zscl.commands import ZsclError
from zscl.data.built_in import mini_captions, mini_images, mini_texts
from zscl.data.readers.imagenet import clip_names


def reference_images(name: str, count: int, data_seed: int, cache_folder: str) -> Tensor:
    """`count` images of a reference set (0: all), uint8 [R, 3, H, W], on the CPU."""
    return _reference_set(name).images(count, data_seed, cache_folder)


def reference_texts(name: str, count: int, data_seed: int, cache_folder: str) -> list[str]:
    """`count` texts of a reference set (0: all)."""
    return _reference_set(name).texts(count, data_seed, cache_folder)


def captions_of_images(name: str, count: int, data_seed: int, cache_folder: str) -> list[str]:
    """The texts that belong to the images of `reference_images`, one each."""
    found = _reference_set(name).captions
    if found is None:
        raise ZsclError("bad-input", f"the images of the reference set `{name}` have no texts of their own")
    return found(count, data_seed, cache_folder)


@dataclass(frozen=True)
class ReferenceSet:
    """Readers of a set's images, of its texts, and of the texts of its images: (count, data_seed, cache_folder)."""

    images: Callable[[int, int, str], Tensor]
    texts: Callable[[int, int, str], list[str]]
    captions: Callable[[int, int, str], list[str]] | None = None


def _reference_set(name: str) -> ReferenceSet:
    if name not in REFERENCE_SETS:
        raise ZsclError("bad-input", f"there is no reference set `{name}`; expected one of {', '.join(REFERENCE_SETS)}")
    return REFERENCE_SETS[name]


def _no_images(count: int, data_seed: int, cache_folder: str) -> Tensor:
    raise ZsclError("bad-input", "the reference set `imagenet-prompts` is of texts only")


def imagenet_prompts(count: int, data_seed: int, cache_folder: str) -> list[str]:
    """A photo of each of ImageNet's classes by CLIP's name, in the order of labels; the first `count` (0: all)."""
    prompts = [f"a photo of a {name}." for name in clip_names().values()]
    if count > len(prompts):
        raise ZsclError(
            "bad-input",
            f"`recipe.reference.texts.count` is {count}, ImageNet has {len(prompts)} classes: use 0 for all",
        )
    return prompts[: count or None]


REFERENCE_SETS = {
    "mini": ReferenceSet(mini_images, mini_texts, mini_captions),
    "imagenet-prompts": ReferenceSet(_no_images, imagenet_prompts),
}

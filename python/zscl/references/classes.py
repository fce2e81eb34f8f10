"""The classes of images in shards and Parquet files, which folders have in their names."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from zscl.commands import ZsclError
from zscl.data.readers.imagenet import clip_names

WORDNET_ID = re.compile(r"n\d{8}")
RECORD = "zscl-source.json"  # `zscl data get` writes it
# Of ImageNet's 1,000 names that agree with WordNet's: the hub calls its second crane `crane2`, for names differ there.
ALIKE = 990


@dataclass(frozen=True)
class Classes:
    """What lies at `root`: a class per image, a name or a number of `names`, which are None where nothing says them."""

    root: Path
    of_images: Sequence[str | int]
    names: tuple[str, ...] | None

    def first(self, count: int) -> set[str | int]:
        """The first `count`, in the order of their numbers or, as folders are, of their names.

        Raises bad-input where there are fewer.
        """
        found = {*self.of_images}
        numbers = sorted(one for one in found if isinstance(one, int))
        texts = sorted(one for one in found if isinstance(one, str))
        known: list[str | int] = [*range(len(self.names))] if numbers and self.names else [*numbers, *texts]
        if count > len(known):
            raise too_many_classes(count, self.root, f"{len(known)} classes")
        return {*known[:count]}

    def words(self) -> list[str]:
        """The name of every image's class as it stands in a prompt. Raises bad-input where a number has no name."""
        found = {*self.of_images}
        names = self._names() if any(isinstance(one, int) for one in found) else []
        words = {one: spoken(self._name(one, names), self.root) for one in found}
        return [words[one] for one in self.of_images]

    def _names(self) -> Sequence[str]:
        """CLIP's, where the numbers are those of ImageNet."""
        if self.names is None and not _is_fetched_imagenet(self.root):
            raise ZsclError(
                "bad-input",
                f"{self.root} numbers its classes and does not name them; expected a caption per image, the names in "
                "the metadata of the Parquet files (ClassLabel), classnames.txt beside shards, or a folder per class",
            )
        return [*clip_names()] if self.names is None or is_imagenet(self.names) else self.names

    def _name(self, one: str | int, names: Sequence[str]) -> str:
        if isinstance(one, str):
            return one
        if not 0 <= one < len(names):
            raise ZsclError(
                "bad-input", f"{self.root}: an image is of class {one}, and {len(names)} classes have names"
            )
        return names[one]


def spoken(name: str, root: Path) -> str:
    """The name of a class in a prompt, CLIP's for a WordNet id. Raises bad-input for an id that ImageNet lacks."""
    if not WORDNET_ID.fullmatch(name):
        return name.replace("_", " ")
    names = clip_names()
    if name not in names:
        raise ZsclError("bad-input", f"{root / name} is not an ImageNet class (WNID)")
    return names[name]


def is_imagenet(names: Sequence[str]) -> bool:
    """Whether these are WordNet's names of ImageNet's classes, sorted by id, as the hub's imagenet-1k has them."""
    from zscl import imports

    assert imports  # must come before timm
    from timm.data.imagenet_info import ImageNetInfo

    wordnet = [*ImageNetInfo().label_descriptions()]
    return len(names) == len(wordnet) and sum(a == b for a, b in zip(names, wordnet, strict=True)) >= ALIKE


def too_many_classes(count: int, root: Path, there: str) -> ZsclError:
    return ZsclError("bad-input", f"`recipe.reference.images.classes` is {count}, {root} has {there}")


def _is_fetched_imagenet(root: Path) -> bool:
    try:
        found = json.loads((root / RECORD).read_text("utf-8"))
    except (OSError, ValueError):
        return False
    return isinstance(found, dict) and found.get("kind") == "imagenet"

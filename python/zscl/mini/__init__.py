"""The built-in benchmark `mini`: six small tasks drawn by code, and the small CLIP that was pretrained for them."""

from torch import Tensor

from zscl.mini.tasks import DIGITS, TASKS, MiniTask, load_task, to_tensor
from zscl.mini.weights import MODEL_NAME, load_state_dict, register
from zscl.mini.world import draw

__all__ = [
    "DIGITS",
    "MODEL_NAME",
    "TASKS",
    "MiniTask",
    "load_captions",
    "load_reference",
    "load_state_dict",
    "load_task",
    "register",
]


def load_reference(images: int = 2000, texts: int = 1000, seed: int = 1) -> tuple[Tensor, list[str]]:
    """Reference images uint8 [R, 3, 32, 32] and captions: fresh draws from the pretraining distribution.

    The captions belong to other pictures than the images, as nothing needs them paired. Fewer are a prefix of more.
    """
    pictures = [draw(seed, "reference images", index)[0] for index in range(images)]
    return to_tensor(pictures), [draw(seed, "reference texts", index)[1] for index in range(texts)]


def load_captions(images: int = 2000, seed: int = 1) -> list[str]:
    """The captions that belong to the images of `load_reference`, one each."""
    return [draw(seed, "reference images", index)[1] for index in range(images)]

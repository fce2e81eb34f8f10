"""iCaRL's memory of earlier tasks: image indices chosen by herding (Rebuffi et al., CVPR 2017, algorithm 4)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import torch
from torch import Tensor

from zscl.data.dataset import Dataset, Images, dataset_of
from zscl.data.files import OnDemand
from zscl.device import upload
from zscl.model.clip import Model
from zscl.ranks import encode_in_batches

FEATURE_BATCH = 256  # images per forward when the whole of a set is encoded


@dataclass(frozen=True)
class Remembered:
    """The exemplars of one task: indices into the train images of `dataset`, best first."""

    dataset: str
    indices: Tensor  # int64, on the CPU


Memory = dict[int, Remembered]


@torch.no_grad()
def encode_all(model: Model, images_NCHW: Images, progress: Callable[[int, int], object]) -> Tensor:
    """Embeddings [N, D] of uint8 images under the test preprocessing, with the weights the module has now."""
    if isinstance(images_NCHW, OnDemand):
        images_NCHW = images_NCHW.ready(progress)

    def encode(rows: slice) -> Tensor:
        return model.encode_image(model.prepare(upload(images_NCHW[rows], model.device)))

    return encode_in_batches(
        model.ranks, len(images_NCHW), FEATURE_BATCH, encode, progress, nothing=model.no_embeddings
    )


@torch.no_grad()
def herd(features_ND: Tensor, count: int) -> Tensor:
    """Indices of `count` exemplars, [count]: each brings the mean of those chosen nearest to the mean of all.

    The k-th minimises ||mean - (sum chosen + candidate) / k||; a prefix of the result is the result for fewer.
    """
    mean_D = features_ND.mean(dim=0)
    chosen_sum_D = torch.zeros_like(mean_D)
    squared_N = features_ND.square().sum(dim=1)
    taken_N = torch.zeros_like(squared_N)
    chosen = []
    for k in range(1, min(count, len(features_ND)) + 1):
        missing_D = k * mean_D - chosen_sum_D
        distance_N = squared_N - 2.0 * (features_ND @ missing_D) + taken_N
        best = distance_N.argmin(keepdim=True)
        chosen_sum_D = chosen_sum_D + features_ND[best[0]]
        taken_N[best] = torch.inf
        chosen.append(best)
    return torch.cat(chosen).cpu() if chosen else torch.empty(0, dtype=torch.int64)


def remember(memory: Memory, task: int, dataset: str, order: Tensor, capacity: int) -> Memory:
    """The memory with one more task: every task keeps the first capacity // tasks of its herding order."""
    grown = {**memory, task: Remembered(dataset, order)}
    share = capacity // len(grown)
    return {at: Remembered(known.dataset, known.indices[:share]) for at, known in sorted(grown.items())}


def memory_images(memory: Memory, datasets: dict[str, Dataset]) -> Tensor:
    """All exemplars in task order, uint8 [R, 3, H, W] on the CPU; R is 0 when nothing is remembered."""
    parts = [dataset_of(datasets, known.dataset).train_images[known.indices].cpu() for known in memory.values()]
    return torch.cat(parts) if parts else torch.empty(0, 3, 1, 1, dtype=torch.uint8)

"""Few-shot: so many training images of every class, drawn by seed; the test images stay."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import torch
from torch import Tensor

from zscl import randomness
from zscl.commands import DatasetSpec
from zscl.data.dataset import Dataset, FileDataset
from zscl.randomness import Purpose


def only_shots(whole: Dataset | FileDataset, spec: DatasetSpec) -> Dataset | FileDataset:
    """`whole` with `spec.shots` training images of every class, in their order; a class that has fewer keeps all."""
    labels_N = whole.train_labels.cpu().numpy()
    chosen: list[int] = []
    for label in range(len(whole.classes)):
        own = np.flatnonzero(labels_N == label)
        order = randomness.permutation(spec.data_seed, label + 1, Purpose.SUBSET, spec.shots, len(own))
        chosen += own[order[: spec.shots]].tolist()
    kept = torch.tensor(sorted(chosen), dtype=torch.int64)
    if isinstance(whole, FileDataset):
        return replace(whole, train=whole.train.only(kept.tolist()), train_labels=whole.train_labels[kept])
    assert isinstance(whole.train_images, Tensor)
    return replace(whole, train_images=whole.train_images[kept], train_labels=whole.train_labels[kept])

"""Top-1 accuracy with template ensembles."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from zscl import randomness
from zscl.commands import EvaluateDone, EvaluationPart, ZsclError
from zscl.data.dataset import Dataset
from zscl.device import upload
from zscl.model.clip import Model
from zscl.model.weights import using
from zscl.randomness import Purpose
from zscl.ranks import encode_in_batches

Progress = Callable[[int, int], object]


@torch.no_grad()
def class_embeddings(model: Model, dataset: Dataset, batch_size: int) -> Tensor:
    """The mean over templates of the normalised text embeddings, renormalised: [C, D]."""
    prompts = [prompt for template in dataset.templates for prompt in dataset.prompts(template)]
    tokens = model.tokenize(prompts)

    def encode(rows: slice) -> Tensor:
        return model.encode_text(tokens[rows])

    text_PCD = encode_in_batches(
        model.ranks, len(tokens), batch_size, encode, lambda done, total: None, nothing=model.no_embeddings
    )
    text_PCD = text_PCD.view(len(dataset.templates), len(dataset.classes), -1)
    return F.normalize(text_PCD.mean(dim=0), dim=-1)


@torch.no_grad()
def evaluate(
    model: Model, weights: Mapping[str, Tensor], dataset: Dataset, batch_size: int, progress: Progress
) -> EvaluateDone:
    """Top-1 of `weights` on the test images. Raises bad-input for an empty batch or test set."""
    total = len(dataset.test_labels)
    if batch_size < 1 or total == 0:
        raise ZsclError("bad-input", f"evaluating `{dataset.name}`: batch size {batch_size}, {total} test images")
    correct = torch.zeros((), dtype=torch.int64, device=model.device)
    own = model.ranks.shares_of_batches(total, batch_size)[model.ranks.rank]
    with using(model.parameters, weights):
        text_CD = class_embeddings(model, dataset, batch_size)
        for start in range(own.start, own.stop, batch_size):
            images = model.prepare(upload(dataset.test_images[start : start + batch_size], model.device))
            predicted_B = (model.encode_test_image(images, batch_size) @ text_CD.T).argmax(dim=-1)
            correct += (predicted_B == dataset.test_labels[start : start + batch_size]).sum()
            progress(min((start + batch_size - own.start) * model.ranks.count, total), total)
    return EvaluateDone(model.ranks.total(int(correct)), total)


def part_of(dataset: Dataset, part: EvaluationPart) -> Dataset:
    """The dataset with one of the two parts of its test images. Raises bad-input where a part would be empty."""
    total = len(dataset.test_labels)
    cut = round(part.share * total)
    if not 0 < cut < total:
        raise ZsclError(
            "bad-input",
            f"a share of {part.share} of the {total} test images of `{dataset.name}` leaves one of the two parts empty",
        )
    order = randomness.permutation(part.seed, 0, Purpose.TEST_PART, 0, total)
    chosen = torch.from_numpy(np.sort(order[:cut] if part.selecting else order[cut:])).to(dataset.test_labels.device)
    return replace(dataset, test_images=dataset.test_images[chosen], test_labels=dataset.test_labels[chosen])

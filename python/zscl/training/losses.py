"""The loss terms of ZSCL (ICCV 2023, arXiv:2303.06628) as pure functions over tensors.

Shapes: B images of the current task, C class prompts, R reference images, M reference texts, D embedding width. Every
embedding is L2-normalised float32; `scale` is exp(logit_scale), a constant. All terms are scalars in nats (squared
embedding or weight units for `feature` and `wc`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor

from zscl.commands import LossWeights, Objective

DIRECTIONS = ("teacher-target", "as-printed")
TEXT_TERMS = ("transposed", "encoder")
TERMS = ("ce", "distill_image", "distill_text", "feature", "image_image", "wc")


@dataclass(frozen=True)
class Embeddings:
    """What one update has encoded; None where no term with a weight above 0 asks for it."""

    train_image_BD: Tensor | None = None
    class_text_CD: Tensor | None = None
    labels_B: Tensor | None = None
    student_image_RD: Tensor | None = None
    teacher_image_RD: Tensor | None = None
    teacher_text_MD: Tensor | None = None
    # text_term `encoder`: the texts sampled for this update, from both models
    student_text_SD: Tensor | None = None
    teacher_text_SD: Tensor | None = None


def cross_entropy(image_BD: Tensor, text_CD: Tensor, labels_B: Tensor, scale: Tensor, smoothing: float) -> Tensor:
    """L_ce: cross entropy of scale * image @ text^T with the labels, label smoothing spread over all C classes."""
    logits_BC = scale * image_BD @ text_CD.T
    return F.cross_entropy(logits_BC, labels_B, label_smoothing=smoothing)


def distill(student_logits: Tensor, teacher_logits: Tensor, temperature: float, direction: str) -> Tensor:
    """T^2 times the mean over rows of the cross entropy of two [rows, columns] logits at temperature T.

    `teacher-target`: -sum softmax(teacher/T) log_softmax(student/T), as in the authors' code.
    `as-printed`: -sum softmax(student/T) log_softmax(teacher/T), equation 3 of the paper read literally.
    """
    student, teacher = student_logits / temperature, teacher_logits / temperature
    if direction == "as-printed":
        target, prediction = student, teacher
    else:
        target, prediction = teacher, student
    per_row = -(target.softmax(dim=-1) * prediction.log_softmax(dim=-1)).sum(dim=-1)
    return temperature**2 * per_row.mean()


def distill_text_encoder(e: Embeddings, scale: Tensor, objective: Objective) -> Tensor:
    """L_dist_txt, variant `encoder` (the text of the paper): student texts against teacher images, [S, R]."""
    assert e.student_text_SD is not None
    assert e.teacher_text_SD is not None
    assert e.teacher_image_RD is not None
    student_SR = scale * e.student_text_SD @ e.teacher_image_RD.T
    teacher_SR = scale * e.teacher_text_SD @ e.teacher_image_RD.T
    return distill(student_SR, teacher_SR, objective.temperature, objective.direction)


def feature(student_image_RD: Tensor, teacher_image_RD: Tensor) -> Tensor:
    """Mean squared error of the reference embeddings, over all R * D elements."""
    return F.mse_loss(student_image_RD, teacher_image_RD)


def without_diagonal(square_RR: Tensor) -> Tensor:
    """[R, R] to [R, R-1], leaving out the diagonal; without a mask, so that CUDA need not wait for its size."""
    rows = square_RR.shape[0]
    return square_RR.flatten()[1:].view(rows - 1, rows + 1)[:, :-1].reshape(rows, rows - 1)


def image_image(student_RD: Tensor, teacher_RD: Tensor, scale: Tensor, objective: Objective) -> Tensor:
    """Distil scale * r @ r^T with the diagonal masked. 0 for a single image, which has no other to be like."""
    if student_RD.shape[0] == 1:
        return student_RD.sum() * 0.0
    student = without_diagonal(scale * student_RD @ student_RD.T)
    teacher = without_diagonal(scale * teacher_RD @ teacher_RD.T)
    return distill(student, teacher, objective.temperature, objective.direction)


def terms(e: Embeddings, scale: Tensor, objective: Objective, weights: LossWeights) -> dict[str, Tensor]:
    """The unweighted terms whose weight is not 0, by name, without `wc` (see `consolidate`)."""
    found: dict[str, Tensor] = {}
    if weights.ce:
        assert e.train_image_BD is not None
        assert e.class_text_CD is not None
        assert e.labels_B is not None
        found["ce"] = cross_entropy(e.train_image_BD, e.class_text_CD, e.labels_B, scale, objective.label_smoothing)
    found |= _reference_terms(e, scale, objective, weights)
    return found


def _reference_terms(e: Embeddings, scale: Tensor, objective: Objective, weights: LossWeights) -> dict[str, Tensor]:
    found: dict[str, Tensor] = {}
    student, teacher, texts = e.student_image_RD, e.teacher_image_RD, e.teacher_text_MD
    transposed = weights.lambda_text and objective.text_term == "transposed"
    if weights.lambda_image or transposed:
        assert student is not None
        assert teacher is not None
        assert texts is not None
        student_RM, teacher_RM = scale * student @ texts.T, scale * teacher @ texts.T
        if weights.lambda_image:
            found["distill_image"] = distill(student_RM, teacher_RM, objective.temperature, objective.direction)
        if transposed:
            found["distill_text"] = distill(student_RM.T, teacher_RM.T, objective.temperature, objective.direction)
    if weights.lambda_text and not transposed:
        found["distill_text"] = distill_text_encoder(e, scale, objective)
    if weights.lambda_feature:
        assert student is not None
        assert teacher is not None
        found["feature"] = feature(student, teacher)
    if weights.lambda_image_image:
        assert student is not None
        assert teacher is not None
        found["image_image"] = image_image(student, teacher, scale, objective)
    return found


def factors(weights: LossWeights) -> dict[str, float]:
    """The factor of every term in the total."""
    return {
        "ce": weights.ce,
        "distill_image": weights.lambda_image,
        "distill_text": weights.lambda_text,
        "feature": weights.lambda_feature,
        "image_image": weights.lambda_image_image,
        "wc": weights.wc,
    }


def total(found: Mapping[str, Tensor], weights: LossWeights) -> Tensor:
    """The one place where terms are summed: total = sum of factor * term. Needs at least one term."""
    factor = factors(weights)
    weighted = [factor[name] * found[name] for name in TERMS if name in found]
    result = weighted[0]
    for term in weighted[1:]:
        result = result + term
    return result


@torch.no_grad()
def consolidate(parameters: Sequence[Tensor], anchor: Sequence[Tensor], wc: float) -> Tensor:
    """Add the gradient of wc * L_wc to `.grad` and return L_wc = sum of (theta - theta_anchor)^2.

    The gradient is 2 * wc * (theta - theta_anchor): the difference first, then the factor, then the sum with the
    gradient that is there. That is bit-equal to autograd through the sum and much cheaper.
    """
    pull = torch._foreach_sub(list(parameters), list(anchor))
    value = torch.stack(torch._foreach_norm(pull)).square().sum()
    torch._foreach_mul_(pull, 2.0 * wc)
    present = [i for i, parameter in enumerate(parameters) if parameter.grad is not None]
    gradients = [g for parameter in parameters if (g := parameter.grad) is not None]
    if gradients:
        torch._foreach_add_(gradients, [pull[i] for i in present])
    for i, parameter in enumerate(parameters):
        if parameter.grad is None:
            parameter.grad = pull[i]
    return value

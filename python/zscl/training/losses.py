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
TEXT_TERMS = ("transposed", "encoder", "paired")
CONSOLIDATIONS = ("equal", "adaptive")
TERMS = ("ce", "distill_image", "distill_text", "feature", "image_image", "alignment", "wc")


@dataclass(frozen=True)
class Embeddings:
    """What one update has encoded; None where no term with a weight above 0 asks for it."""

    train_image_BD: Tensor | None = None
    class_text_CD: Tensor | None = None
    labels_B: Tensor | None = None
    student_image_RD: Tensor | None = None
    teacher_image_RD: Tensor | None = None
    teacher_text_MD: Tensor | None = None
    # text_term `encoder`: the texts sampled for this update, from both models; `paired`: those of the reference images
    student_text_SD: Tensor | None = None
    teacher_text_SD: Tensor | None = None
    pair_R: Tensor | None = None  # which text each reference image has: equal texts have equal numbers


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


def paired_logits(e: Embeddings, scale: Tensor) -> tuple[Tensor, Tensor | None]:
    """[R, R] logits of reference images and their own texts: the student's by both its encoders, and by the teacher."""
    assert e.student_image_RD is not None
    assert e.student_text_SD is not None
    student_RR = scale * e.student_image_RD @ e.student_text_SD.T
    if e.teacher_image_RD is None or e.teacher_text_SD is None:
        return student_RR, None
    return student_RR, scale * e.teacher_image_RD @ e.teacher_text_SD.T


def alignment(logits_RR: Tensor, pair_R: Tensor, smoothing: float) -> Tensor:
    """Image-text alignment of GIFT (Wu et al., CVPR 2025), both directions: cross entropy with the right text of every
    image, and the right image of every text; equal texts share the mass. Label smoothing as in `cross_entropy`.
    """
    same_RR = (pair_R[:, None] == pair_R[None, :]).to(logits_RR.dtype)
    target_RR = same_RR / same_RR.sum(dim=1, keepdim=True)
    images = F.cross_entropy(logits_RR, target_RR, label_smoothing=smoothing)
    texts = F.cross_entropy(logits_RR.T, target_RR, label_smoothing=smoothing)
    return images + texts


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
    similarity = _paired_terms if objective.text_term == "paired" else _table_terms
    found = similarity(e, scale, objective, weights)
    student, teacher = e.student_image_RD, e.teacher_image_RD
    if weights.lambda_feature:
        assert student is not None
        assert teacher is not None
        found["feature"] = feature(student, teacher)
    if weights.lambda_image_image:
        assert student is not None
        assert teacher is not None
        found["image_image"] = image_image(student, teacher, scale, objective)
    return found


def _table_terms(e: Embeddings, scale: Tensor, objective: Objective, weights: LossWeights) -> dict[str, Tensor]:
    """The image term, and the text term, over all reference texts."""
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
    return found


def _paired_terms(e: Embeddings, scale: Tensor, objective: Objective, weights: LossWeights) -> dict[str, Tensor]:
    """The same terms over the texts of the reference images themselves, and their alignment."""
    found: dict[str, Tensor] = {}
    if not (weights.lambda_image or weights.lambda_text or weights.lambda_alignment):
        return found
    student_RR, teacher_RR = paired_logits(e, scale)
    if weights.lambda_image:
        assert teacher_RR is not None
        found["distill_image"] = distill(student_RR, teacher_RR, objective.temperature, objective.direction)
    if weights.lambda_text:
        assert teacher_RR is not None
        found["distill_text"] = distill(student_RR.T, teacher_RR.T, objective.temperature, objective.direction)
    if weights.lambda_alignment:
        assert e.pair_R is not None
        found["alignment"] = alignment(student_RR, e.pair_R, objective.label_smoothing)
    return found


@dataclass(frozen=True)
class Wanted:
    """Which kinds of reference terms have a weight above 0."""

    similarity: bool  # to reference texts, by the rows of images
    text: bool  # to reference texts, by the texts' rows
    images: bool  # any that distils image embeddings
    alignment: bool


def wanted(weights: LossWeights) -> Wanted:
    """What the weights of the reference terms ask for."""
    image = bool(weights.lambda_image)
    return Wanted(
        similarity=image,
        text=bool(weights.lambda_text),
        images=image or bool(weights.lambda_feature or weights.lambda_image_image),
        alignment=bool(weights.lambda_alignment),
    )


def factors(weights: LossWeights) -> dict[str, float]:
    """The factor of every term in the total."""
    return {
        "ce": weights.ce,
        "distill_image": weights.lambda_image,
        "distill_text": weights.lambda_text,
        "feature": weights.lambda_feature,
        "image_image": weights.lambda_image_image,
        "alignment": weights.lambda_alignment,
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
def importance(parameters: Sequence[Tensor]) -> list[Tensor]:
    """g^2 / mean(g^2) of every tensor's `.grad`: GIFT's adaptive weight consolidation. 1e-6 where it has none."""
    found = []
    for parameter in parameters:
        if parameter.grad is None:
            found.append(torch.full_like(parameter, NO_GRADIENT))
            continue
        square = parameter.grad.square()
        mean = square.mean()
        found.append(torch.where(mean > 0, square / mean, NO_GRADIENT))
    return found


NO_GRADIENT = 1e-6


@torch.no_grad()
def consolidate(
    parameters: Sequence[Tensor], anchor: Sequence[Tensor], wc: float, importance: Sequence[Tensor] | None = None
) -> Tensor:
    """Add the gradient of wc * L_wc to `.grad` and return L_wc = sum of F (theta - theta_anchor)^2.

    F is 1, or `importance`.

    The gradient is 2 * wc * F * (theta - theta_anchor): the difference first, then the factor, then the sum with the
    gradient that is there. That is bit-equal to autograd through the sum and much cheaper.
    """
    pull = torch._foreach_sub(list(parameters), list(anchor))
    if importance is None:
        value = torch.stack(torch._foreach_norm(pull)).square().sum()
    else:
        weighted = torch._foreach_mul(pull, list(importance))
        value = torch.stack([(one * other).sum() for one, other in zip(weighted, pull, strict=True)]).sum()
        pull = weighted
    torch._foreach_mul_(pull, 2.0 * wc)
    present = [i for i, parameter in enumerate(parameters) if parameter.grad is not None]
    gradients = [g for parameter in parameters if (g := parameter.grad) is not None]
    if gradients:
        torch._foreach_add_(gradients, [pull[i] for i in present])
    for i, parameter in enumerate(parameters):
        if parameter.grad is None:
            parameter.grad = pull[i]
    return value

"""Every loss term against the formulas of the paper, written out in double precision with no code of zscl."""

from __future__ import annotations

import math
from collections.abc import Callable

import pytest
import torch
from torch import Tensor

from zscl.commands import LossWeights, Objective
from zscl.training import losses
from zscl.training.losses import Embeddings

# (B, C, R, M, D)
SHAPES = [(6, 4, 5, 7, 8), (1, 3, 2, 9, 16), (4, 1, 3, 1, 8), (3, 2, 1, 6, 5), (2, 2, 1, 1, 3), (64, 37, 64, 101, 64)]


def unit(seed: int, rows: int, width: int) -> Tensor:
    x = torch.randn(rows, width, generator=torch.Generator().manual_seed(seed), dtype=torch.float64)
    return torch.div(x, x.norm(dim=1, keepdim=True)).float()


def plain_softmax(row: Tensor) -> Tensor:
    e = torch.exp(row - row.max())
    return e / e.sum()


def plain_cross_entropy(image: Tensor, text: Tensor, labels: Tensor, scale: float, smoothing: float) -> Tensor:
    total = torch.zeros((), dtype=torch.float64)
    for b in range(len(image)):
        p = plain_softmax(scale * (text @ image[b]))
        for c in range(len(text)):
            wanted = smoothing / len(text) + (1 - smoothing) * (int(labels[b]) == c)
            total = total - wanted * torch.log(p[c])
    return total / len(image)


def plain_distill(student: Tensor, teacher: Tensor, temperature: float, direction: str) -> Tensor:
    """T^2 * mean over rows of -sum target_j * log prediction_j."""
    total = torch.zeros((), dtype=torch.float64)
    for s_row, t_row in zip(student, teacher, strict=True):
        s, t = plain_softmax(s_row / temperature), plain_softmax(t_row / temperature)
        weight, inside = (t, s) if direction == "teacher-target" else (s, t)
        total = total - (weight * torch.log(inside)).sum()
    return temperature**2 * total / len(student)


def plain_image_image(student: Tensor, teacher: Tensor, scale: float, temperature: float, direction: str) -> Tensor:
    count = len(student)
    if count == 1:
        return student.sum() * 0
    s = torch.stack(
        [torch.stack([scale * student[i] @ student[j] for j in range(count) if j != i]) for i in range(count)]
    )
    t = torch.stack(
        [torch.stack([scale * teacher[i] @ teacher[j] for j in range(count) if j != i]) for i in range(count)]
    )
    return plain_distill(s, t, temperature, direction)


def assert_same_value_and_gradient(
    ours: Callable[[Tensor], Tensor], plain: Callable[[Tensor], Tensor], at: Tensor
) -> None:
    x32 = at.clone().requires_grad_()
    x64 = at.double().requires_grad_()
    value, expected = ours(x32), plain(x64)
    assert value.dtype == torch.float32
    torch.testing.assert_close(value.double(), expected, rtol=1e-6, atol=2e-6)
    (gradient,) = torch.autograd.grad(value, x32)
    (wanted,) = torch.autograd.grad(expected, x64)
    torch.testing.assert_close(gradient.double(), wanted, rtol=1e-5, atol=3e-6 * max(1.0, float(wanted.abs().max())))


SCALE = 1 / 0.07


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("smoothing", [0.0, 0.2])
def test_cross_entropy_and_its_gradients_equal_the_formula(shape: tuple[int, ...], smoothing: float) -> None:
    b, c, _, _, d = shape
    image, text = unit(1, b, d), unit(2, c, d)
    labels = torch.arange(b) % c
    scale = torch.tensor(SCALE)
    assert_same_value_and_gradient(
        lambda x: losses.cross_entropy(x, text, labels, scale, smoothing),
        lambda x: plain_cross_entropy(x, text.double(), labels, SCALE, smoothing),
        image,
    )
    assert_same_value_and_gradient(
        lambda x: losses.cross_entropy(image, x, labels, scale, smoothing),
        lambda x: plain_cross_entropy(image.double(), x, labels, SCALE, smoothing),
        text,
    )


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("direction", ["teacher-target", "as-printed"])
@pytest.mark.parametrize("temperature", [2.0, 0.7])
def test_image_distillation_equals_the_formula(shape: tuple[int, ...], direction: str, temperature: float) -> None:
    _, _, r, m, d = shape
    student, teacher, texts = unit(3, r, d), unit(4, r, d), unit(5, m, d)
    objective = Objective(temperature=temperature, direction=direction)

    def ours(x: Tensor) -> Tensor:
        e = Embeddings(student_image_RD=x, teacher_image_RD=teacher, teacher_text_MD=texts)
        return losses.terms(e, torch.tensor(SCALE), objective, LossWeights(ce=0, lambda_image=3.0))["distill_image"]

    def plain(x: Tensor) -> Tensor:
        t = texts.double()
        return plain_distill(SCALE * x @ t.T, SCALE * teacher.double() @ t.T, temperature, direction)

    assert_same_value_and_gradient(ours, plain, student)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("direction", ["teacher-target", "as-printed"])
def test_transposed_text_distillation_equals_the_formula_along_the_images(
    shape: tuple[int, ...], direction: str
) -> None:
    _, _, r, m, d = shape
    student, teacher, texts = unit(3, r, d), unit(4, r, d), unit(5, m, d)
    objective = Objective(direction=direction, text_term="transposed")

    def ours(x: Tensor) -> Tensor:
        e = Embeddings(student_image_RD=x, teacher_image_RD=teacher, teacher_text_MD=texts)
        return losses.terms(e, torch.tensor(SCALE), objective, LossWeights(ce=0, lambda_text=3.0))["distill_text"]

    def plain(x: Tensor) -> Tensor:
        t = texts.double()
        return plain_distill(SCALE * t @ x.T, SCALE * t @ teacher.double().T, 2.0, direction)

    assert_same_value_and_gradient(ours, plain, student)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("direction", ["teacher-target", "as-printed"])
def test_encoder_text_distillation_equals_the_formula_of_student_texts(shape: tuple[int, ...], direction: str) -> None:
    _, _, r, m, d = shape
    student_texts, teacher_texts, teacher = unit(6, m, d), unit(7, m, d), unit(8, r, d)
    objective = Objective(direction=direction, text_term="encoder")

    def ours(x: Tensor) -> Tensor:
        e = Embeddings(student_text_SD=x, teacher_text_SD=teacher_texts, teacher_image_RD=teacher)
        return losses.terms(e, torch.tensor(SCALE), objective, LossWeights(ce=0, lambda_text=1.0))["distill_text"]

    def plain(x: Tensor) -> Tensor:
        r64 = teacher.double()
        return plain_distill(SCALE * x @ r64.T, SCALE * teacher_texts.double() @ r64.T, 2.0, direction)

    assert_same_value_and_gradient(ours, plain, student_texts)


@pytest.mark.parametrize("shape", SHAPES)
def test_feature_term_is_the_mean_squared_error_over_all_elements(shape: tuple[int, ...]) -> None:
    _, _, r, _, d = shape
    student, teacher = unit(9, r, d), unit(10, r, d)
    assert_same_value_and_gradient(
        lambda x: losses.feature(x, teacher), lambda x: ((x - teacher.double()) ** 2).sum() / (r * d), student
    )


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("direction", ["teacher-target", "as-printed"])
def test_image_image_term_equals_the_formula_without_the_diagonal(shape: tuple[int, ...], direction: str) -> None:
    _, _, r, _, d = shape
    student, teacher = unit(11, r, d), unit(12, r, d)
    objective = Objective(direction=direction)
    assert_same_value_and_gradient(
        lambda x: losses.image_image(x, teacher, torch.tensor(SCALE), objective),
        lambda x: plain_image_image(x, teacher.double(), SCALE, 2.0, direction),
        student,
    )


def test_the_two_directions_differ_and_agree_only_where_student_and_teacher_do() -> None:
    student, teacher = torch.randn(4, 6), torch.randn(4, 6)
    usual = losses.distill(student, teacher, 2.0, "teacher-target")
    printed = losses.distill(student, teacher, 2.0, "as-printed")
    assert abs(float(usual - printed)) > 1e-3
    same = [float(losses.distill(teacher, teacher, 2.0, d)) for d in losses.DIRECTIONS]
    assert same[0] == pytest.approx(same[1], rel=1e-6)


def test_where_student_and_teacher_agree_only_one_direction_has_come_to_rest() -> None:
    """At s = s_bar both values are T^2 H(p).

    Of -sum p_bar log p the gradient there is T (p - p_bar) = 0. Of -sum p log p_bar it is T p_k (-log p_k - H(p)) over
    the rows, 0 only for a uniform p: equation 3 of the paper, read literally, still sharpens a student that has not
    moved.
    """
    temperature, rows = 2.0, 5
    logits = 3.0 * torch.randn(rows, 7, dtype=torch.float64)
    p = (logits / temperature).softmax(dim=-1)
    entropy = -(p * p.log()).sum(dim=-1, keepdim=True)
    wanted = {"teacher-target": torch.zeros_like(p), "as-printed": temperature * p * (-p.log() - entropy) / rows}
    for direction in losses.DIRECTIONS:
        student = logits.clone().requires_grad_()
        value = losses.distill(student, logits, temperature, direction)
        (gradient,) = torch.autograd.grad(value, student)
        assert float(value.detach()) == pytest.approx(temperature**2 * float(entropy.mean()), rel=1e-12)
        torch.testing.assert_close(gradient, wanted[direction], rtol=1e-9, atol=1e-12)
    assert float(wanted["as-printed"].abs().max()) > 0.01


def test_the_two_text_terms_differ() -> None:
    student, teacher, texts = unit(3, 4, 8), unit(4, 4, 8), unit(5, 6, 8)
    e = Embeddings(
        student_image_RD=student,
        teacher_image_RD=teacher,
        teacher_text_MD=texts,
        student_text_SD=unit(6, 6, 8),
        teacher_text_SD=texts,
    )
    found = [
        float(
            losses.terms(e, torch.tensor(SCALE), Objective(text_term=term), LossWeights(ce=0, lambda_text=1))[
                "distill_text"
            ]
        )
        for term in losses.TEXT_TERMS
    ]
    assert abs(found[0] - found[1]) > 1e-2


def test_logits_of_a_sharp_scale_stay_finite_in_both_directions() -> None:
    student, teacher = unit(1, 3, 4), -unit(1, 3, 4)
    e = Embeddings(student_image_RD=student, teacher_image_RD=teacher, teacher_text_MD=student)
    for direction in losses.DIRECTIONS:
        objective = Objective(temperature=0.1, direction=direction)
        found = losses.terms(e, torch.tensor(100.0), objective, LossWeights(ce=0, lambda_image=1))
        assert math.isfinite(float(found["distill_image"]))


def test_total_is_the_weighted_sum_of_the_terms_by_name() -> None:
    found = {name: torch.tensor(float(i + 1)) for i, name in enumerate(losses.TERMS)}
    weights = LossWeights(
        ce=1.0,
        lambda_image=10.0,
        lambda_text=100.0,
        lambda_feature=1e3,
        lambda_image_image=1e4,
        lambda_alignment=1e5,
        wc=1e6,
    )
    assert float(losses.total(found, weights)) == 7654321.0


@pytest.mark.parametrize("pairs", [[0, 1, 2, 3], [0, 1, 0, 2], [5, 5, 5, 5], [3]], ids=str)
def test_alignment_gives_equal_texts_the_same_share(pairs: list[int]) -> None:
    count, scale, smoothing = len(pairs), 20.0, 0.2
    images, texts = unit(1, count, 8), unit(2, count, 8)
    e = Embeddings(student_image_RD=images, student_text_SD=texts, pair_R=torch.tensor(pairs))
    objective = Objective(text_term="paired", label_smoothing=smoothing)
    found = losses.terms(e, torch.tensor(scale), objective, LossWeights(ce=0, lambda_alignment=0.25))
    wanted = torch.zeros((), dtype=torch.float64)
    for rows, columns in ((images.double(), texts.double()), (texts.double(), images.double())):
        for i in range(count):
            p = plain_softmax(scale * (columns @ rows[i]))
            for j in range(count):
                right = (pairs[i] == pairs[j]) / pairs.count(pairs[i])
                wanted -= (smoothing / count + (1 - smoothing) * right) * torch.log(p[j]) / count
    assert set(found) == {"alignment"}
    assert float(found["alignment"]) == pytest.approx(float(wanted), rel=1e-5)


@pytest.mark.parametrize("direction", losses.DIRECTIONS)
def test_paired_terms_compare_images_with_their_own_texts_through_both_encoders(direction: str) -> None:
    count, scale = 5, 15.0
    r, t, r_bar, t_bar = (unit(seed, count, 8) for seed in (1, 2, 3, 4))
    e = Embeddings(student_image_RD=r, student_text_SD=t, teacher_image_RD=r_bar, teacher_text_SD=t_bar)
    objective = Objective(text_term="paired", direction=direction)
    found = losses.terms(e, torch.tensor(scale), objective, LossWeights(ce=0, lambda_image=1, lambda_text=1))
    student, teacher = scale * r.double() @ t.double().T, scale * r_bar.double() @ t_bar.double().T
    wanted = [plain_distill(s, o, 2.0, direction) for s, o in ((student, teacher), (student.T, teacher.T))]
    assert float(found["distill_image"]) == pytest.approx(float(wanted[0]), rel=1e-5)
    assert float(found["distill_text"]) == pytest.approx(float(wanted[1]), rel=1e-5)


def test_adaptive_consolidation_weighs_by_the_squared_gradient_of_each_tensor() -> None:
    parameters = [torch.tensor([1.0, 2.0]), torch.tensor([[3.0]]), torch.tensor([4.0]), torch.tensor([5.0])]
    anchor = [torch.tensor([0.0, 0.0]), torch.tensor([[1.0]]), torch.tensor([2.0]), torch.tensor([1.0])]
    for parameter, gradient in zip(parameters, ([1.0, 3.0], [[2.0]], None, [0.0]), strict=True):
        parameter.grad = None if gradient is None else torch.tensor(gradient)
    weights = losses.importance(parameters)
    assert weights[0].tolist() == pytest.approx([1 / 5, 9 / 5])  # g^2 over their mean, 5
    assert weights[1].tolist() == [[1.0]]
    assert [w.item() for w in weights[2:]] == pytest.approx([1e-6, 1e-6])
    value = losses.consolidate(parameters, anchor, 0.5, weights)
    assert float(value) == pytest.approx(0.2 * 1 + 1.8 * 4 + 1 * 4 + 1e-6 * 4 + 1e-6 * 16)
    got = parameters[0].grad
    assert got is not None
    assert got.tolist() == pytest.approx([1 + 0.2 * 1, 3 + 1.8 * 2])  # + 2 * 0.5 * F * (theta - anchor)


def test_terms_of_weight_zero_are_not_computed() -> None:
    student, texts = unit(1, 3, 4), unit(2, 5, 4)
    e = Embeddings(
        train_image_BD=student,
        class_text_CD=texts,
        labels_B=torch.zeros(3, dtype=torch.int64),
        student_image_RD=student,
        teacher_image_RD=student,
        teacher_text_MD=texts,
    )
    assert set(losses.terms(e, torch.tensor(1.0), Objective(), LossWeights())) == {"ce"}
    assert set(losses.terms(e, torch.tensor(1.0), Objective(), LossWeights(ce=0, lambda_text=1))) == {"distill_text"}


@pytest.mark.parametrize("wc", [1.0, 0.3, 1e-3])
def test_weight_consolidation_adds_bit_for_bit_the_gradient_of_autograd(wc: float) -> None:
    torch.manual_seed(0)
    theta = [torch.randn(40, 30, requires_grad=True), torch.randn(7, requires_grad=True)]
    anchor = [p.detach() + 0.01 * torch.randn_like(p) for p in theta]
    before = [torch.randn_like(p) for p in theta]

    for p, g in zip(theta, before, strict=True):
        p.grad = g.clone()
    sum_of_squares = sum((((p - a) ** 2).sum() for p, a in zip(theta, anchor, strict=True)), torch.zeros(()))
    (wc * sum_of_squares).backward()
    wanted = [p.grad.clone() for p in theta if p.grad is not None]

    for p, g in zip(theta, before, strict=True):
        p.grad = g.clone()
    value = losses.consolidate(theta, anchor, wc)
    for p, w in zip(theta, wanted, strict=True):
        assert p.grad is not None
        assert torch.equal(p.grad, w)
    assert float(value) == pytest.approx(float(sum_of_squares.detach()), rel=1e-6)


def test_weight_consolidation_also_pulls_parameters_that_no_other_term_reaches() -> None:
    theta = [torch.tensor([3.0], requires_grad=True)]
    value = losses.consolidate(theta, [torch.tensor([1.0])], 0.5)
    assert theta[0].grad is not None
    assert float(theta[0].grad) == 2.0
    assert float(value) == 4.0

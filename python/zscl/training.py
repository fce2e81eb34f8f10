"""The training loop of a segment (method.md section 1): reads top to bottom, decides nothing."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
import torch
from torch import Tensor

from zscl import losses, randomness
from zscl.commands import LossRow, LossWeights, Train, TrainDone, ZsclError
from zscl.device import upload
from zscl.losses import Embeddings
from zscl.randomness import Purpose
from zscl.task import Task
from zscl.teacher import Teacher, encode_online
from zscl.update import Student


@dataclass(frozen=True)
class Needs:
    """Which encodings the weights of a segment ask for; what is not needed is not computed."""

    train: bool
    student_image: bool
    student_text: bool
    teacher_text: bool
    teacher_image: bool
    current_task: bool  # the reference images are the training images

    @property
    def reference_batch(self) -> bool:
        return self.teacher_image and not self.current_task


@dataclass(frozen=True)
class Draws:
    """All random numbers of a segment, on the device: one transfer and no waiting per update."""

    first_update: int
    train_UB: Tensor
    boxes_UB4: Tensor | None  # None: the images are files, cut where they are decoded
    reference_UR: Tensor | None
    texts_US: Tensor | None
    reference_cpu_UR: Tensor | None  # the same on the CPU, for images that lie there: asking the device would wait


def train(task: Task, command: Train, progress: Callable[[int, int], None], changing: Callable[[], None]) -> TrainDone:
    """Run the updates of one segment; `changing` is called before weights first change.

    Raises protocol for a wrong order, bad-input for weights whose teacher or references are missing, and
    non-finite-loss. On the CPU every loss is checked before its optimiser step; on other devices that would make the
    device wait in every update, so there the segment is checked at its end.
    """
    needs = find_needs(task, command)
    draws = draw(task, command, needs)
    model, weights = task.model, command.loss_weights
    on_cpu = model.device.type == "cpu"
    updates = len(command.learning_rates)
    values_UT = torch.zeros(updates, len(losses.TERMS) + 1, device=model.device)

    for u, learning_rate in enumerate(command.learning_rates):
        for group in task.optimiser.param_groups:
            group["lr"] = learning_rate
        student = Student(command.micro_batch)
        embeddings = embed(task, needs, draws, student, u)
        terms = losses.terms(embeddings, model.scale, task.spec.objective, weights)
        if terms:
            student.backward(losses.total(terms, weights))
        if weights.wc:
            assert task.anchor is not None
            terms["wc"] = losses.consolidate(list(model.parameters.values()), task.anchor, weights.wc)
        values_UT[u] = _row_tensor(terms, weights)
        if on_cpu:
            _require_finite(task, command, values_UT[: u + 1], first_to_check=u)
        changing()
        task.optimiser.step()
        task.optimiser.zero_grad(set_to_none=True)
        progress(u + 1, updates)

    _require_finite(task, command, values_UT, first_to_check=0)
    task.next_update = command.first_update + updates
    per_update = command.batch_size * needs.train + command.reference_batch_size * _separate(needs)
    return TrainDone(tuple(_loss_row(row) for row in values_UT.tolist()), updates * per_update)


def find_needs(task: Task, command: Train) -> Needs:
    """What the loss weights ask for, after checking that the task has it."""
    weights = command.loss_weights
    encoder = task.spec.objective.text_term == "encoder"
    images = bool(weights.lambda_image or weights.lambda_feature or weights.lambda_image_image)
    distills_text = bool(weights.lambda_text)
    current = task.references.image_kind == "current-task"
    needs = Needs(
        train=bool(weights.ce) or (current and (images or distills_text)),
        student_image=images or (distills_text and not encoder),
        student_text=distills_text and encoder,
        teacher_text=bool(weights.lambda_image) or distills_text,
        teacher_image=images or distills_text,
        current_task=current,
    )
    _check(task, command, needs)
    return needs


def draw(task: Task, command: Train, needs: Needs) -> Draws:
    """Train indices, crop boxes, reference indices and text indices of every update of the segment."""
    seed, at = task.seed, task.spec.task
    first, updates = command.first_update, len(command.learning_rates)

    device = task.model.device

    def rows(purpose: Purpose, batch: int, size: int) -> Tensor:
        indices = randomness.stream((seed, at, purpose), first * batch, updates * batch, size)
        return torch.from_numpy(indices.reshape(updates, batch))

    reference_cpu_UR = texts_US = None
    if needs.reference_batch:
        assert task.references.images is not None
        reference_cpu_UR = rows(Purpose.REFERENCE_IMAGES, command.reference_batch_size, len(task.references.images))
    if needs.student_text:
        assert task.references.tokens is not None
        texts = len(task.references.tokens)
        sample = min(task.spec.objective.text_sample or texts, texts)
        texts_US = upload(rows(Purpose.REFERENCE_TEXTS, sample, texts), device)
    return Draws(
        first_update=first,
        train_UB=upload(rows(Purpose.TRAIN_ORDER, command.batch_size, len(task.dataset.train_labels)), device),
        boxes_UB4=None if task.prefetch is not None else _boxes(task, command),
        reference_UR=None if reference_cpu_UR is None else upload(reference_cpu_UR, device),
        texts_US=texts_US,
        reference_cpu_UR=reference_cpu_UR,
    )


def _boxes(task: Task, command: Train) -> Tensor:
    height, width = task.dataset.train_images.shape[2:]
    boxes = [
        randomness.crop_boxes(
            task.seed, task.spec.task, command.first_update + u, batch=command.batch_size, height=height, width=width
        )
        for u in range(len(command.learning_rates))
    ]
    return upload(torch.from_numpy(np.stack(boxes)), task.model.device)


def _train_images(task: Task, draws: Draws, u: int) -> Tensor:
    """The augmented, normalised training images [B, 3, S, S] of update `u` of the segment."""
    if task.prefetch is not None:
        levels = task.prefetch.batch(draws.first_update + u, draws.train_UB.shape[1])
        return task.model.prepare(upload(levels, task.model.device))
    assert draws.boxes_UB4 is not None
    return task.model.augment(task.dataset.train_images[draws.train_UB[u]], draws.boxes_UB4[u])


def embed(task: Task, needs: Needs, draws: Draws, student: Student, u: int) -> Embeddings:
    """Encode what update `u` of the segment needs: the teacher first, then one forward of the student's images."""
    model, dataset = task.model, task.dataset
    train_indices = draws.train_UB[u]
    batch = []
    found = Embeddings(labels_B=dataset.train_labels[train_indices])
    if needs.train:
        batch.append(_train_images(task, draws, u))
    if needs.teacher_image:
        found = _teacher_side(task, needs, draws, u, found, batch)
    if _separate(needs):
        batch.append(model.prepare(_reference_images(task, draws, u)))
    if batch:
        images_BD = student.encode(model.encode_train_image, torch.cat(batch))
        train_BD, reference_RD = images_BD, images_BD
        if len(batch) == 2:
            train_BD, reference_RD = images_BD.split([len(part) for part in batch])
        found = replace(
            found,
            train_image_BD=train_BD if needs.train else None,
            student_image_RD=reference_RD if needs.student_image else None,
        )
    if draws.texts_US is not None:
        assert task.references.tokens is not None
        tokens_SL = task.references.tokens[draws.texts_US[u]]
        found = replace(found, student_text_SD=student.encode(model.encode_text, tokens_SL))
    if needs.train:
        class_text = task.class_text_CD
        if class_text is None:
            class_text = student.encode(model.encode_text, task.class_tokens)
        found = replace(found, class_text_CD=class_text)
    return found


def _teacher_side(task: Task, needs: Needs, draws: Draws, u: int, found: Embeddings, batch: list[Tensor]) -> Embeddings:
    teacher = _require_teacher(task)
    if draws.reference_UR is None:
        image_RD = encode_online(task.model, teacher, batch[0])
    else:
        assert teacher.image_ND is not None
        image_RD = teacher.image_ND[draws.reference_UR[u]]
    texts_SD = None
    if draws.texts_US is not None:
        assert teacher.text_MD is not None
        texts_SD = teacher.text_MD[draws.texts_US[u]]
    return replace(found, teacher_image_RD=image_RD, teacher_text_MD=teacher.text_MD, teacher_text_SD=texts_SD)


def _reference_images(task: Task, draws: Draws, u: int) -> Tensor:
    """The reference images of update `u` of the segment, uint8 [R, 3, H, W] on the device."""
    images = task.references.images
    assert images is not None
    assert draws.reference_UR is not None
    assert draws.reference_cpu_UR is not None
    if isinstance(images, Tensor):
        return images[draws.reference_UR[u]]
    return upload(images[draws.reference_cpu_UR[u]], task.model.device)


def _separate(needs: Needs) -> bool:
    """Whether reference images go through the student besides the training images."""
    return needs.student_image and not needs.current_task


def _check(task: Task, command: Train, needs: Needs) -> None:
    if command.task != task.spec.task or task.next_update not in (None, command.first_update):
        asked = f"task {command.task} update {command.first_update}"
        raise ZsclError("protocol", f"asked to train {asked}; task {task.spec.task} is at update {task.next_update}")
    if not command.learning_rates or command.batch_size < 1:
        raise ZsclError("bad-input", "a segment needs at least one learning rate and a `batch_size` of at least 1")
    weights = command.loss_weights
    if not any(losses.factors(weights).values()):
        raise ZsclError("bad-input", "all loss weights are 0, so there is nothing to train")
    if weights.wc and task.anchor is None:
        raise ZsclError("bad-input", f"`wc` is {weights.wc}, but the task was begun without `anchor_slot`")
    if not needs.teacher_image:
        return
    _require_teacher(task)
    if needs.teacher_text and task.references.tokens is None:
        raise ZsclError("bad-input", "`lambda_image` and `lambda_text` need `reference_texts`, which are `none`")
    if not needs.current_task and task.references.images is None:
        why = "no task is remembered yet" if task.references.image_kind == "memory" else "they are `none`"
        raise ZsclError("bad-input", f"distillation needs `reference_images`, but {why}")
    if not needs.current_task and command.reference_batch_size < 1:
        raise ZsclError("bad-input", f"`reference_batch_size` is {command.reference_batch_size}; expected at least 1")


def _require_teacher(task: Task) -> Teacher:
    if task.teacher is None:
        raise ZsclError("bad-input", "distillation needs a teacher, but the task was begun without `teacher_slot`")
    return task.teacher


@torch.no_grad()
def _row_tensor(terms: dict[str, Tensor], weights: LossWeights) -> Tensor:
    zero = next(iter(terms.values())).new_zeros(())
    return torch.stack([*(terms.get(name, zero).detach() for name in losses.TERMS), losses.total(terms, weights)])


def _loss_row(values: list[float]) -> LossRow:
    return LossRow(**dict(zip((*losses.TERMS, "total"), values, strict=True)))


def _require_finite(task: Task, command: Train, values_UT: Tensor, first_to_check: int) -> None:
    for u, row in enumerate(values_UT[first_to_check:].tolist(), start=first_to_check):
        if math.isfinite(row[-1]):
            continue
        task.optimiser.zero_grad(set_to_none=True)
        losses_now = _loss_row(row)
        bad = [name for name in losses.TERMS if not math.isfinite(getattr(losses_now, name))]
        update = command.first_update + u
        raise ZsclError(
            "non-finite-loss",
            f"the loss of task {command.task}, update {update} is {row[-1]} ({', '.join(bad) or 'their sum'}). Lower "
            "the learning rate or the loss weights; with bf16, try fp32.",
            state_good=False,
            update=update,
            losses=losses_now,
        )
    return

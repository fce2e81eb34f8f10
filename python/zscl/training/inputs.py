"""What the updates of a segment take from data and chance: everything but encodings, on the device."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from zscl import randomness
from zscl.commands import Train
from zscl.device import upload
from zscl.randomness import Purpose
from zscl.training.task import Task


@dataclass(frozen=True)
class Needs:
    """Which encodings the weights of a segment ask for; what is not needed is not computed."""

    train: bool
    student_image: bool
    student_text: bool
    teacher_text: bool
    teacher_image: bool
    current_task: bool  # the reference images are the training images
    paired: bool = False  # the texts of an update are those of its reference images

    @property
    def separate(self) -> bool:
        """Whether reference images go through the student besides the training images."""
        return self.student_image and not self.current_task

    @property
    def reference_batch(self) -> bool:
        return (self.teacher_image or self.student_image) and not self.current_task


@dataclass(frozen=True)
class Draws:
    """All random numbers of a segment, on the device: one transfer and no waiting per update."""

    first_update: int
    train_UB: Tensor
    own_train: slice  # this rank's slots of a batch; all of them where one process computes alone
    own_reference: slice
    boxes_UB4: Tensor | None  # None: the images are files, cut where they are decoded
    reference_UR: Tensor | None
    texts_US: Tensor | None
    reference_cpu_UR: Tensor | None  # the same on the CPU, for images that lie there: asking the device would wait


@dataclass(frozen=True)
class Inputs:
    """Of one update; None where no term asks for it. What is encoded is of this rank's slots, the rest of all."""

    labels_B: Tensor
    train_BCHW: Tensor | None = None  # augmented and normalised; own slots
    reference_RCHW: Tensor | None = None  # normalised; own slots
    teacher_image_RD: Tensor | None = None  # rows of the teacher's table
    tokens_SL: Tensor | None = None  # texts sampled for the student; own slots
    teacher_text_SD: Tensor | None = None
    pair_R: Tensor | None = None  # which of the reference texts belong to the reference images


def draw(task: Task, command: Train, needs: Needs) -> Draws:
    """Train indices, crop boxes, reference indices and text indices of every update of the segment."""
    seed, at = task.seed, task.spec.task
    first, updates = command.first_update, len(command.learning_rates)

    device, ranks = task.model.device, task.model.ranks

    def rows(purpose: Purpose, batch: int, size: int) -> Tensor:
        indices = randomness.stream((seed, at, purpose), first * batch, updates * batch, size)
        return torch.from_numpy(indices.reshape(updates, batch))

    reference_cpu_UR = texts_US = None
    if needs.reference_batch:
        assert task.references.images is not None
        reference_cpu_UR = rows(Purpose.REFERENCE_IMAGES, command.reference_batch_size, len(task.references.images))
    if needs.student_text and not needs.paired:
        assert task.references.tokens is not None
        sample = sampled_texts(task, command, needs)
        texts_US = upload(rows(Purpose.REFERENCE_TEXTS, sample, len(task.references.tokens)), device)
    return Draws(
        first_update=first,
        train_UB=upload(rows(Purpose.TRAIN_ORDER, command.batch_size, len(task.dataset.train_labels)), device),
        boxes_UB4=None if task.prefetch is not None else _boxes(task, command),
        reference_UR=None if reference_cpu_UR is None else upload(reference_cpu_UR, device),
        texts_US=texts_US,
        reference_cpu_UR=reference_cpu_UR,
        own_train=ranks.share(command.batch_size),
        own_reference=ranks.share(command.reference_batch_size),
    )


def sampled_texts(task: Task, command: Train, needs: Needs) -> int:
    """How many texts an update shows to the student."""
    if needs.paired:
        return command.reference_batch_size
    assert task.references.tokens is not None
    texts = len(task.references.tokens)
    return min(task.spec.objective.text_sample or texts, texts)


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
    """The augmented, normalised training images [B, 3, S, S] of this rank's slots in update `u` of the segment."""
    own = draws.own_train
    if task.prefetch is not None:
        levels = task.prefetch.batch(draws.first_update + u, draws.train_UB.shape[1])
        return task.model.prepare(upload(levels, task.model.device))
    assert draws.boxes_UB4 is not None
    return task.model.augment(task.dataset.train_images[draws.train_UB[u, own]], draws.boxes_UB4[u, own])


def gather(task: Task, needs: Needs, draws: Draws, u: int) -> Inputs:
    """The inputs of update `u` of the segment."""
    images = tokens_SL = teacher_image_RD = teacher_text_SD = pair_R = None
    if needs.train:
        images = _train_images(task, draws, u)
    if draws.reference_UR is not None and task.teacher is not None:
        assert task.teacher.image_ND is not None
        teacher_image_RD = task.teacher.image_ND[draws.reference_UR[u]]
    if needs.student_text:
        if needs.paired:
            assert task.references.pair_N is not None
            assert draws.reference_UR is not None
            texts_S = pair_R = task.references.pair_N[draws.reference_UR[u]]
        else:
            assert draws.texts_US is not None
            texts_S = draws.texts_US[u]
        assert task.references.tokens is not None
        tokens_SL = task.references.tokens[texts_S[task.model.ranks.share(len(texts_S))]]
        if task.teacher is not None:
            assert task.teacher.text_MD is not None
            teacher_text_SD = task.teacher.text_MD[texts_S]
    return Inputs(
        labels_B=task.dataset.train_labels[draws.train_UB[u]],
        train_BCHW=images,
        reference_RCHW=task.model.prepare(_reference_images(task, draws, u)) if needs.separate else None,
        teacher_image_RD=teacher_image_RD,
        tokens_SL=tokens_SL,
        teacher_text_SD=teacher_text_SD,
        pair_R=pair_R,
    )


def _reference_images(task: Task, draws: Draws, u: int) -> Tensor:
    """This rank's reference images of update `u` of the segment, uint8 [R, 3, H, W] on the device."""
    own = draws.own_reference
    images = task.references.images
    assert images is not None
    assert draws.reference_UR is not None
    assert draws.reference_cpu_UR is not None
    if isinstance(images, Tensor):
        return images[draws.reference_UR[u, own]]
    return upload(images[draws.reference_cpu_UR[u, own]], task.model.device)

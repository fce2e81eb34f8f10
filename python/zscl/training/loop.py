"""The training loop of a segment (method.md section 1): reads top to bottom, decides nothing."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace

import torch
from torch import Tensor

from zscl.commands import LossRow, LossWeights, Train, TrainDone, ZsclError
from zscl.device import Beside
from zscl.references.teacher import Teacher, encode_online
from zscl.training import losses, recorded, token_rows
from zscl.training.inputs import Inputs, Needs, draw, gather, sampled_texts
from zscl.training.losses import Embeddings
from zscl.training.student import Student
from zscl.training.task import Task, set_learning_rate

# Called as progress(done, total) after every update; False asks for the end of the segment.
Progress = Callable[[int, int], object]


def train(task: Task, command: Train, progress: Progress, changing: Callable[[], None]) -> TrainDone:
    """Run the updates of one segment; `changing` is called before weights first change.

    Where `progress` answers False the segment ends there, with a row for every update that was done: what comes after
    is a segment of its own.

    Raises protocol for a wrong order, bad-input for weights whose teacher or references are missing, and
    non-finite-loss. On the CPU every loss is checked before its optimiser step; on other devices that would make the
    device wait in every update, so there the segment is checked at its end.
    """
    needs = find_needs(task, command)
    draws = draw(task, command, needs)
    update = recorded.of(task, command, lambda inputs: losses_of(task, command, needs, inputs))
    ranks, on_cpu = task.model.ranks, task.model.device.type == "cpu"
    updates = len(command.learning_rates)
    values_UT = torch.zeros(updates, len(losses.TERMS) + 1, device=task.model.device)

    with token_rows.only_those_in_use(task):
        for u, learning_rate in enumerate(command.learning_rates):
            set_learning_rate(task.optimiser, learning_rate)
            inputs = gather(task, needs, draws, u)
            values_UT[u] = update.losses(inputs, changing)
            if on_cpu:
                _require_finite(task, command, values_UT[: u + 1], first_to_check=u)
            changing()
            update.step()
            if not ranks.agree(progress(u + 1, updates) is not False):
                updates = u + 1
                break

    values_UT = values_UT[:updates]
    _require_finite(task, command, values_UT, first_to_check=0)
    ranks.require_same(
        list(task.model.parameters.values()),
        f"after update {command.first_update + updates} of task {command.task}",
    )
    task.next_update = command.first_update + updates
    per_update = command.batch_size * needs.train + command.reference_batch_size * needs.separate
    return TrainDone(tuple(_loss_row(row) for row in values_UT.tolist()), updates * per_update)


def losses_of(task: Task, command: Train, needs: Needs, inputs: Inputs) -> Tensor:
    """Forward and backward of one update: gradients are left in the parameters, the row of its losses is returned."""
    model, weights = task.model, command.loss_weights
    parameters = list(model.parameters.values())
    student = Student(command.micro_batch, model.ranks, parameters, model.no_embeddings)
    embeddings = embed(task, command, needs, inputs, student)
    terms = losses.terms(embeddings, model.scale, task.spec.objective, weights)
    importance, left = None, dict(terms)
    if weights.wc and task.spec.objective.consolidation == "adaptive":
        reference = {name: left.pop(name) for name in terms if name != "ce"}
        student.backward(losses.total(reference, weights), more=bool(left))
        importance = losses.importance(parameters)
    if left:
        student.backward(losses.total(left, weights))
    if weights.wc:
        assert task.anchor is not None
        terms["wc"] = losses.consolidate(parameters, task.anchor, weights.wc, importance)
    return _row_tensor(terms, weights)


def find_needs(task: Task, command: Train) -> Needs:
    """What the loss weights ask for, after checking that the task has it."""
    weights = command.loss_weights
    encoder, paired = (task.spec.objective.text_term == kind for kind in ("encoder", "paired"))
    terms = losses.wanted(weights)
    current = task.references.image_kind == "current-task"
    needs = Needs(
        train=bool(weights.ce) or (current and (terms.images or terms.text)),
        student_image=terms.images or (terms.text and not encoder) or terms.alignment,
        student_text=(terms.text and encoder) or (paired and (terms.similarity or terms.text or terms.alignment)),
        paired=paired,
        teacher_text=terms.similarity or terms.text,
        teacher_image=terms.images or terms.text,
        current_task=current,
    )
    _check(task, command, needs)
    return needs


def embed(task: Task, command: Train, needs: Needs, inputs: Inputs, student: Student) -> Embeddings:
    """Encode what one update needs: the teacher first, then one forward of the student's images."""
    model = task.model
    own = [images for images in (inputs.train_BCHW, inputs.reference_RCHW) if images is not None]
    sizes = [command.batch_size] * needs.train + [command.reference_batch_size] * needs.separate
    found = Embeddings(labels_B=inputs.labels_B)
    texts = Beside(model.device)  # short sequences leave most of a GPU idle
    with texts:
        if inputs.tokens_SL is not None:
            sample = sampled_texts(task, command, needs)
            (text_SD,) = student.encode(model.encode_text, inputs.tokens_SL, [sample])
            found = replace(found, student_text_SD=text_SD)
        if needs.train:
            class_text = task.class_text_CD
            if class_text is None:
                classes = len(task.class_tokens)
                own_tokens = task.class_tokens[model.ranks.share(classes)]
                (class_text,) = student.encode(model.encode_text, own_tokens, [classes])
            found = replace(found, class_text_CD=class_text)
    if needs.paired:
        found = replace(found, pair_R=inputs.pair_R)
    if needs.teacher_image:
        found = _teacher_side(task, command, inputs, found)
    if own:
        batches = student.encode(model.encode_train_image, torch.cat(own), sizes)
        found = replace(
            found,
            train_image_BD=batches[0] if needs.train else None,
            student_image_RD=batches[-1] if needs.student_image else None,
        )
    texts.join()
    return found


def _teacher_side(task: Task, command: Train, inputs: Inputs, found: Embeddings) -> Embeddings:
    teacher = _require_teacher(task)
    image_RD = inputs.teacher_image_RD
    if image_RD is None:
        assert inputs.train_BCHW is not None
        image_RD = encode_online(task.model, teacher, inputs.train_BCHW, command.batch_size)
    return replace(
        found, teacher_image_RD=image_RD, teacher_text_MD=teacher.text_MD, teacher_text_SD=inputs.teacher_text_SD
    )


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
    adaptive = weights.wc and task.spec.objective.consolidation == "adaptive"
    if adaptive and not needs.student_image:
        raise ZsclError(
            "bad-input", "`consolidation` is `adaptive`, but no reference term has a weight to be adapted to"
        )
    if not needs.student_image and not needs.teacher_image:
        return
    if needs.teacher_image:
        _require_teacher(task)
    if needs.teacher_text and task.references.tokens is None:
        raise ZsclError("bad-input", "`lambda_image` and `lambda_text` need `reference_texts`, which are `none`")
    if losses.wanted(weights).alignment and not needs.paired:
        raise ZsclError("bad-input", f"alignment needs text term `paired`, got {task.spec.objective.text_term}")
    if needs.paired and task.references.pair_N is None:
        raise ZsclError("bad-input", "text term `paired` needs `reference_texts` that are `paired`")
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

"""Everything that stays fixed during one task, and its optimiser."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from inspect import unwrap

import torch
from torch import Tensor

from zscl.commands import BeginTask, ZsclError
from zscl.data.dataset import Dataset, dataset_of
from zscl.data.prefetch import Prefetch
from zscl.model.clip import Model
from zscl.model.weights import Slots
from zscl.references.collect import References, Shelf, collect
from zscl.references.teacher import Teacher, encode_all_texts, prepare_teacher
from zscl.training import losses


@dataclass
class Task:
    """The task that trains now. Only `optimiser`, `next_update` and what comes after it change."""

    spec: BeginTask
    seed: int
    model: Model
    dataset: Dataset
    class_tokens: Tensor  # (C, L), first template
    class_text_CD: Tensor | None  # constant where the text encoder does not train
    references: References
    teacher: Teacher | None
    anchor: list[Tensor] | None  # in the order of model.parameters
    optimiser: torch.optim.AdamW
    prefetch: Prefetch | None  # where the training images are files
    next_update: int | None = 0  # None: not known after a restore
    recorded: object = None  # how its updates run on a GPU; of zscl.training.recorded
    token_rows: object = None  # which of them can change, on a CPU; of zscl.training.token_rows


def begin_task(
    model: Model, slots: Slots, spec: BeginTask, seed: int, shelf: Shelf, progress: Callable[[int, int], object]
) -> Task:
    """Check `spec`, collect the references, tabulate the teacher and make a fresh optimiser. Changes no slot.

    Raises bad-input for unknown datasets, slots, sets and values.
    """
    _check(spec)
    dataset = dataset_of(shelf.datasets, spec.dataset)
    class_tokens = model.tokenize(dataset.prompts(dataset.templates[0]))
    references = collect(model, spec.reference_images, spec.reference_texts, shelf, progress)
    teacher = None
    if spec.teacher_slot:
        teacher = prepare_teacher(model, slots, spec.teacher_slot, references, shelf, progress)
    anchor = None
    if spec.anchor_slot:
        held = slots.hold(spec.anchor_slot)
        anchor = [held[name] for name in model.parameters]
    return Task(
        spec=spec,
        seed=seed,
        model=model,
        dataset=dataset,
        class_tokens=class_tokens,
        class_text_CD=None if model.text_trains else encode_all_texts(model, class_tokens, progress),
        references=references,
        teacher=teacher,
        anchor=anchor,
        optimiser=make_optimiser(model, spec),
        prefetch=None
        if dataset.crops is None
        else Prefetch(dataset.crops, seed, spec.task, model.image_size, ranks=model.ranks),
    )


MOMENTS = ("exp_avg", "exp_avg_sq")  # what AdamW keeps of a parameter, in its shape


class AdamW(torch.optim.AdamW):
    """torch's own. Its step imports torch._dynamo, a second's work, to break a graph that is not compiled here."""

    @torch.no_grad()
    def step(self, closure: None = None) -> None:  # type: ignore[override]
        unwrap(torch.optim.AdamW.step)(self, closure)


def make_optimiser(model: Model, spec: BeginTask) -> AdamW:
    """AdamW over the trained parameters; its learning rate is set before every update.

    On CUDA rate and state are on the device from the start, so that a step can be recorded in a graph.
    """
    o = spec.optimiser
    on_cuda = model.device.type == "cuda"
    optimiser = AdamW(
        list(model.parameters.values()),
        lr=torch.zeros((), device=model.device) if on_cuda else 0.0,
        betas=(o.beta1, o.beta2),
        eps=o.epsilon,
        weight_decay=o.weight_decay,
        fused=True,
        capturable=on_cuda,
    )
    if on_cuda:
        for parameter in model.parameters.values():
            optimiser.state[parameter] = {
                "step": torch.zeros((), device=model.device),
                **{moment: torch.zeros_like(parameter, memory_format=torch.preserve_format) for moment in MOMENTS},
            }
    return optimiser


def set_learning_rate(optimiser: torch.optim.AdamW, rate: float) -> None:
    """For the next step; a rate that lies on the device keeps its place there."""
    for group in optimiser.param_groups:
        if isinstance(group["lr"], Tensor):
            group["lr"].fill_(rate)
        else:
            group["lr"] = rate


def _check(spec: BeginTask) -> None:
    objective = spec.objective
    for name, value, known in (
        ("objective.direction", objective.direction, losses.DIRECTIONS),
        ("objective.text_term", objective.text_term, losses.TEXT_TERMS),
        ("objective.consolidation", objective.consolidation, losses.CONSOLIDATIONS),
    ):
        if value not in known:
            raise ZsclError("bad-input", f"`{name}` is `{value}`; expected one of {', '.join(known)}")
    if objective.temperature <= 0:
        raise ZsclError("bad-input", f"`objective.temperature` is {objective.temperature}; expected more than 0")
    if not 0 <= objective.label_smoothing < 1:
        raise ZsclError("bad-input", f"`objective.label_smoothing` is {objective.label_smoothing}; expected 0 to 1")

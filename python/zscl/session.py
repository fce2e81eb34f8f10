"""Executes commands one at a time. What happens when is decided by the sender; nothing here knows a schedule."""

from __future__ import annotations

import errno
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

import torch

from zscl import checkpoint
from zscl.commands import (
    BeginTask,
    BeginTaskDone,
    Combine,
    Command,
    Done,
    Drop,
    Evaluate,
    Export,
    Lerp,
    Load,
    Outcome,
    Remember,
    Restore,
    Save,
    SaveDone,
    SetUp,
    SetUpDone,
    Train,
    ZsclError,
)
from zscl.data.class_subset import joint
from zscl.data.dataset import Dataset, dataset_of
from zscl.data.loading import load_datasets
from zscl.device import rank_devices, set_up_compute
from zscl.model.clip import Model, load_model
from zscl.model.export import export
from zscl.model.merging import load_weights
from zscl.model.weights import INITIAL, TRAINED, Slots, require_same_parameters, using
from zscl.ranks import Ranks
from zscl.references import memory
from zscl.references.collect import Shelf, look
from zscl.references.memory import Memory
from zscl.references.once import Once
from zscl.training import evaluation, loop, prompts
from zscl.training.moments import load_optimiser, optimiser_tensors
from zscl.training.task import Task, begin_task

Progress = Callable[[int, int], object]


@dataclass
class _State:
    """What a session holds after SetUp."""

    set_up: SetUp
    model: Model
    slots: Slots
    datasets: dict[str, Dataset]
    memory: Memory = field(default_factory=dict)
    task: Task | None = None
    trained: int = 0  # the version of that slot after the last segment
    saved: dict[str, checkpoint.SavedSlot] = field(default_factory=dict)
    once: Once = field(default_factory=Once)

    @property
    def shelf(self) -> Shelf:
        return Shelf(self.datasets, self.memory, self.set_up.cache_folder, self.once)


class Session:
    """One model, its data and its slots. `execute` is the whole interface.

    Several ranks each hold one and execute the same commands; the first of them writes what is written.
    """

    def __init__(self, ranks: Ranks | None = None) -> None:
        self._ranks = ranks or Ranks()
        self._state: _State | None = None
        self._changed = False  # whether the command in progress has begun to change slots or optimiser

    def execute(self, command: Command, progress: Progress) -> Outcome:
        """Run one command to its end; `progress(done, total)` is called per update, batch or file.

        Raises ZsclError and nothing else; its `state_good` says whether slots, optimiser and memory are untouched.
        """
        self._changed = False
        try:
            return self._dispatch(command, progress)
        except Exception as error:
            raise self._translate(error) from error

    def _dispatch(self, command: Command, progress: Progress) -> Outcome:
        match command:
            case SetUp():
                return self._set_up(command, progress)
            case Restore():
                return self._restore(command, progress)
            case BeginTask():
                return self._begin_task(command, progress)
            case Train():
                return self._train(command, progress)
            case Lerp():
                self._ready.slots.lerp(command.slot, command.towards, command.fraction, self._changing)
            case Combine():
                self._ready.slots.combine(command.slot, command.terms)
            case Drop():
                self._ready.slots.drop(command.slots)
            case Evaluate():
                return self._evaluate(command, progress)
            case Remember():
                self._remember(command, progress)
            case Save():
                return self._save(command, progress) if self._ranks.is_first else Done()
            case Load():
                self._load(command)
            case Export():
                if self._ranks.is_first:
                    export(self._ready.model, self._ready.slots.get(command.slot), Path(command.folder))
        return Done()

    @property
    def _ready(self) -> _State:
        if self._state is None:
            raise ZsclError("protocol", "a command came before SetUp")
        return self._state

    def _changing(self) -> None:
        self._changed = True

    def _set_up(self, command: SetUp, progress: Progress) -> SetUpDone:
        if self._state is not None:
            raise ZsclError("protocol", "SetUp came a second time")
        device = self._ranks.device
        if self._ranks.alone:
            device, *others = rank_devices(command.device, command.devices)
            if others:
                raise ZsclError("protocol", f"SetUp is for {1 + len(others)} ranks, and this one is alone")
        compute = set_up_compute(device, command.threads, command.precision, command.compile, self._ranks)
        model = load_model(command.model, command.seed, compute, command.trains)
        once = Once()
        look(model, command.references, Shelf({}, {}, command.cache_folder, once))
        datasets = load_datasets(command.datasets, command.cache_folder, compute.device, model.image_size, progress)
        self._state = _State(command, model, Slots(model.parameters), datasets, once=once)
        return SetUpDone(
            device=compute.words,
            threads=compute.threads,
            precision=compute.precision,
            parameters=sum(p.numel() for p in model.module.parameters()),
            parameters_trained=sum(p.numel() for p in model.parameters.values()),
            model_digest=model.digest,
            datasets=tuple(
                replace(dataset.facts, notes=prompts.notes(dataset, model.tokenizer)) for dataset in datasets.values()
            ),
        )

    def _begin_task(self, command: BeginTask, progress: Progress) -> BeginTaskDone:
        task = self._begin(command, progress)
        self._end_task()
        self._ready.task = task
        images, tokens = task.references.images, task.references.tokens
        return BeginTaskDone(0 if images is None else len(images), 0 if tokens is None else len(tokens))

    def _begin(self, spec: BeginTask, progress: Progress) -> Task:
        state = self._ready
        return begin_task(state.model, state.slots, spec, state.set_up.seed, state.shelf, progress)

    def _end_task(self) -> None:
        """Let go of the task at once: its graph holds the memory of a whole update, and a way back to the task."""
        state = self._ready
        if state.task is not None:
            state.task.recorded = None
        state.task = None

    def _train(self, command: Train, progress: Progress) -> Outcome:
        state = self._ready
        if state.task is None:
            raise ZsclError("protocol", "Train came before BeginTask")
        if state.trained != state.slots.version(TRAINED):
            state.task.token_rows = None  # another command has changed the weights: other rows may be in use
        try:
            return loop.train(state.task, command, progress, self._changing)
        finally:
            if self._changed:
                state.slots.touch(TRAINED)
            state.trained = state.slots.version(TRAINED)

    def _evaluate(self, command: Evaluate, progress: Progress) -> Outcome:
        state = self._ready
        dataset = dataset_of(state.datasets, command.dataset)
        if command.among:
            others = {name: dataset_of(state.datasets, name) for name in command.among}
            dataset = joint(others, dataset, command.among)
        if command.part is not None:
            dataset = evaluation.part_of(dataset, command.part)
        weights = state.slots.get(command.slot)
        return evaluation.evaluate(state.model, weights, dataset, command.batch_size, progress)

    def _remember(self, command: Remember, progress: Progress) -> None:
        state = self._ready
        dataset = dataset_of(state.datasets, command.dataset)
        with using(state.model.parameters, state.slots.get(command.slot)):
            features_ND = memory.encode_all(state.model, dataset.train_images, progress)
        order = memory.herd(features_ND, command.capacity // (len({*state.memory, command.task})))
        state.memory = memory.remember(state.memory, command.task, command.dataset, order, command.capacity)

    def _load(self, command: Load) -> None:
        state = self._ready
        weights = load_weights(command.model, state.model, state.set_up.seed)
        self._changing()
        state.slots.put(command.slot, weights)

    def _save(self, command: Save, progress: Progress) -> SaveDone:
        state = self._ready
        others: checkpoint.Contents = {}
        if command.optimiser:
            if state.task is None:
                raise ZsclError("protocol", "asked to save the optimiser before BeginTask")
            others[checkpoint.OPTIMISER] = optimiser_tensors(state.task)
        if state.memory:
            others[checkpoint.MEMORY] = checkpoint.memory_tensors(state.memory)
        folder = Path(command.folder)
        files, state.saved = checkpoint.save(folder, state.slots, command.slots, others, state.saved, progress=progress)
        return SaveDone(files)

    def _restore(self, command: Restore, progress: Progress) -> Done:
        """Reads and checks everything first; then slots, memory, task and optimiser are as they were at the save."""
        state = self._ready
        folder = Path(command.folder)
        contents = checkpoint.read(folder, command.files)
        slots = {file.slot: contents[file.path] for file in command.files if file.slot}
        for name, weights in slots.items():
            require_same_parameters(weights, state.slots.parameters, f"the saved slot `{name}`")
        self._changing()
        for name, weights in slots.items():
            state.slots.put(name, checkpoint.to_device(weights, state.model.device))
        state.slots.keep_only([*slots])
        state.memory = checkpoint.memory_from(contents.get(checkpoint.MEMORY, {}))
        state.saved = checkpoint.linkable(folder, command.files, state.slots)
        self._end_task()
        if command.task is not None:
            state.task = self._begin(command.task, progress)
            load_optimiser(state.task, contents.get(checkpoint.OPTIMISER, {}))
        return Done()

    def _peak(self) -> str:
        if not torch.cuda.is_initialized():
            return ""
        return f" (at most {torch.cuda.max_memory_allocated() / 2**20:.0f} MiB were held)"

    def _translate(self, error: Exception) -> ZsclError:
        """The one place where exceptions of torch and the system become codes."""
        good = not self._changed
        if isinstance(error, ZsclError):
            error.state_good = good
            return error
        text = str(error)
        if isinstance(error, (torch.OutOfMemoryError, MemoryError)) or "can't allocate memory" in text:
            return ZsclError(
                "out-of-memory",
                f"the device ran out of memory{self._peak()}. Set or lower `micro_batch` (the update stays the "
                "same), lower `batch_size`, `reference_batch_size` or the evaluation's batch size, use "
                f"`precision: bf16`, or a smaller model. ({text.partition(chr(10))[0]})",
                state_good=good,
            )
        if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
            return ZsclError(
                "disk-full",
                f"no space left for {error.filename or 'a file'}. Free some space and resume; nothing was lost.",
                state_good=good,
            )
        if isinstance(error, OSError):
            what = f"{error.filename or 'a file'}: {error.strerror or text}"
            return ZsclError("data-not-found", what, state_good=good)
        if isinstance(error, ModuleNotFoundError):
            return ZsclError("missing-package", f"the package `{error.name}` is not installed", state_good=good)
        return ZsclError("internal", f"{type(error).__name__}: {text}", state_good=good)


__all__ = ["INITIAL", "TRAINED", "Session"]

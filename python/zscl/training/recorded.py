"""One update as it is run: kernel by kernel, or on CUDA recorded once per task as a graph and replayed.

An update of ViT-B/16 launches about 4,000 kernels. Launching them one by one takes a processor longer than a Hopper GPU
needs for them with bf16; replaying a CUDA graph takes one launch. The kernels are the same, and so are the numbers.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import Protocol

import torch
from torch import Tensor

from zscl.commands import Train
from zscl.training.inputs import Inputs
from zscl.training.task import Task

Losses = Callable[[Inputs], Tensor]


class Update(Protocol):
    def losses(self, inputs: Inputs, changing: Callable[[], None]) -> Tensor:
        """The row of losses; `changing` is called where this already changes weights."""

    def step(self) -> None:
        """The optimiser's part, where `losses` has not done it."""


def of(task: Task, command: Train, losses: Losses) -> Update:
    """How the updates of `command` are run. A graph is recorded with the first update that it fits."""
    plain = Plain(task, losses)
    if task.model.device.type != "cuda" or command.micro_batch or not task.model.ranks.alone:
        return plain  # ranks ask each other on the processor which gradients there are
    key = (command.loss_weights, command.batch_size, command.reference_batch_size)
    if not isinstance(task.recorded, Recorded) or task.recorded.key != key:
        task.recorded = Recorded(key, plain)
    return task.recorded


@dataclass(frozen=True)
class Plain:
    """Forward, backward and step as they are called."""

    task: Task
    compute: Losses

    def losses(self, inputs: Inputs, changing: Callable[[], None]) -> Tensor:
        return self.compute(inputs)

    def step(self) -> None:
        self.task.optimiser.step()
        self.task.optimiser.zero_grad(set_to_none=True)


class Recorded:
    """A CUDA graph of forward, backward and step over inputs that lie in the same place in every update.

    What cannot be recorded (an encoder that asks the device for a number, say) runs kernel by kernel, with a line on
    stderr: the numbers are the same.
    """

    def __init__(self, key: object, plain: Plain) -> None:
        self.key, self._plain = key, plain
        self._graph: torch.cuda.CUDAGraph | None = None
        self._refused = False

    def losses(self, inputs: Inputs, changing: Callable[[], None]) -> Tensor:
        if self._graph is None and not self._refused:
            self._record(inputs)
        if self._graph is None:
            return self._plain.losses(inputs, changing)
        for name, place in self._places.items():
            place.copy_(getattr(inputs, name))
        changing()
        self._graph.replay()
        return self._row

    def step(self) -> None:
        if self._graph is None:
            self._plain.step()

    def _record(self, inputs: Inputs) -> None:
        found = {field.name: getattr(inputs, field.name) for field in fields(inputs)}
        self._places = {name: value.clone() for name, value in found.items() if value is not None}
        here = Inputs(**self._places)
        optimiser = self._plain.task.optimiser
        # Once as usual, and without a step: libraries set themselves up, and what is compiled is compiled now.
        warm_up = torch.cuda.Stream()
        warm_up.wait_stream(torch.cuda.current_stream())
        with torch.cuda.stream(warm_up):
            self._plain.compute(here)
        torch.cuda.current_stream().wait_stream(warm_up)
        optimiser.zero_grad(set_to_none=True)
        graph = torch.cuda.CUDAGraph()
        try:
            with torch.cuda.graph(graph, capture_error_mode="thread_local"):
                self._row = self._plain.compute(here)
                self._plain.step()
        except torch.OutOfMemoryError:
            raise
        except RuntimeError as error:
            self._refused = True
            optimiser.zero_grad(set_to_none=True)
            reason = str(error).partition("\n")[0]
            print(f"zscl: updates are not captured as a CUDA graph (slower, same numbers): {reason}", file=sys.stderr)
        else:
            self._graph = graph

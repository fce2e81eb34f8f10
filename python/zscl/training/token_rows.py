"""Updates that leave alone the rows of the token table which no text of the task uses.

CLIP's table has 49,408 rows, and the texts of a task use some hundreds. Without weight decay the others do not change:
their gradient is 0, so are AdamW's moments and its step, and so is the pull of weight consolidation where the row is
the anchor's. On the CPU, going through all of them takes a small model a quarter of its time; without them the weights
are the same, bit for bit.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from zscl.model.clip import text_tower
from zscl.training.task import MOMENTS, Task


@dataclass(frozen=True)
class Found:
    """The rows in use, in order; None where all of them can change, or most."""

    rows_K: Tensor | None


class RowsInUse(nn.Module):
    """In place of the table's `nn.Embedding`: the same for tokens that are in use, and an IndexError for others."""

    def __init__(self, table: nn.Parameter, rows_K: Tensor) -> None:
        super().__init__()
        self.weight = nn.Parameter(table.detach()[rows_K])
        self._place_V = torch.full(table.shape[:1], -1, device=table.device)
        self._place_V[rows_K] = torch.arange(len(rows_K), device=table.device)

    def forward(self, tokens_ML: Tensor) -> Tensor:
        """[M, L] to [M, L, W]."""
        return F.embedding(self._place_V[tokens_ML], self.weight)


@contextmanager
def only_those_in_use(task: Task) -> Iterator[None]:
    """While it lasts the model, the optimiser and the anchor hold the rows in use and not the table.

    Afterwards all of them are what they would be with the whole table.
    """
    name = task.model.token_table
    if name is None or task.model.device.type != "cpu":
        yield
        return
    if not isinstance(task.token_rows, Found):
        task.token_rows = Found(_rows_in_use(task, name))
    rows_K = task.token_rows.rows_K
    if rows_K is None:
        yield
        return
    narrow = Narrowed(task, name, rows_K)
    narrow.put_in()
    try:
        yield
    finally:
        narrow.take_out()


class Narrowed:
    """The rows in use, in place of a table. All memory is taken when it is made: nothing fails half-way."""

    def __init__(self, task: Task, name: str, rows_K: Tensor) -> None:
        self.task, self.name, self.rows_K = task, name, rows_K
        self.at = list(task.model.parameters).index(name)
        self.table = task.model.parameters[name]
        tower: Any = text_tower(task.model.module)
        self.tower, self.embedding = tower, tower.token_embedding
        self.part = RowsInUse(self.table, rows_K)
        self.anchor = None if task.anchor is None else task.anchor[self.at]
        self.anchor_KW = None if self.anchor is None else self.anchor[rows_K]
        self.state: dict[str, Tensor] = task.optimiser.state.get(self.table, {})
        self.moments = {kind: self.state[kind] if self.state else torch.zeros_like(self.table) for kind in MOMENTS}
        self.moments_KW = {kind: moments[rows_K] for kind, moments in self.moments.items()} if self.state else {}

    def put_in(self) -> None:
        self._exchange(self.table, self.part.weight, self.part, self.anchor_KW)
        if self.task.optimiser.state.pop(self.table, None):
            self.task.optimiser.state[self.part.weight] = self.state | self.moments_KW

    def take_out(self) -> None:
        self._exchange(self.part.weight, self.table, self.embedding, self.anchor)
        self.table.data[self.rows_K] = self.part.weight.data
        state = self.task.optimiser.state.pop(self.part.weight, None)
        if state is None:
            return
        for kind, moments in self.moments.items():
            moments[self.rows_K] = state[kind]
        self.task.optimiser.state[self.table] = state | self.moments

    def _exchange(self, old: nn.Parameter, new: nn.Parameter, embedding: nn.Module, anchor: Tensor | None) -> None:
        self.tower.token_embedding = embedding
        self.task.model.parameters[self.name] = new
        if self.task.anchor is not None and anchor is not None:
            self.task.anchor[self.at] = anchor
        for group in self.task.optimiser.param_groups:
            group["params"] = [new if parameter is old else parameter for parameter in group["params"]]


def _rows_in_use(task: Task, name: str) -> Tensor | None:
    """Those that can change as long as nobody but the updates of this task changes the weights; None: most.

    The same after a restore in its middle: what is not among them does not change, and what is has a text, a distance
    from the anchor or moments. So losses are summed in the same order.
    """
    adaptive = task.spec.objective.consolidation == "adaptive"  # it asks for the mean over the whole table
    if task.spec.optimiser.weight_decay or adaptive:
        return None
    table = task.model.parameters[name].detach()
    used_V = torch.zeros(len(table), dtype=torch.bool)
    for tokens_ML in (task.class_tokens, task.references.tokens):
        if tokens_ML is not None:
            used_V[tokens_ML.flatten()] = True
    if task.anchor is not None:
        used_V |= (table != task.anchor[list(task.model.parameters).index(name)]).any(dim=1)
    state = task.optimiser.state.get(task.model.parameters[name], {})
    for moment in MOMENTS:
        if moment in state:
            used_V |= state[moment].any(dim=1)
    rows_K = used_V.nonzero().squeeze(1)
    return rows_K if 2 * len(rows_K) < len(table) else None

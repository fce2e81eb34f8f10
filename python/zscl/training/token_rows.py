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
    model, anchor = task.model, task.anchor
    tower: Any = text_tower(model.module)
    whole, table = tower.token_embedding, model.parameters[name]
    at = list(model.parameters).index(name)
    held = None if anchor is None else anchor[at]
    part = RowsInUse(table, rows_K)
    tower.token_embedding, model.parameters[name] = part, part.weight
    if anchor is not None and held is not None:
        anchor[at] = held[rows_K]
    moments = _narrow(task.optimiser, table, part.weight, rows_K)
    try:
        yield
    finally:
        tower.token_embedding, model.parameters[name] = whole, table
        if anchor is not None and held is not None:
            anchor[at] = held
        table.data[rows_K] = part.weight.data
        _widen(task.optimiser, table, part.weight, rows_K, moments)


def _rows_in_use(task: Task, name: str) -> Tensor | None:
    """Those that can change during the task.

    The same at its begin and after a restore in its middle: what is not among them does not change, and what is has a
    text, a distance from the anchor or moments. So losses are summed in the same order.
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


def _narrow(
    optimiser: torch.optim.Optimizer, table: nn.Parameter, part: nn.Parameter, rows_K: Tensor
) -> dict[str, Tensor] | None:
    """Let the optimiser step `part` instead of `table`. Returns the state of the whole table, where it has one."""
    _exchange(optimiser, table, part)
    state: dict[str, Tensor] | None = optimiser.state.pop(table, None)
    if state is not None:
        optimiser.state[part] = {kind: value[rows_K] if kind in MOMENTS else value for kind, value in state.items()}
    return state


def _widen(
    optimiser: torch.optim.Optimizer,
    table: nn.Parameter,
    part: nn.Parameter,
    rows_K: Tensor,
    before: dict[str, Tensor] | None,
) -> None:
    """The opposite of `_narrow`, with what it returned."""
    _exchange(optimiser, part, table)
    state = optimiser.state.pop(part, None)
    if state is None:
        return
    for kind in MOMENTS:
        moments = torch.zeros_like(table) if before is None else before[kind]
        moments[rows_K] = state[kind]
        state[kind] = moments
    optimiser.state[table] = state


def _exchange(optimiser: torch.optim.Optimizer, old: nn.Parameter, new: nn.Parameter) -> None:
    for group in optimiser.param_groups:
        group["params"] = [new if parameter is old else parameter for parameter in group["params"]]

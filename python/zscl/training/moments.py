"""The optimiser's state as tensors of a file, and back."""

from __future__ import annotations

import torch
from torch import Tensor

from zscl.commands import ZsclError
from zscl.training.task import MOMENTS, Task

ROWS = "rows"


def optimiser_tensors(task: Task) -> dict[str, Tensor]:
    """step, exp_avg and exp_avg_sq of every parameter that has been updated, by `kind/parameter`.

    Of the token table only the rows [K] that have moments, where most have none; `rows/parameter` says which.
    """
    found = {
        f"{kind}/{name}": value
        for name, parameter in task.model.parameters.items()
        for kind, value in task.optimiser.state.get(parameter, {}).items()
    }
    table = task.model.token_table
    moments = {} if table is None else {key: found[key] for kind in MOMENTS if (key := f"{kind}/{table}") in found}
    if moments:
        rows_K = torch.stack([value.any(dim=1) for value in moments.values()]).any(dim=0).nonzero().squeeze(1)
        if 2 * len(rows_K) < len(next(iter(moments.values()))):
            found |= {key: value[rows_K] for key, value in moments.items()}
            found[f"{ROWS}/{table}"] = rows_K
    return found


def load_optimiser(task: Task, tensors: dict[str, Tensor]) -> None:
    """The opposite of `optimiser_tensors`. Raises bad-input naming the first parameter that does not fit."""
    for key, value in sorted(tensors.items()):
        kind, _, name = key.partition("/")
        if kind == ROWS:
            continue
        parameter = task.model.parameters.get(name)
        rows_K = tensors.get(f"{ROWS}/{name}") if kind in MOMENTS else None
        if parameter is None or not _fits(kind, value, rows_K, parameter):
            raise ZsclError("bad-input", f"the saved optimiser does not fit this model: `{key}` {tuple(value.shape)}")
        if rows_K is not None:
            value = value.new_zeros(parameter.shape).index_copy_(0, rows_K, value)
        task.optimiser.state[parameter][kind] = value.to(parameter.device, copy=True)
    task.next_update = None


def _fits(kind: str, value: Tensor, rows_K: Tensor | None, parameter: Tensor) -> bool:
    if kind not in MOMENTS:
        return True
    if rows_K is None:
        return value.shape == parameter.shape
    inside = bool(((rows_K >= 0) & (rows_K < len(parameter))).all())
    return value.shape == (len(rows_K), *parameter.shape[1:]) and inside

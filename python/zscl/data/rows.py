"""What the readers of Hugging Face datasets make of their rows."""

from __future__ import annotations

from dataclasses import dataclass

from zscl.commands import DatasetSpec, ZsclError


@dataclass(frozen=True)
class Rows:
    """Images of one split with the label of each, and all labels in the order that the dataset gives them."""

    paths: tuple[str, ...]
    labels: tuple[str, ...]
    order: tuple[str, ...] | None  # None: nothing but the labels themselves is known


def label_of(value: object, names: list[str] | None, where: str, spec: DatasetSpec) -> str:
    if names is not None and isinstance(value, int) and 0 <= value < len(names):
        return names[value]
    if names is None and isinstance(value, str | int) and str(value):
        return str(value)
    raise ZsclError(
        "bad-input", f"dataset `{spec.name}`: {where}: `{spec.label_column}` is {value!r}, which is no class"
    )

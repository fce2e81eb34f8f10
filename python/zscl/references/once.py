"""What one task after the other needs the same of: references and the teacher's tables, held until another is asked."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Any, TypeVar

T = TypeVar("T")


@dataclass
class Once:
    """The last value of every kind, by all that it was made from.

    A run asks for ImageNet's listing and the tables over it at the beginning of every task, and mostly for the same.
    """

    held: dict[str, tuple[Hashable, Any]] = field(default_factory=dict)

    def get(self, kind: str, source: Hashable, make: Callable[[], T]) -> T:
        """What `make` returned for this `source`; the value for another source is let go of before it is made."""
        if kind in self.held:
            known, value = self.held[kind]
            if known == source:
                return value  # type: ignore[no-any-return]
            del self.held[kind], value
        made = make()
        self.held[kind] = (source, made)
        return made

    def forget(self, kind: str) -> None:
        self.held.pop(kind, None)

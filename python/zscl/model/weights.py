"""Named sets of weights ("slots") and the two operations that do all averaging: lerp and linear combination."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager

import torch
from torch import Tensor, nn

from zscl.commands import WeightedSlot, ZsclError
from zscl.digest import digest

Weights = dict[str, Tensor]

TRAINED = "trained"
INITIAL = "initial"
_SLOT_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")


def require_same_parameters(weights: Mapping[str, Tensor], expected: Mapping[str, Tensor], what: str) -> None:
    """Raise bad-input naming the first parameter whose presence or shape differs."""
    for name in sorted({*weights, *expected}):
        if name not in weights:
            raise ZsclError("bad-input", f"{what} has no parameter `{name}`, which this model trains")
        if name not in expected:
            raise ZsclError("bad-input", f"{what} has a parameter `{name}`, which this model does not train")
        if weights[name].shape != expected[name].shape:
            shapes = f"{tuple(weights[name].shape)}, expected {tuple(expected[name].shape)}"
            raise ZsclError("bad-input", f"{what}: parameter `{name}` has the shape {shapes}")


@contextmanager
def using(parameters: Mapping[str, nn.Parameter], weights: Mapping[str, Tensor]) -> Iterator[None]:
    """Run the module that owns `parameters` with `weights` in their place, without a second module.

    Everything that is not in `weights` (frozen parameters, buffers) is shared. Never enter or leave this between a
    forward with gradient and its backward.
    """
    own = {name: parameter.data for name, parameter in parameters.items()}
    try:
        for name, parameter in parameters.items():
            parameter.data = weights[name].detach()
        yield
    finally:
        for name, parameter in parameters.items():
            parameter.data = own[name]


def linear_combination(terms: Sequence[tuple[Mapping[str, Tensor], float]]) -> Weights:
    """Sum of weight * weights, matched by name, as new tensors. One term of weight 1 is a copy, bit for bit."""
    first, weight = terms[0]
    names = list(first)
    if len(terms) == 1 and weight == 1.0:
        return {name: first[name].detach().clone() for name in names}
    sums = torch._foreach_mul([first[name].detach() for name in names], weight)
    for weights, weight in terms[1:]:
        torch._foreach_add_(sums, [weights[name].detach() for name in names], alpha=weight)
    return dict(zip(names, sums, strict=True))


def lerp_(weights: Mapping[str, Tensor], towards: Mapping[str, Tensor], fraction: float) -> None:
    """weights += fraction * (towards - weights), in place; fractions 0 and 1 are exact."""
    if fraction == 0.0:
        return
    into = [weights[name].detach() for name in weights]
    source = [towards[name].detach() for name in weights]
    if fraction == 1.0:
        torch._foreach_copy_(into, source)
    else:
        torch._foreach_lerp_(into, source, fraction)


class Slots:
    """Weights by slot name, all float32. `trained` is the live parameters of the module; every other slot is a copy.

    Every change of a slot gives it a new version, so that a save and a digest know what is unchanged.
    """

    def __init__(self, parameters: Mapping[str, nn.Parameter]) -> None:
        self.parameters = dict(parameters)
        self._slots: dict[str, Weights] = {}
        self._versions: dict[str, int] = {}
        self._digests: dict[str, tuple[int, str]] = {}
        self._held: set[str] = set()
        self._changes = 0
        self.touch(TRAINED)
        self._slots[INITIAL] = linear_combination([(self.parameters, 1.0)])
        self.touch(INITIAL)

    def names(self) -> tuple[str, ...]:
        return (TRAINED, *self._slots)

    def get(self, name: str) -> Mapping[str, Tensor]:
        """The tensors of a slot, not copied. Raises bad-input naming the slots that exist."""
        if name == TRAINED:
            return self.parameters
        if name not in self._slots:
            raise ZsclError("bad-input", f"there is no slot `{name}`; there are {', '.join(self.names())}")
        return self._slots[name]

    def hold(self, name: str) -> Mapping[str, Tensor]:
        """The tensors of a slot as they are now: later changes of the slot go to other tensors."""
        weights = self.get(name)
        if name == TRAINED:
            raise ZsclError("bad-input", "`trained` changes during the task; copy it to another slot and name that")
        self._held.add(name)
        return weights

    def version(self, name: str) -> int:
        self.get(name)
        return self._versions[name]

    def touch(self, name: str) -> None:
        """Note that the weights of a slot have changed."""
        self._changes += 1
        self._versions[name] = self._changes

    def digest(self, name: str) -> str:
        version = self.version(name)
        known = self._digests.get(name)
        if known is None or known[0] != version:
            known = self._digests[name] = (version, digest(self.get(name)))
        return known[1]

    def put(self, name: str, weights: Mapping[str, Tensor]) -> None:
        """Replace or create a slot; `trained` copies into the live parameters."""
        if not _SLOT_NAME.fullmatch(name):
            raise ZsclError("bad-input", f"`{name}` is not a slot name: letters, digits, dots, dashes and underscores")
        require_same_parameters(weights, self.parameters, f"slot `{name}`")
        if name == TRAINED:
            lerp_(self.parameters, weights, 1.0)
        else:
            self._slots[name] = dict(weights)
            self._held.discard(name)
        self.touch(name)

    def combine(self, name: str, terms: Sequence[WeightedSlot]) -> None:
        """name := sum of weight * slot. Raises bad-input for `initial`, no terms and unknown slots."""
        _require_changeable(name)
        if not terms:
            raise ZsclError("bad-input", f"a combination for slot `{name}` needs at least one term")
        self.put(name, linear_combination([(self.get(term.slot), term.weight) for term in terms]))

    def lerp(self, name: str, towards: str, fraction: float, changing: Callable[[], None]) -> None:
        """name += fraction * (towards - name), after a call of `changing`. Raises bad-input as `combine` does."""
        _require_changeable(name)
        weights, source = self.get(name), self.get(towards)
        if fraction == 0.0:
            return
        changing()
        if name in self._held:
            weights = self._slots[name] = linear_combination([(weights, 1.0)])
            self._held.discard(name)
        lerp_(weights, source, fraction)
        self.touch(name)

    def drop(self, names: Sequence[str]) -> None:
        """Forget slots. Raises bad-input for `trained`, `initial` and unknown slots, then drops none."""
        for name in names:
            _require_changeable(name)
            self.get(name)
            if name == TRAINED:
                raise ZsclError("bad-input", "slot `trained` is the model itself and cannot be dropped")
        for name in names:
            self._forget(name)

    def keep_only(self, names: Sequence[str]) -> None:
        """Forget every slot but these, `trained` and `initial`."""
        for name in [*self._slots]:
            if name != INITIAL and name not in names:
                self._forget(name)

    def _forget(self, name: str) -> None:
        self._slots.pop(name, None)
        self._versions.pop(name, None)
        self._digests.pop(name, None)
        self._held.discard(name)


def _require_changeable(name: str) -> None:
    if name == INITIAL:
        raise ZsclError("bad-input", "slot `initial` is the model as loaded and cannot be changed")

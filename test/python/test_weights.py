"""Slots of weights: exact end points, matching by name, and nothing shared that should be a copy."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import torch
from torch import nn

from zscl.commands import WeightedSlot, ZsclError
from zscl.digest import digest
from zscl.model.weights import Slots, lerp_, linear_combination, require_same_parameters, using


def parameters() -> dict[str, nn.Parameter]:
    torch.manual_seed(3)
    return {"b": nn.Parameter(torch.randn(5, 4)), "a": nn.Parameter(torch.randn(6)), "s": nn.Parameter(torch.randn(()))}


def noise(like: dict[str, nn.Parameter], seed: int) -> dict[str, torch.Tensor]:
    generator = torch.Generator().manual_seed(seed)
    return {name: torch.randn(p.shape, generator=generator) for name, p in like.items()}


def nothing() -> None:
    pass


def same(one: object, other: object) -> bool:
    assert isinstance(one, dict)
    assert isinstance(other, dict)
    return one.keys() == other.keys() and all(torch.equal(one[name], other[name]) for name in one)


def test_lerp_leaves_the_slot_at_fraction_0_and_copies_at_fraction_1_bit_for_bit() -> None:
    slots = Slots(parameters())
    slots.put("x", noise(slots.parameters, 1))
    slots.put("y", noise(slots.parameters, 2))
    before = linear_combination([(slots.get("x"), 1.0)])
    slots.lerp("x", "y", 0.0, nothing)
    assert same(dict(slots.get("x")), before)
    slots.lerp("x", "y", 1.0, nothing)
    assert same(dict(slots.get("x")), dict(slots.get("y")))
    assert slots.get("x")["a"].data_ptr() != slots.get("y")["a"].data_ptr()


def test_lerp_is_slot_plus_fraction_times_difference_by_name_whatever_the_order() -> None:
    x = {"a": torch.tensor([1.0, 2.0]), "b": torch.tensor([10.0])}
    y = {"b": torch.tensor([20.0]), "a": torch.tensor([3.0, 6.0])}
    lerp_(x, y, 0.25)
    assert x["a"].tolist() == [1.5, 3.0]
    assert x["b"].tolist() == [12.5]


def test_the_recursion_of_weight_ensembling_is_the_plain_mean_of_start_and_samples() -> None:
    slots = Slots(parameters())
    slots.combine("average", [WeightedSlot("initial", 1.0)])
    samples = [linear_combination([(slots.get("initial"), 1.0)])]
    for t in range(1, 12):
        samples.append(noise(slots.parameters, 10 + t))
        slots.put("trained", samples[-1])
        slots.lerp("average", "trained", 1 / (t + 1), nothing)
    for name in slots.parameters:
        mean = torch.stack([sample[name].double() for sample in samples]).mean(dim=0)
        torch.testing.assert_close(slots.get("average")[name].double(), mean, rtol=1e-6, atol=1e-6)


def test_a_combination_of_one_slot_with_weight_1_is_a_copy_bit_for_bit() -> None:
    slots = Slots(parameters())
    tiny = {name: value * 1e-42 for name, value in noise(slots.parameters, 5).items()}  # denormal numbers survive
    slots.put("x", tiny)
    slots.combine("copy", [WeightedSlot("x", 1.0)])
    assert same(dict(slots.get("copy")), tiny)
    slots.combine("trained", [WeightedSlot("x", 1.0)])
    assert same({name: p.detach() for name, p in slots.parameters.items()}, tiny)


def test_a_combination_is_the_weighted_sum_and_may_overwrite_one_of_its_terms() -> None:
    slots = Slots(parameters())
    x, y = noise(slots.parameters, 1), noise(slots.parameters, 2)
    slots.put("x", dict(x))
    slots.put("y", dict(y))
    slots.combine("x", [WeightedSlot("x", 0.2), WeightedSlot("y", 0.3), WeightedSlot("initial", 0.5)])
    for name in x:
        wanted = 0.2 * x[name].double() + 0.3 * y[name].double() + 0.5 * slots.get("initial")[name].double()
        torch.testing.assert_close(slots.get("x")[name].double(), wanted, rtol=1e-6, atol=1e-6)


def test_a_held_slot_keeps_its_tensors_when_the_slot_changes() -> None:
    slots = Slots(parameters())
    slots.combine("teacher", [WeightedSlot("initial", 1.0)])
    held = slots.hold("teacher")
    before = linear_combination([(held, 1.0)])
    slots.put("other", noise(slots.parameters, 4))
    slots.lerp("teacher", "other", 0.5, nothing)
    assert same(dict(held), before)
    assert not same(dict(slots.get("teacher")), before)


def test_using_runs_the_module_with_other_weights_and_gives_its_own_back_also_after_an_error() -> None:
    module = nn.Linear(3, 2)
    own = {name: p.detach().clone() for name, p in module.named_parameters()}
    other = {name: torch.ones_like(p) for name, p in own.items()}
    x = torch.tensor([[1.0, 2.0, 3.0]])

    def fail() -> None:
        with using(dict(module.named_parameters()), other):
            assert module(x).tolist() == [[7.0, 7.0]]
            raise RuntimeError("on purpose")

    with pytest.raises(RuntimeError, match="on purpose"):
        fail()
    assert same({name: p.detach() for name, p in module.named_parameters()}, own)


def test_a_version_changes_with_every_change_of_a_slot_and_only_then() -> None:
    slots = Slots(parameters())
    slots.combine("x", [WeightedSlot("initial", 1.0)])
    versions = [slots.version("x")]
    slots.lerp("x", "trained", 0.0, nothing)
    assert slots.version("x") == versions[0]
    slots.lerp("x", "trained", 0.5, nothing)
    slots_version = slots.version("x")
    assert slots_version != versions[0]
    slots.combine("x", [WeightedSlot("initial", 1.0)])
    assert slots.version("x") not in (versions[0], slots_version)


def test_a_digest_depends_on_names_shapes_and_every_value() -> None:
    base = {"a": torch.zeros(2, 3), "b": torch.ones(4)}
    assert digest(base) == digest({"b": torch.ones(4), "a": torch.zeros(2, 3)})
    changed = torch.zeros(2, 3)
    changed[1, 2] = 1e-45
    for other in ({**base, "a": changed}, {**base, "a": torch.zeros(3, 2)}, {"A": base["a"], "b": base["b"]}):
        assert digest(other) != digest(base)


@pytest.mark.parametrize(
    ("weights", "named"),
    [
        ({"b": torch.zeros(5, 4), "s": torch.zeros(())}, "no parameter `a`"),
        ({"a": torch.zeros(6), "b": torch.zeros(5, 4), "s": torch.zeros(()), "z": torch.zeros(1)}, "parameter `z`"),
        ({"a": torch.zeros(6), "b": torch.zeros(4, 5), "s": torch.zeros(())}, r"`b` has the shape \(4, 5\)"),
    ],
)
def test_weights_of_another_model_are_refused_naming_the_first_parameter(
    weights: dict[str, torch.Tensor], named: str
) -> None:
    with pytest.raises(ZsclError, match=named) as caught:
        require_same_parameters(weights, parameters(), "slot `x`")
    assert caught.value.code == "bad-input"


def test_dropping_forgets_all_slots_or_none() -> None:
    slots = Slots(parameters())
    slots.combine("x", [WeightedSlot("initial", 1.0)])
    with pytest.raises(ZsclError, match="no slot `y`"):
        slots.drop(["x", "y"])
    assert "x" in slots.names()
    slots.drop(["x"])
    assert slots.names() == ("trained", "initial")


@pytest.mark.parametrize("name", ["../x", "a/b", "", ".hidden", "x" * 200])
def test_a_slot_name_that_is_no_file_name_is_refused(name: str) -> None:
    slots = Slots(parameters())
    with pytest.raises(ZsclError, match="not a slot name"):
        slots.combine(name, [WeightedSlot("initial", 1.0)])


def test_the_model_as_loaded_cannot_be_changed_or_dropped() -> None:
    slots = Slots(parameters())
    changes: list[Callable[[], None]] = [
        lambda: slots.combine("initial", [WeightedSlot("trained", 1.0)]),
        lambda: slots.lerp("initial", "trained", 0.5, nothing),
        lambda: slots.drop(["initial"]),
        lambda: slots.drop(["trained"]),
    ]
    for change in changes:
        with pytest.raises(ZsclError, match="cannot be"):
            change()

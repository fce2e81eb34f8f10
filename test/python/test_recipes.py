"""Every recipe as it is shipped, through the plan that the terminal app makes, against plain_recipe.py."""

from __future__ import annotations

import copy
import json
import re
import subprocess
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from pathlib import Path
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

import pytest
import torch
from conftest import CAPTIONS, PAIRS, silent, tiny_images, to_double
from plain_recipe import PlainRun

from zscl import commands
from zscl.commands import DatasetSpec
from zscl.references import sets
from zscl.references.sets import ReferenceSet
from zscl.session import Session

ROOT = Path(__file__).parents[2]
NAMES = sorted(path.stem for path in (ROOT / "src/config/recipes").glob("*.yaml"))
# What no shipped recipe uses: SWA, mixed teachers, weights per task and along the updates, other references.
MORE: dict[str, Any] = {
    "swa": {"base": "we", "average": {"kind": "swa", "interval": 2, "tail_start": 0.6, "tail_learning_rate": 2e-3}},
    "several intervals and alphas": {
        "base": "zscl",
        "average": {"intervals": [1, 3, 14]},
        "after_task": {"alphas": [0, 0.3, 1]},
    },
    "wise-ft towards the initial model": {"base": "wise-ft", "after_task": {"reference": "initial", "alpha": 0.4}},
    "teacher mixed of the initial and the previous model": {
        "base": "zscl-star",
        "teacher": {"source": "wise", "alpha": 0.3},
    },
    "as printed": {"base": "zscl", "distillation": {"direction": "as-printed", "temperature": 1.5}},
    "weights per task and along the updates": {
        "base": "zscl",
        "ce": {"per_task": [0.5, 2]},
        "lambda_image": {
            "points": [{"update": 3, "value": 2}, {"update": 11, "value": 0.5}],
            "interpolation": "linear",
        },
        "wc": {"points": [{"update": 0, "value": 0}, {"update": 7, "value": 1}]},
    },
    "feature and image-image on noise": {
        "base": "finetune",
        "lambda_feature": 20,
        "lambda_image_image": 1,
        "reference": {"images": {"kind": "noise", "count": 11, "data_seed": 2}},
    },
    "pairs distilled without alignment, and consolidated equally": {
        "base": "gift",
        "lambda_alignment": 0,
        "consolidation": "equal",
        "lambda_text": 2,
    },
    "alignment alone, adaptive": {"base": "gift", "lambda_image": 0, "lambda_text": 0, "lambda_alignment": 1},
    "pulled towards the initial model": {
        "base": "zscl-minus",
        "average": {"kind": "pull", "interval": 4, "decay": 0.7, "towards": "initial"},
    },
    "pulled towards the sample before, counted as the authors count": {
        "base": "finetune",
        "average": {"kind": "pull", "interval": 5, "decay": 0.8, "towards": "previous-sample"},
        "schedule": {"counting": "authors-code"},
    },
    "prompts of the classes seen so far": {
        "base": "icarl",
        "lambda_text": 1,
        "reference": {"texts": {"of": "seen"}},
    },
    "prompts of earlier tasks": {
        "base": "icarl",
        "lambda_text": 1,
        "reference": {"texts": {"of": "earlier"}},
    },
}
RECIPES: dict[str, Any] = {name: name for name in NAMES} | MORE
UPDATES = 14


def written(recipe: Any) -> dict[str, Any]:  # noqa: ANN401
    """A small experiment of two tasks; a large epsilon keeps Adam from turning rounding into whole steps."""
    return {
        "name": "trajectory",
        "benchmark": {
            "base": "mini-short",
            "reference": {"images": {"set": "mini", "count": 15}, "texts": {"set": "mini", "count": 9}},
            "replace": {"interval": 5, "memory": 8},
        },
        "recipe": recipe,
        "seed": 7,
        "schedule": {
            "updates": UPDATES,
            "warmup": 3,
            "learning_rate": [3e-3, 2e-3],
            "batch_size": 6,
            "reference_batch_size": 6,
        },
        "optimiser": {"beta1": 0.8, "beta2": 0.99, "epsilon": 1e-3, "weight_decay": 0.02},
        "checkpoint": {"every": 7},
    }


@pytest.fixture(scope="module")
def resolved() -> dict[str, Any]:
    """Experiment and plan of every recipe, from the terminal app's own code."""
    node = ROOT / "node_modules/.bin/node"
    flags = ["--disable-warning=ExperimentalWarning", "--experimental-transform-types"]
    hook = ["--import", str(ROOT / "scripts/typescript-hook.mjs")]
    program = [str(node), *flags, *hook, str(ROOT / "test/fixtures/plans.ts")]
    asked = json.dumps([written(recipe) for recipe in RECIPES.values()])
    done = subprocess.run(program, input=asked, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return dict(zip(RECIPES, json.loads(done.stdout), strict=True))


def value_of(hint: Any, value: Any) -> Any:  # noqa: ANN401
    """A JSON value as the type that a command's field has."""
    if get_origin(hint) is UnionType:
        return None if value is None else value_of(get_args(hint)[0], value)
    if get_origin(hint) is tuple:
        return tuple(value_of(get_args(hint)[0], one) for one in value)
    if is_dataclass(hint):
        hints = get_type_hints(hint)
        return hint(**{f.name: value_of(hints[f.name], value[f.name]) for f in fields(hint) if f.name in value})
    return value


def execute(session: Session, steps: list[Any]) -> dict[str, list[torch.Tensor]]:
    """Run the steps of a plan; the weights at every measurement, by `task/variant` ('' = what the task ends with)."""
    measured = {}
    assert session._state is not None
    for step in steps:
        if step["kind"] in ("checkpoint", "publish"):
            continue
        if step["kind"] == "evaluate":
            weights = session._state.slots.get(step["slot"])
            key = f"{step['after_task']}/{step['variant']}"
            measured[key] = [value.detach().clone() for value in weights.values()]
            continue
        name = re.sub(r"(?:^|-)([a-z])", lambda match: match[1].upper(), step["kind"])
        session.execute(value_of(getattr(commands, name), step), silent)
    return measured


@pytest.mark.parametrize("name", RECIPES)
def test_the_plan_of_a_recipe_trains_the_weights_of_the_plain_run(
    name: str, resolved: dict[str, Any], new_session: Callable[..., Session], monkeypatch: pytest.MonkeyPatch
) -> None:
    tiny = ReferenceSet(
        lambda n, seed, _: tiny_images(seed + 50, n), lambda n, _, __: CAPTIONS[:n], lambda n, _, __: PAIRS[:n]
    )
    monkeypatch.setitem(sets.REFERENCE_SETS, "mini", tiny)
    session = new_session(datasets=(DatasetSpec("shapes", "tiny"), DatasetSpec("digits", "tiny", data_seed=1)))
    to_double(session, monkeypatch)
    state = session._state
    assert state is not None
    experiment = resolved[name]["experiment"]
    plain = PlainRun(copy.deepcopy(state.model.module), state.datasets, experiment)

    measured = execute(session, resolved[name]["plan"])
    plain.run()

    ends = {key: value for key, value in measured.items() if key.endswith("/")}
    assert set(ends) == {"-1/", "0/", "1/"}
    assert_close(measured["1/"], plain.weights())
    variants = {key: value for key, value in measured.items() if not key.endswith("/")}
    recipe = experiment["recipe"]
    others = len(recipe["average"]["intervals"]) + len(recipe["after_task"]["alphas"])
    assert len(variants) >= 2 * others
    for key, value in variants.items():
        assert_close(value, plain.measured[key])
    moved = norm([a - b for a, b in zip(ends["1/"], ends["-1/"], strict=True)])
    assert (moved > 1e-3) == (name != "zero-shot")


def norm(weights: list[torch.Tensor]) -> float:
    return float(torch.cat([value.flatten() for value in weights]).norm())


def assert_close(got: list[torch.Tensor], wanted: list[torch.Tensor]) -> None:
    assert norm([a - b for a, b in zip(got, wanted, strict=True)]) <= 1e-6 * norm(wanted)

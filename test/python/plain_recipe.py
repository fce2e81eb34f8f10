"""A whole run once more, read from the recipe's own values: tasks, teachers, references, averages, ends of tasks.

It knows nothing of plans, steps, slots and segments; the losses and the update are those of plain.py.
"""

from __future__ import annotations

import copy
import itertools
import math
from dataclasses import dataclass, field
from typing import Any

import torch
from conftest import CAPTIONS, END, PAIRS, START, tiny_images
from plain import Plain, tokenizer, unit
from torch import Tensor

from zscl import randomness
from zscl.commands import BeginTask, LossWeights, Objective, Optimiser
from zscl.data.dataset import Dataset

LOSSES = ("ce", "lambda_image", "lambda_text", "lambda_feature", "lambda_image_image", "lambda_alignment", "wc")


def weight_at(weight: Any, task: int, update: int) -> float:  # noqa: ANN401
    if not isinstance(weight, dict):
        return float(weight)
    if "per_task" in weight:
        return float(weight["per_task"][task])
    points = [(p["update"], p["value"]) for p in weight["points"]]
    if update <= points[0][0]:
        return float(points[0][1])
    for (u0, v0), (u1, v1) in itertools.pairwise(points):
        if u0 <= update < u1:
            return float(v0 + (v1 - v0) * (update - u0) / (u1 - u0) if weight["interpolation"] == "linear" else v0)
    return float(points[-1][1])


@dataclass
class PlainRun:
    module: Any
    datasets: dict[str, Dataset]
    experiment: Any
    memory: dict[str, list[int]] = field(default_factory=dict)  # per dataset, in herding order
    measured: dict[str, list[Tensor]] = field(default_factory=dict)  # `task/variant` to weights

    def run(self) -> None:
        self.initial = copy.deepcopy(self.module)
        for task, entry in enumerate(self.experiment["benchmark"]["tasks"]):
            if self.recipe["trains"] != "none":
                self.train(task, entry["name"])

    @property
    def recipe(self) -> Any:  # noqa: ANN401
        return self.experiment["recipe"]

    def weights(self) -> list[Tensor]:
        return [p.detach().clone() for name, p in self.module.named_parameters() if name != "logit_scale"]

    def put(self, module: Any, weights: list[Tensor]) -> None:  # noqa: ANN401
        parameters = [p for name, p in module.named_parameters() if name != "logit_scale"]
        for parameter, value in zip(parameters, weights, strict=True):
            parameter.data = value.clone()

    def train(self, task: int, name: str) -> None:
        recipe, schedule = self.recipe, self.experiment["schedule"]
        start = self.weights()
        extra = 1 if schedule["counting"] == "authors-code" else 0
        updates = schedule["updates"][task]
        loop = self.loop(task, name)
        after = [start]  # the weights after 0, 1, 2, … updates
        anchor = self.of(self.initial) if recipe["average"].get("towards") == "initial" else start
        for u in range(updates + extra):
            w = {key: weight_at(recipe.get(key, 0), task, u) for key in LOSSES}
            if recipe["reference"]["images"]["kind"] == "memory" and task == 0:
                w |= {key: 0.0 for key in LOSSES if key.startswith("lambda")}
            loop.update(u, self.rate(task, u, updates), LossWeights(**w))
            if recipe["average"]["kind"] == "pull" and (u + 1 - extra) % recipe["average"]["interval"] == 0:
                anchor = self.pull(anchor)
            after.append(self.weights())
        average = recipe["average"]
        kinds = {i: self.average(after, i, updates, extra) for i in [average["interval"], *average["intervals"]]}
        reference = start if recipe["after_task"]["reference"] == "task-start" else self.of(self.initial)
        for interval, weights in kinds.items():
            self.measured[f"{task}/{average['kind']}-{interval}"] = weights
        for alpha in recipe["after_task"]["alphas"]:
            self.measured[f"{task}/wise-ft-{alpha:g}"] = self.mix(reference, after[-1], alpha)
        self.measured[f"{task}/last"] = after[-1]
        if recipe["after_task"]["kind"] == "take-average":
            self.put(self.module, kinds[average["interval"]])
        if recipe["after_task"]["kind"] == "wise-ft":
            self.put(self.module, self.mix(reference, after[-1], recipe["after_task"]["alpha"]))
        if recipe["memory"]["capacity"]:
            self.remember(name, recipe["memory"]["capacity"])

    def loop(self, task: int, name: str) -> Plain:
        recipe, schedule = self.recipe, self.experiment["schedule"]
        objective = Objective(
            label_smoothing=recipe["label_smoothing"],
            consolidation=recipe.get("consolidation", "equal"),
            **recipe["distillation"],
        )
        begin = BeginTask(task, name, objective=objective, optimiser=Optimiser(**self.experiment["optimiser"]))
        sizes = (schedule["batch_size"], schedule["reference_batch_size"])
        images, texts = self.images(name), self.texts(task, name)
        loop = Plain(self.module, self.datasets[name], begin, images, texts, self.experiment["seed"], sizes)
        if recipe["teacher"]["source"] == "initial":
            loop.teacher = self.initial
        if recipe["teacher"]["source"] == "wise":
            mixed = self.mix(self.of(self.initial), self.weights(), recipe["teacher"]["alpha"])
            self.put(loop.teacher, mixed)
        return loop

    def rate(self, task: int, u: int, updates: int) -> float:
        schedule, average = self.experiment["schedule"], self.recipe["average"]
        base, warmup = schedule["learning_rate"][task], schedule["warmup"]
        if average["kind"] == "swa" and u >= math.floor(updates * average["tail_start"]):
            return float(average["tail_learning_rate"])
        if u < warmup:
            return float(base * (u + 1) / warmup)
        return float(base * (1 + math.cos(math.pi * (u - warmup) / (updates - warmup))) / 2)

    def average(self, after: list[list[Tensor]], interval: int, updates: int, extra: int) -> list[Tensor]:
        average = self.recipe["average"]
        times = range(1, updates + 2, interval) if extra else range(interval, updates + 1, interval)
        samples = [after[n] for n in times]
        mean = after[0]
        if average["kind"] == "we":
            return [torch.stack(same).mean(0) for same in zip(after[0], *samples, strict=True)]
        if average["kind"] == "swa":
            tail = [after[n] for n in times if n > math.floor(updates * average["tail_start"])]
            return [torch.stack(same).mean(0) for same in zip(*tail, strict=True)]
        for t, sample in enumerate(samples, start=1):
            if average["kind"] == "ema":
                mean = self.mix(mean, sample, 1 - average["decay"])
            if average["kind"] == "we-wise":
                mean = self.mix(mean, sample, 1 / (t + 1))
                mean = self.mix(mean, after[0], 1 - average["beta"])
        return mean

    def pull(self, anchor: list[Tensor]) -> list[Tensor]:
        """`moving_avg(model, we_model, decay)` of the authors' helpers.py; the anchor of the next one."""
        average = self.recipe["average"]
        before = self.weights()
        decay = average["decay"]
        self.put(self.module, [p * decay + k * (1 - decay) for p, k in zip(before, anchor, strict=True)])
        return before if average.get("towards") == "previous-sample" else anchor

    def mix(self, a: list[Tensor], b: list[Tensor], share: float) -> list[Tensor]:
        return [(1 - share) * x + share * y for x, y in zip(a, b, strict=True)]

    def of(self, module: Any) -> list[Tensor]:  # noqa: ANN401
        return [p.detach() for name, p in module.named_parameters() if name != "logit_scale"]

    def images(self, task_name: str) -> Tensor | None:
        source = self.recipe["reference"]["images"]
        if source["kind"] == "task-images":
            return self.datasets[task_name].train_images
        if source["kind"] == "set":
            return tiny_images(source["data_seed"] + 50, source["count"])
        if source["kind"] == "noise":
            return torch.from_numpy(randomness.noise_images(source["data_seed"], source["count"], 32))
        if source["kind"] == "memory" and self.memory:
            return torch.cat([self.datasets[name].train_images[kept] for name, kept in self.memory.items()])
        return None

    def texts(self, task: int, name: str) -> Tensor | None:
        source = self.recipe["reference"]["texts"]
        if source["kind"] == "set":
            return tokenizer()(CAPTIONS[: source["count"]])
        if source["kind"] == "paired":  # one text for every image, in their order
            return tokenizer()(PAIRS[: self.recipe["reference"]["images"]["count"]])
        if source["kind"] == "random-tokens":
            tokens = torch.zeros(source["count"], 40, dtype=torch.int64)
            body = randomness.random_tokens(source["data_seed"], source["count"], source["length"], START)
            tokens[:, 0], tokens[:, source["length"] + 1] = START, END
            tokens[:, 1 : source["length"] + 1] = torch.from_numpy(body)
            return tokens
        if source["kind"] == "class-prompts":
            names = [entry["name"] for entry in self.experiment["benchmark"]["tasks"]]
            chosen = {
                "current": [name],
                "all": names,
                "earlier": names[: max(task, 1)],
                "seen": names[: task + 1],
            }[source["of"]]
            datasets = [self.datasets[one] for one in chosen]
            prompts = [d.templates[0].format(c) for d in datasets for c in d.classes]
            return tokenizer()(list(dict.fromkeys(prompts)))
        return None

    def remember(self, name: str, capacity: int) -> None:
        """Herding written as its definition: whichever image brings the mean of those chosen nearest to the mean."""
        images = self.datasets[name].train_images
        loop = Plain.__new__(Plain)
        loop.module = self.module
        with torch.no_grad():
            features = unit(self.module.encode_image(loop.pixels(images, None)))
        mean, chosen = features.mean(0), list[int]()
        share = capacity // (len(self.memory) + 1)
        while len(chosen) < min(share, len(images)):
            left = [i for i in range(len(images)) if i not in chosen]
            chosen.append(min(left, key=lambda i: float((mean - features[[*chosen, i]].mean(0)).norm())))
        self.memory = {known: kept[:share] for known, kept in self.memory.items()} | {name: chosen}

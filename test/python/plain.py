"""The whole method once more, as plainly as can be: what the trajectory tests compare with.

No table, no cut prompts, no segment, no fused or foreach operation: teacher and captions are encoded again in every
update at full length, weight consolidation goes through autograd, and averages are means of stored samples. Shared
with zscl are only the random draws and the image preprocessing, which have tests of their own.
"""

from __future__ import annotations

import copy
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from zscl import randomness
from zscl.commands import BeginTask, LossWeights, Objective
from zscl.data.dataset import Dataset
from zscl.model import preprocess
from zscl.randomness import Purpose

import open_clip  # isort: skip


@lru_cache
def tokenizer() -> Any:  # noqa: ANN401
    return open_clip.get_tokenizer("tiny-clip")


def unit(x: Tensor) -> Tensor:
    return torch.div(x, x.norm(dim=-1, keepdim=True))


def distillation(student: Tensor, teacher: Tensor, objective: Objective) -> Tensor:
    t = objective.temperature
    weight, inside = (teacher, student) if objective.direction == "teacher-target" else (student, teacher)
    return t * t * (-(F.softmax(weight / t, 1) * F.log_softmax(inside / t, 1)).sum(1)).mean()


def off_diagonal(x: Tensor) -> Tensor:
    return x.masked_select(~torch.eye(len(x), dtype=torch.bool)).view(len(x), len(x) - 1)


@dataclass
class Plain:
    module: Any
    dataset: Dataset
    task: BeginTask
    references: Tensor | None  # uint8; None: the training images themselves
    captions: Tensor | None  # tokens at full length
    seed: int
    sizes: tuple[int, int]  # batch, reference batch

    def __post_init__(self) -> None:
        self.teacher = copy.deepcopy(self.module)
        self.start = [p.detach().clone() for p in self.trained()]
        o = self.task.optimiser
        betas = (o.beta1, o.beta2)
        self.optimiser = torch.optim.AdamW(
            self.trained(), lr=0, betas=betas, eps=o.epsilon, weight_decay=o.weight_decay, foreach=False, fused=False
        )
        self.samples = [self.start]

    def trained(self) -> list[nn.Parameter]:
        return [p for name, p in self.module.named_parameters() if name != "logit_scale"]

    def pixels(self, chosen: Tensor, boxes: Tensor | None) -> Tensor:
        cfg = open_clip.get_model_preprocess_cfg(self.module)
        levels = preprocess.centre_square(chosen, 32) if boxes is None else preprocess.crop_resize(chosen, boxes, 32)
        return preprocess.normalise(levels, torch.tensor(cfg["mean"]), torch.tensor(cfg["std"]))

    def update(self, number: int, learning_rate: float, w: LossWeights, every: int = 0) -> float:
        clip, teacher, objective, key = self.module, self.teacher, self.task.objective, (self.seed, self.task.task)
        batch, reference_batch = self.sizes
        index = randomness.stream((*key, Purpose.TRAIN_ORDER), number * batch, batch, len(self.dataset.train_labels))
        boxes = randomness.crop_boxes(*key, number, batch=batch, height=32, width=32)
        train = self.pixels(self.dataset.train_images[index], torch.from_numpy(boxes))
        scale = clip.logit_scale.detach().exp()
        prompts = [self.dataset.templates[0].format(name) for name in self.dataset.classes]
        classes = unit(clip.encode_text(tokenizer()(prompts)))
        logits = scale * unit(clip.encode_image(train)) @ classes.T
        loss = w.ce * F.cross_entropy(
            logits, self.dataset.train_labels[index], label_smoothing=objective.label_smoothing
        )

        if objective.text_term == "paired":
            loss = loss + self.pairs_and_anchor(number, scale, w)
        elif w.lambda_image or w.lambda_text or w.lambda_feature or w.lambda_image_image:
            seen = train
            if self.references is not None:
                key3, first = (*key, Purpose.REFERENCE_IMAGES), number * reference_batch
                picked = randomness.stream(key3, first, reference_batch, len(self.references))
                seen = self.pixels(self.references[picked], None)
            r = unit(clip.encode_image(seen))
            with torch.no_grad():
                r_bar = unit(teacher.encode_image(seen))
                t_bar = unit(teacher.encode_text(self.captions)) if self.captions is not None else None
            if t_bar is not None:
                s, s_bar = scale * r @ t_bar.T, scale * r_bar @ t_bar.T
                loss = loss + w.lambda_image * distillation(s, s_bar, objective)
                if objective.text_term == "transposed":
                    loss = loss + w.lambda_text * distillation(s.T, s_bar.T, objective)
            if w.lambda_text and objective.text_term == "encoder":
                assert self.captions is not None
                assert t_bar is not None
                size = min(objective.text_sample, len(self.captions))
                picked = randomness.stream((*key, Purpose.REFERENCE_TEXTS), number * size, size, len(self.captions))
                t = unit(clip.encode_text(self.captions[picked]))
                student, target = scale * t @ r_bar.T, scale * t_bar[picked] @ r_bar.T
                loss = loss + w.lambda_text * distillation(student, target, objective)
            loss = loss + w.lambda_feature * ((r - r_bar) ** 2).mean()
            if w.lambda_image_image:
                student, target = off_diagonal(scale * r @ r.T), off_diagonal(scale * r_bar @ r_bar.T)
                loss = loss + w.lambda_image_image * distillation(student, target, objective)

        if objective.consolidation == "equal":
            pairs = zip(self.trained(), self.start, strict=True)
            loss = loss + w.wc * sum(((p - start) ** 2).sum() for p, start in pairs)
        for group in self.optimiser.param_groups:
            group["lr"] = learning_rate
        self.optimiser.zero_grad()
        loss.backward()
        self.optimiser.step()
        if every and (number + 1) % every == 0:
            self.samples.append([p.detach().clone() for p in self.trained()])
        return loss.item()

    def pairs_and_anchor(self, number: int, scale: Tensor, w: LossWeights) -> Tensor:
        """Distillation, ita and awc of one update as finetune_gift.py has them; captions[i] is the text of image i."""
        clip, objective, key = self.module, self.task.objective, (self.seed, self.task.task)
        assert self.references is not None
        assert self.captions is not None
        size = self.sizes[1]
        key3 = (*key, Purpose.REFERENCE_IMAGES)
        picked = randomness.stream(key3, number * size, size, len(self.references))
        seen, tokens = self.pixels(self.references[picked], None), self.captions[picked]
        with torch.no_grad():
            target = scale * unit(self.teacher.encode_image(seen)) @ unit(self.teacher.encode_text(tokens)).T
        logits = scale * unit(clip.encode_image(seen)) @ unit(clip.encode_text(tokens)).T
        right = torch.tensor([[float(torch.equal(a, b)) for b in tokens] for a in tokens], dtype=logits.dtype)
        right = right / right.sum(1, keepdim=True)
        s = objective.label_smoothing
        smooth = (1 - s) * right + s / len(right)
        ita = -(smooth * logits.log_softmax(1)).sum(1).mean() - (smooth * logits.T.log_softmax(1)).sum(1).mean()
        loss = (
            w.lambda_image * distillation(logits, target, objective)
            + w.lambda_text * distillation(logits.T, target.T, objective)
            + w.lambda_alignment * ita
        )
        if objective.consolidation == "adaptive":
            g = torch.autograd.grad(loss, self.trained(), retain_graph=True)
            for p, start, gradient in zip(self.trained(), self.start, g, strict=True):
                fisher = gradient.detach() ** 2 / (gradient.detach() ** 2).mean()
                loss = loss + w.wc * (fisher * (p - start) ** 2).sum()
        return loss

    def average(self) -> list[Tensor]:
        return [torch.stack(same).mean(dim=0) for same in zip(*self.samples, strict=True)]

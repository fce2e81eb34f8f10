"""The authors' way of one ZSCL update, written plainly: what `bench/step.py` and `bench/gpu.py` compare with.

In every update the frozen teacher encodes all captions and the reference images, prompts are padded to the context
length, and weight consolidation and the average are loops over parameters.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
import torch.nn.functional as F

from zscl import mini, randomness
from zscl.model import preprocess
from zscl.randomness import Purpose
from zscl.session import Session

import open_clip  # isort: skip - after zscl, which makes torchvision importable


def with_context(name: str, length: int, folder: str) -> str:
    """The name of open_clip's model `name` with room for `length` tokens in its text encoder; kept in `folder`."""
    mini.register()
    config = copy.deepcopy(open_clip.get_model_config(name))
    if config["text_cfg"].get("context_length", 77) == length:
        return name
    config["text_cfg"]["context_length"] = length
    path = Path(folder) / f"{name}-{length}.json"
    path.write_text(json.dumps(config))
    open_clip.add_model_config(path)
    return path.stem


def distil(student: torch.Tensor, teacher: torch.Tensor) -> torch.Tensor:
    return 4 * (-(F.softmax(teacher / 2, 1) * F.log_softmax(student / 2, 1)).sum(1)).mean()


class Authors:
    """Shares data and draws with a session that has begun a task; has weights, teacher and optimiser of its own."""

    def __init__(self, session: Session, captions: Sequence[str], *, seed: int, rate: float, text_batch: int) -> None:
        state = session._state
        assert state is not None
        assert state.task is not None
        self.state, self.task, self.seed, self.text_batch = state, state.task, seed, text_batch
        self.clip: Any = copy.deepcopy(state.model.module)
        self.teacher: Any = copy.deepcopy(self.clip)
        self.trained = [p for p in self.clip.parameters() if p.requires_grad]
        self.start = [p.detach().clone() for p in self.trained]
        self.average = [p.detach().clone() for p in self.trained]
        self.optimiser = torch.optim.AdamW(self.trained, lr=rate, weight_decay=0.0)
        device = state.model.device
        self.captions = state.model.tokenizer(list(captions)).to(device)
        self.prompts = state.model.tokenizer(self.task.dataset.prompts(self.task.dataset.templates[0])).to(device)

    def update(self, number: int, batch: int) -> float:
        """Update `number` on `batch` images and as many reference images, in the precision of the session."""
        loss = self._loss(number, batch)
        self.optimiser.zero_grad()
        loss.backward()
        self.optimiser.step()
        return loss.item()

    def _loss(self, number: int, batch: int) -> torch.Tensor:
        model, data, key, references = self.state.model, self.task.dataset, (self.seed, 0), self.task.references.images
        assert references is not None
        index = randomness.stream((*key, Purpose.TRAIN_ORDER), number * batch, batch, len(data.train_images))
        height, width = data.train_images.shape[2:]
        boxes = torch.from_numpy(randomness.crop_boxes(*key, number, batch=batch, height=height, width=width))
        picked = randomness.stream((*key, Purpose.REFERENCE_IMAGES), number * batch, batch, len(references))
        cropped = preprocess.crop_resize(data.train_images[index], boxes.to(model.device), model.image_size)
        train = preprocess.normalise(cropped, model.mean, model.std)
        seen = model.prepare(references[picked])
        with torch.no_grad():
            parts = self.captions.split(self.text_batch)  # one pass needs more memory than there may be
            texts = torch.cat([self._texts(self.teacher, part) for part in parts])
            held = self._images(self.teacher, seen)
        scale = self.clip.logit_scale.exp()
        classes = self._texts(self.clip, self.prompts)
        logits = scale * self._images(self.clip, train) @ classes.T
        loss = F.cross_entropy(logits, data.train_labels[index], label_smoothing=0.2)
        student = scale * self._images(self.clip, seen) @ texts.T
        target = scale * held @ texts.T
        loss = loss + distil(student, target) + distil(student.T, target.T)
        for parameter, start in zip(self.trained, self.start, strict=True):
            loss = loss + ((parameter - start) ** 2).sum()
        return loss

    def _images(self, clip: Any, images_BCHW: torch.Tensor) -> torch.Tensor:  # noqa: ANN401 - open_clip's classes
        with self.state.model._autocast():
            return clip.encode_image(images_BCHW, normalize=True).float()  # type: ignore[no-any-return]

    def _texts(self, clip: Any, tokens_ML: torch.Tensor) -> torch.Tensor:  # noqa: ANN401
        with self.state.model._autocast():
            return clip.encode_text(tokens_ML, normalize=True).float()  # type: ignore[no-any-return]

    def sample(self, count: int) -> None:
        for average, parameter in zip(self.average, self.trained, strict=True):
            average.copy_(parameter.detach() / (count + 1) + average * count / (count + 1))

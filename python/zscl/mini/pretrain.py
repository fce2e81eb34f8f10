"""Makes the small CLIP of `mini` from nothing: draws the pictures, trains with the contrastive loss, writes the file.

Two threads on the same machine give the same file bit by bit; other machines round differently in the last digits.
"""

import argparse
import math
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray
from torch import Tensor, nn

from zscl.mini.muon import Muon
from zscl.mini.tasks import TASKS, load_task
from zscl.mini.weights import MODEL_NAME, WEIGHTS_FILE, load_state_dict, register, save_state_dict
from zscl.mini.world import draw
from zscl.model.clip import cut_tokens, encode_short_text

import open_clip  # isort: skip

POOL, BATCH, SEED = 80_000, 256, 0
MUON_RATE, ADAMW_RATE, WEIGHT_DECAY, WARM_UP = 0.02, 2e-3, 0.1, 50
LARGEST_SCALE = math.log(100)


def normalised(images: Tensor) -> Tensor:
    """Images uint8 [B, 3, 32, 32] as open_clip's preprocessing gives them to the model."""
    mean = torch.tensor(open_clip.OPENAI_DATASET_MEAN).view(3, 1, 1)
    std = torch.tensor(open_clip.OPENAI_DATASET_STD).view(3, 1, 1)
    return (images.float() / 255 - mean) / std


def _draw_some(indices: range) -> tuple[NDArray[np.uint8], list[str]]:
    pairs = [draw(SEED, "pretraining", index) for index in indices]
    return np.stack([picture for picture, _ in pairs]), [caption for _, caption in pairs]


def draw_pool(size: int, processes: int) -> tuple[Tensor, list[str]]:
    """`size` pictures uint8 [N, 3, 32, 32] with captions; the number of processes changes nothing."""
    chunks = [range(start, min(start + 1000, size)) for start in range(0, size, 1000)]
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as workers:
        drawn = list(workers.map(_draw_some, chunks))
    images = torch.from_numpy(np.concatenate([pictures for pictures, _ in drawn])).permute(0, 3, 1, 2).contiguous()
    return images, [caption for _, captions in drawn for caption in captions]


def augmented(images: Tensor, rng: torch.Generator) -> Tensor:
    """Images [B, 3, 32, 32] moved, turned, zoomed, relit, blurred and roughened, each in its own way; normalised."""
    count = len(images)

    def uniform(low: float, high: float, *shape: int) -> Tensor:
        return low + (high - low) * torch.rand(count, *shape, generator=rng)

    angle, zoom, shift = uniform(-0.12, 0.12), uniform(0.9, 1.1), uniform(-0.06, 0.06, 2)
    cos, sin = zoom * angle.cos(), zoom * angle.sin()
    maps = torch.stack([torch.stack([cos, -sin, shift[:, 0]], 1), torch.stack([sin, cos, shift[:, 1]], 1)], 1)
    grid = F.affine_grid(maps, [count, 3, 32, 32], align_corners=False)
    moved = F.grid_sample(images.float() / 255, grid, padding_mode="reflection", align_corners=False)
    relit = moved * uniform(0.75, 1.15, 1, 1, 1) + uniform(-0.08, 0.08, 1, 1, 1)
    blurred = F.interpolate(F.avg_pool2d(relit, 4), scale_factor=4, mode="bicubic", align_corners=False)
    relit = torch.where(uniform(0, 1, 1, 1, 1) < 0.25, blurred, relit)
    noise = torch.randn(relit.shape, generator=rng) * uniform(0, 0.08, 1, 1, 1)
    return normalised((relit + noise).clamp(0, 1) * 255)


def contrastive_loss(image_BD: Tensor, text_BD: Tensor, scale: Tensor, tokens_BL: Tensor) -> Tensor:
    """CLIP's symmetric loss, where pairs with the same caption are each other's right answer too."""
    logits = scale * image_BD @ text_BD.T  # (B, B)
    same = (tokens_BL[:, None] == tokens_BL[None]).all(dim=-1).float()
    target = same / same.sum(dim=1, keepdim=True)  # symmetric, for equal rows have equal sums
    return (F.cross_entropy(logits, target) + F.cross_entropy(logits.T, target)) / 2


def create(vocabulary: int) -> nn.Module:
    """The model with fresh weights and a token table of only `vocabulary` rows; does not touch the global generator."""
    register()
    config = open_clip.get_model_config(MODEL_NAME)
    config["text_cfg"]["vocab_size"] = vocabulary
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(SEED)
        model: nn.Module = open_clip.CLIP(**config)
    return model


def schedule(update: int, updates: int) -> float:
    """The share of the full learning rate: linear warm-up, then cosine to zero."""
    if update < WARM_UP:
        return (update + 1) / WARM_UP
    return 0.5 * (1 + math.cos(math.pi * (update - WARM_UP) / max(1, updates - WARM_UP)))


class Optimiser:
    """Muon for the matrices inside the transformers, AdamW for all else."""

    def __init__(self, model: nn.Module) -> None:
        inner = {name: p for name, p in model.named_parameters() if p.ndim == 2 and "resblocks" in name}
        others = [p for name, p in model.named_parameters() if name not in inner]
        self._muon = Muon(inner.values(), WEIGHT_DECAY)
        self._adamw = torch.optim.AdamW(others, betas=(0.9, 0.98), weight_decay=0.0, fused=True)
        self._model = model

    def step(self, loss: Tensor, share: float) -> None:
        """One update at that share of the full learning rates."""
        self._model.zero_grad()
        loss.backward()
        self._muon.step(share * MUON_RATE)
        self._adamw.param_groups[0]["lr"] = share * ADAMW_RATE
        self._adamw.step()


def pretrain(updates: int, processes: int, out: Path) -> None:
    """Draw, train and write `out`."""
    start = time.perf_counter()
    images, captions = draw_pool(POOL, processes)
    register()
    all_tokens = open_clip.get_tokenizer(MODEL_NAME)(captions)  # (N, L)
    # The compact table keeps the order of the tokens: the end-of-text token stays the largest, which CLIP relies on.
    tokens, compact = torch.unique(all_tokens, return_inverse=True)
    seconds = time.perf_counter() - start
    print(f"drew {POOL} pictures with {len(tokens)} different tokens in {seconds:.0f} s", flush=True)
    model = create(len(tokens))
    optimiser, rng, order = Optimiser(model), torch.Generator().manual_seed(SEED), torch.empty(0, dtype=torch.long)
    running = 0.0
    for update in range(updates):
        if len(order) < BATCH:
            order = torch.randperm(POOL, generator=rng)
        chosen, order = order[:BATCH], order[BATCH:]
        batch_tokens = cut_tokens(compact[chosen])
        image = F.normalize(model.encode_image(augmented(images[chosen], rng)), dim=-1)  # type: ignore[operator]
        text = F.normalize(encode_short_text(model, batch_tokens), dim=-1)
        loss = contrastive_loss(image, text, model.logit_scale.exp(), batch_tokens)  # type: ignore[operator]
        optimiser.step(loss, schedule(update, updates))
        with torch.no_grad():
            model.logit_scale.clamp_(max=LARGEST_SCALE)  # type: ignore[operator]
        running = loss.item() if update == 0 else 0.98 * running + 0.02 * loss.item()
        if (update + 1) % 100 == 0:
            seconds = time.perf_counter() - start
            print(f"update {update + 1} of {updates}: loss {running:.3f}, {seconds:.0f} s", flush=True)
    save_state_dict(model.state_dict(), tokens, out)
    print(f"wrote {out} ({out.stat().st_size / 1e6:.2f} MB)")


@torch.no_grad()
def zero_shot(path: Path) -> dict[str, float]:
    """Test accuracy in percent on every task of the weights in `path`."""
    register()
    model = open_clip.create_model(MODEL_NAME, load_weights=False).eval()
    model.load_state_dict(load_state_dict(path))
    tokenizer = open_clip.get_tokenizer(MODEL_NAME)
    accuracies = {}
    for name in TASKS:
        task = load_task(name, train_size=1)
        prompts = [tokenizer([template.format(word) for word in task.classes]) for template in task.templates]
        text = torch.stack([model.encode_text(tokens, normalize=True) for tokens in prompts]).mean(dim=0)
        image = model.encode_image(normalised(task.test_images))
        right = (image @ F.normalize(text, dim=-1).T).argmax(dim=-1) == task.test_labels
        accuracies[name] = 100 * float(right.float().mean())
    return accuracies


def report(path: Path, compare: bool) -> None:
    """Print the zero-shot accuracies of the new file, and beside them those of the shipped one."""
    made, shipped = zero_shot(path), zero_shot(WEIGHTS_FILE) if compare else {}
    for name, accuracy in made.items():
        chance = 100 / len(load_task(name, train_size=1, test_size=1).classes)
        beside = f", shipped {shipped[name]:.1f} %" if compare else ""
        print(f"{name:10} zero-shot {accuracy:.1f} %{beside} (chance {chance:.1f} %)")
    print(f"mean {sum(made.values()) / len(made):.1f} %")
    if compare:
        first, second = load_state_dict(path), load_state_dict(WEIGHTS_FILE)
        largest = max(float((first[name] - second[name]).abs().max()) for name in first)
        print(f"largest difference of a weight to the shipped file: {largest:g}")


def main() -> None:
    parser = argparse.ArgumentParser(prog="scripts/pretrain-mini", description=__doc__)
    parser.add_argument("--updates", type=int, default=1500, help="optimiser steps of 256 pairs (default: %(default)s)")
    parser.add_argument("--out", type=Path, default=WEIGHTS_FILE, help="file to write (default: the shipped one)")
    parser.add_argument("--threads", type=int, default=2, help="the result depends on it (default: %(default)s)")
    parser.add_argument("--check", action="store_true", help="compare the file made with the shipped one")
    options = parser.parse_args()
    if options.check and options.out.resolve() == WEIGHTS_FILE.resolve():
        parser.error("`--check` compares `--out` with the shipped file: give `--out` another path")
    torch.set_num_threads(options.threads)
    pretrain(options.updates, options.threads, options.out)
    report(options.out, options.check)


if __name__ == "__main__":
    main()

"""Crop and resize against Pillow and torchvision, which the authors' code uses one image at a time."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from PIL import Image

from zscl import imports, randomness  # noqa: F401
from zscl.model import preprocess as images

from torchvision.transforms import functional as tv  # isort: skip

BICUBIC = tv.InterpolationMode.BICUBIC


def photo(seed: int, height: int, width: int) -> torch.Tensor:
    rng = np.random.default_rng(seed)
    blocks = Image.fromarray(rng.integers(0, 256, (6, 6, 3), dtype=np.uint8))
    smooth = blocks.resize((width, height), Image.Resampling.BILINEAR)
    return torch.from_numpy(np.array(smooth)).permute(2, 0, 1)


@pytest.mark.parametrize(("height", "width", "size"), [(32, 32, 32), (70, 50, 32), (20, 26, 48)])
def test_a_batch_of_crops_equals_pillow_within_one_level(height: int, width: int, size: int) -> None:
    batch = torch.stack([photo(i, height, width) for i in range(8)])
    boxes = torch.from_numpy(randomness.crop_boxes(1, 0, 0, batch=8, height=height, width=width))
    ours = images.crop_resize(batch, boxes, size)
    for image, box, got in zip(batch, boxes.tolist(), ours, strict=True):
        pillow = tv.resized_crop(tv.to_pil_image(image), *box, [size, size], BICUBIC)
        wanted = torch.from_numpy(np.array(pillow)).permute(2, 0, 1).float()
        assert float((got - wanted).abs().max()) <= 1.0  # Pillow also rounds between its two passes
        assert float((got - wanted).abs().mean()) < 0.25
        exact = tv.resized_crop(image.float(), *box, [size, size], BICUBIC, antialias=True).round().clamp(0, 255)
        assert float((got - exact).abs().mean()) < 0.01


def test_a_crop_looks_only_at_pixels_inside_its_box() -> None:
    image = torch.full((1, 3, 32, 32), 100, dtype=torch.uint8)
    image[:, :, :4] = 255
    resized = images.crop_resize(image, torch.tensor([[4, 0, 28, 32]]), 32)
    assert torch.equal(resized, torch.full((1, 3, 32, 32), 100.0))


def test_a_whole_image_of_the_right_size_is_left_as_it_is() -> None:
    batch = torch.stack([photo(1, 32, 32), photo(2, 32, 32)])
    boxes = torch.tensor([[0, 0, 32, 32]] * 2)
    assert torch.equal(images.crop_resize(batch, boxes, 32), batch.float())
    assert torch.equal(images.centre_square(batch, 32), batch.float())


def test_test_preprocessing_equals_resize_and_centre_crop() -> None:
    batch = torch.stack([photo(i, 48, 48) for i in range(3)])
    ours = images.centre_square(batch, 32)
    for image, got in zip(batch, ours, strict=True):
        pillow = tv.center_crop(tv.resize(tv.to_pil_image(image), [32], BICUBIC), [32, 32])
        wanted = torch.from_numpy(np.array(pillow)).permute(2, 0, 1).float()
        assert float((got - wanted).abs().max()) <= 1.0


def test_normalising_equals_the_formula_per_channel() -> None:
    levels = torch.tensor([0.0, 255.0, 51.0]).view(1, 3, 1, 1)
    mean, std = torch.tensor([0.5, 0.25, 0.1]), torch.tensor([0.5, 0.25, 0.2])
    assert images.normalise(levels, mean, std).flatten().tolist() == pytest.approx([-1.0, 3.0, 0.5], abs=1e-6)

"""From uint8 images to the model's input: crop, bicubic resize, normalise, for a whole batch at once."""

from __future__ import annotations

import torch
from torch import Tensor


def _cubic(x: Tensor) -> Tensor:
    """The Catmull-Rom kernel (a = -0.5) of Pillow."""
    x = x.abs()
    near = (1.5 * x - 2.5) * x * x + 1.0
    far = ((-0.5 * x + 2.5) * x - 4.0) * x + 2.0
    return torch.where(x < 1.0, near, torch.where(x < 2.0, far, 0.0))


def resize_matrix(start_B: Tensor, length_B: Tensor, size_in: int, size_out: int) -> Tensor:
    """Pillow's antialiased bicubic resize of pixels [start, start+length) to `size_out`, as matrices [B, out, in].

    As in Pillow the image ends at the box: no pixel outside it counts. `start_B` and `length_B` are float32, in pixels.
    """
    out = torch.arange(size_out, device=start_B.device, dtype=torch.float32)
    pixel = torch.arange(size_in, device=start_B.device, dtype=torch.float32)
    step_B = length_B / size_out
    centre_BO = start_B[:, None] + (out + 0.5) * step_B[:, None]
    distance_BOI = (pixel + 0.5 - centre_BO[:, :, None]) / step_B.clamp(min=1.0)[:, None, None]
    inside_BI = (pixel >= start_B[:, None]) & (pixel < (start_B + length_B)[:, None])
    weights_BOI = _cubic(distance_BOI) * inside_BI[:, None, :]
    return weights_BOI / weights_BOI.sum(dim=-1, keepdim=True)


def crop_resize(images_BCHW: Tensor, boxes_B4: Tensor, size: int) -> Tensor:
    """Cut boxes (top, left, height, width) in pixels and resize them to `size`, rounded to whole levels 0..255.

    uint8 [B, 3, H, W] to float32 [B, 3, size, size]; what torchvision's `resized_crop` does to a Pillow image.
    """
    top, left, height, width = boxes_B4.to(torch.float32).unbind(dim=1)
    rows_BSH = resize_matrix(top, height, images_BCHW.shape[2], size)
    columns_BSW = resize_matrix(left, width, images_BCHW.shape[3], size)
    resized = rows_BSH[:, None] @ images_BCHW.to(torch.float32) @ columns_BSW[:, None].transpose(2, 3)
    return resized.round_().clamp_(0.0, 255.0)


def centre_square(images_BCHW: Tensor, size: int) -> Tensor:
    """The test preprocessing: shortest edge to `size` and centre crop. float32 levels [B, 3, size, size]."""
    count, _, height, width = images_BCHW.shape
    if height == width == size:
        return images_BCHW.to(torch.float32)
    edge = min(height, width)
    box = torch.tensor([(height - edge) // 2, (width - edge) // 2, edge, edge], device=images_BCHW.device)
    return crop_resize(images_BCHW, box.expand(count, 4), size)


def normalise(levels_BCHW: Tensor, mean_C: Tensor, std_C: Tensor) -> Tensor:
    """Levels 0..255 to (level / 255 - mean) / std per channel."""
    return (levels_BCHW / 255.0 - mean_C[:, None, None]) / std_C[:, None, None]

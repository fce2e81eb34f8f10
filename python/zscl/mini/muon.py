"""The Muon optimiser (Keller Jordan, 2024) in float32: about three times fewer updates than AdamW for the small CLIP.

torch's own Muon orthogonalises in bfloat16, which a CPU without bfloat16 units does a hundred times slower.
"""

from collections import defaultdict
from collections.abc import Iterable

import torch
from torch import Tensor, nn

_MOMENTUM, _ITERATIONS = 0.95, 5
_A, _B, _C = 3.4445, -4.7750, 2.0315  # the quintic that drives singular values to about 1


def orthogonalised(matrices_NMK: Tensor) -> Tensor:
    """Matrices [N, M, K] with every singular value brought near 1, by Newton-Schulz iterations."""
    wide = matrices_NMK if matrices_NMK.shape[1] <= matrices_NMK.shape[2] else matrices_NMK.mT
    x = wide / (wide.norm(dim=(1, 2), keepdim=True) + 1e-7)
    for _ in range(_ITERATIONS):
        gram = x @ x.mT
        x = _A * x + (_B * gram + _C * gram @ gram) @ x
    result: Tensor = x if wide is matrices_NMK else x.mT
    return result


class Muon:
    """Nesterov momentum whose matrix-shaped step is orthogonalised. For the inner matrices of a network only."""

    def __init__(self, parameters: Iterable[nn.Parameter], weight_decay: float) -> None:
        self._weight_decay = weight_decay
        self._by_shape: dict[torch.Size, list[nn.Parameter]] = defaultdict(list)
        for parameter in parameters:
            self._by_shape[parameter.shape].append(parameter)
        self._momenta = {shape: torch.zeros(len(same), *shape) for shape, same in self._by_shape.items()}

    @torch.no_grad()
    def step(self, learning_rate: float) -> None:
        """One update. Matrices taller than wide get longer steps, as their rows hold more."""
        for shape, same in self._by_shape.items():
            gradients = torch.stack([parameter.grad for parameter in same if parameter.grad is not None])
            momentum = self._momenta[shape].lerp_(gradients, 1 - _MOMENTUM)
            steps = orthogonalised(gradients.lerp(momentum, _MOMENTUM))
            length = learning_rate * max(1.0, shape[0] / shape[1]) ** 0.5
            for parameter, step in zip(same, steps, strict=True):
                parameter.mul_(1 - learning_rate * self._weight_decay).sub_(step, alpha=length)

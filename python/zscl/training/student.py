"""The forward and backward pass of one update, at once or in micro-batches."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor

Encode = Callable[[Tensor], Tensor]


class Student:
    """Encodes what one update needs of the student and carries the gradient of its loss back.

    With `micro_batch` above 0 the update keeps its effective batch, but never more than that many images or texts have
    their activations in memory. The terms couple the whole batch (the transposed text term and the image-image term
    normalise over all reference images), so gradients of parts of the batch cannot simply be summed. Instead all
    embeddings are computed first without a graph; the loss and its gradient by the embeddings are those of the whole
    batch; then every part is encoded once more and passes its rows of that gradient on. By the chain rule that is the
    plain update, up to the order of the sums (gradient caching: Gao et al., 2021, arXiv:2101.06983). Exact because
    the model is always in evaluation mode: the second encoding is the first.
    """

    def __init__(self, micro_batch: int) -> None:
        self._size = micro_batch
        self._pending: list[tuple[Encode, Tensor, Tensor]] = []

    def encode(self, encode: Encode, inputs_N: Tensor) -> Tensor:
        """Embeddings [N, D] of `inputs_N`, whose first dimension is the batch."""
        if not self._size or len(inputs_N) <= self._size:
            return encode(inputs_N)
        with torch.no_grad():
            whole_ND = torch.cat([encode(part) for part in inputs_N.split(self._size)])
        whole_ND.requires_grad_()
        self._pending.append((encode, inputs_N, whole_ND))
        return whole_ND

    def backward(self, total: Tensor, *, more: bool = False) -> None:
        """Add the gradient of `total` to that of the parameters; `more` where another part of the loss follows."""
        if total.requires_grad:
            total.backward(retain_graph=more)
        for encode, inputs_N, whole_ND in self._pending:
            if whole_ND.grad is None:
                continue
            parts = zip(inputs_N.split(self._size), whole_ND.grad.split(self._size), strict=True)
            for part, gradient in parts:
                embeddings = encode(part)
                if embeddings.requires_grad:
                    embeddings.backward(gradient)
            whole_ND.grad = None
        if not more:
            self._pending.clear()

"""The forward and backward pass of one update: at once or in micro-batches, by one process or dealt out over ranks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

import torch
from torch import Tensor

from zscl.ranks import Ranks

Encode = Callable[[Tensor], Tensor]


@dataclass(frozen=True)
class Encoded:
    """Rows of a batch that this process has encoded, and will carry the gradient of the loss through."""

    encode: Encode
    inputs_N: Tensor
    own_ND: Tensor  # with its graph, or without where the parts are encoded once more
    whole_ND: Tensor  # of all ranks: what the loss was computed from
    own: slice  # the rows of `own_ND` in it


class Student:
    """Encodes what one update needs of the student and carries the gradient of its loss back.

    With `micro_batch` above 0 the update keeps its effective batch, but never more than that many images or texts have
    their activations in memory. The terms couple the whole batch (the transposed text term and the image-image term
    normalise over all reference images), so gradients of parts of the batch cannot simply be summed. Instead all
    embeddings are computed first without a graph; the loss and its gradient by the embeddings are those of the whole
    batch; then every part is encoded once more and passes its rows of that gradient on. By the chain rule that is the
    plain update, up to the order of the sums (gradient caching: Gao et al., 2021, arXiv:2101.06983). Exact because
    the model is always in evaluation mode: the second encoding is the first.

    Ranks go the same way: each encodes its rows, all of them compute the loss of the whole batch, each passes its rows
    of the gradient on, and the gradients of the parameters are added up.
    """

    def __init__(self, micro_batch: int, ranks: Ranks, parameters: Sequence[Tensor], nothing: Tensor) -> None:
        """`nothing` is the embeddings [0, D] of a rank that has no row."""
        self._size, self._ranks, self._parameters, self._nothing = micro_batch, ranks, parameters, nothing
        self._pending: list[Encoded] = []

    def encode(self, encode: Encode, own_N: Tensor, sizes: Sequence[int]) -> Sequence[Tensor]:
        """Embeddings [size, D] of batches of these sizes. `own_N` are this rank's rows of them, behind each other."""
        in_parts = 0 < self._size < len(own_N)
        if self._ranks.alone and not in_parts:
            batches: Sequence[Tensor] = encode(own_N).split(list(sizes))
            return batches
        own_ND = self._in_parts(encode, own_N) if in_parts else encode(own_N) if len(own_N) else self._nothing
        shares = [self._ranks.shares(size) for size in sizes]
        counts = [[part.stop - part.start for part in ranked] for ranked in zip(*shares, strict=True)]
        ends = accumulate((sum(ranked) for ranked in counts), initial=0)
        blocks = [slice(start, stop) for start, stop in pairwise(ends)]  # rank by rank
        whole_ND = self._ranks.gather(own_ND, blocks).requires_grad_()
        self._pending.append(Encoded(encode, own_N, own_ND, whole_ND, blocks[self._ranks.rank]))
        pieces = whole_ND.split([count for ranked in counts for count in ranked])
        return [torch.cat(pieces[i :: len(sizes)]) for i in range(len(sizes))]

    def _in_parts(self, encode: Encode, inputs_N: Tensor) -> Tensor:
        with torch.no_grad():
            return torch.cat([encode(part) for part in inputs_N.split(self._size)])

    def backward(self, total: Tensor, *, more: bool = False) -> None:
        """Add the gradient of `total` to that of the parameters; `more` where another part of the loss follows."""
        before = self._put_aside()
        if total.requires_grad:
            total.backward(retain_graph=more)
        for encoded in self._pending:
            if encoded.whole_ND.grad is not None:
                self._pass_on(encoded, encoded.whole_ND.grad[encoded.own], more)
                encoded.whole_ND.grad = None
        if not more:
            self._pending.clear()
        self._ranks.add_gradients(self._parameters)
        for parameter, gradient in before:
            parameter.grad = gradient if parameter.grad is None else gradient.add_(parameter.grad)

    def _put_aside(self) -> list[tuple[Tensor, Tensor]]:
        """The gradients of an earlier part of the loss: those of all ranks already, so they must not be added again."""
        if self._ranks.alone:
            return []
        before = [(parameter, parameter.grad) for parameter in self._parameters if parameter.grad is not None]
        for parameter, _ in before:
            parameter.grad = None
        return before

    def _pass_on(self, encoded: Encoded, gradient_ND: Tensor, more: bool) -> None:
        if encoded.own_ND.requires_grad:
            encoded.own_ND.backward(gradient_ND, retain_graph=more)
        elif self._size and len(encoded.inputs_N) > self._size:
            parts = zip(encoded.inputs_N.split(self._size), gradient_ND.split(self._size), strict=True)
            for part, gradient in parts:
                embeddings = encoded.encode(part)
                if embeddings.requires_grad:
                    embeddings.backward(gradient)

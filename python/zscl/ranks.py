"""Several processes that compute one update together: who has which rows, and what they tell each other.

Every rank executes the same commands on the same slots. Encoding is dealt out by the rows of a batch; embeddings are
gathered, so that every rank has the loss of the whole batch, and gradients are added up in the order of the ranks.
Nothing depends on the order in which a library reduces: the same number of ranks gives the same bits on any network.
The only module that knows torch.distributed.
"""

from __future__ import annotations

import datetime
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import torch
import torch.distributed as dist
from torch import Tensor
from torch._C import _distributed_c10d as c10d

from zscl.commands import ZsclError

# A rank may wait for another that decodes or writes; what hangs is ended from outside, by the budget of its section.
PATIENCE = datetime.timedelta(days=7)


def share(size: int, rank: int, count: int) -> slice:
    """The rows of `rank`: neighbours, and no rank has two more than another."""
    each, left = divmod(size, count)
    start = rank * each + min(rank, left)
    return slice(start, start + each + (rank < left))


@dataclass
class Ranks:
    """This process among `count`. Alone it has all rows, and tells nobody anything."""

    rank: int = 0
    count: int = 1
    device: str = ""  # where it is not alone
    sent: int = 0  # bytes of embeddings, gradients and sums
    _talk: Any = None  # the group whose tensors lie on the CPU
    _buffers: dict[str, Tensor] = field(default_factory=dict)

    @property
    def alone(self) -> bool:
        return self.count == 1

    @property
    def is_first(self) -> bool:
        return self.rank == 0

    def share(self, size: int) -> slice:
        """This rank's rows of a batch."""
        return share(size, self.rank, self.count)

    def shares(self, size: int) -> list[slice]:
        return [share(size, rank, self.count) for rank in range(self.count)]

    def shares_of_batches(self, size: int, batch: int) -> list[slice]:
        """The rows of every rank where whole batches are dealt out: each batch is encoded as by one process alone."""
        batches = -(-size // batch)
        found = (share(batches, rank, self.count) for rank in range(self.count))
        return [slice(part.start * batch, min(part.stop * batch, size)) for part in found]

    def gather(self, own: Tensor, shares: Sequence[slice]) -> Tensor:
        """The rows of all ranks, [N, ...], from those of this one; without gradient."""
        own = own.detach()
        if self.alone:
            return own
        whole = own.new_empty((max(part.stop for part in shares), *own.shape[1:]))
        whole[shares[self.rank]] = own
        self._exchange(dict.fromkeys(self._others, own), {peer: whole[shares[peer]] for peer in self._others})
        return whole

    def add_gradients(self, parameters: Sequence[Tensor]) -> None:
        """Every `.grad` becomes the sum over the ranks, the same bits on each; None where no rank has one."""
        if self.alone:
            return
        present = torch.tensor([parameter.grad is not None for parameter in parameters], dtype=torch.uint8)
        dist.all_reduce(present, dist.ReduceOp.MAX, group=self._talk)
        summed = [parameter for parameter, there in zip(parameters, present.tolist(), strict=True) if there]
        if not summed:
            return
        for parameter in summed:
            if parameter.grad is None:
                parameter.grad = torch.zeros_like(parameter)
        gradients = [parameter.grad for parameter in summed if parameter.grad is not None]
        size = sum(gradient.numel() for gradient in gradients)
        each = -(-size // self.count)
        flat = self._buffer("flat", each * self.count, gradients[0])
        places = flat[:size].split([gradient.numel() for gradient in gradients])
        views = [place.view_as(gradient) for place, gradient in zip(places, gradients, strict=True)]
        torch._foreach_copy_(views, gradients)
        self._sum(flat.view(self.count, each))
        torch._foreach_copy_(gradients, views)

    def _sum(self, pieces: Tensor) -> None:
        """[ranks, n] becomes its sum over the processes: each adds up one piece, in the order of the ranks."""
        received = self._buffer("received", pieces.numel(), pieces).view_as(pieces)
        self._exchange({peer: pieces[peer] for peer in self._others}, {peer: received[peer] for peer in self._others})
        received[self.rank] = pieces[self.rank]
        total = pieces[self.rank].copy_(received[0])
        for peer in range(1, self.count):
            total += received[peer]
        self._exchange(dict.fromkeys(self._others, total), {peer: pieces[peer] for peer in self._others})

    def agree(self, yes: bool) -> bool:
        """What the first rank says."""
        if self.alone:
            return yes
        answer = torch.tensor([yes], dtype=torch.uint8)
        dist.broadcast(answer, 0, group=self._talk)
        return bool(answer.item())

    def from_first(self, tensor: Tensor) -> Tensor:
        """The first rank's tensor, on the CPU; the others give one of its shape and type, which is filled."""
        if not self.alone:
            dist.broadcast(tensor, 0, group=self._talk)
        return tensor

    def total(self, number: int) -> int:
        """The sum over the ranks."""
        if self.alone:
            return number
        total = torch.tensor([number], dtype=torch.int64)
        dist.all_reduce(total, group=self._talk)
        return int(total.item())

    def require_same(self, weights: Sequence[Tensor], when: str) -> None:
        """Raises device-unavailable where ranks that should hold the same weights do not."""
        if self.alone:
            return
        sums = torch.stack([weight.detach().view(_BITS[weight.dtype]).sum(dtype=torch.int64) for weight in weights])
        own = sums.sum().reshape(1).cpu()
        found = [torch.empty_like(own) for _ in range(self.count)]
        dist.all_gather(found, own, group=self._talk)
        other = next((rank for rank, one in enumerate(found) if not torch.equal(one, found[0])), None)
        if other is not None:
            raise ZsclError(
                "device-unavailable",
                f"ranks 0 and {other} hold different weights {when}: their CPUs or GPUs round differently. "
                "Use devices of one kind.",
                state_good=False,
            )

    @property
    def _others(self) -> list[int]:
        return [peer for peer in range(self.count) if peer != self.rank]

    def _buffer(self, name: str, size: int, like: Tensor) -> Tensor:
        """Room that is kept: for hundreds of megabytes the system would take longer than the network."""
        held = self._buffers.get(name)
        if held is None or held.shape != (size,) or held.dtype != like.dtype or held.device != like.device:
            held = self._buffers[name] = like.new_zeros(size)
        return held

    def _exchange(self, outgoing: dict[int, Tensor], incoming: dict[int, Tensor]) -> None:
        asked = [dist.P2POp(dist.isend, tensor.contiguous(), to) for to, tensor in outgoing.items() if tensor.numel()]
        asked += [dist.P2POp(dist.irecv, tensor, by) for by, tensor in incoming.items() if tensor.numel()]
        if asked:
            self.sent += sum(tensor.numel() * tensor.element_size() for tensor in outgoing.values())
            for work in dist.batch_isend_irecv(asked):
                work.wait()


_BITS = {torch.float32: torch.int32, torch.float64: torch.int64}


@dataclass(frozen=True)
class Meeting:
    """Where ranks find each other: `file:PATH` on one machine, `HOST:PORT` on several."""

    address: str
    _store: Any = None

    @classmethod
    def in_file(cls, path: Path) -> Meeting:
        """Only who can reach the file can join."""
        return cls(f"{_FILE}{path}")

    @classmethod
    def at_host(cls, host: str, count: int) -> Meeting:
        """Listens at a free port of this host, as torch does it: to all who can reach it."""
        store = c10d.TCPStore("0.0.0.0", 0, count, True, PATIENCE, wait_for_workers=False)
        return cls(f"{host}:{store.port}", store)

    def join(self, rank: int, count: int, device: str) -> Ranks:
        """Returns when all are there. Between processes of one machine everything goes over its loopback interface."""
        backend = "nccl" if device.startswith("cuda") else "gloo"
        dist.init_process_group(
            backend, store=self._store or self._found(count), rank=rank, world_size=count, timeout=PATIENCE
        )
        talk = dist.new_group(backend="gloo", timeout=PATIENCE) if backend == "nccl" else None
        return Ranks(rank, count, device, _talk=talk)

    def _found(self, count: int) -> Any:  # noqa: ANN401 - a store of torch, which has no common type for them
        if self.address.startswith(_FILE):
            os.environ["GLOO_SOCKET_IFNAME"] = "lo" if sys.platform == "linux" else "lo0"
            return c10d.FileStore(self.address.removeprefix(_FILE), count)
        host, _, port = self.address.rpartition(":")
        return c10d.TCPStore(host, int(port), count, False, PATIENCE)


_FILE = "file:"


def encode_in_batches(
    ranks: Ranks,
    size: int,
    batch: int,
    encode: Callable[[slice], Tensor],
    progress: Callable[[int, int], object],
    nothing: Tensor,
) -> Tensor:
    """Embeddings [N, D] of `size` rows, batch by batch, dealt out; `nothing` is those [0, D] of no row."""
    shares = ranks.shares_of_batches(size, batch)
    own, chunks = shares[ranks.rank], [nothing]
    for start in range(own.start, own.stop, batch):
        rows = slice(start, min(start + batch, own.stop))
        chunks.append(encode(rows))
        progress(min(size, (rows.stop - own.start) * ranks.count), size)
    return ranks.gather(torch.cat(chunks), shares)

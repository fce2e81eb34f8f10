"""What tensors are the same as others."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor

import torch
from torch import Tensor

from zscl.machine import processors

PIECE = 64 << 20  # bytes that one thread hashes at a time


def digest(tensors: Mapping[str, Tensor]) -> str:
    """SHA-256 over the sorted names, types, shapes and bytes."""
    total = hashlib.sha256()
    for name in sorted(tensors):
        tensor = tensors[name].detach()
        total.update(f"{name}\0{tensor.dtype}\0{tuple(tensor.shape)}\0".encode())
        total.update(tensor.cpu().contiguous().flatten().view(torch.uint8).numpy().data)
    return total.hexdigest()


def digest_in_pieces(tensors: Mapping[str, Tensor]) -> str:
    """SHA-256 over names, types, shapes and the SHA-256 of every piece of the bytes: hashed by all processors at once.

    Of another value than `digest`; for caches of gigabytes, whose check is waited for.
    """
    total = hashlib.sha256()
    with ThreadPoolExecutor(processors()) as pool:
        for name in sorted(tensors):
            tensor = tensors[name].detach()
            total.update(f"{name}\0{tensor.dtype}\0{tuple(tensor.shape)}\0".encode())
            content = memoryview(tensor.cpu().contiguous().flatten().view(torch.uint8).numpy().data)
            pieces = (content[start : start + PIECE] for start in range(0, len(content), PIECE))
            for piece in pool.map(lambda part: hashlib.sha256(part).digest(), pieces):  # hashing lets go of the GIL
                total.update(piece)
    return total.hexdigest()

"""What the device can do: its name, matrix products of 8192 x 8192, a copy in its memory."""

from __future__ import annotations

import os
import platform

import torch
from common import emit, now, options

SIDE, TINY_SIDE, PRODUCTS = 8192, 256, 20


def matrix_product(device: torch.device, dtype: torch.dtype, side: int) -> float:
    """TFLOP/s of random matrices, the median of three rounds."""
    a, b = (torch.randn(side, side, device=device).to(dtype) for _ in range(2))
    rates = []
    for _ in range(4):
        started = now(device)
        for _ in range(PRODUCTS):
            a @ b
        rates.append(2 * side**3 * PRODUCTS / (now(device) - started) / 1e12)
    return sorted(rates[1:])[1]


def copy_bandwidth(device: torch.device, side: int) -> float:
    """TB/s, bytes read and written."""
    source = torch.empty(8 * side * side, device=device)
    target = torch.empty_like(source)
    target.copy_(source)
    started = now(device)
    for _ in range(PRODUCTS):
        target.copy_(source)
    return 2 * source.nbytes * PRODUCTS / (now(device) - started) / 1e12


def stage() -> None:
    o, _ = options()
    device = torch.device(o.device)
    cuda = device.type == "cuda"
    side = SIDE if cuda else TINY_SIDE
    emit(
        device=torch.cuda.get_device_name(device) if cuda else platform.machine(),
        memory_gb=torch.cuda.get_device_properties(device).total_memory / 1e9 if cuda else None,
        cores=os.cpu_count(),
        torch=torch.__version__,
        python=platform.python_version(),
        copy_tb_per_s=copy_bandwidth(device, side),
    )
    for precision in ("fp32", "tf32", "bf16") if cuda else ("fp32", "bf16"):
        torch.set_float32_matmul_precision("high" if precision == "tf32" else "highest")
        dtype = torch.bfloat16 if precision == "bf16" else torch.float32
        emit(matrix_product=precision, tflops=matrix_product(device, dtype, side))

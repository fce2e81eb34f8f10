"""Where and how exactly tensors are computed: device, threads, precision. The only module that sets torch's globals."""

from __future__ import annotations

import importlib.util
import os
import shutil
from dataclasses import dataclass, field

import torch

from zscl.commands import ZsclError
from zscl.machine import MOST_RANKS, keep_freed_memory, processors
from zscl.ranks import Ranks

PRECISIONS = ("fp32", "tf32", "bf16")


@dataclass(frozen=True)
class Compute:
    """The device a session runs on and what it reports about it."""

    device: torch.device
    words: str
    threads: int
    precision: str
    compiled: bool = False
    ranks: Ranks = field(default_factory=Ranks)


def available_devices() -> tuple[str, ...]:
    """Names that `device` can have on this machine."""
    cuda = [f"cuda:{i}" for i in range(torch.cuda.device_count())]
    mps = ["mps"] if torch.backends.mps.is_available() else []
    return ("cpu", *cuda, *mps)


def choose_device(name: str) -> torch.device:
    """Resolve `auto | cpu | cuda | cuda:N | mps`. Raises device-unavailable or bad-input."""
    available = available_devices()
    if name == "auto":
        return torch.device(available[1] if len(available) > 1 and available[1] != "mps" else "cpu")
    wanted = "cuda:0" if name == "cuda" else name
    if wanted in available:
        return torch.device(wanted)
    if wanted != "mps" and not (wanted.startswith("cuda:") and wanted[5:].isdigit()):
        raise ZsclError("bad-input", f"`device` is `{name}`; expected auto, cpu, cuda, cuda:N or mps")
    raise ZsclError(
        "device-unavailable",
        f"`device` is `{name}`, but this machine has {', '.join(available)}. Use one of these, or `auto`.",
    )


def rank_devices(device: str, devices: str) -> tuple[str, ...]:
    """The device of every rank: `devices` is empty, a number, `all`, or names with commas between them.

    A number is of GPUs where `device` means them, else of processes on the CPU. Raises bad-input, and
    device-unavailable where this machine has too few.
    """
    if not devices:
        return (device,)
    gpus = [name for name in available_devices() if name.startswith("cuda:")]
    are_named = "cuda:" in devices
    fitting = ("auto", "cuda") if are_named else ("auto", "cpu", "cuda")
    if device not in fitting:
        known = " or ".join(fitting)
        raise ZsclError("bad-input", f"`devices` is `{devices}` with `device: {device}`; set that to {known}")
    if are_named:
        return _named_gpus(devices.split(","), gpus)
    if devices == "all":
        if gpus and device != "cpu":
            return tuple(gpus)
        raise ZsclError(
            "device-unavailable",
            "`devices: all` means all GPUs, and this machine has none. Give a number for processes on the CPU.",
        )
    if not devices.isdigit() or not 1 <= int(devices) <= MOST_RANKS:
        raise ZsclError("bad-input", f"`devices` is `{devices}`; expected 1 to {MOST_RANKS}, all, or a list of cuda:N")
    count = int(devices)
    if device == "cpu" or (device == "auto" and not gpus):
        return ("cpu",) * count
    if count > len(gpus):
        raise ZsclError(
            "device-unavailable",
            f"`devices` is {count}, but this machine has {len(gpus)} GPUs. Lower it, or set `device: cpu`.",
        )
    return tuple(gpus[:count])


def _named_gpus(names: list[str], gpus: list[str]) -> tuple[str, ...]:
    missing = [name for name in names if name not in gpus]
    if missing:
        have = ", ".join(gpus) or "no GPU"
        raise ZsclError("device-unavailable", f"`devices` names {', '.join(missing)}, but this machine has {have}.")
    if len({*names}) < len(names):
        raise ZsclError("bad-input", f"`devices` names a GPU twice: {', '.join(names)}")
    return tuple(names)


def set_up_compute(
    name: str, threads: int, precision: str, compiled: bool = False, ranks: Ranks | None = None
) -> Compute:
    """Choose the device and fix everything that makes two runs on it bit-equal.

    `threads` 0 takes every processor the process may use: results with 1 and 2 threads differ in the last bits, so the
    number is fixed here and reported. Raises bad-input and device-unavailable.
    """
    ranks = ranks or Ranks()
    if precision not in PRECISIONS:
        raise ZsclError("bad-input", f"`precision` is `{precision}`; expected one of {', '.join(PRECISIONS)}")
    device = choose_device(name)
    if precision == "tf32" and device.type != "cuda":
        raise ZsclError("bad-input", f"`precision: tf32` needs a CUDA device; on {device} use fp32 or bf16")
    threads = threads or processors()
    torch.set_num_threads(threads)
    if device.type == "cpu":
        keep_freed_memory()
    torch.set_float32_matmul_precision("high" if precision == "tf32" else "highest")
    torch.backends.cudnn.allow_tf32 = precision == "tf32"
    # The fused inference attention gains nothing here and would give teacher and student different kernels.
    torch.backends.mha.set_fastpath_enabled(False)
    if device.type == "cuda":
        os.environ.setdefault("CUBLAS_WORKSPACE_CONFIG", ":4096:8")  # cuBLAS is deterministic only with it
        # Not warn_only: with it the attention kernels still take their faster, nondeterministic backward.
        torch.use_deterministic_algorithms(True)
        torch.utils.deterministic.fill_uninitialized_memory = False  # type: ignore[attr-defined]
        torch.cuda.set_device(device)
    where = str(device) if ranks.alone else f"{ranks.count} x {device.type}"
    words = f"{where} {torch.cuda.get_device_name(device)}" if device.type == "cuda" else where
    if compiled:
        require_compiler(device)
    return Compute(device, words, threads, precision, compiled, ranks)


def upload(tensor: torch.Tensor, device: torch.device) -> torch.Tensor:
    """A CPU tensor on `device`; the caller goes on at once, and the device takes it from pinned memory in its turn.

    A plain copy from pageable memory would wait until the device has done everything that was asked of it before.
    """
    if device.type != "cuda" or tensor.device.type != "cpu":
        return tensor.to(device)
    return tensor.pin_memory().to(device, non_blocking=True)


class Beside:
    """On CUDA what is launched in the block runs beside what comes after it, until `join`; elsewhere in its turn.

    What the block makes may be used after `join`, and the backward of it runs beside that of the rest.
    """

    def __init__(self, device: torch.device) -> None:
        self._stream = torch.cuda.Stream(device) if device.type == "cuda" else None
        self._entered: torch.cuda.StreamContext | None = None

    def __enter__(self) -> None:
        if self._stream is not None:
            self._stream.wait_stream(torch.cuda.current_stream())
            self._entered = torch.cuda.stream(self._stream)
            self._entered.__enter__()

    def __exit__(self, *error: object) -> None:
        if self._entered is not None:
            self._entered.__exit__(*error)

    def join(self) -> None:
        if self._stream is not None:
            torch.cuda.current_stream().wait_stream(self._stream)


def require_compiler(device: torch.device) -> None:
    """What torch.compile needs on this device. Raises device-unavailable naming what is missing."""
    compiler = os.environ.get("CXX", "g++")
    missing = {
        "cpu": None if shutil.which(compiler) else f"a C++ compiler (`{compiler}`, or the one that CXX names)",
        "cuda": None if importlib.util.find_spec("triton") else "the Python package `triton`",
    }.get(device.type, f"a device that it supports, which {device} is not")
    if missing is not None:
        raise ZsclError("device-unavailable", f"`compile: true` needs {missing}. Install it, or set `compile: false`.")

"""torchvision and open_clip, imported as they are needed here. Import this before anything that touches either.

torchvision's usual Linux wheel is built for CUDA. Beside a CPU build of torch its native operators do not load and
the import dies with "operator torchvision::nms does not exist", although nothing here uses those operators. Only after
that failure the two missing schemas are declared and the import is tried again.

Two things made up most of what the import took, and hardly any model needs them. torchvision imports all of
torch._dynamo for a question that nobody asks: it is answered when it is asked. torch's optimisers do so to keep their
methods from being compiled, which nothing here does. And open_clip imports timm for towers that few models have: see
`bring_timm`.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from inspect import isfunction
from types import ModuleType
from typing import Any

import torch

_library: torch.library.Library | None = None  # the declared schemas live as long as this object


def _declare_missing_operators() -> torch.library.Library:
    library = torch.library.Library("torchvision", "FRAGMENT")
    for name in ("nms", "qnms"):
        library.define(f"{name}(Tensor dets, Tensor scores, float iou_threshold) -> Tensor")
    return library


def _is_compile_supported(device: Any) -> bool:  # noqa: ANN401 - torch's own signature differs by version
    return bool(importlib.import_module("torch._dynamo.utils").is_compile_supported(device))


@contextmanager
def _in_place_of(name: str, module: ModuleType | None) -> Iterator[None]:
    """While it lasts, `import name` finds `module`, or nothing for None; where it is loaded already, it stays."""
    if name in sys.modules:
        yield
        return
    sys.modules[name] = module  # type: ignore[assignment]  # None is what stops an import
    try:
        yield
    finally:
        del sys.modules[name]


def _import_torchvision() -> None:
    """Raises RuntimeError where the operators are missing."""
    question = ModuleType("torch._dynamo.utils")
    question.__dict__["is_compile_supported"] = _is_compile_supported
    try:
        with _in_place_of(question.__name__, question):
            importlib.import_module("torchvision")
    except ImportError:  # a version that asks more of it
        _forget("torchvision")
        importlib.import_module("torchvision")


def _forget(package: str) -> None:
    for module in [m for m in sys.modules if m == package or m.startswith(f"{package}.")]:
        del sys.modules[module]


try:
    _import_torchvision()
except RuntimeError as error:
    if "torchvision::nms" not in str(error):
        raise
    _forget("torchvision")
    _library = _declare_missing_operators()
    _import_torchvision()


def _compile_no_optimiser() -> None:
    """What torch._disable_dynamo would make of a guarded method, without torch._dynamo: the method itself."""
    for method in vars(torch.optim.Optimizer).values():
        guarded = getattr(method, "__wrapped__", None)
        if guarded is not None and isfunction(method) and method.__code__.co_filename.endswith("_compile.py"):
            setattr(guarded, "__dynamo_disable", guarded)


_compile_no_optimiser()
with _in_place_of("timm", None):
    open_clip = importlib.import_module("open_clip")


def bring_timm() -> None:
    """Import timm, without which open_clip makes no model with a tower of it. Harmless when done before."""
    tower = sys.modules["open_clip.timm_model"]
    if tower.timm is None:
        importlib.reload(tower)
        sys.modules["open_clip.model"].TimmModel = tower.TimmModel  # type: ignore[attr-defined]

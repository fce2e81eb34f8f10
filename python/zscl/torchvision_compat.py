"""Makes torchvision importable beside a CPU-only torch. Import this before anything that touches torchvision.

torchvision's usual Linux wheel is built for CUDA. Beside a CPU build of torch its native operators do not load and
the import dies with "operator torchvision::nms does not exist", although nothing here uses those operators. Only after
that failure the two missing schemas are declared and the import is tried again.
"""

import importlib
import sys

import torch

_library: torch.library.Library | None = None  # the declared schemas live as long as this object


def _declare_missing_operators() -> torch.library.Library:
    library = torch.library.Library("torchvision", "FRAGMENT")
    for name in ("nms", "qnms"):
        library.define(f"{name}(Tensor dets, Tensor scores, float iou_threshold) -> Tensor")
    return library


try:
    importlib.import_module("torchvision")
except RuntimeError as error:
    if "torchvision::nms" not in str(error):
        raise
    for _module in [m for m in sys.modules if m == "torchvision" or m.startswith("torchvision.")]:
        del sys.modules[_module]
    _library = _declare_missing_operators()
    importlib.import_module("torchvision")

"""CIFAR100 (Python version) and MNIST (idx files): all images of a split in one file."""

from __future__ import annotations

import gzip
import pickle
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from zscl.commands import DatasetSpec, ZsclError
from zscl.data.listing import Listing, Split
from zscl.data.readers.layout import check_split, class_names, root_of, templates_of


@dataclass(frozen=True)
class ArrayImages:
    """Images of one file: uint8 [N, H, W, 3], or [N, H, W] for grey."""

    path: str
    pixels: NDArray[np.uint8]

    def __len__(self) -> int:
        return len(self.pixels)

    def open(self, index: int) -> Image.Image:
        return Image.fromarray(self.pixels[index])

    def name(self, index: int) -> str:
        return f"{self.path}#{index}"


class _ArrayUnpickler(pickle.Unpickler):
    """CIFAR is published as pickles; only what builds a numpy array is allowed in them, so no code can run."""

    ALLOWED = frozenset({"_reconstruct", "ndarray", "dtype"})

    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401
        is_array = module.split(".")[0] == "numpy" and name in self.ALLOWED
        if not is_array and (module, name) != ("_codecs", "encode"):  # how Python 3 writes bytes in protocol 2
            raise pickle.UnpicklingError(f"`{module}.{name}` does not belong in a CIFAR file")
        return super().find_class(module, name)


def read_cifar100(spec: DatasetSpec) -> Listing:
    """Checksums are the business of `zscl data verify`: reading also serves a subset in the same layout."""
    check_split(spec, coop=False)
    folder = root_of(spec, "meta", "cifar-100-python")
    names = _unpickled(folder / "meta", spec)["fine_label_names"]
    train, test = (_cifar_split(folder / part, spec) for part in ("train", "test"))
    return Listing(class_names(spec, names), templates_of(spec), train, test, ids=tuple(names))


def read_cifar10(spec: DatasetSpec) -> Listing:
    """Five batches train and one tests; a dataset that the authors measure after every task and never train."""
    check_split(spec, coop=False)
    folder = root_of(spec, "batches.meta", "cifar-10-batches-py")
    names = _unpickled(folder / "batches.meta", spec)["label_names"]
    batches = [_cifar_split(folder / f"data_batch_{number}", spec, "labels") for number in range(1, 6)]
    arrays = [batch.images for batch in batches]
    pixels = np.concatenate([images.pixels for images in arrays if isinstance(images, ArrayImages)])
    labels = np.concatenate([batch.labels for batch in batches])
    train = Split(ArrayImages(str(folder), pixels), labels)
    test = _cifar_split(folder / "test_batch", spec, "labels")
    return Listing(class_names(spec, names), templates_of(spec), train, test, ids=tuple(names))


def _cifar_split(path: Path, spec: DatasetSpec, labels_key: str = "fine_labels") -> Split:
    entry = _unpickled(path, spec)
    pixels = np.asarray(entry["data"], dtype=np.uint8).reshape(-1, 3, 32, 32).transpose(0, 2, 3, 1)
    labels = np.asarray(entry[labels_key], dtype=np.int64)
    return Split(ArrayImages(str(path), np.ascontiguousarray(pixels)), labels)


def _unpickled(path: Path, spec: DatasetSpec) -> dict[str, Any]:
    if not path.is_file():
        raise ZsclError("data-not-found", f"dataset `{spec.name}` is incomplete: `{path}` is missing")
    try:
        with path.open("rb") as file:
            entry: dict[str, Any] = _ArrayUnpickler(file, encoding="latin1").load()
    except (pickle.UnpicklingError, EOFError) as cause:
        raise ZsclError("bad-input", f"`{path}` is not a file of CIFAR: {cause}") from cause
    return entry


def read_mnist(spec: DatasetSpec) -> Listing:
    check_split(spec, coop=False)
    folder = root_of(spec, "raw", "MNIST") / "raw"
    train, test = (
        Split(
            ArrayImages(str(path := _idx_path(folder, f"{part}-images-idx3-ubyte", spec)), _idx(path, 3)),
            _idx(_idx_path(folder, f"{part}-labels-idx1-ubyte", spec), 1).astype(np.int64),
        )
        for part in ("train", "t10k")
    )
    digits = [str(digit) for digit in range(10)]
    return Listing(class_names(spec, digits), templates_of(spec), train, test, ids=tuple(digits))


def _idx_path(folder: Path, name: str, spec: DatasetSpec) -> Path:
    for path in (folder / name, folder / f"{name}.gz"):
        if path.is_file():
            return path
    raise ZsclError("data-not-found", f"dataset `{spec.name}` is incomplete: `{folder / name}` is missing")


def _idx(path: Path, dimensions: int) -> NDArray[np.uint8]:
    """An idx file: two zero bytes, the type (8 = uint8), the number of dimensions, big-endian sizes, the values."""
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    start = 4 + 4 * dimensions
    sizes = [int(size) for size in np.frombuffer(data[4:start], dtype=">u4")]
    if data[:4] != bytes([0, 0, 8, dimensions]) or len(data) - start != int(np.prod(sizes)):
        raise ZsclError("bad-input", f"`{path}` is not an idx file of {dimensions} dimensions, or is cut short")
    return np.frombuffer(data, dtype=np.uint8, offset=start).reshape(sizes)

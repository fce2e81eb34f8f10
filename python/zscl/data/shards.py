"""WebDataset shards: tar files in which the files of one sample follow each other and share a name up to the first dot.

`s001.jpg`, `s001.cls`, `s001.json`, `s001.txt`: the layout of https://github.com/webdataset/webdataset, in which the
hub and img2dataset have most large sets. Images are read at their place; nothing is unpacked.
"""

from __future__ import annotations

import json
import os
import re
import tarfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch

from zscl.cache import cached, content_key
from zscl.commands import DatasetSpec, ZsclError
from zscl.data import inside
from zscl.data.rows import SPLIT_NAMES, Rows, test_split_of
from zscl.data.scan import ENDINGS
from zscl.regular import regular

COMPRESSED = (".tar.gz", ".tgz", ".tar.zst", ".tar.xz", ".tar.bz2")
LONGEST_TEXT = 1 << 20  # bytes of a class, a caption or a JSON
CLASS_NAMES = "classnames.txt"  # of a number per image; the CLIP benchmarks of the hub have it


@dataclass(frozen=True)
class Sample:
    """One sample of a shard: where each of its files lies, by its ending without the first dot, in small letters."""

    file: str
    name: str
    members: Mapping[str, tuple[int, int, str]]  # offset, size, whole name

    def text(self, ending: str) -> str:
        """Raises bad-input for what is no short UTF-8 text."""
        offset, size, name = self.members[ending]
        where = f"{self.file}, {name}"
        if size > LONGEST_TEXT:
            raise ZsclError("bad-input", f"{where}: expected a text, got {size:,} bytes")
        try:
            return inside.read_member(self.file, offset, size).decode("utf-8-sig").strip()
        except UnicodeDecodeError as error:
            raise ZsclError("bad-input", f"{where}: not UTF-8 text ({error.reason} at byte {error.start})") from error

    def value(self, key: str) -> str | None:
        """Of the file with this ending, or under this key of its JSON; None where there is neither."""
        if key in self.members:
            return self.text(key)
        if "json" not in self.members:
            return None
        try:
            found = json.loads(self.text("json"))
        except (json.JSONDecodeError, RecursionError) as error:
            raise ZsclError("bad-input", f"{self.file}, {self.members['json'][2]}: not JSON ({error})") from error
        value = found.get(key) if isinstance(found, dict) else None
        return str(value).strip() if isinstance(value, str | int) and not isinstance(value, bool) else None

    def image(self, ending: str) -> str:
        """The path of its image: with this ending, or the only one; '' where it has none. Raises bad-input for two."""
        found = [one for one in self.members if (one == ending if ending else f".{one.rpartition('.')[2]}" in ENDINGS)]
        if len(found) > 1:
            what = f"{self.file}: `{self.name}` has several images ({', '.join(found)})"
            raise ZsclError("bad-input", f"{what}; say which with `image_column`")
        return inside.member_path(self.file, *self.members[found[0]]) if found else ""


def parts(root: Path) -> dict[str, list[Path]]:
    """The shards of every split, found by the words in their names or by their folder
    (`train`, `test`, …, or `data`); empty where there are none.

    Raises bad-input where there are none but compressed ones, which cannot be read at a place.
    """
    found: dict[str, list[Path]] = {}
    packed: Path | None = None
    if not root.is_dir():
        return {}
    parts_of = (entry for entry in sorted(root.iterdir()) if entry.name == "data" or entry.name.lower() in SPLIT_NAMES)
    places = [root, *(entry for entry in parts_of if entry.is_dir())]
    for place in places:
        files = [file for file in place.iterdir() if file.name.lower().endswith((".tar", *COMPRESSED))]
        for file in sorted(files, key=lambda one: _numbered(one.name)):
            if file.name.lower().endswith(COMPRESSED):
                packed = packed or file
            elif file.suffix == ".tar" and not file.name.startswith("."):
                found.setdefault(_split_of(file, root), []).append(file)
    if packed is not None and not found:
        raise ZsclError(
            "bad-input", f"{packed} is compressed, so its images cannot be read in place; decompress it to a .tar"
        )
    return found


def _numbered(name: str) -> list[tuple[int, str]]:
    """Shard 10 comes after shard 9."""
    return [(int(word), "") if word.isdigit() else (-1, word) for word in re.split(r"(\d+)", name)]


def _split_of(file: Path, root: Path) -> str:
    words = [*re.split(r"[^a-z0-9]+", file.stem.lower())]
    if file.parent != root:
        words.insert(0, file.parent.name.lower())
    return next((SPLIT_NAMES[word] for word in words if word in SPLIT_NAMES), "train")


def samples(file: Path, cache_folder: str) -> Iterator[Sample]:
    """The samples of one shard, in its order; where its files lie is kept in the cache.

    Raises data-not-found and bad-input for what is not a complete tar file.
    """
    key = _key_of(file, "shard")

    def read() -> dict[str, torch.Tensor]:
        found = _members(file)
        names = bytearray("".join(f"{name}\0" for name, _, _ in found).encode(errors="surrogateescape") or b"\0")
        places = torch.tensor([place[1:] for place in found], dtype=torch.int64).reshape(-1, 2)
        return {"names": torch.frombuffer(names, dtype=torch.uint8), "places": places}

    tensors = cached(cache_folder, "shards", key, read)
    names = tensors["names"].numpy().tobytes().decode(errors="surrogateescape").split("\0")[:-1]
    current, members = "", dict[str, tuple[int, int, str]]()
    for name, (offset, size) in zip(names, tensors["places"].tolist(), strict=False):
        folder, _, base = name.rpartition("/")
        stem, _, ending = base.partition(".")
        if not stem or not ending:
            continue  # of the system, or without a name or an ending
        key = f"{folder}/{stem}" if folder else stem
        if key != current and members:
            yield Sample(str(file), current, members)
            members = {}
        current = key
        members[ending.lower()] = (offset, size, name)
    if members:
        yield Sample(str(file), current, members)


def _key_of(file: Path, what: str, *more: object) -> str:
    facts = regular(str(file))
    return content_key(what, os.path.abspath(file), facts.st_size, facts.st_mtime_ns, *more)


def _members(file: Path) -> list[tuple[str, int, int]]:
    """Name, offset and size of every file in a tar; links and devices in it are left alone."""
    try:
        with tarfile.open(file, "r:") as archive:
            found = [(one.name, one.offset_data, one.size) for one in archive if one.isreg() and not one.issparse()]
    except tarfile.TarError as error:
        raise ZsclError("bad-input", f"{file} is not a complete tar file ({error})") from error
    end = os.path.getsize(file)
    torn = next((name for name, offset, size in found if offset + size > end), None)
    if torn is not None:
        raise ZsclError("bad-input", f"{file} ends within `{torn}`: download it again")
    return found


def read_splits(splits: Mapping[str, Sequence[Path]], spec: DatasetSpec, cache_folder: str) -> tuple[Rows, Rows | None]:
    """The training and the test rows; None where a share of the former is to be held out.

    Raises bad-input for splits that are not there and for samples without an image or a class, naming the first.
    """
    test = test_split_of(splits, spec)
    names = _class_names(Path(spec.saved), spec)
    return _rows(splits[spec.split], names, spec, cache_folder), (
        _rows(splits[test], names, spec, cache_folder) if test else None
    )


def _class_names(root: Path, spec: DatasetSpec) -> list[str] | None:
    path = root / CLASS_NAMES
    if not path.is_file():
        return None
    try:
        names = [line.strip() for line in path.read_text("utf-8-sig").splitlines() if line.strip()]
    except UnicodeDecodeError as error:
        raise ZsclError("bad-input", f"dataset `{spec.name}`: {path} is not UTF-8 text ({error})") from error
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise ZsclError("bad-input", f"dataset `{spec.name}`: {path} gives two classes the name `{twice}`; rename one")
    return names


def _rows(files: Sequence[Path], names: list[str] | None, spec: DatasetSpec, cache_folder: str) -> Rows:
    paths, labels = list[str](), list[str]()
    image = "" if spec.image_column == "image" else spec.image_column.lower()
    for file in files:
        inside_it = [*samples(file, cache_folder)]
        values = _values(file, inside_it, spec, cache_folder)
        for sample, value in zip(inside_it, values, strict=True):
            where = f"dataset `{spec.name}`: {file}, `{sample.name}`"
            path = sample.image(image)
            if not path:
                wanted = f"`{image}` (`image_column`)" if image else "image"
                raise ZsclError("bad-input", f"{where} has no {wanted}; it has {', '.join(sample.members)}")
            paths.append(path)
            labels.append(_label(sample, value, names, where, spec))
    if not paths:
        raise ZsclError("bad-input", f"dataset `{spec.name}`: {files[0]} contains no samples (files that share a name)")
    order = None
    if names is not None:
        order = tuple(names)
    elif all(label.isdigit() for label in labels):
        order = tuple(sorted({*labels}, key=int))
    return Rows(tuple(paths), tuple(labels), order)


def _label_keys(spec: DatasetSpec) -> tuple[str, ...]:
    return ("cls", "label") if spec.label_column == "label" else (spec.label_column,)


def _values(file: Path, found: Sequence[Sample], spec: DatasetSpec, cache_folder: str) -> list[str]:
    """What every sample says of its class, '' for nothing: each is a file in the shard, so what was read is kept."""
    wanted = _label_keys(spec)

    def read() -> dict[str, torch.Tensor]:
        values = [next((value for key in wanted if (value := one.value(key)) is not None), "") for one in found]
        return {"json": torch.frombuffer(bytearray(json.dumps(values).encode()), dtype=torch.uint8)}

    kept = cached(cache_folder, "shards", _key_of(file, "values", wanted), read)["json"]
    values: list[str] = json.loads(kept.numpy().tobytes())
    return values


def _label(sample: Sample, found: str, names: list[str] | None, where: str, spec: DatasetSpec) -> str:
    """A class as text, or as a number that `classnames.txt` names."""
    if not found:
        wanted = _label_keys(spec)
        what = f"no class: expected a file `.{wanted[0]}`, or `{wanted[-1]}` in its `.json` (`label_column`)"
        raise ZsclError("bad-input", f"{where} has {what}; it has {', '.join(sample.members)}")
    if names is None or found in names:
        return found
    if found.isdigit() and int(found) < len(names):
        return names[int(found)]
    raise ZsclError("bad-input", f"{where}: class `{found}` is not among the {len(names)} in {CLASS_NAMES}")

"""Datasets of one's own: a folder per class, a table of paths and labels, or a Hugging Face dataset saved on disk."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from zscl import randomness
from zscl.commands import DatasetSpec, ZsclError
from zscl.data import saved, tables
from zscl.data.dataset import FileDataset
from zscl.data.decoding import Reading, is_scaled
from zscl.data.files import FileImages, Progress
from zscl.data.rows import TEST_PARTS, TRAIN_PARTS
from zscl.data.walk import walk
from zscl.randomness import Purpose

TEMPLATE = "a photo of a {}."
# Words that stand beside the names of parts.
BESIDE_PARTS = {"set", "data", "dataset", "image", "images", "img", "imgs"}
NAMED = 5  # files that a message names before it only counts them


@dataclass(frozen=True)
class Labelled:
    """Paths with the label of each, as it is called on disk."""

    paths: tuple[str, ...]
    labels: tuple[str, ...]
    facts: NDArray[np.int64] | None = None  # size and time [N, 2] of every file, where a listing knows them

    def files(self, cache_folder: str, reading: Reading) -> FileImages:
        return FileImages(self.paths, cache_folder, reading, self.facts)

    def only(self, kept: Sequence[int]) -> Labelled:
        facts = None if self.facts is None else self.facts[np.asarray(kept, dtype=np.int64)]
        return Labelled(tuple(self.paths[i] for i in kept), tuple(self.labels[i] for i in kept), facts)


def read_folder(spec: DatasetSpec, cache_folder: str, progress: Progress) -> FileDataset:
    """A folder of images per class. Raises data-not-found and bad-input, naming folder and class."""
    test = _folder(spec.test, spec.name, cache_folder) if spec.test else None
    train = _folder(spec.images, spec.name, cache_folder, without=spec.test)
    return _dataset(spec, train, test, cache_folder, progress)


def read_table(spec: DatasetSpec, cache_folder: str, progress: Progress) -> FileDataset:
    """CSV or TSV files with a column of paths, relative to the table or to `images`, and one of labels.

    With a column that says which rows are for what, one table is both sides.
    """
    if spec.split_column:
        train_rows, test_rows = tables.read_splits(spec.table, replace(spec, split=spec.split or "train"))
        test = None if test_rows is None else _labelled(test_rows)
        return _dataset(spec, _labelled(train_rows), test, cache_folder, progress)
    train = _labelled(tables.read(spec.table, spec))
    test = _labelled(tables.read(spec.test_table, spec)) if spec.test_table else None
    return _dataset(spec, train, test, cache_folder, progress)


def read_saved(spec: DatasetSpec, cache_folder: str, progress: Progress) -> FileDataset:
    """A Hugging Face dataset on disk; classes in the order of its ClassLabel, where it has one."""
    train, test = saved.read_splits(spec, cache_folder)
    test_part = None if test is None else Labelled(test.paths, test.labels)
    order = None if train.order is None else [label for label in train.order if label in {*train.labels}]
    return _dataset(spec, Labelled(train.paths, train.labels), test_part, cache_folder, progress, order)


def _dataset(
    spec: DatasetSpec,
    train: Labelled,
    test: Labelled | None,
    cache_folder: str,
    progress: Progress,
    order: Sequence[str] | None = None,
) -> FileDataset:
    labels = sorted({*train.labels}) if order is None else list(order)
    if test is None:
        train, test = _held_out(train, labels, spec)
    shared = {*train.paths} & {*test.paths}
    if shared and not _is_only_measured(spec):
        raise ZsclError(
            "bad-input",
            f"dataset `{spec.name}`: {len(shared)} images are in both the training and the test set; the first is "
            f"{min(shared)}. Remove them from one of the two.",
        )
    strangers = sorted({*test.labels} - {*labels})
    if strangers:
        raise ZsclError(
            "bad-input",
            f"dataset `{spec.name}`: the test images have the class `{strangers[0]}`, and no training image has it. "
            f"Classes: {_listed(labels)}.",
        )
    train, test = (
        _sample(part, size, spec.data_seed) for part, size in ((train, spec.train_size), (test, spec.test_size))
    )
    reading = Reading(scaled=is_scaled(spec.decoding))
    sides = [_whole(part.files(cache_folder, reading), part, spec, progress) for part in (train, test)]
    (train_files, train, train_skipped), (test_files, test, test_skipped) = sides
    if not len(train_files) or not len(test_files):
        counts = f"{len(train_files)} training and {len(test_files)} test images"
        raise ZsclError("bad-input", f"dataset `{spec.name}` has {counts}; both need at least one")
    index = {label: i for i, label in enumerate(labels)}
    return FileDataset(
        name=spec.name,
        classes=_class_names(labels, spec),
        templates=spec.templates or (TEMPLATE,),
        train=train_files,
        train_labels=torch.tensor([index[label] for label in train.labels]),
        test=test_files,
        test_labels=torch.tensor([index[label] for label in test.labels]),
        skipped=(*train_skipped, *test_skipped),
    )


def _is_only_measured(spec: DatasetSpec) -> bool:
    """True where one place is named twice, as `zscl eval` does: there is nothing to train on."""
    return spec.table == spec.test_table if spec.table else spec.images == spec.test


def _folder(path: str, name: str, cache_folder: str, without: str = "") -> Labelled:
    """Its images and their classes, `without` those of a test set that lies in it."""
    root = Path(path)
    if not root.is_dir():
        raise ZsclError("data-not-found", f"dataset `{name}`: there is no folder {root}")
    aside = os.path.abspath(without) if without else ""
    if not aside.startswith(f"{os.path.abspath(root)}{os.sep}"):
        aside = ""
    paths, labels, facts = list[str](), list[str](), list[NDArray[np.int64]]()
    for entry in _folders(root):
        label = tables.composed(entry.name)
        for found, found_facts in _images(entry, aside, cache_folder):
            paths += found
            labels += [label] * len(found)
            facts.append(found_facts)
    if not paths:
        raise ZsclError(
            "data-not-found",
            f"dataset `{name}`: no images in folders of {root}. Expected a folder per class that holds its images.",
        )
    _require_classes({*labels}, root, name)
    return Labelled(tuple(paths), tuple(labels), np.concatenate(facts))


def _require_classes(labels: set[str], root: Path, name: str) -> None:
    """Raises bad-input where the folders are the parts of a dataset: the test set would be a class to train on."""
    parts = {_part(label) for label in labels}
    if parts == {"train", "test"}:
        called = _listed(sorted(labels))
        raise ZsclError(
            "bad-input",
            f"dataset `{name}`: the folders of {root} are called {called}, which are splits, not classes. "
            "Name the one to train on in `images` and the one to test with in `test`.",
        )


def _part(label: str) -> str:
    """`train` or `test` for a name like `Train_Data` or `val2017` that says nothing else, else ''."""
    plain = unicodedata.normalize("NFD", re.sub(r"([a-z])([A-Z])", r"\1 \2", label)).lower()
    words = {*re.findall(r"[a-z]+", re.sub(r"[\u0300-\u036f]", "", plain))} - BESIDE_PARTS
    return ("train" if words <= TRAIN_PARTS else "test" if words <= TEST_PARTS else "") if words else ""


def _folders(root: Path) -> Iterator[Path]:
    yield from sorted(entry for entry in root.iterdir() if entry.is_dir() and not entry.name.startswith("."))


def _images(folder: Path, aside: str, cache_folder: str) -> Iterator[tuple[list[str], NDArray[np.int64]]]:
    """Images below a folder, not those in `aside`: folder by folder, with their sizes and times."""
    found = walk(str(folder), cache_folder, asks=True)
    for i, inside in sorted(enumerate(found.folders), key=lambda one: os.path.join(folder, one[1])):
        if aside and f"{os.path.abspath(folder / inside)}{os.sep}".startswith(f"{aside}{os.sep}"):
            continue
        yield found.in_folder(i), found.facts_in(i)


def _labelled(rows: Sequence[tuple[str, str]]) -> Labelled:
    paths, labels = zip(*rows, strict=True)
    return Labelled(paths, labels)


def _held_out(all_of_it: Labelled, labels: Sequence[str], spec: DatasetSpec) -> tuple[Labelled, Labelled]:
    """A share of every class, drawn by seed. A class never loses its only image for training."""
    train, test = list[int](), list[int]()
    places: dict[str, list[int]] = {}
    for i, label in enumerate(all_of_it.labels):
        places.setdefault(label, []).append(i)
    for number, label in enumerate(labels):
        members = places.get(label, [])
        order = randomness.permutation(spec.data_seed, 0, Purpose.HELD_OUT, number, len(members)).tolist()
        count = min(len(members) - 1, max(1, round(spec.held_out * len(members))))
        test += [members[i] for i in order[:count]]
        train += [members[i] for i in order[count:]]
    return all_of_it.only(sorted(train)), all_of_it.only(sorted(test))


def _sample(part: Labelled, size: int, seed: int) -> Labelled:
    """`size` of them in their order, drawn by seed; all for 0 or where there are no more."""
    if size == 0 or size >= len(part.paths):
        return part
    order = randomness.permutation(seed, 0, Purpose.SUBSET, 0, len(part.paths))
    return part.only(sorted(order[:size].tolist()))


def _whole(
    files: FileImages, part: Labelled, spec: DatasetSpec, progress: Progress
) -> tuple[FileImages, Labelled, tuple[str, ...]]:
    """Without the images that do not decode, which are named; or an error naming them, where that is asked for."""
    damaged = files.damaged(progress)
    if not damaged:
        return files, part, ()
    named = tuple(f"{files.paths[i]}: {why}" for i, why in damaged)
    if spec.unreadable == "fatal":
        more = f" and {len(named) - NAMED} more" if len(named) > NAMED else ""
        raise ZsclError(
            "bad-input",
            f"dataset `{spec.name}`: {len(named)} images cannot be read: {'; '.join(named[:NAMED])}{more}. Repair or "
            "remove them, or skip them with `unreadable: skip`.",
        )
    bad = {i for i, _ in damaged}
    kept = [i for i in range(len(files)) if i not in bad]
    return files.only(kept), part.only(kept), named


def _class_names(labels: Sequence[str], spec: DatasetSpec) -> tuple[str, ...]:
    """As prompts use them: given by label or in the order of the labels, or the labels with spaces.

    Raises bad-input where names and labels do not fit, or where the order of numbers could be meant in two ways.
    """
    if not spec.class_names:
        return tuple(label.replace("_", " ") for label in labels)
    if spec.class_labels:
        return _by_label(labels, dict(zip(spec.class_labels, spec.class_names, strict=True)), spec)
    if len(spec.class_names) != len(labels):
        what = f"{len(spec.class_names)} `class_names` for {len(labels)} classes: {_listed(labels)}"
        raise ZsclError("bad-input", f"dataset `{spec.name}`: {what}.")
    if all(label.isdecimal() for label in labels) and [*labels] != sorted(labels, key=int):
        raise ZsclError(
            "bad-input",
            f"dataset `{spec.name}`: the labels are numbers and sort as text ({_listed(labels[:4])}, …), so the "
            f"order of `class_names` is ambiguous. Give them by label: `class_names: {{{labels[0]}: "
            f"{spec.class_names[0]}, …}}`.",
        )
    return spec.class_names


def _by_label(labels: Sequence[str], named: Mapping[str, str], spec: DatasetSpec) -> tuple[str, ...]:
    for what, strangers in (
        ("has no name for", [label for label in labels if label not in named]),
        ("has entries that are not labels:", [label for label in named if label not in labels]),
    ):
        if strangers:
            raise ZsclError(
                "bad-input",
                f"dataset `{spec.name}`: `class_names` {what} {_listed(strangers)}. Labels: {_listed(labels)}.",
            )
    return tuple(named[label] for label in labels)


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names[:20]) + (", …" if len(names) > 20 else "") if names else "none"

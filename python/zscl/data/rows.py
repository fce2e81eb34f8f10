"""What the readers of tables and of Hugging Face datasets make of their rows."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from zscl.commands import DatasetSpec, ZsclError

# What people call the parts of a dataset (`zscl init` knows more languages).
TRAIN_PARTS = {"train", "training", "trainset", "trainval", "trn", "tr", "entrainement"}
TEST_PARTS = {
    *("test", "testing", "testset", "tst", "ts"),
    *("val", "valid", "validation", "valset", "dev", "eval", "holdout"),
}
# Words in the names of files and folders, and the split that they stand for.
SPLIT_NAMES = {
    **dict.fromkeys(("train", "training"), "train"),
    **dict.fromkeys(("test", "testing"), "test"),
    **dict.fromkeys(("val", "valid", "validation", "dev"), "validation"),
}
SPLIT_WORDS = {"split", "splits", "partition", "partitions", "subset", "subsets", "usage", "phase"}
ASKS_TRAIN, ASKS_TEST = {"train", "training"}, {"test", "testing", "val", "valid", "validation", "holdout"}
MOST_PARTS = 10  # more different values are something else
NUMBERED = re.compile(r"[0-3](\.0+)?")
YES, NO = {"1", "1.0", "true", "yes", "y"}, {"0", "0.0", "false", "no", "n"}


@dataclass(frozen=True)
class Rows:
    """Images of one split with the label of each, and all labels in the order that the dataset gives them."""

    paths: tuple[str, ...]
    labels: tuple[str, ...]
    order: tuple[str, ...] | None  # None: nothing but the labels themselves is known


def test_split_of(splits: Collection[str], spec: DatasetSpec) -> str:
    """The split to test on: the one that is named, else `test`; '' where a share of the other is to be held out.

    Raises bad-input for a split that is asked for and not there.
    """
    test = spec.test_split or ("test" if "test" in splits and spec.split != "test" else "")
    for option, name in (("split", spec.split), ("test_split", test)):
        if name and name not in splits:
            known = ", ".join(splits)
            raise ZsclError("bad-input", f"dataset `{spec.name}`: no split `{name}` (`{option}`). Splits: {known}.")
    return test


def is_split_column(name: str) -> bool:
    """Called like a column that says which part of a dataset a row is of: `split`, `Kaggle Usage`, `is_test`."""
    words = words_of(name)
    return bool(words & (ASKS_TRAIN | ASKS_TEST)) or _is_called_split(words)


def _is_called_split(words: set[str]) -> bool:
    return bool(words & SPLIT_WORDS) or words in ({"set"}, {"data", "set"})


def words_of(name: str) -> set[str]:
    return {word.lower() for word in re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+", name)}


def require_undivided(found: Mapping[str, Iterable[object]], where: str, how: str, spec: DatasetSpec) -> None:
    """Raises bad-input where a column called like one says that some rows are for testing, which would be trained on.

    A set that is for testing as a whole is one that is only measured. `found` are the different values of such columns,
    `how` is what to do about it, with `{}` for the column.
    """
    for name, values in found.items():
        said = [str(value).strip() for value in values]
        if len(said) > MOST_PARTS:
            continue
        tested = [_is_tested(name, value) for value in said]
        if any(tested) and not all(tested):
            shown = ", ".join(value or "blank" for value in said[:10])
            raise ZsclError(
                "bad-input",
                f"dataset `{spec.name}`: column `{name}` of {where} says which rows are for testing ({shown}), and all "
                f"of them would be trained on. {how.format(name)}.",
            )


def require_unnumbered(found: Mapping[str, Iterable[object]], where: str, how: str, spec: DatasetSpec) -> None:
    """The same for a column that may say it in numbers, as CelebA's `partition` with 0, 1, 2."""
    for name, values in found.items():
        different = {str(value).strip() for value in values}
        are_numbers = 2 <= len(different) <= 3 and all(NUMBERED.fullmatch(value) for value in different)
        if are_numbers and _is_called_split(words_of(name)):
            raise ZsclError(
                "bad-input",
                f"dataset `{spec.name}`: column `{name}` of {where} holds {', '.join(sorted(different))}, which may "
                f"say which rows are for testing, and all of them would be trained on. {how.format(name)}; or take "
                "the column out, if all are to be trained on.",
            )


def _is_tested(name: str, value: str) -> bool:
    """By the value itself, or where the name asks and the value is a yes or a no."""
    words = words_of(name)
    if words & ASKS_TEST and value.lower() in YES:
        return True
    if words & ASKS_TRAIN and value.lower() in NO:
        return True
    return bool(words_of(value) & TEST_PARTS)


def label_of(value: object, names: list[str] | None, where: str, spec: DatasetSpec) -> str:
    if names is not None and isinstance(value, int) and 0 <= value < len(names):
        return names[value]
    if names is None and isinstance(value, str | int) and str(value):
        return str(value)
    raise ZsclError(
        "bad-input", f"dataset `{spec.name}`: {where}: `{spec.label_column}` is {value!r}, which is not a class"
    )

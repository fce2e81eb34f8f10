"""What the readers of tables and of Hugging Face datasets make of their rows."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from zscl.commands import DatasetSpec, ZsclError

# What people call what is measured with (`zscl init` knows more languages).
TEST_PARTS = {
    *("test", "testing", "testset", "tst", "ts"),
    *("val", "valid", "validation", "valset", "dev", "eval", "holdout"),
}
SPLIT_COLUMN = re.compile(r"^(data[ _-]?)?(splits?|partitions?|subsets?|phase|usage|set)$", re.IGNORECASE)


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
    return SPLIT_COLUMN.match(name) is not None


def require_undivided(found: Mapping[str, Iterable[object]], where: str, how: str, spec: DatasetSpec) -> None:
    """Raises bad-input where a column called like one says that some rows are for testing, which would be trained on.

    A set that is for testing as a whole is one that is only measured. `found` are the different values of such columns,
    `how` is what to do about it, with `{}` for the column.
    """
    for name, values in found.items():
        said = [str(value) for value in values]
        tested = [value.lower() in TEST_PARTS for value in said]
        if any(tested) and not all(tested):
            raise ZsclError(
                "bad-input",
                f"dataset `{spec.name}`: there is no split to test on, and column `{name}` of {where} says which rows "
                f"are for testing ({', '.join(said[:10])}). {how.format(name)}.",
            )


def label_of(value: object, names: list[str] | None, where: str, spec: DatasetSpec) -> str:
    if names is not None and isinstance(value, int) and 0 <= value < len(names):
        return names[value]
    if names is None and isinstance(value, str | int) and str(value):
        return str(value)
    raise ZsclError(
        "bad-input", f"dataset `{spec.name}`: {where}: `{spec.label_column}` is {value!r}, which is not a class"
    )

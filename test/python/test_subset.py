"""Steps of the class-incremental setting: some classes of a dataset in a given order."""

from __future__ import annotations

from pathlib import Path

import pytest
from trees.published import TREES

from zscl.commands import DatasetSpec, ZsclError
from zscl.readers import LISTERS
from zscl.readers.subset import with_classes


def test_classes_are_renumbered_in_the_order_given_and_images_keep_theirs(tmp_path: Path) -> None:
    whole = LISTERS["cifar100"](DatasetSpec("c", "cifar100", root=str(TREES["cifar100"](tmp_path))))
    step = with_classes(whole, [2, 0])
    assert step.classes == ("baby", "apple")
    kept = [index for index, label in enumerate(whole.train.labels.tolist()) if label in (2, 0)]
    assert step.train.labels.tolist() == [{2: 0, 0: 1}[int(whole.train.labels[index])] for index in kept]
    assert [step.train.images.name(i) for i in range(len(kept))] == [whole.train.images.name(i) for i in kept]
    assert step.train.images.open(1).tobytes() == whole.train.images.open(kept[1]).tobytes()
    assert step.train.images.fingerprint() != with_classes(whole, [1, 0]).train.images.fingerprint()


@pytest.mark.parametrize("labels", [[], [3], [-1], [0, 0]])
def test_labels_that_are_not_there_or_twice_are_refused(labels: list[int], tmp_path: Path) -> None:
    whole = LISTERS["cifar100"](DatasetSpec("c", "cifar100", root=str(TREES["cifar100"](tmp_path))))
    with pytest.raises(ZsclError, match="expected distinct labels from 0 to 2"):
        with_classes(whole, labels)

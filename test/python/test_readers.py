"""The readers of the paper's datasets against torchvision's own, on small trees in the published layouts."""

from __future__ import annotations

import json
import pickle
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from torchvision import datasets
from trees.published import TREES

import zscl.imports  # noqa: F401
from zscl.commands import DatasetSpec, ZsclError
from zscl.data.listing import Listing, Split
from zscl.data.readers import LISTERS
from zscl.data.readers.layout import prompt_facts

ROOT = Path(__file__).parents[2]

# How torchvision opens each: its datasets are given the parent of the dataset's folder.
OWN_SPLITS: dict[str, Callable[[Path], tuple[Any, Any]]] = {
    "aircraft": lambda b: tuple(datasets.FGVCAircraft(b, part) for part in ("train", "test")),
    "cifar10": lambda b: tuple(datasets.CIFAR10(b, part) for part in (True, False)),
    "cifar100": lambda b: tuple(datasets.CIFAR100(b, part) for part in (True, False)),
    "dtd": lambda b: tuple(datasets.DTD(b, part) for part in ("train", "test")),
    "flowers102": lambda b: tuple(datasets.Flowers102(b, part) for part in ("train", "test")),
    "food101": lambda b: tuple(datasets.Food101(b, part) for part in ("train", "test")),
    "mnist": lambda b: tuple(datasets.MNIST(b, part) for part in (True, False)),
    "oxford-pets": lambda b: tuple(datasets.OxfordIIITPet(b, part) for part in ("trainval", "test")),
    "stanford-cars": lambda b: tuple(datasets.StanfordCars(b, part) for part in ("train", "test")),
}
WHOLE: dict[str, Callable[[Path], Any]] = {
    "caltech101": datasets.Caltech101,
    "eurosat": datasets.EuroSAT,
    "sun397": datasets.SUN397,
}


@pytest.fixture
def _without_checksums(monkeypatch: pytest.MonkeyPatch) -> None:
    """torchvision refuses small trees by MD5; its parsing is what the comparison is about."""
    for module in (datasets.cifar, datasets.flowers102):
        monkeypatch.setattr(module, "check_integrity", lambda path, md5=None: Path(path).is_file())


def listing_of(kind: str, root: Path, **changes: Any) -> Listing:  # noqa: ANN401
    return LISTERS[kind](DatasetSpec(kind, kind, root=str(root), **changes))


def decoded(split: Split) -> Iterator[tuple[bytes, int]]:
    for index, label in enumerate(split.labels.tolist()):
        yield split.images.open(index).convert("RGB").tobytes(), label


def theirs(found: Any) -> Iterator[tuple[bytes, int]]:  # noqa: ANN401
    for index in range(len(found)):
        image, label = found[index]
        yield image.convert("RGB").tobytes(), int(label)


@pytest.mark.usefixtures("_without_checksums")
@pytest.mark.parametrize("kind", OWN_SPLITS)
def test_images_labels_and_order_are_those_of_torchvision(kind: str, tmp_path: Path) -> None:
    listing = listing_of(kind, TREES[kind](tmp_path))
    for split, expected in zip((listing.train, listing.test), OWN_SPLITS[kind](tmp_path), strict=True):
        assert list(decoded(split)) == list(theirs(expected))
        assert split.labels.dtype == np.int64


@pytest.mark.parametrize("kind", WHOLE)
def test_datasets_without_a_split_are_divided_by_torchs_random_split(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = TREES[kind](tmp_path)
    unsorted = Path.rglob  # SUN397: the order of the file system is not defined, the readers sort
    monkeypatch.setattr(Path, "rglob", lambda self, pattern: iter(sorted(unsorted(self, pattern))))
    whole = WHOLE[kind](tmp_path)
    cut = int(0.8 * len(whole))
    parts = torch.utils.data.random_split(whole, [cut, len(whole) - cut], generator=torch.Generator().manual_seed(42))
    listing = listing_of(kind, root)
    for split, expected in zip((listing.train, listing.test), parts, strict=True):
        assert list(decoded(split)) == list(theirs(expected))


@pytest.mark.parametrize("kind", TREES)
def test_every_label_has_a_class_and_every_template_a_place_for_it(kind: str, tmp_path: Path) -> None:
    listing = listing_of(kind, TREES[kind](tmp_path))
    labels = np.concatenate([listing.train.labels, listing.test.labels])
    assert labels.min() >= 0
    assert labels.max() < len(listing.classes)
    assert len(set(listing.classes)) == len(listing.classes)
    assert all(template.count("{}") == 1 for template in listing.templates)
    assert not any("_" in name for name in listing.classes)


@pytest.mark.parametrize(
    ("kind", "classes"),
    [
        ("aircraft", ("707-320", "A340-300", "F/A-18", "Saab 340")),
        ("caltech101", ("off-center face", "centered face", "leopard", "accordion", "yin and yang symbol")),
        ("cifar100", ("apple", "aquarium fish", "baby")),
        ("eurosat", ("annual crop land", "forest", "lake or sea")),
        ("oxford-pets", ("Abyssinian", "American Pit Bull Terrier", "Basset Hound", "Yorkshire Terrier")),
        ("imagenet100", ("tench", "tabby cat", "brambling")),
        ("tiny-imagenet", ("goldfish", "Egyptian cat", "reel")),
        ("sun397", ("abbey", "apartment building outdoor", "zoo")),
    ],
)
def test_classes_are_called_as_prompts_call_them(kind: str, classes: tuple[str, ...], tmp_path: Path) -> None:
    assert listing_of(kind, TREES[kind](tmp_path)).classes == classes


MTIL = [kind for kind in TREES if kind not in ("imagenet100", "tiny-imagenet")]


@pytest.mark.parametrize("kind", MTIL)
def test_names_and_templates_of_mtil_are_those_of_the_benchmark(kind: str, tmp_path: Path) -> None:
    """The facts of prompts/mtil.json: a list of names by label, or the dataset's own with spaces for underscores."""
    facts = prompt_facts("mtil")[kind]
    listing = listing_of(kind, TREES[kind](tmp_path), prompts="mtil")
    assert listing.templates == tuple(facts["templates"])
    if "labels" in facts:
        named = dict(zip(facts["labels"], facts["class_names"], strict=True))
        assert listing.classes == tuple(named[label] for label in listing.ids)
    elif "class_names" in facts:
        assert listing.classes == tuple(facts["class_names"])
    else:
        assert listing.classes == tuple(label.replace("_", " ") for label in listing.ids)


@pytest.mark.parametrize(
    ("kind", "prompts", "first_template", "some"),
    [
        ("mnist", "mtil", 'a photo of the number: "{}".', "3 - three"),
        ("stanford-cars", "mtil", "a photo of a {}, a type of car.", None),
        ("stanford-cars", "openai", "a photo of a {}.", None),
        ("food101", "mtil", "a photo of a {}, a type of food.", None),
        ("sun397", "mtil", "a photo of a {}.", "apartment building/outdoor"),
        ("sun397", "", "a photo of a {}.", "apartment building outdoor"),
        ("cifar100", "cil", "a bad photo of a {}.", "aquarium_fish"),
        ("tiny-imagenet", "cil", "a bad photo of a {}.", "Egyptian Mau"),
    ],
)
def test_prompts_are_chosen_by_name(
    kind: str, prompts: str, first_template: str, some: str | None, tmp_path: Path
) -> None:
    listing = listing_of(kind, TREES[kind](tmp_path), prompts=prompts)
    assert listing.templates[0] == first_template
    assert some is None or some in listing.classes


def test_prompts_that_a_dataset_has_not_and_names_that_do_not_fit_are_refused(tmp_path: Path) -> None:
    root = TREES["eurosat"](tmp_path)
    with pytest.raises(ZsclError, match=r"`prompts: cil` has none of `eurosat`; expected openai, mtil"):
        listing_of("eurosat", root, prompts="cil")
    with pytest.raises(ZsclError, match=r"has 3 classes, and 1 `class_names` are given"):
        listing_of("eurosat", root, class_names=("one",))
    (root / "2750" / "Moon").mkdir()
    with pytest.raises(ZsclError, match=r"the class `Moon` is none of the 10 that `prompts: mtil` names"):
        listing_of("eurosat", root, prompts="mtil")


SHARED = Path(__file__).parents[3] / "shared" / "paper"


@pytest.mark.skipif(not SHARED.is_dir(), reason="the published facts of ../shared are not here")
def test_the_projects_copy_of_the_facts_is_the_published_one() -> None:
    published = json.loads((SHARED / "mtil-prompts.json").read_text())["datasets"]
    ours = {kind: facts["templates"] for kind, facts in prompt_facts("mtil").items()}
    assert ours.pop("cifar10") == ours["cifar100"]  # held out; both have the list of the authors' cifar10.py
    assert ours == {kind: facts["templates"] for kind, facts in published.items()}
    for kind, facts in published.items():
        if isinstance(facts["class_names"], list):
            assert prompt_facts("mtil")[kind]["class_names"] == facts["class_names"]
    orders = json.loads((SHARED / "cil-orders.json").read_text())
    ids = {"cifar100": None, "tinyimagenet": "tiny-imagenet", "imagenet100": "imagenet100"}
    for name, kind in ids.items():
        shipped = (ROOT / f"src/config/class-orders/{name}.txt").read_text().split()
        in_order = sorted(shipped) if kind is None else prompt_facts("cil")[kind]["labels"]
        assert [in_order.index(one) for one in shipped] == orders["class_order"][name]
        if kind is not None:
            named = [list(pair) for pair in zip(in_order, prompt_facts("cil")[kind]["class_names"], strict=True)]
            assert named == orders["classes"][name]


@pytest.mark.parametrize("kind", TREES)
def test_a_dataset_that_is_not_there_is_named_with_the_place_looked_at(kind: str, tmp_path: Path) -> None:
    with pytest.raises(ZsclError, match=rf"`{kind}` is not there.*{tmp_path}") as caught:
        listing_of(kind, tmp_path)
    assert caught.value.code == "data-not-found"


def test_a_split_of_coop_is_read_from_its_file_and_never_by_itself(tmp_path: Path) -> None:
    root = TREES["eurosat"](tmp_path)
    with pytest.raises(ZsclError, match=r"split_zhou_EuroSAT\.json"):
        listing_of("eurosat", root, split="coop")
    rows = [[f"{name}/{name}_{i}.jpg", c, name] for c, name in enumerate(("Forest", "SeaLake")) for i in (1, 2, 3)]
    content = {"train": rows[::3], "val": rows[1::3], "test": rows[2::3]}
    (root / "split_zhou_EuroSAT.json").write_text(json.dumps(content))
    listing = listing_of("eurosat", root, split="coop")
    assert [Path(listing.train.images.name(i)).name for i in range(2)] == ["Forest_1.jpg", "SeaLake_1.jpg"]
    assert listing.test.labels.tolist() == [0, 1]
    assert len(listing_of("eurosat", root).test.labels) == 5


@pytest.mark.parametrize(("kind", "split"), [("mnist", "coop"), ("dtd", "cooop")])
def test_a_split_protocol_that_a_dataset_lacks_is_refused(kind: str, split: str, tmp_path: Path) -> None:
    with pytest.raises(ZsclError, match=f"unknown `split` `{split}`"):
        listing_of(kind, TREES[kind](tmp_path), split=split)


def test_a_cifar_file_cannot_run_code(tmp_path: Path) -> None:
    root = TREES["cifar100"](tmp_path)
    (root / "train").write_bytes(pickle.dumps({"data": print, "fine_labels": []}))
    with pytest.raises(ZsclError, match="does not belong in a CIFAR file"):
        listing_of("cifar100", root)


def test_an_mnist_file_that_is_cut_short_is_named(tmp_path: Path) -> None:
    root = TREES["mnist"](tmp_path)
    path = root / "raw" / "t10k-images-idx3-ubyte"
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(ZsclError, match=r"t10k-images-idx3-ubyte.*cut short"):
        listing_of("mnist", root)


def test_imagenet100_is_what_its_two_lists_name_in_their_numbering(tmp_path: Path) -> None:
    root = TREES["imagenet100"](tmp_path)
    listing = listing_of("imagenet100", root)
    assert listing.train.labels.tolist() == [0, 0, 0, 1, 1, 1, 2, 2, 2]
    assert listing.test.images.name(2).endswith("val/n02123045/ILSVRC2012_val_10000000.JPEG")
    assert not any("n01514668" in listing.train.images.name(i) for i in range(9))  # a class that no list names


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("train/n01440764/x.JPEG", "expected `train/WNID/FILE LABEL`"),
        ("train/n99999999/x.JPEG 3", "number the classes differently"),
        ("train/n01530575/x.JPEG 0", "label 0 is both"),
    ],
)
def test_a_list_of_imagenet100_that_means_nothing_is_named(line: str, message: str, tmp_path: Path) -> None:
    root = TREES["imagenet100"](tmp_path)
    with (root / "train_100.txt").open("a") as file:
        file.write(line + "\n")
    with pytest.raises(ZsclError, match=message):
        listing_of("imagenet100", root)


def test_tiny_imagenets_validation_images_are_labelled_by_its_annotations(tmp_path: Path) -> None:
    listing = listing_of("tiny-imagenet", TREES["tiny-imagenet"](tmp_path))
    assert listing.train.labels.tolist() == [0, 0, 1, 1, 2, 2]
    assert listing.test.labels.tolist() == [1, 1, 0, 0, 2, 2]
    assert Path(listing.train.images.name(0)).name == "n01443537_0.JPEG"

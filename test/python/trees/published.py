"""One function per dataset: writes a small tree below `base` as the archive unpacks, returns the dataset's folder."""

from __future__ import annotations

import json
import pickle
import struct
from pathlib import Path

import numpy as np
from PIL import Image
from scipy.io import savemat


def picture(path: Path, shade: int) -> None:
    """A small JPEG whose grey value tells images apart."""
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", (12, 10), (shade % 256,) * 3).save(path, quality=95)


def aircraft(base: Path) -> Path:
    root = base / "fgvc-aircraft-2013b"
    data = root / "data"
    data.mkdir(parents=True)
    variants = ["707-320", "A340-300", "F/A-18", "Saab 340"]
    (data / "variants.txt").write_text("".join(f"{name}\n" for name in variants))
    number = 34958
    for part, count in (("train", 2), ("val", 1), ("trainval", 3), ("test", 2)):
        lines = []
        for variant in reversed(variants):
            for _ in range(count):
                number += 7919
                lines.append(f"{number:07d} {variant}\n")
                picture(data / "images" / f"{number:07d}.jpg", number)
        (data / f"images_variant_{part}.txt").write_text("".join(lines))
    return root


def caltech101(base: Path) -> Path:
    root = base / "caltech101"
    counts = {"BACKGROUND_Google": 4, "Faces": 5, "Faces_easy": 3, "Leopards": 6, "accordion": 4, "yin_yang": 11}
    for name, count in counts.items():
        for number in range(1, count + 1):
            picture(root / "101_ObjectCategories" / name / f"image_{number:04d}.jpg", number)
    return root


def cifar100(base: Path) -> Path:
    root = base / "cifar-100-python"
    root.mkdir(parents=True)
    fine = ["apple", "aquarium_fish", "baby"]
    rng = np.random.default_rng(0)
    for part, count in (("train", 9), ("test", 4)):
        entry = {
            "filenames": [f"{part}_s_{i:06d}.png" for i in range(count)],
            "batch_label": f"{part}ing batch 1 of 1",
            "fine_labels": [(2 * i) % 3 for i in range(count)],
            "coarse_labels": [0] * count,
            "data": rng.integers(0, 256, (count, 3072), dtype=np.uint8),
        }
        (root / part).write_bytes(pickle.dumps(entry, protocol=2))
    meta = {"fine_label_names": fine, "coarse_label_names": ["things"]}
    (root / "meta").write_bytes(pickle.dumps(meta, protocol=2))
    return root


def cifar10(base: Path) -> Path:
    root = base / "cifar-10-batches-py"
    root.mkdir(parents=True)
    rng = np.random.default_rng(1)
    for number, part in enumerate([*(f"data_batch_{n}" for n in range(1, 6)), "test_batch"]):
        entry = {
            "batch_label": part,
            "labels": [(number + i) % 3 for i in range(4)],
            "data": rng.integers(0, 256, (4, 3072), dtype=np.uint8),
            "filenames": [f"{part}_{i}.png" for i in range(4)],
        }
        (root / part).write_bytes(pickle.dumps(entry, protocol=2))
    meta = {"num_cases_per_batch": 4, "label_names": ["airplane", "automobile", "bird"], "num_vis": 3072}
    (root / "batches.meta").write_bytes(pickle.dumps(meta, protocol=2))
    return root


def dtd(base: Path) -> Path:
    root = base / "dtd" / "dtd"
    (root / "labels").mkdir(parents=True)
    for partition in (1, 2):
        for p, part in enumerate(("train", "val", "test")):
            lines = [f"{name}/{name}_{40 * p + partition:04d}.jpg" for name in ("banded", "chequered", "polka-dotted")]
            (root / "labels" / f"{part}{partition}.txt").write_text("".join(f"{line}\n" for line in lines))
            for line in lines:
                picture(root / "images" / line, 60 * p)
    return base / "dtd"


def eurosat(base: Path) -> Path:
    root = base / "eurosat"
    for name, count in (("AnnualCrop", 12), ("Forest", 3), ("SeaLake", 10)):
        for number in range(1, count + 1):
            picture(root / "2750" / name / f"{name}_{number}.jpg", number)
    return root


def flowers102(base: Path) -> Path:
    root = base / "flowers-102"
    root.mkdir(parents=True)
    labels = np.array([77, 77, 1, 102, 1, 102, 5, 5], dtype=np.uint8)
    savemat(root / "imagelabels.mat", {"labels": labels[None, :]})
    ids = {"trnid": [[6, 3, 1]], "valid": [[7]], "tstid": [[2, 8, 5, 4]]}
    savemat(root / "setid.mat", {name: np.array(value, dtype=np.uint16) for name, value in ids.items()})
    for number in range(1, 9):
        picture(root / "jpg" / f"image_{number:05d}.jpg", number)
    return root


def food101(base: Path) -> Path:
    root = base / "food-101"
    (root / "meta").mkdir(parents=True)
    classes = ["apple_pie", "baby_back_ribs", "waffles"]
    (root / "meta" / "classes.txt").write_text("".join(f"{name}\n" for name in classes))
    for part, first in (("train", 1000), ("test", 5000)):
        listed = {name: [f"{name}/{first + 13 * i}" for i in range(3)] for name in reversed(classes)}
        (root / "meta" / f"{part}.json").write_text(json.dumps(listed))
        (root / "meta" / f"{part}.txt").write_text(
            "\n".join([image for images in listed.values() for image in images]) + "\n"
        )
        for image in [image for images in listed.values() for image in images]:
            picture(root / "images" / f"{image}.jpg", first)
    return root


def mnist(base: Path) -> Path:
    root = base / "MNIST"
    (root / "raw").mkdir(parents=True)
    rng = np.random.default_rng(1)
    for part, count in (("train", 7), ("t10k", 3)):
        pixels = rng.integers(0, 256, (count, 28, 28), dtype=np.uint8)
        labels = np.arange(count, dtype=np.uint8)[::-1]
        images = struct.pack(">IIII", 2051, count, 28, 28) + pixels.tobytes()
        (root / "raw" / f"{part}-images-idx3-ubyte").write_bytes(images)
        (root / "raw" / f"{part}-labels-idx1-ubyte").write_bytes(struct.pack(">II", 2049, count) + labels.tobytes())
    return root


def oxford_pets(base: Path) -> Path:
    root = base / "oxford-iiit-pet"
    (root / "annotations").mkdir(parents=True)
    breeds = [("Abyssinian", 1), ("american_pit_bull_terrier", 2), ("basset_hound", 2), ("yorkshire_terrier", 2)]
    for part, first in (("trainval", 100), ("test", 1)):
        lines = []
        for label, (breed, species) in enumerate(breeds, start=1):
            for number in (first, first + 1):
                lines.append(f"{breed}_{number} {label} {species} 1\n")
                picture(root / "images" / f"{breed}_{number}.jpg", number)
        (root / "annotations" / f"{part}.txt").write_text("".join(lines))
    return root


def stanford_cars(base: Path) -> Path:
    root = base / "stanford_cars"
    (root / "devkit").mkdir(parents=True)
    names = ["AM General Hummer SUV 2000", "Acura RL Sedan 2012", "Ram C/V Cargo Van Minivan 2012"]
    savemat(root / "devkit" / "cars_meta.mat", {"class_names": np.array([names], dtype=object)})
    boxes = [(name, np.uint16) for name in ("bbox_x1", "bbox_y1", "bbox_x2", "bbox_y2")]
    for folder, path, count in (
        ("cars_train", root / "devkit" / "cars_train_annos.mat", 5),
        ("cars_test", root / "cars_test_annos_withlabels.mat", 4),
    ):
        rows = np.zeros(
            (1, count), dtype=[*((name, object) for name, _ in boxes), ("class", object), ("fname", object)]
        )
        for i in range(count):
            rows[0, i] = (1, 2, 11, 9, np.uint8(3 - i % 3), f"{i + 1:05d}.jpg")
            picture(root / folder / f"{i + 1:05d}.jpg", i)
        savemat(path, {"annotations": rows})
    return root


def sun397(base: Path) -> Path:
    root = base / "SUN397"
    root.mkdir(parents=True)
    classes = ["/a/abbey", "/a/apartment_building/outdoor", "/z/zoo"]
    (root / "ClassName.txt").write_text("".join(f"{name}\n" for name in classes))
    for c, name in enumerate(classes):
        for i in range(4 + c):
            picture(root / name[1:] / f"sun_{chr(97 + (7 * i) % 26) * 12}{c}{i}.jpg", i)
    return root


def imagenet100(base: Path) -> Path:
    """ILSVRC 2012 unpacked by class, and the lists of the subset; one class of the folder is not in them."""
    root = base / "imagenet"
    ids = ["n01440764", "n02123045", "n01530575"]  # tench, tabby, brambling: not sorted, as in the published lists
    for part, count in (("train", 3), ("val", 2)):
        lines = []
        for label, wnid in enumerate([*ids, "n01514668"]):
            for number in range(count):
                name = f"{wnid}_{number}.JPEG" if part == "train" else f"ILSVRC2012_val_{label}{number:07d}.JPEG"
                picture(root / part / wnid / name, 40 * label + number)
                if label < len(ids):
                    lines.append(f"{part}/{wnid}/{name} {label}\n")
        (root / f"{part}_100.txt").write_text("".join(lines))
    return root


def tiny_imagenet(base: Path) -> Path:
    root = base / "tiny-imagenet-200"
    root.mkdir(parents=True)
    ids = ["n02124075", "n01443537", "n04067472"]  # wnids.txt is not sorted
    (root / "wnids.txt").write_text("\n".join(ids))
    words = [
        "n00001740\tentity",
        "n01443537\tgoldfish, Carassius auratus",
        "n02124075\tEgyptian cat",
        "n04067472\treel",
    ]
    (root / "words.txt").write_text("".join(f"{line}\n" for line in words))
    lines = []
    for c, wnid in enumerate(ids):
        for i in range(2):
            picture(root / "train" / wnid / "images" / f"{wnid}_{i}.JPEG", 40 * c + i)
            picture(root / "val" / "images" / f"val_{2 * c + i}.JPEG", 40 * c + i + 100)
            lines.append(f"val_{2 * c + i}.JPEG\t{wnid}\t0\t32\t44\t62\n")
    (root / "val" / "val_annotations.txt").write_text("".join(lines))
    return root


TREES = {
    "aircraft": aircraft,
    "caltech101": caltech101,
    "cifar10": cifar10,
    "cifar100": cifar100,
    "dtd": dtd,
    "eurosat": eurosat,
    "flowers102": flowers102,
    "food101": food101,
    "imagenet100": imagenet100,
    "mnist": mnist,
    "oxford-pets": oxford_pets,
    "stanford-cars": stanford_cars,
    "sun397": sun397,
    "tiny-imagenet": tiny_imagenet,
}

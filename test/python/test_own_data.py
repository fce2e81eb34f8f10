"""Datasets of one's own: readers, the decoded cache, and training crops that depend on nothing but their counters."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from conftest import segment, silent
from PIL import Image

from zscl import randomness
from zscl.commands import BeginTask, DatasetSpec, LossWeights, Remember, TrainDone, ZsclError
from zscl.data import decoding, decoding_pool, pixel_cache
from zscl.data import files as file_images
from zscl.data.dataset import Dataset
from zscl.data.files import FileImages
from zscl.data.loading import load_datasets
from zscl.data.pixel_memory import PixelMemory
from zscl.data.prefetch import Prefetch
from zscl.machine import processors
from zscl.randomness import Purpose
from zscl.ranks import Ranks
from zscl.session import Session
from zscl_worker.loop import LeftError

sys.path.insert(0, str(Path(__file__).parents[1] / "fixtures"))
from image_tree import classes, picture


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    classes(tmp_path / "train", 6)
    classes(tmp_path / "test", 3, first=20)
    return tmp_path


def folder_spec(tree: Path, **changes: Any) -> DatasetSpec:  # noqa: ANN401
    spec = DatasetSpec("own", "folder", images=str(tree / "train"), test=str(tree / "test"))
    return replace(spec, **changes)


def load(spec: DatasetSpec, cache: Path | str = "", size: int = 32) -> Dataset:
    return load_datasets([spec], str(cache), torch.device("cpu"), size, silent)[spec.name]


def fails(spec: DatasetSpec, cache: Path | str = "") -> ZsclError:
    with pytest.raises(ZsclError) as caught:
        load(spec, cache)
    return caught.value


def test_a_folder_per_class_is_read_in_order_with_the_test_preprocessing_of_open_clip(tree: Path) -> None:
    import open_clip

    dataset = load(folder_spec(tree, templates=("a {} thing",)), tree / "cache")
    assert dataset.classes == ("blue", "green", "red")
    assert dataset.prompts("a {} thing")[0] == "a blue thing"
    assert dataset.train_labels.tolist() == [0] * 6 + [1] * 6 + [2] * 6
    transform = open_clip.image_transform(32, is_train=False, mean=(0.0, 0.0, 0.0), std=(1.0, 1.0, 1.0))
    wanted = (transform(Image.open(tree / "test" / "green" / "21.png")) * 255).round().to(torch.uint8)
    assert torch.equal(dataset.test_images[3:6][1], wanted)


def test_a_table_names_paths_relative_to_itself_and_labels(tree: Path) -> None:
    rows = [
        f"train/{colour}/{i}.png\t{label}" for colour, label in (("red", "Rot"), ("blue", "Blau")) for i in range(4)
    ]
    (tree / "train.tsv").write_text("file\tcolour\n" + "\n".join(rows) + "\n", "utf-8-sig")
    (tree / "test.csv").write_text('file,colour\n"test/red/20.png",Rot\n')
    spec = DatasetSpec("t", "table", path_column="file", label_column="colour")
    dataset = load(replace(spec, table=str(tree / "train.tsv"), test_table=str(tree / "test.csv")))
    assert dataset.classes == ("Blau", "Rot")
    assert dataset.train_labels.tolist() == [1, 1, 1, 1, 0, 0, 0, 0]
    assert dataset.test_labels.tolist() == [1]


def test_without_a_test_set_a_share_of_every_class_is_held_out_by_seed(tree: Path) -> None:
    (tree / "train" / "single").mkdir()
    picture("red", 1).save(tree / "train" / "single" / "only.png")

    def split(seed: int) -> tuple[Dataset, list[int]]:
        dataset = load(folder_spec(tree, test="", held_out=0.34, data_seed=seed))
        return dataset, dataset.test_labels.tolist()

    dataset, labels = split(0)
    assert labels == [0, 0, 1, 1, 2, 2]  # two of six; the class with one image keeps it for training
    assert len(dataset.train_labels) == 4 * 3 + 1
    both = torch.cat([dataset.train_images[:], dataset.test_images[:]])
    assert len({image.numpy().tobytes() for image in both}) == 19
    assert torch.equal(split(0)[0].test_images[:], dataset.test_images[:])
    assert not torch.equal(split(1)[0].test_images[:], dataset.test_images[:])


def test_class_names_may_be_given_and_sizes_drawn(tree: Path) -> None:
    dataset = load(folder_spec(tree, class_names=("Blau", "Grün", "Rot"), train_size=5, test_size=4))
    assert dataset.classes == ("Blau", "Grün", "Rot")
    assert (len(dataset.train_images), len(dataset.test_images)) == (5, 4)


def test_class_names_may_be_given_by_label(tree: Path) -> None:
    by_label = {"class_labels": ("red", "blue", "green"), "class_names": ("Rot", "Blau", "Grün")}
    assert load(folder_spec(tree, **by_label)).classes == ("Blau", "Grün", "Rot")
    lacking = folder_spec(tree, class_labels=("red", "blue"), class_names=("Rot", "Blau"))
    assert "has no name for green. Labels: blue, green, red" in str(fails(lacking))
    strange = folder_spec(tree, class_labels=(*by_label["class_labels"], "pink"), class_names=("a", "b", "c", "d"))
    assert "has entries that are not labels: pink" in str(fails(strange))


def test_names_for_labels_that_are_numbers_are_asked_for_by_label_where_their_order_is_not_clear(
    tmp_path: Path,
) -> None:
    for label in ("0", "2", "10"):
        (tmp_path / label).mkdir()
        for number in range(2):
            picture("red", number).save(tmp_path / label / f"{number}.png")
    names = ("zero", "two", "ten")  # as text 10 comes before 2
    found = str(fails(DatasetSpec("d", "folder", images=str(tmp_path), class_names=names)))
    assert "the labels are numbers and sort as text (0, 10, 2" in found
    assert "class_names: {0: zero, …}" in found
    by_label = DatasetSpec("d", "folder", images=str(tmp_path), class_names=names, class_labels=("0", "2", "10"))
    assert load(by_label).classes == ("zero", "ten", "two")


@pytest.mark.parametrize(
    ("changes", "code", "words"),
    [
        ({"images": "/no/such"}, "data-not-found", "there is no folder /no/such"),
        ({"class_names": ("a", "b")}, "bad-input", "2 `class_names` for 3 classes: blue, green, red"),
        ({"images": ""}, "data-not-found", "no images in folders"),
    ],
)
def test_a_folder_that_does_not_fit_is_named(changes: dict[str, Any], code: str, words: str, tree: Path) -> None:
    (tree / "empty").mkdir()
    if changes.get("images") == "":
        changes = {"images": str(tree / "empty")}
    error = fails(folder_spec(tree, **changes))
    assert error.code == code
    assert words in str(error)


def test_a_class_only_in_the_test_set_is_named(tree: Path) -> None:
    (tree / "test" / "violet").mkdir()
    picture("red", 1).save(tree / "test" / "violet" / "1.png")
    assert "the test images have the class `violet`" in str(fails(folder_spec(tree)))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("path,klass\n", "no column `label` (`label_column`). Columns: path, klass"),
        ("path,label\n", "has no rows"),
        ("path,label\ntrain/red/0.png,\n", "line 2: column `label` is empty"),
        ("path,label\ntrain/red/99.png,a\n", "names 1 files that do not exist; the first is"),
    ],
)
def test_a_table_that_does_not_fit_is_named(text: str, words: str, tree: Path) -> None:
    (tree / "t.csv").write_text(text)
    assert words in str(fails(DatasetSpec("t", "table", table=str(tree / "t.csv"))))


def test_a_damaged_image_is_fatal_by_name_or_skipped_and_told(tree: Path) -> None:
    torn = tree / "train" / "red" / "3.png"
    torn.write_bytes(torn.read_bytes()[:60])
    (tree / "test" / "blue" / "no image.jpg").write_text("hello")
    error = fails(folder_spec(tree))
    assert error.code == "bad-input"
    assert str(torn) in str(error)
    dataset = load(folder_spec(tree, unreadable="skip"))
    assert len(dataset.train_labels) == 17
    assert dataset.train_labels.tolist().count(2) == 5
    assert [str(torn) in line or "no image.jpg" in line for line in dataset.facts.skipped] == [True, True]


def test_what_was_looked_at_for_damage_stays_known_where_the_rest_was_left(
    tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = tuple(str(path) for path in sorted((tree / "train").rglob("*.png")))
    for i in (1, 10, 16):
        Path(paths[i]).write_bytes(b"no image")
    whole = FileImages(paths, "").damaged(silent)
    assert [i for i, _ in whole] == [1, 10, 16]
    monkeypatch.setattr(file_images, "LOOKED_AT", 8)
    heard: list[tuple[int, int]] = []

    def leaving(done: int, total: int) -> None:
        heard.append((done, total))
        if done > 8:
            raise LeftError

    files = FileImages(paths, str(tree / "cache"))
    with pytest.raises(LeftError):
        files.damaged(leaving)
    assert heard[0] == (8, 18)
    heard.clear()
    assert files.damaged(lambda done, total: heard.append((done, total))) == whole
    assert heard == [(16, 18), (18, 18)]
    assert files.damaged(leaving) == whole  # nothing is looked at any more


def test_images_are_decoded_once_and_anew_when_a_file_or_the_size_changes(
    tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = tree / "cache"
    first = load(folder_spec(tree), cache)
    decoded: list[object] = []
    real = file_images.decode_all

    def counting(function: Callable[..., Any], *more: Any) -> Any:  # noqa: ANN401
        decoded.append(function.__name__)
        return real(function, *more)

    for module in (file_images, pixel_cache):
        monkeypatch.setattr(module, "decode_all", counting)
    again = load(folder_spec(tree), cache)
    assert decoded == []
    assert torch.equal(again.test_images[:], first.test_images[:])
    load(folder_spec(tree), cache, size=16)
    assert decoded == ["write_centre_pixels"]  # the test images; those of training only where something looks at them
    picture("blue", 77).save(tree / "test" / "red" / "20.png")
    assert not torch.equal(load(folder_spec(tree), cache).test_images[:], first.test_images[:])


def test_training_images_are_decoded_as_a_whole_only_for_an_exemplar_memory(
    tree: Path, new_session: Callable[..., Session]
) -> None:
    session = new_session(datasets=(folder_spec(tree),), cache_folder=str(tree / "cache"))
    trained(session, (2,))
    caches = len([*(tree / "cache" / "images").glob("*.u8")])
    session.execute(Remember(0, "own", "trained", 6), silent)
    assert len([*(tree / "cache" / "images").glob("*.u8")]) == caches + 1
    assert session._state is not None
    assert len(session._state.memory[0].indices) == 6


def test_no_more_chunks_are_under_way_than_processes_can_use(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = [str(tree / "train" / "red" / f"{i % 6}.png") for i in range(60)]
    monkeypatch.setattr(decoding_pool, "CHUNK", 1)
    submitted = 0
    real = decoding_pool.pool().submit

    def counting(*arguments: Any) -> Any:  # noqa: ANN401
        nonlocal submitted
        submitted += 1
        return real(*arguments)

    monkeypatch.setattr(decoding_pool.pool(), "submit", counting)
    calls = [(chunk, True) for chunk in decoding_pool.chunks_of(paths)]
    results = decoding_pool.decode_all(decoding.many_sizes, calls, len(paths), silent)
    assert [next(results) for _ in range(2)] == [[(40, 36)], [(40, 37)]]
    assert submitted <= 4 * processors() + 2
    assert len([*results]) == 58


def test_two_processes_at_once_make_one_whole_cache(tree: Path) -> None:
    results: list[np.ndarray[Any, Any]] = []

    def read() -> None:
        paths = tuple(str(path) for path in sorted((tree / "train").rglob("*.png")))
        results.append(FileImages(paths, str(tree / "cache")).mapped(32, silent)[:].numpy())

    threads = [threading.Thread(target=read) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(results) == 4
    assert all(np.array_equal(results[0], other) for other in results)
    assert len([*(tree / "cache" / "images").glob("*.u8")]) == 1
    assert not [*(tree / "cache" / "images").glob("*.tmp")]


def test_a_full_disk_leaves_nothing_that_is_taken_for_whole(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(pixel_cache.os, "fdatasync", full)
    assert fails(folder_spec(tree), tree / "cache").code == "disk-full"
    assert [*(tree / "cache" / "images").glob("*.u8")] == []
    monkeypatch.undo()
    assert len(load(folder_spec(tree), tree / "cache").test_images) == 9


def test_a_cache_that_will_not_fit_is_said_before_anything_is_decoded(
    tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    little = shutil.disk_usage(tree)._replace(free=9 * 3 * 32 * 32 - 1)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: little)
    monkeypatch.setattr(pixel_cache, "decode_all", lambda *_: pytest.fail("something was decoded"))
    error = fails(folder_spec(tree), tree / "cache")
    assert error.code == "disk-full"
    assert re.search(r"0.0 MiB of decoded images do not fit into .*cache/images, .*`zscl cache clear`", str(error))


def test_a_training_crop_is_what_torchvision_makes_of_the_same_box(tree: Path) -> None:
    from torchvision.transforms import InterpolationMode
    from torchvision.transforms import functional as F

    path, box = str(tree / "train" / "red" / "2.png"), (3, 1, 30, 33)
    wanted = F.resized_crop(Image.open(path).convert("RGB"), *box, [32, 32], InterpolationMode.BICUBIC)
    got = decoding.crop_pixels(decoding.Crop(path, box), 32)
    assert np.array_equal(got, np.asarray(wanted).transpose(2, 0, 1))


def test_boxes_of_files_fit_each_image_and_are_those_of_equal_images(tree: Path) -> None:
    dataset = load(folder_spec(tree))
    assert dataset.crops is not None
    chosen = np.array([0, 5, 11, 17])
    boxes = dataset.crops.boxes(3, 1, 9, chosen)
    heights, widths = dataset.crops.sizes_N2[chosen].T
    assert ((boxes[:, 0] + boxes[:, 2] <= heights) & (boxes[:, 1] + boxes[:, 3] <= widths)).all()
    assert set(widths.tolist()) > {36}
    one = randomness.crop_boxes(3, 1, 9, batch=4, height=int(heights[1]), width=int(widths[1]))
    assert boxes[1].tolist() == one[1].tolist()


def trained(session: Session, cuts: tuple[int, ...]) -> str:
    session.execute(BeginTask(0, "own"), silent)
    first = 0
    for count in cuts:
        done = session.execute(segment(first, count, LossWeights()), silent)
        assert isinstance(done, TrainDone)
        first += count
    assert session._state is not None
    return session._state.slots.digest("trained")


def test_training_on_files_does_not_depend_on_segments_or_on_what_was_decoded_before(
    tree: Path, new_session: Callable[..., Session]
) -> None:
    def session() -> Session:
        return new_session(datasets=(folder_spec(tree),))

    whole = trained(session(), (6,))
    assert trained(session(), (1, 3, 2)) == whole
    twice = session()
    trained(twice, (4,))
    assert twice._state is not None
    twice._state.slots.put("trained", {k: v.clone() for k, v in twice._state.slots.get("initial").items()})
    assert trained(twice, (6,)) == whole


def test_batches_of_files_follow_the_same_order_as_batches_in_memory(tree: Path) -> None:
    dataset = load(folder_spec(tree))
    assert dataset.crops is not None
    fetched = Prefetch(dataset.crops, 7, 0, 32).batch(2, 5)
    order = randomness.stream((7, 0, Purpose.TRAIN_ORDER), 10, 5, 18)
    boxes = dataset.crops.boxes(7, 0, 2, order)
    for pixels, i, box in zip(fetched, order, boxes, strict=True):
        crop = decoding.Crop(dataset.crops.images.paths[i], tuple(box.tolist()))
        assert np.array_equal(pixels.numpy(), decoding.crop_pixels(crop, 32))


def test_a_batch_asked_for_out_of_order_is_whole_while_others_are_being_written(tree: Path) -> None:
    dataset = load(folder_spec(tree))
    assert dataset.crops is not None
    updates = (0, 1, 7, 5, 6, 0, 40, 41, 3)
    prefetch = Prefetch(dataset.crops, 7, 0, 32)
    jumping = [prefetch.batch(update, 18).clone() for update in updates]  # of memory that the next one is given
    for update, batch in zip(updates, jumping, strict=True):
        assert torch.equal(batch, Prefetch(dataset.crops, 7, 0, 32).batch(update, 18))
    assert len(prefetch.batch(4, 5)) == 5
    prefetch.close()
    assert not prefetch.under_way


def test_the_crops_of_all_ranks_are_those_of_one_process(tree: Path) -> None:
    crops = load(folder_spec(tree)).crops
    assert crops is not None
    dealt = [Prefetch(crops, 7, 0, 32, ranks=Ranks(rank, 3)).batch(2, 5) for rank in range(3)]
    assert [len(part) for part in dealt] == [2, 2, 1]
    assert torch.equal(torch.cat(dealt), Prefetch(crops, 7, 0, 32).batch(2, 5))
    assert len(Prefetch(crops, 7, 0, 32, ranks=Ranks(2, 3)).batch(2, 1)) == 0


def test_without_a_file_in_memory_a_temporary_one_takes_the_pixels(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "memfd_create", raising=False)
    dataset = load(folder_spec(tree))
    assert dataset.crops is not None
    prefetch = Prefetch(dataset.crops, 7, 0, 32)
    batch = prefetch.batch(0, 5)
    monkeypatch.undo()
    assert torch.equal(batch, Prefetch(dataset.crops, 7, 0, 32).batch(0, 5))
    assert prefetch.memory is not None
    path = Path(prefetch.memory.place.path)
    assert path.exists()
    prefetch.close()
    del prefetch
    assert not path.exists()


@pytest.mark.skipif(not hasattr(os, "memfd_create"), reason="elsewhere memory is a temporary file")
def test_pixels_for_memory_that_was_given_back_do_not_reach_the_file_that_has_its_number_now(tree: Path) -> None:
    memory = PixelMemory(2, 32)
    paths = [str(path) for path in sorted((tree / "train" / "red").iterdir())]
    decoding.write_centre_pixels(replace(memory.place, first=1), paths[:1], 32, decoding.AS_SEEN)
    assert np.array_equal(memory.pixels[1], decoding.centre_pixels(paths[0], 32))
    assert not memory.pixels[0].any()
    place, number = memory.place, int(memory.place.path.rpartition("/")[2])
    del memory
    other = os.open(tree / "journal", os.O_CREAT | os.O_WRONLY)
    os.dup2(other, number)
    with pytest.raises(FileNotFoundError, match="the file that was to take the pixels is gone"):
        decoding.write_centre_pixels(replace(place, in_memory=False), paths[:1], 32, decoding.AS_SEEN)
    with pytest.raises(FileNotFoundError, match="the file that was to take the pixels is gone"):
        decoding.write_crop_pixels(replace(place, path=str(tree / "journal")), [], 32, decoding.AS_SEEN)
    for opened in {other, number}:
        os.close(opened)
    assert (tree / "journal").read_bytes() == b""


def test_a_killed_decoding_process_is_said_and_the_next_image_gets_new_ones(tree: Path) -> None:
    dataset = load(folder_spec(tree))
    assert dataset.crops is not None
    prefetch = Prefetch(dataset.crops, 7, 0, 32)
    victim = decoding_pool.pool().submit(os.getpid).result()
    os.kill(victim, signal.SIGKILL)
    with pytest.raises(  # noqa: PT012 - which batch it is depends on how fast the process dies
        ZsclError, match=r"processes that decode images was killed, most likely .* of memory"
    ) as caught:
        for update in range(100):
            prefetch.batch(update, 5)
    assert caught.value.code == "out-of-memory"
    assert len(Prefetch(dataset.crops, 7, 0, 32).batch(0, 5)) == 5


def test_decoding_processes_end_with_the_process_that_owns_them(tmp_path: Path) -> None:
    program = (
        "import os, sys, time\n"
        "from zscl.data import decoding_pool\n"
        "if __name__ == '__main__':\n"
        "    print(*{decoding_pool.pool().submit(os.getpid).result() for _ in range(3)}, flush=True)\n"
        "    time.sleep(60)\n"
    )
    (tmp_path / "owner.py").write_text(program)
    owner = subprocess.Popen([sys.executable, str(tmp_path / "owner.py")], stdout=subprocess.PIPE, text=True)
    assert owner.stdout is not None
    pids = [int(word) for word in owner.stdout.readline().split()]
    assert pids
    owner.kill()
    owner.wait()
    for pid in pids:
        for _ in range(200):
            stat = Path(f"/proc/{pid}/stat")
            if not stat.exists() or stat.read_text().rpartition(")")[2].split()[0] in "ZX":
                break
            threading.Event().wait(0.01)
        else:
            pytest.fail(f"the decoding process {pid} outlives its owner")

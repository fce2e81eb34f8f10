"""Save and restore: bit-equal training afterwards, and no damage that goes unnoticed."""

from __future__ import annotations

import errno
import hashlib
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import torch
from conftest import ZSCL, segment, silent, zscl_task
from safetensors import SafetensorError, safe_open
from safetensors.torch import load_file

from zscl import checkpoint, synced
from zscl.commands import (
    Combine,
    Evaluate,
    Lerp,
    Outcome,
    Remember,
    Restore,
    Save,
    SavedFile,
    SaveDone,
    WeightedSlot,
    ZsclError,
)
from zscl.references.memory import Remembered
from zscl.session import Session

SLOTS = ("trained", "initial", "task-start", "average-2")


def started(new_session: Callable[..., Session]) -> Session:
    session = new_session()
    session.execute(Remember(5, "second", "initial", 6), silent)
    for slot in ("task-start", "average-2"):
        session.execute(Combine(slot, (WeightedSlot("trained", 1.0),)), silent)
    session.execute(zscl_task(anchor_slot="task-start"), silent)
    train(session, 0)
    return session


def train(session: Session, first: int) -> Outcome:
    outcome = session.execute(segment(first, 4, ZSCL), silent)
    session.execute(Lerp("average-2", "trained", 0.3), silent)
    return outcome


def save(session: Session, folder: Path, slots: tuple[str, ...] = SLOTS) -> SaveDone:
    folder.mkdir(parents=True)
    done = session.execute(Save(str(folder), slots, optimiser=True), silent)
    assert isinstance(done, SaveDone)
    return done


def digests(session: Session) -> dict[str, str]:
    assert session._state is not None
    return {name: session._state.slots.digest(name) for name in session._state.slots.names()}


def test_training_restored_in_a_fresh_session_is_bit_equal_to_uninterrupted_training(
    new_session: Callable[..., Session], tmp_path: Path
) -> None:
    session = started(new_session)
    saved = save(session, tmp_path / "save")
    rows = [train(session, first) for first in (4, 8)]

    fresh = new_session()
    fresh.execute(Restore(str(tmp_path / "save"), saved.files, zscl_task(anchor_slot="task-start")), silent)
    assert [train(fresh, first) for first in (4, 8)] == rows
    assert digests(fresh) == digests(session)
    assert fresh._state is not None
    assert session._state is not None
    assert fresh._state.memory[5].indices.tolist() == session._state.memory[5].indices.tolist()


def test_without_the_optimiser_the_restored_training_would_be_another(
    new_session: Callable[..., Session], tmp_path: Path
) -> None:
    session = started(new_session)
    saved = save(session, tmp_path / "save")
    train(session, 4)
    fresh = new_session()
    without = tuple(file for file in saved.files if file.path != checkpoint.OPTIMISER)
    fresh.execute(Restore(str(tmp_path / "save"), without, zscl_task(anchor_slot="task-start")), silent)
    train(fresh, 4)
    assert digests(fresh)["trained"] != digests(session)["trained"]


def test_a_save_reports_what_is_on_the_disk(new_session: Callable[..., Session], tmp_path: Path) -> None:
    saved = save(started(new_session), tmp_path / "save")
    on_disk = {str(path.relative_to(tmp_path / "save")) for path in (tmp_path / "save").rglob("*") if path.is_file()}
    assert {file.path for file in saved.files} == on_disk
    assert on_disk == {*(f"slots/{name}.safetensors" for name in SLOTS), "optimiser.safetensors", "memory.safetensors"}
    for file in saved.files:
        content = (tmp_path / "save" / file.path).read_bytes()
        assert (len(content), hashlib.sha256(content).hexdigest()) == (file.bytes, file.sha256)
    with safe_open(tmp_path / "save" / "optimiser.safetensors", framework="pt") as file:
        assert {"step/visual.proj", "exp_avg/visual.proj", "exp_avg_sq/visual.proj"} <= set(file.keys())


def test_an_unchanged_slot_is_linked_from_the_save_before_also_when_that_was_renamed(
    new_session: Callable[..., Session], tmp_path: Path
) -> None:
    session = started(new_session)
    first = save(session, tmp_path / ".half-done")
    (tmp_path / ".half-done").rename(tmp_path / "step-4")
    train(session, 4)
    second = save(session, tmp_path / "step-8")

    def inode(folder: str, slot: str) -> int:
        return (tmp_path / folder / "slots" / f"{slot}.safetensors").stat().st_ino

    linked = {slot: inode("step-4", slot) == inode("step-8", slot) for slot in SLOTS}
    assert linked == {"trained": False, "initial": True, "task-start": True, "average-2": False}
    assert first.files[1] == second.files[1]
    fresh = new_session()
    fresh.execute(Restore(str(tmp_path / "step-8"), second.files, zscl_task(anchor_slot="task-start")), silent)
    save(fresh, tmp_path / "again")
    assert inode("again", "trained") == inode("step-8", "trained")


@pytest.mark.parametrize("code", [errno.EXDEV, errno.EPERM])
def test_where_links_are_impossible_the_file_is_written(
    code: int, new_session: Callable[..., Session], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = started(new_session)
    save(session, tmp_path / "one")

    def refuse(*_: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "link", refuse)
    saved = save(session, tmp_path / "two")
    assert (tmp_path / "two" / "slots" / "initial.safetensors").stat().st_nlink == 1
    new_session().execute(Restore(str(tmp_path / "two"), saved.files), silent)


def test_a_slot_file_that_was_changed_since_the_last_save_is_not_linked(
    new_session: Callable[..., Session], tmp_path: Path
) -> None:
    session = started(new_session)
    save(session, tmp_path / "one")
    (tmp_path / "one" / "slots" / "initial.safetensors").write_bytes(b"something else")
    saved = save(session, tmp_path / "two")
    new_session().execute(Restore(str(tmp_path / "two"), saved.files), silent)


def flip_a_bit(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[-5] ^= 1
    path.write_bytes(content)


def truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


@pytest.mark.parametrize("damage", [flip_a_bit, truncate, Path.unlink])
@pytest.mark.parametrize("name", ["slots/trained.safetensors", "optimiser.safetensors", "memory.safetensors"])
def test_a_damaged_file_is_named_and_nothing_is_restored(
    damage: Callable[[Path], None], name: str, new_session: Callable[..., Session], tmp_path: Path
) -> None:
    saved = save(started(new_session), tmp_path / "save")
    damage(tmp_path / "save" / name)
    fresh = new_session()
    before = digests(fresh)
    with pytest.raises(ZsclError) as caught:
        fresh.execute(Restore(str(tmp_path / "save"), saved.files, zscl_task()), silent)
    assert caught.value.code == "checkpoint-unreadable"
    assert caught.value.state_good
    assert str(tmp_path / "save" / name) in str(caught.value)
    assert f"Delete the folder {tmp_path / 'save'} and resume" in str(caught.value)
    assert digests(fresh) == before


def test_a_file_that_is_no_safetensors_is_unreadable_even_when_its_digest_is_right(
    new_session: Callable[..., Session], tmp_path: Path
) -> None:
    (tmp_path / "x.safetensors").write_bytes(b"junk")
    file = SavedFile("x.safetensors", 4, hashlib.sha256(b"junk").hexdigest(), "trained")
    with pytest.raises(ZsclError, match=r"x\.safetensors is not a readable safetensors") as caught:
        new_session().execute(Restore(str(tmp_path), (file,)), silent)
    assert caught.value.code == "checkpoint-unreadable"


def test_a_checkpoint_of_another_model_is_refused_before_anything_changes(
    new_session: Callable[..., Session], tmp_path: Path
) -> None:
    saved = save(started(new_session), tmp_path / "save")
    fresh = new_session(trains="image")
    with pytest.raises(ZsclError, match=r"parameter `ln_final\.bias`, which this model does not train") as caught:
        fresh.execute(Restore(str(tmp_path / "save"), saved.files), silent)
    assert (caught.value.code, caught.value.state_good) == ("bad-input", True)


@pytest.mark.parametrize("path", ["../x.safetensors", "/etc/passwd", "slots/../../x"])
def test_a_path_outside_the_folder_is_refused(path: str, session: Session, tmp_path: Path) -> None:
    with pytest.raises(ZsclError, match="outside its folder"):
        session.execute(Restore(str(tmp_path), (SavedFile(path, 1, "", "trained"),)), silent)


def test_restoring_forgets_slots_and_memory_that_are_not_in_the_save(
    new_session: Callable[..., Session], tmp_path: Path
) -> None:
    plain = new_session()
    saved = plain.execute(Save(str(make(tmp_path / "save")), ("trained",), optimiser=False), silent)
    assert isinstance(saved, SaveDone)
    session = started(new_session)
    session.execute(Restore(str(tmp_path / "save"), saved.files), silent)
    assert session._state is not None
    assert set(session._state.slots.names()) == {"trained", "initial"}
    assert session._state.memory == {}
    assert digests(session)["trained"] == digests(plain)["trained"]


def make(folder: Path) -> Path:
    folder.mkdir()
    return folder


def test_an_optimiser_that_has_not_stepped_yet_can_be_saved_and_restored(
    new_session: Callable[..., Session], tmp_path: Path
) -> None:
    session = new_session()
    session.execute(zscl_task(), silent)
    saved = save(session, tmp_path / "save", ("trained",))
    session.execute(segment(0, 3, ZSCL), silent)
    fresh = new_session()
    fresh.execute(Restore(str(tmp_path / "save"), saved.files, zscl_task()), silent)
    fresh.execute(segment(0, 3, ZSCL), silent)
    assert digests(fresh)["trained"] == digests(session)["trained"]


def test_evaluation_and_saving_change_nothing(new_session: Callable[..., Session], tmp_path: Path) -> None:
    one, other = started(new_session), started(new_session)
    one.execute(Evaluate("average-2", "first", 5), silent)
    save(one, tmp_path / "save")
    one.execute(Evaluate("initial", "second", 5), silent)
    assert train(one, 4) == train(other, 4)
    assert digests(one) == digests(other)


def test_a_full_disk_is_told_by_its_code_also_where_safetensors_hides_the_errno(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise SafetensorError("I/O error: No space left on device (os error 28)")

    monkeypatch.setattr(synced, "save_file", full)
    with pytest.raises(ZsclError, match=r"initial\.safetensors") as caught:
        session.execute(Save(str(make(tmp_path / "save")), ("initial",), optimiser=False), silent)
    assert (caught.value.code, caught.value.state_good) == ("disk-full", True)


def test_a_file_system_without_modes_is_written_to_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path, mode: int) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted", str(self))

    monkeypatch.setattr(Path, "chmod", refuse)
    synced.write_synced(tmp_path / "x.safetensors", {"x": torch.ones(2)}, {})
    assert load_file(tmp_path / "x.safetensors")["x"].tolist() == [1, 1]


def test_memory_survives_its_tensors() -> None:
    memory = {3: Remembered("a/b", torch.tensor([4, 1])), 10: Remembered("c", torch.tensor([2]))}
    back = checkpoint.memory_from(checkpoint.memory_tensors(memory))
    assert [(t, m.dataset, m.indices.tolist()) for t, m in back.items()] == [(3, "a/b", [4, 1]), (10, "c", [2])]


def test_saving_into_a_folder_that_is_not_there_is_told(session: Session, tmp_path: Path) -> None:
    with pytest.raises(ZsclError, match="does not exist") as caught:
        session.execute(Save(str(tmp_path / "nowhere"), ("trained",), optimiser=False), silent)
    assert caught.value.code == "data-not-found"
    command = Save(str(make(tmp_path / "save")), ("trained", "nothing"), optimiser=False)
    with pytest.raises(ZsclError, match="no slot `nothing`; there are trained, initial"):
        session.execute(command, silent)
    assert not (tmp_path / "save" / "slots").exists()
    with pytest.raises(ZsclError, match="before BeginTask"):
        session.execute(replace(command, slots=("trained",), optimiser=True), silent)


def test_every_file_of_a_save_counts_as_progress(new_session: Callable[..., Session], tmp_path: Path) -> None:
    session = started(new_session)
    told: list[tuple[int, int]] = []
    (tmp_path / "slow").mkdir()
    done = session.execute(Save(str(tmp_path / "slow"), SLOTS, optimiser=True), lambda *one: told.append(one))
    assert isinstance(done, SaveDone)
    assert told == [(i + 1, len(done.files)) for i in range(len(done.files))]
    assert len(told) > len(SLOTS)

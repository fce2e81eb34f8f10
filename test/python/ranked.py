"""Scenarios that are run by several ranks, each a process of its own that stays for the next scenario."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar

import pytest
import torch
from conftest import make_tiny_world, silent, tiny_set_up, to_double
from torch import distributed

from zscl.commands import Command, Outcome
from zscl.ranks import Meeting, Ranks
from zscl.session import Session

T = TypeVar("T")


@dataclass(frozen=True)
class Scenario:
    """Commands of a session on the tiny model, and what is asked of it in the end."""

    commands: tuple[Command, ...]
    cache: str = ""
    trains: str = "whole"
    double: bool = False
    disturbed: int = -1  # the rank that holds one other weight when the last command comes


@dataclass(frozen=True)
class Found:
    outcomes: tuple[Outcome, ...]
    weights: dict[str, torch.Tensor]


def execute(scenario: Scenario, ranks: Ranks) -> Found:
    patch = pytest.MonkeyPatch()
    try:
        session = Session(ranks)
        devices = "" if ranks.alone else str(ranks.count)
        session.execute(tiny_set_up(cache_folder=scenario.cache, trains=scenario.trains, devices=devices), silent)
        if scenario.double:
            to_double(session, patch)
        outcomes = tuple(session.execute(command, silent) for command in scenario.commands[:-1])
        assert session._state is not None
        if scenario.disturbed == ranks.rank:
            with torch.no_grad():
                session._state.model.parameters["positional_embedding"][0, 0] += 1e-3
        outcomes += (session.execute(scenario.commands[-1], silent),)
        parameters = session._state.model.parameters
        return Found(outcomes, {name: value.detach().clone() for name, value in parameters.items()})
    finally:
        patch.undo()


def at_rank(rank: int, count: int, meeting: str, scenario: Scenario) -> Found:
    try:
        return execute(scenario, Meeting.in_file(Path(meeting)).join(rank, count, "cpu"))
    finally:
        distributed.destroy_process_group()


def in_process(folder: str) -> None:
    make_tiny_world(Path(folder))


@contextmanager
def processes(most: int, folder: Path) -> Iterator[Callable[[int, Scenario], list[Found]]]:
    """Runs scenarios on up to `most` ranks; the answer of each rank."""
    with ProcessPoolExecutor(most, get_context("spawn"), initializer=in_process, initargs=(str(folder),)) as pool:

        def run(count: int, scenario: Scenario) -> list[Found]:
            meeting = tempfile.mktemp(dir=folder)
            futures = [pool.submit(at_rank, rank, count, meeting, scenario) for rank in range(count)]
            return [future.result() for future in futures]

        yield run

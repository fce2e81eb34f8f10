"""The processes that decode images."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from functools import lru_cache
from itertools import islice
from multiprocessing import get_context
from typing import Any, TypeVar

from zscl.commands import ZsclError
from zscl.data import decoding
from zscl.data.decoding import Place, UnreadableImageError
from zscl.machine import processors

T = TypeVar("T")
Progress = Callable[[int, int], object]

CHUNK = 8  # images per call of a decoding process


@lru_cache(maxsize=1)
def pool() -> ProcessPoolExecutor:
    """The decoding processes, one per core, made when the first image is asked for."""
    return ProcessPoolExecutor(processors(), get_context("spawn"), initializer=decoding.die_with_parent)


def chunks_of(items: Sequence[T]) -> list[list[T]]:
    return [list(items[start : start + CHUNK]) for start in range(0, len(items), CHUNK)]


def placed(place: Place, items: Sequence[T]) -> list[tuple[Place, list[T]]]:
    """The items in chunks, each with its place: the first item goes to `place`, the others behind it."""
    chunks = chunks_of(items)
    return [(replace(place, first=place.first + i * CHUNK), chunk) for i, chunk in enumerate(chunks)]


def decode_all(
    function: Callable[..., Any], calls: Iterable[tuple[Any, ...]], total: int, progress: Progress
) -> Iterator[Any]:
    """The results of `function` for every call, in order. Raises bad-input naming a damaged image.

    Every call is for CHUNK of the `total` images. Only so many are under way at once that no process waits: results
    that nobody has taken yet stay few.
    """
    waiting = iter(calls)
    under_way: deque[Future[Any]] = deque()
    done = 0
    try:
        for call in islice(waiting, 4 * processors()):
            under_way.append(submit(function, *call))
        while under_way:
            result = taken(under_way.popleft())
            for call in islice(waiting, 1):
                under_way.append(submit(function, *call))
            done = min(done + CHUNK, total)
            progress(done, total)
            yield result
    finally:
        for future in under_way:
            future.cancel()


def taken(future: Future[T]) -> T:
    """The result of a decoding process. Raises bad-input for a damaged image, out-of-memory for a killed process."""
    try:
        return future.result()
    except UnreadableImageError as error:
        raise ZsclError(
            "bad-input", f"{error.path} is not a readable image ({error.reason}). Repair or remove it."
        ) from error
    except BrokenProcessPool as error:
        raise _killed() from error


def submit(function: Callable[..., T], *arguments: Any) -> Future[T]:  # noqa: ANN401
    """A call for a decoding process. Raises out-of-memory where one was killed since the last call."""
    try:
        return pool().submit(function, *arguments)
    except BrokenProcessPool as error:
        raise _killed() from error


def _killed() -> ZsclError:
    pool.cache_clear()  # the next image gets new processes
    return ZsclError(
        "out-of-memory",
        f"one of {processors()} processes that decode images was killed, most likely because the machine ran out of "
        "memory. Stop other programs, lower `batch_size`, or allow fewer processors (`taskset`), and resume.",
    )

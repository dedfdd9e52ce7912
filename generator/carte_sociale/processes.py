"""Work shared between processes forked from this one: they read what it holds, and send small results back.

A fork costs some milliseconds and copies nothing until somebody writes, so an atlas of 100,000 records is shared for
free; threads would take turns at the interpreter's lock.
"""

import ctypes
import gc
import os
import pickle
import signal
import struct
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Generic, Self, TypeVar

J = TypeVar("J")
R = TypeVar("R")

_TOKEN = struct.Struct("<I")
_TOKENS = 8_000
"""Tokens that a pipe holds (64 KiB), with room to spare."""
_PR_SET_PDEATHSIG = 1


class ProcessusPerdu(RuntimeError):
    """A process ended without an answer: it was killed, or memory ran out."""


def cores() -> int:
    """Return how many processors this program may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def share(jobs: Sequence[J], work: Callable[[J], R], processes: int) -> list[R]:
    """Return `work(job)` for each job, in the order of `jobs`, done by this process and others beside it.

    What a job raises is raised here. ProcessusPerdu where a process was lost.
    """
    size = -(-len(jobs) // _TOKENS) or 1
    starts = range(0, len(jobs), size)
    processes = min(processes, len(starts))
    with without_collections():
        if processes <= 1 or not hasattr(os, "fork"):
            return [work(job) for job in jobs]

        def some(start: int) -> dict[int, R]:
            return {rank: work(jobs[rank]) for rank in range(start, min(start + size, len(jobs)))}

        found = _shared(starts, some, processes)
    return [found[rank] for rank in range(len(jobs))]


def _shared(starts: range, some: Callable[[int], dict[int, R]], processes: int) -> dict[int, R]:
    """Whoever is free takes the next token: a pipe holds them, which the system shares out."""
    tokens, feed = os.pipe()
    os.write(feed, b"".join(_TOKEN.pack(start) for start in starts))
    os.close(feed)

    def take() -> dict[int, R]:
        done: dict[int, R] = {}
        while token := os.read(tokens, _TOKEN.size):
            done |= some(*_TOKEN.unpack(token))
        return done

    children: list[tuple[int, int]] = []
    try:
        children += [_forked(take) for _ in range(processes - 1)]
        found = take()
        while children:
            found |= _answer(*children.pop(0))
    finally:
        os.close(tokens)
        for child in children:
            _stop(*child)
    return found


@contextmanager
def without_collections() -> Iterator[None]:
    """Leave memory to reference counts: what is made of records holds no circle, and looking for some takes long."""
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.enable()


def _forked(task: Callable[[], Any]) -> tuple[int, int]:
    """Start a process for a task; return its number, and where its answer is to be read."""
    answers, here = os.pipe()
    parent = os.getpid()
    pid = os.fork()
    if pid:
        os.close(here)
        return pid, answers
    try:
        os.close(answers)
        _end_with(parent)
        try:
            answer = pickle.dumps((True, task()), protocol=5)
        except BaseException as error:
            answer = pickle.dumps((False, error), protocol=5)
        with os.fdopen(here, "wb") as pipe:
            pipe.write(answer)
    finally:
        os._exit(0)  # no handler, no buffer of the other process is run or written twice


def _answer(pid: int, answers: int) -> Any:
    with os.fdopen(answers, "rb") as pipe:
        content = pipe.read()
    os.waitpid(pid, 0)
    try:
        good, found = pickle.loads(content)
    except (EOFError, pickle.UnpicklingError) as error:
        raise ProcessusPerdu(f"processus {pid}") from error
    if not good:
        raise found
    return found


def _stop(pid: int, answers: int) -> None:
    os.close(answers)
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)


def _end_with(parent: int) -> None:
    """Have the system end this process with its parent, even where that one is killed (Linux)."""
    prctl = getattr(ctypes.CDLL(None), "prctl", None)
    if prctl is not None:
        prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)


class Aside(Generic[R]):
    """A task that another process does meanwhile; `result` waits for it, and the end of the block gives it up."""

    def __init__(self, task: Callable[[], R]) -> None:
        self._task = task
        self._child = _forked(task) if hasattr(os, "fork") and cores() > 1 else None
        self._pending = self._child is not None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.give_up()

    def give_up(self) -> None:
        """Stop the task, unless its result was asked."""
        if self._child is not None and self._pending:
            self._pending = False
            _stop(*self._child)

    def result(self) -> R:
        """Return what the task gives, or raise what it raises; asked once."""
        if self._child is None:
            return self._task()
        self._pending = False
        found: R = _answer(*self._child)
        return found

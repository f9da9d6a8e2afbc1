"""Shares work on the plans among processes: a plan stays with one of them, which keeps what it made of it in memory.

The processes are forked from this one, with all that is loaded, and only where that is safe: on Linux. What crosses
between them is small: digests, findings, addresses. Whatever finishes first, results come in the order of the plans.
"""

import ctypes
import gc
import os
import pickle
import signal
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, Protocol, TypeVar

from ragsite.progress import Progress, silent, tracked
from ragsite.refusal import Refused
from ragsite.store import Store

Part = TypeVar("Part")
Result = TypeVar("Result")
Work = Callable[[Store, Part], Result]
"""What is done for one plan: given the store of the process that has the plan. Both sides can be pickled."""

MOST = 4
"""Processes at most: each holds its share of the plans, and the disk is one."""

LEAST = 250_000
"""Bytes of content for which a process more is worth its start: about a second of work."""

YOUNG, SELDOM = 50_000, 10_000
"""How many new records make a look for garbage among them worth while, and how many such looks one among all."""

PR_SET_PDEATHSIG = 1
"""From Linux's <sys/prctl.h>: the signal that a process gets when the one that made it has ended."""

ENDED = (
    "A part of the build was ended from outside, most likely because this computer ran out of memory. Nothing was"
    " published. Build again; with “--processes 1” a build needs the least memory."
)


class Elsewhere(Exception):
    """The traceback of a fault in another process, as text."""


class Crew(Protocol):
    """Who does the work on the plans."""

    def each(
        self, work: Work[Part, Result], parts: Sequence[Part], *, what: str = "", tell: Progress = silent
    ) -> Iterator[Result]:
        """The result for each plan's part, in their order; begun at once where there are other processes to do it.

        `parts` has one part for each plan, in the order of the plans. The results of one work must all be taken
        before the next is given. `tell` hears of each that is done, as `what`.
        """


@dataclass(frozen=True)
class Alone:
    """This process does everything by itself."""

    store: Store

    def each(
        self, work: Work[Part, Result], parts: Sequence[Part], *, what: str = "", tell: Progress = silent
    ) -> Iterator[Result]:
        """The results one by one, each made when it is taken."""
        return (work(self.store, part) for part in tracked(parts, what, tell))


@contextmanager
def at_work(
    store: Store, weights: Sequence[int], *, processes: int, load: Callable[[], object] = bool
) -> Iterator[Crew]:
    """A crew for plans of these weights (bytes of content); its processes have ended when the block has.

    There are at most `processes`, and no more than are worth their start. `load` loads what each of them needs.
    """
    number = min(processes, MOST, len(weights), 1 + sum(weights) // LEAST)
    with _little_collecting():
        if number < 2 or sys.platform != "linux":
            yield Alone(store)
            return
        load()
        with _others(store, number) as workers:
            yield _Team(workers, shares(weights, number))


@contextmanager
def _little_collecting() -> Iterator[None]:
    """Garbage is looked for among what is new: a build makes most of it in drawing pages, and plans live long."""
    before = gc.get_threshold()
    gc.set_threshold(YOUNG, SELDOM, SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*before)


@contextmanager
def _others(store: Store, number: int) -> Iterator[tuple["_Worker", ...]]:
    workers = _started(store, number)
    try:
        yield workers
    finally:
        for worker in workers:
            worker.process.kill()
            worker.process.join()
            worker.line.close()
        gc.unfreeze()


def shares(weights: Sequence[int], number: int) -> tuple[int, ...]:
    """For each plan who of `number` has it: the heaviest first, each to the one with the least to do."""
    loads, given = [0] * number, [0] * len(weights)
    for place in sorted(range(len(weights)), key=lambda one: (-weights[one], one)):
        given[place] = loads.index(min(loads))
        loads[given[place]] += weights[place]
    return tuple(given)


@dataclass(frozen=True)
class _Worker:
    """A process, and the line to it."""

    process: BaseProcess
    line: Connection


@dataclass(frozen=True)
class _Team:
    """Processes that each have a share of the plans: `shares` names for each plan the process that has it."""

    workers: tuple[_Worker, ...]
    shares: tuple[int, ...]

    def each(
        self, work: Work[Part, Result], parts: Sequence[Part], *, what: str = "", tell: Progress = silent
    ) -> Iterator[Result]:
        """Gives all processes their work, and returns what gathers the results."""
        for number, worker in enumerate(self.workers):
            mine = [(place, part) for place, part in enumerate(parts) if self.shares[place] == number]
            try:
                worker.line.send((work, mine))
            except OSError as error:
                raise Refused(ENDED) from error
        return self._gathered(len(parts), what, tell)

    def _gathered(self, number: int, what: str, tell: Progress) -> Iterator[Any]:
        """The results in order; a fault is raised when its turn comes, so that it is the same one each time."""
        tell(what, 0, number)
        made: dict[int, tuple[bool, Any]] = {}
        arriving = self._arriving(number)
        for place in range(number):
            while place not in made:
                found, is_well, value = next(arriving)
                made[found] = is_well, value
                tell(what, place + len(made), number)
            is_well, value = made.pop(place)
            if not is_well:
                error, told = value
                raise error from Elsewhere(told)
            yield value

    def _arriving(self, number: int) -> Iterator[tuple[int, bool, Any]]:
        lines = {worker.line: worker.line for worker in self.workers}
        while number:
            for ready in wait(list(lines)):
                try:
                    content = lines[ready].recv_bytes()  # type: ignore[index]
                except (EOFError, OSError) as error:
                    raise Refused(ENDED) from error
                yield pickle.loads(content)
                number -= 1


def _started(store: Store, number: int) -> tuple[_Worker, ...]:
    gc.collect()
    gc.freeze()  # What is loaded by now stays; looking it over would copy it into each process.
    context = get_context("fork")
    lines = [context.Pipe() for _ in range(number)]
    workers = []
    for place, (ours, theirs) in enumerate(lines):
        others = [line for pair in lines for line in pair if line is not theirs]
        process = context.Process(target=_serve, args=(store, theirs, others, os.getpid()), name=f"ragsite-{place}")
        process.daemon = True
        process.start()
        workers.append(_Worker(process, ours))
    for _, theirs in lines:
        theirs.close()
    return tuple(workers)


def _serve(store: Store, line: Connection, others: list[Connection], parent: int) -> None:
    """Does what it is asked until nobody asks any more. Whoever stops a build stops the parent, and with it this."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _end_with(parent)
    for other in others:
        other.close()
    while True:
        try:
            work, parts = line.recv()
            for place, part in parts:
                line.send_bytes(_done(work, store, place, part))
        except (EOFError, OSError):
            return


def _done(work: Work[Any, Any], store: Store, place: int, part: Any) -> bytes:
    try:
        return pickle.dumps((place, True, work(store, part)), protocol=pickle.HIGHEST_PROTOCOL)
    except Exception as error:  # noqa: BLE001 - raised again in the parent
        told = traceback.format_exc()
        try:
            pickle.loads(pickle.dumps(error))
        except Exception:  # noqa: BLE001 - whatever an exception's own pickling raises
            error = RuntimeError(repr(error))
        return pickle.dumps((place, False, (error, told)))


def _end_with(parent: int) -> None:
    """Has the system kill this process when the parent is gone: it must not write into the folder of a next build."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)

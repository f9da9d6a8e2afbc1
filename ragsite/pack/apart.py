"""Makes packs in this process and in one beside it, as laying a page out keeps one processor busy and no more.

The other process is started as any program is, not forked: it holds none of our locks and files, and ends by itself
when we do. When it cannot be started or does not answer, its work is done here.
"""

import os
import pickle
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from threading import Thread

from ragsite.pack.offer import PackFile
from ragsite.processors import processors
from ragsite.progress import Progress

Finish = Callable[[Progress], dict[str, bytes]]
"""Makes what is left to make; gives the bytes of all files by their address."""

GONE = (OSError, EOFError, ValueError, pickle.UnpicklingError)
"""What is met when the other process has ended or its answer was cut off."""


@dataclass(frozen=True)
class _Work:
    """The files that nobody has begun, and the bytes of those that are made, by address; two threads share both."""

    left: deque[PackFile]
    made: dict[str, bytes] = field(default_factory=dict)


@contextmanager
def begun(files: Sequence[PackFile]) -> Iterator[Finish]:
    """Begins to make files in another process, if there is a processor for it; leaving the block stops it."""
    work = _Work(deque(sorted(files, key=_longest_first)))
    if len(files) < 2 or processors() < 2:
        yield partial(_finish, work, None)
        return
    other = _start()
    feeder = Thread(target=_feed, args=(work, other), daemon=True)
    feeder.start()
    try:
        yield partial(_finish, work, feeder)
    finally:
        other.kill()
        feeder.join()
        other.communicate()


def _longest_first(file: PackFile) -> tuple[bool, int]:
    """A PDF takes longest; begun last, it would keep one processor busy while the other has nothing to do."""
    return not file.name.endswith(".pdf"), -len(file.made_from)


def _start() -> subprocess.Popen[bytes]:
    """The other process, with the same program as this one, wherever that was loaded from."""
    path = os.pathsep.join(str(Path(folder).absolute()) for folder in sys.path)
    command = [sys.executable, "-P", "-m", "ragsite.pack.apart"]
    pipe, nowhere = subprocess.PIPE, subprocess.DEVNULL
    environment = {**os.environ, "PYTHONPATH": path}
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=nowhere, env=environment)


def _feed(work: _Work, other: subprocess.Popen[bytes]) -> None:
    """Has the other process make one file after another; what it does not make is left."""
    if other.stdin is None or other.stdout is None:
        return
    while work.left:
        file = _next(work)
        if file is None:
            return
        try:
            pickle.dump(file, other.stdin)
            other.stdin.flush()
            work.made[file.address] = pickle.load(other.stdout)
        except GONE:
            work.left.append(file)
            return


def _finish(work: _Work, feeder: Thread | None, tell: Progress) -> dict[str, bytes]:
    _make_left(work, tell)
    if feeder is not None:
        feeder.join()
        _make_left(work, tell)
    return work.made


def _make_left(work: _Work, tell: Progress) -> None:
    of = len(work.left) + len(work.made)
    while file := _next(work):
        tell("Laying out committee packs", len(work.made), of)
        work.made[file.address] = file.make()
    tell("Laying out committee packs", of, of)


def _next(work: _Work) -> PackFile | None:
    try:
        return work.left.popleft()
    except IndexError:
        return None


def _serve() -> None:
    """Makes each file that is asked for, until nobody asks; what a library prints must not get into the answers."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    while True:
        try:
            file: PackFile = pickle.load(sys.stdin.buffer)
        except EOFError:
            return
        pickle.dump(file.make(), answers)
        answers.flush()


if __name__ == "__main__":
    _serve()

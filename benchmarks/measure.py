"""Runs a command as a whole process, with all that it starts, and reads from the operating system what it cost."""

import os
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread

SAMPLED = 0.1
"""Seconds between two looks at the memory."""


class FailedRun(Exception):
    """A command that did not end well; its words are the end of what it printed."""


@dataclass(frozen=True)
class Cost:
    """What one run took: seconds on the clock, seconds of processor time, bytes of memory at the peak.

    All are of the command and every process that it started. Memory that processes share is counted once.
    """

    wall: float
    cpu: float
    peak: int


def run(command: tuple[str, ...], *, folder: Path, settings: Mapping[str, str]) -> Cost:
    """Runs `command` in `folder` to its end; FailedRun when it does not succeed."""
    with (folder / "run.log").open("wb") as log:
        started = time.monotonic()
        process = subprocess.Popen(
            command, cwd=folder, env={**os.environ, **settings}, stdin=subprocess.DEVNULL, stdout=log, stderr=log
        )
        with _watched(process.pid) as seen:
            _, status, used = os.wait4(process.pid, 0)
        wall = time.monotonic() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        words = (folder / "run.log").read_text(encoding="utf-8", errors="replace")[-600:]
        raise FailedRun(f"{' '.join(command)} ended with {process.returncode}:\n{words}")
    return Cost(wall=wall, cpu=used.ru_utime + used.ru_stime, peak=max(seen, default=used.ru_maxrss * 1024))


@contextmanager
def _watched(pid: int) -> Iterator[list[int]]:
    """Fills a list with the memory of a process and its descendants while the block runs; empty where unknown."""
    seen: list[int] = []
    ended = Event()

    def look() -> None:
        while not ended.wait(SAMPLED):
            if memory := sum(map(_memory, _descent(pid))):
                seen.append(memory)

    watcher = Thread(target=look, daemon=True)
    watcher.start()
    try:
        yield seen
    finally:
        ended.set()
        watcher.join()


def _descent(pid: int) -> Iterator[int]:
    yield pid
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        with suppress(OSError):
            for child in task.read_text(encoding="ascii").split():
                yield from _descent(int(child))


def _memory(pid: int) -> int:
    """Bytes that a process holds, its share of what it has in common with others (Linux: "proportional set size")."""
    with suppress(OSError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    return 0

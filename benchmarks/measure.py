"""Runs a command as a whole process and reads from the operating system what it cost."""

import os
import subprocess
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


class FailedRun(Exception):
    """A command that did not end well; its words are the end of what it printed."""


@dataclass(frozen=True)
class Cost:
    """What one run took: seconds on the clock, seconds of processor time, bytes at the peak of its largest process."""

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
        _, status, used = os.wait4(process.pid, 0)
        wall = time.monotonic() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        words = (folder / "run.log").read_text(encoding="utf-8", errors="replace")[-600:]
        raise FailedRun(f"{' '.join(command)} ended with {process.returncode}:\n{words}")
    return Cost(wall=wall, cpu=used.ru_utime + used.ru_stime, peak=used.ru_maxrss * 1024)

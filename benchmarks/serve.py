"""`python -m benchmarks serve`: how long after a change is saved the running preview shows it."""

import argparse
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

from benchmarks.content import write_content

PLAN, REPORT, ITEM = "plan-001", "2025-09", "a3-5"
PATIENCE = 120.0
"""Seconds that a preview has to start, and to show a change."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """At which size, and how often."""
    parser.add_argument("items", type=int, metavar="N")
    parser.add_argument("--changes", type=int, default=11)
    parser.set_defaults(run=measure)


def measure(asked: argparse.Namespace) -> None:
    """Starts a preview of synthetic content, saves one changed line again and again, and tells the seconds."""
    with tempfile.TemporaryDirectory(prefix="ragsite-bench-") as name:
        folder = Path(name)
        write_content(folder, items=asked.items)
        for what in ("with nothing kept", "with what the last one kept"):
            started = time.monotonic()
            with previewed(folder) as preview:
                preview.shown("")
                print(f"The first page {what}: {time.monotonic() - started:.2f} s after the start.", flush=True)
                waits = [_change(folder, preview, number) for number in range(asked.changes)]
            told = f"{statistics.median(waits):.2f} s (least {min(waits):.2f}, most {max(waits):.2f})"
            print(f"A changed line shown after {told}, {len(waits)} changes, {asked.items} items.", flush=True)


class Previewed:
    """A running preview, asked as a browser asks it."""

    def __init__(self, port: int) -> None:
        self.port = port

    def shown(self, words: str) -> None:
        """Returns when the page of the item holds `words`; asks again whenever there is something new to show."""
        version, until = "", time.monotonic() + PATIENCE
        while time.monotonic() < until:
            try:
                if words in self._get(f"/plans/{PLAN}/items/{ITEM}/"):
                    return
                version = self._get(f"/-preview/version/{version}")
            except ConnectionRefusedError:
                time.sleep(0.1)
        raise TimeoutError(f"“{words}” was not shown in {PATIENCE:.0f} s.")

    def _get(self, path: str) -> str:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request("GET", path)
            return connection.getresponse().read().decode("utf-8")
        finally:
            connection.close()


@contextmanager
def previewed(folder: Path) -> Iterator[Previewed]:
    """`ragsite serve` in a process of its own, ended with the block."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = (sys.executable, "-m", "ragsite", "serve", "--address", f"127.0.0.1:{port}")
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL)
    try:
        yield Previewed(port)
    finally:
        process.terminate()
        process.wait()


def _change(folder: Path, preview: Previewed, number: int) -> float:
    """Saves another first line of what a report tells of the item; the seconds until the item's page shows it."""
    words = f"Changed for the {number}. time at {time.monotonic():.3f}."
    path = folder / "content" / "plans" / PLAN / "reports" / f"{REPORT}.yml"
    head, found, rest = path.read_text(encoding="utf-8").partition(f"- item: {ITEM}\n")
    before, key, after = rest.partition("  progress:\n")
    old, _, last = after.partition("\n  - ")
    assert old, f"{path} has no line to change"
    path.write_text(f"{head}{found}{before}{key}  - {words}\n  - {last}", encoding="utf-8")
    started = time.monotonic()
    preview.shown(words)
    return time.monotonic() - started

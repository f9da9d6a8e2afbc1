"""`python -m benchmarks changed`: what one changed line costs, in a build and until the running preview shows it."""

import argparse
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from statistics import median

from benchmarks.content import write_content
from benchmarks.figures import keep, kept
from benchmarks.measure import Cost, run
from benchmarks.report import spread

PLAN, REPORT, ITEM = "plan-001", "2025-09", "a3-5"
PATIENCE = 120.0
"""Seconds that a preview has to start, and to show a change."""

COLUMNS = (
    "items",
    "whole build: wall, s",
    "processor, s",
    "one line changed: wall, s",
    "processor, s",
    "share of wall",
    "share of processor",
    "saved to shown in the preview, s",
)
HEAD = f"| {' | '.join(COLUMNS)} |\n{'|---' * len(COLUMNS)}|\n"


@dataclass(frozen=True)
class Changed:
    """At one size, search off: a build with nothing kept, builds after one changed line each, and the preview's waits.

    `waits` are seconds from saving a changed line until the page shows it.
    """

    items: int
    whole: Cost
    builds: tuple[Cost, ...]
    waits: tuple[float, ...]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """At which sizes, and how often."""
    parser.add_argument("items", type=int, nargs="+", metavar="N")
    parser.add_argument("--changes", type=int, default=5)
    parser.add_argument("--out", type=Path, default=Path("build/bench/changed.json"))
    parser.set_defaults(run=measure)


def measure(asked: argparse.Namespace) -> None:
    """Builds, changes one line again and again, and builds; then the same with a preview. Keeps the figures as JSON."""
    found = []
    for items in asked.items:
        with tempfile.TemporaryDirectory(prefix="ragsite-bench-") as name:
            found.append(_measured(Path(name), items, asked.changes))
        print(table(found[-1:]), flush=True)
        keep(asked.out, found)


def read_changed(path: Path) -> list[Changed]:
    """What `measure` kept."""
    return [
        Changed(one["items"], Cost(**one["whole"]), tuple(Cost(**cost) for cost in one["builds"]), tuple(one["waits"]))
        for one in kept(path)
    ]


def table(found: Sequence[Changed]) -> str:
    """The figures in Markdown."""
    return HEAD + "\n".join(map(_row, found))


def _row(one: Changed) -> str:
    walls, processors = [cost.wall for cost in one.builds], [cost.cpu for cost in one.builds]
    return (
        f"| {one.items:,} | {one.whole.wall:.1f} | {one.whole.cpu:.1f} | {spread(walls)} | {spread(processors)}"
        f" | {median(walls) / one.whole.wall:.0%} | {median(processors) / one.whole.cpu:.0%} | {spread(one.waits, 2)} |"
    )


def _measured(folder: Path, items: int, changes: int) -> Changed:
    write_content(folder, items=items)
    settings = folder / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8").replace("  - ragsite", "  - ragsite:\n      search: false")
    settings.write_text(text, encoding="utf-8")
    whole = _build(folder)
    _change(folder, "Changed once.")
    _build(folder)  # The first build after a whole one finds no site before it to take from; later ones do.
    builds = []
    for number in range(changes):
        _change(folder, f"Changed for the {number}. build.")
        builds.append(_build(folder))
    with previewed(folder) as preview:
        preview.shown("")
        waits = tuple(_wait(folder, preview, number) for number in range(changes))
    return Changed(items, whole, tuple(builds), waits)


def _build(folder: Path) -> Cost:
    command = (sys.executable, "-m", "ragsite", "build", "--quiet")
    return run(command, folder=folder, settings={"NO_MKDOCS_2_WARNING": "1"})


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


def _wait(folder: Path, preview: Previewed, number: int) -> float:
    words = f"Changed for the {number}. look."
    _change(folder, words)
    started = time.monotonic()
    preview.shown(words)
    return time.monotonic() - started


def _change(folder: Path, words: str) -> None:
    """Saves another first line of what a report tells of the item."""
    path = folder / "content" / "plans" / PLAN / "reports" / f"{REPORT}.yml"
    head, found, rest = path.read_text(encoding="utf-8").partition(f"- item: {ITEM}\n")
    before, key, after = rest.partition("  progress:\n")
    old, _, last = after.partition("\n  - ")
    assert old, f"{path} has no line to change"
    path.write_text(f"{head}{found}{before}{key}  - {words}\n  - {last}", encoding="utf-8")

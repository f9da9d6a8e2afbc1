"""`python -m benchmarks reading`: what reading and checking cost, against loading the same YAML alone."""

import argparse
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from time import process_time
from typing import TypeVar

import yaml

from benchmarks.content import write_content
from benchmarks.figures import keep, kept

DAY = date(2026, 1, 1)
Made = TypeVar("Made")


@dataclass(frozen=True)
class ReadingCost:
    """Seconds of processor time at one size; `size` is the YAML in bytes."""

    items: int
    size: int
    safe_load: float
    c_load: float
    read: float
    check: float


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """At which sizes."""
    parser.add_argument("items", type=int, nargs="+", metavar="N")
    parser.add_argument("--out", type=Path, default=Path("build/bench/reading.json"))
    parser.set_defaults(run=measure)


def measure(asked: argparse.Namespace) -> None:
    """Measures each size in this process and keeps the figures as JSON."""
    found = []
    for items in asked.items:
        with tempfile.TemporaryDirectory(prefix="ragsite-bench-") as name:
            write_content(Path(name), items=items)
            found.append(cost(Path(name) / "content", items))
        print(table(found[-1:]), flush=True)
        keep(asked.out, found)


def cost(content: Path, items: int) -> ReadingCost:
    """What each step takes on one content folder."""
    from ragsite.checks import check  # noqa: PLC0415 - its loading is not what is measured
    from ragsite.content.folder import read_site  # noqa: PLC0415

    files = sorted(content.rglob("*.yml"))
    texts = [path.read_text(encoding="utf-8") for path in files]
    c_loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    safe, _ = _timed(lambda: [yaml.safe_load(text) for text in texts])
    fast, _ = _timed(lambda: [yaml.load(text, Loader=c_loader) for text in texts])
    read, reading = _timed(lambda: read_site(content))
    checked, _ = _timed(lambda: check(reading, as_at=DAY))
    return ReadingCost(items, sum(path.stat().st_size for path in files), safe, fast, read, checked)


def table(costs: list[ReadingCost]) -> str:
    """The figures in Markdown, with ratios to loading alone."""
    head = (
        "| items | YAML, MB | `yaml.safe_load` alone, s | its C loader alone, s | read and validated, s"
        " | checked, s | read and checked, of `safe_load` | checked, ms an item |\n|---|---|---|---|---|---|---|---|"
    )
    rows = (
        f"| {one.items:,} | {one.size / 1e6:.1f} | {one.safe_load:.1f} | {one.c_load:.1f} | {one.read:.1f}"
        f" | {one.check:.1f}"
        f" | {(one.read + one.check) / one.safe_load:.2f} | {1000 * one.check / one.items:.2f} |"
        for one in costs
    )
    return "\n".join([head, *rows])


def read_costs(path: Path) -> list[ReadingCost]:
    """What `measure` kept."""
    return [ReadingCost(**one) for one in kept(path)]


def _timed(work: Callable[[], Made]) -> tuple[float, Made]:
    started = process_time()
    made = work()
    return process_time() - started, made


"""The page of figures: one table a size, each figure as a median with its spread, and ratios to ragsite's own."""

import os
import platform
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from statistics import median

from benchmarks.rounds import Result

COLUMNS = (
    "what",
    "wall, s",
    "processor, s",
    "memory, MB",
    "pages",
    "files",
    "output, MB",
    "pages a second",
    "wall, of ragsite's",
)
HEAD = f"| {' | '.join(COLUMNS)} |\n{'|---' * len(COLUMNS)}|"


def builders(results: Sequence[Result], *, base: str) -> str:
    """Tables in Markdown, a size each; ratios are to the builder named `base` in the same rounds."""
    return "\n\n".join(
        _size(list(group), items, base) for items, group in groupby(results, key=lambda result: result.items)
    )


def machine() -> str:
    """The machine in a few words: processors, memory, system, Python."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (
        f"{os.cpu_count()} processors ({_processor()}), {memory:.0f} GB of memory,"
        f" {platform.system()}, Python {platform.python_version()}"
    )


def spread(values: Sequence[float], digits: int = 1) -> str:
    """A median with the smallest and the largest: `3.1 (2.9–3.4)`."""
    low, middle, high = (f"{value:,.{digits}f}" for value in (min(values), median(values), max(values)))
    return middle if low == high else f"{middle} ({low}–{high})"


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = []
    named = (line.split(":")[1].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.processor() or "unnamed")


def _size(results: list[Result], items: int, base: str) -> str:
    own = next((result for result in results if result.peer == base and result.costs), None)
    rows = "\n".join(_row(result, own) for result in results)
    return f"### {items:,} items\n\n{HEAD}\n{rows}"


def _row(result: Result, own: Result | None) -> str:
    if not result.costs:
        return f"| {result.peer} | {result.why_not.splitlines()[0]} | | | | | | | |"
    walls = [cost.wall for cost in result.costs]
    cells = (
        result.peer,
        spread(walls),
        spread([cost.cpu for cost in result.costs]),
        f"{max(cost.peak for cost in result.costs) / 1e6:,.0f}",
        f"{result.pages:,}",
        f"{result.files:,}",
        f"{result.size / 1e6:,.1f}",
        f"{result.pages / median(walls):,.0f}",
        _ratio(walls, own),
    )
    return f"| {' | '.join(cells)} |"


def _ratio(walls: Sequence[float], own: Result | None) -> str:
    """Round by round, since both ran in the same minutes; a slow builder ran in the first round only."""
    if own is None:
        return ""
    return spread([wall / cost.wall for wall, cost in zip(walls, own.costs, strict=False)], 2)

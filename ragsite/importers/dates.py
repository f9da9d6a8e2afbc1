"""A date cell to a date of the content files: as printed, its meaning added only where it is certain or set."""

import re
from collections import Counter
from collections.abc import Iterable
from typing import Any

from ragsite.importers.tables import Cell
from ragsite.model.dates import DateProblem, PartialDate, Precision, parse_date, read_date

DAY_FIRST = "day first"
MONTH_FIRST = "month first"

_NUMBERS = re.compile(r"(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4}|\d{2})")
_CLOCK = re.compile(r"(\d{4}-\d\d-\d\d) \d\d:\d\d")


def read_date_cell(cell: Cell, *, order: str = "") -> Any:
    """The date of a cell: a text, or a mapping with `printed`; words that give no date are kept as printed."""
    printed = cell.flat
    if clock := _CLOCK.fullmatch(printed):
        return clock[1]
    meant = ordered(printed, order) if order else ""
    if meant:
        return {"printed": printed, "means": meant}
    try:
        found = parse_date(printed)
    except DateProblem:
        return {"printed": printed, "note": "Not a date; kept as printed."}
    return {"printed": printed} if found.precision is Precision.AMBIGUOUS else printed


def ordered(printed: str, order: str) -> str:
    """What a date of three numbers means when its order is known; nothing when it has one meaning or none."""
    found = _NUMBERS.fullmatch(printed.strip())
    if not found or not _is_ambiguous(printed):
        return ""
    first, second = int(found[1]), int(found[2])
    day, month = (first, second) if order == DAY_FIRST else (second, first)
    year = int(found[3]) if len(found[3]) == 4 else int(found[3]) + (2000 if int(found[3]) <= 69 else 1900)
    return f"{year}-{month:02}-{day:02}"


def likely_order(cells: Iterable[Cell]) -> tuple[str, int, int]:
    """The order that a column's own dates show, how many show it, and how many are ambiguous.

    Nothing where none shows it, or some show each.
    """
    counts: Counter[str] = Counter()
    ambiguous = 0
    for cell in cells:
        found = _NUMBERS.fullmatch(cell.flat)
        if found is None:
            continue
        first, second = int(found[1]), int(found[2])
        if first > 12 >= second:
            counts[DAY_FIRST] += 1
        elif second > 12 >= first:
            counts[MONTH_FIRST] += 1
        ambiguous += _is_ambiguous(cell.flat)
    order = next(iter(counts), "") if len(counts) == 1 else ""
    return order, counts[order] if order else 0, ambiguous


def looks_like_date(cell: Cell) -> bool:
    """Whether a cell gives a date, clear or not."""
    if cell.is_date:
        return True
    try:
        parse_date(cell.flat)
    except DateProblem:
        return False
    return bool(cell.text) and not re.fullmatch(r"\d{1,3}|\d{1,2}[/-]\d{1,2}", cell.flat)


def meaning(date: Any) -> PartialDate | None:
    """A written date (text or mapping) as the content reader understands it; None for what it refuses."""
    try:
        if isinstance(date, str):
            return parse_date(date)
        return read_date(str(date["printed"]), means=date.get("means"), note="")
    except (DateProblem, KeyError, TypeError):
        return None


def is_same_date(one: Any, other: Any) -> bool:
    """Whether two written dates mean the same days; of those that mean none, whether they print the same."""
    first, second = meaning(one), meaning(other)
    if first is None or second is None:
        return bool(one == other)
    if first.is_resolved and second.is_resolved:
        return (first.first, first.last) == (second.first, second.last)
    return first.printed.strip().casefold() == second.printed.strip().casefold()


def _is_ambiguous(printed: str) -> bool:
    try:
        return parse_date(printed).precision is Precision.AMBIGUOUS
    except DateProblem:
        return False

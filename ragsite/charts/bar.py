"""The distribution bar: how many items have each rating, as shares of a bar and as a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ragsite import figures

Badge = Mapping[str, object]
LEAST_WIDTH = 9.0  # per cent: a shape and two digits fit in this on a phone


@dataclass(frozen=True)
class Segment:
    """One rating in the bar: where it starts and how wide it is, in per cent of the bar."""

    badge: Badge
    number: int
    x: str
    width: str


@dataclass(frozen=True)
class Row:
    """One rating in the table: the count, its denominator and its share, in words."""

    badge: Badge
    number: int
    of_total: str
    share: str


@dataclass(frozen=True)
class Distribution:
    """Segments for the bar (empty ratings left out), rows for the table (all), the total and one sentence."""

    segments: tuple[Segment, ...]
    rows: tuple[Row, ...]
    total: int
    text: str


def distribution(counts: Sequence[tuple[Badge, int]]) -> Distribution:
    """Geometry and words of `counts`, in the order given; a small rating is widened to hold its number."""
    total = sum(number for _, number in counts)
    rows = tuple(
        Row(badge, number, figures.of(number, total), share(number, total)) for badge, number in counts
    )
    return Distribution(segments(counts, total), rows, total, sentence(counts, total))


def segments(counts: Sequence[tuple[Badge, int]], total: int) -> tuple[Segment, ...]:
    shown = [(badge, number) for badge, number in counts if number > 0]
    made, x = [], 0.0
    for (badge, number), width in zip(shown, widths([number for _, number in shown], total), strict=True):
        made.append(Segment(badge, number, per_cent(x), per_cent(width)))
        x += width
    return tuple(made)


def widths(numbers: Sequence[int], total: int) -> list[float]:
    """Per cent, adding to 100: what is under the least width gets it, the others give way in proportion."""
    narrow: set[int] = set()
    while True:
        room = 100.0 - LEAST_WIDTH * len(narrow)
        rest = total - sum(numbers[place] for place in narrow)
        found = {
            place
            for place, number in enumerate(numbers)
            if place not in narrow and number * room / rest < LEAST_WIDTH
        }
        if not found:
            return [LEAST_WIDTH if place in narrow else n * room / rest for place, n in enumerate(numbers)]
        narrow |= found


def share(number: int, total: int) -> str:
    return figures.percent(100 * number / total, 0) if total else "not applicable"


def sentence(counts: Sequence[tuple[Badge, int]], total: int) -> str:
    parts = [f"{number} {said(badge)}" for badge, number in counts if number > 0]
    return f"Of {total}: {figures.words(parts)}." if parts else "None."


def said(badge: Badge) -> str:
    name = badge.get("name")
    return f"{badge['label']} ({name})" if name else str(badge["label"])


def per_cent(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") + "%"

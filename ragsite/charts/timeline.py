"""The date chart: one sign for each due date, by month, quarter or year, wide as columns and narrow as rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from ragsite.charts.calendar import Calendar, calendar_over
from ragsite.charts.scale import short
from ragsite.charts.shapes import Text
from ragsite.charts.signs import SIGNS, sign

MOST_UNITS = 48
MOST_SIGNS = 25
WIDE, NARROW = 720, 344
EDGE, TOP, BELOW = 12.0, 40.0, 48.0
ROW, LINE_GAP, ROW_TOP = 20.0, 28.0, 8.0
SIGN = 14.0


@dataclass(frozen=True)
class DateMark:
    """One due date: its day, and which sign it gets (a key of `SIGNS`)."""

    day: date
    kind: str


@dataclass(frozen=True)
class Signs:
    """All signs of one kind in one path."""

    kind: str
    path: str


@dataclass(frozen=True)
class DateChart:
    """Everything a template needs to draw the chart at one width, in drawing order."""

    width: int
    height: int
    base: str
    stubs: tuple[str, ...]
    now: str
    signs: tuple[Signs, ...]
    texts: tuple[Text, ...]


@dataclass(frozen=True)
class DateFigure:
    """The chart at both widths and the words around it. `name` is unique in a page.

    `each` is how many dates one sign stands for at most; `unit` is month, quarter or year. `has_later` when a
    few dates far in the future stand together at the end.
    """

    name: str
    title: str
    description: str
    unit: str
    each: int
    has_later: bool
    wide: DateChart
    narrow: DateChart


@dataclass(frozen=True)
class Now:
    """The date of the report, with the words that stand at its line."""

    day: date
    label: str


def date_figure(
    marks: Iterable[DateMark], *, name: str, title: str, description: str, now: Now | None = None
) -> DateFigure | None:
    """The figure of `marks`; None when there are none. The chart always reaches as far as the line of the report."""
    shown = tuple(marks)
    if not shown:
        return None
    days = [mark.day for mark in shown] + ([now.day] if now else [])
    calendar = calendar_over(days, most=MOST_UNITS)
    each, stacks = _stacks(shown, calendar)
    return DateFigure(
        name,
        title,
        description,
        calendar.unit.name,
        each,
        calendar.is_open,
        wide=_columns(calendar, stacks, now),
        narrow=_rows(calendar, stacks, now),
    )


def _stacks(marks: Sequence[DateMark], calendar: Calendar) -> tuple[int, list[list[str]]]:
    """How many dates a sign stands for, and the signs of each unit; no kind that is there gets lost."""
    counts = [Counter[str]() for _ in range(calendar.count)]
    for mark in marks:
        counts[calendar.place(mark.day)][mark.kind] += 1
    for each in _steps():
        stacks = [[kind for kind in SIGNS for _ in range(-(-count[kind] // each))] for count in counts]
        if max(len(stack) for stack in stacks) <= MOST_SIGNS or each >= len(marks):
            return each, stacks
    raise AssertionError("the steps have no end")


def _steps() -> Iterable[int]:
    power = 1
    while True:
        yield from (power, 2 * power, 5 * power)
        power *= 10


def _columns(calendar: Calendar, stacks: Sequence[Sequence[str]], now: Now | None) -> DateChart:
    """Signs stand on the base line, one column for each unit."""
    pitch = min(72.0, (WIDE - 2 * EDGE) / calendar.count)
    bottom = TOP + SIGN * max(4, *(len(stack) for stack in stacks))
    right = EDGE + pitch * calendar.count
    centres = [EDGE + pitch * (place + 0.5) for place in range(calendar.count)]
    labelled = calendar.labelled(pitch)
    line = EDGE + pitch * calendar.share(now.day) if now else 0.0
    signs = [
        (kind, x, bottom - SIGN * (row + 0.65))
        for x, stack in zip(centres, stacks, strict=True)
        for row, kind in enumerate(stack)
    ]
    texts = [
        Text(short(centres[place]), (short(bottom + 20), short(bottom + 37)), calendar.lines(place), "middle", "tick")
        for place in labelled
    ]
    return DateChart(
        WIDE,
        round(bottom + BELOW),
        f"M{short(EDGE)} {short(bottom)}H{short(right)}",
        tuple(
            f"M{short(x)} {short(bottom)}v{7 if place in labelled else 4}" for place, x in enumerate(centres)
        ),
        f"M{short(line)} {short(TOP - 16)}V{short(bottom)}" if now else "",
        _signs(signs),
        (*texts, *([_now_text(now, line)] if now else [])),
    )


def _now_text(now: Now, x: float) -> Text:
    anchor = "start" if x < WIDE / 3 else "end" if x > 2 * WIDE / 3 else "middle"
    return Text(short(x), (short(TOP - 24),), (now.label,), anchor, "now")


def _rows(calendar: Calendar, stacks: Sequence[Sequence[str]], now: Now | None) -> DateChart:
    """One row for each unit, with signs running to the right and on to a further line where there are many."""
    left = calendar.unit.label_width + 10.0
    room = int((NARROW - 6 - left) // SIGN)
    y, signs, texts, line = ROW_TOP, [], [], ""
    for place, stack in enumerate(stacks):
        texts.append(Text(short(left - 10), (short(y + 14.5),), (calendar.label(place),), "end", "tick"))
        signs += [
            (kind, left + SIGN * (number % room + 0.5), y + 10 + SIGN * (number // room))
            for number, kind in enumerate(stack)
        ]
        y += ROW + SIGN * max(0, (len(stack) - 1) // room)
        if now and calendar.place(now.day) == place:
            line = f"M4 {short(y + 4)}H{short(NARROW - 4.0)}"
            texts.append(Text(short(NARROW - 4.0), (short(y + 20),), (now.label,), "end", "now"))
            y += LINE_GAP
    base = f"M{short(left - 4)} {short(ROW_TOP)}V{short(y)}"
    return DateChart(NARROW, round(y + 6), base, (), line, _signs(signs), tuple(texts))


def _signs(places: Iterable[tuple[str, float, float]]) -> tuple[Signs, ...]:
    grouped: dict[str, list[str]] = {}
    for kind, x, y in places:
        grouped.setdefault(kind, []).append(sign(kind, x, y))
    return tuple(Signs(kind, "".join(grouped[kind])) for kind in SIGNS if kind in grouped)

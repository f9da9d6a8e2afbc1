"""The time axis of a date chart: a run of months, quarters or years, whichever is fine enough and fits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
MONTHS_OF_YEAR = 12
LABEL_ROOM = 40.0
FEW = 0.1
"""The share of days that may stand together as later ones."""


@dataclass(frozen=True)
class Unit:
    """What one place of the axis spans; `steps` are the distances between labels where not all fit."""

    name: str
    months: int
    steps: tuple[int, ...]
    label_width: float


UNITS = (
    Unit("month", 1, (1, 2, 3, 6, 12, 24), 70.0),
    Unit("quarter", 3, (1, 2, 4, 8, 16), 122.0),
    Unit("year", 12, (1, 2, 5, 10, 20, 50), 46.0),
)


@dataclass(frozen=True)
class Calendar:
    """`count` units from `start`, which counts units since the year nought; the last is open when some days lie on."""

    unit: Unit
    start: int
    count: int
    is_open: bool = False

    def place(self, day: date) -> int:
        """Which unit of the axis a day is in, from nought; a day after the axis is in the last one."""
        return min(_number(day, self.unit) - self.start, self.count - 1)

    def share(self, day: date) -> float:
        """How far along the axis the end of a day is, in units."""
        place = self.place(day)
        begin, end = self._begin(place), self._begin(place + 1)
        return place + min(1.0, (day.toordinal() + 1 - begin) / (end - begin))

    def labelled(self, pitch: float) -> tuple[int, ...]:
        """The places that get a label where each has `pitch` pixels: at round distances, as many as fit."""
        step = next((step for step in self.unit.steps if step * pitch >= LABEL_ROOM), self.unit.steps[-1])
        last = self.count - 1
        round_places = [place for place in range(self.count) if (self.start + place) % step == 0]
        if not self.is_open:
            return tuple(round_places)
        return (*(place for place in round_places if (last - place) * pitch >= LABEL_ROOM), last)

    def lines(self, place: int) -> tuple[str, ...]:
        """The label of a place on two lines: month or months, and year."""
        if self.is_open and place == self.count - 1:
            return ("Later",)
        year, first = divmod((self.start + place) * self.unit.months, 12)
        if self.unit.months >= MONTHS_OF_YEAR:
            return (str(year),)
        if self.unit.months == 1:
            return (MONTHS[first], str(year))
        return (f"{MONTHS[first]} to {MONTHS[first + self.unit.months - 1]}", str(year))

    def label(self, place: int) -> str:
        """The label of a place on one line."""
        return " ".join(self.lines(place))

    def _begin(self, place: int) -> int:
        year, month = divmod((self.start + place) * self.unit.months, 12)
        return date(year, month + 1, 1).toordinal()


def calendar_over(days: Sequence[date], *, most: int) -> Calendar:
    """The axis from the first of `days` on, in the finest unit of which `most` hold nearly all of them.

    A few days far in the future share the last place, so that they do not crush all others.
    """
    for unit in UNITS:
        places = [_number(day, unit) for day in days]
        start, end = min(places), max(places)
        if end - start < most:
            return Calendar(unit, start, end - start + 1)
        later = sum(place >= start + most - 1 for place in places)
        if unit is UNITS[-1] or later <= len(days) * FEW:
            return Calendar(unit, start, most, is_open=True)
    raise AssertionError("the last unit takes all")


def _number(day: date, unit: Unit) -> int:
    return (day.year * 12 + day.month - 1) // unit.months

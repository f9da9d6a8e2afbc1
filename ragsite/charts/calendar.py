"""The time axis of a date chart: a run of months, quarters or years, whichever is fine enough and fits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
LABEL_ROOM = 40.0


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
    Unit("ten years", 120, (1, 2, 5, 10), 100.0),
)


@dataclass(frozen=True)
class Calendar:
    """`count` units from `start`, which counts units since the year nought."""

    unit: Unit
    start: int
    count: int

    def place(self, day: date) -> int:
        """Which unit of the axis a day is in, from nought."""
        return _number(day, self.unit) - self.start

    def share(self, day: date) -> float:
        """How far along the axis the end of a day is, in units."""
        place = self.place(day)
        begin, end = self._begin(place), self._begin(place + 1)
        return place + (day.toordinal() + 1 - begin) / (end - begin)

    def labelled(self, pitch: float) -> tuple[int, ...]:
        """The places that get a label where each has `pitch` pixels: at round distances, as many as fit."""
        step = next((step for step in self.unit.steps if step * pitch >= LABEL_ROOM), self.unit.steps[-1])
        return tuple(place for place in range(self.count) if (self.start + place) % step == 0)

    def lines(self, place: int) -> tuple[str, ...]:
        """The label of a place on two lines: month or months, and year."""
        year, first = divmod((self.start + place) * self.unit.months, 12)
        if self.unit.months >= 12:
            return (str(year),)
        if self.unit.months == 1:
            return (MONTHS[first], str(year))
        return (f"{MONTHS[first]} to {MONTHS[first + 2]}", str(year)) if self.unit.months == 3 else (str(year),)

    def label(self, place: int) -> str:
        """The label of a place on one line."""
        said = " ".join(self.lines(place))
        return f"{said} to {int(said) + 9}" if self.unit.months > 12 else said

    def _begin(self, place: int) -> int:
        year, month = divmod((self.start + place) * self.unit.months, 12)
        return date(year, month + 1, 1).toordinal()


def calendar_over(first: date, last: date, *, most: int) -> Calendar:
    """The axis from `first` to `last` in the finest unit of which there are no more than `most`."""
    for unit in UNITS:
        start, end = _number(first, unit), _number(last, unit)
        if end - start < most or unit is UNITS[-1]:
            return Calendar(unit, start, end - start + 1)
    raise AssertionError("the last unit fits all")


def _number(day: date, unit: Unit) -> int:
    return (day.year * 12 + day.month - 1) // unit.months

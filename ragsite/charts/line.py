"""The line chart of a measure: values over time, targets and comparators, drawn at two widths."""

from __future__ import annotations

from dataclasses import dataclass

from ragsite import figures
from ragsite.charts.frame import draw
from ragsite.charts.scale import Axis, value_axis
from ragsite.charts.shapes import Frame, LineChart

WIDE = Frame(width=720, height=300, left=56, right=602, top=24, bottom=244, x_labels=5, beside=True)
NARROW = Frame(width=344, height=300, left=44, right=326, top=24, bottom=244, x_labels=3, beside=False)


@dataclass(frozen=True)
class Point:
    """One observation; `value` is None where there is no number, `at` is its time (2018.25) if known."""

    period: str
    value: float | None
    printed: str
    note: str = ""
    at: float | None = None


@dataclass(frozen=True)
class Target:
    """A level to reach, with its words ("Target for March 2018: 90%")."""

    label: str
    value: float
    printed: str


@dataclass(frozen=True)
class Comparator:
    """Another body's value of the same measure ("England, 2016/17")."""

    label: str
    value: float
    printed: str


@dataclass(frozen=True)
class Series:
    """What a line chart shows: points oldest first, and the levels they are held against.

    `unit` "%" puts the sign on the axis and keeps it under 100; any other unit belongs in the subtitle.
    """

    points: tuple[Point, ...]
    unit: str = ""
    targets: tuple[Target, ...] = ()
    comparators: tuple[Comparator, ...] = ()

    @property
    def levels(self) -> tuple[Target | Comparator, ...]:
        """Targets, then comparators."""
        return (*self.targets, *self.comparators)

    @property
    def known(self) -> tuple[Point, ...]:
        """The points that have a number."""
        return tuple(point for point in self.points if point.value is not None)


@dataclass(frozen=True)
class LineFigure:
    """A chart at both widths, the words around it and its figures as a table. `name` is unique in a page."""

    name: str
    headline: str
    subtitle: str
    title: str
    description: str
    wide: LineChart
    narrow: LineChart
    scale_note: str
    columns: tuple[object, ...]
    rows: tuple[tuple[object, ...], ...]
    caption: str


def line_figure(
    series: Series, *, name: str, headline: str, subtitle: str, description: str | None = None
) -> LineFigure | None:
    """The figure of `series`; None when fewer than two points have a value (a table says it better).

    `headline` says what the chart shows, `subtitle` what is measured, in which unit and for whom.
    `description` is for readers who do not see the chart; without it first, latest, highest, lowest and
    every level are told.
    """
    if len(series.known) < 2:
        return None
    axis = axis_of(series)
    columns, rows = table(series)
    return LineFigure(
        name=name,
        headline=headline,
        subtitle=subtitle,
        title=f"Line chart: {subtitle}",
        description=description or describe(series),
        wide=draw(WIDE, axis, series),
        narrow=draw(NARROW, axis, series),
        scale_note="" if axis.low == 0 else f"The vertical scale starts at {scale_start(axis, series.unit)}.",
        columns=columns,
        rows=rows,
        caption=subtitle,
    )


def axis_of(series: Series) -> Axis:
    values = [point.value for point in series.points if point.value is not None]
    values += [level.value for level in series.levels]
    return value_axis(values, ceiling=100.0 if series.unit == "%" else None)


def scale_start(axis: Axis, unit: str) -> str:
    return figures.percent(axis.low) if unit == "%" else figures.number(axis.low)


def describe(series: Series) -> str:
    """First, latest, highest, lowest, targets and comparators, in plain sentences."""
    first, last = series.known[0], series.known[-1]
    highest = max(series.known, key=lambda point: point.value or 0.0)
    lowest = min(series.known, key=lambda point: point.value or 0.0)
    said = [
        f"{first.printed} in {first.period}, {last.printed} in {last.period}.",
        f"Highest: {highest.printed} in {highest.period}. Lowest: {lowest.printed} in {lowest.period}.",
    ]
    said += [f"{level.label}: {level.printed}." for level in series.levels]
    return " ".join([*said, "The figures are in the table below."])


def table(series: Series) -> tuple[tuple[object, ...], tuple[tuple[object, ...], ...]]:
    """Columns and rows for the table component: latest first, then targets and comparators."""
    columns: tuple[object, ...] = ("Period", {"text": "Value", "numeric": True}, "Note")
    rows: list[tuple[object, ...]] = [
        (point.period, point.printed, point.note) for point in reversed(series.points)
    ]
    rows += [(level.label, level.printed, "") for level in series.levels]
    if any(point.note for point in series.points):
        return columns, tuple(rows)
    return columns[:2], tuple(row[:2] for row in rows)

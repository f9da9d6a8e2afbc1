"""Drawing one line chart in a frame of given size: every coordinate and every label of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from textwrap import wrap
from typing import Protocol

from ragsite import figures
from ragsite.charts.scale import Axis, evenly, short, spread
from ragsite.charts.spark import runs

LINE_HEIGHT = 17.0
LETTER = 7.6  # the width of an average letter at 14px, for deciding which side of a place a label takes


class Observed(Protocol):
    """What a point must have to be drawn."""

    @property
    def period(self) -> str: ...
    @property
    def value(self) -> float | None: ...
    @property
    def printed(self) -> str: ...
    @property
    def at(self) -> float | None: ...


class Level(Protocol):
    """What a target or a comparator must have to be drawn."""

    @property
    def label(self) -> str: ...
    @property
    def value(self) -> float: ...
    @property
    def printed(self) -> str: ...


class Drawable(Protocol):
    """What a series must have to be drawn."""

    @property
    def points(self) -> Sequence[Observed]: ...
    @property
    def targets(self) -> Sequence[Level]: ...
    @property
    def comparators(self) -> Sequence[Level]: ...
    @property
    def unit(self) -> str: ...


@dataclass(frozen=True)
class Frame:
    """The size of a chart and of the plot in it, in pixels; `beside` puts labels to the right of the plot."""

    width: int
    height: int
    left: float
    right: float
    top: float
    bottom: float
    x_labels: int
    beside: bool


@dataclass(frozen=True)
class Text:
    """Lines of text at one place; `anchor` is start, middle or end; `kind` names its look."""

    x: str
    ys: tuple[str, ...]
    lines: tuple[str, ...]
    anchor: str
    kind: str


@dataclass(frozen=True)
class Mark:
    """A point of the line; the last is drawn solid."""

    x: str
    y: str
    is_last: bool


@dataclass(frozen=True)
class Rule:
    """A horizontal line over the plot: grid, base, target or comparator."""

    y: str
    kind: str


@dataclass(frozen=True)
class LineChart:
    """Everything a template needs to draw the chart, in drawing order."""

    width: int
    height: int
    left: str
    right: str
    bottom: str
    rules: tuple[Rule, ...]
    stubs: tuple[str, ...]
    paths: tuple[str, ...]
    marks: tuple[Mark, ...]
    texts: tuple[Text, ...]


def draw(frame: Frame, axis: Axis, series: Drawable) -> LineChart:
    """The chart of `series` in `frame` on `axis`; targets and comparators are lines across the plot."""
    frame = tall_enough(frame, series)
    xs = x_places(frame, series.points)
    places = [
        None if point.value is None else (x, axis.place(point.value, frame.top, frame.bottom))
        for x, point in zip(xs, series.points, strict=True)
    ]
    known = [place for place in places if place is not None]
    shown = evenly(len(xs), frame.x_labels)
    return LineChart(
        width=frame.width,
        height=frame.height,
        left=short(frame.left),
        right=short(frame.right),
        bottom=short(frame.bottom),
        rules=rules(frame, axis, series),
        stubs=tuple(
            f"M{short(x)} {short(frame.bottom)}v{6 if index in shown else 4}" for index, x in enumerate(xs)
        ),
        paths=runs(places),
        marks=tuple(Mark(short(x), short(y), place == len(known) - 1) for place, (x, y) in enumerate(known)),
        texts=(
            *tick_texts(frame, axis, series.unit),
            *period_texts(frame, series.points, xs, shown),
            *level_texts(frame, axis, series, known[-1]),
        ),
    )


def tall_enough(frame: Frame, series: Drawable) -> Frame:
    """The frame, taller where the labels beside the plot would not all fit."""
    if not frame.beside:
        return frame
    needed = sum(block_height(lines) for lines, _ in blocks(frame, series))
    more = max(0, round(needed - (frame.bottom + 8 - (frame.top - 14))))
    return replace(frame, height=frame.height + more, bottom=frame.bottom + more)


def rules(frame: Frame, axis: Axis, series: Drawable) -> tuple[Rule, ...]:
    """Grid first, then comparators, then targets: what matters most is drawn last."""
    return (
        *(Rule(level_y(frame, axis, tick), "grid") for tick in axis.ticks[1:]),
        *(Rule(level_y(frame, axis, other.value), "comparator") for other in series.comparators),
        *(Rule(level_y(frame, axis, target.value), "target") for target in series.targets),
    )


def x_places(frame: Frame, points: Sequence[Observed]) -> list[float]:
    """By time where every point has one, else evenly; half a label is kept free on both sides."""
    times = [point.at for point in points if point.at is not None]
    if len(times) < len(points) or times[-1] <= times[0]:
        times = [float(index) for index in range(len(points))]
    span = times[-1] - times[0]
    return [frame.left + (time - times[0]) / span * (frame.right - frame.left) for time in times]


def level_y(frame: Frame, axis: Axis, value: float) -> str:
    return short(axis.place(value, frame.top, frame.bottom))


def tick_texts(frame: Frame, axis: Axis, unit: str) -> list[Text]:
    sign = unit if unit == "%" else ""
    return [
        Text(
            short(frame.left - 8),
            (short(axis.place(tick, frame.top, frame.bottom) + 4.9),),
            (f"{figures.number(tick)}{sign}",),
            "end",
            "tick",
        )
        for tick in axis.ticks
    ]


def period_texts(
    frame: Frame, points: Sequence[Observed], xs: Sequence[float], shown: Sequence[int]
) -> list[Text]:
    made = []
    for index in shown:
        lines = period_lines(points[index].period)
        anchor, x = side(frame, xs[index], max(len(line) for line in lines))
        ys = tuple(short(frame.bottom + 22 + LINE_HEIGHT * row) for row in range(len(lines)))
        made.append(Text(short(x), ys, lines, anchor, "tick"))
    return made


def period_lines(period: str) -> tuple[str, ...]:
    head, _, tail = period.rpartition(" ")
    return (head, tail) if head else (period,)


def side(frame: Frame, x: float, letters: int) -> tuple[str, float]:
    """Where a centred label would leave the picture it starts or ends at its edge instead."""
    half = letters * LETTER / 2
    if x - half < 2:
        return "start", 2.0
    if x + half > frame.width - 2:
        return "end", frame.width - 2.0
    return "middle", x


def level_texts(frame: Frame, axis: Axis, series: Drawable, last: tuple[float, float]) -> list[Text]:
    """The words of the latest value and of each level, moved apart where they would touch."""
    heights = [axis.place(level.value, frame.top, frame.bottom) for level, _ in levels(series)]
    if frame.beside:
        return texts_beside(frame, [last[1], *heights], blocks(frame, series))
    tops = spread([y - 8 for y in heights], [LINE_HEIGHT] * len(heights), 14.0, frame.bottom)
    texts = [
        Text(short(frame.left + 2), (short(y),), (f"{level.label}: {level.printed}",), "start", kind)
        for y, (level, kind) in zip(tops, levels(series), strict=True)
    ]
    below = last[1] + 26 if last[1] + 26 < frame.bottom - 4 else last[1] - 14
    words = f"Latest {latest(series).printed}"
    return [*texts, Text(short(frame.width - 4.0), (short(below),), (words,), "end", "latest")]


def texts_beside(
    frame: Frame, heights: Sequence[float], words: Sequence[tuple[tuple[str, ...], str]]
) -> list[Text]:
    """To the right of the plot: the value, and below it what it is."""
    sizes = [block_height(lines) for lines, _ in words]
    tops = spread([y - LINE_HEIGHT / 2 for y in heights], sizes, frame.top - 14, frame.bottom + 8)
    return [
        Text(
            short(frame.right + 14),
            tuple(short(y + LINE_HEIGHT * row + 13) for row in range(len(lines))),
            lines,
            "start",
            kind,
        )
        for y, (lines, kind) in zip(tops, words, strict=True)
    ]


def blocks(frame: Frame, series: Drawable) -> list[tuple[tuple[str, ...], str]]:
    """The lines of each label beside the plot, on as many lines as they take, and their look."""
    room = int((frame.width - frame.right - 14) / LETTER)
    named = [(level.printed, level.label, kind) for level, kind in levels(series)]
    return [
        ((value, *wrap(words, room)), kind)
        for value, words, kind in [(latest(series).printed, "latest", "latest"), *named]
    ]


def block_height(lines: Sequence[str]) -> float:
    return LINE_HEIGHT * len(lines) + 5


def levels(series: Drawable) -> list[tuple[Level, str]]:
    targets: list[tuple[Level, str]] = [(target, "target") for target in series.targets]
    return targets + [(other, "comparator") for other in series.comparators]


def latest(series: Drawable) -> Observed:
    return [point for point in series.points if point.value is not None][-1]

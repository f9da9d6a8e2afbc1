"""Drawing one line chart in a frame of given size: its lines, points, axis and labels."""

from __future__ import annotations

from collections.abc import Sequence

from ragsite import figures
from ragsite.charts.labels import LETTER, LINE_HEIGHT, key, level_texts, tall_enough
from ragsite.charts.scale import Axis, evenly, short
from ragsite.charts.shapes import Drawable, Frame, LineChart, Mark, Observed, Rule, Text
from ragsite.charts.spark import runs


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
            *level_texts(frame, axis, series, known),
        ),
    )


def rules(frame: Frame, axis: Axis, series: Drawable) -> tuple[Rule, ...]:
    """Grid first, then comparators, then targets: what matters most is drawn last."""
    return (
        *(across(frame, axis, tick, "grid") for tick in axis.ticks[1:]),
        *(across(frame, axis, other.value, "comparator") for other in series.comparators),
        *(across(frame, axis, target.value, "target") for target in series.targets),
        *key(frame, series),
    )


def across(frame: Frame, axis: Axis, value: float, kind: str) -> Rule:
    y = axis.place(value, frame.top, frame.bottom)
    return Rule(f"M{short(frame.left)} {short(y)}H{short(frame.right)}", kind)


def x_places(frame: Frame, points: Sequence[Observed]) -> list[float]:
    """By time where every point has one, else evenly; half a label is kept free on both sides."""
    times = [point.at for point in points if point.at is not None]
    if len(times) < len(points) or times[-1] <= times[0]:
        times = [float(index) for index in range(len(points))]
    span = times[-1] - times[0]
    return [frame.left + (time - times[0]) / span * (frame.right - frame.left) for time in times]


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

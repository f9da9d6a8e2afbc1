"""The site's charts as drawings: the line chart of a measure, and the bar of a roll-up."""

import re
from collections.abc import Iterator

from ragsite.charts.bar import Distribution
from ragsite.charts.line import LineFigure
from ragsite.charts.shapes import LineChart, Text
from ragsite.pack.drawing import BAR, LABEL, Box, Disc, Drawing, Shape, Stroke, Words

BAR_WIDTH = 720
BAR_HEIGHT = 44
STRONG = ("target", "latest")
"""Texts whose first line is set in bold."""

_STEP = re.compile(r"([MLHVhv])\s*(-?[\d.]+)(?:[ ,]\s*(-?[\d.]+))?")
Points = tuple[tuple[float, float], ...]


def line_drawing(figure: LineFigure) -> Drawing:
    """The wide form of a measure's chart."""
    chart = figure.wide
    return Drawing(chart.width, chart.height, tuple(_shapes(chart)))


def bar_drawing(bar: Distribution) -> Drawing:
    """The bar of a roll-up, each part with its number; the table beside it says which rating it is."""
    shapes: list[Shape] = []
    for segment in bar.segments:
        x, width = (_share(text) * BAR_WIDTH for text in (segment.x, segment.width))
        tone = str(segment.badge["tone"])
        shapes.append(Box(x + 1, 1, width - 2, BAR_HEIGHT - 2, f"{BAR}{tone}"))
        shapes.append(Words(x + width / 2, 28, str(segment.number), "middle", f"{LABEL}{tone}"))
    return Drawing(BAR_WIDTH, BAR_HEIGHT, tuple(shapes))


def _share(per_cent: str) -> float:
    return float(per_cent.rstrip("%")) / 100


def _shapes(chart: LineChart) -> Iterator[Shape]:
    """In the order in which the site's template draws them."""
    yield Stroke(((float(chart.left), float(chart.bottom)), (float(chart.right), float(chart.bottom))), "base")
    for rule in chart.rules:
        yield from (Stroke(points, rule.kind) for points in _points(rule.path))
    for stub in chart.stubs:
        yield from (Stroke(points, "stub") for points in _points(stub))
    for path in chart.paths:
        yield from (Stroke(points, "line") for points in _points(path))
    for mark in chart.marks:
        look, radius = ("mark-last", 6.0) if mark.is_last else ("mark", 4.0)
        yield Disc(float(mark.x), float(mark.y), radius, look)
    for text in chart.texts:
        yield from _words(text)


def _words(text: Text) -> Iterator[Words]:
    for place, line in enumerate(text.lines):
        look = "text-strong" if place == 0 and text.kind in STRONG else "text"
        yield Words(float(text.x), float(text.ys[place]), line, text.anchor, look)


def _points(path: str) -> list[Points]:
    """The points of a path of straight steps, one run for each move; a run of one point is left out."""
    runs: list[list[tuple[float, float]]] = []
    x = y = 0.0
    for name, first, second in _STEP.findall(path):
        number = float(first)
        if name in "ML":
            x, y = number, float(second)
        elif name in "Hh":
            x = number if name == "H" else x + number
        else:
            y = number if name == "V" else y + number
        if name == "M":
            runs.append([])
        runs[-1].append((x, y))
    return [tuple(run) for run in runs if len(run) > 1]

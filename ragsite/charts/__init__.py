"""Charts: numbers to geometry. Out come coordinates and words; templates draw them."""

from ragsite.charts.bar import Distribution, Segment, distribution
from ragsite.charts.line import Comparator, LineFigure, Point, Series, Target, line_figure
from ragsite.charts.spark import Spark, sparkline

__all__ = [
    "Comparator",
    "Distribution",
    "LineFigure",
    "Point",
    "Segment",
    "Series",
    "Spark",
    "Target",
    "distribution",
    "line_figure",
    "sparkline",
]

"""What a line chart is made of: what is given to draw it, and what comes out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


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
    """A horizontal line: grid, target or comparator, or the sample of one in the key."""

    path: str
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

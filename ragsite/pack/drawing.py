"""Charts as plain shapes with places and looks by name, which any format can draw."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True)
class Stroke:
    """A line through points; `look` names its colour, width and dashes."""

    kind: ClassVar[str] = "stroke"
    points: tuple[tuple[float, float], ...]
    look: str


@dataclass(frozen=True)
class Disc:
    """A filled circle with a rim."""

    kind: ClassVar[str] = "disc"
    x: float
    y: float
    radius: float
    look: str


@dataclass(frozen=True)
class Box:
    """A filled rectangle with a rim."""

    kind: ClassVar[str] = "box"
    x: float
    y: float
    width: float
    height: float
    look: str


@dataclass(frozen=True)
class Words:
    """Text on a baseline; `anchor` is start, middle or end."""

    kind: ClassVar[str] = "words"
    x: float
    y: float
    text: str
    anchor: str
    look: str


Shape = Stroke | Disc | Box | Words


@dataclass(frozen=True)
class Drawing:
    """Shapes in drawing order, on a ground of `width` by `height` pixels."""

    width: int
    height: int
    shapes: tuple[Shape, ...]


@dataclass(frozen=True)
class Pen:
    """A look: tokens of the theme for line and fill ("" for none), widths in pixels, and dashes."""

    line: str = ""
    fill: str = ""
    width: float = 0.0
    dashes: tuple[float, ...] = ()
    size: float = 0.0
    is_bold: bool = False


PENS: dict[str, Pen] = {
    "base": Pen(line="control", width=1.5),
    "stub": Pen(line="control", width=1.5),
    "grid": Pen(line="rule", width=1.0),
    "line": Pen(line="link", width=3.0),
    "target": Pen(line="ink", width=2.0, dashes=(7.0, 5.0)),
    "comparator": Pen(line="ink-2", width=1.5, dashes=(1.5, 4.0)),
    "mark": Pen(line="link", fill="page", width=2.5),
    "mark-last": Pen(line="link", fill="link", width=2.5),
    "text": Pen(fill="ink-2", size=14.0),
    "text-strong": Pen(fill="ink", size=15.0, is_bold=True),
}
"""The looks of a line chart, as `theme/components/chart/chart.css` draws them on the site."""

BAR = "bar:"
LABEL = "label:"
"""Looks of the parts of a bar end in their tone: `bar:red`, `label:red`."""


def pen(look: str) -> Pen:
    """The pen of a look; those of bars follow from their tone."""
    if look.startswith(BAR):
        tone = look.removeprefix(BAR)
        return Pen(line=f"{tone}-mark", fill=f"{tone}-fill", width=1.5)
    if look.startswith(LABEL):
        return Pen(fill=f"{look.removeprefix(LABEL)}-label", size=17.0, is_bold=True)
    return PENS[look]

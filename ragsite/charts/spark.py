"""The sparkline: the run of a measure in the height of a table row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ragsite.charts.scale import short

WIDTH, HEIGHT, EDGE = 132.0, 36.0, 6.0


@dataclass(frozen=True)
class Spark:
    """A line, its last point and the target's height in a box of 132 by 36, and the sentence for it."""

    paths: tuple[str, ...]
    last_x: str
    last_y: str
    target_y: str | None
    text: str


def sparkline(values: Sequence[float | None], *, text: str, target: float | None = None) -> Spark | None:
    """Geometry of `values` (oldest first; None leaves a gap); None when fewer than two are known."""
    known = [value for value in values if value is not None]
    if len(known) < 2:
        return None
    bounds = known if target is None else [*known, target]
    low, high = min(bounds), max(bounds)

    def y(value: float) -> float:
        return (
            HEIGHT / 2 if high == low else HEIGHT - EDGE - (value - low) / (high - low) * (HEIGHT - 2 * EDGE)
        )

    step = (WIDTH - 2 * EDGE) / (len(values) - 1)
    places = [
        None if value is None else (EDGE + step * index, y(value)) for index, value in enumerate(values)
    ]
    last = [place for place in places if place is not None][-1]
    return Spark(
        runs(places), short(last[0]), short(last[1]), None if target is None else short(y(target)), text
    )


def runs(places: Sequence[tuple[float, float] | None]) -> tuple[str, ...]:
    """SVG path data of each unbroken run of places; a lone point is no line."""
    made: list[list[str]] = [[]]
    for place in places:
        if place is None:
            made.append([])
        else:
            made[-1].append(f"{short(place[0])} {short(place[1])}")
    return tuple("M" + "L".join(run) for run in made if len(run) > 1)

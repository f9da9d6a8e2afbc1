"""The signs of a date chart: outlines that differ in shape, so that none is known by its colour alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ragsite.charts.scale import short

HALF = 4.5
KEY_HALF = 5.5
"""Half the size of a sign in the key, in a box of 16 by 16."""


def sign(kind: str, x: float, y: float, half: float = HALF) -> str:
    """The path of one sign around the point `x`, `y`; `half` is half its size."""
    return SIGNS[kind](x, y, half)


def _disc(x: float, y: float, half: float) -> str:
    size = short(half)
    across = short(2 * half)
    return f"M{short(x - half)} {short(y)}a{size} {size} 0 1 0 {across} 0a{size} {size} 0 1 0 -{across} 0z"


def _cross(x: float, y: float, half: float) -> str:
    left, right, top, bottom = short(x - half), short(x + half), short(y - half), short(y + half)
    return f"M{left} {top}L{right} {bottom}M{right} {top}L{left} {bottom}"


def _diamond(x: float, y: float, half: float) -> str:
    reach = half + 0.7
    return (
        f"M{short(x)} {short(y - reach)}L{short(x + reach)} {short(y)}"
        f"L{short(x)} {short(y + reach)}L{short(x - reach)} {short(y)}z"
    )


def _arrow(x: float, y: float, half: float) -> str:
    tip, back = short(x + half), short(x + half * 0.1)
    return (
        f"M{short(x - half)} {short(y)}H{tip}"
        f"M{back} {short(y - half * 0.9)}L{tip} {short(y)}L{back} {short(y + half * 0.9)}"
    )


SIGNS: Mapping[str, Callable[[float, float, float], str]] = {
    "done": _disc,
    "missed": _cross,
    "unknown": _diamond,
    "ahead": _disc,
    "moved": _arrow,
}
"""The kinds of sign in the order in which they are stacked; done is a filled disc, ahead a hollow one."""

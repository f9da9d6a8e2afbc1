"""Axes: round steps for values, places for labels, and coordinates written short."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)

LEAST_SPAN = 1e-9
"""Values nearer together than this are one value: no figure that anybody publishes differs by less."""


@dataclass(frozen=True)
class Axis:
    """A vertical scale: its ends and the values that get a line and a label."""

    low: float
    high: float
    ticks: tuple[float, ...]

    def place(self, value: float, top: float, bottom: float) -> float:
        """The y coordinate of `value` between `top` and `bottom` (y grows downwards)."""
        return bottom - (value - self.low) / (self.high - self.low) * (bottom - top)


def value_axis(values: Sequence[float], ceiling: float | None = None) -> Axis:
    """An axis over `values`, from nought unless they lie close together far above it."""
    low, high = min(values), max(values)
    start = low if low > 0 and (high - low) < 0.5 * high else min(0.0, low)
    if high - start < LEAST_SPAN:
        start, high = min(0.0, low), high if high > LEAST_SPAN else 1.0
    step = round_step((high - start) / 4)
    if start > 0 and start / step % 1 < 0.25:
        start -= step  # a point on the base line reads as nought
    first, last = math.floor(start / step + 1e-9), math.ceil(high / step - 1e-9)
    if ceiling is not None and high <= ceiling < last * step:
        last = math.floor(ceiling / step + 1e-9) if ceiling % step == 0 else last
    return Axis(first * step, last * step, tuple(round(k * step, 10) for k in range(first, last + 1)))


def round_step(rough: float) -> float:
    """The least step of 1, 2, 2.5 or 5 times a power of ten that is not under `rough`."""
    power = 10.0 ** math.floor(math.log10(rough))
    return next(step * power for step in STEPS if step * power >= rough * (1 - 1e-9))


def spread(wanted: Sequence[float], sizes: Sequence[float], low: float, high: float) -> list[float]:
    """The tops of blocks of the given sizes, near the `wanted` places, not touching.

    The first is not above `low` and the last does not reach below `high`, where there is room for all of them.
    """
    order = sorted(range(len(wanted)), key=lambda index: wanted[index])
    placed = list(wanted)
    edge = low
    for index in order:
        placed[index] = max(placed[index], edge)
        edge = placed[index] + sizes[index]
    edge = high
    for index in reversed(order):
        placed[index] = min(placed[index], edge - sizes[index])
        edge = placed[index]
    return placed


def evenly(count: int, most: int) -> tuple[int, ...]:
    """Which of `count` places get a label when there is room for `most`: first, last, equal steps."""
    if count <= most:
        return tuple(range(count))
    for shown in range(most, 2, -1):
        if (count - 1) % (shown - 1) == 0:
            return tuple(range(0, count, (count - 1) // (shown - 1)))
    return (0, count - 1)


def short(value: float) -> str:
    """A coordinate with at most one decimal: 146.0 → "146"."""
    return (
        f"{value:.1f}".removesuffix(".0").replace("-0", "0")
        if abs(value) < 0.05
        else f"{value:.1f}".removesuffix(".0")
    )

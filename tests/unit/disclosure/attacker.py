"""An attacker with every public file, who knows how the figures were made and solves for those that are hidden.

It shares no code with the suppression: whole numbers, interval propagation and a search, not linear programming.
"""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ragsite.exporters import all_files
from ragsite.publish import PublicSite

FAR = 10_000
"""More than any count in the attacked plans."""

Key = tuple[str, str, str]
"""A value in the open data: measure, period as written, series."""

Bounds = dict[str, tuple[int, int]]


@dataclass(frozen=True)
class Sum:
    """A number that is the sum of others: what everybody knows of totals, quarters and parts."""

    whole: str
    parts: tuple[str, ...]


def observations(public: PublicSite) -> dict[Key, dict[str, str]]:
    """The rows of the published `observations.csv`, read as anybody would."""
    (file,) = [one for one in all_files(public) if one.path.endswith("observations.csv")]
    rows = csv.DictReader(io.StringIO(file.content.decode("utf-8")))
    return {(row["measure"], row["period_as_written"], row["series"]): row for row in rows}


def candidates(bounds: Mapping[str, tuple[int, int]], sums: Sequence[Sum], target: str, *, enough: int) -> set[int]:
    """Values that a number may have, given what is published; stops at `enough` of them."""
    start = propagated(dict(bounds), sums)
    assert start is not None, "the published figures contradict each other"
    found: set[int] = set()
    low, high = start[target]
    for value in range(low, high + 1):
        if len(found) >= enough:
            break
        narrowed = propagated({**start, target: (value, value)}, sums)
        if narrowed is not None and is_possible(narrowed, sums):
            found.add(value)
    return found


def is_possible(bounds: Bounds, sums: Sequence[Sum], depth: int = 0) -> bool:
    """True when whole numbers within the bounds make every sum true."""
    open_names = [name for name, (low, high) in bounds.items() if low < high]
    if not open_names:
        return True
    name = min(open_names, key=lambda one: (bounds[one][1] - bounds[one][0], one))
    low, high = bounds[name]
    for value in (*range(low, min(high, low + 12) + 1),):
        narrowed = propagated({**bounds, name: (value, value)}, sums)
        if narrowed is not None and is_possible(narrowed, sums, depth + 1):
            return True
    return False


def propagated(bounds: Bounds, sums: Sequence[Sum]) -> Bounds | None:
    """The bounds after every sum has narrowed them as far as it goes; None when nothing fits."""
    bounds = dict(bounds)
    changed = True
    while changed:
        changed = False
        for one in sums:
            signed = [(one.whole, 1), *((part, -1) for part in one.parts)]
            for name, sign in signed:
                rest = [(bounds[other], other_sign) for other, other_sign in signed if other != name]
                least = sum(-sign * s * (b[0] if -sign * s > 0 else b[1]) for b, s in rest)
                most = sum(-sign * s * (b[1] if -sign * s > 0 else b[0]) for b, s in rest)
                low, high = max(bounds[name][0], least), min(bounds[name][1], most)
                if low > high:
                    return None
                if (low, high) != bounds[name]:
                    bounds[name] = (low, high)
                    changed = True
    return bounds

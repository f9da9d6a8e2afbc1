"""An attacker with every public file, who knows how the figures were made and solves for those that are hidden.

It shares no code with the suppression: whole numbers, interval propagation and elimination, not linear programming.
"""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

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


def pinned(bounds: Mapping[str, tuple[int, int]], sums: Sequence[Sum], band: int) -> set[str]:
    """The numbers of which fewer than `band` values are left: by narrowing, or because one value alone is left."""
    narrowed = propagated(dict(bounds), sums)
    assert narrowed is not None, "the published figures contradict each other"
    found = {name for name, (low, high) in narrowed.items() if high - low + 1 < band}
    return found | determined([name for name in sorted(narrowed) if name not in found], sums)


def determined(hidden: Sequence[str], sums: Sequence[Sum]) -> set[str]:
    """The hidden numbers that the sums fix, whatever the published numbers are: by elimination over fractions."""
    places = {name: place for place, name in enumerate(hidden)}
    rows = []
    for one in sums:
        row = [Fraction(0)] * len(hidden)
        for name, sign in [(one.whole, 1), *((part, -1) for part in one.parts)]:
            if name in places:
                row[places[name]] += sign
        rows.append(row)
    done = 0
    for place in range(len(hidden)):
        pivot = next((number for number in range(done, len(rows)) if rows[number][place]), None)
        if pivot is None:
            continue
        rows[done], rows[pivot] = rows[pivot], rows[done]
        rows[done] = [value / rows[done][place] for value in rows[done]]
        for number, row in enumerate(rows):
            if number != done and row[place]:
                rows[number] = [value - row[place] * fixed for value, fixed in zip(row, rows[done], strict=True)]
        done += 1
    alone = [row for row in rows[:done] if sum(1 for value in row if value) == 1]
    return {hidden[place] for row in alone for place, value in enumerate(row) if value}


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

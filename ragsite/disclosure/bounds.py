"""What an onlooker can work out: the least and the largest that a sum of hidden numbers may be.

Linear programming: the two-phase simplex method with Bland's rule (R. G. Bland, "New finite pivoting rules for the
simplex method", 1977), which always comes to an end. The tables are small, the hidden numbers of one measure and
those that hang together with them, and their factors are 1 and -1, so that floating point is exact in all but name.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Generic, TypeVar

Name = TypeVar("Name", bound=Hashable)
Table = list[list[float]]
NEAR = 1e-7
"""What counts as nought."""

NO_LEAST: Mapping[Any, float] = {}


@dataclass(frozen=True)
class Constraint(Generic[Name]):
    """A sum of hidden numbers that lies from `low` to `high`; None leaves that side open."""

    terms: tuple[tuple[Name, Fraction], ...]
    low: Fraction | None
    high: Fraction | None


@dataclass(frozen=True)
class System(Generic[Name]):
    """Hidden numbers with the least that each may be, ready to be solved; `is_possible`: something fits."""

    names: tuple[Name, ...]
    least: tuple[float, ...]
    table: Table
    basis: tuple[int, ...]
    is_possible: bool

    def ends(self, terms: Mapping[Name, Fraction]) -> tuple[float | None, float | None]:
        """The least and the largest that a sum may be; None on a side where it has no end, or where nothing fits."""
        if not self.is_possible:
            return None, None
        least = self._largest({name: -factor for name, factor in terms.items()})
        most, base = self._largest(terms), self._base(terms)
        return None if least is None else base - least, None if most is None else base + most

    def _base(self, terms: Mapping[Name, Fraction]) -> float:
        return sum(float(terms.get(name, 0)) * least for name, least in zip(self.names, self.least, strict=True))

    def _largest(self, terms: Mapping[Name, Fraction]) -> float | None:
        table, basis = [list(row) for row in self.table], list(self.basis)
        width = len(table[0]) if table else len(self.names) + 1
        goal = [float(terms.get(name, 0)) for name in self.names] + [0.0] * (width - len(self.names))
        for row, basic in zip(table, basis, strict=True):
            _subtract(goal, row, goal[basic], range(width))
        return -goal[-1] if _climb(table, basis, goal, width - 1) else None


def solve(
    names: Sequence[Name], constraints: Sequence[Constraint[Name]], least: Mapping[Name, float] = NO_LEAST
) -> System[Name]:
    """The system of hidden numbers under these constraints; each is at least nought, or what `least` says."""
    lowest = tuple(least.get(name, 0.0) for name in names)
    rows = [row for one in constraints for row in _rows(names, one, lowest)]
    slacks = sum(1 for _, _, has_slack in rows if has_slack)
    table, slack = [], 0
    for number, (factors, limit, has_slack) in enumerate(rows):
        extra = [0.0] * (slacks + len(rows))
        if has_slack:
            extra[slack] = 1.0
            slack += 1
        sign = -1.0 if limit < 0 else 1.0
        row = [sign * factor for factor in (*factors, *extra)]
        row[len(names) + slacks + number] = 1.0
        table.append([*row, sign * limit])
    return _feasible(tuple(names), table, len(names) + slacks, lowest)


def _rows(
    names: Sequence[Name], one: Constraint[Name], lowest: Sequence[float]
) -> list[tuple[list[float], float, bool]]:
    """A constraint on what is above the least, as equations: factors, limit, and whether a slack is added."""
    terms = dict(one.terms)
    factors = [float(terms.get(name, 0)) for name in names]
    base = sum(factor * least for factor, least in zip(factors, lowest, strict=True))
    if one.low is not None and one.low == one.high:
        return [(factors, float(one.low) - base, False)]
    rows = [] if one.high is None else [(factors, float(one.high) - base, True)]
    return rows if one.low is None else [*rows, ([-factor for factor in factors], base - float(one.low), True)]


def _feasible(names: tuple[Name, ...], table: Table, real: int, lowest: tuple[float, ...]) -> System[Name]:
    """Phase one: from a basis of artificial numbers to one of real numbers."""
    basis = [real + number for number in range(len(table))]
    goal = [sum((row[place] for row in table), 0.0) for place in range(real)]
    goal += [0.0] * len(table) + [sum((row[-1] for row in table), 0.0)]
    _climb(table, basis, goal, real)
    is_possible = abs(goal[-1]) < NEAR
    kept, basic = [], []
    for number, row in enumerate(table):
        if basis[number] >= real:
            entering = next((place for place in range(real) if abs(row[place]) > NEAR), None)
            if entering is None:
                continue
            _pivot(table, basis, goal, number, entering)
        kept.append(number)
        basic.append(basis[number])
    real_table = [[*table[number][:real], table[number][-1]] for number in kept]
    return System(names, lowest, real_table, tuple(basic), is_possible)


def _climb(table: Table, basis: list[int], goal: list[float], columns: int) -> bool:
    """Raises the goal as far as it goes; False where it has no end. The goal's last entry is what is left of it."""
    while (entering := next((place for place in range(columns) if goal[place] > NEAR), None)) is not None:
        steps = [
            (row[-1] / row[entering], basis[number], number) for number, row in enumerate(table) if row[entering] > NEAR
        ]
        if not steps:
            return False
        _pivot(table, basis, goal, min(steps)[2], entering)
    return True


def _pivot(table: Table, basis: list[int], goal: list[float], leaving: int, entering: int) -> None:
    pivot = table[leaving][entering]
    fixed = table[leaving] = [value / pivot for value in table[leaving]]
    places = [place for place, value in enumerate(fixed) if value]
    for number, row in enumerate(table):
        if number != leaving and row[entering]:
            _subtract(row, fixed, row[entering], places)
    _subtract(goal, fixed, goal[entering], places)
    basis[leaving] = entering


def _subtract(row: list[float], other: Sequence[float], factor: float, places: Iterable[int]) -> None:
    for place in places:
        left = row[place] - factor * other[place]
        row[place] = left if abs(left) > NEAR / 100 else 0.0

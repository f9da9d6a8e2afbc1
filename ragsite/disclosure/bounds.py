"""What an onlooker can work out: the least and the largest that a sum of hidden numbers may be, exactly.

Linear programming with fractions: the two-phase simplex method with Bland's rule (R. G. Bland, "New finite pivoting
rules for the simplex method", 1977), which always comes to an end. The tables are small: the hidden numbers of one
measure and those that hang together with them.
"""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Generic, TypeVar

Name = TypeVar("Name", bound=Hashable)
Table = list[list[Fraction]]
ZERO, ONE = Fraction(0), Fraction(1)


@dataclass(frozen=True)
class Constraint(Generic[Name]):
    """A sum of hidden numbers that lies from `low` to `high`; None leaves that side open."""

    terms: Mapping[Name, Fraction]
    low: Fraction | None
    high: Fraction | None


@dataclass(frozen=True)
class System(Generic[Name]):
    """Hidden numbers that are at least nought, ready to be solved; `is_possible` is False where nothing fits."""

    names: tuple[Name, ...]
    table: Table
    basis: tuple[int, ...]
    is_possible: bool

    def width(self, terms: Mapping[Name, Fraction]) -> Fraction | None:
        """How far the least and the largest of a sum lie apart; None where there is no end to it."""
        most, least = self._largest(terms), self._largest({name: -factor for name, factor in terms.items()})
        return None if most is None or least is None else most + least

    def _largest(self, terms: Mapping[Name, Fraction]) -> Fraction | None:
        table, basis = [list(row) for row in self.table], list(self.basis)
        width = len(table[0]) if table else len(self.names) + 1
        goal = [terms.get(self.names[place], ZERO) if place < len(self.names) else ZERO for place in range(width)]
        for row, basic in zip(table, basis, strict=True):
            _subtract(goal, row, goal[basic])
        return -goal[-1] if _climb(table, basis, goal, width - 1) else None


def solve(names: Sequence[Name], constraints: Sequence[Constraint[Name]]) -> System[Name]:
    """The system of hidden numbers under these constraints."""
    rows = [row for one in constraints for row in _rows(names, one)]
    slacks = sum(1 for _, _, has_slack in rows if has_slack)
    table, slack = [], 0
    for number, (factors, limit, has_slack) in enumerate(rows):
        extra = [ZERO] * (slacks + len(rows))
        if has_slack:
            extra[slack] = ONE
            slack += 1
        sign = -ONE if limit < 0 else ONE
        row = [sign * factor for factor in (*factors, *extra)]
        row[len(names) + slacks + number] = ONE
        table.append([*row, sign * limit])
    return _feasible(tuple(names), table, len(names) + slacks)


def _rows(names: Sequence[Name], one: Constraint[Name]) -> list[tuple[list[Fraction], Fraction, bool]]:
    """A constraint as equations: factors, limit, and whether a slack of at least nought is added."""
    factors = [one.terms.get(name, ZERO) for name in names]
    if one.low is not None and one.low == one.high:
        return [(factors, one.low, False)]
    rows = [] if one.high is None else [(factors, one.high, True)]
    return rows if one.low is None else [*rows, ([-factor for factor in factors], -one.low, True)]


def _feasible(names: tuple[Name, ...], table: Table, real: int) -> System[Name]:
    """Phase one: from a basis of artificial numbers to one of real numbers."""
    basis = [real + number for number in range(len(table))]
    goal = [sum((row[place] for row in table), ZERO) for place in range(real)]
    goal += [ZERO] * len(table) + [sum((row[-1] for row in table), ZERO)]
    _climb(table, basis, goal, real)
    is_possible = goal[-1] == 0
    kept, basic = [], []
    for number, row in enumerate(table):
        if basis[number] >= real:
            entering = next((place for place in range(real) if row[place] != 0), None)
            if entering is None:
                continue
            _pivot(table, basis, goal, number, entering)
        kept.append(number)
        basic.append(basis[number])
    return System(names, [[*table[number][:real], table[number][-1]] for number in kept], tuple(basic), is_possible)


def _climb(table: Table, basis: list[int], goal: list[Fraction], columns: int) -> bool:
    """Raises the goal as far as it goes; False where it has no end. The goal's last entry is what is left of it."""
    while (entering := next((place for place in range(columns) if goal[place] > 0), None)) is not None:
        steps = [
            (row[-1] / row[entering], basis[number], number) for number, row in enumerate(table) if row[entering] > 0
        ]
        if not steps:
            return False
        _pivot(table, basis, goal, min(steps)[2], entering)
    return True


def _pivot(table: Table, basis: list[int], goal: list[Fraction], leaving: int, entering: int) -> None:
    pivot = table[leaving][entering]
    table[leaving] = [value / pivot for value in table[leaving]]
    for number, row in enumerate(table):
        if number != leaving and row[entering] != 0:
            _subtract(row, table[leaving], row[entering])
    _subtract(goal, table[leaving], goal[entering])
    basis[leaving] = entering


def _subtract(row: list[Fraction], other: Sequence[Fraction], factor: Fraction) -> None:
    if factor:
        for place, value in enumerate(other):
            row[place] -= factor * value

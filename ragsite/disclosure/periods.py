"""Numbers over time: months that make a quarter, and what two values of a year to date leave between them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

from ragsite.disclosure.figures import RUNNING, Layer, Row
from ragsite.disclosure.limits import TOTAL, Range, is_small
from ragsite.disclosure.relations import ONE, Relation, adds_up, grouped, sum_of
from ragsite.model.dates.precision import Precision

YEAR_START = 4
"""Local government's year begins in April."""


@dataclass(frozen=True)
class Stretch:
    """A number of a stretch of time, from the first day up to (not with) `end`."""

    row: Row
    first: date
    end: date

    @property
    def number(self) -> Range | None:
        """How many, where it is known."""
        return self.row.numbers[Layer.PART]

    @property
    def is_running(self) -> bool:
        """True where the number runs on from one value to the next."""
        period = self.row.period
        return self.row.is_running or (period is not None and period.precision is Precision.RANGE)


def over_time(rows: Sequence[Row]) -> tuple[Relation, ...]:
    """Every stretch of time whose number is the sum of those of shorter stretches, end to end."""
    found: list[Relation] = []
    for group in grouped(_counting(rows), lambda row: (row.measure.id, _name(row))):
        stretches = list(_stretches(group))
        for long in stretches:
            found.extend(_tilings(long, [one for one in stretches if _is_inside(one, long)]))
        found.extend(_undated(group))
    return tuple(dict.fromkeys(found))


def left_between(rows: Sequence[Row], threshold: int) -> Iterator[tuple[Row, tuple[Row, ...]]]:
    """Pairs of a number and those to take from it, where what is left of the time has a small number.

    Two values of a year to date, or a year and one or all of its quarters.
    """
    for group in grouped(_counting(rows), lambda row: (row.measure.id, _name(row))):
        stretches = [one for one in _stretches(group) if one.number]
        for long in stretches:
            inside = [one for one in stretches if _is_inside(one, long)]
            for short in inside:
                if _is_small_rest(long, [short], threshold):
                    yield long.row, (short.row,)
            parts = [one for one in inside if not one.is_running]
            if len(parts) > 1 and _are_apart(parts) and _is_small_rest(long, parts, threshold):
                yield long.row, tuple(one.row for one in parts)


def _counting(rows: Sequence[Row]) -> list[Row]:
    return [row for row in rows if Layer.PART in row.numbers]


def _name(row: Row) -> str:
    """The series without what says that it runs: values of a year to date go with those of its months."""
    name = RUNNING.sub("", row.series).strip(" ,-–()")
    return "" if name in (*TOTAL, "month", "monthly", "in month", "quarter", "quarterly") else name


def _stretches(rows: Sequence[Row]) -> Iterator[Stretch]:
    for row in rows:
        period = row.period
        if period is None or period.first is None or period.last is None:
            continue
        first = period.first
        if row.is_running:
            first = date(period.last.year - (period.last.month < YEAR_START), YEAR_START, 1)
        yield Stretch(row, first, period.last + timedelta(days=1))


def _is_inside(one: Stretch, long: Stretch) -> bool:
    is_shorter = (one.end - one.first) < (long.end - long.first)
    return is_shorter and long.first <= one.first and one.end <= long.end


def _tilings(long: Stretch, inside: Sequence[Stretch]) -> Iterator[Relation]:
    """Chains of shorter stretches that fill the long one: a few ways at most, each from the first day to the last."""
    chains: list[list[Stretch]] = [[]]
    while chains:
        chain = chains.pop()
        end = chain[-1].end if chain else long.first
        if end == long.end:
            if adds_up(long.number, [one.number for one in chain]):
                yield sum_of(long.row.cell(Layer.PART), [one.row.cell(Layer.PART) for one in chain])
            continue
        onward = [one for one in inside if one.first == end]
        chains.extend([*chain, one] for one in onward[:2])


def _undated(rows: Sequence[Row]) -> Iterator[Relation]:
    """A year to date without its date may be the sum of all values that have one."""
    dated = [row for row in rows if row.period and row.period.is_resolved and not row.is_running]
    for row in rows:
        is_undated = row.is_running and row.period is None and bool(dated)
        if is_undated and adds_up(row.numbers[Layer.PART], [one.numbers[Layer.PART] for one in dated]):
            yield sum_of(row.cell(Layer.PART), [one.cell(Layer.PART) for one in dated])


def _are_apart(parts: Sequence[Stretch]) -> bool:
    ordered = sorted(parts, key=lambda one: (one.first, one.end))
    return all(one.end <= other.first for one, other in pairwise(ordered))


def _is_small_rest(long: Stretch, parts: Sequence[Stretch], threshold: int) -> bool:
    whole = long.number or (Fraction(0), Fraction(0))
    known = [one.number for one in parts if one.number]
    low = whole[0] - sum((one[1] for one in known), Fraction(0))
    high = whole[1] - sum((one[0] for one in known), Fraction(0))
    return low >= ONE and is_small((low, high), threshold)

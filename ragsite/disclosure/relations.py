"""Which numbers follow from which others: sums that hold among the values of a plan, whoever finds them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from ragsite.disclosure.figures import Cell, Layer, Row
from ragsite.disclosure.limits import TOTAL, Range, is_counted

MANY = 10
"""Up to how many parts every choice among them is tried; of more, all together."""

ONE, NONE = Fraction(1), Fraction(0)


@dataclass(frozen=True)
class Relation:
    """A sum of numbers that lies from `low` to `high`; each term is a factor and a number. `high` may be open."""

    terms: tuple[tuple[Fraction, Cell], ...]
    low: Fraction = NONE
    high: Fraction | None = NONE


def relations_of(rows: Sequence[Row]) -> tuple[Relation, ...]:
    """Every sum that holds within a row, among the series of a period, and among measures of one item."""
    return tuple(dict.fromkeys((*_within(rows), *_alike(rows), *_breakdowns(rows), *_shares(rows), *_measures(rows))))


def sum_of(whole: Cell, parts: Iterable[Cell]) -> Relation:
    """One number is the sum of others."""
    return Relation(((ONE, whole), *((-ONE, part) for part in sorted(parts))))


def grouped(rows: Iterable[Row], key: Callable[[Row], tuple[str, ...]]) -> Iterator[list[Row]]:
    """Rows in groups of two and more that share a key."""
    groups: dict[tuple[str, ...], list[Row]] = {}
    for row in rows:
        groups.setdefault(key(row), []).append(row)
    yield from (group for _, group in sorted(groups.items()) if len(group) > 1)


def adds_up(whole: Range | None, parts: Sequence[Range | None]) -> bool:
    """True when the numbers allow the sum; those that are not known may be anything from nought."""
    known = [part for part in parts if part is not None]
    low, high = sum((one[0] for one in known), NONE), sum((one[1] for one in known), NONE)
    if whole is None:
        return bool(known)
    return low <= whole[1] and (high >= whole[0] or len(known) < len(parts))


def _within(rows: Iterable[Row]) -> Iterator[Relation]:
    """A part is not more than its whole."""
    for row in rows:
        if {Layer.PART, Layer.WHOLE} <= row.numbers.keys():
            yield Relation(((ONE, row.cell(Layer.WHOLE)), (-ONE, row.cell(Layer.PART))), high=None)


def _alike(rows: Iterable[Row]) -> Iterator[Relation]:
    """The same thing given twice, and wholes that all parts share."""
    for group in grouped(rows, lambda row: (row.measure.id, row.when, row.series)):
        for layer in Layer:
            yield from _equal([row for row in group if row.numbers.get(layer)], layer)
    for group in grouped(rows, lambda row: (row.measure.id, row.when)):
        yield from _equal([row for row in group if row.numbers.get(Layer.WHOLE)], Layer.WHOLE)
        for base in (row for row in group if row.is_baseline):
            for layer in (Layer.PART, Layer.SHARE):
                others = [row for row in group if row is not base and row.numbers.get(layer)]
                for other in others if base.numbers.get(layer) else ():
                    yield from _equal([base, other], layer)


def _equal(rows: Sequence[Row], layer: Layer) -> Iterator[Relation]:
    for one, other in combinations(rows, 2):
        if one.numbers[layer] == other.numbers[layer]:
            yield sum_of(one.cell(layer), [other.cell(layer)])


def _breakdowns(rows: Iterable[Row]) -> Iterator[Relation]:
    """A total and its parts in one period; a whole that the parts fill."""
    for group in grouped(rows, lambda row: (row.measure.id, row.when)):
        for layer in (Layer.PART, Layer.WHOLE):
            known = [row for row in group if layer in row.numbers]
            for total in known:
                yield from _sums(total, layer, parts_of(total, known), layer)
        filled = [row for row in group if Layer.PART in row.numbers and row.series not in TOTAL]
        if len(filled) > 1 and not is_counted(filled[0].measure):
            for row in (row for row in filled if Layer.WHOLE in row.numbers):
                yield from _sums(row, Layer.WHOLE, filled, Layer.PART)


def parts_of(total: Row, rows: Iterable[Row]) -> list[Row]:
    """The rows that a total may be the sum of, by their series: all others, or “Girls under 5” of “Girls”."""
    if total.series in TOTAL:
        return [row for row in rows if row.series not in TOTAL]
    return [row for row in rows if row.series != total.series and row.series.startswith(total.series)]


def _sums(total: Row, of: Layer, parts: Sequence[Row], layer: Layer) -> Iterator[Relation]:
    for chosen in _choices(parts, layer):
        if adds_up(total.numbers[of], [row.numbers[layer] for row in chosen]):
            yield sum_of(total.cell(of), [row.cell(layer) for row in chosen])


def _choices(parts: Sequence[Row], layer: Layer) -> Iterator[Sequence[Row]]:
    """Two parts and more: all together, and every choice among a few of which the numbers are known."""
    if len(parts) > 1:
        yield parts
    known = [row for row in parts if row.numbers[layer] is not None]
    if len(known) <= MANY:
        for size in range(2, len(known) + (len(known) < len(parts))):
            yield from combinations(known, size)


def _shares(rows: Iterable[Row]) -> Iterator[Relation]:
    """Percentages of one period that make a hundred together."""
    for group in grouped(rows, lambda row: (row.measure.id, row.when)):
        parts = [row for row in group if Layer.SHARE in row.numbers and row.series not in TOTAL]
        for chosen in _choices(parts, Layer.SHARE):
            shares = [row.numbers[Layer.SHARE] for row in chosen]
            if adds_up((Fraction(100), Fraction(100)), shares):
                yield Relation(tuple((ONE, row.cell(Layer.SHARE)) for row in chosen), Fraction(100), Fraction(100))


def _measures(rows: Iterable[Row]) -> Iterator[Relation]:
    """A measure that is the sum of others: as the content says, or as their numbers show where they share an item."""
    counted = [row for row in rows if is_counted(row.measure) and Layer.PART in row.numbers]
    for group in grouped(counted, lambda row: (row.when, row.series)):
        for total in group:
            named = [row for row in group if row.measure.id in total.measure.disclosure.total_of]
            if named:
                yield sum_of(total.cell(Layer.PART), [row.cell(Layer.PART) for row in named])
            near = [row for row in group if row.numbers[Layer.PART] and _is_near(row, total)]
            for chosen in _choices(near, Layer.PART) if total.numbers[Layer.PART] else ():
                if adds_up(total.numbers[Layer.PART], [row.numbers[Layer.PART] for row in chosen]):
                    yield sum_of(total.cell(Layer.PART), [row.cell(Layer.PART) for row in chosen])


def _is_near(row: Row, total: Row) -> bool:
    """True for another measure of the same unit on one of the same items, which may be a part of the total."""
    measure, other = row.measure, total.measure
    return measure.id != other.id and measure.unit == other.unit and bool(set(measure.items) & set(other.items))

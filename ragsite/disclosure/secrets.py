"""What nobody may work out: small counts of people, small rests, and values that the content keeps back."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from ragsite.disclosure.figures import Cell, Layer, Row
from ragsite.disclosure.limits import Range, is_counted, is_of_people, is_small, threshold_of, values_count_people
from ragsite.disclosure.periods import left_between
from ragsite.disclosure.relations import ONE, grouped, parts_of


@dataclass(frozen=True)
class Secret:
    """A sum of numbers that must stay uncertain by at least `band` from the least to the largest it may be."""

    terms: tuple[tuple[Fraction, Cell], ...]
    band: Fraction


def secrets_of(rows: Sequence[Row], site: int) -> tuple[Secret, ...]:
    """Every secret among the values of a plan; `site` is the site's threshold."""
    found = [secret for row in rows for secret in _of_row(row, threshold_of(row.measure, site))]
    for group in grouped(rows, lambda row: (row.measure.id,)):
        limit = threshold_of(group[0].measure, site)
        if is_counting_people(group[0]):
            found.extend(_rests(group, limit))
            found.extend(_less(long, parts, limit) for long, parts in left_between(group, limit))
    return tuple(dict.fromkeys(found))


def is_counting_people(row: Row) -> bool:
    """True when the numbers of a value count people, and are not to be published as they are printed."""
    measure = row.measure
    if measure.disclosure.publish_as_printed:
        return False
    return values_count_people(measure) if is_counted(measure) else is_of_people(measure)


def _of_row(row: Row, limit: int) -> Iterator[Secret]:
    if row.is_kept_back:
        yield from (Secret(((ONE, row.cell(layer)),), _band(layer, row, limit)) for layer in row.numbers)
        return
    if not is_counting_people(row):
        return
    part, whole, share = (row.numbers.get(layer) for layer in Layer)
    for layer in (Layer.PART, Layer.WHOLE):
        count = row.numbers.get(layer)
        if count and is_small(count, limit):
            yield Secret(((ONE, row.cell(layer)),), Fraction(limit - 1))
            if share and layer is Layer.PART:
                yield Secret(((ONE, row.cell(Layer.SHARE)),), _band(Layer.SHARE, row, limit))
    if part and whole and is_small(_rest(whole, part), limit) and whole[0] > part[1]:
        yield Secret(((ONE, row.cell(Layer.WHOLE)), (-ONE, row.cell(Layer.PART))), Fraction(limit - 1))


def _band(layer: Layer, row: Row, limit: int) -> Fraction:
    whole = row.numbers.get(Layer.WHOLE)
    if layer is Layer.SHARE and whole and whole[1]:
        return min(Fraction(100 * (limit - 1)) / whole[1], Fraction(50))
    return Fraction(limit - 1)


def _rest(whole: Range, part: Range) -> Range:
    return whole[0] - part[1], whole[1] - part[0]


def _rests(rows: Iterable[Row], limit: int) -> Iterator[Secret]:
    """What a total leaves beside one of its parts, or beside all of them, where that is small."""
    counted = [row for row in rows if row.numbers.get(Layer.PART) and is_counted(row.measure)]
    for group in grouped(counted, lambda row: (row.measure.id, row.when)):
        for total in group:
            parts = parts_of(total, group)
            for chosen in (*([part] for part in parts), *([parts] if len(parts) > 1 else [])):
                if _leaves_few(total, chosen, limit):
                    yield _less(total, chosen, limit)


def _of_measures(rows: Iterable[Row], site: int) -> Iterator[Secret]:
    """What a measure leaves beside the measures that it is the sum of, where that is small."""
    counted = [row for row in rows if row.numbers.get(Layer.PART) and is_counted(row.measure)]
    for group in grouped(counted, lambda row: (row.when, row.series)):
        for total in (row for row in group if row.measure.disclosure.total_of and is_counting_people(row)):
            limit = threshold_of(total.measure, site)
            parts = [row for row in group if row.measure.id in total.measure.disclosure.total_of]
            for chosen in (*([part] for part in parts), *([parts] if len(parts) > 1 else [])):
                if _leaves_few(total, chosen, limit):
                    yield _less(total, chosen, limit)


def _leaves_few(total: Row, parts: Sequence[Row], limit: int) -> bool:
    whole = total.numbers[Layer.PART] or (Fraction(0), Fraction(0))
    known = [number for row in parts if (number := row.numbers[Layer.PART])]
    rest = _rest(whole, (sum((one[0] for one in known), Fraction(0)), sum((one[1] for one in known), Fraction(0))))
    return rest[0] >= ONE and is_small(rest, limit)


def _less(total: Row, parts: Iterable[Row], limit: int) -> Secret:
    terms = ((ONE, total.cell(Layer.PART)), *((-ONE, row.cell(Layer.PART)) for row in parts))
    return Secret(terms, Fraction(limit - 1))

"""Values without those that are kept back: observations, baselines, comparators and stated figures."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from ragsite.disclosure.figures import Layer, Row
from ragsite.disclosure.limits import is_small, part_range, share_range, threshold_of, values_count_people
from ragsite.disclosure.people import speaks_of_people
from ragsite.disclosure.words import FIRST_MARK, Kept
from ragsite.model.measures import Comparator, ComparatorKind, Measure, Observation, ObservationStatus
from ragsite.model.reports import Report, Statement

_GONE = {"value": None, "numerator": None, "denominator": None, "as_printed": "", "note": None}
_GONE_OF_FIGURE = {"value": None, "words": FIRST_MARK, "printed": "", "note": None}


def without_value(observation: Observation) -> Observation:
    """A value that is kept back goes with everything that it could be worked out from in its own row."""
    return observation.model_copy(update={**_GONE, "status": ObservationStatus.SUPPRESSED})


def without_figures(measure: Measure, site: int, *, is_baseline_gone: bool) -> Measure:
    """A measure whose baseline is kept back, or what few people somebody else counts."""
    limit = threshold_of(measure, site)
    is_open = measure.disclosure.publish_as_printed is None and values_count_people(measure)
    few = {one for one in measure.comparators if is_open and _is_few(one, limit)}
    if not few and not is_baseline_gone:
        return measure
    base = measure.baseline.model_copy(update=_GONE_OF_FIGURE) if measure.baseline and is_baseline_gone else None
    shown = tuple(one.model_copy(update=_GONE_OF_FIGURE) if one in few else one for one in measure.comparators)
    return measure.model_copy(update={"comparators": shown, "baseline": base or measure.baseline})


def is_few_stated(statement: Statement, threshold: int) -> bool:
    """True when a stated figure counts few people, or leaves few of a number of people."""
    if not speaks_of_people(f"{statement.label} {statement.printed}"):
        return False
    part, whole = _stated(statement.numerator), _stated(statement.denominator)
    if part is None and whole and statement.value is not None and statement.unit == "%":
        part = part_range(share_range(statement.value), whole)
    if part is not None and part[0] > 0 and is_small(part, threshold):
        return True
    return bool(part and whole and whole[0] > part[1] and is_small((whole[0] - part[1], whole[1] - part[0]), threshold))


def repeats(statement: Statement, kept: Kept) -> bool:
    """True when a stated figure gives a number that is kept back of a measure."""
    if statement.numerator is not None:
        return statement.numerator in kept.counts
    return statement.unit == "%" and statement.value is not None and statement.value in kept.shares


def complements(report: Report, gone: Sequence[Statement]) -> Iterator[Statement]:
    """The stated shares of a report that make a hundred with one that is kept back."""
    for one in report.statements:
        for other in gone:
            is_alike = (one.item, one.period, one.unit) == (other.item, other.period, "%")
            if one not in gone and is_alike and (one.value or 0) + (other.value or 0) == 100:
                yield one


def without_statement(statement: Statement) -> Statement:
    """A stated figure of which only the label is left."""
    gone = {"value": None, "numerator": None, "denominator": None, "printed": FIRST_MARK}
    return statement.model_copy(update=gone)


def kept_of(rows: Sequence[Row], site: int) -> Kept:
    """The numbers of rows that are kept back, as prose would give them away."""
    counts: set[int] = set()
    shares: set[Decimal] = set()
    for row in rows:
        part, whole = row.numbers.get(Layer.PART), row.numbers.get(Layer.WHOLE)
        counts |= {int(part[0])} if part and part[0] == part[1] else set()
        if part and whole and is_small((whole[0] - part[1], whole[1] - part[0]), threshold_of(row.measure, site)):
            counts |= {int(whole[0] - part[1])}
        if row.measure.unit == "%" and row.observation.value is not None:
            shares.add(row.observation.value)
    return Kept(frozenset(counts - {0}), frozenset(shares - {Decimal(0), Decimal(100)}))


def _is_few(one: Comparator, limit: int) -> bool:
    return one.kind is not ComparatorKind.RANK and one.value is not None and 0 < one.value <= limit


def _stated(value: Decimal | None) -> tuple[Fraction, Fraction] | None:
    return None if value is None else (Fraction(value), Fraction(value))

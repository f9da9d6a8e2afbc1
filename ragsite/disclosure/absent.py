"""Values that the content does not give: the month that a quarter lacks, the group that a total leaves."""

from collections.abc import Iterator, Mapping, Sequence

from ragsite.disclosure.figures import Layer, Row
from ragsite.disclosure.limits import is_counted
from ragsite.model.measures import Disclosure, Measure, Observation

MANY = 80
"""From how many absent values on a family of measures is too full of gaps for them to be told from nothing."""


def with_absent(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows, and one for each series, period and measure of a family that none of them gives."""
    index = max((row.index for row in rows), default=0) + 1
    absent: list[Row] = []
    for family in _families(rows):
        found = list(_gaps(family, rows, index + len(absent)))
        absent.extend(found if len(found) < MANY else ())
    return (*rows, *absent)


def _families(rows: Sequence[Row]) -> Iterator[Mapping[str, Measure]]:
    """Measures that are sums of one another, and every other measure by itself."""
    measures = {row.measure.id: row.measure for row in rows if is_counted(row.measure)}
    told: set[str] = set()
    for measure in sorted(measures.values(), key=lambda one: (not one.disclosure.total_of, one.id)):
        if measure.id not in told:
            names = (measure.id, *measure.disclosure.total_of)
            told.update(names)
            yield {name: measures.get(name) or _unpublished(measure, name) for name in names}


def _unpublished(total: Measure, name: str) -> Measure:
    """A part of a total that is not published, but follows from it and the other parts."""
    return total.model_copy(update={"id": name, "disclosure": Disclosure()})


def _gaps(family: Mapping[str, Measure], rows: Sequence[Row], index: int) -> Iterator[Row]:
    given = [row for row in rows if row.measure.id in family]
    known = {(row.measure.id, row.when, row.series) for row in given}
    periods = {row.when: row.period for row in given}
    series = {row.series: row.observation.series for row in given if not row.is_running}
    for name, measure in family.items():
        for when, period in sorted(periods.items()):
            for key, title in sorted(series.items()):
                if (name, when, key) not in known:
                    seen = Observation(measure=name, period=period, series=title)
                    yield Row(index, measure, seen, {Layer.PART: None}, is_absent=True)
                    index += 1

"""The numbers behind each published value, as cells that can be held against one another."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from ragsite.disclosure.limits import Range, is_counted, part_range, share_range
from ragsite.model.dates import PartialDate
from ragsite.model.measures import Measure, Observation, ObservationStatus
from ragsite.model.plan import Plan

RUNNING = re.compile(r"\b(?:year[- ]to[- ]date|ytd|to date|cumulative|running total|since|so far|year)\b")
"""Names of series that run from the start of the year, in lower case."""


class Layer(StrEnum):
    """What a number of a row is: how many, of how many, or which share in per cent."""

    PART = "part"
    WHOLE = "whole"
    SHARE = "share"


@dataclass(frozen=True, slots=True, order=True)
class Cell:
    """One number: the row it stands in, and which of the row's numbers it is."""

    row: int
    layer: Layer


@dataclass(frozen=True)
class Row:
    """One value of a measure with the numbers behind it; `numbers` holds None for one that is not known.

    `index` is the place among the plan's observations; baselines come after them, in the order of the measures.
    `is_absent` marks a value that the content does not give, but that may follow from those it gives.
    """

    index: int
    measure: Measure
    observation: Observation
    numbers: Mapping[Layer, Range | None]
    is_absent: bool = False
    is_baseline: bool = False

    @property
    def series(self) -> str:
        """The name of the series in lower case; empty for the one that has none."""
        return (self.observation.series or "").strip().casefold()

    @property
    def period(self) -> PartialDate | None:
        """The period as the content gives it."""
        return self.observation.period

    @property
    def when(self) -> str:
        """The period as a key: the same days under the same key, however they are written."""
        period = self.period
        if period is None:
            return ""
        return f"{period.first}..{period.last}" if period.is_resolved else period.printed.strip().casefold()

    @property
    def is_running(self) -> bool:
        """True for a series that runs from the start of the year."""
        return RUNNING.search(self.series) is not None

    @property
    def is_kept_back(self) -> bool:
        """True when the content itself marks the value as suppressed."""
        return self.observation.status is ObservationStatus.SUPPRESSED

    def cell(self, layer: Layer) -> Cell:
        """One of the row's numbers."""
        return Cell(self.index, layer)


def rows_of(plan: Plan) -> tuple[Row, ...]:
    """Every value of the plan's measures, and every baseline, that has numbers or is kept back."""
    return tuple(row for row in (*_observed(plan), *_baselines(plan)) if row.numbers)


def _observed(plan: Plan) -> Iterator[Row]:
    wholes = _wholes(plan)
    for index, observation in enumerate(plan.observations):
        measure = plan.measure_by_id.get(observation.measure)
        if measure and measure.publish:
            yield Row(index, measure, observation, _numbers(measure, observation, wholes))


def _baselines(plan: Plan) -> Iterator[Row]:
    for place, measure in enumerate(plan.measures):
        base = measure.baseline
        if base and base.value is not None and measure.publish:
            seen = Observation(measure=measure.id, period=base.period, value=base.value)
            yield Row(len(plan.observations) + place, measure, seen, _numbers(measure, seen, {}), is_baseline=True)


def _wholes(plan: Plan) -> Mapping[tuple[str, str, str], Decimal]:
    """The values that other measures are shares of, by measure, period and series."""
    return {
        (one.measure, one.period.iso if one.period else "", (one.series or "").casefold()): one.value
        for one in plan.observations
        if one.value is not None
    }


def _numbers(
    measure: Measure, seen: Observation, wholes: Mapping[tuple[str, str, str], Decimal]
) -> Mapping[Layer, Range | None]:
    if is_counted(measure):
        return _counted(seen)
    share = share_range(seen.value) if measure.unit == "%" and seen.value is not None else None
    denominator = seen.denominator
    if denominator is None and measure.disclosure.share_of:
        when = seen.period.iso if seen.period else ""
        denominator = wholes.get((measure.disclosure.share_of, when, (seen.series or "").casefold()))
    part, whole = _exact(seen.numerator), _exact(denominator)
    if part is None and share and whole:
        part = part_range(share, whole)
    if whole is None and share and part and share[0] > 0:
        whole = (100 * part[0] / share[1], 100 * part[1] / share[0])
    known = {Layer.PART: part, Layer.WHOLE: whole, Layer.SHARE: share}
    found = {layer: number for layer, number in known.items() if number is not None}
    return found or ({Layer.SHARE: None} if seen.status is ObservationStatus.SUPPRESSED else {})


def _counted(seen: Observation) -> Mapping[Layer, Range | None]:
    known = {Layer.PART: _exact(seen.value if seen.value is not None else seen.numerator)}
    if seen.denominator is not None:
        known[Layer.WHOLE] = _exact(seen.denominator)
    if known[Layer.PART] is None and seen.status is not ObservationStatus.SUPPRESSED:
        return {}
    return known


def _exact(value: Decimal | None) -> Range | None:
    return None if value is None else (Fraction(value), Fraction(value))

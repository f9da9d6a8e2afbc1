"""The line chart of a measure: its values over time with targets and comparators, wherever it is shown."""

from ragsite.charts.line import Comparator, LineFigure, Point, Series, Target, line_figure
from ragsite.figures import words
from ragsite.model.measures import ComparatorKind, Measure, Observation
from ragsite.views.measures import Finding
from ragsite.views.targets import POLARITY_WORDS
from ragsite.views.values import axis_period, middle, observed_words, target_words, unit_words, value_words


def measure_figure(finding: Finding) -> LineFigure | None:
    """The line chart of the series that stands for the measure; None with fewer than two like numbers."""
    measure = finding.measure
    if not finding.run:
        return None
    series = Series(
        tuple(_point(row, measure) for row in finding.run if row.period),
        unit=measure.unit if measure.unit == "%" else "",
        targets=_targets(finding),
        comparators=_comparators(measure),
    )
    subtitle = f"{measure.name}. {unit_words(measure.unit)}. {POLARITY_WORDS[measure.polarity]}"
    return line_figure(series, name="values", headline=f"{finding.trend}.", subtitle=subtitle)


def _point(row: Observation, measure: Measure) -> Point:
    period = row.period
    return Point(
        axis_period(period) if period else "",
        None if row.value is None else float(row.value),
        observed_words(row, measure),
        row.note or "",
        at=middle(period) if period else None,
    )


def _targets(finding: Finding) -> tuple[Target, ...]:
    """Numeric targets of the whole measure; those of one value share a line, and its label names all dates."""
    dates: dict[float, list[str]] = {}
    printed: dict[float, str] = {}
    for target in finding.measure.targets:
        if target.value is None or target.series is not None:
            continue
        value = float(target.value)
        dates.setdefault(value, []).extend([target.by.label] if target.by else [])
        printed[value] = target_words(target, finding.measure.unit)
    return tuple(
        Target(f"Target for {words(known)}" if known else "Target", value, printed[value])
        for value, known in dates.items()
    )


def _comparators(measure: Measure) -> tuple[Comparator, ...]:
    return tuple(
        Comparator(
            f"{one.name}, {axis_period(one.period)}" if one.period else one.name,
            float(one.value),
            value_words(one.value, measure.unit),
        )
        for one in measure.comparators
        if one.value is not None and one.kind is not ComparatorKind.RANK
    )

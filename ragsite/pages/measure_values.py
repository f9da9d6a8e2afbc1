"""The values of one measure as props: the line chart and the table of every observation."""

from collections.abc import Sequence

from ragsite.charts import Comparator, LineFigure, Point, Series, Target, line_figure
from ragsite.figures import number, words
from ragsite.model.measures import ComparatorKind, Measure, Observation
from ragsite.model.plan import Plan
from ragsite.pages.props import Props, printed_date
from ragsite.views.measures import Finding
from ragsite.views.sources import cite
from ragsite.views.targets import POLARITY_WORDS
from ragsite.views.values import (
    NO_PERIOD,
    STATES,
    axis_period,
    marked,
    middle,
    observed_words,
    period_words,
    printed_beside,
    target_words,
    unit_words,
    value_words,
)

NO_BREAK = "\u00a0"


def chart(finding: Finding) -> LineFigure | None:
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


def values_table(plan: Plan, finding: Finding) -> Props:
    """Props for `ui.table`: every observation, the latest first; columns that would be empty are left out."""
    rows = tuple(reversed(finding.observations))
    has_series = any(row.series for row in rows)
    has_counts = any(row.numerator is not None or row.denominator is not None for row in rows)
    has_notes = any(row.note or _doubt(row) for row in rows)
    columns: list[object] = [
        "Period",
        *(["Series"] if has_series else []),
        {"text": "Value", "numeric": True},
    ]
    columns += ["Counts behind it"] if has_counts else []
    columns += ["Notes"] if has_notes else []
    return {
        "caption": f"Every value of this measure that the source gives ({len(rows)})",
        "columns": [*columns, "Source"],
        "rows": [
            [
                _period(row),
                *([row.series or "Not named"] if has_series else []),
                {"text": observed_words(row, finding.measure), "note": printed_beside(row, finding.measure)},
                *([_counts(row)] if has_counts else []),
                *([_notes(row)] if has_notes else []),
                _place(plan, [row.source]),
            ]
            for row in rows
        ],
    }


def _period(row: Observation) -> Props:
    if row.period is None:
        return {"missing": NO_PERIOD}
    return {"text": period_words(row.period), "note": printed_date(row.period)}


def _counts(row: Observation) -> Props:
    if row.numerator is not None and row.denominator is not None:
        return {"text": f"{number(row.numerator)} of {number(row.denominator)}"}
    if row.denominator is not None:
        return {"text": f"Of {number(row.denominator)}", "note": "The number counted is not stated."}
    if row.numerator is not None:
        return {"text": number(row.numerator), "note": "Of how many is not stated."}
    return {"missing": "Not stated"}


def _notes(row: Observation) -> Props:
    return {"text": _doubt(row), "note": row.note}


def _doubt(row: Observation) -> str:
    """How sure a number is; where there is no number, the value's own cell says why."""
    state = STATES.get(row.status) if row.value is not None else None
    return f"{marked(state)}." if state else ""


def _place(plan: Plan, lines: Sequence[str | None]) -> str:
    places = [citation.place for citation in cite(plan, lines)]
    said = words([place for place in places if place]).capitalize() or "No line given"
    return said.replace(" ", NO_BREAK, 1)

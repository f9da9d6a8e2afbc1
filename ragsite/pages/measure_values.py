"""The values of one measure as props: the table of every observation."""

from collections.abc import Sequence

from ragsite.figures import number, words
from ragsite.model.measures import Observation, ObservationStatus
from ragsite.model.plan import Plan
from ragsite.pages.props import Props, printed_date
from ragsite.views.measures import Finding
from ragsite.views.sources import cite
from ragsite.views.values import (
    NO_PERIOD,
    STATES,
    marked,
    observed_words,
    period_words,
    printed_beside,
)

NO_BREAK = "\u00a0"


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
                {"text": observed_words(row, finding.measure), "note": _beside(row, finding)},
                *([_counts(row)] if has_counts else []),
                *([_notes(row)] if has_notes else []),
                _place(plan, [row.source]),
            ]
            for row in rows
        ],
    }


def _beside(row: Observation, finding: Finding) -> str | None:
    """How the source prints a value; why a value is kept back."""
    if row.status is ObservationStatus.SUPPRESSED:
        return STATES[row.status].meaning
    return printed_beside(row, finding.measure)


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

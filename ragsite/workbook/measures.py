"""The sheet of measures: one row for each measure and series, with a place for its value in this report."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from ragsite.model.dates import PartialDate
from ragsite.model.measures import Measure, Observation, Polarity
from ragsite.model.plan import Plan
from ragsite.model.reports import Report
from ragsite.views.history import report_before
from ragsite.views.values import observed_words, target_words
from ragsite.workbook.book import KEY, MEASURES, Column, Entry, Grid, Row
from ragsite.workbook.updates import date_text

SEPARATOR = "|"
"""Between a measure's id and its series in a row's key; no id holds it."""

BETTER = {Polarity.HIGHER: "higher", Polarity.LOWER: "lower", Polarity.NEITHER: "neither"}
VALUE_COLUMNS = ("period", "value", "numerator", "denominator", "status", "as_printed", "note")
_COLUMNS = (
    Column(KEY, "Key", 8),
    Column("measure", "Measure", 44),
    Column("series", "Series", 18),
    Column("unit", "Unit", 10),
    Column("better", "Better is", 10),
    Column("target", "Target", 22),
    Column("last", "Last value before", 28),
    Column("period", "Period", 16, Entry.PERIOD, "The time that the value is for: 2026-06, 2026-Q2, 2026/27-Q1."),
    Column("value", "Value", 12, Entry.NUMBER, "Digits alone, such as 88.2: no sign and no unit."),
    Column("numerator", "Numerator", 12, Entry.NUMBER, "How many, where the value is a share: 406."),
    Column("denominator", "Denominator", 12, Entry.NUMBER, "Of how many: 711."),
    Column("status", "Status", 16, Entry.STATUS, "Empty for a final value, else from the list."),
    Column("as_printed", "As printed", 16, Entry.TEXT, "The value exactly as your own papers print it: 88.2%."),
    Column("note", "Note", 40, Entry.TEXT, "Anything a reader must know of this value."),
)


@dataclass(frozen=True)
class Line:
    """One row of the sheet: a measure, a series of it (or none), its value in this report and the one before."""

    measure: Measure
    series: str
    now: Observation | None
    last: Observation | None

    @property
    def key(self) -> str:
        """What the hidden column holds."""
        return f"{self.measure.id}{SEPARATOR}{self.series}"


def measure_grid(plan: Plan, report: Report) -> Grid | None:
    """The sheet, or None for a plan without measures."""
    if not plan.measures:
        return None
    return Grid(MEASURES, _COLUMNS, tuple(_row(line) for line in lines(plan, report)))


def lines(plan: Plan, report: Report) -> Iterator[Line]:
    """Every measure with each of its series, in the order of the files."""
    for measure in plan.measures:
        rows = plan.observations_by_measure.get(measure.id, ())
        for series in dict.fromkeys(row.series or "" for row in rows) or {"": None}:
            own = [row for row in rows if (row.series or "") == series]
            now = next((row for row in reversed(own) if _is_new(plan, report, row.period)), None)
            before = [row for row in own if row is not now and (now is None or not _is_new(plan, report, row.period))]
            yield Line(measure, series, now, before[-1] if before else None)


def number_text(value: Decimal | None) -> str:
    """A number in digits, as it is written."""
    return "" if value is None else f"{value:f}"


def _is_new(plan: Plan, report: Report, period: PartialDate | None) -> bool:
    """True for a period that ended after the report before: its value belongs to this report."""
    before = report_before(plan, report)
    known = before.as_at.date.last if before and before.as_at.date else None
    return bool(known and period and period.last and period.last > known)


def _row(line: Line) -> Row:
    measure, now = line.measure, line.now
    target = measure.targets[-1] if measure.targets else None
    cells = {
        "measure": measure.name,
        "series": line.series,
        "unit": measure.unit,
        "better": BETTER.get(measure.polarity, "not stated"),
        "target": target_words(target, measure.unit) if target else "",
        "last": _value_words(measure, line.last),
        **dict.fromkeys(VALUE_COLUMNS, ""),
        **(_filled(now) if now else {}),
    }
    return Row(line.key, cells)


def _filled(row: Observation) -> dict[str, str]:
    return {
        "period": date_text(row.period),
        "value": number_text(row.value),
        "numerator": number_text(row.numerator),
        "denominator": number_text(row.denominator),
        "status": row.status.value,
        "as_printed": row.as_printed.strip(),
        "note": row.note or "",
    }


def _value_words(measure: Measure, row: Observation | None) -> str:
    if row is None:
        return ""
    period = f"{row.period.label}: " if row.period else ""
    return f"{period}{observed_words(row, measure)}"

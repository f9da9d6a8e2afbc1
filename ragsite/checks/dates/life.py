"""Dates that lie outside the life of the plan, or after the report that tells them."""

from collections.abc import Iterator
from datetime import date

from ragsite.checks.complete import complete_plans
from ragsite.checks.dates.dated import Dated, due_dates
from ragsite.checks.rule import Context, Problem, Rule
from ragsite.model.dates import PartialDate
from ragsite.model.plan import Plan
from ragsite.model.reports import Report
from ragsite.problems import Severity
from ragsite.views.values import short_period


def dates_outside_the_plan(context: Context) -> Iterator[Problem]:
    """D303: something is due before the plan began, or after it ends.

    Only a date that lies outside as a whole is told. A plan without `period` is not checked.

    Fails: `due: March 2016` in a plan of 2017 to 2019. Passes: `due: Dec-17`; a date whose year is not known.
    """
    for plan in complete_plans(context):
        start, end = plan.facts.period.start, plan.facts.period.end
        for one in due_dates(plan):
            if start and start.first and one.date.last and one.date.last < start.first:
                yield _outside(plan, one, f"before the plan began ({start.label})")
            elif end and end.last and one.date.first and one.date.first > end.last:
                yield _outside(plan, one, f"after the plan ends ({end.label})")


def dates_after_the_report(context: Context) -> Iterator[Problem]:
    """D306: something is told as done or measured, but its date lies after the report that tells it.

    Held against the later of the report's own date and its day of publication: a report as at a date after its
    publication, evidence that is named before it existed, and values of the future.

    Fails: evidence of June 2018 in a report as at March 2018; a value for 2019 in a plan last reported in 2018.
    Passes: evidence of March 2018 in that report; a milestone due in the future.
    """
    for plan in complete_plans(context):
        for report in plan.reports:
            yield from _report_from_the_future(plan, report)
            yield from _evidence_from_the_future(plan, report)
        yield from _values_from_the_future(plan)


def _outside(plan: Plan, one: Dated, how: str) -> Problem:
    return Problem(
        one.location,
        f"{one.owner}: the {one.role}, {one.date.label}, lies {how}.",
        "Check the date in the source. If it is printed so, keep it and say so in a note.",
        plan.id,
        one.item,
        one.report,
    )


def _report_from_the_future(plan: Plan, report: Report) -> Iterator[Problem]:
    as_at, published = report.as_at.date, report.published
    if as_at and as_at.first and published and published.last and as_at.first > published.last:
        yield Problem(
            report.as_at.written_at.of("date"),
            f"The report “{report.label}” speaks of {as_at.label}, but was published before, on {published.label}.",
            "Check both dates: a report cannot tell what has not happened yet.",
            plan.id,
            report=report.id,
        )


def _evidence_from_the_future(plan: Plan, report: Report) -> Iterator[Problem]:
    end = _end_of(report)
    for update in report.updates if end else ():
        for index, key in enumerate(update.evidence):
            piece = plan.evidence_by_id.get(key)
            if piece and _is_later(piece.date, end):
                yield Problem(
                    update.written_at.of("evidence", index),
                    f"The report “{report.label}” names “{piece.title}” as evidence, which is dated"
                    f" {piece.date.label if piece.date else ''}, after the report.",
                    "Check the date of the evidence, or take it out of this update.",
                    plan.id,
                    update.item,
                    report.id,
                )


def _values_from_the_future(plan: Plan) -> Iterator[Problem]:
    ends = [end for report in plan.reports if (end := _end_of(report))]
    last = max(ends, default=None)
    for row in plan.observations:
        if row.value is not None and row.period and _is_later(row.period, last):
            measure = plan.measure_by_id.get(row.measure)
            yield Problem(
                row.written_at.of("period"),
                f"“{measure.name if measure else row.measure}” has a value for {short_period(row.period)},"
                " after the latest report.",
                "Check the period. If it is a forecast, make it a target instead.",
                plan.id,
            )


def _end_of(report: Report) -> date | None:
    """The last day that a report can speak of; None when it has no date."""
    days = [found.last for found in (report.as_at.date, report.published) if found and found.last]
    return max(days, default=None)


def _is_later(found: PartialDate | None, day: date | None) -> bool:
    return found is not None and found.first is not None and day is not None and found.first > day


RULES = (
    Rule("D303", Severity.WARNING, dates_outside_the_plan),
    Rule("D306", Severity.WARNING, dates_after_the_report),
)

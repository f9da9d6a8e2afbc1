"""Days for files that must carry one: by which a report had certainly been given, and which days are covered."""

from collections.abc import Iterator
from datetime import date

from ragsite.model.plan import Plan
from ragsite.model.reports import Report


def given_by(plan: Plan, report: Report) -> date | None:
    """The last day of the report's publication date, else of the date it speaks of.

    For a report without either: that of the next report which has one, else of the nearest before it, else the
    latest date of the source documents. None where the content dates nothing at all.
    """
    place = plan.place_by_report[report.id]
    nearest = (report, *plan.reports[place + 1 :], *reversed(plan.reports[:place]))
    known = (day for one in nearest if (day := _own_day(one)))
    return next(known, None) or max(_source_days(plan), default=None)


def last_given(plan: Plan) -> date | None:
    """The same for the latest report of a plan; None without one."""
    return given_by(plan, plan.latest) if plan.latest else None


def covered(plan: Plan) -> tuple[date, date] | None:
    """The first and the last day that the reports of a plan speak of; None where no report says it."""
    said = [report.as_at.date for report in plan.reports if report.as_at.date]
    first = min((one.first for one in said if one.first), default=None)
    last = max((one.last for one in said if one.last), default=None)
    return (first, last) if first and last else None


def _own_day(report: Report) -> date | None:
    said = (report.published, report.as_at.date)
    return next((day.last for day in said if day and day.last), None)


def _source_days(plan: Plan) -> Iterator[date]:
    return (source.date.last for source in plan.facts.sources if source.date and source.date.last)

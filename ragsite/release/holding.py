"""A hold on everything new, as before an election: when it is in force, and what is new."""

from dataclasses import replace
from datetime import date, datetime

from ragsite.model.dates import PartialDate
from ragsite.model.plan import Plan
from ragsite.model.release import Hold
from ragsite.model.reports import Report


def is_in_force(hold: Hold, now: datetime) -> bool:
    """True from the moment at which a hold begins until that at which it ends."""
    return hold.begins.at <= now < hold.until.at


def held_reports(plan: Plan, hold: Hold) -> frozenset[str]:
    """The reports that a hold keeps back: the first that is new, and all that follow it."""
    if not hold.covers(plan.id):
        return frozenset()
    last = last_known(plan, hold)
    if last:
        first = plan.reports.index(last) + 1
    else:
        since = _since(hold)
        first = next((n for n, one in enumerate(plan.reports) if _is_later(given(one), since)), len(plan.reports))
    return frozenset(report.id for report in plan.reports[first:])


def last_known(plan: Plan, hold: Hold) -> Report | None:
    """The report after which everything in a plan is new, where the hold names one."""
    named = (name.rpartition("/") for name in hold.after)
    return next((plan.report_by_id[report] for where, _, report in named
                 if where in ("", plan.id) and report in plan.report_by_id), None)  # fmt: skip


def given(report: Report) -> date | None:
    """The day on which a report was given, as far as its file tells: published, or to be published, or as at."""
    if report.published and report.published.last:
        return report.published.last
    if report.publish_from:
        return report.publish_from.day
    return report.as_at.date.last if report.as_at.date else None


def without_new_facts(plan: Plan, hold: Hold) -> Plan:
    """The plan without values and evidence of days after the hold's; a value without a clear period stays."""
    if not hold.covers(plan.id):
        return plan
    last = last_known(plan, hold)
    since = (given(last) if last else None) or _since(hold)
    return replace(
        plan,
        observations=tuple(one for one in plan.observations if not _ends_after(one.period, since)),
        evidence=tuple(one for one in plan.evidence if not _ends_after(one.date, since)),
    )


def _since(hold: Hold) -> date:
    return (hold.new_since or hold.begins).day


def _ends_after(day: PartialDate | None, since: date) -> bool:
    return _is_later(day.last if day else None, since)


def _is_later(day: date | None, since: date) -> bool:
    return day is not None and day > since

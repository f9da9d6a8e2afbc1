"""The content as it stood with an earlier report, so that what came since can be told."""

from dataclasses import replace

from ragsite.model.measures import Observation
from ragsite.model.plan import Plan
from ragsite.model.reports import Report
from ragsite.model.site import Site


def as_of(site: Site, wanted: str) -> tuple[Site, tuple[Report, ...]]:
    """The site without what came after a report, and the reports that are meant.

    `wanted` is the id of a report, or plan and report as `plan/report`; plans without it stay as they are. What
    came after: later reports, the items they added, and values of periods that ended after the report's own date.
    Later reports are marked as not published, so that all that hangs on them goes with them when it is published.
    """
    cut = [_cut(plan, wanted) for plan in site.plans]
    return replace(site, plans=tuple(plan for plan, _ in cut)), tuple(report for _, report in cut if report)


def as_approved(site: Site) -> Site:
    """The site with every report as it was last approved; those that nobody approved are not published."""
    plans = (replace(plan, reports=tuple(_approved(plan, report) for report in plan.reports)) for plan in site.plans)
    return replace(site, plans=tuple(plans))


def _approved(plan: Plan, report: Report) -> Report:
    last = next(iter(reversed(plan.approvals.get(report.id, ()))), None)
    return last.report if last and last.report else report.model_copy(update={"publish": False})


def _cut(plan: Plan, wanted: str) -> tuple[Plan, Report | None]:
    name, _, report_id = wanted.rpartition("/")
    report = plan.report_by_id.get(report_id) if name in ("", plan.id) else None
    if report is None:
        return plan, None
    place = plan.reports.index(report)
    later = (one.model_copy(update={"publish": False}) for one in plan.reports[place + 1 :])
    rows = tuple(row for row in plan.observations if not _came_after(row, report))
    return replace(plan, reports=(*plan.reports[: place + 1], *later), observations=rows), report


def _came_after(row: Observation, report: Report) -> bool:
    """Only a value that is certainly later: one without a clear period stays."""
    last = report.as_at.date.last if report.as_at.date else None
    first = row.period.first if row.period else None
    return bool(last and first and first > last)

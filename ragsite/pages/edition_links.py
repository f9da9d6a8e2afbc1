"""Links between the pages of one kind that each report of a plan has: to the report before and the one after."""

from ragsite import addresses
from ragsite.model.plan import Plan
from ragsite.model.reports import Report
from ragsite.pages.props import Props
from ragsite.render import relative


def edition_pager(here: str, plan: Plan, report: Report, *, part: str, noun: str) -> Props | None:
    """Props for `ui.pager` among the pages `part` (changes, exceptions); None for the only report of a plan."""
    place = plan.reports.index(report)
    before = plan.reports[place - 1] if place else None
    after = plan.reports[place + 1] if place + 1 < len(plan.reports) else None
    if not (before or after):
        return None
    return {
        "previous": _neighbour(here, plan, before, part=part, label=f"{noun} in the report before"),
        "next": _neighbour(here, plan, after, part=part, label=f"{noun} in the report after"),
        "label": f"{noun} in other reports",
    }


def _neighbour(here: str, plan: Plan, report: Report | None, *, part: str, label: str) -> Props | None:
    if report is None:
        return None
    href = relative(here, addresses.report_part(plan.id, report.id, part))
    return {"label": label, "text": report.label, "href": href}

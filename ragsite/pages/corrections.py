"""Mistakes of this site that were mended, and what was withdrawn: said on every page that they concern."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from ragsite import addresses
from ragsite.model.dates import PartialDate
from ragsite.model.items import Item
from ragsite.model.plan import Plan
from ragsite.model.reports import Correction, Report
from ragsite.pages.props import Props, full_title, plan_name
from ragsite.render import relative
from ragsite.views.withdrawals import gone_address, gone_name

TITLE = "Corrections and withdrawals"

Told = tuple[PartialDate, str, str]
"""When something was mended or withdrawn, what it is about, and what is said of it."""


def of_report(plan: Plan, report: Report) -> Props | None:
    """Every correction of a report, the latest first; None without one."""
    found = ((one.date, _about(plan, one), _words(one)) for one in reversed(report.corrections))
    return _section(found, title="Corrections")


def of_item(plan: Plan, item: Item) -> Props | None:
    """The corrections that concern one item, the latest report first; None without one."""
    found = (
        (one.date, f"report {report.label}", _words(one))
        for report in reversed(plan.reports)
        for one in reversed(report.corrections)
        if one.item == item.id
    )
    return _section(found, title="Corrections")


def of_plan(plan: Plan, here: str) -> Props | None:
    """All corrections of a plan and all that was withdrawn of it, the latest first; None without any."""
    return _section(_latest_first(_of_plan(plan, here)), title=TITLE)


def of_site(plans: Sequence[Plan], here: str) -> Props | None:
    """The same for every plan of the site, each named."""
    found = ((day, f"{plan_name(plan)}: {about}", text) for plan in plans for day, about, text in _of_plan(plan, here))
    return _section(_latest_first(found), title=TITLE)


def _of_plan(plan: Plan, here: str) -> Iterator[Told]:
    for report in plan.reports:
        page = relative(here, addresses.report(plan.id, report.id))
        for one in reversed(report.corrections):
            about = full_title(plan, plan.item_by_id[one.item]) if one.item in plan.item_by_id else "the whole report"
            yield one.date, f"report {report.label}, {about}", f"{_words(one)}\n\n[Report {report.label}]({page})"
    for gone in plan.withdrawn:
        page = relative(here, gone_address(plan, gone))
        text = f"Withdrawn: {gone.withdrawal.reason}\n\n[What was withdrawn]({page})"
        yield gone.withdrawal.date, gone_name(gone), text


def _latest_first(found: Iterable[Told]) -> list[Told]:
    return sorted(found, key=lambda one: -(one[0].last or date.min).toordinal())


def _section(found: Iterable[Told], *, title: str) -> Props | None:
    passages = [{"title": f"{day.label}, {about}", "text": text} for day, about, text in found]
    if not passages:
        return None
    return {"part": "passages", "id": "corrections", "title": title, "passages": passages}


def _words(one: Correction) -> str:
    """What was wrong, then what readers met before and what they meet now."""
    sides = (("Before", one.was), ("Now", one.now))
    return "\n\n".join([one.text, *(f"{name}: {said}" for name, said in sides if said)])


def _about(plan: Plan, one: Correction) -> str:
    item = plan.item_by_id.get(one.item or "")
    return full_title(plan, item) if item else "the report"

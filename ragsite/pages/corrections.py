"""Mistakes of this site that were mended: said on the page of the report, and on that of the item they concern."""

from collections.abc import Iterable

from ragsite.model.items import Item
from ragsite.model.plan import Plan
from ragsite.model.reports import Correction, Report
from ragsite.pages.props import Props, full_title


def of_report(plan: Plan, report: Report) -> Props | None:
    """Every correction of a report, the latest first; None without one."""
    return _section((_about(plan, one), one) for one in reversed(report.corrections))


def of_item(plan: Plan, item: Item) -> Props | None:
    """The corrections that concern one item, the latest report first; None without one."""
    return _section(
        (f"report {report.label}", one)
        for report in reversed(plan.reports)
        for one in reversed(report.corrections)
        if one.item == item.id
    )


def _section(found: Iterable[tuple[str, Correction]]) -> Props | None:
    passages = [{"title": f"{one.date.label}, {about}", "text": one.text} for about, one in found]
    if not passages:
        return None
    return {"part": "passages", "id": "corrections", "title": "Corrections", "passages": passages}


def _about(plan: Plan, one: Correction) -> str:
    item = plan.item_by_id.get(one.item or "")
    return full_title(plan, item) if item else "the report"

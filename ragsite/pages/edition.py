"""The table of all items as one report rates them: rating, what is printed, the former rating, status, change."""

from collections import Counter
from collections.abc import Sequence

from ragsite.model.items import Item
from ragsite.model.plan import Plan
from ragsite.model.reports import Report
from ragsite.model.scales import Basis, Rated
from ragsite.pages.props import Props, full_title, short_badge
from ragsite.pages.travel import short_direction
from ragsite.pages.tree import item_cell
from ragsite.render import slug
from ragsite.views.history import Way, travel

BASIS = {
    Basis.PRINTED: "",
    Basis.NARRATIVE: "Told in the text.",
    Basis.INFERRED: "Worked out; not printed.",
}


FEW = 3


def item_anchor(item: Item) -> str:
    """The id of an item's entry on a report's page."""
    return f"item-{slug(item.id)}"


def edition_table(here: str, plan: Plan, report: Report) -> Props:
    """The section with the table; columns that say nothing for any item are left out."""
    items = plan.items_in(report)
    reasons = Counter(plan.rating(report, item).reason for item in items if not plan.rating(report, item).level)
    many = [reason for reason, number in sorted(reasons.items()) if number > FEW]
    shown = frozenset(item.id for item in items)
    former, status, change = _former(plan, report, items), _status(plan, report, items), None
    if len(plan.reports) > 1 and report is not plan.reports[0]:
        change = _change(plan, report, items)
    columns = [column for column in (former, status, change) if column]
    rows = zip(
        [item_cell(here, plan, item, depth=_depth(plan, item, among=shown)) for item in items],
        [_rating(plan.rating(report, item), many) for item in items],
        [_printed(plan.rating(report, item)) for item in items],
        *(cells for _, cells in columns),
        strict=True,
    )
    return {
        "part": "table",
        "id": "items",
        "title": "Every item that this report rates or lists",
        "table": {
            "caption": f"Ratings in the report {report.label}",
            "columns": ["Title", "Rating", "As printed", *(name for name, _ in columns)],
            "rows": _grouped(plan, items, list(rows)),
            "dense": len(items) > 20,
            "note": _why(many, reasons),
        },
    }


def _grouped(plan: Plan, items: Sequence[Item], rows: Sequence[Sequence[object]]) -> list[Props]:
    """Rows with a heading wherever the top of the tree changes; a flat plan has no headings."""
    made: list[Props] = []
    shown = frozenset(item.id for item in items)
    last = ""
    for item, cells in zip(items, rows, strict=True):
        root = plan.ancestors(item)[:1] or (item,)
        is_new = bool(root[0].items) and root[0].id != last and root[0].id not in shown
        last = root[0].id
        made.append({"cells": list(cells), "group": full_title(plan, root[0]) if is_new else None})
    return made


def _depth(plan: Plan, item: Item, *, among: frozenset[str]) -> int:
    """How far to indent an item: under those above it that have a row of their own."""
    return len([one for one in plan.ancestors(item) if one.id in among])


def _why(many: Sequence[str], reasons: Counter[str]) -> str | None:
    """Reasons that many rows share are told once, under the table."""
    return " ".join(f"Not rated ({reasons[reason]} items): {reason}" for reason in many) or None


def _rating(rated: Rated, many: Sequence[str] = ()) -> Props:
    reason = None if rated.reason in many else rated.reason
    return {"badge": short_badge(rated.level), "note": BASIS[rated.basis] if rated.level else reason}


def _printed(rated: Rated) -> Props:
    return {"text": f"“{rated.printed}”"} if rated.printed.strip() else {"missing": "Blank"}


def _former(plan: Plan, report: Report, items: Sequence[Item]) -> tuple[str, list[object]] | None:
    updates = [plan.update(report, item) for item in items]
    if not any(update and update.previous for update in updates):
        return None
    scale = plan.scale_of(report)
    cells: list[object] = [
        _rating(update.previous.read(scale)) if update and update.previous else {"missing": "Not stated"}
        for update in updates
    ]
    return "Rating before, as this report states it", cells


def _status(plan: Plan, report: Report, items: Sequence[Item]) -> tuple[str, list[object]] | None:
    words = [update.status if (update := plan.update(report, item)) else None for item in items]
    if not any(words):
        return None
    return "Status word", [word or {"missing": "Not stated"} for word in words]


def _change(plan: Plan, report: Report, items: Sequence[Item]) -> tuple[str, list[object]] | None:
    moved = [travel(plan, report, item) for item in items]
    if all(one.way is Way.UNKNOWN for one in moved):
        return None
    return "Change", [{"direction": short_direction(one)} for one in moved]

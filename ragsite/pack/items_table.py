"""The full table of items: the site's table of the edition, with rating before, due date and owner beside it."""

from collections.abc import Mapping, Sequence
from typing import Any

from ragsite.model.items import Item
from ragsite.model.plan import Plan
from ragsite.model.reports import Report
from ragsite.pack.scope import Scope
from ragsite.pages.props import Props, short_badge
from ragsite.pages.tree import NO_DUE, NO_OWNER, due_cell, owners_column
from ragsite.views.history import Way, travel
from ragsite.views.ledger import Ledger, ledger

Column = tuple[str, Sequence[object]]
FIRST_DATES = "Where a due date has moved, the first date stands below it."


def items_table(plan: Plan, report: Report, table: Props, *, scope: Scope) -> Props:
    """Props of the table; `table` is the one of the report's page, a row for each item of `plan.items_in`.

    A column that would say nothing for any row is left out, and a note under the table says so.
    """
    items = plan.items_in(report)
    shown = [place for place, item in enumerate(items) if scope.holds(item.id)]
    found = [items[place] for place in shown]
    before = None if any("before" in str(name) for name in table["columns"]) else _before(plan, report, found)
    due, owner = _due(plan, report, found), owners_column(plan, found)
    after = [column for column in (due, owner) if column]
    heads = [*table["columns"][:1], *([before[0]] if before else []), *table["columns"][1:], *(n for n, _ in after)]
    has_moved = any((entry := ledger(plan, item).entry_in(report)) and entry.moves for item in found)
    notes = [table["note"], FIRST_DATES if has_moved else None, None if due else NO_DUE, None if owner else NO_OWNER]
    return {
        "caption": table["caption"],
        "columns": heads,
        "rows": [
            _row(table["rows"][place], number, before=before, after=after) for number, place in enumerate(shown)
        ],
        "note": " ".join(note for note in notes if note) or None,
        "empty": "The report rates or lists none of these items.",
    }


def _row(row: Mapping[str, Any], number: int, *, before: Column | None, after: Sequence[Column]) -> Props:
    first, *rest = row["cells"]
    added = [before[1][number]] if before else []
    return {"cells": [first, *added, *rest, *(cells[number] for _, cells in after)], "group": row["group"]}


def _before(plan: Plan, report: Report, items: Sequence[Item]) -> Column | None:
    moved = [travel(plan, report, item) for item in items]
    if not any(one.previous or one.way is Way.NEW for one in moved):
        return None
    cells: list[object] = []
    for one in moved:
        if one.previous and one.previous.level:
            cells.append({"badge": short_badge(one.previous.level)})
        else:
            known = "Not rated" if one.previous and one.before else "Not known"
            cells.append({"missing": "New in this report" if one.way is Way.NEW else known})
    return "Rating before", cells


def _due(plan: Plan, report: Report, items: Sequence[Item]) -> Column | None:
    ledgers = [ledger(plan, item) for item in items]
    if not any(one.entry_in(report) for one in ledgers):
        return None
    return "Due", [_due_cell(plan, report, one) for one in ledgers]


def _due_cell(plan: Plan, report: Report, dates: Ledger) -> object:
    cell, entry = due_cell(plan, report, dates), dates.entry_in(report)
    if entry is None or not entry.moves or not isinstance(cell, dict):
        return cell
    return {**cell, "note": f"{cell['note']}. First date: {entry.first_due.label}."}

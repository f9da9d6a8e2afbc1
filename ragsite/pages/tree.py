"""Tables of items: reference and title, rating, change, due date and owners, for whole trees and for branches."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ragsite import addresses
from ragsite.model.items import Item
from ragsite.model.plan import Plan
from ragsite.model.reports import Report
from ragsite.pages.props import NOT_STATED, Props, date_cell, owner_words, short_badge
from ragsite.pages.tallies import tally_words
from ragsite.pages.travel import short_direction
from ragsite.render import relative
from ragsite.views.history import Way, travel
from ragsite.views.ledger import ledger
from ragsite.views.rollup import roll_up_below

NO_RATING = "Not in this report"


@dataclass(frozen=True)
class Columns:
    """Which columns a plan's tables of items have: only those that the plan says anything in."""

    change: bool
    due: bool
    owner: bool


def columns_of(plan: Plan, report: Report | None) -> Columns:
    """The columns that say something for at least one item of the plan."""
    return Columns(
        change=report is not None and any(_can_move(plan, report, item) for item in plan.items),
        due=any(ledger(plan, item).entries for item in plan.items),
        owner=any(item.owners for item in plan.items),
    )


def item_table(
    here: str, plan: Plan, report: Report | None, *, items: Sequence[Item], columns: Columns, caption: str
) -> Props:
    """Props for `ui.table`: `items` and all below them, indented by their depth."""
    heads = ["Title", "Rating"]
    heads += ["Change"] if columns.change else []
    heads += ["Due"] if columns.due else []
    heads += ["Who answers for it"] if columns.owner else []
    rows = [_row(here, plan, report, item=item, depth=depth, columns=columns) for item, depth in _walk(items, 0)]
    return {"caption": caption, "columns": heads, "rows": rows}


def _walk(items: Iterable[Item], depth: int) -> Iterator[tuple[Item, int]]:
    for item in items:
        yield item, depth
        yield from _walk(item.items, depth + 1)


def _row(
    here: str, plan: Plan, report: Report | None, *, item: Item, depth: int, columns: Columns
) -> Props:
    cells: list[object] = [item_cell(here, plan, item, depth=depth), rating_cell(plan, report, item)]
    if columns.change:
        cells.append(_change(plan, report, item))
    if columns.due:
        cells.append(_due(plan, report, item))
    if columns.owner:
        cells.append(owner_words(item.owners) or _blank(plan, item))
    return {"cells": cells, "emphasis": bool(item.items)}


def item_cell(here: str, plan: Plan, item: Item, *, depth: int = 0) -> Props:
    """The cell that names an item: its reference where one is printed, and its title as a link."""
    named = f"{item.ref}. {item.title}" if item.ref else item.title
    href = relative(here, addresses.item(plan.id, item.id))
    return {"text": named, "href": href, "level": min(depth, 3)}


def rating_cell(plan: Plan, report: Report | None, item: Item) -> Props:
    """The rating; for an item of a level that is not rated, the counts of what stands below it."""
    if report is None:
        return {"text": "No report yet"}
    if not plan.is_in(report, item):
        return {"text": NO_RATING}
    rated = plan.rating(report, item)
    if rated.level is None and not plan.kind_by_id[item.id].rated:
        below = roll_up_below(plan, report, item)
        return {"text": "; ".join(tally_words(one) for one in below) or "Not rated at this level"}
    return {"badge": short_badge(rated.level)}


def _change(plan: Plan, report: Report | None, item: Item) -> Props | None:
    """Empty for an item of a level that is not rated."""
    if report is None or not (plan.kind_by_id[item.id].rated or plan.rating(report, item).is_rated):
        return None
    return {"direction": short_direction(travel(plan, report, item))}


def _due(plan: Plan, report: Report | None, item: Item) -> object:
    dates = ledger(plan, item)
    if dates.current is None:
        return _blank(plan, item)
    cell = dict(date_cell(dates.current))
    moved = f"Moved {dates.moves} times" if dates.moves > 1 else "Moved once"
    cell["note"] = moved if dates.moves else None
    if report is not None and dates.is_overdue(report):
        cell["tag"] = {"kind": "overdue", "text": "Overdue"}
    return cell


def _blank(plan: Plan, item: Item) -> object:
    """Nothing is said of a level that groups others; of all others it is said that the source is silent."""
    return {"missing": NOT_STATED} if plan.kind_by_id[item.id].rated else None


def _can_move(plan: Plan, report: Report, item: Item) -> bool:
    return travel(plan, report, item).way is not Way.UNKNOWN

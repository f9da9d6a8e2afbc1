"""Tables of items: reference and title, rating, change, due date and owners, for trees and branches."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ragsite import addresses
from ragsite.model.items import Item
from ragsite.model.plan import Plan
from ragsite.model.reports import Report
from ragsite.pages.links import numbered_title
from ragsite.pages.props import NOT_STATED, Props, date_cell, owner_words, short_badge
from ragsite.pages.tallies import tally_words
from ragsite.pages.travel import short_direction
from ragsite.render import relative
from ragsite.views.history import Way, travel
from ragsite.views.ledger import Ledger, ledger
from ragsite.views.rollup import roll_up_below

Column = tuple[str, list[object]]
NO_DUE = "The source gives no due date for any of these."
NO_OWNER = "The source names nobody who answers for any of these."


@dataclass(frozen=True)
class Scene:
    """What a table of items shows: the page it stands on, the report, and a report that has ratings.

    `rated` is the latest report with ratings, where that is an earlier one than `report`; else None.
    """

    here: str
    plan: Plan
    report: Report | None
    rated: Report | None


def latest_scene(here: str, plan: Plan, rated: Report | None) -> Scene:
    """The scene of the latest report; `rated` is `last_rated(plan)`, worked out once for the plan."""
    return Scene(here, plan, plan.latest, None if rated is plan.latest else rated)


def item_table(scene: Scene, items: Sequence[Item], *, caption: str) -> Props:
    """Props for `ui.table`: `items` and all below them as they stand in a report, indented by their depth.

    A column that would say nothing for any row is left out, and a note under the table says so.
    """
    here, plan, report = scene.here, scene.plan, scene.report
    walked = [pair for pair in _walk(items, 0) if report is None or plan.is_in(report, pair[0])]
    found = [item for item, _ in walked]
    change, due = changes_column(plan, report, found), dues_column(plan, report, found)
    owner = owners_column(plan, found)
    columns = [*ratings_columns(scene, found), *(column for column in (change, due, owner) if column)]
    silent = [unrated_note(scene, found), None if due else NO_DUE, None if owner else NO_OWNER]
    first = [item_cell(here, plan, item, depth=depth) for item, depth in walked]
    rows = zip(first, *(cells for _, cells in columns), strict=True)
    return {
        "caption": caption,
        "columns": ["Title", *(name for name, _ in columns)],
        "rows": [list(cells) for cells in rows],
        "note": " ".join(note for note in silent if note) or None,
    }


def _walk(items: Iterable[Item], depth: int) -> Iterator[tuple[Item, int]]:
    for item in items:
        yield item, depth
        yield from _walk(item.items, depth + 1)


def item_cell(here: str, plan: Plan, item: Item, *, depth: int = 0) -> Props:
    """The cell that names an item: its reference where one is printed, and its title as a link."""
    href = relative(here, addresses.item(plan.id, item.id))
    return {"text": numbered_title(item), "href": href, "level": min(depth, 3)}


def rating_cell(plan: Plan, report: Report | None, item: Item) -> Props:
    """The rating; for an item of a level that is not rated, the counts of what stands below it."""
    if report is None:
        return {"text": "No report yet"}
    rated = plan.rating(report, item)
    if rated.level is None and not plan.kind_by_id[item.id].rated:
        below = roll_up_below(plan, report, item)
        return {"text": "; ".join(tally_words(one) for one in below) or "Not rated at this level"}
    return {"badge": short_badge(rated.level)}


def ratings_columns(scene: Scene, items: Sequence[Item]) -> list[Column]:
    """The ratings of the report; where it has none at all, those of the last that has any, with its name."""
    plan, report, rated = scene.plan, scene.report, scene.rated
    now: Column = ("Rating", [rating_cell(plan, report, item) for item in items])
    if rated is None:
        return [now]
    before: Column = (f"Rating, {rated.label}", [rating_cell(plan, rated, item) for item in items])
    return [before] if unrated_note(scene, items) else [now, before]


def unrated_note(scene: Scene, items: Sequence[Item]) -> str | None:
    """That the report rates none of these items, where an earlier one rates some; else None."""
    report = scene.report
    if scene.rated is None or report is None or any(scene.plan.rating(report, item).is_rated for item in items):
        return None
    return f"The report {report.label} rates none of these."


def changes_column(plan: Plan, report: Report | None, items: Sequence[Item]) -> Column | None:
    if report is None:
        return None
    moved = [travel(plan, report, item) if _is_rated_level(plan, report, item) else None for item in items]
    if all(one is None or one.way is Way.UNKNOWN for one in moved):
        return None
    return "Change", [{"direction": short_direction(one)} if one else None for one in moved]


def _is_rated_level(plan: Plan, report: Report, item: Item) -> bool:
    return plan.kind_by_id[item.id].rated or plan.rating(report, item).is_rated


def dues_column(plan: Plan, report: Report | None, items: Sequence[Item]) -> Column | None:
    ledgers = [ledger(plan, item) for item in items]
    if not any(one.entries for one in ledgers):
        return None
    return "Due", [due_cell(plan, report, one) for one in ledgers]


def due_cell(plan: Plan, report: Report | None, dates: Ledger) -> object:
    """The date in force in the report, so that an earlier edition knows nothing of later moves."""
    entry = dates.entry_in(report) if report else next(iter(dates.entries), None)
    if entry is None:
        return _blank(plan, dates.item)
    moved = {0: None, 1: "Moved once"}.get(entry.moves, f"Moved {entry.moves} times")
    is_overdue = report is not None and dates.is_overdue(report)
    tag = {"kind": "overdue", "text": "Overdue"} if is_overdue else None
    return {**date_cell(entry.due), "note": moved, "tag": tag}


def owners_column(plan: Plan, items: Sequence[Item]) -> Column | None:
    if not any(item.owners for item in items):
        return None
    kinds = {owner.kind for item in items for owner in item.owners}
    if len(kinds) > 1:
        return "Who answers for it", [owner_words(item.owners) or _blank(plan, item) for item in items]
    names = [list(dict.fromkeys(owner.label for owner in item.owners)) for item in items]
    heading = kinds.pop().value.capitalize()
    return heading, ["; ".join(one) or _blank(plan, item) for one, item in zip(names, items, strict=True)]


def _blank(plan: Plan, item: Item) -> object:
    """Nothing is said of a level that groups others; of all others it is said that the source is silent."""
    return {"missing": NOT_STATED} if plan.kind_by_id[item.id].rated else None

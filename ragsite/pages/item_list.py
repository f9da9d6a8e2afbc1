"""Tables of chosen items, from anywhere in a plan's tree: each with what it stands under, as a report has it."""

from collections.abc import Iterable, Sequence

from ragsite.model.items import Item
from ragsite.model.plan import Plan
from ragsite.pages.links import item_name
from ragsite.pages.props import Props, shorten
from ragsite.pages.tree import (
    Column,
    Scene,
    changes_column,
    dues_column,
    item_cell,
    rated_before,
    rating_cell,
)

NO_DUES = "The source gives no due date for any of these."


def item_list(scene: Scene, items: Iterable[Item], *, caption: str, more: Sequence[Column] = ()) -> Props:
    """Props for `ui.table`: these items and no others, with ratings, change, due date and `more` columns.

    A column that would say nothing for any row is left out; for due dates, a note under the table says so.
    """
    found = tuple(items)
    due = dues_column(scene.plan, scene.report, found)
    change = changes_column(scene.plan, scene.report, found)
    columns = [column for column in (rated_before(scene, found), change, due, *more) if column]
    first = [placed_cell(scene.here, scene.plan, item) for item in found]
    ratings = [rating_cell(scene.plan, scene.report, item) for item in found]
    return {
        "caption": caption,
        "columns": ["Title", "Rating", *(name for name, _ in columns)],
        "rows": [list(cells) for cells in zip(first, ratings, *(cells for _, cells in columns), strict=True)],
        "note": None if due or not found else NO_DUES,
    }


def placed_cell(here: str, plan: Plan, item: Item) -> Props:
    """The cell that names an item, with what it stands under in a note."""
    return {**item_cell(here, plan, item), "note": place_words(plan, item)}


def place_words(plan: Plan, item: Item) -> str | None:
    """What an item stands under, from the top: `In Priority 4, Action 2`; None at the top of the tree."""
    above = [shorten(item_name(plan, one)) for one in plan.ancestors(item)]
    return f"In {', '.join(above)}" if above else None

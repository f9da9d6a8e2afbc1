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
    ratings_columns,
    unrated_note,
)

NO_DUES = "The source gives no due date for any of these."


def item_list(scene: Scene, items: Iterable[Item], *, caption: str, more: Sequence[Column] = ()) -> Props:
    """Props for `ui.table`: these items and no others, with ratings, change, due date and `more` columns.

    A column that would say nothing for any row is left out; for due dates, a note under the table says so.
    """
    found = tuple(items)
    due = dues_column(scene.plan, scene.report, found)
    change = changes_column(scene.plan, scene.report, found)
    columns = [*ratings_columns(scene, found), *(column for column in (change, due, *more) if column)]
    first = [placed_cell(scene.here, scene.plan, item) for item in found]
    silent = [unrated_note(scene, found), None if due or not found else NO_DUES]
    return {
        "caption": caption,
        "columns": ["Title", *(name for name, _ in columns)],
        "rows": [list(cells) for cells in zip(first, *(cells for _, cells in columns), strict=True)],
        "note": " ".join(note for note in silent if note) or None,
    }


def placed_cell(here: str, plan: Plan, item: Item) -> Props:
    """The cell that names an item, with what it stands under in a note."""
    return {**item_cell(here, plan, item), "note": place_words(plan, item)}


def place_words(plan: Plan, item: Item) -> str | None:
    """What an item stands under, from the top: `In Priority 4, Action 2`; None at the top of the tree."""
    above = [shorten(item_name(plan, one)) for one in plan.ancestors(item)]
    return f"In {', '.join(above)}" if above else None

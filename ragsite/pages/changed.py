"""Props for what got better and worse since the report before: one sentence with counts, and two tables."""

from collections.abc import Sequence

from ragsite.figures import of
from ragsite.model.plan import Plan
from ragsite.model.reports import Report
from ragsite.pages.props import Props, ref_words, short_badge
from ragsite.pages.tree import item_cell
from ragsite.views.history import RULE, Change
from ragsite.views.movement import Movement, movements


def changed(here: str, plan: Plan, report: Report) -> Props | None:
    """The section; None when nothing can be compared."""
    found = movements(plan, report)
    if not found:
        return None
    return {
        "part": "moves",
        "id": "moves",
        "title": "What got better and what got worse",
        "rule": RULE,
        "sentences": [sentence(one) for one in found],
        "tables": [table for one in found for table in _tables(here, plan, one)],
    }


def sentence(movement: Movement) -> str:
    """The counts with their denominators, and against which report."""
    nouns = movement.kind.plural.lower()
    since = f"Since the report {movement.before.label}" if movement.before else "Since the ratings before"
    better, worse, same = len(movement.better), len(movement.worse), len(movement.same)
    have = "has" if movement.compared == 1 else "have"
    compared = f"{of(movement.compared, movement.total)} {nouns} {have} a rating on both sides."
    moved = f"{since}, {better} got better, {worse} got worse and {same} stayed the same."
    new = f" {len(movement.new)} joined the plan." if movement.new else ""
    return f"{compared} {moved}{new}"


def _tables(here: str, plan: Plan, movement: Movement) -> list[Props]:
    nouns = movement.kind.plural
    sides = [("worse", movement.worse), ("better", movement.better)]
    return [
        {
            "caption": f"{nouns} that got {way}: {of(len(found), movement.compared)}",
            "columns": ["Title", "In", "Was", "Is now"],
            "rows": _rows(here, plan, found),
            "caption_hidden": False,
        }
        for way, found in sides
        if found
    ]


def _rows(here: str, plan: Plan, found: Sequence[Change]) -> list[list[object]]:
    return [
        [
            item_cell(here, plan, change.item),
            _parent(plan, change),
            {"badge": short_badge(change.travel.previous.level if change.travel.previous else None)},
            {"badge": short_badge(change.rated.level)},
        ]
        for change in found
    ]


def _parent(plan: Plan, change: Change) -> str:
    root = plan.ancestors(change.item)[:1]
    return "".join(ref_words(plan, one) if one.ref else one.title for one in root) or "The plan"

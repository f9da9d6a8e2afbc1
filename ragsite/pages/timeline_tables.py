"""The tables of a timeline page: every date with its moves, dates that are not clear, items without one, milestones."""

from collections import Counter
from collections.abc import Sequence

from ragsite import addresses
from ragsite.figures import of, plural
from ragsite.model.dates import PartialDate, Precision
from ragsite.model.plan import Plan
from ragsite.model.reports import Report
from ragsite.pages.item_list import placed_cell
from ragsite.pages.links import item_name
from ragsite.pages.props import NOT_STATED, Props, date_cell, machine_date, short_badge
from ragsite.render import relative
from ragsite.views.milestones import stage
from ragsite.views.shift import moved_words
from ragsite.views.timeline import Dated, State, Step, Timeline

Column = tuple[str, list[object]]
CANNOT = "Cannot be told"
AHEAD = "Not yet due"
WHY_NOT_CLEAR = {
    Precision.TO_BE_CONFIRMED: "The date is to be confirmed.",
    Precision.NO_YEAR: "No year is printed.",
    Precision.AMBIGUOUS: "It can be read in more than one way.",
    Precision.UNREADABLE: "It names no clear date.",
}
_TAGS = {
    State.DONE: {"kind": "done", "text": "Finished"},
    State.MISSED: {"kind": "overdue", "text": "Overdue"},
}


def dates_table(found: Timeline, rated: Timeline | None, *, here: str) -> Props | None:
    """Every clear date from the first to the last; `rated` adds how it stood in the last report with ratings."""
    if not found.dated:
        return None
    shown = found.dated
    columns = [*_date_columns(found), *_standings(found), *(_standings_at(rated, shown) if rated else [])]
    first = [placed_cell(here, found.plan, one.item) for one in shown]
    rows = [list(cells) for cells in zip(first, *(cells for _, cells in columns), strict=True)]
    return {
        "part": "table",
        "id": "dates",
        "title": "Every due date, from the first to the last",
        "table": {
            "caption": "Due dates of items",
            "columns": ["Item", *(name for name, _ in columns)],
            "rows": _by_year([one.entry.due for one in shown], rows),
            "dense": True,
            "note": " ".join([*_reasons(found), *(_reasons(rated) if rated else [])]) or None,
        },
    }


def _date_columns(found: Timeline) -> list[Column]:
    """The date in force; where any date has moved, also the first one, how far it moved, why, and who agreed."""
    dues = [one.entry.due for one in found.dated]
    if not any(one.entry.moves for one in found.dated):
        return [("Due date", [date_cell(due) for due in dues]), ("As printed", [f"“{due.printed}”" for due in dues])]
    return [
        ("First date", [date_cell(one.entry.first_due) for one in found.dated]),
        ("Current date", [{**date_cell(due), "note": f"Printed as “{due.printed}”."} for due in dues]),
        ("How it moved", [_moves(one) for one in found.dated]),
    ]


def _moves(one: Dated) -> object:
    entry = one.entry
    if not entry.moves:
        return "Not moved"
    words = moved_words(entry)
    reason = f"Reason: {entry.reason}" if entry.reason else "The source gives no reason."
    agreed = f"Agreed by: {entry.agreed_by}." if entry.agreed_by else "It does not say who agreed it."
    return {"text": f"{words[0].upper()}{words[1:]}", "note": f"{reason.rstrip('.')}. {agreed}"}


def _standings(found: Timeline) -> list[Column]:
    return [(_heading(found.report), [_standing(found.plan, found.report, one) for one in found.dated])]


def _standings_at(rated: Timeline, shown: Sequence[Dated]) -> list[Column]:
    """How the same items stood in an earlier report; those that it did not have are left blank."""
    then = {one.item.id: one for one in (*rated.dated, *rated.unclear)}
    cells = [
        _standing(rated.plan, rated.report, then[one.item.id]) if one.item.id in then else None for one in shown
    ]
    return [(_heading(rated.report), cells)]


def _heading(report: Report | None) -> str:
    if report is None:
        return "Standing"
    return f"As at {report.as_at.date.label}" if report.as_at.date else f"In the report {report.label}"


def _standing(plan: Plan, report: Report | None, one: Dated) -> object:
    level = plan.rating(report, one.item).level if report else None
    badge: Props = {"badge": short_badge(level) if level else None, "note": _by_first(one)}
    if one.state is State.UNKNOWN:
        return {**badge, "missing": CANNOT}
    return {**badge, "tag": _TAGS[one.state]} if one.state in _TAGS else {**badge, "text": AHEAD}


def _by_first(one: Dated) -> str | None:
    """For a date that has moved: whether the item was overdue against its first date."""
    if not one.entry.moves or one.overdue is None:
        return None
    said = {True: "overdue", False: "not overdue", None: "cannot be told"}[one.overdue.by_first_date]
    return f"Against the first date: {said}."


def _reasons(found: Timeline) -> list[str]:
    """Why it cannot be told of some dates whether they were kept, told once for all of them."""
    reasons = Counter(one.why for one in found.dated if one.why)
    when = _heading(found.report)
    return [f"{when}, {of(number, len(found.dated))}: {why}" for why, number in sorted(reasons.items())]


def _by_year(dues: Sequence[PartialDate | None], rows: Sequence[list[object]]) -> list[Props]:
    made: list[Props] = []
    last = ""
    for due, cells in zip(dues, rows, strict=True):
        year = str(due.last.year) if due and due.last else ""
        made.append({"cells": cells, "group": f"Due in {year}" if year != last else None})
        last = year
    return made


def unclear_table(found: Timeline, *, here: str) -> Props | None:
    """The dates that name no day, with what they may mean and why that stays open."""
    if not found.unclear:
        return None
    rows = [[placed_cell(here, found.plan, one.item), *_unclear(one.entry.due)] for one in found.unclear]
    return {
        "part": "table",
        "id": "unclear",
        "title": "Dates that are not clear",
        "lede": "Nobody can tell from these dates whether an item is late. They are in no chart and no count above.",
        "table": {"caption": "Due dates that are not clear", "columns": ["Item", *_UNCLEAR], "rows": rows},
    }


_UNCLEAR = ("As printed", "What it may mean", "Why it is not clear")


def _unclear(due: PartialDate) -> list[object]:
    return [f"“{due.printed}”", due.label, WHY_NOT_CLEAR[due.precision]]


def undated_list(found: Timeline, *, here: str) -> Props | None:
    """The rated items without a date; where no item at all has one, the head of the page says so."""
    if not found.undated or not found.total:
        return None
    number = of(len(found.undated), len(found.undated) + found.total)
    return {
        "part": "table",
        "id": "undated",
        "title": "Items without a due date",
        "lede": f"The source prints no due date for {number} items.",
        "table": {
            "caption": "Items without a due date",
            "columns": ["Item"],
            "rows": [[placed_cell(here, found.plan, item)] for item in found.undated],
            "dense": True,
        },
    }


def steps_table(found: Timeline, *, here: str) -> Props | None:
    """Milestones with a clear date; how many have none is said."""
    if not found.steps and not found.undated_steps:
        return None
    without = plural(len(found.undated_steps), "milestone has", "milestones have")
    lede = f"{without} no date in the source. The pages of their items list them."
    rows = [[*_step(found.plan, one, here=here), *_step_dates(one)] for one in found.steps]
    return {
        "part": "table",
        "id": "milestones",
        "title": "Milestones",
        "lede": lede if found.undated_steps else None,
        "table": {
            "caption": "Milestones with a date, from the first to the last",
            "columns": ["Milestone", "Of", "Status in the source", "Due", "As printed", _heading(found.report)],
            "rows": _by_year([one.milestone.due for one in found.steps], rows),
            "dense": True,
        },
    }


def _step(plan: Plan, one: Step, *, here: str) -> list[object]:
    status = one.milestone.status
    return [
        one.milestone.text,
        {"text": item_name(plan, one.item), "href": relative(here, addresses.item(plan.id, one.item.id))},
        {"tag": {"kind": stage(status).value, "text": status}} if status else {"missing": NOT_STATED},
    ]


def _step_dates(one: Step) -> list[object]:
    due = one.milestone.due
    words = {State.DONE: "Done", State.AHEAD: AHEAD}.get(one.state)
    stands: object = words or ({"tag": _TAGS[State.MISSED]} if one.state is State.MISSED else {"missing": CANNOT})
    when = {"text": due.label, "datetime": machine_date(due)} if due else None
    return [when, f"“{due.printed}”" if due else None, stands]


def unclear_steps_table(found: Timeline, *, here: str) -> Props | None:
    """Milestones whose date is not clear."""
    if not found.unclear_steps:
        return None
    rows = [
        [*_step(found.plan, one, here=here), *(_unclear(one.milestone.due) if one.milestone.due else [])]
        for one in found.unclear_steps
    ]
    columns = ["Milestone", "Of", "Status in the source", *_UNCLEAR]
    return {
        "part": "table",
        "id": "unclear-milestones",
        "title": "Milestones whose date is not clear",
        "table": {"caption": "Milestones whose date is not clear", "columns": columns, "rows": rows, "dense": True},
    }

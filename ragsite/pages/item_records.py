"""The sections of an item's page that are records: milestones, due dates and evidence."""

from collections.abc import Iterable

from ragsite import addresses
from ragsite.model.evidence import Evidence
from ragsite.model.items import Item, Milestone
from ragsite.model.plan import Plan
from ragsite.pages.props import NOT_STATED, Props, date_cell, machine_date, printed_date
from ragsite.render import relative
from ragsite.views.evidence import Register
from ragsite.views.ledger import Entry, Ledger, Overdue, ledger
from ragsite.views.milestones import stage
from ragsite.views.shift import moved_words


def milestones(item: Item) -> Props | None:
    """The milestones with their dates and the status words that the source prints."""
    if not item.milestones:
        return None
    table = {
        "caption": "Milestones, their dates and status",
        "columns": ["Milestone", "Due", "Status in the source"],
        "rows": [[_milestone(one), _milestone_due(one), _milestone_status(one)] for one in item.milestones],
    }
    return {"part": "table", "id": "milestones", "title": "Milestones", "table": table}


def _milestone(milestone: Milestone) -> Props:
    return {"text": milestone.text, "note": milestone.evaluation}


def _milestone_due(milestone: Milestone) -> Props:
    return {**date_cell(milestone.due), "note": printed_date(milestone.due)}


def _milestone_status(milestone: Milestone) -> Props:
    if milestone.status is None:
        return {"missing": NOT_STATED}
    return {"tag": {"kind": stage(milestone.status).value, "text": milestone.status}}


def dates(plan: Plan, item: Item, *, here: str) -> Props | None:
    """The date ledger: the first date, every move with its reason and who agreed it, and what is overdue."""
    found = ledger(plan, item)
    if not found.entries:
        return None
    late = found.overdue(plan.latest) if plan.latest else None
    return {
        "part": "dates",
        "id": "dates",
        "title": "Due dates",
        "lede": _moves_words(plan, found.entries[-1]),
        "overdue": _late_words(found, late) if late else None,
        "table": {
            "caption": "Every due date that the reports give",
            "columns": ["Due", "Given in", "Reason", "Agreed by"],
            "rows": [_date_row(plan, entry, here=here) for entry in found.entries],
        }
        if len(found.entries) > 1
        else None,
    }


def _moves_words(plan: Plan, entry: Entry) -> str:
    if entry.moves:
        return f"This date has {moved_words(entry)}."
    if len(plan.reports) < 2:
        return "There is one report only, so it cannot be told whether this date has moved."
    return "No report moves this date."


def _late_words(found: Ledger, late: Overdue) -> str:
    """Whether it was overdue, against the current date and, where the date has moved, against the first."""
    if not found.moves or found.first is None:
        return late.words
    said = {True: "it was overdue", False: "it was not overdue", None: "it cannot be told whether it was overdue"}
    return f"{late.words} Against the first date, {found.first.label}, {said[late.by_first_date]}."


def _date_row(plan: Plan, entry: Entry, *, here: str) -> list[object]:
    due = {"text": entry.due.label, "datetime": machine_date(entry.due), "note": printed_date(entry.due)}
    if entry.report is None:
        return [due, {"missing": "No report yet"}, None, None]
    report = {
        "text": entry.report.label,
        "href": relative(here, addresses.report(plan.id, entry.report.id)),
    }
    if entry.moves == 0:
        return [due, report, "First date", None]
    return [due, report, entry.reason or {"missing": NOT_STATED}, entry.agreed_by or {"missing": NOT_STATED}]


def evidence(plan: Plan, item: Item, *, register: Register, here: str) -> Props | None:
    """The evidence behind the item; for a rated item without any, that is said out loud."""
    pieces = register.evidence_of(item)
    if not pieces and not plan.kind_by_id[item.id].rated:
        return None
    return {
        "part": "evidence",
        "id": "evidence",
        "title": "Evidence",
        "entries": _entries(plan, pieces, here=here),
    }


def _entries(plan: Plan, pieces: Iterable[Evidence], *, here: str) -> list[Props]:
    return [
        {
            "title": piece.title,
            "href": relative(here, addresses.evidence(plan.id, piece.id)),
            "meta": _meta(piece),
            "shows": piece.shows,
            "does_not_show": piece.does_not_show,
            "tag": piece.kind.value.capitalize(),
        }
        for piece in pieces
    ]


def _meta(piece: Evidence) -> str | None:
    dated = f"{piece.date.label[0].upper()}{piece.date.label[1:]}" if piece.date else ""
    held = f"Held by {piece.held_by}" if piece.held_by else ""
    return ". ".join(part for part in (dated, held) if part) or None

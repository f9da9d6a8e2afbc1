"""The head of an item's page: its name, its rating with the path that led there, and its few facts."""

from ragsite import addresses
from ragsite.figures import of, plural
from ragsite.model.items import Item, RefBasis
from ragsite.model.plan import Plan
from ragsite.model.reports import Report, Update
from ragsite.model.scales import Key, Rated
from ragsite.pages.props import (
    NOT_STATED,
    Props,
    badge,
    basis_note,
    date_fact,
    owner_words,
    printed_note,
    ref_words,
)
from ragsite.pages.travel import direction, path_steps
from ragsite.render import relative
from ragsite.views.history import path, travel
from ragsite.views.ledger import ledger
from ragsite.views.milestones import steps
from ragsite.views.shift import moved_words

LEDE_LENGTH = 300


def hero(plan: Plan, item: Item, *, here: str, pieces: int) -> Props:
    """Props of the hero; `pieces` is how many pieces of evidence the register has for the item."""
    return {
        "title": item.title,
        "ref": {"strong": ref_words(plan, item), "text": _place_words(plan, item)},
        "lede": lede(item),
        "status": _status(plan, item, here=here),
        "facts": _facts(plan, item, here=here, pieces=pieces),
    }


def lede(item: Item) -> str | None:
    """The item's text, when it is short enough to open the page with; else it stands in a section."""
    if len(item.text) == 1 and len(item.text[0].text) <= LEDE_LENGTH:
        return item.text[0].text
    return None


def _place_words(plan: Plan, item: Item) -> str:
    parent = plan.parent_by_id.get(item.id)
    if item.ref_basis is RefBasis.INFERRED:
        return "(the number follows from its place; none is printed)"
    if parent is not None:
        return f"of {ref_words(plan, parent).lower()}" if parent.ref else f"in {parent.title}"
    if item.ref:
        return f"of {len(plan.tree)} in the plan"
    return f"(one of {len(plan.tree)}; no number is printed)"


def _status(plan: Plan, item: Item, *, here: str) -> Props | None:
    steps = path(plan, item)
    if not steps or not (plan.kind_by_id[item.id].rated or any(step.rated.is_rated for step in steps)):
        return None
    last = steps[-1]
    update = plan.update(last.report, item)
    moved = travel(plan, last.report, item)
    return {
        "title": _status_title(last.report),
        "badge": badge(last.rated.level),
        "direction": direction(moved),
        "reason": _reason(last.rated, update),
        "notes": _status_notes(plan, last.report, last.rated, update, moved.reason),
        "path": path_steps(here, plan, steps) if len(steps) > 1 else None,
        "path_title": "Rating in each report",
    }


def _status_title(report: Report) -> str:
    date = report.as_at.date
    return f"Rating at {date.label}" if date else f"Rating in the report {report.label}"


def _reason(rated: Rated, update: Update | None) -> str | None:
    said = [rated.reason, update.rating_reason if update and update.rating_reason else ""]
    return "\n\n".join(part for part in said if part) or None


def _status_notes(
    plan: Plan, report: Report, rated: Rated, update: Update | None, no_direction: str
) -> list[str]:
    lost = plan.scale_of(report).key is Key.LOST and rated.is_rated
    notes = [
        printed_note(rated),
        basis_note(rated),
        f"Status word printed beside it: “{update.status}”." if update and update.status else None,
        "The source does not say what this rating means." if lost else None,
        f"Direction: cannot be told. {no_direction}" if no_direction else None,
    ]
    return [note for note in notes if note]


def _facts(plan: Plan, item: Item, *, here: str, pieces: int) -> list[Props]:
    facts = [_due(plan, item), _owners(item)]
    parent = plan.parent_by_id.get(item.id)
    if parent is not None:
        href = relative(here, addresses.item(plan.id, parent.id))
        facts.append({"label": plan.kind_by_id[parent.id].kind, "value": parent.title, "href": href})
    if item.milestones:
        facts.append(_milestones(item))
    if item.items:
        kind = plan.kind_by_id[item.items[0].id]
        counted = plural(len(item.items), kind.kind.lower(), kind.plural.lower())
        facts.append({"label": f"{kind.plural} in it", "value": counted, "href": "#below"})
    return [*facts, *_proofs(plan, item, pieces=pieces)]


def _due(plan: Plan, item: Item) -> Props:
    dates = ledger(plan, item)
    if dates.current is None:
        return {"label": "Due date", "value": NOT_STATED}
    words = moved_words(dates.entries[-1])
    moved = f"{words[0].upper()}{words[1:]}." if words else None
    first = f"First date: {dates.first.label}." if dates.moves and dates.first else None
    late = dates.overdue(plan.latest) if plan.latest else None
    fact = date_fact("Due date", dates.current, note=" ".join(part for part in (moved, first) if part))
    if late is None or not late.is_overdue:
        return fact
    return {**fact, "tag": {"kind": "overdue", "text": _overdue_words(plan)}}


def _overdue_words(plan: Plan) -> str:
    date = plan.latest.as_at.date if plan.latest else None
    return f"Overdue at {date.label}" if date else "Overdue"


def _owners(item: Item) -> Props:
    kinds = list(dict.fromkeys(owner.kind.value for owner in item.owners))
    if len(kinds) != 1:
        return {"label": "Who answers for it", "value": owner_words(item.owners) or NOT_STATED}
    names = "; ".join(dict.fromkeys(owner.label for owner in item.owners))
    return {"label": kinds[0].capitalize(), "value": names}


def _milestones(item: Item) -> Props:
    counted = steps(item)
    if counted.unstated == counted.total:
        silent = "The source gives no status."
        return {"label": "Milestones", "value": str(counted.total), "href": "#milestones", "note": silent}
    note = f"No status is given for {counted.unstated}." if counted.unstated else None
    return {
        "label": "Milestones marked done",
        "value": of(counted.done, counted.total),
        "href": "#milestones",
        "note": note,
    }


def _proofs(plan: Plan, item: Item, *, pieces: int) -> list[Props]:
    """How much evidence and how many measures there are; that there is no evidence is said of rated items."""
    facts: list[Props] = []
    if pieces or plan.kind_by_id[item.id].rated:
        said = plural(pieces, "piece", "pieces") if pieces else "None published"
        facts.append({"label": "Evidence", "value": said, "href": "#evidence"})
    measures = len(plan.measures_by_item.get(item.id, ()))
    if measures:
        facts.append({"label": "Measures", "value": str(measures), "href": "#measures"})
    return facts




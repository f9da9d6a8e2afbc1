"""The sheet of updates, one row per item, and the sheet of words on the report as a whole."""

from collections.abc import Iterator

from ragsite.model.base import Passage
from ragsite.model.dates import PartialDate, Precision
from ragsite.model.items import Item
from ragsite.model.plan import Plan
from ragsite.model.reports import Report, Update
from ragsite.model.scales import Rating, Scale
from ragsite.views.history import report_before
from ragsite.views.ledger import ledger
from ragsite.workbook.book import KEY, REPORT, UPDATES, Column, Entry, Grid, Row
from ragsite.workbook.passages import joined

PROSE = ("progress", "next_steps", "risks", "evaluation", "decision", "developments", "key_risks")
ALWAYS = ("progress", "next_steps", "risks")
REPORT_WORDS = {"summary": "Summary", "key_developments": "Key developments", "key_risks": "Key risks"}
_LINES = "One thought on each line (Alt and Enter begin a new line)."
_HEADINGS = {
    "progress": ("Progress", f"What has been done since the last report. {_LINES}"),
    "next_steps": ("Next steps", f"What comes next, and by when. {_LINES}"),
    "risks": ("Risks", f"What could stop it, and what is done about that. {_LINES}"),
    "evaluation": ("Evaluation", f"What difference it has made. {_LINES}"),
    "decision": ("Decision needed", f"What decision is needed, and from whom. {_LINES}"),
    "developments": ("Key developments", f"What is new in this area. {_LINES}"),
    "key_risks": ("Key risks", f"The main risks in this area. {_LINES}"),
}


def update_grid(plan: Plan, report: Report) -> Grid:
    """Every item that is part of the plan in this report, with what the report says of it so far."""
    items = [item for item in plan.items if plan.is_in(report, item)]
    columns = tuple(_columns(plan, report))
    return Grid(UPDATES, columns, tuple(_row(plan, report, item, columns) for item in items))


def report_grid(report: Report) -> Grid:
    """The words on the report as a whole."""
    columns = (
        Column(KEY, "Key", 8),
        Column("part", "Part", 24),
        Column("text", "Text", 100, Entry.PASSAGES, f"Words on the plan as a whole. {_LINES}"),
    )
    rows = (Row(name, {"part": label, "text": _prose(getattr(report, name))}) for name, label in REPORT_WORDS.items())
    return Grid(REPORT, columns, tuple(rows))


def printed(rating: Rating | None, scale: Scale) -> str:
    """What the rating cell shows: what is printed; for a level that only the prose gives, its label."""
    if rating is None:
        return ""
    level = scale.level_by_id.get(rating.level or "")
    return rating.printed.strip() or (level.label if level else "")


def date_text(due: PartialDate | None) -> str:
    """A date as its cell shows it: a day in ISO form, which becomes a real date; anything else as printed."""
    if due is None:
        return ""
    return due.iso if due.precision is Precision.DAY else due.printed.strip()


def _columns(plan: Plan, report: Report) -> Iterator[Column]:
    before = report_before(plan, report)
    yield Column(KEY, "Key", 8)
    yield Column("ref", "Reference", 11)
    yield Column("title", "Item", 40)
    yield Column("owner", "Answers for it", 24)
    yield Column("before", f"Rating in {before.label}" if before else "Rating before", 16)
    yield Column("rating", "Rating now", 16, Entry.RATING, "Choose from the list. “Ratings” says what each means.")
    yield Column("rating_reason", "Why the rating changed", 30, Entry.TEXT, "In one sentence; only if it changed.")
    yield Column("due_before", "Due date before", 16)
    yield Column("due", "New due date", 16, Entry.DATE, "Only if the date moves. A day such as 31/12/2026, or words.")
    yield Column("due_reason", "Reason if moved", 30, Entry.TEXT, "Why the date moves.")
    yield Column("due_agreed", "Agreed by", 22, Entry.TEXT, "Who agreed to the new date: a board, a role.")
    used = {name for one in plan.reports for update in one.updates for name in PROSE if getattr(update, name)}
    for name in PROSE:
        if name in ALWAYS or name in used:
            heading, told = _HEADINGS[name]
            yield Column(name, heading, 50, Entry.PASSAGES, told)
    yield Column("evidence", "Evidence", 26, Entry.EVIDENCE, "Ids from the sheet “Evidence”, one on each line.")


def _row(plan: Plan, report: Report, item: Item, columns: tuple[Column, ...]) -> Row:
    update = plan.update(report, item)
    is_rated = plan.kind_by_id[item.id].rated or bool(update and update.rating)
    cells = {
        "ref": item.ref.strip(),
        "title": item.title,
        "owner": "\n".join(owner.label for owner in item.owners),
        "before": _rating_before(plan, report, item),
        "due_before": _due_before(plan, report, item),
        **(_filled(update, plan.scale_of(report)) if update else {}),
    }
    shown = {column.name: cells.get(column.name, "") for column in columns if column.name != KEY}
    return Row(item.id, shown, frozenset() if is_rated else frozenset({"rating", "rating_reason"}))


def _filled(update: Update, scale: Scale) -> dict[str, str]:
    due = update.due
    return {
        "rating": printed(update.rating, scale),
        "rating_reason": update.rating_reason or "",
        "due": date_text(due.date) if due else "",
        "due_reason": (due.reason or "") if due else "",
        "due_agreed": (due.agreed_by or "") if due else "",
        **{name: _prose(getattr(update, name)) for name in PROSE},
        "evidence": "\n".join(update.evidence),
    }


def _prose(passages: tuple[Passage, ...]) -> str:
    return joined(passage.text for passage in passages)


def _rating_before(plan: Plan, report: Report, item: Item) -> str:
    before = report_before(plan, report)
    if before is None or not plan.is_in(before, item):
        return "not in the plan" if before else ""
    rated = plan.rating(before, item)
    return rated.level.full_label if rated.level else "not rated"


def _due_before(plan: Plan, report: Report, item: Item) -> str:
    before = report_before(plan, report)
    entry = ledger(plan, item).entry_in(before) if before else None
    due = entry.due if entry else item.due
    return due.label if due else ""

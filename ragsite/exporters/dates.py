"""`dates.csv`: one row per due date that an item has had."""

from collections.abc import Iterator

from ragsite.exporters.column import Row
from ragsite.exporters.columns import DATES
from ragsite.exporters.csv_file import csv_files
from ragsite.exporters.file import File
from ragsite.model.items import Item
from ragsite.model.plan import Plan
from ragsite.publish import PublicSite
from ragsite.views.ledger import Entry, ledger


def export(public: PublicSite) -> Iterator[File]:
    """One `dates.csv` per plan."""
    return csv_files(public, DATES, rows)


def rows(plan: Plan) -> Iterator[Row]:
    """Item by item in the order of the source, each through its dates from the first to the latest."""
    for item in plan.items:
        for number, entry in enumerate(ledger(plan, item).entries):
            is_first = number == 0 and item.due is not None
            yield _row(plan, item, entry, source=item.source if is_first else _said_at(plan, item, entry))


def _row(plan: Plan, item: Item, entry: Entry, *, source: str | None) -> Row:
    due = entry.due
    return {
        "plan": plan.id,
        "item": item.id,
        "ref": item.ref,
        "report": entry.report.id if entry.report else None,
        "due": due.iso,
        "precision": due.precision.value,
        "as_printed": due.printed,
        "first_due": entry.first_due.iso,
        "moves": entry.moves,
        "reason": entry.reason,
        "agreed_by": entry.agreed_by,
        "words": due.label,
        "first_day": due.first.isoformat() if due.first else None,
        "last_day": due.last.isoformat() if due.last else None,
        "note": due.note or None,
        "source": source,
    }


def _said_at(plan: Plan, item: Item, entry: Entry) -> str | None:
    update = plan.update(entry.report, item) if entry.report else None
    return update.source if update else None

"""`ratings.csv`: one row per item per report it was in, rated or not."""

from collections.abc import Iterator

from ragsite.exporters.column import Row
from ragsite.exporters.columns import RATINGS
from ragsite.exporters.csv_file import csv_files
from ragsite.exporters.file import File
from ragsite.model.items import Item
from ragsite.model.plan import Plan
from ragsite.model.reports import Report, Update
from ragsite.publish import PublicSite
from ragsite.views.kept import kept
from ragsite.views.ledger import ledger

NOT_RATED = "Not rated"
NO_REASON = "The scale does not say what the printed value means."


def export(public: PublicSite) -> Iterator[File]:
    """One `ratings.csv` per plan."""
    return csv_files(public, RATINGS, rows)


@kept
def rows(plan: Plan) -> tuple[Row, ...]:
    """Item by item in the order of the source, each through its reports from the first to the latest."""
    return tuple(_rows(plan))


def _rows(plan: Plan) -> Iterator[Row]:
    members = [(report, frozenset(item.id for item in plan.items_in(report))) for report in plan.reports]
    for item in plan.items:
        ledger_of_item = ledger(plan, item)
        for report, ids in members:
            if item.id in ids:
                overdue = ledger_of_item.overdue(report)
                dates = {"overdue": overdue.is_overdue, "overdue_note": overdue.words}
                yield {**_place(plan, item, report), **_rating(plan, item, report), **dates}


def _place(plan: Plan, item: Item, report: Report) -> Row:
    return {
        "plan": plan.id,
        "item": item.id,
        "ref": item.ref,
        "report": report.id,
        "as_at": report.as_at.date.iso if report.as_at.date else None,
        "as_at_basis": report.as_at.basis.value,
        "scale": plan.scale_of(report).id,
    }


def _rating(plan: Plan, item: Item, report: Report) -> Row:
    update = plan.update(report, item)
    given = update.rating if update else None
    rated = plan.rating(report, item)
    level = rated.level
    return {
        "level": level.id if level else None,
        "label": level.label if level else NOT_RATED,
        "tone": level.tone.value if level else None,
        "as_printed": rated.printed,
        "basis": rated.basis.value if given else None,
        "not_rated_reason": None if level else rated.reason or NO_REASON,
        "level_name": level.name if level else None,
        "basis_note": rated.reason or None if level else None,
        "change_reason": update.rating_reason if update else None,
        "status_word": update.status if update else None,
        **_previous(plan, report, update),
        "source": (given.source if given else None) or (update.source if update else None),
    }


def _previous(plan: Plan, report: Report, update: Update | None) -> Row:
    """What the report itself states for the time before, which may differ from the report before."""
    if update is None or update.previous is None:
        return {"previous_level": None, "previous_as_printed": None}
    level = update.previous.read(plan.scale_of(report)).level
    return {"previous_level": level.id if level else None, "previous_as_printed": update.previous.printed}

"""Whether an item was certainly late in a report: its whole date lies before the first day that the report may mean."""

from dataclasses import dataclass
from datetime import date

from ragsite.model.dates import PartialDate
from ragsite.model.items import Item
from ragsite.model.plan import Plan
from ragsite.model.reports import Report
from ragsite.views.ledger import ledger


@dataclass(frozen=True)
class Lateness:
    """The date in force in a report and the first date, and which of them had passed."""

    current: PartialDate
    first: PartialDate
    by_current: bool
    by_first: bool


def lateness(plan: Plan, item: Item, report: Report) -> Lateness | None:
    """How an item's dates stood in a report; None without a date, or when the report means that it was finished.

    Stricter than the ledger: a report of January 2018 does not say whether 16 January had passed.
    """
    dates = ledger(plan, item)
    entry, overdue = dates.entry_in(report), dates.overdue(report)
    as_at = report.as_at.date
    if entry is None or as_at is None or as_at.first is None or not (overdue.is_overdue or overdue.by_first_date):
        return None
    return Lateness(
        current=entry.due,
        first=entry.first_due,
        by_current=_has_passed(entry.due, as_at.first),
        by_first=_has_passed(entry.first_due, as_at.first),
    )


def _has_passed(due: PartialDate, day: date) -> bool:
    return due.last is not None and due.last < day

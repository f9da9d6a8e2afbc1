"""Whether an item was certainly late in a report, as the date ledger tells it."""

from dataclasses import dataclass

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
    """How an item's dates stood in a report; None when neither date had certainly passed."""
    dates = ledger(plan, item)
    entry, overdue = dates.entry_in(report), dates.overdue(report)
    if entry is None or not (overdue.is_overdue or overdue.by_first_date):
        return None
    return Lateness(entry.due, entry.first_due, bool(overdue.is_overdue), bool(overdue.by_first_date))

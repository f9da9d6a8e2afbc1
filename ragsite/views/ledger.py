"""The date ledger of an item: its first date, every date since, and whether it was overdue in a report."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from ragsite.model.dates import PartialDate, Precision
from ragsite.model.items import Item
from ragsite.model.plan import Plan
from ragsite.model.reports import Report
from ragsite.model.scales import Key
from ragsite.views.kept import kept

NO_DATE = "The source gives no date for it."
NO_AS_AT = "The report does not say clearly which date it speaks of."
NOT_IN_PLAN = "The item was not part of the plan in this report."
FINISHED = "The report rates it at a level that means finished."
NOT_RATED = "The report does not rate it, so it cannot be told whether it was finished."
NO_KEY = "No definition of the ratings survives, so it cannot be told whether it was finished."


@dataclass(frozen=True)
class Entry:
    """One date that an item has had.

    `report` is the one from which the date applies: for the first date, the first report that the item is
    in (None when the plan has no report). `moves` counts the changes up to and including this entry.
    """

    report: Report | None
    due: PartialDate
    first_due: PartialDate
    moves: int
    reason: str | None = None
    agreed_by: str | None = None


@dataclass(frozen=True)
class Overdue:
    """Whether an item was overdue in a report: yes, no, or None where that cannot be told; `words` say why.

    `by_first_date` answers the same question for the first date that the item had.
    """

    is_overdue: bool | None
    by_first_date: bool | None
    words: str


@dataclass(frozen=True)
class Ledger:
    """Every due date of one item, in the order in which the reports gave them; empty when there is none."""

    plan: Plan
    item: Item
    entries: tuple[Entry, ...] = ()

    @property
    def first(self) -> PartialDate | None:
        """The first date; one "to be confirmed" gives way to the first date that follows it."""
        return self.entries[-1].first_due if self.entries else None

    @property
    def current(self) -> PartialDate | None:
        """The date that the latest report leaves in force."""
        return self.entries[-1].due if self.entries else None

    @property
    def moves(self) -> int:
        """How often a date that had been given was changed or withdrawn."""
        return self.entries[-1].moves if self.entries else 0

    def entry_in(self, report: Report) -> Entry | None:
        """The entry in force in a report, which knows nothing of later reports."""
        order = self.plan.place_by_report
        here = order[report.id]
        in_force = [one for one in self.entries if one.report is None or order[one.report.id] <= here]
        return in_force[-1] if in_force else None

    def is_overdue(self, report: Report) -> bool | None:
        """Whether the item was overdue in a report by the date then in force; None: cannot be told."""
        return self.overdue(report).is_overdue

    def overdue(self, report: Report) -> Overdue:
        """Overdue when the whole due date lies before the first day that the report's own date may mean."""
        return self._known.get(id(report)) or self._judged(report)

    @cached_property
    def _known(self) -> dict[int, Overdue]:
        """By the identity of the report: a former version of it has the same id."""
        return {id(report): self._judged(report) for report in self.plan.reports}

    def _judged(self, report: Report) -> Overdue:
        if not self.plan.is_in(report, self.item):
            return Overdue(None, None, NOT_IN_PLAN)
        entry = self.entry_in(report)
        if entry is None:
            return Overdue(None, None, NO_DATE)
        is_finished, why = _finished(self.plan, self.item, report)
        current, words = _judge(entry.due, report, is_finished=is_finished, why=why)
        first, _ = _judge(entry.first_due, report, is_finished=is_finished, why=why)
        return Overdue(current, first, words)


@kept
def ledger(plan: Plan, item: Item) -> Ledger:
    """The dates of an item and of its updates; the dates of its milestones are not among them."""
    return Ledger(plan, item, tuple(_entries(plan, item)))


def _entries(plan: Plan, item: Item) -> Iterator[Entry]:
    entry = None
    if item.due:
        entry = Entry(_first_report(plan, item), item.due, item.due, 0)
        yield entry
    for report in plan.reports:
        update = plan.update(report, item)
        if update is None or update.due is None:
            continue
        move = update.due
        if entry and _is_same(entry.due, move.date):
            continue
        first_due = entry.first_due if entry and _is_given(entry.first_due) else move.date
        moves = entry.moves + _is_given(entry.due) if entry else 0
        entry = Entry(report, move.date, first_due, moves, move.reason, move.agreed_by)
        yield entry


def _first_report(plan: Plan, item: Item) -> Report | None:
    return next((report for report in plan.reports if plan.is_in(report, item)), None)


def _is_same(one: PartialDate, other: PartialDate) -> bool:
    if one.is_resolved or other.is_resolved:
        return (one.first, one.last) == (other.first, other.last)
    return (one.precision, one.printed.strip()) == (other.precision, other.printed.strip())


def _is_given(due: PartialDate) -> bool:
    return due.precision is not Precision.TO_BE_CONFIRMED


def _finished(plan: Plan, item: Item, report: Report) -> tuple[bool | None, str]:
    """Whether the rating claims that the item was finished, and in words why that is so or cannot be told."""
    level = plan.rating(report, item).level
    if level is None:
        return None, NOT_RATED
    if level.claims.finished:
        return True, FINISHED
    if plan.scale_of(report).key is Key.LOST:
        return None, NO_KEY
    return False, f"The report rates it “{level.full_label}”, which does not mean finished."


def _judge(due: PartialDate, report: Report, *, is_finished: bool | None, why: str) -> tuple[bool | None, str]:
    if is_finished:
        return False, why
    if not due.is_resolved:
        return None, f"The date is not clear: {due.label}."
    as_at = report.as_at.date
    if as_at is None or as_at.first is None or as_at.last is None:
        return None, NO_AS_AT
    if not due.is_before(as_at.last):
        return False, f"The date, {due.label}, had not passed as at {as_at.label}."
    if not due.is_before(as_at.first):
        return None, f"The date, {due.label}, falls in the time that the report speaks of, {as_at.label}."
    passed = f"The date, {due.label}, had passed as at {as_at.label}."
    return None if is_finished is None else True, f"{passed} {why}"

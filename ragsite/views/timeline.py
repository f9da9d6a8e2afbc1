"""The due dates of a plan as one report leaves them: due, done, moved, missed, and those that are not clear."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ragsite.model.dates import PartialDate
from ragsite.model.items import Item, Milestone
from ragsite.model.plan import Plan
from ragsite.model.reports import Report
from ragsite.views.ledger import NO_AS_AT, NO_KEY, NOT_RATED, Entry, Overdue, ledger
from ragsite.views.milestones import Stage, stage

PASSED_SILENT = "The date had passed. The source gives no status, so it cannot be told whether this was done."
PASSED_WORDS = "The date had passed. The status word does not say clearly whether this was done."
PASSED_OPEN = "The date had passed, and the status word says that this was not done."
DONE_WORDS = "The status word says that this was done."
NO_REPORT = "There is no report yet, so nothing can be told of this date."
NOT_CLEAR = "The date is not clear."
AHEAD_WORDS = "The date had not passed."
FALLS_IN = "The date falls in the time that the report speaks of."


class State(StrEnum):
    """How a due date stands as at a report."""

    DONE = "done"
    MISSED = "missed"
    AHEAD = "ahead"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Dated:
    """An item with the date that was in force in the report, and how it stood then.

    `overdue` judges it against the current and the first date, in words; it is None without a report.
    `why` says in words that suit many items why the state of a clear date is unknown; it is empty otherwise.
    """

    item: Item
    entry: Entry
    state: State
    overdue: Overdue | None
    why: str = ""


@dataclass(frozen=True)
class Step:
    """A milestone with how it stood as at the report, and why."""

    item: Item
    milestone: Milestone
    state: State
    words: str


@dataclass(frozen=True)
class Timeline:
    """All dates of a plan as at `report`.

    `dated` and `steps` have clear dates and run from the first to the last; `unclear` and `unclear_steps`
    have dates that cannot be placed. `undated` are the rated items without any date; `undated_steps` are the
    milestones without one.
    """

    plan: Plan
    report: Report | None
    dated: tuple[Dated, ...]
    unclear: tuple[Dated, ...]
    undated: tuple[Item, ...]
    steps: tuple[Step, ...]
    unclear_steps: tuple[Step, ...]
    undated_steps: tuple[Step, ...]

    @property
    def total(self) -> int:
        """The items that have a date, clear or not."""
        return len(self.dated) + len(self.unclear)

    @property
    def moved(self) -> tuple[Dated, ...]:
        """The items whose date has moved by then."""
        return tuple(one for one in (*self.dated, *self.unclear) if one.entry.moves)

    def number(self, state: State) -> int:
        """How many clear dates stand so."""
        return sum(one.state is state for one in self.dated)


def timeline(plan: Plan, report: Report | None) -> Timeline:
    """The dates in force in `report`, of the items that were part of the plan then; without one, all first dates."""
    items = [item for item in plan.items if report is None or plan.is_in(report, item)]
    dated = [one for item in items if (one := _dated(plan, item, report))]
    known = {one.item.id for one in dated}
    clear = [one for one in dated if one.entry.due.is_resolved]
    steps = [_step(item, milestone, report) for item in items for milestone in item.milestones]
    return Timeline(
        plan,
        report,
        dated=tuple(sorted(clear, key=lambda one: one.entry.due.sort_key)),
        unclear=tuple(one for one in dated if not one.entry.due.is_resolved),
        undated=tuple(item for item in items if plan.kind_by_id[item.id].rated and item.id not in known),
        steps=tuple(sorted((one for one in steps if _is_clear(one)), key=_step_order)),
        unclear_steps=tuple(one for one in steps if one.milestone.due and not _is_clear(one)),
        undated_steps=tuple(one for one in steps if one.milestone.due is None),
    )


def places(found: Timeline) -> Iterator[tuple[date, State]]:
    """Where each clear date of an item stands: on its last day, because only then has all of it passed."""
    yield from ((one.entry.due.last, one.state) for one in found.dated if one.entry.due.last)


def former_places(found: Timeline) -> Iterator[date]:
    """The first dates of the items whose date has moved, where they are clear and not in force again."""
    for one in found.moved:
        first = one.entry.first_due
        if first.last and first.last != one.entry.due.last:
            yield first.last


def step_places(steps: Iterable[Step]) -> Iterator[tuple[date, State]]:
    """Where each clear date of a milestone stands."""
    yield from ((one.milestone.due.last, one.state) for one in steps if one.milestone.due and one.milestone.due.last)


def _dated(plan: Plan, item: Item, report: Report | None) -> Dated | None:
    dates = ledger(plan, item)
    entry = dates.entry_in(report) if report else next(iter(dates.entries), None)
    if entry is None:
        return None
    if report is None:
        return Dated(item, entry, State.UNKNOWN, None, NO_REPORT)
    overdue = dates.overdue(report)
    state = _state(plan, item, report, overdue=overdue)
    why = _why(plan, item, report, due=entry.due) if state is State.UNKNOWN else ""
    return Dated(item, entry, state, overdue, why)


def _why(plan: Plan, item: Item, report: Report, *, due: PartialDate) -> str:
    as_at = report.as_at.date
    if not due.is_resolved:
        return NOT_CLEAR
    if as_at is None or as_at.first is None:
        return NO_AS_AT
    if not due.is_before(as_at.first):
        return FALLS_IN
    return NO_KEY if plan.rating(report, item).level else NOT_RATED


def _state(plan: Plan, item: Item, report: Report, *, overdue: Overdue) -> State:
    level = plan.rating(report, item).level
    if level is not None and level.claims.finished:
        return State.DONE
    if overdue.is_overdue is None:
        return State.UNKNOWN
    return State.MISSED if overdue.is_overdue else State.AHEAD


def _step(item: Item, milestone: Milestone, report: Report | None) -> Step:
    return Step(item, milestone, *_step_state(milestone, report))


def _step_state(milestone: Milestone, report: Report | None) -> tuple[State, str]:
    """Milestones belong to no single report; their status is that of the source as a whole."""
    said = stage(milestone.status) if milestone.status else None
    if said is Stage.DONE:
        return State.DONE, DONE_WORDS
    if report is None:
        return State.UNKNOWN, NO_REPORT
    as_at = report.as_at.date
    if milestone.due is None or not milestone.due.is_resolved:
        return State.UNKNOWN, NOT_CLEAR
    if as_at is None or as_at.first is None or as_at.last is None:
        return State.UNKNOWN, NO_AS_AT
    if not milestone.due.is_before(as_at.last):
        return State.AHEAD, AHEAD_WORDS
    if not milestone.due.is_before(as_at.first):
        return State.UNKNOWN, FALLS_IN
    if said is None:
        return State.UNKNOWN, PASSED_SILENT
    return (State.UNKNOWN, PASSED_WORDS) if said is Stage.PLAIN else (State.MISSED, PASSED_OPEN)


def _is_clear(step: Step) -> bool:
    return step.milestone.due is not None and step.milestone.due.is_resolved


def _step_order(step: Step) -> tuple[int, date, date]:
    return step.milestone.due.sort_key if step.milestone.due else (2, date.max, date.max)

"""Dates that moved, and dates that had passed as at a report."""

from collections.abc import Iterator
from itertools import pairwise

from ragsite.checks.complete import complete_plans
from ragsite.checks.lateness import Lateness, lateness
from ragsite.checks.ratings.standing import said_level
from ragsite.checks.ratings.wording import stages
from ragsite.checks.rule import Context, Problem, Rule, named
from ragsite.model.dates import PartialDate
from ragsite.model.items import Item
from ragsite.model.plan import Plan
from ragsite.model.reports import Report
from ragsite.problems import Severity, listing
from ragsite.views.ledger import ledger
from ragsite.views.milestones import Stage

OPEN = {Stage.PROGRESS, Stage.TODO}
MOVED_FIX = "Add “reason” and “agreed_by” (a role) beside the new date, as the source states them."
LATE_FIX = "Check the date. If it was moved, add the new one under “due” in the update, with reason and who agreed."


def unexplained_moves(context: Context) -> Iterator[Problem]:
    """D304: a date was moved or withdrawn, and the report does not say why, or who agreed to it.

    Fails: `due: {date: 2018-09}` after a first date of June 2018.
    Passes: `due: {date: 2018-09, reason: Staff left., agreed_by: Improvement Board}`; a first date after “TBC”.
    """
    for plan in complete_plans(context):
        moved = {update.item for report in plan.reports for update in report.updates if update.due}
        for item in plan.items:
            if item.id in moved:
                yield from _moves(plan, item)


def overdue_items(context: Context) -> Iterator[Problem]:
    """D305: an item's date had passed as at the report, and the report does not rate it as finished.

    Told for the latest report in which it can be told, against the current date and the first. Items whose
    rating means on time are told by R207 instead, while the current date is the one that has passed.

    Fails: “2: Some delay” as at January 2018 with a date of December 2017; a date moved from June to September
    2018, as at July 2018. Passes: a finished rating; a date in the month of the report; an item that is not rated.
    """
    for plan in complete_plans(context):
        for item in plan.items:
            found = _latest_told(plan, item)
            if found is None:
                continue
            report, late = found
            level = plan.rating(report, item).level
            if level is None or (level.claims.on_time and late.by_current):
                continue
            update = plan.update(report, item)
            place = update.written_at.of("rating") if update else report.written_at.location
            yield Problem(
                place,
                f"{named(item)} {_how_late(late)} as at the report “{report.label}”, which rates it"
                f" {said_level(level)}.",
                LATE_FIX,
                plan.id,
                item.id,
                report.id,
            )


def overdue_milestones(context: Context) -> Iterator[Problem]:
    """D307: a milestone's date had passed as at the latest report, and its status says that it is still open.

    Told once for each item.

    Fails: a milestone due in September 2018 with the status “In progress”, as at November 2018.
    Passes: the same with “Completed”, or without a status.
    """
    for plan in complete_plans(context):
        as_at = plan.latest.as_at.date if plan.latest else None
        day = as_at.first if as_at else None
        for item in plan.items if day else ():
            late = [
                step
                for step in item.milestones
                if step.due and day and step.due.is_before(day) and set(stages(step.status or "")) & OPEN
            ]
            if late and plan.latest and plan.is_in(plan.latest, item):
                said = [f"“{step.text}” ({step.due.label if step.due else ''}, “{step.status}”)" for step in late]
                yield Problem(
                    late[0].written_at.of("due"),
                    f"{named(item)} has {'a milestone' if len(late) == 1 else f'{len(late)} milestones'} whose date"
                    f" had passed as at the report “{plan.latest.label}”, still open by its status:"
                    f" {listing(said, joiner='and', most=3)}.",
                    "Check the date and the status. If the source gives both, keep both.",
                    plan.id,
                    item.id,
                    plan.latest.id,
                )


def _moves(plan: Plan, item: Item) -> Iterator[Problem]:
    entries = ledger(plan, item).entries
    for before, entry in pairwise(entries):
        lacks = [word for word, said in (("why", entry.reason), ("who agreed to it", entry.agreed_by)) if not said]
        update = plan.update(entry.report, item) if entry.report else None
        if entry.moves == before.moves or not lacks or entry.report is None or update is None:
            continue
        yield Problem(
            update.written_at.of("due"),
            f"The date of {named(item)} moved from {_said(before.due)} to {_said(entry.due)} in the report"
            f" “{entry.report.label}”. It does not say {listing(lacks, joiner='or')}.",
            MOVED_FIX,
            plan.id,
            item.id,
            entry.report.id,
        )


def _said(due: PartialDate) -> str:
    return due.label if due.is_resolved else f"“{due.printed.strip()}”"


def _latest_told(plan: Plan, item: Item) -> tuple[Report, Lateness] | None:
    """The latest report that rates the item, with how late it was; None when it was not late in that one."""
    for report in reversed(plan.reports):
        if plan.rating(report, item).level is not None:
            late = lateness(plan, item, report)
            return (report, late) if late and (late.by_current or late.by_first) else None
    return None


def _how_late(late: Lateness) -> str:
    if late.current == late.first or not late.by_first:
        return f"was due by {late.current.label}. That date had passed"
    if late.by_current:
        return f"was due by {late.current.label}, and first by {late.first.label}. Both dates had passed"
    return f"is due by {late.current.label}, but was first due by {late.first.label}. The first date had passed"


RULES = (
    Rule("D304", Severity.WARNING, unexplained_moves),
    Rule("D305", Severity.WARNING, overdue_items),
    Rule("D307", Severity.WARNING, overdue_milestones),
)

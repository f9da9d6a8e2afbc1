"""The dates of a plan for a diary: due dates of items and milestones, reports, and when the next is expected."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from hashlib import sha256

from ragsite.model.dates import PartialDate, Precision
from ragsite.model.dates.periods import MONTHS
from ragsite.model.items import Item, Milestone
from ragsite.model.plan import Plan
from ragsite.views.ledger import Ledger, ledger
from ragsite.views.moment import given_by, last_given
from ragsite.views.names import as_at_words, full_title, plan_name


class Occasion(StrEnum):
    """What a date is for."""

    DUE = "due"
    MILESTONE = "milestone"
    REPORT = "report"
    NEXT_REPORT = "next report"


@dataclass(frozen=True)
class Engagement:
    """One date. `key` never changes, also when the date moves; `moves` counts how often it did.

    `when` is always clear, but need not be a day. `told_on` is the day by which it had been said.
    `is_withdrawn` when a later report took the date back without giving a clear one.
    """

    occasion: Occasion
    key: str
    when: PartialDate
    title: str
    text: tuple[str, ...]
    item: Item | None
    moves: int
    told_on: date | None
    is_withdrawn: bool = False


def diary(plan: Plan) -> tuple[Engagement, ...]:
    """Every date that is clear: of items in the order of the source, then of the reports, the next one last."""
    found = [one for item in plan.items for one in _of_item(plan, item)]
    return (*found, *_reports(plan), *_next_report(plan))


def by_words(when: PartialDate) -> str:
    """Until when, in words: `by 5 April 2018`, `by the end of April 2018 (month printed)`."""
    if when.precision is Precision.DAY:
        return f"by {when.label}"
    if when.precision in (Precision.MONTH, Precision.YEAR):
        return f"by the end of {when.label} ({when.precision.value} printed)"
    if when.last is None:
        return f"by {when.label}"
    return f"by {when.last.day} {MONTHS[when.last.month - 1]} {when.last.year} (printed: “{when.printed}”)"


def _of_item(plan: Plan, item: Item) -> Iterator[Engagement]:
    dates = ledger(plan, item)
    clear = [entry for entry in dates.entries if entry.due.is_resolved]
    if clear:
        latest, last = dates.entries[-1], clear[-1]
        reports = [entry.report for entry in dates.entries if entry.report]
        yield Engagement(
            Occasion.DUE,
            f"{plan.id}/{item.id}/due",
            last.due,
            f"{_state(plan, dates)}: {full_title(plan, item)} – {plan_name(plan)}",
            tuple(_item_words(plan, item, dates)),
            item,
            latest.moves,
            given_by(plan, reports[-1]) if reports else last_given(plan),
            is_withdrawn=latest is not last,
        )
    yield from _milestones(plan, item)


def _state(plan: Plan, dates: Ledger) -> str:
    """Overdue is told as at the latest report, never by the clock."""
    return "Overdue" if plan.latest and dates.is_overdue(plan.latest) else "Due"


def _item_words(plan: Plan, item: Item, dates: Ledger) -> Iterator[str]:
    due, first = dates.current, dates.first
    if due:
        yield f"Due {by_words(due)}." if due.is_resolved else f"The date was withdrawn. It now reads: {due.label}."
    if dates.moves and first:
        often = "once" if dates.moves == 1 else f"{dates.moves} times"
        yield f"The date has moved {often}. First date: {first.label}."
    if plan.latest:
        level = plan.rating(plan.latest, item).level
        rated = f"rated “{level.full_label}”" if level else "not rated"
        yield f"In the report {plan.latest.label} it is {rated}. {as_at_words(plan.latest)}."
        yield dates.overdue(plan.latest).words
    if item.closed:
        yield f"It was closed in the report {plan.report_by_id[item.closed.report].label}."


def _milestones(plan: Plan, item: Item) -> Iterator[Engagement]:
    """A milestone has no id of its own: its words name it, and its place among milestones of the same words."""
    seen: dict[str, int] = {}
    for milestone in item.milestones:
        seen[milestone.text] = seen.get(milestone.text, 0) + 1
        if milestone.due is None or not milestone.due.is_resolved:
            continue
        name = sha256(f"{milestone.text}\n{seen[milestone.text]}".encode()).hexdigest()[:12]
        yield Engagement(
            Occasion.MILESTONE,
            f"{plan.id}/{item.id}/milestone-{name}",
            milestone.due,
            f"Milestone: {milestone.text} – {plan_name(plan)}",
            tuple(_milestone_words(plan, item, milestone)),
            item,
            0,
            last_given(plan),
        )


def _milestone_words(plan: Plan, item: Item, milestone: Milestone) -> Iterator[str]:
    if milestone.due:
        yield f"Due {by_words(milestone.due)}."
    yield f"Milestone of {full_title(plan, item)}."
    yield f"Status in the source: {milestone.status}." if milestone.status else "The source gives no status."


def _reports(plan: Plan) -> Iterator[Engagement]:
    for report in plan.reports:
        when = report.published or report.as_at.date
        if when is None or not when.is_resolved:
            continue
        text = f"{'Published' if report.published else 'Publication date not stated'}. {as_at_words(report)}."
        title = f"Report {report.label} – {plan_name(plan)}"
        key = f"{plan.id}/report/{report.id}"
        yield Engagement(Occasion.REPORT, key, when, title, (text,), None, 0, given_by(plan, report))


def _next_report(plan: Plan) -> Iterator[Engagement]:
    expected = plan.facts.next_report
    if expected is None or not expected.due.is_resolved:
        return
    after = f"after-{plan.latest.id}" if plan.latest else "first"
    text = [f"Expected {by_words(expected.due)}."]
    text += [expected.note] if expected.note else []
    title = f"Next report expected – {plan_name(plan)}"
    key = f"{plan.id}/next-report/{after}"
    yield Engagement(Occasion.NEXT_REPORT, key, expected.due, title, tuple(text), None, 0, last_given(plan))

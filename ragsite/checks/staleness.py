"""Staleness: what should have been renewed by the day of the check. Of all rules, only these look at that day."""

from collections.abc import Iterator, Sequence
from datetime import date

from ragsite.checks.complete import complete_plans
from ragsite.checks.rule import Context, Problem, Rule, named
from ragsite.figures import plural
from ragsite.model.dates import PartialDate
from ragsite.model.facts import Status
from ragsite.model.items import Item
from ragsite.model.plan import Plan
from ragsite.model.reports import Report
from ragsite.problems import Severity
from ragsite.views.telling import says_something


def late_reports(context: Context) -> Iterator[Problem]:
    """L901: the next report of a plan was due and is not there.

    `days` is how long after the date it may come. A closed plan is expected to report no more.
    Fails: `next_report: {due: 2026-06}` checked in July 2026. Passes: the same in June; a plan that is closed.
    """
    for plan in complete_plans(context):
        due = plan.facts.next_report.due if plan.facts.next_report else None
        if plan.facts.status is Status.CLOSED or due is None or due.last is None or plan.facts.next_report is None:
            continue
        if (context.as_at - due.last).days > context.options["days"]:
            yield Problem(
                plan.facts.next_report.written_at.of("due"),
                f"The next report on “{plan.facts.title}” was due: {due.label}. {_since(plan, due)}",
                "Add the report and give the next date, or write “status: closed” if none will follow.",
                plan.id,
            )


def silent_items(context: Context) -> Iterator[Problem]:
    """L902: no word is said of an item that is not finished, in any of the latest `reports` reports.

    Only reports count that say something in words of any item: columns of ratings alone say nothing of all.
    Fails: an item without a text in three such reports running. Passes: one with a text in any of them; a
    finished one; one that came to the plan since.
    """
    number = context.options["reports"]
    for plan in complete_plans(context):
        speaking = [report for report in plan.reports if any(says_something(one) for one in report.updates)]
        latest = speaking[-number:] if number else []
        for item in plan.rated_items if latest and len(latest) == number else ():
            if not item.missing and _is_silent(plan, item, latest):
                last = latest[-1]
                update = plan.update(last, item)
                yield Problem(
                    update.written_at.of("item") if update else last.written_at.of("updates"),
                    f"{named(item)} is not finished, and {_which(latest)} not say a word of it.",
                    "Say what was done and what comes next. If the source says nothing, there is nothing to add.",
                    plan.id,
                    item.id,
                    last.id,
                )


def old_statements(context: Context) -> Iterator[Problem]:
    """L903: the accessibility statement was not reviewed for a year, as the regulations expect, or its test is old.

    `months` is how long a review and a test hold. An old test is told when the review is not old too.
    Fails: `reviewed: 2025-03-01` checked in April 2026. Passes: the same in February 2026.
    """
    statement = context.site.accessibility
    if statement is None:
        return
    review = "Read it against the site as it is, mend it, and write the day into “reviewed”."
    test = "Test the site again, say in “tested” what was done, and write the day into “tested_on”."
    dated = (
        ("reviewed", statement.reviewed, "The accessibility statement was last reviewed", review),
        ("tested_on", statement.tested_on, "The site was last tested for accessibility", test),
    )
    for key, day, found, fix in dated:
        months = _months(day.last, context.as_at) if day.last else 0
        if months >= context.options["months"]:
            ago = plural(months, "month", "months")
            yield Problem(statement.written_at.of(key), f"{found} {ago} ago: {day.label}.", fix)
            return


def _since(plan: Plan, due: PartialDate) -> str:
    """What is there instead of the report; one that came since means that only the date is old."""
    if plan.latest is None:
        return "There is none yet."
    days = [day.last for day in (plan.latest.as_at.date, plan.latest.published) if day and day.last]
    if due.first and days and max(days) >= due.first:
        return f"“{plan.latest.label}” has come since, and “next_report” still names the old date."
    return f"The latest is “{plan.latest.label}”."


def _which(reports: Sequence[Report]) -> str:
    if len(reports) == 1:
        return f"the report “{reports[0].label}” does"
    return f"the {len(reports)} reports from “{reports[0].label}” to “{reports[-1].label}” do"


def _is_silent(plan: Plan, item: Item, reports: Sequence[Report]) -> bool:
    updates = [plan.update(report, item) for report in reports if plan.is_in(report, item)]
    level = plan.rating(reports[-1], item).level
    is_finished = level is not None and level.claims.finished
    return (
        len(updates) == len(reports) and not is_finished and not any(one and says_something(one) for one in updates)
    )


def _months(earlier: date, later: date) -> int:
    """Whole months from one day to another."""
    return (later.year - earlier.year) * 12 + later.month - earlier.month - (later.day < earlier.day)


RULES = (
    Rule("L901", Severity.WARNING, late_reports, {"days": 0}),
    Rule("L902", Severity.WARNING, silent_items, {"reports": 3}),
    Rule("L903", Severity.WARNING, old_statements, {"months": 12}),
)

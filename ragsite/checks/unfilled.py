"""Unfilled ratings: what still has to be written into a report that is not published yet."""

from collections.abc import Iterator

from ragsite.checks.rule import Context, Problem, Rule, named
from ragsite.figures import plural
from ragsite.model.items import Item
from ragsite.model.plan import Plan
from ragsite.model.reports import Report, Update
from ragsite.model.scales import Rating
from ragsite.problems import Severity, listing

MOST_NAMES = 12


def ratings_to_fill(context: Context) -> Iterator[Problem]:
    """S118: a report that is not published yet has ratings still to be filled in.

    Told once for each report. In such a report a blank rating is work to be done, not a cell that the source leaves
    blank: once the report is published, S104 or R215 tell of it instead.
    Fails: `publish: false` in a report with `rating: ""`. Passes: the same with `rating: Green`, or with
    `rating: {printed: "", reason: The meeting was put off.}`
    """
    for plan in context.site.plans:
        for report in plan.reports:
            blank = list(_blank(plan, report))
            if blank:
                names = [named(item) for _, item in blank]
                total = sum(update.rating is not None for update in report.updates)
                yield Problem(
                    blank[0][0].written_at.of("rating"),
                    f"The report “{report.label}” is not published yet, and {len(blank)} of its"
                    f" {plural(total, 'rating', 'ratings')} {'is' if len(blank) == 1 else 'are'} still to be filled in:"
                    f" {listing(names, joiner='and', most=MOST_NAMES)}.",
                    "Write each rating as the officers print it. If there is none, write why:"
                    " rating: {printed: \"\", reason: …}",
                    plan.id,
                    blank[0][1].id if len(blank) == 1 else "",
                    report.id,
                )


def is_to_fill(report: Report, rating: Rating) -> bool:
    """True for a blank rating of a report that is not published yet, with nothing said of why it is blank."""
    return not report.publish and not rating.printed.strip() and rating.level is None and not rating.reason


def _blank(plan: Plan, report: Report) -> Iterator[tuple[Update, Item]]:
    for update in report.updates:
        item = plan.item_by_id.get(update.item)
        if item and update.rating and is_to_fill(report, update.rating):
            yield update, item


RULES = (Rule("S118", Severity.WARNING, ratings_to_fill),)

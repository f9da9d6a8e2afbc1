"""Rating cells that hold no rating: told once for each printed value, with how many items it stands on."""

from collections.abc import Iterator

from ragsite.checks.complete import complete_plans
from ragsite.checks.ratings.wording import stages
from ragsite.checks.rule import Context, Problem, Rule
from ragsite.checks.unfilled import is_to_fill
from ragsite.figures import plural
from ragsite.model.items import Item
from ragsite.model.plan import Plan
from ragsite.model.reports import Report, Update
from ragsite.model.scales import Rated
from ragsite.problems import Severity, listing
from ragsite.views.milestones import Stage

Cell = tuple[Update, Item]


def printed_but_no_level(context: Context) -> Iterator[Problem]:
    """R211: a rating cell prints a value that is not a level of the plan's own key.

    Told once for each value in a report, with the number of items.

    Fails: `rating: "0"` where the key runs from 1 to 5. Passes: `rating: "3"`; a blank cell (R215 tells those).
    """
    for plan, report, printed, cells in _unread(context):
        if printed:
            known = [level.label for level in plan.scale_of(report).levels]
            yield _told(
                plan,
                report,
                cells,
                f"The report “{report.label}” prints “{printed}” as the rating of {_count(plan, report, cells)}."
                f" The key has only {listing(known, joiner='and')}.",
                "Check the source. If it prints so, keep it: the site shows “not rated”, with the reason.",
            )


def blank_ratings(context: Context) -> Iterator[Problem]:
    """R215: items have no rating in a report because the cell is blank and no text says what it would be.

    Told once for each report. Items that have no entry in the source at all are not counted, nor are those with
    a status word for finished work (R206 tells those).

    Fails: `rating: ""`. Passes: `rating: {printed: "", level: red, basis: narrative, reason: …}`.
    """
    for plan, report, printed, found in _unread(context):
        cells = [cell for cell in found if set(stages(cell[0].status or "")) != {Stage.DONE}]
        if not printed and cells:
            yield _told(
                plan,
                report,
                cells,
                f"The report “{report.label}” gives no rating for {_count(plan, report, cells)}: the cell is blank.",
                "Check the source. If the cell is blank, keep it: the site shows “not rated”.",
            )


def _unread(context: Context) -> Iterator[tuple[Plan, Report, str, list[Cell]]]:
    """The cells of each report that are read as not rated, by what is printed in them, in the file's order."""
    for plan in complete_plans(context):
        for report in plan.reports:
            found: dict[str, list[Cell]] = {}
            for update in report.updates:
                item = plan.item_by_id.get(update.item)
                if item is None or update.rating is None or item.missing or is_to_fill(report, update.rating):
                    continue
                if _is_unrated(plan.rating(report, item)):
                    found.setdefault(update.rating.printed.strip(), []).append((update, item))
            for printed, cells in found.items():
                yield plan, report, printed, cells


def _is_unrated(rated: Rated) -> bool:
    """A value that the plan lists as no rating; one that nobody has explained is an error of its own (S104)."""
    return rated.level is None and bool(rated.reason)


def _count(plan: Plan, report: Report, cells: list[Cell]) -> str:
    total = sum(not item.missing for item in plan.items_in(report))
    if len(cells) == 1:
        return f"1 item of {total}, “{cells[0][1].title}”"
    return f"{plural(len(cells), 'item', 'items')} of {total}"


def _told(plan: Plan, report: Report, cells: list[Cell], message: str, fix: str) -> Problem:
    update, item = cells[0]
    only = item.id if len(cells) == 1 else ""
    return Problem(update.written_at.of("rating"), message, fix, plan.id, only, report.id)


RULES = (
    Rule("R211", Severity.WARNING, printed_but_no_level),
    Rule("R215", Severity.WARNING, blank_ratings),
)

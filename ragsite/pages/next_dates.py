"""The next due dates of a plan as at its latest report: of items and of milestones, the nearest first."""

from datetime import date

from ragsite import addresses
from ragsite.figures import of
from ragsite.model.dates import PartialDate
from ragsite.model.plan import Plan
from ragsite.pages.props import Props, as_at_words, date_cell
from ragsite.pages.tree import item_cell
from ragsite.render import relative
from ragsite.views.timeline import State, Timeline, timeline

FEW = 5
Ahead = tuple[PartialDate, Props]


def next_dates(here: str, plan: Plan) -> Props | None:
    """The section of a plan's page; None for a plan without a report or without any date."""
    report = plan.latest
    if report is None:
        return None
    found = timeline(plan, report)
    if not (found.total or found.steps or found.unclear_steps):
        return None
    ahead = _ahead(here, plan, found)
    unclear = len(found.unclear) + len(found.unclear_steps)
    vague = f" {unclear} {'date is' if unclear == 1 else 'dates are'} not clear." if unclear else ""
    return {
        "part": "table",
        "id": "next",
        "title": "Next dates",
        "lede": f"{as_at_words(report)}. {_lede(len(ahead))}{vague}",
        "table": {
            "caption": "The next due dates of items and milestones",
            "columns": ["Due", "What"],
            "rows": [[date_cell(due), what] for due, what in ahead[:FEW]],
            "empty": "No date lay ahead.",
        },
        "more": {"text": "Timeline and all due dates", "href": relative(here, addresses.part(plan.id, "timeline"))},
    }


def next_date_words(plan: Plan) -> str:
    """The next date in few words, for a table of plans."""
    if plan.latest is None:
        return "No report yet"
    ahead = _ahead(addresses.HOME, plan, timeline(plan, plan.latest))
    return f"{ahead[0][0].label}" if ahead else "None ahead"


def _lede(number: int) -> str:
    if number > FEW:
        return f"The next {of(FEW, number)} dates that lay ahead then."
    return "These dates lay ahead then." if number else "No date lay ahead then."


def _ahead(here: str, plan: Plan, found: Timeline) -> list[Ahead]:
    items: list[Ahead] = [
        (one.entry.due, item_cell(here, plan, one.item)) for one in found.dated if one.state is State.AHEAD
    ]
    steps: list[Ahead] = [
        (one.milestone.due, {**item_cell(here, plan, one.item), "note": f"Milestone: {one.milestone.text}"})
        for one in found.steps
        if one.state is State.AHEAD and one.milestone.due
    ]
    return sorted([*items, *steps], key=lambda pair: pair[0].last or date.max)

"""Choices of a plan's items that readers ask for: by rating, not rated, overdue, changed since the report before."""

from collections.abc import Callable
from dataclasses import dataclass

from ragsite.model.items import Item
from ragsite.model.plan import Plan
from ragsite.model.reports import Report
from ragsite.model.scales import Level
from ragsite.views.changes import Changes, changes, report_before
from ragsite.views.ledger import ledger
from ragsite.views.rollup import last_rated


@dataclass(frozen=True)
class Selection:
    """The items chosen in one report, of how many in question, both in the order of the source.

    `untold` are those of which it cannot be told whether they belong here.
    """

    report: Report
    items: tuple[Item, ...]
    total: int
    untold: tuple[Item, ...] = ()


@dataclass(frozen=True)
class Selections:
    """All choices of one plan.

    `ratings` run from the best level to the worst, in the last report with ratings; everything else is told as
    at the latest report. `changed` is None where the latest report is the first and states no former rating.
    """

    ratings: tuple[tuple[Level, Selection], ...]
    not_rated: Selection
    overdue: Selection
    changed: Selection | None


def select(plan: Plan) -> Selections | None:
    """The choices of a plan; None while it has no report."""
    latest = plan.latest
    if latest is None:
        return None
    rated = last_rated(plan) or latest
    return Selections(
        ratings=tuple((level, at_level(plan, rated, level)) for level in reversed(plan.scale_of(rated).levels)),
        not_rated=at_level(plan, latest, None),
        overdue=overdue(plan, latest),
        changed=changed(plan, latest),
    )


def at_level(plan: Plan, report: Report, level: Level | None) -> Selection:
    """The items that a report rates at a level, or with None does not rate, of all that it rates or could."""
    found = plan.items_in(report)
    return Selection(report, _where(found, lambda item: plan.rating(report, item).level is level), len(found))


def overdue(plan: Plan, report: Report) -> Selection:
    """The items overdue as at a report, of all that have a due date in it."""
    ledgers = [ledger(plan, item) for item in plan.items if plan.is_in(report, item)]
    late = {one.item.id: one.is_overdue(report) for one in ledgers if one.entry_in(report)}
    dated = _where(plan.items, lambda item: item.id in late)
    return Selection(
        report,
        _where(dated, lambda item: late[item.id] is True),
        len(dated),
        _where(dated, lambda item: late[item.id] is None),
    )


def changed(plan: Plan, report: Report) -> Selection | None:
    """The items of which anything changed since the report before, of all that are in either of the two."""
    before = report_before(plan, report)
    found = changes(plan, before, report)
    if before is None and not (found.ratings.moved or found.ratings.same):
        return None
    touched = _touched(found)
    untold = {one.item.id for one in found.ratings.untold} - touched
    known = _where(plan.items, lambda item: any(plan.is_in(one, item) for one in (before, report) if one))
    return Selection(
        report,
        _where(known, lambda item: item.id in touched),
        len(known),
        _where(known, lambda item: item.id in untold),
    )


def _touched(found: Changes) -> set[str]:
    """Ids of items with another rating, date, title, place in the plan, evidence or words."""
    tree = found.tree
    named = (
        *(one.item for one in found.ratings.moved),
        *(one.item for one in found.dates),
        *(one.item for one in found.evidence),
        *(one.item for one in found.told if one.item),
        *tree.joined,
        *tree.left,
        *(one.item for group in (tree.closed, tree.split, tree.merged, tree.renamed) for one in group),
    )
    return {item.id for item in named}


def _where(items: tuple[Item, ...], belongs: Callable[[Item], bool]) -> tuple[Item, ...]:
    return tuple(item for item in items if belongs(item))

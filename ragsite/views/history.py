"""The ratings of an item over all reports, and which way it moved: like for like, or not told at all."""

from dataclasses import dataclass
from enum import StrEnum

from ragsite.model.items import Item
from ragsite.model.plan import Plan
from ragsite.model.reports import Report
from ragsite.model.scales import Rated, Scale
from ragsite.views.kept import kept

RULE = (
    "Better and worse compare a rating with the one in the report before, on the same scale. "
    "Better means nearer to the best level of the scale."
)
"""How direction of travel is decided, for readers."""


class Way(StrEnum):
    """Which way a rating moved."""

    BETTER = "better"
    WORSE = "worse"
    SAME = "same"
    NEW = "new"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Step:
    """One rating of an item; `is_redefined` when the scale changed since the step before."""

    report: Report
    rated: Rated
    is_redefined: bool = False


@dataclass(frozen=True)
class Travel:
    """Which way a rating moved since `previous`.

    `before` is the report that `previous` comes from; None when this report itself states it.
    `reason` says why the way is unknown; it is empty otherwise.
    """

    way: Way
    previous: Rated | None = None
    before: Report | None = None
    reason: str = ""


@kept
def path(plan: Plan, item: Item) -> tuple[Step, ...]:
    """The item's rating in every report it was in, oldest first."""
    steps: list[Step] = []
    for report in plan.reports:
        if plan.is_in(report, item):
            is_redefined = bool(steps) and steps[-1].report.scale != report.scale
            steps.append(Step(report, plan.rating(report, item), is_redefined))
    return tuple(steps)


@kept
def travel(plan: Plan, report: Report, item: Item) -> Travel:
    """Which way an item moved in `report`: against the report before, else the previous rating it states."""
    before = report_before(plan, report)
    now, scale = plan.rating(report, item), plan.scale_of(report)
    if before is not None and plan.is_in(before, item):
        if before.scale != report.scale:
            return Travel(Way.UNKNOWN, None, before, f"The scale was redefined after {before.label}.")
        return compare(now, plan.rating(before, item), scale=scale, before=before)
    if before is not None:
        return Travel(Way.NEW)
    return _stated(plan, report, item, now=now)


def report_before(plan: Plan, report: Report) -> Report | None:
    """The report just before this one; None for the first."""
    place = plan.place_by_report[report.id]
    return plan.reports[place - 1] if place else None


def _stated(plan: Plan, report: Report, item: Item, *, now: Rated) -> Travel:
    update, scale = plan.update(report, item), plan.scale_of(report)
    if update is None or update.previous is None:
        return Travel(Way.UNKNOWN, reason="There is no earlier rating to compare with.")
    return compare(now, update.previous.read(scale), scale=scale)


def compare(now: Rated, previous: Rated, *, scale: Scale, before: Report | None = None) -> Travel:
    """Which way a rating moved from `previous`, both on `scale`; unknown, with the reason, unless both are rated."""
    if previous.level is None:
        reason = previous.reason if before is None else ""
        return Travel(Way.UNKNOWN, previous, before, reason or "It was not rated before.")
    if now.level is None:
        return Travel(Way.UNKNOWN, previous, before, "It is not rated now.")
    difference = scale.rank(now.level) - scale.rank(previous.level)
    if difference == 0:
        return Travel(Way.SAME, previous, before)
    return Travel(Way.BETTER if difference > 0 else Way.WORSE, previous, before)

"""What got better and what got worse between a report and the one before it, counted like for like."""

from dataclasses import dataclass

from ragsite.model.facts import Kind
from ragsite.model.plan import Plan
from ragsite.model.reports import Report
from ragsite.views.history import Change, Way, changes


@dataclass(frozen=True)
class Movement:
    """The changes of one kind of item in one report.

    `before` is None when the report itself states the former ratings.
    """

    kind: Kind
    before: Report | None
    better: tuple[Change, ...]
    worse: tuple[Change, ...]
    same: tuple[Change, ...]
    new: tuple[Change, ...]
    unknown: tuple[Change, ...]

    @property
    def compared(self) -> int:
        """The items that have a rating on the same scale on both sides."""
        return len(self.better) + len(self.worse) + len(self.same)

    @property
    def total(self) -> int:
        """All items of the kind in the report."""
        return self.compared + len(self.new) + len(self.unknown)


def movements(plan: Plan, report: Report) -> tuple[Movement, ...]:
    """One movement for each kind of item in which at least one item can be compared."""
    found = changes(plan, report)
    made = [_movement(plan, report, kind=kind, found=found) for kind in plan.facts.structure]
    return tuple(one for one in made if one.compared)


def _movement(plan: Plan, report: Report, *, kind: Kind, found: tuple[Change, ...]) -> Movement:
    here = [change for change in found if plan.kind_by_id[change.item.id] == kind]
    ways = {way: tuple(change for change in here if change.travel.way is way) for way in Way}
    place = plan.reports.index(report)
    before = plan.reports[place - 1] if place else None
    return Movement(
        kind, before, ways[Way.BETTER], ways[Way.WORSE], ways[Way.SAME], ways[Way.NEW], ways[Way.UNKNOWN]
    )

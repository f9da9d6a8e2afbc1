"""All that changed between two reports, heading by heading."""

from dataclasses import dataclass

from ragsite.model.plan import Plan
from ragsite.model.reports import Report
from ragsite.views.changes.dates import DateChange, date_changes
from ragsite.views.changes.measures import Measured, measure_changes
from ragsite.views.changes.ratings import LikeForLike, RatingChanges, like_for_like, rating_changes, stated_changes
from ragsite.views.changes.told import NewEvidence, Retold, new_evidence, retold
from ragsite.views.changes.tree import TreeChanges, tree_changes
from ragsite.views.changes.window import Window
from ragsite.views.kept import kept


@dataclass(frozen=True)
class Changes:
    """What changed from the report `before` to the report `after`.

    `before` is None where `after` is the first report. Then only `ratings` can hold something: the changes
    against former ratings that the report itself states.
    """

    plan: Plan
    before: Report | None
    after: Report
    ratings: RatingChanges
    counts: tuple[LikeForLike, ...]
    dates: tuple[DateChange, ...]
    measures: Measured
    evidence: tuple[NewEvidence, ...]
    tree: TreeChanges
    told: tuple[Retold, ...]

    @property
    def is_redefined(self) -> bool:
        """True when the two reports rate on different versions of the scale: a break, not a change of rating."""
        return self.before is not None and self._scale(self.before) != self._scale(self.after)

    @property
    def is_empty(self) -> bool:
        """True when nothing at all changed."""
        moved = (self.ratings.moved, self.dates, self.measures.moved, self.measures.first, self.evidence, self.told)
        return not any(moved) and self.tree.is_empty and not self.is_redefined

    def _scale(self, report: Report) -> str:
        return self.plan.scale_of(report).id


@kept
def changes(plan: Plan, before: Report | None, after: Report) -> Changes:
    """What changed from `before`, which is the earlier report or None, to `after`."""
    window = Window(plan, before, after)
    return Changes(
        plan=plan,
        before=before,
        after=after,
        ratings=rating_changes(window) if before else stated_changes(plan, after),
        counts=like_for_like(window),
        dates=date_changes(window),
        measures=measure_changes(window),
        evidence=new_evidence(window),
        tree=tree_changes(window),
        told=retold(window),
    )


def earlier_reports(plan: Plan, report: Report, *, at_most: int) -> tuple[Report, ...]:
    """The reports before this one, the nearest first."""
    place = [known.id for known in plan.reports].index(report.id)
    return tuple(reversed(plan.reports[max(0, place - at_most) : place]))

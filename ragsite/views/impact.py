"""Impact, kept apart from delivery and from ratings: did it help, by the measures that belong to an item."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from ragsite.model.items import Item
from ragsite.model.plan import Plan
from ragsite.views.history import Way
from ragsite.views.measures import Finding, find
from ragsite.views.targets import Standing


class Helped(StrEnum):
    """What the measures come to against their targets; or that this cannot be told, or that there are none."""

    MET = "met"
    NOT_MET = "not met"
    MIXED = "mixed"
    NOT_DUE = "not due"
    UNTOLD = "untold"
    NOT_MEASURED = "not measured"


@dataclass(frozen=True)
class Impact:
    """The measures of one item and of all below it, or of a whole plan, held against target and baseline.

    `standings` counts each measure once, by the target that had fallen due; `ways` counts those whose latest
    value can be held against a baseline, by which way it lies from there.
    """

    findings: tuple[Finding, ...]
    standings: dict[Standing, int]
    ways: dict[Way, int]

    @property
    def total(self) -> int:
        """All measures."""
        return len(self.findings)

    @property
    def targeted(self) -> int:
        """The measures that have a target."""
        return sum(self.standings.values())

    @property
    def compared(self) -> int:
        """The measures that can be held against a baseline."""
        return sum(self.ways.values())

    @property
    def helped(self) -> Helped:
        """The answer in one word; MET and NOT_MET only where every target that can be told agrees."""
        if not self.total:
            return Helped.NOT_MEASURED
        met, missed = (self.standings.get(one, 0) for one in (Standing.MET, Standing.NOT_MET))
        if met and missed:
            return Helped.MIXED
        if met or missed:
            return Helped.MET if met else Helped.NOT_MET
        return Helped.NOT_DUE if self.standings.get(Standing.NOT_DUE) else Helped.UNTOLD


def impact(plan: Plan, item: Item) -> Impact:
    """The measures of an item and of everything below it, each once, in the order of the tree."""
    found = {measure.id: measure for one in item.walk() for measure in plan.measures_by_item.get(one.id, ())}
    return _impact(find(plan, measure) for measure in found.values())


def plan_impact(plan: Plan) -> Impact:
    """The measures of a whole plan."""
    return _impact(find(plan, measure) for measure in plan.measures)


def _impact(findings: Iterable[Finding]) -> Impact:
    found = tuple(findings)
    standings = Counter(finding.target.standing for finding in found if finding.target)
    ways = Counter(finding.baseline_way for finding in found)
    return Impact(
        found,
        {standing: standings[standing] for standing in Standing if standings[standing]},
        {way: ways[way] for way in Way if ways[way]},
    )

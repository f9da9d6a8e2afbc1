"""Roll-ups: how many items of one level of the tree hold each rating, and of how many."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from ragsite.model.facts import Kind
from ragsite.model.items import Item
from ragsite.model.plan import Plan
from ragsite.model.reports import Report
from ragsite.model.scales import Level, Rated, Scale
from ragsite.views.kept import kept


@dataclass(frozen=True)
class Count:
    """The number of items at one level of the scale; of no level means not rated."""

    level: Level | None
    number: int


@dataclass(frozen=True)
class Rollup:
    """Items of one kind in one report, counted by rating.

    `counts` run from the worst level to the best and then not rated; every level is there, also with 0.
    `reasons` say why items are not rated, the most frequent first.
    """

    kind: Kind
    scale: Scale
    counts: tuple[Count, ...]
    reasons: tuple[tuple[str, int], ...]

    @property
    def total(self) -> int:
        """All items counted, rated or not."""
        return sum(count.number for count in self.counts)

    @property
    def rated(self) -> int:
        """The items that have a rating."""
        return sum(count.number for count in self.counts if count.level is not None)

    def number(self, level: Level | None) -> int:
        """The items at one level."""
        return next((count.number for count in self.counts if count.level == level), 0)


@kept
def roll_up(plan: Plan, report: Report) -> tuple[Rollup, ...]:
    """One roll-up for each kind of item that a report rates, from the top down; kinds are never mixed."""
    return roll_up_items(plan, report, plan.items_in(report))


@kept
def last_rated(plan: Plan) -> Report | None:
    """The latest report with at least one rating, which need not be the latest report."""
    rated = (report for report in reversed(plan.reports) if any(one.rated for one in roll_up(plan, report)))
    return next(rated, None)


def roll_up_below(plan: Plan, report: Report, item: Item) -> tuple[Rollup, ...]:
    """The roll-ups of all that stands below `item` in the tree and is part of the report."""
    below = [one for one in item.walk() if one.id != item.id and _counts(plan, report, one)]
    return roll_up_items(plan, report, below)


def _counts(plan: Plan, report: Report, item: Item) -> bool:
    """The same rule as `Plan.items_in`, for one item, so that a branch does not walk the whole tree."""
    if not plan.is_in(report, item):
        return False
    update = plan.update(report, item)
    return plan.kind_by_id[item.id].rated or (update is not None and update.rating is not None)


def roll_up_items(plan: Plan, report: Report, items: Iterable[Item]) -> tuple[Rollup, ...]:
    """The roll-ups of some items as a report rates them, one for each kind among them."""
    grouped: dict[str, list[Rated]] = {}
    for item in items:
        grouped.setdefault(plan.kind_by_id[item.id].slug, []).append(plan.rating(report, item))
    scale = plan.scale_of(report)
    return tuple(
        _roll_up(kind, scale, grouped[kind.slug]) for kind in plan.facts.structure if kind.slug in grouped
    )


def _roll_up(kind: Kind, scale: Scale, ratings: list[Rated]) -> Rollup:
    numbers = Counter(rated.level.id if rated.level else None for rated in ratings)
    counts = [Count(level, numbers[level.id]) for level in scale.levels]
    reasons = Counter(rated.reason for rated in ratings if rated.level is None)
    ordered = sorted(reasons.items(), key=lambda pair: (-pair[1], pair[0]))
    return Rollup(kind, scale, (*counts, Count(None, numbers[None])), tuple(ordered))

"""Which items answer which recommendation, which recommendations nobody answers, and which items answer none."""

from dataclasses import dataclass

from ragsite.model.facts import InspectionRecommendation, Kind
from ragsite.model.items import Item
from ragsite.model.plan import Plan

Target = InspectionRecommendation | Item
"""What can be answered: a recommendation of the inspection, or another item of the plan."""


@dataclass(frozen=True)
class Answered:
    """A recommendation with the items that say they answer it, in the order of the source."""

    target: Target
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Silent:
    """The items of one kind that answer nothing, themselves or through an item above or below; of `total`."""

    kind: Kind
    items: tuple[Item, ...]
    total: int


@dataclass(frozen=True)
class Index:
    """All recommendations, first those of the inspection in their own order, then items that are answered.

    `silent` has an entry for each kind of item of which at least one answers something.
    """

    entries: tuple[Answered, ...]
    silent: tuple[Silent, ...]

    @property
    def unanswered(self) -> tuple[Target, ...]:
        """The recommendations that no item names."""
        return tuple(one.target for one in self.entries if not one.items)


def has_recommendations(plan: Plan) -> bool:
    """True when the plan names a recommendation of the inspection, or an item that another one answers."""
    if plan.facts.inspection_recommendations:
        return True
    return any(name in plan.item_by_id for item in plan.items for name in item.answers)


def recommendations(plan: Plan) -> Index | None:
    """The index of a plan; None when it names no recommendation and no item answers one."""
    if not has_recommendations(plan):
        return None
    answering: dict[str, list[Item]] = {}
    for item in plan.items:
        for name in dict.fromkeys(item.answers):
            answering.setdefault(name, []).append(item)
    listed: list[Target] = list(plan.facts.inspection_recommendations)
    known = {one.id for one in listed}
    listed += [item for item in plan.items if item.id in answering and item.id not in known]
    entries = tuple(Answered(one, tuple(answering.get(one.id, ()))) for one in listed)
    return Index(entries, _silent(plan, {item.id for one in entries for item in one.items}))


def _silent(plan: Plan, answering: set[str]) -> tuple[Silent, ...]:
    near = {name for item in plan.items if item.id in answering for name in _line(plan, item)}
    made = []
    for kind in plan.facts.structure:
        items = [item for item in plan.items if plan.kind_by_id[item.id] == kind]
        if any(item.id in answering for item in items):
            made.append(Silent(kind, tuple(item for item in items if item.id not in near), len(items)))
    return tuple(made)


def _line(plan: Plan, item: Item) -> set[str]:
    """The item with all that stands above it and below it."""
    return {one.id for one in (*plan.ancestors(item), *item.walk())}

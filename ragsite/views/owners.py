"""Who answers for what: every role or name as it is shown in public, and the items that nobody is named for."""

from dataclasses import dataclass

from ragsite.model.items import Item, OwnerKind
from ragsite.model.plan import Plan
from ragsite.model.reports import Report
from ragsite.views.ledger import ledger
from ragsite.views.rollup import last_rated

LAST = 10_000
"""A place after every level of a scale, for what is not rated."""


@dataclass(frozen=True)
class Duty:
    """One item that somebody answers for, and in which ways."""

    item: Item
    kinds: tuple[OwnerKind, ...]


@dataclass(frozen=True)
class Holder:
    """A role or name exactly as shown in public, with its duties: the worst rating first, then by due date."""

    label: str
    duties: tuple[Duty, ...]

    @property
    def items(self) -> tuple[Item, ...]:
        """The items alone, in the same order."""
        return tuple(duty.item for duty in self.duties)


@dataclass(frozen=True)
class Orphan:
    """A rated item without an owner; `above` is the nearest item over it that has one."""

    item: Item
    above: Item | None


@dataclass(frozen=True)
class Owning:
    """All owners of a plan by name, and the rated items that name nobody, in the order of the source."""

    holders: tuple[Holder, ...]
    orphans: tuple[Orphan, ...]
    total: int


def owning(plan: Plan) -> Owning:
    """The owners of the items in the latest report, or of all items where there is none.

    People are told apart by what is printed: two spellings of one role stay two. `total` counts the rated items.
    """
    items = [item for item in plan.items if plan.latest is None or plan.is_in(plan.latest, item)]
    duties: dict[str, dict[str, list[OwnerKind]]] = {}
    for item in items:
        for owner in item.owners:
            duties.setdefault(owner.label, {}).setdefault(item.id, []).append(owner.kind)
    report, place = last_rated(plan) or plan.latest, {item.id: number for number, item in enumerate(plan.items)}
    order = {item.id: (*_urgency(plan, report, item), place[item.id]) for item in items if item.owners}
    rated = [item for item in items if plan.kind_by_id[item.id].rated]
    return Owning(
        tuple(
            Holder(label, _duties(plan, found, order))
            for label, found in sorted(duties.items(), key=lambda pair: (pair[0].casefold(), pair[0]))
        ),
        tuple(Orphan(item, _owned_above(plan, item)) for item in rated if not item.owners),
        len(rated),
    )


def _duties(
    plan: Plan, found: dict[str, list[OwnerKind]], order: dict[str, tuple[object, ...]]
) -> tuple[Duty, ...]:
    names = sorted(found, key=lambda name: order[name])
    return tuple(Duty(plan.item_by_id[name], tuple(dict.fromkeys(found[name]))) for name in names)


def _urgency(plan: Plan, report: Report | None, item: Item) -> tuple[object, ...]:
    """The rank of its rating in the last report that rates anything, then its current date; none comes last."""
    level = plan.rating(report, item).level if report else None
    rank = plan.scale_of(report).rank(level) if report and level else LAST
    current = ledger(plan, item).current
    return (rank, *(current.sort_key if current else (2,)))


def _owned_above(plan: Plan, item: Item) -> Item | None:
    return next((one for one in reversed(plan.ancestors(item)) if one.owners), None)

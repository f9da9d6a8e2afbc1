"""The only door to the public: a site without what is not to be published, and people by their roles."""

from dataclasses import dataclass, replace

from ragsite.model.facts import Owners
from ragsite.model.items import Item, Owner
from ragsite.model.plan import Plan
from ragsite.model.reports import Report
from ragsite.model.site import Site


@dataclass(frozen=True)
class PublicSite:
    """What may be shown to anyone. Pages and exporters take nothing else, and only `publish` makes one."""

    site: Site


def publish(site: Site) -> PublicSite:
    """The public form of `site`: unpublished records gone with all that hangs on them, names to roles."""
    return PublicSite(replace(site, plans=tuple(_public_plan(plan) for plan in site.plans)))


def _public_plan(plan: Plan) -> Plan:
    tree = tuple(_public_item(item, plan.facts.owners) for item in plan.tree if item.publish)
    items = frozenset(item.id for root in tree for item in root.walk())
    evidence = frozenset(piece.id for piece in plan.evidence if piece.publish)
    measures = frozenset(measure.id for measure in plan.measures if measure.publish)
    return replace(
        plan,
        tree=tuple(_within(item, items) for item in tree),
        reports=tuple(_public_report(one, items, evidence) for one in plan.reports if one.publish),
        measures=tuple(
            one.model_copy(update={"items": _kept(one.items, items)})
            for one in plan.measures
            if one.id in measures
        ),
        observations=tuple(one for one in plan.observations if one.measure in measures),
        evidence=tuple(
            one.model_copy(update={"items": _kept(one.items, items)})
            for one in plan.evidence
            if one.id in evidence
        ),
    )


def _public_item(item: Item, owners: Owners) -> Item:
    children = tuple(_public_item(child, owners) for child in item.items if child.publish)
    shown = tuple(_public_owner(owner, owners) for owner in item.owners)
    return item.model_copy(update={"items": children, "owners": shown})


def _public_owner(owner: Owner, owners: Owners) -> Owner:
    if owners is Owners.NAMES or not owner.role:
        return owner
    return owner.model_copy(update={"name": None})


def _within(item: Item, items: frozenset[str]) -> Item:
    """The item without references to items that are not published."""
    merged = item.merged_into if item.merged_into in items else None
    children = tuple(_within(child, items) for child in item.items)
    split = _kept(item.split_into, items)
    return item.model_copy(update={"merged_into": merged, "split_into": split, "items": children})


def _public_report(report: Report, items: frozenset[str], evidence: frozenset[str]) -> Report:
    updates = tuple(
        update.model_copy(update={"evidence": _kept(update.evidence, evidence)})
        for update in report.updates
        if update.publish and update.item in items
    )
    statements = tuple(one for one in report.statements if one.item is None or one.item in items)
    return report.model_copy(update={"updates": updates, "statements": statements})


def _kept(ids: tuple[str, ...], published: frozenset[str]) -> tuple[str, ...]:
    return tuple(one for one in ids if one in published)

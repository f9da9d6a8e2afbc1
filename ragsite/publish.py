"""The only door to the public: no unpublished record, people by their roles, no small count of people."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from ragsite.disclosure import protect, reasons
from ragsite.model.facts import Owners
from ragsite.model.items import Item, Owner
from ragsite.model.plan import Plan
from ragsite.model.reports import Report
from ragsite.model.site import Site
from ragsite.problems import Finding, in_order
from ragsite.release.due import due
from ragsite.release.waiting import NEVER

Tell = Callable[[Site], tuple[Finding, ...]]
"""What readers are told of the quality of a site's sources."""


@dataclass(frozen=True)
class PublicSite:
    """What may be shown to anyone. Pages and exporters take nothing else, and only `publish` makes one.

    `as_printed` holds, by plan, why small counts of people stand as the source prints them.
    """

    site: Site
    findings: tuple[Finding, ...] = ()
    as_printed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def findings_on(self, plan: Plan) -> tuple[Finding, ...]:
        """What the checks found in one plan, as far as readers are told."""
        return tuple(finding for finding in self.findings if finding.plan == plan.id)


def _nothing(_: Site) -> tuple[Finding, ...]:
    return ()


@dataclass(frozen=True)
class _Published:
    """The ids of one plan's records that may be shown."""

    reports: frozenset[str]
    items: frozenset[str]
    measures: frozenset[str]
    evidence: frozenset[str]


def publish(site: Site, tell: Tell = _nothing, *, now: datetime = NEVER) -> PublicSite:
    """The public form of `site`: unpublished records gone with all that hangs on them, names to roles.

    What may be published from a moment on is there when `now` is not before it; without `now` it is not. Small
    counts of people are kept back, and what they could be worked out from. `tell` is asked of that public form, so
    that no finding knows more than readers may.
    """
    known = due(site, now)
    shown = tuple(_shown(plan) for plan in known.plans)
    limit = site.settings.disclosure_threshold
    public = replace(known, plans=tuple(replace(protect(plan, limit), waivers=()) for plan in shown))
    return PublicSite(public, tell(public), {plan.id: why for plan in shown if (why := reasons(plan))})


def joined(frame: PublicSite, parts: Iterable[PublicSite]) -> PublicSite:
    """Plans that were published one by one as one site; `frame` holds what belongs to no plan."""
    parts = tuple(parts)
    plans = sorted((plan for part in parts for plan in part.site.plans), key=lambda plan: plan.id)
    told = in_order(finding for part in parts for finding in part.findings)
    as_printed = {plan: why for part in parts for plan, why in sorted(part.as_printed.items())}
    return PublicSite(replace(frame.site, plans=tuple(plans)), told, as_printed)


def _shown(plan: Plan) -> Plan:
    """The plan without what is not published; its waivers are there still, as they may permit small counts."""
    known = _published(plan)
    roots = (item for item in plan.tree if item.id in known.items)
    return replace(
        plan,
        tree=tuple(_public_item(item, plan, known) for item in roots),
        reports=tuple(_public_report(one, known) for one in plan.reports if one.id in known.reports),
        measures=tuple(
            one.having(items=_kept(one.items, known.items))
            for one in plan.measures
            if one.id in known.measures
        ),
        observations=tuple(one for one in plan.observations if one.measure in known.measures),
        evidence=tuple(
            one.having(items=_kept(one.items, known.items))
            for one in plan.evidence
            if one.id in known.evidence
        ),
    )


def _published(plan: Plan) -> _Published:
    reports = frozenset(report.id for report in plan.reports if report.publish)
    return _Published(
        reports=reports,
        items=frozenset(_item_ids(plan.tree, plan, reports)),
        measures=frozenset(measure.id for measure in plan.measures if measure.publish),
        evidence=frozenset(piece.id for piece in plan.evidence if piece.publish) - _not_yet_used(plan, reports),
    )


def _item_ids(items: Iterable[Item], plan: Plan, reports: frozenset[str]) -> Iterable[str]:
    """An item goes with the item above it, and comes with the report that added it."""
    for item in items:
        is_added = item.added is None or item.added in reports or item.added not in plan.report_by_id
        if item.publish and is_added:
            yield item.id
            yield from _item_ids(item.items, plan, reports)


def _not_yet_used(plan: Plan, reports: frozenset[str]) -> frozenset[str]:
    """Evidence that nothing names but updates of unpublished reports: it belongs to them."""
    named = {True: set[str](), False: set[str]()}
    for report in plan.reports:
        for update in report.updates:
            named[report.id in reports].update(update.evidence)
    named[True].update(piece.id for piece in plan.evidence if piece.items)
    return frozenset(named[False] - named[True])


def _public_item(item: Item, plan: Plan, known: _Published) -> Item:
    """The item by its owners' roles, without a word of items and reports that are not published."""
    children = (child for child in item.items if child.id in known.items)
    unseen = plan.report_by_id.keys() - known.reports
    return item.having(
        items=tuple(_public_item(child, plan, known) for child in children),
        owners=tuple(_public_owner(owner, plan.facts.owners) for owner in item.owners),
        answers=tuple(one for one in item.answers if one in known.items or one not in plan.item_by_id),
        closed=item.closed if item.closed and item.closed.report not in unseen else None,
        split_into=_kept(item.split_into, known.items),
        merged_into=item.merged_into if item.merged_into in known.items else None,
    )


def _public_owner(owner: Owner, owners: Owners) -> Owner:
    if owners is Owners.NAMES or not owner.role:
        return owner
    return owner.having(name=None)


def _public_report(report: Report, known: _Published) -> Report:
    updates = tuple(
        update.having(evidence=_kept(update.evidence, known.evidence))
        for update in report.updates
        if update.publish and update.item in known.items
    )
    statements = tuple(one for one in report.statements if one.item is None or one.item in known.items)
    corrections = tuple(one for one in report.corrections if one.item is None or one.item in known.items)
    return report.having(updates=updates, statements=statements, corrections=corrections)


def _kept(ids: tuple[str, ...], published: frozenset[str]) -> tuple[str, ...]:
    return tuple(one for one in ids if one in published)

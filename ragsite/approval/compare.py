"""The public site as it is beside the public site as it would be: the whole approval sheet."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ragsite.approval.plans import plan_sheet, records
from ragsite.approval.sheet import Group, PlanSheet, Sheet, State, Subject
from ragsite.approval.told import differences, told
from ragsite.model.plan import Plan
from ragsite.model.site import Site
from ragsite.problems import Finding, in_order
from ragsite.publish import PublicSite

SHARED = "What all plans share"


@dataclass(frozen=True)
class Side:
    """A public site with what the checks find in its content; `public` is None where nothing is published."""

    public: PublicSite | None
    findings: tuple[Finding, ...] = ()


def compare(before: Side, after: Side, *, since: str, held: Iterable[str] = ()) -> Sheet:
    """The sheet of all that differs; findings count as the same when they say the same of the same thing."""
    was = before.public.site if before.public else None
    now = after.public.site if after.public else None
    old, new = ({_key(one): one for one in side.findings} for side in (before, after))
    shown = now or was
    return Sheet(
        site=shown.settings.title if shown else "",
        since=since,
        plans=tuple(_plans(was, now)),
        new_findings=in_order(one for key, one in new.items() if key not in old),
        gone_findings=in_order(one for key, one in old.items() if key not in new),
        held=tuple(held),
    )


def _plans(was: Site | None, now: Site | None) -> Iterator[PlanSheet]:
    shared = tuple(group for group in _shared(was, now) if group.subjects)
    if shared:
        yield PlanSheet("", SHARED, State.CHANGED if was else State.NEW, (), shared)
    before, after = _by_id(was), _by_id(now)
    for name in sorted({*before, *after}):
        sheet = plan_sheet(before.get(name), after.get(name))
        if sheet:
            yield sheet


def _by_id(site: Site | None) -> dict[str, Plan]:
    return site.plan_by_id if site else {}


def _shared(was: Site | None, now: Site | None) -> Iterator[Group]:
    yield Group("The site", tuple(_settings(was, now)))
    topics = ({one.id: one for one in (site.topics if site else ())} for site in (was, now))
    yield Group("Topics", tuple(records(*topics, named="title")))
    terms = ({f"{one.plan} {one.term}": one for one in (site.terms if site else ())} for site in (was, now))
    yield Group("Glossary", tuple(records(*terms, named="term")))


def _settings(was: Site | None, now: Site | None) -> Iterator[Subject]:
    found = tuple(differences(told(was.settings if was else None), told(now.settings if now else None)))
    if found:
        yield Subject("Settings", State.CHANGED if was else State.NEW, found)
    statement = tuple(differences(told(was.accessibility if was else None), told(now.accessibility if now else None)))
    if statement:
        yield Subject("Accessibility statement", State.CHANGED, statement)


def _key(finding: Finding) -> tuple[str, ...]:
    """Lines move with every change, so they are no part of what a finding is."""
    return (finding.code, finding.location.path, finding.plan, finding.item, finding.report, finding.message)

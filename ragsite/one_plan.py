"""What is worked out of one plan: read, found, published. Each once, and not at all where it is kept."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property, partial
from pathlib import Path
from urllib.parse import urlsplit

from ragsite.checks import all_rules, look
from ragsite.checks.links import leads_astray, local_links, pages_of_plan
from ragsite.checks.published import public_findings
from ragsite.checks.rule import Context
from ragsite.content.folder import Part, read_plan
from ragsite.model.plan import Plan
from ragsite.model.site import Site
from ragsite.problems import Finding, in_order
from ragsite.publish import PublicSite, publish
from ragsite.release.told import kept_back
from ragsite.release.waiting import moments_of
from ragsite.store import Store, digest, digest_of_files


@dataclass(frozen=True)
class Terms:
    """What a build goes by for every plan: the site without its plans, and the moment.

    `program` is the key of the program, `key` that of the site's own files as well.
    """

    site: Site
    program: str
    key: str
    now: datetime

    def come(self, moments: Iterable[datetime] = ()) -> str:
        """Which of some moments have come, and which of those that the site's hold names."""
        return "".join("1" if moment <= self.now else "0" for moment in (*moments, *self.hold))

    @property
    def hold(self) -> tuple[datetime, ...]:
        """The moments at which the site's hold begins and ends, if there is one."""
        hold = self.site.settings.hold
        return (hold.begins.at, hold.until.at) if hold else ()


@dataclass(frozen=True)
class PlanDigest:
    """A plan folder in short: the key of its files, and what the checks of the whole site need to know of it.

    `links` are the paths of the links within the site that stand in its texts.
    """

    folder: Path
    key: str
    plan: str
    ids: frozenset[str]
    left_out: dict[str, frozenset[str]]
    findings: tuple[Finding, ...]
    pages: frozenset[str]
    moments: tuple[datetime, ...]
    links: frozenset[str]

    def slot(self, name: str) -> str:
        """Where the store keeps something of this plan."""
        return f"plans/{self.folder.name}/{name}"


@dataclass(frozen=True)
class Around:
    """What the checks of one plan know of the whole site: see `checks.rule.Context`. `key` tells it from another.

    `pages` are all pages, or as many as tell that no link leads astray.
    """

    written_ids: dict[str, frozenset[str]]
    left_out: dict[str, frozenset[str]]
    pages: frozenset[str]

    def key(self, known: PlanDigest) -> str:
        """Which pages there are matters to those plans alone that have a link to none of them."""
        return self._linked if leads_astray(known.links, self.pages) else self._others

    @cached_property
    def _others(self) -> str:
        return digest(*sorted(self.written_ids), str(any(self.left_out.values())))

    @cached_property
    def _linked(self) -> str:
        return digest(self._others, *sorted(self.pages))


@dataclass(frozen=True)
class Shown:
    """A plan that may be published: the key of all that its pages show, what readers are told, what is kept back.

    `told` are the findings that readers are told; `kept_back` is in words, for the people who publish.
    """

    known: PlanDigest
    key: str
    told: tuple[Finding, ...]
    kept_back: tuple[str, ...]


def digest_plan(store: Store, folder: Path, *, program: str) -> PlanDigest:
    """The digest of a plan folder; the plan is read where it is not known."""
    key = plan_key(folder, program)
    slot = f"plans/{folder.name}/digest"
    known: PlanDigest | None = store.get(slot, key)
    if known is None:
        known = _in_short(folder, key, _part(store, folder, key))
        store.put(slot, key, known)
    return known


def plan_key(folder: Path, program: str) -> str:
    """The key of all that a plan folder holds."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    folders = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_dir())
    return digest(program, folder.as_posix(), digest_of_files(folder, files), *folders)


def check_plan(store: Store, known: PlanDigest, *, terms: Terms, around: Around) -> tuple[Finding, ...]:
    """Everything that is found in a plan, by its reader and by the rules, in the order of the files."""
    slot = known.slot("found")
    key = digest(terms.key, known.key, str(terms.now.date()), around.key(known))
    found: tuple[Finding, ...] | None = store.get(slot, key)
    if found is None:
        plan = plan_of(store, known)
        looked = look(context_of(replace(terms.site, plans=(plan,)), terms.now, around)) if plan else ()
        found = in_order((*known.findings, *looked))
        store.put(slot, key, found)
    return found


def context_of(site: Site, now: datetime, around: Around) -> Context:
    """What the rules are given to look at one plan of a site, or at its own files."""
    return Context(
        site, now.date(), around.written_ids, around.left_out, rules=all_rules(), pages=around.pages
    )


def show_plan(store: Store, plan: tuple[PlanDigest, tuple[Finding, ...]], *, terms: Terms) -> Shown:
    """What of a plan, with what was found in it, may be published at this moment, and under which key."""
    known, found = plan
    due = digest(terms.key, known.key, terms.come(known.moments))
    told, public = _told(store, known, found, (terms, due))
    shown = Shown(known, digest(due, repr(told)), told, _kept_back(store, known, (terms, due)))
    if public is not None:
        store.put(known.slot("public"), shown.key, public)
    return shown


def public_of(store: Store, shown: Shown, *, terms: Terms) -> PublicSite:
    """The public form of the site with this plan alone."""
    slot = shown.known.slot("public")
    made: PublicSite | None = store.get(slot, shown.key)
    if made is None:
        made = publish(_alone(store, shown.known, terms), lambda _: shown.told, now=terms.now)
        store.put(slot, shown.key, made)
    return made


def plan_of(store: Store, known: PlanDigest) -> Plan | None:
    """The plan as its editors wrote it; None where its folder could not be read."""
    return _part(store, known.folder, known.key).plan


def let_go(store: Store, known: PlanDigest) -> None:
    """Lets go of what takes much memory; on disk it stays."""
    for name in ("read", "public"):
        store.release(known.slot(name))


def _part(store: Store, folder: Path, key: str) -> Part:
    slot = f"plans/{folder.name}/read"
    part: Part | None = store.get(slot, key)
    if part is None:
        part = read_plan(folder)
        store.put(slot, key, part)
    return part


def _in_short(folder: Path, key: str, part: Part) -> PlanDigest:
    plan = part.plan
    return PlanDigest(
        folder=folder,
        key=key,
        plan=plan.id if plan else "",
        ids=part.ids,
        left_out=part.left_out,
        findings=part.findings,
        pages=pages_of_plan(plan) if plan else frozenset(),
        moments=moments_of(plan) if plan else (),
        links=frozenset(urlsplit(link).path for _, link in local_links(plan)) if plan else frozenset(),
    )


def _told(
    store: Store, known: PlanDigest, found: tuple[Finding, ...], by: tuple[Terms, str]
) -> tuple[tuple[Finding, ...], PublicSite | None]:
    """The findings that readers are told; with the public form where it had to be made to know them."""
    (terms, due), slot = by, known.slot("told")
    key = digest(due, repr(found))
    told: tuple[Finding, ...] | None = store.get(slot, key)
    if told is not None:
        return told, None
    public = publish(_alone(store, known, terms), partial(public_findings, found=found), now=terms.now)
    store.put(slot, key, public.findings)
    return public.findings, public


def _kept_back(store: Store, known: PlanDigest, by: tuple[Terms, str]) -> tuple[str, ...]:
    (terms, due), slot = by, known.slot("kept-back")
    said: tuple[str, ...] | None = store.get(slot, due)
    if said is None:
        said = kept_back(_alone(store, known, terms), terms.now)
        store.put(slot, due, said)
    return said


def _alone(store: Store, known: PlanDigest, terms: Terms) -> Site:
    """The site as it was written, with this plan alone."""
    plan = plan_of(store, known)
    return replace(terms.site, plans=(plan,) if plan else ())

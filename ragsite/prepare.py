"""Reads and checks the content plan by plan, and does again only what changed since it was last done."""

from collections import ChainMap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path

from ragsite.checks import all_rules, look
from ragsite.checks.links import local_links, pages_of_plan
from ragsite.checks.published import public_findings
from ragsite.checks.rule import Context
from ragsite.content.folder import Part, Reading, plan_folders, read_frame, read_plan
from ragsite.model.site import Site
from ragsite.problems import Finding, in_order
from ragsite.progress import Progress, silent, tracked
from ragsite.publish import PublicSite, Tell, joined, publish
from ragsite.release.drafts import with_drafts
from ragsite.release.told import kept_back
from ragsite.release.waiting import FOREVER, moments_of
from ragsite.stamp import program_key
from ragsite.store import Store, digest, digest_of_files


@dataclass(frozen=True)
class PlanDigest:
    """A plan folder in short: the key of its files, and what the checks of the whole site need to know of it."""

    folder: Path
    key: str
    plan: str
    ids: frozenset[str]
    left_out: dict[str, frozenset[str]]
    findings: tuple[Finding, ...]
    pages: frozenset[str]
    moments: tuple[datetime, ...]
    has_links: bool


@dataclass(frozen=True)
class Prepared:
    """A content folder, read and checked; nothing may be published while there are errors among the findings.

    `program` is the key of the program, `key` that of the site's own files as well; `found` holds the findings by
    plan folder. With `drafts`, for previews alone, what is published holds what is kept back too, marked as such.
    """

    frame: Reading
    program: str
    key: str
    now: datetime
    plans: tuple[PlanDigest, ...]
    found: dict[str, tuple[Finding, ...]]
    store: Store
    drafts: bool = False

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Everything that was found, in the order of the files."""
        return in_order(finding for found in self.found.values() for finding in found)

    @property
    def site(self) -> Site:
        """The site without its plans."""
        if self.frame.site is None:
            raise LookupError("there is no content folder")
        return self.frame.site

    def public(self, known: PlanDigest) -> PublicSite:
        """The public form of the site with one plan alone."""
        slot, key = f"plans/{known.folder.name}/public", self.pages_key(known)
        made: PublicSite | None = self.store.get(slot, key)
        if made is None:
            plan = _part(known.folder, known.key, self.store).plan
            alone = replace(self.site, plans=(plan,) if plan else ())
            told = self.told(known)
            made = self._published(alone, lambda _: told)
            self.store.put(slot, key, made)
            self.store.release(f"plans/{known.folder.name}/read")
        return made

    def public_whole(self) -> PublicSite:
        """The public form of the site with all its plans."""
        return joined(self.public_frame(), map(self.public, self.plans))

    def public_frame(self) -> PublicSite:
        """The public form of the site without its plans."""
        return self._published(self.site, lambda _: ())

    def _published(self, site: Site, tell: Tell) -> PublicSite:
        if self.drafts:
            return publish(with_drafts(site, self.now), tell, now=FOREVER)
        return publish(site, tell, now=self.now)

    def written(self) -> Site:
        """The site as its editors wrote it, with what is not published."""
        parts = (_part(known.folder, known.key, self.store).plan for known in self.plans)
        return replace(self.site, plans=tuple(sorted((plan for plan in parts if plan), key=lambda plan: plan.id)))

    def site_key(self) -> str:
        """The key of all that the pages of the site as a whole show."""
        return digest(self.key, self.hold_key, *map(self.pages_key, self.plans))

    def pages_key(self, known: PlanDigest) -> str:
        """The key of all that a plan's pages show."""
        return digest(self.key, known.key, self.due_key(known), repr(self.told(known)))

    def due_key(self, known: PlanDigest) -> str:
        """What the moment decides of a plan: which of the moments that its records wait for have come."""
        return self._come((*known.moments, *self._hold_moments))

    @property
    def hold_key(self) -> str:
        """Which moments of the site's hold have come."""
        return self._come(self._hold_moments)

    def _come(self, moments: Iterable[datetime]) -> str:
        return "".join("1" if moment <= self.now else "0" for moment in moments)

    @property
    def _hold_moments(self) -> tuple[datetime, ...]:
        hold = self.site.settings.hold
        return (hold.begins.at, hold.until.at) if hold else ()

    @property
    def kept_back(self) -> tuple[str, ...]:
        """What is kept back at this moment, in words, for the people who publish."""
        said = [*kept_back(self.site, self.now), *(line for known in self.plans for line in self._kept_back(known))]
        return tuple(dict.fromkeys(said))

    def _kept_back(self, known: PlanDigest) -> tuple[str, ...]:
        slot = f"plans/{known.folder.name}/kept-back"
        key = digest(self.key, known.key, self.due_key(known))
        said: tuple[str, ...] | None = self.store.get(slot, key)
        if said is None:
            plan = _part(known.folder, known.key, self.store).plan
            said = kept_back(replace(self.site, plans=(plan,) if plan else ()), self.now)
            self.store.put(slot, key, said)
        return said

    def told(self, known: PlanDigest) -> tuple[Finding, ...]:
        """The findings on a plan that readers are told."""
        slot, found = f"plans/{known.folder.name}/told", self.found[known.folder.name]
        key = digest(self.key, known.key, self.due_key(known), repr(found))
        told: tuple[Finding, ...] | None = self.store.get(slot, key)
        if told is None:
            plan = _part(known.folder, known.key, self.store).plan
            alone = replace(self.site, plans=(plan,) if plan else ())
            told = self._published(alone, partial(public_findings, found=found)).findings
            self.store.put(slot, key, told)
        return told


def prepare(
    content: Path, *, now: datetime, store: Store, tell: Progress = silent, drafts: bool = False
) -> Prepared:
    """Reads the content folder and checks it as at a moment; what `store` keeps of either is not done again."""
    frame, program = read_frame(content), program_key()
    key = digest(program, content.as_posix(), _frame_digest(content), "with drafts" if drafts else "")
    folders = tracked(plan_folders(content), "Reading plans", tell)
    plans = tuple(_digest_of(folder, store, program=program) for folder in folders)
    whole = Prepared(frame, program, key, now, plans, {}, store, drafts)
    return replace(whole, found=dict(_findings(whole, tell)))


def _frame_digest(content: Path) -> str:
    if not content.is_dir():
        return ""
    shown = [path for path in content.iterdir() if path.is_file()]
    beside = content / "plans"
    names = [path.name for path in sorted(beside.iterdir())] if beside.is_dir() else []
    return digest(digest_of_files(content, shown), *(path.name for path in sorted(content.iterdir())), *names)


def _digest_of(folder: Path, store: Store, *, program: str) -> PlanDigest:
    files = [path for path in folder.rglob("*") if path.is_file()]
    folders = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_dir())
    key = digest(program, folder.as_posix(), digest_of_files(folder, files), *folders)
    slot = f"plans/{folder.name}/digest"
    known: PlanDigest | None = store.get(slot, key)
    if known is None:
        known = _in_short(folder, key, _part(folder, key, store))
        store.put(slot, key, known)
    return known


def _part(folder: Path, key: str, store: Store) -> Part:
    part: Part | None = store.get(f"plans/{folder.name}/read", key)
    if part is None:
        part = read_plan(folder)
        store.put(f"plans/{folder.name}/read", key, part)
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
        has_links=plan is not None and any(local_links(plan)),
    )


def _findings(whole: Prepared, tell: Progress) -> Iterator[tuple[str, tuple[Finding, ...]]]:
    """The findings on the site's own files, under the empty name, and on each plan under that of its folder."""
    if whole.frame.site is None:
        yield "", whole.frame.findings
        return
    context = _context(whole)
    yield "", (*whole.frame.findings, *look(context))
    others = digest(*sorted(context.written_ids), str(context.as_at), str(any(context.left_out.values())))
    linked = digest(*sorted(context.pages))
    for known in tracked(whole.plans, "Checking plans", tell):
        slot = f"plans/{known.folder.name}/found"
        key = digest(whole.key, known.key, others, linked if known.has_links else "")
        found: tuple[Finding, ...] | None = whole.store.get(slot, key)
        if found is None:
            plan = _part(known.folder, known.key, whole.store).plan
            looked = look(replace(context, site=replace(context.site, plans=(plan,)))) if plan else ()
            found = in_order((*known.findings, *looked))
            whole.store.put(slot, key, found)
        yield known.folder.name, found


def _context(whole: Prepared) -> Context:
    """What the checks of each plan know of the whole site."""
    written = {known.plan: frozenset[str]() for known in whole.plans if known.plan} | dict(whole.frame.written_ids)
    return Context(
        whole.site,
        whole.now.date(),
        written | {known.folder.name: known.ids for known in whole.plans},
        dict(ChainMap(whole.frame.left_out, *(known.left_out for known in whole.plans))),
        rules=all_rules(),
        pages=frozenset[str]().union(*(known.pages for known in whole.plans)),
    )

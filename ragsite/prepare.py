"""Reads and checks the content plan by plan, and does again only what changed since it was last done."""

from collections import ChainMap
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from ragsite import addresses
from ragsite.checks import all_rules, look
from ragsite.checks.links import leads_astray, local_links, pages_of_plan, pages_of_site
from ragsite.checks.published import public_findings
from ragsite.checks.rule import Context
from ragsite.content.folder import Part, Reading, plan_folders, read_frame, read_plan
from ragsite.model.site import Site
from ragsite.problems import Finding, in_order
from ragsite.progress import Progress, silent, tracked
from ragsite.publish import PublicSite, joined, publish
from ragsite.release.told import kept_back
from ragsite.release.waiting import moments_of
from ragsite.stamp import program_key
from ragsite.store import Store, digest, digest_of_files


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


@dataclass(frozen=True)
class Prepared:
    """A content folder, read and checked; nothing may be published while there are errors among the findings.

    `program` is the key of the program, `key` that of the site's own files as well; `found` holds the findings by
    plan folder. `beside` are the plan folders of the site that were left to others: neither read nor checked here.
    """

    frame: Reading
    program: str
    key: str
    now: datetime
    plans: tuple[PlanDigest, ...]
    found: dict[str, tuple[Finding, ...]]
    store: Store
    beside: tuple[Path, ...] = ()

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
            made = publish(alone, lambda _: told, now=self.now)
            self.store.put(slot, key, made)
            self.store.release(f"plans/{known.folder.name}/read")
        return made

    def public_whole(self) -> PublicSite:
        """The public form of the site with all its plans."""
        return joined(publish(self.site, now=self.now), map(self.public, self.plans))

    def written(self) -> Site:
        """The site as its editors wrote it, with what is not published."""
        parts = (_part(known.folder, known.key, self.store).plan for known in self.plans)
        return replace(self.site, plans=tuple(sorted((plan for plan in parts if plan), key=lambda plan: plan.id)))

    def site_key(self) -> str:
        """The key of all that the pages of the site as a whole show."""
        return digest(self.key, self._come(self._hold_moments), *map(self.pages_key, self.plans))

    def pages_key(self, known: PlanDigest) -> str:
        """The key of all that a plan's pages show."""
        return digest(self.key, known.key, self.due_key(known), repr(self.told(known)))

    def due_key(self, known: PlanDigest) -> str:
        """What the moment decides of a plan: which of the moments that its records wait for have come."""
        return self._come((*known.moments, *self._hold_moments))

    def _come(self, moments: Iterable[datetime]) -> str:
        return "".join("1" if moment <= self.now else "0" for moment in moments)

    @property
    def _hold_moments(self) -> tuple[datetime, ...]:
        hold = self.site.settings.hold
        return (hold.begins.at, hold.until.at) if hold else ()

    @property
    def moments(self) -> tuple[datetime, ...]:
        """The moments that records of these plans, and a hold, wait for."""
        return tuple(sorted({*self._hold_moments, *(moment for known in self.plans for moment in known.moments)}))

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
            told = publish(alone, partial(public_findings, found=found), now=self.now).findings
            self.store.put(slot, key, told)
        return told


Choose = Callable[[tuple[Path, ...]], tuple[Path, ...]]
"""Chooses among the plan folders of a site."""


def _all(folders: tuple[Path, ...]) -> tuple[Path, ...]:
    return folders


def prepare(
    content: Path, *, now: datetime, store: Store, tell: Progress = silent, choose: Choose = _all
) -> Prepared:
    """Reads the content folder and checks it as at a moment; what `store` keeps of either is not done again.

    Of its plans those that are chosen are read and checked, each as it would be among all of them.
    """
    frame, program = read_frame(content), program_key()
    folders = plan_folders(content)
    chosen = choose(folders)
    plans = tuple(_digest_of(one, store, program=program) for one in tracked(chosen, "Reading plans", tell))
    beside = tuple(folder for folder in folders if folder not in chosen)
    whole = Prepared(frame, program, frame_key(content, program), now, plans, {}, store, beside)
    return replace(whole, found=dict(_findings(whole, tell)))


def frame_key(content: Path, program: str) -> str:
    """The key of the site's own files, and of which plans there are."""
    return digest(program, content.as_posix(), _frame_digest(content))


def _frame_digest(content: Path) -> str:
    if not content.is_dir():
        return ""
    shown = [path for path in content.iterdir() if path.is_file()]
    beside = content / "plans"
    names = [path.name for path in sorted(beside.iterdir())] if beside.is_dir() else []
    return digest(digest_of_files(content, shown), *(path.name for path in sorted(content.iterdir())), *names)


def plan_key(folder: Path, program: str) -> str:
    """The key of all that a plan folder holds."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    folders = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_dir())
    return digest(program, folder.as_posix(), digest_of_files(folder, files), *folders)


def _digest_of(folder: Path, store: Store, *, program: str) -> PlanDigest:
    key = plan_key(folder, program)
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
        links=frozenset(urlsplit(link).path for _, link in local_links(plan)) if plan else frozenset(),
    )


def _findings(whole: Prepared, tell: Progress) -> Iterator[tuple[str, tuple[Finding, ...]]]:
    """The findings on the site's own files, under the empty name, and on each plan under that of its folder."""
    if whole.frame.site is None:
        yield "", whole.frame.findings
        return
    context = _context(whole)
    yield "", (*whole.frame.findings, *look(context))
    others = digest(*sorted(context.written_ids), str(context.as_at), str(any(context.left_out.values())))
    shown = context.pages | pages_of_site(context.site)
    for known in tracked(whole.plans, "Checking plans", tell):
        slot = f"plans/{known.folder.name}/found"
        pages = sorted(shown) if leads_astray(known.links, shown) else ()
        key = digest(whole.key, known.key, others, *pages)
        found: tuple[Finding, ...] | None = whole.store.get(slot, key)
        if found is None:
            plan = _part(known.folder, known.key, whole.store).plan
            looked = look(replace(context, site=replace(context.site, plans=(plan,)))) if plan else ()
            found = in_order((*known.findings, *looked))
            whole.store.put(slot, key, found)
        yield known.folder.name, found


def _context(whole: Prepared) -> Context:
    """What the checks of each plan know of the whole site."""
    named = (*(known.plan for known in whole.plans if known.plan), *(folder.name for folder in whole.beside))
    written = dict.fromkeys(named, frozenset[str]()) | dict(whole.frame.written_ids)
    return Context(
        whole.site,
        whole.now.date(),
        written | {known.folder.name: known.ids for known in whole.plans},
        dict(ChainMap(whole.frame.left_out, *(known.left_out for known in whole.plans))),
        rules=all_rules(),
        pages=_pages(whole),
    )


def _pages(whole: Prepared) -> frozenset[str]:
    """The addresses of all pages of the plans, or as many as tell that no link of theirs leads astray."""
    links = frozenset[str]().union(*(known.links for known in whole.plans))
    pages = frozenset[str]().union(*(known.pages for known in whole.plans))
    named = {addresses.plan_of(path) for path in links}
    for folder in sorted(whole.beside, key=lambda folder: folder.name.lower() not in named):
        if not leads_astray(links, pages | pages_of_site(whole.site)):
            break
        pages |= _digest_of(folder, Store(), program=whole.program).pages
    return pages

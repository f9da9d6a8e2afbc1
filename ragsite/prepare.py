"""Reads and checks the content plan by plan, and does again only what changed since it was last done."""

from collections import ChainMap
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property, partial
from pathlib import Path

from ragsite import addresses
from ragsite.checks import look
from ragsite.checks.links import leads_astray, pages_of_site
from ragsite.content.folder import Reading, plan_folders, read_frame
from ragsite.crew import Alone, Crew
from ragsite.model.site import Site
from ragsite.one_plan import Around, PlanDigest, Shown, Terms, check_plan, context_of, digest_plan, public_of, show_plan
from ragsite.problems import Finding, in_order
from ragsite.progress import Progress, silent
from ragsite.publish import PublicSite, joined, publish
from ragsite.release.told import kept_back
from ragsite.stamp import program_key
from ragsite.store import Store, digest, digest_of_files


@dataclass(frozen=True)
class Prepared:
    """A content folder, read and checked; nothing may be published while there are errors among the findings.

    `program` is the key of the program, `key` that of the site's own files as well; `found` holds the findings by
    plan folder. `crew` does the work on the plans. `beside` are the folders of plans that were left to others: neither
    read nor checked here.
    """

    frame: Reading
    program: str
    key: str
    now: datetime
    plans: tuple[PlanDigest, ...]
    store: Store
    crew: Crew
    beside: tuple[Path, ...] = ()
    found: dict[str, tuple[Finding, ...]] = field(default_factory=dict)

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

    @property
    def terms(self) -> Terms:
        """What every plan is worked out by."""
        return Terms(self.site, self.program, self.key, self.now)

    @cached_property
    def shown(self) -> tuple[Shown, ...]:
        """What of each plan may be published."""
        plans = [(known, self.found[known.folder.name]) for known in self.plans]
        return tuple(self.crew.each(partial(show_plan, terms=self.terms), plans))

    def public_whole(self) -> PublicSite:
        """The public form of the site with all its plans."""
        return joined(self.public_frame, self.crew.each(partial(public_of, terms=self.terms), self.shown))

    @property
    def public_frame(self) -> PublicSite:
        """The public form of the site without its plans."""
        return publish(self.site, now=self.now)

    def site_key(self) -> str:
        """The key of all that the pages of the site as a whole show."""
        return digest(self.key, self.terms.come(), *(shown.key for shown in self.shown))

    @property
    def moments(self) -> tuple[datetime, ...]:
        """The moments that records of these plans, and a hold, wait for."""
        return tuple(sorted({*self.terms.hold, *(moment for known in self.plans for moment in known.moments)}))

    @property
    def kept_back(self) -> tuple[str, ...]:
        """What is kept back at this moment, in words, for the people who publish."""
        said = [*kept_back(self.site, self.now), *(line for shown in self.shown for line in shown.kept_back)]
        return tuple(dict.fromkeys(said))


Choose = Callable[[tuple[Path, ...]], tuple[Path, ...]]
"""Chooses among the plan folders of a site."""


def prepare(
    content: Path, *, now: datetime, store: Store, crew: Crew | None = None, choose: Choose = tuple,
    tell: Progress = silent,
) -> Prepared:  # fmt: skip
    """Reads the content folder and checks it as at a moment; what `store` keeps of either is not done again.

    `crew` are the processes that share the work: this one alone if none are named. Of the plans those that are chosen
    are read and checked, each as it would be among all of them.
    """
    frame, program, crew, folders = read_frame(content), program_key(), crew or Alone(store), plan_folders(content)
    chosen = choose(folders)
    reading = crew.each(partial(digest_plan, program=program), chosen, what="Reading plans", tell=tell)
    beside = tuple(folder for folder in folders if folder not in chosen)
    whole = Prepared(frame, program, frame_key(content, program), now, tuple(reading), store, crew, beside)
    return replace(whole, found=dict(_findings(whole, tell)))


def weights(folders: Iterable[Path]) -> tuple[int, ...]:
    """The bytes of each of some plan folders."""
    return tuple(sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) for folder in folders)


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


def _findings(whole: Prepared, tell: Progress) -> Iterator[tuple[str, tuple[Finding, ...]]]:
    """The findings on the site's own files, under the empty name, and on each plan under that of its folder."""
    if whole.frame.site is None:
        yield "", whole.frame.findings
        return
    around = _around(whole)
    work = partial(check_plan, terms=whole.terms, around=around)
    checking = whole.crew.each(work, whole.plans, what="Checking plans", tell=tell)
    yield "", (*whole.frame.findings, *look(context_of(whole.site, whole.now, around)))
    for known, found in zip(whole.plans, checking, strict=True):
        yield known.folder.name, found


def _around(whole: Prepared) -> Around:
    """What the checks of each plan know of the whole site."""
    named = (*(known.plan for known in whole.plans if known.plan), *(folder.name for folder in whole.beside))
    written = dict.fromkeys(named, frozenset[str]()) | dict(whole.frame.written_ids)
    return Around(
        written | {known.folder.name: known.ids for known in whole.plans},
        dict(ChainMap(whole.frame.left_out, *(known.left_out for known in whole.plans))),
        _pages(whole),
    )


def _pages(whole: Prepared) -> frozenset[str]:
    """The addresses of all pages; without those of plans beside where no link leads astray without them."""
    links = frozenset[str]().union(*(known.links for known in whole.plans))
    pages = pages_of_site(whole.site).union(*(known.pages for known in whole.plans))
    named = {addresses.plan_of(path) for path in links}
    for folder in sorted(whole.beside, key=lambda folder: folder.name.lower() not in named):
        if not leads_astray(links, pages):
            break
        pages |= digest_plan(Store(), folder, program=whole.program).pages
    return pages

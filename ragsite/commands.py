"""What the commands do, as plain functions with plain arguments; `cli` only reads arguments and prints."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from pathlib import Path

from ragsite.built.leaks import Scan
from ragsite.built.sought import look_for, scan_for
from ragsite.built.whole import faults, finish
from ragsite.checking import Checked
from ragsite.checks import check
from ragsite.checks.published import public_findings
from ragsite.content.folder import plan_folders, read_site
from ragsite.crew import at_work
from ragsite.model.site import Site
from ragsite.output import article_files, page_files
from ragsite.pack.making import Made, Order, make
from ragsite.pack.print_browser import find_browser
from ragsite.prepare import Prepared, prepare, weights
from ragsite.preview.folder import write_preview
from ragsite.problems import ContentError, Finding, as_errors, errors_among
from ragsite.progress import Progress, silent
from ragsite.publish import PublicSite, publish
from ragsite.refusal import Refused
from ragsite.release.drafts import with_drafts
from ragsite.release.told import kept_back
from ragsite.release.waiting import FOREVER
from ragsite.render import load_templates
from ragsite.shards.fitting import fitting
from ragsite.shards.label import NAME, origin_of
from ragsite.shards.making import KEPT, Wanted, make_shard, store_in
from ragsite.store import Store
from ragsite.swap import replaced
from ragsite.write import Written

Engine = Callable[[Path, Prepared], Written]
"""Writes the site into an empty folder."""


@dataclass(frozen=True)
class Built:
    """What a build did: where the site is, its pages, the seconds it took, what was found and kept back.

    `drawn` is how many of the pages had to be drawn; None where all are.
    """

    folder: Path
    pages: int
    seconds: float
    findings: tuple[Finding, ...]
    kept_back: tuple[str, ...] = ()
    drawn: int | None = None


@dataclass(frozen=True)
class Way:
    """How a build goes about its work: what it keeps for the next one, who hears how far it is, in how many processes.

    There are no more `processes` than are worth their start.
    """

    store: Store = field(default_factory=Store)
    tell: Progress = silent
    processes: int = 1


@dataclass(frozen=True)
class Opened:
    """A content folder that may be published: its public site, what was found, and what is kept back, in words."""

    public: PublicSite
    findings: tuple[Finding, ...]
    kept_back: tuple[str, ...]
    written: Site
    """The site as its editors wrote it: what no file may hold is what this has and the public site has not."""


def open_content(content: Path, *, now: datetime, strict: bool = False, drafts: bool = False) -> Opened:
    """The public site of a content folder as at a moment; ContentError when there are errors among the findings.

    With `drafts`, for previews alone, it holds what is kept back too, marked as such.
    """
    reading = read_site(content)
    findings = check(reading, as_at=now.date())
    if errors_among(as_errors(findings) if strict else findings) or reading.site is None:
        raise ContentError(as_errors(findings) if strict else findings)
    site = with_drafts(reading.site, now) if drafts else reading.site
    public = publish(site, partial(public_findings, found=findings), now=FOREVER if drafts else now)
    return Opened(public, findings, kept_back(reading.site, now), reading.site)


def build_site(
    content: Path, site_dir: Path, *, engine: Engine, now: datetime, way: Way, strict: bool = False
) -> Built:
    """Checks, builds beside `site_dir`, and puts the new site in its place only when all of it succeeded.

    What is kept from an earlier build is not done again; the site is the same, byte for byte.
    """
    started = time.monotonic()
    with at_work(way.store, weights(plan_folders(content)), processes=way.processes, load=load_templates) as crew:
        prepared = prepare(content, now=now, store=way.store, crew=crew, tell=way.tell)
        findings = as_errors(prepared.findings) if strict else prepared.findings
        if errors_among(findings):
            raise ContentError(findings)
        kept, sought = prepared.kept_back, look_for(prepared)
        with replaced(site_dir) as folder:
            written = engine(folder, prepared)
            finish(folder, prepared, sought, expected=written.files, tell=way.tell)
    return Built(site_dir, len(written.pages), time.monotonic() - started, findings, kept, written.drawn)


def build_shard(out: Path, wanted: Wanted, *, now: datetime, way: Way, strict: bool = False) -> Built:
    """Checks and makes the plans of one shard into a folder for `merge_shards`; the shard there before is replaced.

    What is wrong in plans of other shards, these tell.
    """
    started, choose = time.monotonic(), wanted.share.chosen
    plans = weights(choose(plan_folders(wanted.content)))
    with replaced(out, known_by=(NAME,)) as folder:
        store = store_in(folder, way.store)
        with at_work(store, plans, processes=way.processes, load=load_templates) as crew:
            prepared = prepare(wanted.content, now=now, store=store, crew=crew, choose=choose, tell=way.tell)
            findings = as_errors(prepared.findings) if strict else prepared.findings
            if errors_among(findings):
                raise ContentError(findings)
            written = make_shard(folder, prepared, wanted, tell=way.tell)
    return Built(out, len(written.pages), time.monotonic() - started, findings, prepared.kept_back, written.drawn)


@dataclass(frozen=True)
class Shards:
    """The folders of all shards of a site, the committee packs it has, and the moment that is asked for, if any."""

    folders: tuple[Path, ...]
    packs: tuple[str, ...] = ()
    moment: datetime | None = None


def merge_shards(
    shards: Shards, content: Path, site_dir: Path, *, engine: Engine, way: Way, strict: bool = False
) -> Built:
    """Builds the site with what its shards hold in place of its plans; Refused unless they make exactly this site.

    It is the same, byte for byte, as one that is built without shards as at the same moment.
    """
    moment = fitting(shards.folders, origin_of(content, shards.packs), moment=shards.moment)
    store = replace(way.store, behind=tuple(folder / KEPT for folder in shards.folders))
    return build_site(content, site_dir, engine=engine, now=moment, way=replace(way, store=store), strict=strict)


def find_leaks(content: Path, built: Path, *, now: datetime) -> Checked:
    """Everything that stands against publishing the built folder; what to look for comes from the content."""
    if not built.is_dir():
        raise Refused(f"There is no folder “{built}”.")
    opened = open_content(content, now=now)
    return Checked(faults(built, _scan(opened), expected=page_files(opened.public)), ())


def _scan(opened: Opened) -> Scan:
    return scan_for(opened.written, opened.public.site)


def build_preview(content: Path, site_dir: Path, *, now: datetime, strict: bool = False, drafts: bool = False) -> Built:
    """Checks, and writes a preview that opens by double-click, with a zip file of it beside."""
    started = time.monotonic()
    opened = open_content(content, now=now, strict=strict, drafts=drafts)
    pages = write_preview(opened.public, site_dir, with_drafts=drafts)
    kept_back = () if drafts else opened.kept_back
    return Built(site_dir, pages, time.monotonic() - started, opened.findings, kept_back)


def write_articles(content: Path, out: Path, *, now: datetime) -> int:
    """The same pages as Markdown files with a navigation, for another engine; returns how many pages."""
    public = open_content(content, now=now).public
    count = 0
    with replaced(out, known_by=("mkdocs.yml",)) as folder:
        for file in article_files(public):
            path = folder / file.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(file.make())
            count += path.suffix == ".md"
    return count


def write_pack(content: Path, out: Path, order: Order, *, now: datetime) -> tuple[Made, ...]:
    """The committee pack of one report as files in a folder; Refused when it cannot be made."""
    public = open_content(content, now=now).public
    made = tuple(make(public, order, browser=find_browser()))
    out.mkdir(parents=True, exist_ok=True)
    for file in made:
        (out / file.name).write_bytes(file.content)
    return made

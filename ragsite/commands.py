"""What the commands do, as plain functions with plain arguments; `cli` only reads arguments and prints."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from ragsite.built.whole import faults, finish, scan_for
from ragsite.checks import check
from ragsite.checks.published import public_findings
from ragsite.content.folder import read_site
from ragsite.model.site import Site
from ragsite.output import article_files, page_files
from ragsite.pack.making import Made, Order, make
from ragsite.pack.print_browser import find_browser
from ragsite.problems import ContentError, Finding, as_errors, errors_among
from ragsite.publish import PublicSite, publish
from ragsite.refusal import Refused
from ragsite.swap import replaced

Engine = Callable[[Path, PublicSite], None]
"""Writes the public site into an empty folder."""


@dataclass(frozen=True)
class Built:
    """What a build did: where the site is, how many pages it has, how long it took in seconds, what was found."""

    folder: Path
    pages: int
    seconds: float
    findings: tuple[Finding, ...]


def find_problems(content: Path, *, as_at: date, strict: bool = False) -> tuple[Finding, ...]:
    """Every finding on a content folder; with `strict`, warnings count as errors."""
    findings = check(read_site(content), as_at=as_at)
    return as_errors(findings) if strict else findings


def open_content(content: Path, *, as_at: date, strict: bool = False) -> tuple[PublicSite, tuple[Finding, ...]]:
    """The public site of a content folder, and its findings; ContentError when there are errors among them."""
    public, _, findings = _opened(content, as_at=as_at, strict=strict)
    return public, findings


def _opened(content: Path, *, as_at: date, strict: bool) -> tuple[PublicSite, Site, tuple[Finding, ...]]:
    """The public site, the site as its editors wrote it, and the findings on that."""
    reading = read_site(content)
    findings = check(reading, as_at=as_at)
    if errors_among(as_errors(findings) if strict else findings) or reading.site is None:
        raise ContentError(as_errors(findings) if strict else findings)
    return publish(reading.site, partial(public_findings, found=findings)), reading.site, findings


def build_site(content: Path, site_dir: Path, *, engine: Engine, as_at: date, strict: bool = False) -> Built:
    """Checks, builds beside `site_dir`, and puts the new site in its place only when all of it succeeded."""
    started = time.monotonic()
    public, written, findings = _opened(content, as_at=as_at, strict=strict)
    with replaced(site_dir) as folder:
        engine(folder, public)
        finish(folder, scan_for(written, public.site), expected=page_files(public))
        pages = sum(1 for _ in folder.rglob("*.html"))
    return Built(site_dir, pages, time.monotonic() - started, findings)


def find_leaks(content: Path, built: Path, *, as_at: date) -> tuple[Finding, ...]:
    """Everything that stands against publishing the built folder; what to look for comes from the content."""
    if not built.is_dir():
        raise Refused(f"There is no folder “{built}”.")
    public, written, _ = _opened(content, as_at=as_at, strict=False)
    return faults(built, scan_for(written, public.site), expected=page_files(public))


def write_articles(content: Path, out: Path, *, as_at: date) -> int:
    """The same pages as Markdown files with a navigation, for another engine; returns how many pages."""
    public, _ = open_content(content, as_at=as_at)
    count = 0
    with replaced(out, known_by=("mkdocs.yml",)) as folder:
        for file in article_files(public):
            path = folder / file.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(file.make())
            count += path.suffix == ".md"
    return count


def write_pack(content: Path, out: Path, order: Order, *, as_at: date) -> tuple[Made, ...]:
    """The committee pack of one report as files in a folder; Refused when it cannot be made."""
    public, _ = open_content(content, as_at=as_at)
    made = tuple(make(public, order, browser=find_browser()))
    out.mkdir(parents=True, exist_ok=True)
    for file in made:
        (out / file.name).write_bytes(file.content)
    return made

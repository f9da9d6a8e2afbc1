"""What the commands do, as plain functions with plain arguments; `cli` only reads arguments and prints."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from ragsite.checks import check
from ragsite.checks.published import public_findings
from ragsite.content.folder import read_site
from ragsite.output import article_files
from ragsite.pack.making import Made, Order, make
from ragsite.pack.print_browser import find_browser
from ragsite.prepare import Prepared, prepare
from ragsite.problems import ContentError, Finding, as_errors, errors_among
from ragsite.progress import Progress, silent
from ragsite.publish import PublicSite, publish
from ragsite.store import Store
from ragsite.swap import replaced
from ragsite.write import Written

Engine = Callable[[Path, Prepared], Written]
"""Writes the site into an empty folder."""


@dataclass(frozen=True)
class Built:
    """What a build did: where the site is, what was written, how long it took in seconds, what was found."""

    folder: Path
    written: Written
    seconds: float
    findings: tuple[Finding, ...]


def find_problems(content: Path, *, as_at: date, strict: bool = False) -> tuple[Finding, ...]:
    """Every finding on a content folder; with `strict`, warnings count as errors."""
    findings = check(read_site(content), as_at=as_at)
    return as_errors(findings) if strict else findings


def open_content(content: Path, *, as_at: date, strict: bool = False) -> tuple[PublicSite, tuple[Finding, ...]]:
    """The public site of a content folder, and its findings; ContentError when there are errors among them."""
    reading = read_site(content)
    findings = check(reading, as_at=as_at)
    if errors_among(as_errors(findings) if strict else findings) or reading.site is None:
        raise ContentError(as_errors(findings) if strict else findings)
    return publish(reading.site, partial(public_findings, found=findings)), findings


def build_site(  # noqa: PLR0913 - each is an option of the command
    content: Path, site_dir: Path, *, engine: Engine, as_at: date, store: Store, strict: bool, tell: Progress = silent
) -> Built:
    """Checks, builds beside `site_dir`, and puts the new site in its place only when all of it succeeded.

    What `store` keeps from an earlier build is not done again; the site is the same, byte for byte.
    """
    started = time.monotonic()
    prepared = prepare(content, as_at=as_at, store=store, tell=tell)
    findings = as_errors(prepared.findings) if strict else prepared.findings
    if errors_among(findings):
        raise ContentError(findings)
    with replaced(site_dir) as folder:
        written = engine(folder, prepared)
    return Built(site_dir, written, time.monotonic() - started, findings)


def write_articles(content: Path, out: Path, *, as_at: date) -> int:
    """The same pages as Markdown files with a navigation, for another engine; returns how many pages."""
    public, _ = open_content(content, as_at=as_at)
    count = 0
    with replaced(out) as folder:
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

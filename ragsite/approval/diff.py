"""Reads the two sides of an approval sheet: the working content, and a git revision or an earlier report."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from ragsite.approval.compare import Side, compare, held_back
from ragsite.approval.revisions import extract
from ragsite.approval.sheet import Sheet
from ragsite.approval.since import as_of
from ragsite.checks import check
from ragsite.checks.published import public_findings
from ragsite.content.folder import Reading, read_site
from ragsite.figures import words
from ragsite.model.site import Site
from ragsite.problems import Finding
from ragsite.publish import publish
from ragsite.refusal import Refused

LAST_COMMIT = "HEAD"


def difference(content: Path, *, since: str | None, as_at: date) -> Sheet:
    """What the content would publish against a revision or report; raises Refused where that is not there."""
    reading = read_site(content)
    if reading.site is None:
        raise Refused(reading.findings[0].message if reading.findings else "There is no content.")
    if since:
        earlier, reports = as_of(reading.site, since)
        if reports:
            before = _side(replace(reading, site=_public(earlier)), as_at)
            after = _side(replace(reading, site=_public(reading.site)), as_at)
            said = words(sorted({f"the report {report.label}" for report in reports}))
            return compare(before, after, since=said, held=held_back(reading.site))
    revision = since or LAST_COMMIT
    with TemporaryDirectory() as folder:
        before = _earlier_side(content, revision, Path(folder), as_at)
    said = "the last commit" if since is None else f"revision {revision}"
    return compare(before, _side(reading, as_at), since=said, held=held_back(reading.site))


def _earlier_side(content: Path, revision: str, folder: Path, as_at: date) -> Side:
    """The side of a revision, its findings placed as if its files stood where the working ones stand."""
    there = extract(content, revision, folder)
    side = _side(read_site(there), as_at)
    return replace(side, findings=tuple(_moved(side.findings, there, content)))


def _moved(findings: Iterable[Finding], there: Path, content: Path) -> Iterable[Finding]:
    for one in findings:
        path = Path(one.location.path)
        if path.is_relative_to(there):
            moved = replace(one.location, path=(content / path.relative_to(there)).as_posix())
            yield replace(one, location=moved)
        else:
            yield one


def _side(reading: Reading, as_at: date) -> Side:
    found = check(reading, as_at=as_at)
    if reading.site is None:
        return Side(None, found)
    return Side(publish(reading.site, partial(public_findings, found=found)), found)


def _public(site: Site) -> Site:
    return publish(site).site

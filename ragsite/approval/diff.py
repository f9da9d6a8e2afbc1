"""Reads the two sides of an approval sheet: the working content, and a git revision or an earlier report."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from ragsite.approval.compare import Side, compare
from ragsite.approval.revisions import extract
from ragsite.approval.sheet import Sheet
from ragsite.approval.since import as_approved, as_of
from ragsite.checks import check
from ragsite.checks.published import public_findings
from ragsite.content.folder import Reading, read_site
from ragsite.figures import words
from ragsite.model.site import Site
from ragsite.problems import Finding
from ragsite.publish import publish
from ragsite.refusal import Refused
from ragsite.release.told import kept_back
from ragsite.release.waiting import FOREVER, NEVER, as_if_approved

LAST_COMMIT = "HEAD"
APPROVED = "approved"
"""Names what was last approved, in place of a revision or a report."""


def difference(content: Path, *, since: str | None, as_at: date, now: datetime = NEVER) -> Sheet:
    """What the content would publish against a revision, a report or what was approved; raises Refused without it.

    The sheet shows what is to be approved, so it waits for no embargo and no approval; it tells of them as at `now`.
    """
    reading = read_site(content)
    if reading.site is None:
        raise Refused(reading.findings[0].message if reading.findings else "There is no content.")
    if since == APPROVED:
        before = _side(replace(reading, site=as_approved(reading.site)), as_at)
        return compare(before, _side(reading, as_at), since="what was approved", held=kept_back(reading.site, now))
    if since:
        earlier, reports = as_of(reading.site, since)
        if reports:
            before = _side(replace(reading, site=_public(earlier)), as_at)
            after = _side(replace(reading, site=_public(reading.site)), as_at)
            said = words(sorted({f"the report {report.label}" for report in reports}))
            return compare(before, after, since=said, held=kept_back(reading.site, now))
    revision = since or LAST_COMMIT
    with TemporaryDirectory() as folder:
        before = _earlier_side(content, revision, Path(folder), as_at)
    said = "the last commit" if since is None else f"revision {revision}"
    return compare(before, _side(reading, as_at), since=said, held=kept_back(reading.site, now))


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
    site = as_if_approved(reading.site)
    return Side(publish(site, partial(public_findings, found=found), now=FOREVER), found)


def _public(site: Site) -> Site:
    return publish(as_if_approved(site), now=FOREVER).site

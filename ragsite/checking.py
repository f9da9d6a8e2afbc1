"""What `ragsite check` does, apart from the other commands: it needs no pages, and loads nothing that makes them."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from ragsite.checks import check
from ragsite.content.folder import read_site
from ragsite.problems import Finding, as_errors
from ragsite.release.told import kept_back


@dataclass(frozen=True)
class Checked:
    """What was found in a content folder, and what is kept back at the moment of the check, in words."""

    findings: tuple[Finding, ...]
    kept_back: tuple[str, ...]


def find_problems(content: Path, *, as_at: date, now: datetime, strict: bool = False) -> Checked:
    """Every finding on a content folder; with `strict`, warnings count as errors."""
    reading = read_site(content)
    findings = check(reading, as_at=as_at)
    kept = kept_back(reading.site, now) if reading.site else ()
    return Checked(as_errors(findings) if strict else findings, kept)

"""Findings for a person at a terminal."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from ragsite.checks.catalogue import catalogue
from ragsite.problems import Finding

SUMMARY_FROM = 3
"""From how many findings on they are also counted by code."""


def report(findings: Sequence[Finding]) -> str:
    """The findings of each file under its name, then a count by code, then a line that counts them all."""
    parts = []
    for path, found in groupby(findings, key=lambda finding: finding.location.path):
        in_file = list(found)
        parts.append([f"{path} ({len(in_file)})", *(line for finding in in_file for line in lines(finding))])
    if len(findings) >= SUMMARY_FROM:
        parts.append(["By code", *_by_code(findings)])
    parts.append([summary(findings)])
    return "\n\n".join("\n".join(part) for part in parts) + "\n"


def listing(findings: Iterable[Finding]) -> str:
    """The findings alone, one after another, then the line that counts them: the form in which cases pin them."""
    told = tuple(findings)
    return "\n".join([*(line for finding in told for line in lines(finding)), summary(told)]) + "\n"


def lines(finding: Finding) -> list[str]:
    """A finding with its place, then how to mend it, then why it is accepted where a waiver covers it."""
    head = f"{finding.location}: {level_of(finding)} {finding.code}: {finding.message}"
    return [head, *(f"    {more}" for more in (finding.fix, _waiver(finding)) if more)]


def summary(findings: Sequence[Finding]) -> str:
    """How many errors and warnings there are, in words."""
    errors = sum(finding.is_error for finding in findings)
    waived = sum(finding.waived for finding in findings)
    warnings = len(findings) - errors - waived
    if not findings:
        return "No problems found."
    parts = [_count(errors, "error"), _count(warnings, "warning")]
    return f"Found {' and '.join(parts)}{f', and {waived} waived' if waived else ''}."


def told_by_build(findings: Sequence[Finding]) -> str:
    """What a build that succeeded says of its findings: they are about the content, and no fault of the build."""
    things = _count(len(findings), "thing")
    none, them = ("it does not stop", "it") if len(findings) == 1 else ("none stops", "them")
    return f"The checks found {things} to tell about the content; {none} the site. Run “ragsite check” to read {them}."


def told_as_kept_back(lines: Sequence[str]) -> str:
    """What is kept back, one line each below a heading; nothing where nothing is."""
    told = ("Kept back, so on no page and in no file:", *(f"  {one}" for one in lines)) if lines else ()
    return "".join(f"{line}\n" for line in told)


def level_of(finding: Finding) -> str:
    """How much a finding matters here: error, warning or waived."""
    return "waived" if finding.waived else str(finding.severity)


def _waiver(finding: Finding) -> str:
    if not finding.because:
        return ""
    return f"{'Waived' if finding.waived else 'It was waived once'}: {finding.because}"


def _by_code(findings: Sequence[Finding]) -> Iterator[str]:
    """The worst first, then the most frequent."""
    titles = {entry.code: entry.title for entry in catalogue()}
    counts = Counter((level_of(finding), finding.code) for finding in findings)
    for (level, code), number in sorted(counts.items(), key=lambda one: (one[0][0], -one[1], one[0][1])):
        yield f"{number:>5}  {level:<7}  {code}  {titles.get(code, '')}".rstrip()


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"

"""Findings as GitHub annotations, which appear on the changed lines of a pull request."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from ragsite.problems import Finding
from ragsite.reporters.text import level_of, lines, summary

MOST = 10
"""How many annotations of one level GitHub shows for one step of a workflow; it drops the others silently."""

LONGEST = 4000
"""How many characters of a message are sent: far below GitHub's limit of 64 KiB, and all that anybody reads."""

_COMMANDS = {"error": "error", "warning": "warning", "waived": "notice"}


def report(findings: Sequence[Finding]) -> str:
    """At most ten annotations of each level, errors first; the rest in the log, folded up; then the summary."""
    written = []
    for level, found in groupby(sorted(findings, key=level_of), key=level_of):
        shown = list(found)
        written += [_command(level, finding) for finding in shown[:MOST]]
        written += _folded(level, shown[MOST:])
    return "\n".join([*written, summary(findings)]) + "\n"


def _command(level: str, finding: Finding) -> str:
    place = finding.location
    properties = {"file": place.path, "line": place.line, "col": place.column, "title": finding.code}
    written = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    message = " ".join(filter(None, (finding.message, finding.fix, finding.because)))
    return f"::{_COMMANDS[level]} {written}::{_data(_shortened(message))}"


def _folded(level: str, findings: Sequence[Finding]) -> Iterator[str]:
    """Findings that GitHub would drop, as plain lines. None of them can be read as a command."""
    if findings:
        yield f"::group::{len(findings)} more ({level}), beyond the ten that GitHub shows as annotations"
        yield from (" ".join(line.split()) for finding in findings for line in lines(finding))
        yield "::endgroup::"


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")

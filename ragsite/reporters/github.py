"""Findings as GitHub annotations, which appear on the changed lines of a pull request."""

from collections.abc import Sequence

from ragsite.problems import Finding
from ragsite.reporters.text import summary


def report(findings: Sequence[Finding]) -> str:
    """One workflow command per finding, then the summary in words."""
    return "\n".join([*(_command(finding) for finding in findings), summary(findings)]) + "\n"


def _command(finding: Finding) -> str:
    place = finding.location
    properties = {"file": place.path, "line": place.line, "col": place.column, "title": finding.code}
    written = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    level = "notice" if finding.waived else finding.severity
    return f"::{level} {written}::{_data(' '.join(filter(None, (finding.message, finding.fix))))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")

"""Findings for a person at a terminal."""

from collections.abc import Sequence

from ragsite.problems import Finding


def report(findings: Sequence[Finding]) -> str:
    """Each finding as two lines, place first, then a line that counts them."""
    lines = [line for finding in findings for line in _lines(finding)]
    return "\n".join([*lines, summary(findings)]) + "\n"


def summary(findings: Sequence[Finding]) -> str:
    """How many errors and warnings there are, in words."""
    errors = sum(finding.is_error for finding in findings)
    waived = sum(finding.waived for finding in findings)
    warnings = len(findings) - errors - waived
    if not findings:
        return "No problems found."
    parts = [_count(errors, "error"), _count(warnings, "warning")]
    return f"Found {' and '.join(parts)}{f', and {waived} waived' if waived else ''}."


def _lines(finding: Finding) -> list[str]:
    head = f"{finding.location}: {finding.severity} {finding.code}: {finding.message}"
    return [head, f"    {finding.fix}"] if finding.fix else [head]


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"

"""Findings as text, annotations for GitHub and GitLab, JSON or SARIF: one function per form."""

from collections.abc import Callable, Sequence

from ragsite.problems import Finding
from ragsite.reporters import github, gitlab, json_report, sarif, text

REPORTERS: dict[str, Callable[[Sequence[Finding]], str]] = {
    "text": text.report,
    "github": github.report,
    "gitlab": gitlab.report,
    "json": json_report.report,
    "sarif": sarif.report,
}

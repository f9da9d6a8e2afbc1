"""Findings as JSON, in the shape that other programs hold on to."""

import json
from collections.abc import Sequence

from ragsite.problems import Finding


def report(findings: Sequence[Finding]) -> str:
    """`{"findings": [...], "summary": {"errors": n, "warnings": n, "waived": n}}`, indented."""
    errors = sum(finding.is_error for finding in findings)
    waived = sum(finding.waived for finding in findings)
    document = {
        "findings": [_entry(finding) for finding in findings],
        "summary": {"errors": errors, "warnings": len(findings) - errors - waived, "waived": waived},
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _entry(finding: Finding) -> dict[str, object]:
    return {
        "code": finding.code,
        "severity": str(finding.severity),
        "path": finding.location.path,
        "line": finding.location.line,
        "column": finding.location.column,
        "plan": finding.plan,
        "item": finding.item,
        "report": finding.report,
        "message": finding.message,
        "fix": finding.fix,
        "waived": finding.waived,
    }

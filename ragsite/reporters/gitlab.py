"""Findings as GitLab's code quality report, which appears on the changed lines of a merge request."""

import hashlib
import json
from collections import Counter
from collections.abc import Sequence

from ragsite.problems import Finding

_SEVERITIES = {"error": "blocker", "warning": "minor"}


def report(findings: Sequence[Finding]) -> str:
    """One entry for each finding that is not waived; each with a mark by which GitLab knows it again."""
    seen: Counter[str] = Counter()
    entries = []
    for finding in findings:
        if not finding.waived:
            said = "\0".join((finding.code, finding.location.path, finding.message))
            entries.append(_entry(finding, mark=f"{said}\0{seen[said]}"))
            seen[said] += 1
    return json.dumps(entries, ensure_ascii=False, indent=2) + "\n"


def _entry(finding: Finding, *, mark: str) -> dict[str, object]:
    """The mark leaves the line out: a finding that only moved down the file is no new one."""
    return {
        "description": " ".join(filter(None, (finding.message, finding.fix))),
        "check_name": finding.code,
        "fingerprint": hashlib.sha256(mark.encode()).hexdigest(),
        "severity": _SEVERITIES[str(finding.severity)],
        "location": {"path": finding.location.path, "lines": {"begin": finding.location.line}},
    }

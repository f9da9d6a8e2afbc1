"""Findings as SARIF 2.1.0, which code scanning services and editors read."""

import json
from collections.abc import Sequence
from hashlib import sha256
from urllib.parse import quote

from ragsite import __version__
from ragsite.checks.catalogue import Entry, catalogue
from ragsite.problems import Finding

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"

Json = dict[str, object]

_UNKNOWN = -1
"""What SARIF writes for a rule that the list of rules does not hold."""


def report(findings: Sequence[Finding]) -> str:
    """One run: every rule that spoke with its help text, every finding with its region, waived ones suppressed."""
    spoken = {finding.code for finding in findings}
    rules = [entry for entry in catalogue() if entry.code in spoken]
    index = {entry.code: number for number, entry in enumerate(rules)}
    run = {
        "tool": {"driver": {"name": "ragsite", "version": __version__, "rules": [_rule(entry) for entry in rules]}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, index) for finding in findings],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rule(entry: Entry) -> Json:
    examples = [f"{kind}: {text}" for kind, text in (("Fails", entry.fails), ("Passes", entry.passes)) if text]
    help_text = "\n\n".join([entry.title, *([entry.details] if entry.details else []), *examples])
    return {
        "id": entry.code,
        "shortDescription": {"text": entry.title},
        "fullDescription": {"text": " ".join(part for part in (entry.title, entry.details) if part)},
        "help": {"text": help_text.replace("`", ""), "markdown": help_text},
        "defaultConfiguration": {"level": str(entry.severity)},
        "properties": {"tags": [entry.family]},
    }


def _result(finding: Finding, index: dict[str, int]) -> Json:
    place = finding.location
    region = {"startLine": place.line, "startColumn": place.column}
    uri = {"uri": quote(place.path), "uriBaseId": "%SRCROOT%"}
    result: Json = {
        "ruleId": finding.code,
        "ruleIndex": index.get(finding.code, _UNKNOWN),
        "level": str(finding.severity),
        "message": {"text": " ".join(part for part in (finding.message, finding.fix) if part)},
        "locations": [{"physicalLocation": {"artifactLocation": uri, "region": region}}],
        "partialFingerprints": {"finding/v1": _fingerprint(finding)},
        "properties": {"plan": finding.plan, "item": finding.item, "report": finding.report},
    }
    if finding.waived:
        result["suppressions"] = [{"kind": "external", "status": "accepted", "justification": finding.because}]
    return result


def _fingerprint(finding: Finding) -> str:
    """The same for the same finding when lines above it come or go."""
    parts = (finding.code, finding.location.path, finding.plan, finding.item, finding.report, finding.message)
    return sha256("\n".join(parts).encode("utf-8")).hexdigest()[:32]

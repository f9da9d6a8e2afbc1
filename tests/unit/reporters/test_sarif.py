"""SARIF 2.1.0 as its schema wants it: the essentials of the schema are restated here, as tests reach no network."""

import json
import re
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest

from ragsite.checks import all_rules
from ragsite.problems import Finding, Location, Severity
from ragsite.reporters import REPORTERS

FOUND = (
    Finding("R201", Severity.WARNING, Location("content/plans/a b/items.yml", 3, 7), "No evidence.", "Add it.", "p"),
    Finding("Y104", Severity.ERROR, Location("content/Übung.yml"), "Not UTF-8."),
    Finding("R201", Severity.ERROR, Location("a.yml", 2), "Known.", waived=True, because="Lost. Accepted by us."),
    Finding("Z999", Severity.ERROR, Location("a.yml"), "A code that nothing explains."),
)
LEVELS = {"none", "note", "warning", "error"}


def run_of(*findings: Finding) -> dict[str, Any]:
    document = json.loads(REPORTERS["sarif"](findings))
    assert document["version"] == "2.1.0"
    assert re.search(r"sarif-(schema-)?2\.1\.0\.json$", document["$schema"])
    (run,) = document["runs"]
    return run  # type: ignore[no-any-return]


def test_rules_are_unique_and_explained() -> None:
    rules = run_of(*FOUND)["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["R201", "Y104"]
    for rule in rules:
        assert rule["shortDescription"]["text"].endswith(".")
        assert rule["fullDescription"]["text"]
        assert rule["help"]["text"]
        assert rule["defaultConfiguration"]["level"] in LEVELS
    assert "Fails: an item rated Green" in rules[0]["help"]["markdown"]
    assert "`" not in rules[0]["help"]["text"]


def test_every_result_points_to_its_rule_and_its_region() -> None:
    run = run_of(*FOUND)
    rules = run["tool"]["driver"]["rules"]
    for finding, result in zip(FOUND, run["results"], strict=True):
        assert result["ruleId"] == finding.code
        assert result["ruleIndex"] == -1 or rules[result["ruleIndex"]]["id"] == finding.code
        assert result["level"] in LEVELS
        assert result["message"]["text"].startswith(finding.message)
        (location,) = result["locations"]
        place = location["physicalLocation"]
        address = urlsplit(place["artifactLocation"]["uri"])
        assert (address.scheme, unquote(address.path)) == ("", finding.location.path)
        assert place["artifactLocation"]["uri"].isascii()
        assert place["region"] == {"startLine": finding.location.line, "startColumn": finding.location.column}


def test_a_waived_finding_is_suppressed_with_its_reason_and_no_other_is() -> None:
    suppressed = [result.get("suppressions") for result in run_of(*FOUND)["results"]]
    waiver = {"kind": "external", "status": "accepted", "justification": "Lost. Accepted by us."}
    assert suppressed == [None, None, [waiver], None]


def test_a_finding_keeps_its_fingerprint_when_it_moves() -> None:
    moved = Finding("R201", Severity.WARNING, Location(FOUND[0].location.path, 99), "No evidence.", "", "p")
    one, other = run_of(FOUND[0])["results"][0], run_of(moved)["results"][0]
    assert one["partialFingerprints"] == other["partialFingerprints"]
    assert one["partialFingerprints"] != run_of(FOUND[1])["results"][0]["partialFingerprints"]


def test_nothing_found_is_a_run_without_results() -> None:
    assert run_of()["results"] == []


@pytest.mark.parametrize("code", [rule.code for rule in all_rules()])
def test_every_rule_can_be_told(code: str) -> None:
    run = run_of(Finding(code, Severity.WARNING, Location("a.yml"), "Something."))
    assert run["results"][0]["ruleIndex"] == 0

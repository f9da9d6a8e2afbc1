"""Findings in each form: for a person, for GitHub, for other programs."""

import json

from ragsite.problems import Finding, Location, Severity
from ragsite.reporters import REPORTERS

ERROR = Finding("S102", Severity.ERROR, Location("content/a, b.yml", 3, 7), "“A: 50%” is, well,\nmissing.", "Add it.")
WARNING = Finding("W1", Severity.WARNING, Location("content/c.yml"), "Old.", plan="p", item="4", report="2026")
WAIVED = Finding("W2", Severity.ERROR, Location("content/c.yml", 2), "Known.", waived=True)


def test_text_leads_with_the_place_and_ends_with_the_count() -> None:
    assert REPORTERS["text"]([ERROR]).splitlines()[0].startswith("content/a, b.yml:3:7: error S102: ")
    assert "\n    Add it.\n" in REPORTERS["text"]([ERROR])
    assert REPORTERS["text"]([ERROR, WARNING]).splitlines()[-1] == "Found 1 error and 1 warning."
    assert REPORTERS["text"]([ERROR, ERROR, WAIVED]).splitlines()[-1] == "Found 2 errors and 0 warnings, and 1 waived."


def test_text_says_so_when_there_is_nothing_to_say() -> None:
    assert REPORTERS["text"]([]) == "No problems found.\n"


def test_github_gets_one_command_per_finding_with_signs_escaped() -> None:
    lines = REPORTERS["github"]([ERROR, WARNING, WAIVED]).splitlines()
    assert lines[0] == (
        "::error file=content/a%2C b.yml,line=3,col=7,title=S102::“A: 50%25” is, well,%0Amissing. Add it."
    )
    assert lines[1].startswith("::warning file=content/c.yml,line=1,col=1,title=W1::Old.")
    assert lines[2].startswith("::notice ")


def test_json_holds_every_part_and_the_counts() -> None:
    document = json.loads(REPORTERS["json"]([ERROR, WARNING, WAIVED]))
    assert document["summary"] == {"errors": 1, "warnings": 1, "waived": 1}
    assert document["findings"][1] == {
        "code": "W1",
        "severity": "warning",
        "path": "content/c.yml",
        "line": 1,
        "column": 1,
        "plan": "p",
        "item": "4",
        "report": "2026",
        "message": "Old.",
        "fix": "",
        "waived": False,
    }

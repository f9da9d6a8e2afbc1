"""Findings in each form: for a person, for GitHub, for other programs."""

import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from ragsite.problems import Finding, Location, Severity
from ragsite.reporters import REPORTERS
from ragsite.reporters.github import LONGEST, MOST
from ragsite.reporters.text import listing, told_by_build

ERROR = Finding("S102", Severity.ERROR, Location("content/a, b.yml", 3, 7), "“A: 50%” is, well,\nmissing.", "Add it.")
WARNING = Finding("W1", Severity.WARNING, Location("content/c.yml"), "Old.", plan="p", item="4", report="2026")
WAIVED = Finding(
    "W2", Severity.ERROR, Location("content/c.yml", 2), "Known.", waived=True, because="Lost. Accepted by us."
)


def test_text_gathers_findings_under_their_file_with_the_whole_place() -> None:
    report = REPORTERS["text"]([ERROR, WARNING, WAIVED])
    assert report.startswith("content/a, b.yml (1)\ncontent/a, b.yml:3:7: error S102: ")
    assert "\n    Add it.\n\ncontent/c.yml (2)\ncontent/c.yml:1:1: warning W1: Old.\n" in report
    assert "\ncontent/c.yml:2:1: waived W2: Known.\n    Waived: Lost. Accepted by us.\n" in report


def test_text_counts_by_severity_and_by_code() -> None:
    report = REPORTERS["text"]([ERROR, ERROR, WARNING, WAIVED])
    by_code = report[report.index("By code") :].splitlines()
    assert [line.split()[:3] for line in by_code[1:4]] == [
        ["2", "error", "S102"],
        ["1", "waived", "W2"],
        ["1", "warning", "W1"],
    ]
    assert "Something is named that does not exist" in by_code[1]
    assert by_code[-1] == "Found 2 errors and 1 warning, and 1 waived."


def test_text_of_one_or_two_findings_has_no_table() -> None:
    assert "By code" not in REPORTERS["text"]([ERROR, WARNING])
    assert REPORTERS["text"]([ERROR, WARNING]).splitlines()[-1] == "Found 1 error and 1 warning."


def test_text_says_so_when_there_is_nothing_to_say() -> None:
    assert REPORTERS["text"]([]) == "No problems found.\n"
    assert listing([]) == "No problems found.\n"


def test_a_build_speaks_of_things_to_tell() -> None:
    many = told_by_build([WARNING, WARNING])
    assert many == (
        "The checks found 2 things to tell about the content; none stops the site. Run “ragsite check” to read them."
    )
    assert told_by_build([WARNING]).startswith("The checks found 1 thing to tell about the content; it does not stop")
    assert "warning" not in many


def test_github_gets_one_command_per_finding_with_signs_escaped() -> None:
    lines = REPORTERS["github"]([WAIVED, ERROR, WARNING]).splitlines()
    assert lines[0] == (
        "::error file=content/a%2C b.yml,line=3,col=7,title=S102::“A: 50%25” is, well,%0Amissing. Add it."
    )
    assert lines[1] == "::notice file=content/c.yml,line=2,col=1,title=W2::Known. Lost. Accepted by us."
    assert lines[2].startswith("::warning file=content/c.yml,line=1,col=1,title=W1::Old.")


@given(st.integers(0, 25), st.integers(0, 25))
def test_github_gets_no_more_than_it_shows_and_the_log_the_rest(errors: int, warnings: int) -> None:
    lines = REPORTERS["github"]([WARNING] * warnings + [ERROR] * errors).splitlines()
    assert sum(line.startswith("::error ") for line in lines) == min(errors, MOST)
    assert sum(line.startswith("::warning ") for line in lines) == min(warnings, MOST)
    assert sum(": error S102: " in line for line in lines) == max(errors - MOST, 0)
    assert sum(line.startswith("::group::") for line in lines) == lines.count("::endgroup::")


def test_github_gets_long_messages_cut() -> None:
    long = Finding("W1", Severity.WARNING, Location("a.yml"), "x" * 70_000)
    assert len(REPORTERS["github"]([long]).splitlines()[0]) < LONGEST + 100


def test_gitlab_gets_an_entry_for_each_finding_that_is_not_waived() -> None:
    found = json.loads(REPORTERS["gitlab"]([ERROR, WARNING, WAIVED]))
    assert [(one["check_name"], one["severity"]) for one in found] == [("S102", "blocker"), ("W1", "minor")]
    assert found[0]["location"] == {"path": "content/a, b.yml", "lines": {"begin": 3}}
    assert found[0]["description"] == "“A: 50%” is, well,\nmissing. Add it."
    assert json.loads(REPORTERS["gitlab"]([])) == []


def test_gitlab_knows_a_finding_again_that_moved_and_tells_two_alike_apart() -> None:
    moved = replace(ERROR, location=replace(ERROR.location, line=99))
    first, second = (json.loads(REPORTERS["gitlab"]([one, one])) for one in (ERROR, moved))
    assert [one["fingerprint"] for one in first] == [one["fingerprint"] for one in second]
    assert first[0]["fingerprint"] != first[1]["fingerprint"]


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

"""What the checks of ratings, dates and totals find in the five plans: every finding was read against its source.

A number that changes means that a rule or the content changed: read the findings again before writing it here.
"""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from ragsite.checks import all_rules
from ragsite.checks.rule import Context
from ragsite.content.folder import read_site
from ragsite.problems import Finding

CONTENT = Path(__file__).resolve().parents[2] / "content"
BH10, BH17, LEIC = "brighton-hove-2010", "brighton-hove-2017", "leicestershire-2018"
SOTON, THURROCK = "southampton-2020", "thurrock-2018"
FOUND = {
    "R201": {THURROCK: 28},
    "R204": {BH17: 2},
    "R205": {BH10: 4},
    "R206": {BH10: 1},
    "R207": {THURROCK: 18},
    "R208": {THURROCK: 14},
    "R210": {SOTON: 2},
    "R211": {LEIC: 1, THURROCK: 4},
    "R214": {LEIC: 2},
    "R215": {SOTON: 1, THURROCK: 4},
    "R216": {BH17: 1},
    "D301": {THURROCK: 1},
    "D302": {BH10: 4, LEIC: 1, THURROCK: 1},
    "D303": {THURROCK: 9},
    "D305": {THURROCK: 14},
    "D306": {LEIC: 1},
    "T402": {LEIC: 1},
    "T403": {THURROCK: 1},
    "T404": {THURROCK: 1},
    "T405": {THURROCK: 2},
    "T407": {BH10: 2, THURROCK: 3},
}


@pytest.fixture(scope="module")
def findings() -> tuple[Finding, ...]:
    reading = read_site(CONTENT)
    assert reading.site is not None
    context = Context(reading.site, date(2026, 1, 1), reading.written_ids, reading.left_out)
    return tuple(found for rule in all_rules() if rule.code[0] in "RDT" for found in rule.run(context))


def test_the_findings_are_those_that_were_read(findings: tuple[Finding, ...]) -> None:
    counted: dict[str, Counter[str]] = {}
    for finding in findings:
        counted.setdefault(finding.code, Counter())[finding.plan] += 1
    assert {code: dict(plans) for code, plans in counted.items()} == FOUND


def test_every_finding_stands_in_a_file_and_says_how_to_mend_it(findings: tuple[Finding, ...]) -> None:
    for finding in findings:
        lines = (CONTENT.parent / finding.location.path).read_text(encoding="utf-8").splitlines()
        assert len(lines[finding.location.line - 1]) >= finding.location.column
        assert finding.message.endswith(".")
        assert finding.fix.endswith(".")


@pytest.mark.parametrize(
    ("code", "item", "words"),
    [
        ("R206", "2-1", "but the report gives it no rating"),
        ("R216", "9", "The board is on track to place 62%"),
        ("R214", "5", "(30.6% in September 2018, against 22% by March 2018)"),
        ("R210", "adoption", "A part of it is rated worse: “Number of adoptions” (“Amber”)"),
        ("D301", "p4-a9-s1", "1 February 2018 or 2 January 2018"),
        ("D306", "7", "which is dated January 2019, after the report"),
        ("T402", "", "The count fits only if both of those are Green"),
        ("T403", "p3", "The mean of the 21 ratings in “Initial rating” is 2.0"),
        ("T404", "", "The stated 2.6 matches the mean of the means of its 8 parts"),
        ("T405", "", "16 current averages that match the ratings of “January 2018”"),
        ("T407", "2-1", "352 of 406 is 86.7%, which rounds to 87%"),
        ("T407", "2-1", "54 of 406 is 13.3%, which rounds to 13%"),
        ("T407", "p4", "18 of 23 is 78.26%, which rounds to 78.3%"),
    ],
)
def test_the_traps_of_the_sources_are_among_them(
    findings: tuple[Finding, ...], code: str, item: str, words: str
) -> None:
    assert any(one.code == code and one.item == item and words in one.message for one in findings)


def test_a_date_in_the_month_of_its_report_is_not_called_late(findings: tuple[Finding, ...]) -> None:
    """Due on 16 January 2018 and rated on track in a column headed 01/18: the paper does not say which came first."""
    assert not [one for one in findings if one.item == "p4-a7-s2" and one.code in ("R207", "D305")]

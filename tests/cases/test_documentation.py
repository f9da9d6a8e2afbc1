"""Every code that the program can give is documented, with an example that is true, and has a case."""

import re
from pathlib import Path

import pytest

from ragsite.checks import all_rules

CASES = Path(__file__).parent
PROJECT = CASES.parents[1]
PAGE = (PROJECT / "docs" / "reference" / "findings.md").read_text(encoding="utf-8")
ROWS = {match[1]: match[2] for match in re.finditer(r"^\| ([A-Z]\d{3}) \| [^|]+ \| (.+) \|$", PAGE, re.MULTILINE)}
CODES = sorted(
    {
        code
        for path in (PROJECT / "ragsite").rglob("*.py")
        for code in re.findall(r'"([YSLX]\d{3})"', path.read_text(encoding="utf-8"))
    }
)


@pytest.mark.parametrize("code", CODES)
def test_a_code_is_documented_by_an_example_that_a_case_gives(code: str) -> None:
    reports = [path.read_text(encoding="utf-8") for path in CASES.glob(f"{code}-*/expected.txt")]
    assert any(f" {code}: {ROWS[code]}\n" in report for report in reports)


def test_no_code_is_documented_that_nothing_gives() -> None:
    assert {code for code in ROWS if code[0] in "YSLX"} == set(CODES)


def test_every_rule_has_a_code_of_its_own_and_explains_it() -> None:
    rules = all_rules()
    assert len({rule.code for rule in rules}) == len(rules)
    for rule in rules:
        explanation = rule.look.__doc__ or ""
        assert explanation.startswith(f"{rule.code}: ")
        assert "Fails: " in explanation
        assert "Passes: " in explanation

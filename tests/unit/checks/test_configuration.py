"""Rules are set by code: off, warning or error, and their thresholds; what stops the site cannot be turned down."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from ragsite.checks import all_rules, look
from ragsite.checks.configuration import configured
from ragsite.checks.rule import Context
from ragsite.model.site import Checks, Settings, Site
from ragsite.problems import Finding
from tests.factories import SETTINGS, item, make_plan, report

PLAN = make_plan(items=[item("1"), item("3")], reports=[report("2026-03", {"1": "Red", "3": "Red"})])
"""A plan with one gap in its numbers (S114)."""


def found(**checks: Any) -> dict[str, str]:
    """The severity of each code that is found in the plan, with these settings."""
    return {finding.code: str(finding.severity) for finding in findings(checks)}


def findings(checks: Mapping[str, Any]) -> tuple[Finding, ...]:
    settings = Settings.model_validate({**SETTINGS, "checks": dict(checks)})
    return look(Context(Site(settings, (PLAN,)), date(2026, 4, 1), rules=all_rules()))


def test_a_rule_matters_as_it_says_itself_unless_it_is_set() -> None:
    assert found()["S114"] == "warning"
    assert found(S114="error")["S114"] == "error"
    assert found(S114={"severity": "error"})["S114"] == "error"


def test_a_rule_that_is_off_does_not_look_and_others_still_do() -> None:
    assert found().keys() - found(S114="off").keys() == {"S114"}


@pytest.mark.parametrize("severity", ["off", "warning"])
@pytest.mark.parametrize("code", ["S102", "P705", "X901"])
def test_what_always_stops_the_site_is_not_turned_down(code: str, severity: str) -> None:
    checks = Checks.model_validate({code: severity})
    (rule,) = [rule for rule in configured(all_rules(), checks) if rule.code == code]
    assert rule.severity == "error"
    assert found(**{code: severity})["X903"] == "error"


def test_an_error_may_be_called_an_error() -> None:
    assert "X903" not in found(S102="error")


def test_a_threshold_is_set_and_the_others_stay() -> None:
    checks = Checks.model_validate({"L902": {"reports": "2"}})
    options = {rule.code: rule.options for rule in configured(all_rules(), checks)}
    assert options["L902"] == {"reports": 2}
    assert options["L903"] == {"months": 12}


@pytest.mark.parametrize("threshold", [{"report": 2}, {"reports": -1}])
def test_a_threshold_that_cannot_be_leaves_the_rule_as_it_is(threshold: dict[str, int]) -> None:
    checks = Checks.model_validate({"L902": threshold})
    (rule,) = [rule for rule in configured(all_rules(), checks) if rule.code == "L902"]
    assert rule.options == {"reports": 3}
    assert found(L902=threshold)["X902"] == "error"


@pytest.mark.parametrize(("code", "fix"), [("W83", "Did you mean “W803”?"), ("Y201", "Take it out. A file")])
def test_a_code_of_no_rule_is_told(code: str, fix: str) -> None:
    (told,) = [finding for finding in findings({code: "off"}) if finding.code == "X901"]
    assert f"“checks” sets {code}" in told.message
    assert told.fix.startswith(fix)


def test_settings_of_rules_can_be_raised_but_not_lowered() -> None:
    firm = [rule.code for rule in all_rules() if rule.is_firm]
    assert {code[0] for code in firm} == {"H", "S", "X"}
    assert not any(replace(rule).is_firm for rule in all_rules() if rule.code in ("S114", "P705", "R201", "X912"))

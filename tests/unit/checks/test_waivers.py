"""A waiver covers what it names until its day, and is told when it has ended or was never needed."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ragsite.checks import all_rules, look
from ragsite.checks.rule import Context
from ragsite.model.plan import Plan
from ragsite.model.site import Settings, Site
from ragsite.model.waivers import Waiver
from ragsite.problems import Finding, Place, Unacceptable, as_errors, errors_among
from tests.factories import SETTINGS, item, make_plan, measure, report

DAY = date(2026, 4, 1)


def plan_with(*waivers: dict[str, Any]) -> Plan:
    """A plan of which two items have no entry (S115), and two measures belong to no item (S116)."""
    made = make_plan(
        items=[item("1", missing=True), item("2", missing=True)],
        reports=[report("2026-03", {"1": "", "2": ""})],
        measures=[measure("m1"), measure("m2")],
    )
    placed = tuple(
        one.model_copy(update={"place": Place("plans/p/measures.yml", 10 * number, 1)})
        for number, one in enumerate(made.measures, start=1)
    )
    return replace(made, measures=placed, waivers=tuple(Waiver.model_validate(written(one)) for one in waivers))


def written(waiver: dict[str, Any]) -> dict[str, Any]:
    return {"code": "S115", "because": "The page is lost", "by": "Head of Service", "until": "2026-12-31", **waiver}


def findings(*waivers: dict[str, Any], as_at: date = DAY) -> tuple[Finding, ...]:
    site = Site(Settings.model_validate(SETTINGS), (plan_with(*waivers),))
    return look(Context(site, as_at, rules=all_rules()))


def waived(*waivers: dict[str, Any], as_at: date = DAY) -> list[tuple[str, str]]:
    """Code and item of what is waived."""
    return [(one.code, one.item) for one in findings(*waivers, as_at=as_at) if one.waived]


def test_only_what_the_waiver_names_is_waived_and_it_keeps_the_reason() -> None:
    assert waived({"item": "1"}) == [("S115", "1")]
    (told,) = [one for one in findings({"item": "1"}) if one.waived]
    assert told.because == "The page is lost. Accepted by Head of Service, until 31 December 2026."


def test_every_key_must_fit() -> None:
    assert waived({"item": "1", "report": "2026-03"}) == []
    assert waived({"item": "1", "code": "S114"}) == []


def test_a_measure_is_known_by_where_the_finding_stands() -> None:
    told = [one for one in findings({"code": "S116", "measure": "m2"}) if one.waived]
    assert [one.message for one in told] == ["Measure “Measure m2” belongs to no item."]


def test_a_file_covers_all_that_is_found_in_it() -> None:
    assert waived({"code": "S116", "file": "measures.yml"}) == [("S116", ""), ("S116", "")]
    assert waived({"code": "S116", "file": "asures.yml"}) == []


def test_a_waived_finding_does_not_fail_even_when_warnings_do() -> None:
    strict = as_errors(findings({"item": "1"}))
    assert {one.item for one in errors_among(strict) if one.code == "S115"} == {"2"}


@given(st.integers(min_value=-40, max_value=40))
def test_a_waiver_holds_until_its_day_and_is_told_after_it(days: int) -> None:
    until = DAY + timedelta(days=days)
    told = findings({"item": "1", "until": until.isoformat()})
    is_over = until < DAY
    assert [one.item for one in told if one.waived] == ([] if is_over else ["1"])
    assert ("X911" in {one.code for one in told}) is is_over
    assert "X912" not in {one.code for one in told}


def test_the_reason_stays_with_a_finding_when_the_waiver_has_ended() -> None:
    told = {one.item: one for one in findings({"item": "1", "until": "2026-03"}) if one.code == "S115"}
    assert (told["1"].waived, bool(told["1"].because)) == (False, True)


def test_of_two_waivers_the_later_one_counts() -> None:
    early = {"item": "1", "until": "2026-01-31", "because": "Early"}
    late = {"item": "1", "until": "2026-06-30", "because": "Late"}
    (told,) = [one for one in findings(early, late) if one.waived]
    assert told.because.startswith("Late.")


def test_a_waiver_for_nothing_is_told() -> None:
    told = [one for one in findings({"code": "R201", "item": "1"}) if one.code == "X912"]
    assert [one.message for one in told] == [
        "The waiver for R201 on item “1” covers nothing: this is not found there."
    ]


@pytest.mark.parametrize(
    ("waiver", "says"),
    [
        ({"code": "R21", "item": "1"}, "is the code of no rule"),
        ({"code": "S102", "item": "1"}, "cannot be waived"),
        ({"code": "Y201", "item": "1"}, "cannot be waived"),
        ({"item": "9"}, "the item “9”, which does not exist"),
        ({"code": "S116", "measure": "m9"}, "the measure “m9”, which does not exist"),
    ],
)
def test_a_waiver_that_cannot_be_is_told_once(waiver: dict[str, Any], says: str) -> None:
    told = [one for one in findings(waiver) if one.code[0] == "X"]
    assert [one.code for one in told] == ["X913"]
    assert says in told[0].message
    assert told[0].fix


@pytest.mark.parametrize("key", ["because", "by", "until", "code"])
def test_a_waiver_says_why_who_and_until_when(key: str) -> None:
    with pytest.raises(ValueError, match=key):
        Waiver.model_validate({name: value for name, value in written({"item": "1"}).items() if name != key})


@pytest.mark.parametrize("waiver", [{}, {"item": "1", "until": "TBC"}, {"item": "1", "until": "01/02/18"}])
def test_a_waiver_needs_a_place_and_a_clear_day(waiver: dict[str, Any]) -> None:
    with pytest.raises(ValueError) as refused:  # noqa: PT011 - the cause is looked at
        Waiver.model_validate(written(waiver))
    cause = refused.value.errors()[0]["ctx"]["error"]  # type: ignore[attr-defined]
    assert isinstance(cause, Unacceptable)

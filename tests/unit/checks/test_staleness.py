"""What should have been renewed is told, as at the day of the check and not a day before."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ragsite.checks import all_rules
from ragsite.checks.rule import Context
from ragsite.model.plan import Plan
from ragsite.model.site import AccessibilityFile, Settings, Site
from ragsite.problems import Finding
from tests.factories import SETTINGS, item, make_plan, report
from tests.unit.checks.looking import items_told, told


def stale(code: str, *plans: Plan, as_at: date, reviewed: str = "") -> list[Finding]:
    (rule,) = [one for one in all_rules() if one.code == code]
    statement = AccessibilityFile.model_validate(statement_of(reviewed)) if reviewed else None
    site = Site(Settings.model_validate(SETTINGS), plans, accessibility=statement)
    return list(rule.run(Context(site, as_at)))


def statement_of(reviewed: str) -> dict[str, Any]:
    return {
        "website": "The site",
        "run_by": "Northmere",
        "can_do": ["zoom"],
        "feedback": "Write.",
        "response_days": 10,
        "enforcement": "The commission.",
        "compliance": "full",
        "standard": "WCAG 2.2",
        "tested": "All.",
        "prepared": reviewed,
        "reviewed": reviewed,
        "tested_on": reviewed,
    }


@given(st.integers(-400, 400))
def test_the_next_report_is_late_from_the_day_after_it_was_due(days: int) -> None:
    plan = make_plan(reports=[report("2026-03")], next_report={"due": "2026-06-30"})
    told_late = bool(stale("L901", plan, as_at=date(2026, 6, 30) + timedelta(days=days)))
    assert told_late is (days > 0)


@pytest.mark.parametrize(
    "facts",
    [{"status": "closed", "next_report": {"due": "2026-06"}}, {"next_report": {"due": "TBC"}}, {}],
)
def test_a_plan_that_is_closed_or_names_no_clear_date_is_not_late(facts: dict[str, Any]) -> None:
    assert stale("L901", make_plan(**facts), as_at=date(2030, 1, 1)) == []


@pytest.mark.parametrize(
    ("reports", "says"),
    [
        ([], "There is none yet."),
        (["2026-03"], "The latest is “Report 2026-03”."),
        (["2026-06"], "“Report 2026-06” has come since"),
    ],
)
def test_what_is_there_instead_is_told(reports: list[str], says: str) -> None:
    plan = make_plan(reports=[report(one) for one in reports], next_report={"due": "2026-06"})
    (finding,) = stale("L901", plan, as_at=date(2026, 8, 1))
    assert says in finding.message


@pytest.mark.parametrize(
    ("day", "months"), [(date(2027, 2, 28), 0), (date(2027, 3, 1), 12), (date(2027, 4, 30), 13)]
)
def test_a_statement_holds_for_twelve_months(day: date, months: int) -> None:
    found = stale("L903", as_at=day, reviewed="2026-03-01")
    assert [f"{months} months ago" in one.message for one in found] == ([True] if months else [])


def test_an_old_test_is_told_when_the_review_is_fresh() -> None:
    facts = statement_of("2026-09-01") | {"tested_on": "2025-03-01"}
    (rule,) = [one for one in all_rules() if one.code == "L903"]
    statement = AccessibilityFile.model_validate(facts)
    site = Site(Settings.model_validate(SETTINGS), (), accessibility=statement)
    (finding,) = rule.run(Context(site, date(2026, 9, 2)))
    assert "last tested for accessibility 18 months ago: 1 March 2025" in finding.message


def test_without_a_statement_nothing_is_stale() -> None:
    assert stale("L903", as_at=date(2030, 1, 1)) == []


def spoken(key: str, *says: str, **ratings: str) -> dict[str, Any]:
    """A report that says something of the items named, and rates all."""
    rated = {"1": "Amber", "2": "Amber", **ratings}
    updates = [
        {"item": name, "rating": rating, **({"progress": f"Words of {key}."} if name in says else {})}
        for name, rating in rated.items()
    ]
    return report(key, updates=updates)


ITEMS = [item("1"), item("2")]
MONTHS = ("2026-01", "2026-02", "2026-03")


def test_an_item_without_a_word_in_three_reports_is_told_at_the_last() -> None:
    plan = make_plan(items=ITEMS, reports=[spoken(month, "1") for month in MONTHS])
    assert told("L902", plan) == [
        "“Title of 2” (2) is not finished, and the 3 reports from “Report 2026-01” to “Report 2026-03” do not say a"
        " word of it."
    ]


@pytest.mark.parametrize("month", range(3))
def test_one_word_in_any_of_them_is_enough(month: int) -> None:
    reports = [spoken(key, "1", *(["2"] if number == month else [])) for number, key in enumerate(MONTHS)]
    assert items_told("L902", make_plan(items=ITEMS, reports=reports)) == []


def test_columns_of_ratings_alone_are_no_silence() -> None:
    reports = [spoken("2025-11"), spoken("2025-12"), *(spoken(month, "1") for month in MONTHS[:2])]
    assert items_told("L902", make_plan(items=ITEMS, reports=reports)) == []


def test_finished_absent_and_new_items_may_be_silent() -> None:
    items = [item("1"), item("2"), item("3", missing=True), item("4", added="2026-02")]
    reports = [spoken(month, "1", **{"2": "Green", "3": "", "4": "Red"}) for month in MONTHS]
    assert items_told("L902", make_plan(items=items, reports=reports)) == []

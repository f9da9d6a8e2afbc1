"""Time at each rating: reports in a row, at least so long, never across a redefined scale."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from ragsite.model.plan import Plan
from ragsite.views.duration import Cohort, cohort, spells, stays
from tests.factories import RAG, item, make_plan, report

NAMES = {"Red": "red", "Amber": "amber", "Green": "green"}


def plan_of(*ratings: str | None, **more: object) -> Plan:
    """One item with a rating in each of several quarterly reports."""
    keys = [f"{2020 + number // 4}-{number % 4 * 3 + 1:02}" for number in range(len(ratings))]
    reports = [report(key, {"1": rating} if rating else {}) for key, rating in zip(keys, ratings, strict=True)]
    return make_plan(items=[item("1")], reports=reports)


def told(plan: Plan) -> list[tuple[str, int, str]]:
    return [
        (spell.level.id if spell.level else "", len(spell.reports), spell.words)
        for spell in spells(plan, plan.items[0])
    ]


def test_reports_in_a_row_with_one_rating_are_one_spell() -> None:
    assert told(plan_of("Red", "Red", "Red", "Amber", "Red", None)) == [
        ("red", 3, "at least 6 months"),
        ("amber", 1, "in one report only"),
        ("red", 1, "in one report only"),
        ("", 1, "in one report only"),
    ]


def test_a_long_spell_is_told_in_years() -> None:
    assert told(plan_of(*["Red"] * 10)) == [("red", 10, "at least 2 years and 3 months")]


def test_without_a_clear_date_the_length_cannot_be_told() -> None:
    undated = report("first", {"1": "Red"}, as_at={"basis": "not stated"}, sequence=1)
    plan = make_plan(items=[item("1")], reports=[undated, report("2026-01", {"1": "Red"}, sequence=2)])
    assert told(plan) == [("red", 2, "cannot be told: a report states no clear date")]


def test_a_redefined_scale_begins_a_new_spell() -> None:
    later = {**RAG, "id": "new"}
    reports = [report("2026-01", {"1": "Red"}), report("2026-06", {"1": "Red"}, scale="new")]
    found = spells(plan := make_plan(items=[item("1")], reports=reports, scales=[RAG, later]), plan.items[0])
    assert [(spell.scale.id, spell.is_redefined, spell.is_last) for spell in found] == [
        ("rag", False, False),
        ("new", True, True),
    ]
    assert [stay.scale.id for stay in stays(found)] == ["rag", "new"]


@given(st.lists(st.sampled_from(["Red", "Amber", "Green", None]), min_size=1, max_size=12))
def test_every_report_is_in_one_spell_and_each_stay_counts_its_rating(ratings: list[str | None]) -> None:
    plan = plan_of(*ratings)
    found = spells(plan, plan.items[0])
    assert [one.id for spell in found for one in spell.reports] == [one.id for one in plan.reports]
    assert all(one.level != other.level for one, other in pairwise(found))
    assert {(stay.level.id if stay.level else ""): stay.number for stay in stays(found)} == {
        NAMES.get(name or "", ""): ratings.count(name) for name in set(ratings)
    }


def test_the_cohort_says_whether_the_reports_count_the_same_items() -> None:
    reports = [report("2026-01"), report("2026-06")]
    items = [item("1"), item("2", added="2026-06"), item("3", closed={"report": "2026-01"})]
    assert cohort(make_plan(items=items, reports=reports)) == Cohort(1, 3)
    assert cohort(make_plan(items=items[:1], reports=reports)) == Cohort(1, 1)
    assert cohort(make_plan(items=items)) == Cohort(0, 0)

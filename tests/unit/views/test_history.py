"""History: the path of ratings, and direction of travel told like for like or not at all."""

import pytest

from ragsite.views.history import Way, path, travel
from tests.factories import RAG, item, make_plan, report

OTHER = {**RAG, "id": "rag-2", "title": "New scale"}


def plan_of(*ratings: str | None, **more):
    reports = [
        report(f"2026-0{number}", {"1": rating} if rating is not None else {})
        for number, rating in enumerate(ratings, 1)
    ]
    return make_plan(items=[item("1", **more)], reports=reports)


def last_travel(plan):
    return travel(plan, plan.latest, plan.item_by_id["1"])


@pytest.mark.parametrize(
    ("ratings", "way"),
    [
        (("Red", "Green"), Way.BETTER),
        (("Green", "A"), Way.WORSE),
        (("Amber", "a"), Way.SAME),
        (("0", "Green"), Way.UNKNOWN),
        (("Green", "0"), Way.UNKNOWN),
        (("Green", None), Way.UNKNOWN),
        (("Red", "0", "Green"), Way.UNKNOWN),
        (("Green",), Way.UNKNOWN),
    ],
)
def test_the_way_compares_with_the_report_just_before(ratings, way):
    assert last_travel(plan_of(*ratings)).way is way


def test_an_unknown_way_says_why_and_a_known_one_names_the_report():
    assert last_travel(plan_of("0", "Green")).reason == "It was not rated before."
    assert last_travel(plan_of("Green", "0")).reason == "It is not rated now."
    assert last_travel(plan_of("Green")).reason == "There is no earlier rating to compare with."
    known = last_travel(plan_of("Red", "Green"))
    assert (known.reason, known.before.id, known.previous.level.label) == ("", "2026-01", "Red")


def test_an_item_that_joined_later_is_new_and_not_better():
    plan = plan_of("Red", "Green", added="2026-02")
    assert last_travel(plan).way is Way.NEW
    assert [step.report.id for step in path(plan, plan.item_by_id["1"])] == ["2026-02"]


def test_ratings_are_never_compared_across_a_redefined_scale():
    plan = make_plan(
        scales=[RAG, OTHER],
        items=[item("1")],
        reports=[report("2026-01", {"1": "Red"}), report("2026-02", {"1": "Green"}, scale="rag-2")],
    )
    assert last_travel(plan).way is Way.UNKNOWN
    assert "redefined" in last_travel(plan).reason
    assert [step.is_redefined for step in path(plan, plan.item_by_id["1"])] == [False, True]


def test_a_first_report_is_compared_with_the_rating_that_it_states_itself():
    update = {"item": "1", "rating": "Amber", "previous": "Green"}
    plan = make_plan(items=[item("1")], reports=[report("2026-01", updates=[update])])
    moved = last_travel(plan)
    assert (moved.way, moved.before) == (Way.WORSE, None)


def test_a_stated_previous_rating_without_a_level_gives_its_own_reason():
    update = {"item": "1", "rating": "Red", "previous": {"printed": "", "reason": "It was downgraded."}}
    plan = make_plan(items=[item("1")], reports=[report("2026-01", updates=[update])])
    assert (last_travel(plan).way, last_travel(plan).reason) == (Way.UNKNOWN, "It was downgraded.")

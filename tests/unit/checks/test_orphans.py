"""Measures, recommendations and headings that belong to nothing are told."""

import pytest

from tests.factories import item, make_plan, measure
from tests.unit.checks.looking import items_told, told

LEVELS = [
    {"kind": "Priority", "plural": "Priorities", "rated": False},
    {"kind": "Action", "plural": "Actions"},
]
RECOMMENDATIONS = [{"id": "r1", "ref": "Ofsted 1"}, {"id": "r2", "ref": "Ofsted 2"}]


def test_a_measure_belongs_to_an_item() -> None:
    plan = make_plan(items=[item("1")], measures=[measure("m1", items=["1"]), measure("m2")])
    assert told("S116", plan) == ["Measure “Measure m2” belongs to no item."]


def test_a_recommendation_is_answered() -> None:
    plan = make_plan(items=[item("1", answers=["r2"])], inspection_recommendations=RECOMMENDATIONS)
    assert told("S116", plan) == ["No item answers the recommendation Ofsted 1."]


def test_a_plan_that_never_says_what_items_answer_is_let_be() -> None:
    assert told("S116", make_plan(items=[item("1")], inspection_recommendations=RECOMMENDATIONS)) == []


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ([item("1", items=[item("1.1")]), item("2")], ["2"]),
        ([item("1", items=[item("1.1")])], []),
        ([item("1", missing=True)], []),
    ],
)
def test_a_heading_has_something_rated_below_it(items: list[dict[str, object]], expected: list[str]) -> None:
    assert items_told("S117", make_plan(items=items, structure=LEVELS)) == expected


def test_only_the_topmost_empty_heading_is_told() -> None:
    levels = [LEVELS[0], {"kind": "Aim", "plural": "Aims", "rated": False}, LEVELS[1]]
    tree = [item("1", items=[item("1.1"), item("1.2")]), item("2", items=[item("2.1", items=[item("2.1.1")])])]
    plan = make_plan(items=tree, structure=levels)
    assert items_told("S117", plan) == ["1"]
    assert "has no actions below it" in told("S117", plan)[0]


def test_a_level_that_is_rated_needs_nothing_below_it() -> None:
    assert items_told("S117", make_plan(items=[item("1")])) == []

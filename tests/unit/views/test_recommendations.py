"""The recommendation index: what answers what, what nobody answers, and what answers nothing."""

from ragsite.model.items import Item
from ragsite.views.recommendations import recommendations
from tests.factories import item, make_plan

TWO = [{"id": "r1", "ref": "Ofsted 1"}, {"id": "r2", "ref": "Ofsted 2", "text": "Listen to children."}]
LEVELS = [{"kind": "Area", "plural": "Areas"}, {"kind": "Action", "plural": "Actions"}]


def test_a_plan_without_recommendations_has_no_index() -> None:
    assert recommendations(make_plan(items=[item("1")])) is None
    assert recommendations(make_plan(items=[item("1", answers=["nothing-known"])])) is None


def test_answers_stand_by_recommendation_in_the_order_of_the_source() -> None:
    items = [item("2", answers=["r1", "r1"]), item("1", answers=["r1"]), item("3")]
    found = recommendations(make_plan(items=items, inspection_recommendations=TWO))
    assert found
    answered = [(one.target.id, [each.id for each in one.items]) for one in found.entries]
    assert answered == [("r1", ["2", "1"]), ("r2", [])]
    assert [one.id for one in found.unanswered] == ["r2"]
    assert [(one.kind.kind, [each.id for each in one.items], one.total) for one in found.silent] == [
        ("Recommendation", ["3"], 3)
    ]


def test_an_item_may_answer_another_item_of_the_plan() -> None:
    items = [item("1"), item("2", answers=["1"]), item("3", answers=["r2"])]
    found = recommendations(make_plan(items=items, inspection_recommendations=TWO))
    assert found
    assert [(one.target.id, isinstance(one.target, Item)) for one in found.entries] == [
        ("r1", False),
        ("r2", False),
        ("1", True),
    ]


def test_what_stands_above_and_below_an_answer_is_not_silent() -> None:
    items = [item("1", items=[item("1a", answers=["r1"]), item("1b")]), item("2", items=[item("2a")])]
    found = recommendations(make_plan(items=items, structure=LEVELS, inspection_recommendations=TWO))
    assert found
    assert [(one.kind.kind, [each.id for each in one.items], one.total) for one in found.silent] == [
        ("Action", ["1b", "2a"], 3)
    ]
    nested = [item("1", answers=["r1"], items=[item("1a"), item("1b", answers=["r2"])]), item("2", items=[item("2a")])]
    found = recommendations(make_plan(items=nested, structure=LEVELS, inspection_recommendations=TWO))
    assert found
    assert [[each.id for each in one.items] for one in found.silent] == [["2"], ["2a"]]

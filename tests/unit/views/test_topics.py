"""Topics bring together items of several plans, plan by plan, and never add them up."""

from dataclasses import fields

from ragsite.model.plan import Plan
from ragsite.model.site import Settings, Site, Topic
from ragsite.views.topics import Theme, themes, topics_of
from tests.factories import SETTINGS, item, make_plan, measure, report

TOPICS = tuple(Topic(id=name, title=name.title(), summary=f"On {name}.") for name in ("care", "audit", "unused"))


def site(*plans: Plan) -> Site:
    return Site(settings=Settings.model_validate(SETTINGS), plans=plans, topics=TOPICS)


def test_items_are_grouped_by_plan_in_the_order_of_the_source() -> None:
    one = make_plan(id="one", items=[item("2", topics=["care"]), item("1", topics=["audit", "care", "care"])])
    two = make_plan(id="two", items=[item("9", topics=["care", "nothing-known"])])
    found = {theme.topic.id: theme.parts for theme in themes(site(one, two))}
    assert [(part.plan.id, [each.id for each in part.items]) for part in found["care"]] == [
        ("one", ["2", "1"]),
        ("two", ["9"]),
    ]
    assert [part.plan.id for part in found["audit"]] == ["one"]
    assert found["unused"] == ()


def test_a_theme_holds_no_total_and_no_score() -> None:
    assert [field.name for field in fields(Theme)] == ["topic", "parts"]


def test_measures_of_the_items_stand_with_them_once() -> None:
    items = [item("1", topics=["care"]), item("2", topics=["care"]), item("3")]
    measures = [measure("a", items=["2"]), measure("b", items=["1", "2"]), measure("c", items=["3"])]
    (part,) = themes(site(make_plan(items=items, measures=measures)))[0].parts
    assert [one.id for one in part.measures] == ["b", "a"]


def test_items_that_left_the_plan_are_not_among_them() -> None:
    items = [item("1", topics=["care"], closed={"report": "2026-01"}), item("2", topics=["care"])]
    plan = make_plan(items=items, reports=[report("2026-01"), report("2026-06")])
    assert [one.id for one in themes(site(plan))[0].parts[0].items] == ["2"]


def test_the_topics_of_an_item_are_those_that_are_known() -> None:
    plan = make_plan(items=[item("1", topics=["audit", "nothing-known", "care"])])
    assert [topic.id for topic in topics_of(site(plan), plan.items[0])] == ["audit", "care"]

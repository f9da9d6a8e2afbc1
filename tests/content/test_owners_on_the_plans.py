"""Owners, topics and recommendations of the five plans agree with their files, read here as plain YAML."""

from collections import Counter, defaultdict

import pytest

from ragsite.model.facts import InspectionRecommendation
from ragsite.model.site import Site
from ragsite.views.duration import cohort, spells
from ragsite.views.owners import owning
from ragsite.views.recommendations import recommendations
from ragsite.views.topics import themes
from tests.content.reading import items, ratings, read

PLANS = ["brighton-hove-2010", "brighton-hove-2017", "leicestershire-2018", "southampton-2020", "thurrock-2018"]
SIXTEEN = [f"ofsted-{number}" for number in range(1, 17)]


def shown(owner: dict[str, str]) -> str:
    """How an owner is named in public where people are shown by role."""
    return owner.get("role") or owner.get("name", "")


@pytest.mark.parametrize("plan", PLANS)
def test_every_owner_has_exactly_their_items(site: Site, plan: str) -> None:
    expected: dict[str, set[str]] = defaultdict(set)
    for item in items(plan):
        for owner in item.get("owners") or []:
            expected[shown(owner)].add(item["id"])
    found = {holder.label: {one.id for one in holder.items} for holder in owning(site.plan_by_id[plan]).holders}
    assert found == expected


@pytest.mark.parametrize("plan", PLANS)
def test_rated_items_without_an_owner_are_listed(site: Site, plan: str) -> None:
    levels = read(f"{plan}/plan.yml")["structure"]
    rated = [item for item in items(plan) if levels[len(item["above"])].get("rated") != "false"]
    found = owning(site.plan_by_id[plan])
    assert [one.item.id for one in found.orphans] == [item["id"] for item in rated if not item.get("owners")]
    assert found.total == len(rated)


def test_topics_hold_every_plans_items_and_no_others(site: Site) -> None:
    expected = Counter(
        (topic, plan) for plan in PLANS for item in items(plan) for topic in set(item.get("topics") or [])
    )
    found = {(theme.topic.id, part.plan.id): len(part.items) for theme in themes(site) for part in theme.parts}
    assert found == dict(expected)


def test_thurrocks_sixteen_recommendations_and_what_answers_them(site: Site) -> None:
    found = recommendations(site.plan_by_id["thurrock-2018"])
    assert found
    assert [one.target.id for one in found.entries] == SIXTEEN
    assert all(isinstance(one.target, InspectionRecommendation) and one.target.text is None for one in found.entries)
    answers = [(name, item["id"]) for item in items("thurrock-2018") for name in item.get("answers") or []]
    expected = {name: [item for answered, item in answers if answered == name] for name in SIXTEEN}
    assert {one.target.id: [item.id for item in one.items] for one in found.entries} == expected
    assert found.unanswered == ()


def test_actions_of_thurrock_that_answer_none(site: Site) -> None:
    written = items("thurrock-2018")
    answering = {item["id"] for item in written if item.get("answers")}
    lines = {name for item in written if item["id"] in answering for name in (item["id"], *item["above"])}
    lines |= {item["id"] for item in written if answering & set(item["above"])}
    found = recommendations(site.plan_by_id["thurrock-2018"])
    assert found
    actions = next(one for one in found.silent if one.kind.kind == "Action")
    assert [one.id for one in actions.items] == [
        item["id"] for item in written if len(item["above"]) == 1 and item["id"] not in lines
    ]


def test_only_two_plans_have_an_index(site: Site) -> None:
    assert [plan.id for plan in site.plans if recommendations(plan)] == ["southampton-2020", "thurrock-2018"]


def test_time_at_each_rating_in_thurrock(site: Site) -> None:
    """No item keeps a rating into March 2018: the columns for March and May hold none."""
    plan = site.plan_by_id["thurrock-2018"]
    first, second = ratings(plan.id, "initial"), ratings(plan.id, "2018-01")
    for item in plan.rated_items:
        *before, last = spells(plan, item)
        assert [one.id for one in last.reports][-2:] == ["2018-03", "2018-05"]
        assert last.level is None
        same = first.get(item.id) in ("1", "2", "3", "4", "5") and first.get(item.id) == second.get(item.id)
        if second.get(item.id) in ("1", "2", "3", "4", "5"):
            assert len(before[-1].reports) == (2 if same else 1), item.id


def test_the_reports_of_thurrock_count_the_same_hundred_items(site: Site) -> None:
    found = cohort(site.plan_by_id["thurrock-2018"])
    assert (found.throughout, found.total) == (100, 100)

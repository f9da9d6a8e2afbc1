"""Where an item stands in short: in the plan's own words, with its date, and honest about what is missing."""

from ragsite.views.standing import NO_DATE, NO_MEANING, standing
from tests.factories import RAG, item, make_plan, report

LEVELS = [{"kind": "Area", "plural": "Areas", "rated": False}, {"kind": "Action", "plural": "Actions"}]


def test_the_latest_rating_with_its_meaning_and_date() -> None:
    plan = make_plan(items=[item("1")], reports=[report("2026-03", {"1": "R"}), report("2026-06", {"1": "G"})])
    found = standing(plan, plan.items[0])
    assert found
    assert (found.words, found.when) == ("Green: Finished", "at June 2026")
    assert found.meaning == "It is finished, and evidence shows it."


def test_without_a_rating_now_the_last_one_is_named_with_its_date() -> None:
    plan = make_plan(items=[item("1")], reports=[report("2026-03", {"1": "R"}), report("2026-06", {"1": "0"})])
    found = standing(plan, plan.items[0])
    assert found
    assert (found.words, found.when) == ("Not rated", "at June 2026; last rated Red, at March 2026")
    assert found.meaning == "The key has no 0."


def test_a_report_without_a_date_and_a_level_without_a_meaning_say_so() -> None:
    silent = {**RAG, "levels": [{"id": "green", "label": "Green", "tone": "green"}]}
    reports = [report("only", {"1": "Green"}, as_at={"basis": "not stated"})]
    plan = make_plan(items=[item("1")], reports=reports, scales=[silent])
    found = standing(plan, plan.items[0])
    assert found
    assert (found.when, found.meaning) == (NO_DATE, NO_MEANING)


def test_an_item_of_a_level_that_is_not_rated_stands_nowhere_unless_a_report_rates_it() -> None:
    tree = [item("a", items=[item("1")]), item("b")]
    plan = make_plan(items=tree, reports=[report("2026-03", {"1": "G", "b": "A"})], structure=LEVELS)
    assert [standing(plan, one) is not None for one in plan.items] == [False, True, True]


def test_without_a_report_nothing_stands() -> None:
    plan = make_plan(items=[item("1")])
    assert standing(plan, plan.items[0]) is None

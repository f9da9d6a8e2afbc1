"""The exception report: which rule lists an item and why, what improved, and what cannot be told."""

from typing import Any

import pytest

from ragsite.model.plan import Plan
from ragsite.views.exceptions import Exceptions, Listed, Rule, exceptions
from tests.factories import RAG, evidence, item, make_plan, report

LOST = {**RAG, "key": "lost"}


def latest(plan: Plan) -> Exceptions:
    return exceptions(plan, plan.reports[-1])


def rules(found: Exceptions) -> dict[str, list[Rule]]:
    return {one.item.id: [ruling.rule for ruling in one.rulings] for one in found.listed}


def words(one: Listed, rule: Rule) -> str:
    return next(ruling.words for ruling in one.rulings if ruling.rule is rule)


def one_item(*ratings: str, **more: Any) -> Exceptions:
    """One item over monthly reports of 2026, the latest by exception."""
    scales = more.pop("scales", [RAG])
    pieces = more.pop("pieces", [])
    reports = [report(f"2026-{number:02}", {"1": rating}) for number, rating in enumerate(ratings, 1)]
    plan = make_plan(items=[item("1", **more)], reports=reports, scales=scales, evidence=pieces)
    return latest(plan)


def test_an_item_at_a_level_of_red_tone_is_listed_whatever_the_level_is_called() -> None:
    levels = [{**RAG["levels"][0], "label": "Off course"}, *RAG["levels"][1:]]
    found = one_item("Off course", scales=[{**RAG, "levels": levels}])
    assert rules(found) == {"1": [Rule.RED]}
    assert words(found.listed[0], Rule.RED) == "It is rated “Off course”."
    assert rules(one_item("Amber")) == {}


def test_a_red_that_this_site_chose_says_so() -> None:
    found = one_item("Red", scales=[{**RAG, "tones": "assigned"}])
    assert words(found.listed[0], Rule.RED) == "It is rated “Red”, which this site shows in red."


def test_a_worse_rating_is_listed_with_the_rating_before() -> None:
    found = one_item("Green", "Amber")
    assert rules(found) == {"1": [Rule.WORSE]}
    assert words(found.listed[0], Rule.WORSE) == "It was rated “Green: Finished” in the report Report 2026-01."


def test_a_rating_that_is_gone_did_not_get_worse_and_is_unresolved() -> None:
    found = one_item("Green", "0")
    assert found.listed == ()
    assert [(one.rule, one.why) for one in found.unresolved] == [
        (Rule.RED, "It is not rated. The key has no 0."),
        (Rule.WORSE, "It is not rated now."),
        (Rule.OVERDUE, "The source gives no date for it."),
        (Rule.UNPROVEN, "It is not rated. The key has no 0."),
    ]
    assert found.is_untold


def test_an_overdue_item_is_listed_as_at_the_date_of_the_report() -> None:
    found = one_item("Amber", "Amber", due="2026-01")
    assert rules(found) == {"1": [Rule.OVERDUE]}
    assert "January 2026, had passed as at February 2026" in words(found.listed[0], Rule.OVERDUE)
    assert rules(one_item("Amber", due="2026-02")) == {}


def test_a_finished_item_without_a_date_is_not_unresolved_as_overdue() -> None:
    found = one_item("Green", pieces=[evidence("e", items=["1"])])
    assert [one.rule for one in found.unresolved] == [Rule.WORSE]


def test_a_date_that_this_report_moved_is_listed_and_one_moved_before_is_not() -> None:
    moved = {"date": "2026-09", "reason": "Staff left.", "agreed_by": "Board"}
    updates = [{"item": "1", "rating": "Amber", "due": moved}]
    reports = [report("2026-01", {"1": "Amber"}), report("2026-02", updates=updates), report("2026-03", {"1": "Amber"})]
    plan = make_plan(items=[item("1", due="2026-06")], reports=reports)
    found = [rules(exceptions(plan, one)) for one in plan.reports]
    assert found == [{}, {"1": [Rule.MOVED]}, {}]
    (one,) = exceptions(plan, plan.reports[1]).listed
    assert words(one, Rule.MOVED) == (
        "It moved from June 2026 to September 2026. Reason: Staff left. Agreed by: Board."
    )


def test_finished_without_evidence_is_told_by_what_was_named_by_then() -> None:
    later = report("2026-02", updates=[{"item": "1", "rating": "Green", "evidence": ["e"]}])
    plan = make_plan(items=[item("1")], reports=[report("2026-01", {"1": "Green"}), later], evidence=[evidence("e")])
    assert [rules(exceptions(plan, one)) for one in plan.reports] == [{"1": [Rule.UNPROVEN]}, {}]
    said = words(exceptions(plan, plan.reports[0]).listed[0], Rule.UNPROVEN)
    assert said.endswith("No evidence is named for it. The key asks for evidence.")


def test_without_a_key_nobody_can_tell_what_is_finished() -> None:
    found = one_item("Green", scales=[LOST])
    assert Rule.UNPROVEN not in [rule for one in found.listed for rule in one.rulings]
    assert any(one.rule is Rule.UNPROVEN and "No definition" in one.why for one in found.unresolved)


def test_one_item_can_be_listed_by_several_rules_in_their_order() -> None:
    found = one_item("Amber", "Red", due="2026-01")
    assert rules(found) == {"1": [Rule.RED, Rule.WORSE, Rule.OVERDUE]}


def test_the_oldest_date_comes_first_and_items_without_a_date_keep_the_order_of_the_plan() -> None:
    items = [item("1"), item("2", due="2026-05"), item("3", due="Jun"), item("4", due="2026-03"), item("5")]
    plan = make_plan(items=items, reports=[report("2026-01", dict.fromkeys("12345", "Red"))])
    assert [one.item.id for one in latest(plan).listed] == ["4", "2", "3", "1", "5"]


def test_what_improved_comes_with_its_evidence() -> None:
    updates = [{"item": "1", "rating": "Amber", "evidence": ["e"]}, {"item": "2", "rating": "Amber"}]
    plan = make_plan(
        items=[item("1"), item("2")],
        reports=[report("2026-01", {"1": "Red", "2": "Red"}), report("2026-02", updates=updates)],
        evidence=[evidence("e")],
    )
    found = latest(plan).improved
    assert [(one.item.id, [piece.id for piece in one.evidence]) for one in found] == [("1", ["e"]), ("2", [])]


def test_reasons_that_items_share_are_told_once_however_their_dates_differ() -> None:
    plan = make_plan(
        items=[item("1", due="2026-01"), item("2", due="2026-02")],
        reports=[report("2026-03", {"1": "0", "2": "0"})],
    )
    late = [one for one in latest(plan).unresolved if one.rule is Rule.OVERDUE]
    assert [(len(one.items), one.why) for one in late] == [
        (2, "The date had passed. The report does not rate it, so it cannot be told whether it was finished.")
    ]


def test_a_date_within_the_month_of_the_report_is_unresolved_without_its_day() -> None:
    late = [one for one in one_item("Amber", due="2026-01-16").unresolved if one.rule is Rule.OVERDUE]
    assert [one.why for one in late] == ["The date falls in the time that the report speaks of."]


def test_every_rule_is_counted_of_the_items_that_it_was_asked_of() -> None:
    structure = [{"kind": "Area", "plural": "Areas", "rated": False}, {"kind": "Action", "plural": "Actions"}]
    branch = item("a", due="2026-09", items=[item("a1"), item("a2", due="2026-01")])
    plan = make_plan(items=[branch], reports=[report("2026-03", {"a1": "Red", "a2": "Amber"})], structure=structure)
    found = latest(plan)
    assert {one.rule: (one.asked, one.listed, one.unresolved) for one in found.tallies} == {
        Rule.RED: (2, 1, 0),
        Rule.WORSE: (2, 0, 2),
        Rule.OVERDUE: (3, 1, 1),
        Rule.MOVED: (2, 0, 2),
        Rule.UNPROVEN: (2, 0, 0),
    }
    assert found.total == 3


def test_key_developments_and_risks_are_those_of_this_report_only() -> None:
    first = {"item": "1", "rating": "Red", "developments": ["A post was filled."]}
    plan = make_plan(
        items=[item("1"), item("2")],
        reports=[
            report("2026-01", updates=[first]),
            report("2026-02", updates=[{"item": "2", "key_risks": ["Cost."]}]),
        ],
    )
    assert [[area.id for area, _ in exceptions(plan, one).areas] for one in plan.reports] == [["1"], ["2"]]


@pytest.mark.parametrize("life", [{"added": "2026-02"}, {"closed": {"report": "2026-02"}}])
def test_an_item_outside_a_report_is_not_in_its_exceptions(life: dict) -> None:
    plan = make_plan(
        items=[item("1", **life)], reports=[report(f"2026-0{number}", {"1": "Red"}) for number in (1, 2, 3)]
    )
    listed = [bool(exceptions(plan, one).listed) for one in plan.reports]
    assert listed == ([False, True, True] if "added" in life else [True, True, False])

"""Delivery, confidence and impact are told apart, and each says so where it is not known."""

from typing import Any

from ragsite.model.plan import Plan
from ragsite.pages import apart
from ragsite.views.rollup import last_rated
from tests.factories import RAG, item, make_plan, measure, observation, report

TREE = [{"kind": "Area", "plural": "Areas", "rated": False}, {"kind": "Action", "plural": "Actions"}]


def told(plan: Plan, name: str) -> list[str]:
    """The three texts of an item, each in one line with plain spaces."""
    props = apart.of_item(plan, plan.item_by_id[name], rated=last_rated(plan))
    return [" ".join(part["text"]).replace("\u00a0", " ") for part in props["passages"]]


def one_item(rating: Any = "Green", **more: Any) -> Plan:
    known = {name: more.pop(name) for name in ("milestones", "due") if name in more}
    update = {"item": "1", "rating": rating, **{name: more.pop(name) for name in ("status",) if name in more}}
    return make_plan(items=[item("1", **known)], reports=[report("2026-03", updates=[update])], **more)


def test_a_finished_rating_never_says_that_it_is_done() -> None:
    delivery, confidence, impact = told(one_item(), "1")
    assert delivery.startswith("**Not known.** The source prints no status word and no milestone for this.")
    assert delivery.endswith("Its rating, Green, itself means finished.")
    assert confidence.startswith("**Green: Finished**, in the report Report 2026-03.")
    assert impact == "**Not known.** Nothing is measured for this in the source."


def test_a_status_word_and_a_rating_may_disagree_and_both_are_told() -> None:
    delivery, confidence, _ = told(one_item(status="Ongoing"), "1")
    assert delivery.startswith("**Not done yet.** The report Report 2026-03 says “Ongoing”.")
    assert "Its rating, Green, itself means finished." in delivery
    assert "Green: Finished" in confidence


def test_an_unclear_word_is_quoted_and_called_unclear() -> None:
    delivery, _, _ = told(one_item(status="Complete In progress"), "1")
    assert delivery.startswith(
        "**Not known.** The report Report 2026-03 says “Complete In progress”. That is not a clear answer."
    )


def test_milestones_are_counted_with_those_that_say_nothing() -> None:
    steps = [{"text": "A", "status": "Done"}, {"text": "B"}, {"text": "C", "status": "Ongoing"}]
    delivery, _, _ = told(one_item(milestones=steps), "1")
    assert "1 of 3 milestones is marked done. No status is given for 1." in delivery


def test_without_a_key_the_rating_claims_nothing() -> None:
    delivery, confidence, _ = told(one_item(scales=[{**RAG, "key": "lost"}]), "1")
    assert "Its rating" not in delivery
    assert confidence.endswith("The source does not say what this rating means.")


def test_not_rated_now_names_the_last_rating() -> None:
    plan = make_plan(items=[item("1")], reports=[report("2026-03", {"1": "Amber"}), report("2026-06", {"1": "0"})])
    _, confidence, _ = told(plan, "1")
    assert confidence == (
        "**Not rated** in the report Report 2026-06. The key has no 0. "
        "It was last rated Amber, in the report Report 2026-03."
    )


def test_an_area_that_nobody_rates_shows_what_is_below_it() -> None:
    plan = make_plan(
        structure=TREE,
        items=[item("1", items=[item("1a"), item("1b")])],
        reports=[
            report(
                "2026-03",
                updates=[{"item": "1a", "rating": "Green", "status": "Completed"}, {"item": "1b", "rating": "Red"}],
            )
        ],
    )
    delivery, confidence, _ = told(plan, "1")
    assert delivery == (
        "**Not known.** 1 of 2 actions is marked done, 0 clearly not. For 1 the source does not say."
    )
    assert "The source does not rate areas." in confidence
    assert "Actions: 1 of 2 rated Green, 1 of 2 rated Red." in confidence


def test_targets_and_baselines_are_counted_with_denominators() -> None:
    facts = {"items": ["1"], "polarity": "higher", "baseline": {"value": "80"}}
    plan = make_plan(
        items=[item("1")],
        reports=[report("2026-06", {"1": "Red"})],
        measures=[
            measure("m", **facts, targets=[{"value": "90", "by": "2026-03"}]),
            measure("n", **facts, targets=[{"value": "90", "by": "2026-03"}]),
            measure("o", items=["1"]),
        ],
        observations=[observation("m", "2026-03", "95"), observation("n", "2026-03", "70")],
    )
    _, _, impact = told(plan, "1")
    assert impact == (
        "**Mixed.** 2 of 3 measures have a target: 1 met and 1 not met. "
        "2 of 3 can be held against a baseline: 1 better and 1 worse."
    )


def test_the_plan_says_what_is_not_known() -> None:
    plan = one_item()
    texts = [" ".join(part["text"]).replace("\u00a0", " ") for part in apart.of_plan(plan, rated=None)["passages"]]
    assert texts == [
        "**Not known.** The source prints no status word that is clear.",
        "**No ratings** are known.",
        "**Not known.** The source states no measures.",
    ]

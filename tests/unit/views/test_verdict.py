"""The verdict: honest sentences with denominators, in each scale's own words."""

from ragsite.views.verdict import plan_verdict
from tests.factories import RAG, item, make_plan, report

NO_KEY = {
    **RAG,
    "key": "lost",
    "levels": [
        {"id": "amber", "label": "Amber", "tone": "amber"},
        {"id": "green", "label": "Green", "tone": "green"},
    ],
}
NUMBERS = {
    **RAG,
    "levels": [
        {"id": "1", "label": "1", "tone": "red"},
        {"id": "3", "label": "3", "tone": "amber-green", "claims": {"on_time": True}},
        {"id": "4", "label": "4", "tone": "green", "claims": {"finished": True, "needs_evidence": True}},
        {"id": "5", "label": "5", "tone": "complete", "claims": {"finished": True}},
    ],
}
PROGRESS = {
    **RAG,
    "levels": [
        {"id": "amber", "label": "Amber", "tone": "amber"},
        {"id": "green", "label": "Green", "name": "Good progress", "tone": "green"},
    ],
}


def verdict_of(*ratings: str, scale=RAG) -> str:
    names = [str(number) for number in range(1, len(ratings) + 1)]
    found = report("2026-03", dict(zip(names, ratings, strict=True)))
    return plan_verdict(make_plan(scales=[scale], items=[item(name) for name in names], reports=[found]))


def test_it_counts_what_the_key_calls_finished_and_then_the_rest():
    assert verdict_of("Green", "Green", "Amber", "Red", "0") == (
        "2 of 5 recommendations are rated Green, which here means finished with evidence. "
        "1 is rated Amber and 1 rated Red. 1 is not rated."
    )


def test_none_finished_is_said_as_none():
    assert verdict_of("Red", "Red").startswith("None of 2 recommendations is rated Green, which here means")


def test_several_finished_levels_are_counted_together_and_ask_for_evidence_only_if_all_do():
    assert verdict_of("4", "5", "3", scale=NUMBERS) == (
        "2 of 3 recommendations are rated 4 or 5, which here mean finished. 1 is rated 3."
    )


def test_a_best_level_that_is_not_finished_says_so():
    assert verdict_of("Green", "Amber", scale=PROGRESS) == (
        "1 of 2 recommendations is rated Green, which here means good progress. It does not mean finished. "
        "1 is rated Amber."
    )


def test_a_scale_without_a_key_claims_nothing():
    said = verdict_of("Green", "Amber", scale=NO_KEY)
    assert said.startswith("1 of 2 recommendations is rated Green. The source does not say what Green means.")
    assert "finished" not in said


def test_few_ratings_are_told_before_anything_else():
    assert verdict_of("Green", "0", "0") == (
        "A rating can be read for only 1 of 3 recommendations: 1 Green. The other 2 are not rated."
    )
    assert verdict_of("0", "0") == (
        "The source gives no rating that can be read for any of 2 recommendations."
    )


def test_a_latest_report_without_ratings_points_to_the_last_one_that_has_them():
    plan = make_plan(
        items=[item("1")], reports=[report("2026-03", {"1": "Green"}), report("2026-06", {"1": "0"})]
    )
    assert plan_verdict(plan) == (
        "The source gives no rating that can be read for any of 1 recommendation. "
        "The last ratings are in the report Report 2026-03. "
        "1 of 1 recommendation is rated Green, which here means finished with evidence."
    )


def test_a_plan_without_a_report_says_so():
    assert plan_verdict(make_plan(items=[item("1")])) == "No report on this plan has been published yet."


def test_no_verdict_ever_gives_a_share():
    assert "%" not in verdict_of("Green", "Red", "Amber", "0")

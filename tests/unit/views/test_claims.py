"""One word in several plans keeps the meaning that each plan's own key gives it."""

from ragsite.model.plan import Plan
from ragsite.views.claims import claim_words, shared_words
from tests.factories import RAG, make_plan


def plan_with(name: str, claims: dict[str, bool], **scale: object) -> Plan:
    levels = [{"id": "green", "label": "Green", "tone": "green", "claims": claims}]
    return make_plan(id=name, scales=[{**RAG, "levels": levels, **scale}])


def test_a_word_is_told_with_every_different_claim() -> None:
    plans = [
        plan_with("a-2017", {"finished": True, "needs_evidence": True}),
        plan_with("b-2018", {"needs_evidence": True}),
        plan_with("c-2010", {}, key="lost"),
    ]
    (green,) = shared_words(plans)
    assert [(use.plan.id, use.claim) for use in green.uses] == [
        ("a-2017", "finished, needs evidence"),
        ("b-2018", "not finished, needs evidence"),
        ("c-2010", "not defined in the source"),
    ]
    assert len(green.claims) == 3


def test_letter_case_does_not_make_another_word() -> None:
    other = plan_with("b-2018", {})
    shouted = other.facts.scales[0].model_copy(
        update={"levels": (other.facts.scales[0].levels[0].model_copy(update={"label": "GREEN"}),)}
    )
    loud = make_plan(id="c-2010", scales=[shouted.model_dump(mode="json")])
    assert [one.label for one in shared_words([other, loud])] == ["Green"]


def test_a_word_of_one_plan_is_not_shared() -> None:
    assert shared_words([plan_with("a-2017", {})]) == ()
    assert shared_words([]) == ()


def test_a_lost_key_claims_nothing_whatever_the_level_says() -> None:
    scale = plan_with("c-2010", {"finished": True}, key="lost").facts.scales[0]
    assert claim_words(scale, scale.levels[0]) == "not defined in the source"


def test_every_claim_is_named() -> None:
    claims = {"finished": True, "on_time": True, "needs_evidence": True, "removable": True}
    scale = plan_with("a-2017", claims).facts.scales[0]
    assert claim_words(scale, scale.levels[0]) == "finished, on time, needs evidence, may leave the plan"

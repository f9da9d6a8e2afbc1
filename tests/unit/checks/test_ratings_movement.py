"""How ratings move: falls and jumps without a reason, silence, previous ratings, scales that change unnamed."""

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ragsite.model.plan import Plan
from tests.factories import RAG, item, make_plan, report
from tests.unit.checks.looking import look, told

MONTHS = ["2026-01", "2026-02", "2026-03", "2026-04", "2026-05"]
LEVELS = ["Red", "Amber", "Green"]
TWO = {
    **RAG,
    "levels": [
        {**level, "printed": [*level["printed"], str(number)]} for number, level in enumerate(RAG["levels"], start=1)
    ],
}


def over(*updates: Any, **facts: Any) -> Plan:
    """A plan with one item; each entry is its update in a report: a rating, or a mapping."""
    written = [update if isinstance(update, dict) else {"rating": update} for update in updates]
    reports = [report(key, updates=[{"item": "1", **update}]) for key, update in zip(MONTHS, written, strict=False)]
    return make_plan(items=[item("1")], reports=reports, **facts)


class TestMoves:
    """R208."""

    def test_a_fall_without_a_reason_is_told(self) -> None:
        (finding,) = look("R208", over("Green", "Amber"))
        assert finding.message == (
            "The rating of “Title of 1” (1) fell, from “Green: Finished” to “Amber”, between the report"
            " “Report 2026-01” and the report “Report 2026-02”. No reason is given."
        )
        assert finding.report == "2026-02"

    def test_a_jump_of_two_levels_is_told(self) -> None:
        assert "rose by 2 levels, from “Red” to “Green: Finished”" in told("R208", over("Red", "Green"))[0]

    def test_a_step_up_a_reason_or_no_rating_are_not(self) -> None:
        assert not look("R208", over("Red", "Amber", "Green"))
        assert not look("R208", over("Green", {"rating": "Amber", "rating_reason": "The audit found gaps."}))
        assert not look("R208", over("Green", "0", "Amber"))

    def test_a_previous_rating_that_the_report_states_is_compared(self) -> None:
        (message,) = told("R208", over({"rating": "Red", "previous": "Green"}))
        assert "between the previous rating that it states and" in message

    def test_ratings_on_different_scales_are_not_compared(self) -> None:
        reports = [report("2026-01", {"1": "Green"}), report("2026-02", {"1": "Red"}, scale="new")]
        assert not look("R208", make_plan(items=[item("1")], scales=[RAG, {**RAG, "id": "new"}], reports=reports))

    @given(st.lists(st.sampled_from(LEVELS), min_size=1, max_size=5))
    def test_every_fall_and_every_jump_is_told_and_nothing_else(self, ratings: list[str]) -> None:
        steps = [LEVELS.index(now) - LEVELS.index(before) for before, now in pairwise(ratings)]
        assert len(look("R208", over(*ratings))) == sum(step < 0 or step > 1 for step in steps)


class TestSilence:
    """R209."""

    def test_three_reports_without_a_new_word_are_told_once(self) -> None:
        (finding,) = look("R209", over({"rating": "Amber", "progress": "A form is drafted."}, "Amber", "Amber"))
        assert finding.message == (
            "“Title of 1” (1) is rated “Amber” in 3 reports running, from “Report 2026-01” to “Report 2026-03”,"
            " and nothing new is said about it since."
        )

    def test_the_text_of_the_report_before_is_not_new(self) -> None:
        same = {"rating": "Amber", "progress": "A form is drafted."}
        assert len(look("R209", over(same, same, same))) == 1

    @pytest.mark.parametrize("place", [1, 2])
    def test_a_new_word_breaks_the_silence(self, place: int) -> None:
        updates: list[Any] = ["Amber", "Amber", "Amber"]
        updates[place] = {"rating": "Amber", "progress": "The form is in use."}
        assert not look("R209", over(*updates))

    def test_two_reports_another_rating_or_a_finished_one_are_not_told(self) -> None:
        assert not look("R209", over("Amber", "Amber"))
        assert not look("R209", over("Red", "Amber", "Amber"))
        assert not look("R209", over("Green", "Green", "Green"))

    def test_what_was_silent_before_is_not_told_when_it_no_longer_is(self) -> None:
        assert not look("R209", over("Amber", "Amber", "Amber", "Red"))


class TestPrevious:
    """R212."""

    def test_a_previous_rating_that_differs_from_the_report_before_is_told(self) -> None:
        assert told("R212", over("Amber", {"rating": "Amber", "previous": "Red"})) == [
            "The report “Report 2026-02” states “Red” as the previous rating of “Title of 1” (1), but the report"
            " “Report 2026-01” rates it “Amber”."
        ]

    def test_one_that_the_report_before_does_not_give_is_told(self) -> None:
        (message,) = told("R212", over("0", {"rating": "Amber", "previous": "Red"}))
        assert message.endswith("but the report “Report 2026-01” gives it no rating.")

    def test_one_that_agrees_or_has_nothing_to_agree_with_is_not(self) -> None:
        assert not look("R212", over("Amber", {"rating": "Green", "previous": "A"}))
        assert not look("R212", over({"rating": "Green", "previous": "Red"}))
        assert not look("R212", over("Amber", {"rating": "Green", "previous": "0"}))


class TestScale:
    """R213."""

    def test_other_words_for_a_level_of_one_scale_are_told_once(self) -> None:
        assert told("R213", over("Amber", "2", scales=[TWO])) == [
            "The report “Report 2026-02” prints the level “Amber” as “2”, the report “Report 2026-01” as “Amber”."
            " Both are read by the scale “Red, Amber and Green”."
        ]

    @pytest.mark.parametrize("pair", [("Amber", "A"), ("AMBER", "amber"), ("2", "2")])
    def test_short_forms_and_letter_case_are_no_change(self, pair: tuple[str, str]) -> None:
        assert not look("R213", over(*pair, scales=[TWO]))

    def test_a_new_version_is_named(self) -> None:
        reports = [report("2026-01", {"1": "Amber"}), report("2026-02", {"1": "2"}, scale="new")]
        plan = make_plan(items=[item("1")], scales=[RAG, {**TWO, "id": "new"}], reports=reports)
        assert not look("R213", plan)

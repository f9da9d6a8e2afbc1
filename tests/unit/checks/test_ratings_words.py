"""Words beside ratings: status words that disagree, ratings that are missing, cells that hold no rating."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ragsite.checks.ratings.wording import quoted, stages
from ragsite.model.plan import Plan
from ragsite.views.milestones import Stage
from tests.factories import RAG, item, make_plan, report
from tests.unit.checks.looking import look, told

NO_KEY = {**RAG, "key": "lost"}
ON_TIME = {
    **RAG,
    "levels": [
        {"id": "amber", "label": "Amber", "tone": "amber", "claims": {"on_time": True}},
        {"id": "green", "label": "Green", "tone": "green"},
    ],
}


def one(rating: Any, *, scale: Any = RAG, item_facts: Any = None, **update: Any) -> Plan:
    updates = [{"item": "1", "rating": rating, **update}]
    return make_plan(
        scales=[scale], items=[item("1", **(item_facts or {}))], reports=[report("2026-03", updates=updates)]
    )


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("Completed", (Stage.DONE,)),
        ("Complete Complete In progress", (Stage.DONE, Stage.DONE, Stage.PROGRESS)),
        ("Complete/ongoing", (Stage.DONE, Stage.PROGRESS)),
        ("Not yet started", (Stage.TODO,)),
        ("Now in place", ()),
        ("Completed by Friday", ()),
        ("", ()),
    ],
)
def test_a_cell_is_read_only_when_all_its_words_are_clear(status: str, expected: tuple[Stage, ...]) -> None:
    assert stages(status) == expected


@given(st.lists(st.sampled_from(["Completed", "Ongoing", "In progress", "Not started", "On track"]), max_size=5))
def test_status_words_in_one_cell_are_read_one_by_one(words: list[str]) -> None:
    assert stages(" ".join(words)) == tuple(stages(word)[0] for word in words)


@given(st.text())
def test_a_quotation_is_one_line_of_limited_length(text: str) -> None:
    said = quoted(text)
    assert "\n" not in said
    assert len(said) <= 102


class TestStatus:
    """R205."""

    @pytest.mark.parametrize("status", ["Ongoing", "in progress", "Complete In progress", "Not started", "On track"])
    def test_open_work_beside_a_finished_rating_is_told(self, status: str) -> None:
        (message,) = told("R205", one("Green", status=status))
        assert f"its status is printed as “{status}”." in message
        assert message.endswith("By the plan's own key the rating means finished.")

    def test_finished_work_beside_a_rating_that_is_not_finished_is_told(self) -> None:
        (message,) = told("R205", one("Amber", status="Completed"))
        assert message.endswith("By the plan's own key only “Green: Finished” means finished.")

    @pytest.mark.parametrize(
        ("rating", "status"),
        [("Green", "Completed"), ("Amber", "Ongoing"), ("Amber", "Complete Ongoing"), ("Green", "Agreed in May")],
    )
    def test_words_that_agree_or_are_not_clear_are_not_told(self, rating: str, status: str) -> None:
        assert not look("R205", one(rating, status=status))

    def test_where_no_level_means_finished_completed_contradicts_none(self) -> None:
        assert not look("R205", one("Amber", scale=ON_TIME, status="Completed"))

    def test_without_a_key_only_what_looks_odd_is_told(self) -> None:
        (message,) = told("R205", one("Green", scale=NO_KEY, status="Ongoing"))
        assert message.endswith("No key says what the rating means, so a reader cannot tell which of the two holds.")
        assert look("R205", one("Amber", scale=NO_KEY, status="Completed"))
        assert not look("R205", one("Amber", scale=NO_KEY, status="Ongoing"))
        assert not look("R205", one("Green", scale=NO_KEY, status="Completed"))


class TestCompletedWithoutRating:
    """R206."""

    def test_it_is_told(self) -> None:
        assert told("R206", one("", status="Completed")) == [
            "The status of “Title of 1” (1) is “Completed” in the report “Report 2026-03”, but the report gives it"
            " no rating."
        ]

    @pytest.mark.parametrize(("rating", "status"), [("Green", "Completed"), ("", "Ongoing"), ("", None)])
    def test_a_rating_or_open_work_is_not(self, rating: str, status: str | None) -> None:
        assert not look("R206", one(rating, status=status))

    def test_a_blank_cell_is_told_by_one_rule_only(self) -> None:
        assert not look("R215", one("", status="Completed"))
        assert look("R215", one(""))


class TestOnTrackInWords:
    """R216."""

    @pytest.mark.parametrize(
        "text", ["The board is on track to place 62% by March.", "Two teams are on target.", "Work is now on schedule."]
    )
    def test_words_that_say_it_beside_a_rating_that_does_not_are_told(self, text: str) -> None:
        (message,) = told("R216", one("Amber", progress=[text]))
        assert message.endswith(f"The text beside it says: “{text.rstrip('.')}”.")

    @pytest.mark.parametrize(
        "text",
        [
            "The work is not on track.",
            "It needs priority to get back on track.",
            "The plan is to be on track by May.",
            "The race is on.",
            "A tracking system is in place.",
        ],
    )
    def test_other_words_are_not(self, text: str) -> None:
        assert not look("R216", one("Amber", progress=[text]))

    def test_levels_that_claim_it_or_have_no_key_are_not(self) -> None:
        text = ["The board is on track."]
        assert not look("R216", one("Amber", scale=ON_TIME, progress=text))
        assert not look("R216", one("Green", progress=text))
        assert not look("R216", one("Amber", scale=NO_KEY, progress=text))


class TestCells:
    """R211 and R215."""

    def plan(self, *ratings: Any, **facts: Any) -> Plan:
        names = [str(number) for number in range(1, len(ratings) + 1)]
        updates = [{"item": name, "rating": rating} for name, rating in zip(names, ratings, strict=True)]
        items = [item(name, missing=name in facts.get("missing", ())) for name in names]
        return make_plan(items=items, reports=[report("2026-03", updates=updates)])

    def test_a_value_is_told_once_with_the_number_of_items(self) -> None:
        (finding,) = look("R211", self.plan("Green", "0", "0", "0"))
        assert finding.message == (
            "The report “Report 2026-03” prints “0” as the rating of 3 items of 4."
            " The key has only Red, Amber and Green."
        )
        assert finding.item == ""

    def test_a_single_item_is_named(self) -> None:
        (finding,) = look("R211", self.plan("Green", "0"))
        assert "the rating of 1 item of 2, “Title of 2”." in finding.message
        assert finding.item == "2"

    def test_blank_cells_are_told_once_and_apart(self) -> None:
        plan = self.plan("Green", "", "", "0")
        assert told("R215", plan) == [
            "The report “Report 2026-03” gives no rating for 2 items of 4: the cell is blank."
        ]
        assert len(look("R211", plan)) == 1

    def test_a_level_from_the_text_is_a_rating(self) -> None:
        said = {"printed": "", "level": "red", "basis": "narrative", "reason": "The text says so."}
        assert not look("R215", self.plan("Green", said))

    def test_an_item_that_the_source_has_no_entry_for_has_no_cell(self) -> None:
        assert not look("R215", self.plan("Green", "", missing=("2",)))

    def test_a_value_that_nobody_explained_is_an_error_of_its_own(self) -> None:
        assert not look("R211", self.plan("Green", "Grene"))

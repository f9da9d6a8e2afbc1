"""The dates of a plan for a diary: clear ones only, moved ones under the same name."""

from datetime import date

import pytest

from ragsite.model.dates import parse_date
from ragsite.model.plan import Plan
from ragsite.views.diary import Engagement, Occasion, by_words, diary
from tests.factories import item, make_plan, report


def dates(plan: Plan) -> dict[str, Engagement]:
    return {one.key: one for one in diary(plan)}


def moved(*days: object) -> Plan:
    """A plan whose item was due in April and got one new date in each later report."""
    updates = [[{"item": "1", "rating": "A", "due": {"date": day}}] for day in days]
    names = [f"2018-0{number}" for number in range(2, 2 + len(days))]
    later = [report(name, updates=update) for name, update in zip(names, updates, strict=True)]
    return make_plan(items=[item("1", due="Apr-18")], reports=[report("2018-01", {"1": "A"}), *later])


@pytest.mark.parametrize(
    ("printed", "words"),
    [
        ("5 April 2018", "by 5 April 2018"),
        ("Apr-18", "by the end of April 2018 (month printed)"),
        ("2018", "by the end of 2018 (year printed)"),
        ("end of November 2018", "by 30 November 2018 (printed: “end of November 2018”)"),
    ],
)
def test_until_when_is_said_as_exactly_as_the_source_and_no_more(printed: str, words: str) -> None:
    assert by_words(parse_date(printed)) == words


def test_a_moved_date_keeps_its_name_and_counts_its_moves() -> None:
    one = dates(moved())["northmere-2026/1/due"]
    two = dates(moved("2018-06", "2018-09"))["northmere-2026/1/due"]
    assert (one.when.iso, one.moves, one.told_on) == ("2018-04", 0, date(2018, 1, 31))
    assert (two.when.iso, two.moves, two.told_on) == ("2018-09", 2, date(2018, 3, 31))
    assert "The date has moved 2 times. First date: April 2018." in two.text


def test_a_date_taken_back_stays_where_it_was_and_is_marked() -> None:
    found = dates(moved({"printed": "TBC"}))["northmere-2026/1/due"]
    assert (found.when.iso, found.is_withdrawn, found.moves) == ("2018-04", True, 1)
    assert found.text[0].startswith("The date was withdrawn.")


def test_overdue_is_told_as_at_the_latest_report() -> None:
    plan = make_plan(items=[item("1", due="2018-01-15")], reports=[report("2018-03", {"1": "A"})])
    assert dates(plan)["northmere-2026/1/due"].title.startswith("Overdue: Recommendation 1. Title of 1")
    finished = make_plan(items=[item("1", due="2018-01-15")], reports=[report("2018-03", {"1": "G"})])
    assert dates(finished)["northmere-2026/1/due"].title.startswith("Due: ")


@pytest.mark.parametrize("printed", ["TBC", "01/02/18", "Jun"])
def test_a_date_that_is_not_clear_is_left_out(printed: str) -> None:
    plan = make_plan(items=[item("1", due={"printed": printed})], reports=[report("2018-03", {"1": "A"})])
    assert [one.occasion for one in diary(plan)] == [Occasion.REPORT]


def test_milestones_keep_their_names_when_others_come_and_dates_move() -> None:
    step = {"text": "Write the policy", "due": "2018-03"}
    alone = make_plan(items=[item("1", milestones=[step])])
    later = make_plan(items=[item("1", milestones=[{"text": "New", "due": "2018-01"}, {**step, "due": "2018-05"}])])
    (name,) = dates(alone)
    assert dates(later)[name].when.iso == "2018-05"
    assert len(dates(later)) == 2


def test_milestones_with_the_same_words_have_names_of_their_own() -> None:
    step = {"text": "Board meeting", "due": "2018-03"}
    plan = make_plan(items=[item("1", milestones=[step, {**step, "due": "2018-06"}])])
    assert len(dates(plan)) == 2


def test_reports_and_the_next_one_are_dates_too() -> None:
    plan = make_plan(reports=[report("2018-05", published="2018-07-03")], next_report={"due": "2018-10"})
    found = dates(plan)
    assert found["northmere-2026/report/2018-05"].when.iso == "2018-07-03"
    expected = found["northmere-2026/next-report/after-2018-05"]
    assert expected.text == ("Expected by the end of October 2018 (month printed).",)

"""The ledger tells every date of an item, counts its moves, and says whether the item was overdue."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ragsite.model.plan import Plan
from ragsite.views import ledger as module
from ragsite.views.ledger import Ledger, ledger
from tests.factories import RAG, item, make_plan, report

LATER = {"date": "2026-06-30", "reason": "Staff left", "agreed_by": "Board"}


def moved(key: str, due: Any, rating: str | None = None, **more: Any) -> dict[str, Any]:
    """A report in which item 1 gets a due date."""
    update = {"item": "1", "due": due if isinstance(due, dict) else {"date": due}, "rating": rating}
    return report(key, updates=[update], **more)


def of(plan: Plan, key: str = "1") -> Ledger:
    return ledger(plan, plan.item_by_id[key])


def test_no_date_means_an_empty_ledger() -> None:
    found = of(make_plan(items=[item("1")], reports=[report("2026-03", {"1": "Red"})]))
    assert (found.entries, found.first, found.current, found.moves) == ((), None, None, 0)
    assert found.overdue(found.plan.reports[0]).words == module.NO_DATE
    assert found.is_overdue(found.plan.reports[0]) is None


def test_the_first_date_applies_from_the_first_report_with_the_item() -> None:
    reports = [report("2026-03"), report("2026-06"), report("2026-09")]
    plan = make_plan(items=[item("1", due="2026-12"), item("2", due="TBC", added="2026-06")], reports=reports)
    assert [one.report and one.report.id for one in (*of(plan).entries, *of(plan, "2").entries)] == [
        "2026-03",
        "2026-06",
    ]


def test_the_first_date_has_no_report_where_the_plan_has_none() -> None:
    (entry,) = of(make_plan(items=[item("1", due="Jan-18")])).entries
    assert (entry.report, entry.due.printed, entry.moves) == (None, "Jan-18", 0)


def test_a_move_has_its_report_its_reason_and_who_agreed() -> None:
    plan = make_plan(items=[item("1", due="2026-04")], reports=[report("2026-03"), moved("2026-06", LATER)])
    first, second = of(plan).entries
    assert (first.moves, first.reason, first.agreed_by) == (0, None, None)
    assert second.report == plan.reports[1]
    assert (second.moves, second.reason, second.agreed_by) == (1, "Staff left", "Board")
    assert (second.first_due.iso, second.due.iso) == ("2026-04", "2026-06-30")


def test_the_ledger_gives_first_and_current_date_and_counts_moves() -> None:
    reports = [moved("2026-03", "2026-05"), moved("2026-06", "2026-08"), moved("2026-09", "2026-11")]
    found = of(make_plan(items=[item("1", due="2026-04")], reports=reports))
    assert found.first
    assert found.current
    assert (found.first.iso, found.current.iso, found.moves) == ("2026-04", "2026-11", 3)


def test_the_same_date_said_again_is_no_move() -> None:
    reports = [moved("2026-03", "April 2026"), moved("2026-06", "2026-04"), moved("2026-09", "TBC ")]
    plan = make_plan(items=[item("1", due="Apr-26")], reports=[*reports, moved("2026-12", "TBC")])
    assert [entry.due.printed for entry in of(plan).entries] == ["Apr-26", "TBC "]


def test_a_date_in_place_of_one_to_be_confirmed_is_the_first_and_no_move() -> None:
    plan = make_plan(items=[item("1", due="TBC")], reports=[moved("2026-03", "2026-05"), moved("2026-06", "2026-07")])
    assert [(entry.first_due.iso, entry.moves) for entry in of(plan).entries] == [
        ("", 0),
        ("2026-05", 0),
        ("2026-05", 1),
    ]


def test_withdrawing_a_date_is_a_move_and_setting_the_next_is_not_another() -> None:
    plan = make_plan(items=[item("1", due="2026-04")], reports=[moved("2026-03", "TBC"), moved("2026-06", "2026-07")])
    assert [entry.moves for entry in of(plan).entries] == [0, 1, 1]
    assert of(plan).entries[-1].first_due.iso == "2026-04"


def test_a_date_that_is_first_given_by_a_report_is_no_move() -> None:
    (entry,) = of(make_plan(items=[item("1")], reports=[report("2026-03"), moved("2026-06", "2026-07")])).entries
    assert entry.report
    assert entry.report.id == "2026-06"
    assert (entry.first_due.iso, entry.moves) == ("2026-07", 0)


def test_an_unclear_date_that_changes_is_a_move() -> None:
    plan = make_plan(items=[item("1", due="01/02/26")], reports=[moved("2026-03", "Jun"), moved("2026-06", "Jul")])
    assert of(plan).moves == 2


def test_dates_of_milestones_are_not_moves() -> None:
    milestones = [{"text": "Hire", "due": "2026-02"}, {"text": "Train", "due": "2026-03"}]
    assert len(of(make_plan(items=[item("1", due="2026-04", milestones=milestones)])).entries) == 1


def test_a_report_knows_nothing_of_later_dates() -> None:
    reports = [report("2026-03"), moved("2026-06", "2026-08"), report("2026-09")]
    plan = make_plan(items=[item("1", due="2026-04")], reports=reports)
    in_force = [of(plan).entry_in(one) for one in plan.reports]
    assert [entry and entry.due.iso for entry in in_force] == ["2026-04", "2026-08", "2026-08"]


def test_there_is_no_date_in_force_before_the_first_is_given() -> None:
    plan = make_plan(items=[item("1")], reports=[report("2026-03", {"1": "Red"}), moved("2026-06", "2026-07", "Red")])
    assert of(plan).entry_in(plan.reports[0]) is None
    assert of(plan).overdue(plan.reports[0]).words == module.NO_DATE


@pytest.mark.parametrize(
    ("due", "as_at", "rating", "expected"),
    [
        ("2026-02", "2026-03-31", "Red", True),
        ("2026-02-28", "2026-02-28", "Red", False),
        ("2026-02-28", "2026-03-01", "Amber", True),
        ("2026-03", "2026-03", "Red", False),  # the month of the report is not over before its last day
        ("2026-04", "2026-03", "Red", False),
        ("2026-02", "2026-03", "Green", False),  # Green claims finished
        ("2026-02", "2026-03", "", None),  # blank: it may have been finished
        ("2026-04", "2026-03", "", False),  # nothing can be late before its date
        ("2026-02", "2026-03", None, None),
        ("TBC", "2026-03", "Red", None),
        ("01/02/26", "2026-03", "Red", None),
        ("TBC", "2026-03", "Green", False),
        ("2026-02", "TBC", "Red", None),
    ],
)
def test_overdue_is_yes_no_or_cannot_be_told(due: str, as_at: str, rating: str | None, expected: bool | None) -> None:
    plan = make_plan(items=[item("1", due=due)], reports=[report("r", {"1": rating}, as_at={"date": as_at})])
    assert of(plan).is_overdue(plan.reports[0]) is expected


def test_a_report_without_a_date_cannot_tell_what_is_overdue() -> None:
    plan = make_plan(
        items=[item("1", due="2020-01")], reports=[report("r", {"1": "Red"}, as_at={"basis": "not stated"})]
    )
    assert of(plan).overdue(plan.reports[0]) == module.Overdue(None, None, module.NO_AS_AT)


@pytest.mark.parametrize(("key", "expected"), [("lost", None), ("printed", True)])
def test_without_a_key_it_cannot_be_told_whether_amber_is_finished(key: str, expected: bool | None) -> None:
    plan = make_plan(
        items=[item("1", due="2026-01")], reports=[report("2026-03", {"1": "Amber"})], scales=[{**RAG, "key": key}]
    )
    overdue = of(plan).overdue(plan.reports[0])
    assert overdue.is_overdue is expected
    assert (module.NO_KEY in overdue.words) == (key == "lost")


def test_overdue_is_told_against_the_first_date_too() -> None:
    plan = make_plan(items=[item("1", due="2026-01")], reports=[moved("2026-03", "2026-06", "Red")])
    overdue = of(plan).overdue(plan.reports[0])
    assert (overdue.is_overdue, overdue.by_first_date) == (False, True)


def test_an_item_outside_a_report_is_not_judged_there() -> None:
    reports = [report("2026-03"), report("2026-06"), report("2026-09")]
    key = item("1", due="2020-01", added="2026-06", closed={"report": "2026-06"})
    plan = make_plan(items=[key], reports=reports)
    assert [of(plan).overdue(one).words == module.NOT_IN_PLAN for one in plan.reports] == [True, False, True]


def test_the_words_say_which_date_passed_and_what_the_rating_means() -> None:
    plan = make_plan(items=[item("1", due="Feb-26")], reports=[report("2026-03", {"1": "Amber"})])
    assert of(plan).overdue(plan.reports[0]).words == (
        "The date, February 2026, had passed as at March 2026. "
        "The report rates it “Amber”, which does not mean finished."
    )


@given(st.dates(date(2000, 1, 1), date(2060, 12, 31)), st.integers(-400, 400))
def test_a_day_is_overdue_exactly_when_it_lies_before_the_report(as_at: date, ahead: int) -> None:
    due = as_at + timedelta(days=ahead)
    one = report("r", {"1": "Red"}, as_at={"date": as_at.isoformat()})
    plan = make_plan(items=[item("1", due=due.isoformat())], reports=[one])
    assert of(plan).is_overdue(plan.reports[0]) == (ahead < 0)


@given(st.lists(st.sampled_from(["2026-04", "2026-05", "TBC", "Jun", "01/02/26", "2026"]), max_size=8))
def test_moves_never_fall_and_never_exceed_the_changes(dues: list[str]) -> None:
    reports = [moved(f"2026-{month:02}", due) for month, due in enumerate(dues, 1)]
    found = of(make_plan(items=[item("1", due="2026-03")], reports=reports))
    moves = [entry.moves for entry in found.entries]
    assert moves == sorted(moves)
    assert moves[-1] <= len(found.entries) - 1
    assert {entry.first_due.iso for entry in found.entries} == {"2026-03"}
    pairs = zip(found.entries, found.entries[1:], strict=False)
    assert all(one.due.printed != two.due.printed for one, two in pairs)

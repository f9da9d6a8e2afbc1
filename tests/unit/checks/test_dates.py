"""Dates: open ones, those outside the plan, moves nobody explains, and what was late as at a report."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ragsite.model.plan import Plan
from tests.factories import evidence, item, make_plan, measure, observation, report
from tests.unit.checks.looking import items_told, look, told

LIFE = {"start": "2017", "end": "2019"}
GIVEN = {"reason": "Staff left.", "agreed_by": "Improvement Board"}


def due(*dates: Any, **facts: Any) -> Plan:
    """A plan with one item for each date."""
    items = [item(str(number), due=one) for number, one in enumerate(dates, start=1)]
    return make_plan(items=items, **facts)


def over(first: Any, *updates: dict[str, Any]) -> Plan:
    """A plan of one item; each update stands in a report of its own, from January 2026 on."""
    reports = [
        report(f"2026-0{number}", updates=[{"item": "1", "rating": "Red", **update}])
        for number, update in enumerate(updates, start=1)
    ]
    return make_plan(items=[item("1", due=first)], reports=reports)


class TestReading:
    """D301 and D302."""

    def test_a_date_with_two_readings_is_told_with_both(self) -> None:
        (finding,) = look("D301", due("01/02/18", "13/02/18", "Jun"))
        assert finding.message == (
            "“Title of 1” (1) has a date that can be read in two ways:"
            " the date “01/02/18” (1 February 2018 or 2 January 2018)."
        )
        assert "means: 2018-01-02" in finding.fix

    def test_one_that_somebody_has_read_is_not(self) -> None:
        assert not look("D301", due({"printed": "01/02/18", "means": "2018-02-01"}))

    @pytest.mark.parametrize(
        ("written", "lacks"),
        [("TBC", "to be confirmed"), ({"printed": "Jun"}, "no year"), ({"printed": "latter part of May"}, "not clear")],
    )
    def test_a_date_that_cannot_be_placed_is_told_with_the_reason(self, written: Any, lacks: str) -> None:
        (message,) = told("D302", due(written))
        assert message.endswith(f"({lacks}).")

    @pytest.mark.parametrize("written", ["Jan-18", "July 2020", "end of November 2010", "2017/18-Q1", "2018"])
    def test_dates_that_are_only_coarse_are_not_told(self, written: str) -> None:
        plan = due(written)
        assert not look("D301", plan)
        assert not look("D302", plan)

    def test_the_dates_of_an_item_are_told_together(self) -> None:
        steps = [{"text": "Draft", "due": "1st September"}, {"text": "Agreed", "due": "October"}]
        plan = make_plan(items=[item("1", due="TBC", milestones=steps), item("2", due="TBC")])
        assert items_told("D302", plan) == ["1", "2"]
        assert told("D302", plan)[0].startswith("“Title of 1” (1) has 3 dates that cannot be placed: the date “TBC”")

    def test_dates_of_measures_and_evidence_are_seen_too(self) -> None:
        plan = make_plan(
            measures=[measure("visits", targets=[{"by": {"printed": "Jun"}, "value": "9"}])],
            observations=[observation("visits", "July", "8")],
            evidence=[evidence("audit", date="TBC")],
        )
        assert [message.partition(" has ")[0] for message in told("D302", plan)] == [
            "Measure “Measure visits”",
            "Evidence “Evidence audit”",
        ]


class TestLife:
    """D303 and D306."""

    @pytest.mark.parametrize(
        ("written", "said"),
        [
            ("Mar-16", "March 2016, lies before the plan began (2017)"),
            ("Jan-20", "January 2020, lies after the plan ends (2019)"),
        ],
    )
    def test_a_date_outside_the_plan_is_told(self, written: str, said: str) -> None:
        assert told("D303", due(written, period=LIFE)) == [f"“Title of 1” (1): the date, {said}."]

    @pytest.mark.parametrize("written", ["Jan-17", "Dec-19", "2016/17", "TBC", "January"])
    def test_a_date_that_touches_it_or_is_open_is_not(self, written: str) -> None:
        assert not look("D303", due(written, period=LIFE))

    def test_a_plan_that_does_not_say_its_life_is_not_checked(self) -> None:
        assert not look("D303", due("1999"))

    @given(st.dates(date(2010, 1, 1), date(2030, 1, 1)))
    def test_exactly_the_days_outside_are_told(self, day: date) -> None:
        is_outside = not date(2017, 1, 1) <= day <= date(2019, 12, 31)
        assert bool(look("D303", due(day.isoformat(), period=LIFE))) is is_outside

    def test_evidence_dated_after_the_report_is_told(self) -> None:
        update = {"item": "1", "evidence": ["audit"]}
        plan = make_plan(
            items=[item("1")],
            reports=[report("2026-03", updates=[update]), report("2026-06", updates=[update])],
            evidence=[evidence("audit", date="2026-05")],
        )
        (finding,) = look("D306", plan)
        assert finding.report == "2026-03"
        assert "names “Evidence audit” as evidence, which is dated May 2026, after the report." in finding.message

    def test_the_day_of_publication_counts_when_it_is_later(self) -> None:
        update = {"item": "1", "evidence": ["audit"]}
        plan = make_plan(
            items=[item("1")],
            reports=[report("2026-03", updates=[update], published="2026-05-12")],
            evidence=[evidence("audit", date="2026-05")],
        )
        assert not look("D306", plan)

    def test_a_report_published_before_the_time_it_speaks_of_is_told(self) -> None:
        assert look("D306", make_plan(reports=[report("2026-03", published="2026-02-28")]))
        assert not look("D306", make_plan(reports=[report("2026-03", published="2026-03-01")]))

    def test_a_value_after_the_latest_report_is_told_and_a_target_is_not(self) -> None:
        plan = make_plan(
            reports=[report("2026-03")],
            measures=[measure("visits", targets=[{"by": "2027-03", "value": "90"}])],
            observations=[observation("visits", "2026-03", "88"), observation("visits", "2026-05", "89")],
        )
        assert told("D306", plan) == ["“Measure visits” has a value for May 2026, after the latest report."]

    def test_without_dated_reports_nothing_is_from_the_future(self) -> None:
        plan = make_plan(measures=[measure("visits")], observations=[observation("visits", "2030", "1")])
        assert not look("D306", plan)


class TestMoves:
    """D304."""

    @pytest.mark.parametrize(
        ("said", "lacks"),
        [
            ({}, "why or who agreed to it"),
            ({"reason": "Staff left."}, "who agreed to it"),
            ({"agreed_by": "Board"}, "why"),
        ],
    )
    def test_a_move_says_why_and_who_agreed_or_is_told(self, said: dict[str, str], lacks: str) -> None:
        plan = over("2026-06", {}, {"due": {"date": "2026-09", **said}})
        assert told("D304", plan) == [
            "The date of “Title of 1” (1) moved from June 2026 to September 2026 in the report “Report 2026-02”."
            f" It does not say {lacks}."
        ]

    def test_every_move_is_told(self) -> None:
        plan = over("2026-06", {"due": {"date": "2026-08"}}, {"due": {"date": "2026-09"}})
        assert [finding.report for finding in look("D304", plan)] == ["2026-01", "2026-02"]

    def test_a_date_withdrawn_is_a_move(self) -> None:
        (message,) = told("D304", over("2026-06", {"due": {"date": "TBC"}}))
        assert "moved from June 2026 to “TBC” in the report" in message

    @pytest.mark.parametrize(
        ("first", "move"),
        [
            ("2026-06", {"date": "2026-09", **GIVEN}),
            ("TBC", {"date": "2026-09"}),
            (None, {"date": "2026-09"}),
            ("Jun-26", {"date": "2026-06"}),
        ],
    )
    def test_an_explained_move_a_first_date_or_the_same_date_is_not(self, first: Any, move: dict[str, str]) -> None:
        assert not look("D304", over(first, {"due": move}))


class TestOverdue:
    """D305 and D307."""

    def test_a_date_that_had_passed_is_told(self) -> None:
        assert told("D305", over("2025-12", {})) == [
            "“Title of 1” (1) was due by December 2025. That date had passed as at the report “Report 2026-01”,"
            " which rates it “Red”."
        ]

    def test_the_first_date_counts_although_it_was_moved(self) -> None:
        (message,) = told("D305", over("2025-12", {"due": {"date": "2026-09", **GIVEN}}))
        assert message.startswith(
            "“Title of 1” (1) is due by September 2026, but was first due by December 2025. The first date had passed"
        )

    def test_both_dates_may_have_passed(self) -> None:
        (message,) = told("D305", over("2025-06", {"due": {"date": "2025-12", **GIVEN}}))
        assert "was due by December 2025, and first by June 2025. Both dates had passed" in message

    @pytest.mark.parametrize("rating", ["Green", "0"])
    def test_finished_items_and_those_without_a_rating_are_not_told(self, rating: str) -> None:
        assert not look("D305", over("2025-12", {"rating": rating}))

    def test_the_latest_rating_decides(self) -> None:
        assert not look("D305", over("2025-12", {}, {"rating": "Green"}))
        assert [finding.report for finding in look("D305", over("2025-12", {}, {"rating": "0"}))] == ["2026-01"]

    @given(st.integers(-400, 400))
    def test_only_days_before_the_month_of_the_report_have_certainly_passed(self, days: int) -> None:
        day = date(2026, 1, 1) + timedelta(days=days)
        assert bool(look("D305", over(day.isoformat(), {}))) is (days < 0)

    @pytest.mark.parametrize(
        ("status", "written", "is_told"),
        [
            ("In progress", "2025-12", True),
            ("Not started", "2025-12", True),
            ("Completed", "2025-12", False),
            (None, "2025-12", False),
            ("In progress", "2026-01", False),
            ("In progress", "November", False),
        ],
    )
    def test_a_milestone_that_is_open_after_its_date_is_told(
        self, status: str | None, written: str, is_told: bool
    ) -> None:
        step = {"text": "Form agreed", "due": written, "status": status}
        plan = make_plan(items=[item("1", milestones=[step])], reports=[report("2026-01", {"1": "Red"})])
        assert bool(look("D307", plan)) is is_told

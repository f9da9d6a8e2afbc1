"""The day by which a report had been given comes from the content, never from the clock."""

from datetime import date

from ragsite.views.moment import covered, given_by, last_given
from tests.factories import make_plan, report

NO_DATE = {"as_at": {"basis": "not stated"}}


def test_the_day_of_publication_comes_before_the_date_it_speaks_of() -> None:
    plan = make_plan(reports=[report("2018-05", published="2018-07-03")])
    assert given_by(plan, plan.reports[0]) == date(2018, 7, 3)


def test_a_month_counts_with_its_last_day() -> None:
    plan = make_plan(reports=[report("2018-02")])
    assert given_by(plan, plan.reports[0]) == date(2018, 2, 28)


def test_an_undated_report_was_given_by_the_next_dated_one() -> None:
    reports = [report("initial", sequence=1, **NO_DATE), report("2018-01", sequence=2), report("2018-05", sequence=3)]
    plan = make_plan(reports=reports)
    assert given_by(plan, plan.report_by_id["initial"]) == date(2018, 1, 31)


def test_the_last_report_without_a_date_takes_that_of_the_one_before() -> None:
    reports = [report("2018-01", sequence=1), report("2018-05", sequence=2), report("final", sequence=3, **NO_DATE)]
    plan = make_plan(reports=reports)
    assert given_by(plan, plan.report_by_id["final"]) == date(2018, 5, 31)


def test_without_any_dated_report_the_source_says_it_and_else_nothing() -> None:
    source = {"id": "paper", "title": "The paper", "publisher": "Northmere Council", "date": "2018-11-05"}
    dated = make_plan(reports=[report("only", **NO_DATE)], sources=[source])
    undated = make_plan(reports=[report("only", **NO_DATE)])
    assert (last_given(dated), last_given(undated), last_given(make_plan())) == (date(2018, 11, 5), None, None)


def test_the_days_covered_run_from_the_first_to_the_last() -> None:
    plan = make_plan(reports=[report("2018-01"), report("2018-05"), report("last", sequence=9, **NO_DATE)])
    assert covered(plan) == (date(2018, 1, 1), date(2018, 5, 31))
    assert covered(make_plan()) is None

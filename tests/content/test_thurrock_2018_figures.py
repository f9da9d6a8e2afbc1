"""Thurrock, 2018: indicators, targets, comparators, stated averages and the cover report's figures."""

import pytest

from ragsite.model.plan import Plan
from ragsite.model.site import Site
from tests.content.facts import day, number, rows

PLAN = "thurrock-2018"

# Indicators by month as printed, July to December 2017; "-" for a blank cell; then the notes column.
MONTHS = ("2017-07", "2017-08", "2017-09", "2017-10", "2017-11", "2017-12")
INDICATORS = rows("""
    149 p1-ind-1 | - 10 - - - -                                |
    150 p1-ind-2 | - - - - - -                                 |
    168 p2-ind-1 | 99.7% 97.1% 99.5% 100.0% 100.0% 100.0%      |
    169 p2-ind-2 | - 2 7 5 4 6                                 | 4
    170 p2-ind-3 | - - 93.3% 97.1% 92.5% 90.8%                 | 96.7%
    188 p3-ind-1 | 94.6 92.9 88.8 94.5 89.8 98.1               |
    189 p3-ind-2 | 50.0% 13.8% - - - -                         | Data for audits being collated
    190 p3-ind-3 | - - - - - -                                 | data on LCS being cleansed
    218 p4-ind-1 | - - - - - -                                 |
    219 p4-ind-2 | 100% 100% 100% 100% 100% 100%               | Do not record
    220 p4-ind-3 | 215.5 215.5 215.5 215.5 215.5 215.5         | ALB
    221 p4-ind-4 | - - - - - -                                 | Data to be collated
    222 p4-ind-5 | - - - - - -                                 | Data to be collated
    267 p5-ind-1 | - - - - - -                                 | data currently being cleansed, wi
    268 p5-ind-2 | - - 97.10% - - -                            | 88.80% Only collected quarterly
    269 p5-ind-3 | - - - - - -                                 | 69.40%
    282 p6-ind-1 | - - - - - -                                 | Information being collated
    283 p6-ind-2 | - - - - - -                                 | Information being collated
    298 p7-ind-1 | 73.2 69.6 67.7 67.4 67.3 67.1               |
    299 p7-ind-2 | - - - - - 88.80%                            |
    300 p7-ind-3 | - - - - - 53.30%                            |
""")

# Success measures with a number to reach: measure | target | latest value in the progress column, if any.
TARGETS = rows("""
    156 p1-caseload                  | 18  |
    159 p1-supervision               | 90  | 85
    193 p3-referrals-24h             | 95  | 85
    194 p3-strategy-records          | 80  |
    195 p3-seen-5-days               | 90  | 83
    196 p3-assessments-on-time       | 85  | 93.8
    196 p3-assessments-good          | 70  | 30
    196 p3-assessments-inadequate    |     | 10
    197 p3-risk-tools                | 70  |
    198 p3-ind-2                     | 70  |
    200 p3-visits                    | 90  |
    201 p3-plo-20-weeks              | 90  |
    202 p3-recording-on-time         | 80  |
    202 p3-decisions-recorded        | 80  |
    203 p3-ehc-plans-smart           | 80  |
    204 p3-transition-support        | 80  |
    205 p3-disability-pathway-plans  | 95  |
    206 p3-case-audits-good          | 70  |
    210 p3-participation             | 10  |
    211 p3-decisions-24h             | 90  |
    211 p4-ind-4                     | 90  |
    211 p4-ind-5                     | 90  |
    212 p3-permanence-plan           | 100 |
    213 p3-second-review-audit       | 100 |
    179 p2-ind-1                     | 70  |
    233 p4-good-schools              | 90  | 84
    234 p4-peps-current              | 80  | between 86 and 100% by year group
    235 p4-plans-audited             | 90  | 53; 22
    238 p4-delegated-authority       | 100 |
    239 p4-household-reviews         |     | 71.5; 94; 4.5
    241 p4-private-fostering         |     | 11
    243 p4-viability                 | 100 |
    248 p4-s20-share                 | 25  |
    249 p4-care-plans                | 100 |
    252 p4-adopter-demand            |     | 8
    255 p4-post-adoption-wait        | 6   | 2; 2
    255 p4-post-adoption-assessment  | 45  | assessment within 4 weeks
    256 net-approved-carers          | 60; 60 |
    257 p4-adoption-audit-good       | 75  |
    275 p5-seen-assessment           | 95  |
    275 p5-seen-cp                   | 90  |
    275 p5-seen-cla                  | 95  |
    275 p5-seen-cin                  | 95  |
    291 p6-ind-1                     | 100 | all offered interview
    291 p6-ind-2                     | 100 | 98
    291 p6-referred-home             |     | 76
    291 p6-takeup-home               |     | 38
    291 p6-referred-care             |     | 94
    291 p6-takeup-care               |     | 23
    305 p7-in-contact                | 90  |
    307 p7-ind-2                     | 95; 100 | 88
    307 p7-ind-3                     | 75  | 53
    313 p7-health-passport           | 100 |
""")
WORDED = rows("""
    p1-unallocated     | None
    p1-vacancies       | Below 20%
    in-house-capacity  | Increase by 20% annually for 3 years
    p7-ind-1           | TBC
    p7-apprenticeships | TBC
""")
IN_COVER_REPORT = rows("""
    p1-agency-social-workers      | 2016-03 | 60
    p1-agency-social-workers      | 2018-05 | 39
    cp-plan-rate                  | 2017-03 | 68
    cp-plan-rate                  | 2018-03 | 54
    cla-rate                      | 2017-03 | 82
    cla-rate                      | 2018-03 | 73.3
    placed-within-20-miles        | 2018-03 | 87
    net-placements                | 2017/18 | 20
    fostering-assessments         | 2017/18 | 23; 17; 6
    fostering-assessments-on-time | 2017/18 | 78.2
    placed-for-adoption-12-months | 2017/18 | 100
    placement-order-to-match      | 2017/18 | 47.3
""")
NEIGHBOURS = rows("""
    cp-plan-rate           | 54.6
    cla-rate               | 68
    placed-within-20-miles | 82
""")

# Priority | previous and current in the summary table | previous and current in the box beside its own table.
AVERAGES = rows("""
    p1 | 2.8 3.3 | 3 3
    p2 | 1.7 2.3 | 2 2
    p3 | 1.5 2.5 |
    p4 | 2.0 2.9 | 2 3
    p5 | 2.0 2.0 | 2 2
    p6 | 1.5 2.5 | 2 3
    p7 | 2.3 2.4 | 2 2
    p8 | 2.6 2.9 | 3 3
""")


@pytest.fixture(scope="module")
def plan(site: Site) -> Plan:
    return next(plan for plan in site.plans if plan.id == PLAN)


@pytest.mark.parametrize(("place", "cells", "note"), INDICATORS)
def test_each_month_has_the_value_printed_under_it(csv, place: str, cells: str, note: str) -> None:
    line, measure = place.split()
    table = [row for row in csv(PLAN, "observations") if row["measure"] == measure and row["source"] == line]
    months = {row["period"]: row["as_printed"] for row in table if row["period"]}
    assert months == {month: cell for month, cell in zip(MONTHS, cells.split(), strict=True) if cell != "-"}
    assert all(row["value"] == row["as_printed"].rstrip("%") for row in table if row["period"])
    assert [row["as_printed"] for row in table if row["series"] == "Notes column" and row["as_printed"]] == [
        note for note in (note,) if note
    ]


def test_a_year_to_date_of_nought_is_read_as_blank(csv) -> None:
    cells = {row["measure"]: row for row in csv(PLAN, "observations") if row["series"] == "Year to date"}
    assert set(cells) == {place.split()[1] for place, _, _ in INDICATORS}
    assert cells.pop("p1-ind-1")["value"] == "10"
    assert {(row["value"], row["as_printed"], row["status"]) for row in cells.values()} == {("", "0", "not-available")}


@pytest.mark.parametrize(("place", "target", "latest"), TARGETS)
def test_every_target_and_current_figure_of_a_success_measure(
    plan: Plan, csv, place: str, target: str, latest: str
) -> None:
    measure = place.split()[1]
    assert "; ".join(number(one.value) for one in plan.measure_by_id[measure].targets) == target
    current = [
        row["value"] or row["as_printed"]
        for row in csv(PLAN, "observations")
        if row["measure"] == measure and not row["period"] and row["series"] not in ("Year to date", "Notes column")
    ]
    assert "; ".join(current) == latest


@pytest.mark.parametrize(("measure", "words"), WORDED)
def test_targets_in_words_stay_words(plan: Plan, measure: str, words: str) -> None:
    assert [one.words for one in plan.measure_by_id[measure].targets] == [words]


def test_targets_of_the_cover_report(plan: Plan) -> None:
    by_date = {
        measure: [(day(one.by), number(one.value)) for one in plan.measure_by_id[measure].targets]
        for measure in ("in-house-share", "in-house-children", "new-fostering-households", "net-approved-carers")
    }
    assert by_date == {
        "in-house-share": [("2020", "80")],
        "in-house-children": [("2020", "230")],
        "new-fostering-households": [("", "45")],
        "net-approved-carers": [("2020", "60"), ("", "60")],
    }
    capacity = plan.measure_by_id["in-house-capacity"].baseline
    assert capacity is not None
    assert number(capacity.value) == "80"


@pytest.mark.parametrize(("measure", "period", "values"), IN_COVER_REPORT)
def test_every_dated_figure_of_the_cover_report(csv, measure: str, period: str, values: str) -> None:
    found = [row["value"] for row in csv(PLAN, "observations") if (row["measure"], row["period"]) == (measure, period)]
    assert "; ".join(found) == values


def test_eighteen_of_twenty_three_fostering_assessments_were_on_time(plan: Plan, csv) -> None:
    (row,) = [row for row in csv(PLAN, "observations") if row["numerator"]]
    assert (row["measure"], row["numerator"], row["denominator"]) == ("fostering-assessments-on-time", "18", "23")
    assert row["as_printed"] == "78.2% (18)"


@pytest.mark.parametrize(("measure", "value"), NEIGHBOURS)
def test_statistical_neighbours_are_the_only_comparators_with_figures(plan: Plan, measure: str, value: str) -> None:
    (one,) = plan.measure_by_id[measure].comparators
    assert (one.kind.value, number(one.value)) == ("statistical-neighbours", value)
    assert {one.id for one in plan.measures if one.comparators} == {measure for measure, _ in NEIGHBOURS}


def test_agency_staff_came_down_from_over_70_to_44(plan: Plan, csv) -> None:
    baseline = plan.measure_by_id["p1-agency-staff"].baseline
    assert baseline is not None
    assert baseline.printed == "over 70"
    found = [row["as_printed"] for row in csv(PLAN, "observations") if row["measure"] == "p1-agency-staff"]
    assert found == ["over 70", "44"]


@pytest.mark.parametrize(("priority", "summary", "box"), AVERAGES)
def test_both_places_of_the_stated_averages(plan: Plan, priority: str, summary: str, box: str) -> None:
    assert _stated(plan, priority, "summary table") == summary.split()
    assert _stated(plan, priority, "box beside") == box.split()


def test_the_overall_averages_and_the_share_are_stated(plan: Plan) -> None:
    stated = {one.id: one.printed for report in plan.reports for one in report.statements}
    assert (stated["overall-previous"], stated["overall-current"]) == ("2.0", "2.6")
    assert stated["fostering-assessments-on-time"] == "78.2% (18)"
    assert len(stated) == 2 + 16 + 14 + 1


def _stated(plan: Plan, priority: str, place: str) -> list[str]:
    """The averages stated for a priority in one place, the previous before the current."""
    found = {
        one.period.value: one.printed
        for report in plan.reports
        for one in report.statements
        if one.item == priority and place in one.label
    }
    return [found[period] for period in ("previous", "current") if period in found]

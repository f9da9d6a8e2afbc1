"""Leicestershire, November 2018: every measure's starting figure, targets and values as the paper has them."""

from decimal import Decimal

import pytest

from ragsite.model.plan import Plan
from ragsite.model.site import Site
from tests.content.facts import figure, number, observed, rows, targets

PLAN = "leicestershire-2018"

# Measure, its recommendations, outturn 2016/17, targets. Measures without any of the last two are not listed.
TARGETS = rows("""
    reports-in-place             | 1      | N/A      | 2017-06=All in place; 2018-03=In place; 2020-03=In place
    fostering-adoption-reports | 1 | N/A | 2018-03=System generated; 2018-12=Developed in Tableau; 2020-03=In place
    annual-returns               | 1      | N/A      | 2018-03=System generated
    supervision-timeliness       | 2      | 84       | 2018-12=83; 2020-03=83
    supervision-standard         | 2      |          | 2018-12=100; 2020-03=100
    case-file-audit-oversight    | 2      | N/A      | 2018-03=90
    caseload-average             | 3      | 20       |
    caseload-asye                | 3      |          | 2018-03=15; 2020-03=13
    caseload-senior-practitioner | 3      |          | 2018-03=15; 2020-03=13
    caseload-social-worker       | 3      |          | 2018-03=20; 2020-03=19
    re-referrals                 | 5      | 17       | 2018-03=22; 2020-03=22
    repeat-plans                 | 5      | 18.8     | 2018-03=18; 2020-03=18
    permanence-second-review     | 5 7    | N/A      | 2018-03=100; 2020-03=100
    rec-6-first                  | 6      | N/A      | 2018-03=80; 2020-03=100%
    rec-6-second                 | 6      | N/A      | 2018-03=80; 2020-03=100%
    rec-6-third                  | 6      | N/A      | 2018-03=80; 2020-03=100%
    placement-moves              | 14 7 8 | 8.1      | 2018-03=7.5; 2020-03=7
    sdq-average                  | 8      | N/A      | 2018-03=16; 2020-03=16
    sdq-completion               | 8      | N/A      | 2018-03=75; 2020-03=100
    emotional-health-audits      | 8      |          | 2018-03=85; 2020-03=100
    return-interviews-completed  | 9      |          | 2018-03=90; 2020-03=95
    cin-audit-good               | 10     | 33       | 2018-03=100; 2020-03=100
    support-plan-quality         | 11     |          | 2018-03=100; 2020-03=100
    pathway-plans                | 12     | manual   | 2018-03=95; 2020-03=95%
    care-leavers-accommodation   | 12     | 79.3     | 2018-03=92; 2020-03=95%
    care-leavers-in-touch        | 12     | 90       | 2018-03=90; 2020-03=95%
    long-term-stability          | 14     |          | 2018-03=69.3; 2020-03=68.5
    care-leavers-eet             | 15 12  | 50.4     | 2018-03=52; 2020-03=55
    homeless-16-17               | 16     | QA audit | 2018-03=100; 2020-03=100
    staff-turnover               | 17     | 12.4     | 2018-03=Figures released November 18
    qualified-social-workers     | 17     | 215.5    | 2018-03=Figures released November 18
    vacancy-rate                 | 17     | 6.1      | 2018-03=Figures released November 18
    agency-staff                 | 17 3   | 12       | 2018-03=Figures released November 18
""")

OBSERVED = rows("""
    reports-in-place             |            | “System generated”
    fostering-adoption-reports   |            | “Manual”
    annual-returns               |            | “System/ma nual”
    supervision-timeliness       | 2018-09    | 88
    supervision-timeliness       | 2018-09    | 84
    supervision-standard         | 2018-09    | 75
    case-file-audit-oversight    |            | 69
    case-file-audit-oversight    |            | 88
    cse-missing-audit-good       |            | 42 (13/31)
    cse-missing-audit-enhance    |            | 58 (18/31)
    caseload-average             | 2016-12    | 30
    caseload-average             |            | “ranged from 17 to 19”
    caseload-average             | 2018-06    | 21
    caseload-average             | 2018-06    | “some outliers at 30+”
    caseload-average             | 2018-09    | 19
    caseload-average             | 2018-09    | 22
    caseload-average             |            | “caseloads in the 20's”
    additional-posts             |            | 37
    social-workers-recruited     | 2018       | “over 30 Social Work posts this year”
    social-workers-recruited     |            | 31.5
    peripatetic-social-workers   | 2018-09    | 2
    vacancies                    | 2018-10    | 37
    re-referrals                 |            | 25
    re-referrals                 | 2018-09    | 30.6
    re-referrals                 | 2018-09    | 30
    repeat-plans                 | 2017/18    | 24
    repeat-plans                 | 2018-09    | 8.1 (3/37)
    repeat-plans                 | 2018/19    | 16.5
    permanence-second-review     |            | “New Permanenc e agreed at the end of Sept: 40”
    new-permanence               | 2018-09    | 40
    resource-decisions           |            | 70
    discharges-from-care         | 2018-09    | 78
    cp-reviews-in-time           |            | 94
    cp-reviews-in-time           |            | 95.8
    cp-visits-4-weeks            | 2018-08    | 75.5
    cp-visits-4-weeks            | 2018-09    | 90.7
    rec-6-first                  |            | “*”
    rec-6-second                 |            | “*”
    rec-6-third                  |            | 71.6
    placement-moves              | 2018-09    | 8.5
    placement-moves              | 2018-09    | 8
    sdq-average                  |            | “78.5% of LAC scored 16 or less”
    sdq-16-or-less               | 2018-09    | 78.5
    sdq-17-referred              | 2018-09    | 46
    sdq-completion               | 2018-09    | 78.6
    emotional-health-audits      |            | 80
    looked-after-children        | 2018-09    | 586
    dpst-stay-in-placement       |            | 7
    dpst-stay-at-home            |            | 3
    independent-visitors         |            | 33
    missing-individuals          |            | 24
    missing-individuals          |            | 39
    return-interviews-offered    | 2018-09    | 90
    return-interviews-offered    | 2018-09    | 100
    return-interviews-offered    | 2018-09    | 97.5
    return-interviews-completed  |            | 90
    return-interviews-completed  |            | 95
    return-interviews-completed  |            | 100 (84/84)
    cin-audit-good               |            | “*”
    cin-review-cohort            | 2017-10    | 200
    cin-cases-early-help         |            | “less than 100”
    support-plan-quality         |            | “*”
    sgo-plans-in-place           |            | “All SGO places have support plans in place”
    sgo-discharges               |            | 45
    sgo-discharges               |            | 25
    sgo-discharges               |            | 29
    pathway-plans                |            | “*”
    pathway-plans                |            | 80.5
    care-leavers-accommodation   | 2018-09    | 90.8
    care-leavers-in-touch        | 2018-07    | 93.4
    care-leavers-in-touch        | 2018-09    | 94.6
    private-fostering            | 2018       | 3
    private-fostering            | 2018-09    | 4
    private-fostering-leaflets   | 2018-09    | 7000
    long-term-stability          | 2018-09    | 67
    children-returned-home       |            | 26
    care-leavers-eet             | 2018-09    | 55.7 (134/)
    care-leaver-apprenticeships  |            | 2
    homeless-16-17               |            | “QA audit”
    staff-turnover               |            | “Figures released November 18”
    qualified-social-workers     |            | “Figures released November 18”
    vacancy-rate                 |            | “Figures released November 18”
    agency-staff                 |            | “Figures released November 18”
    agency-staff                 | 2018-10    | 49
    annual-conferences           |            | 3
    social-work-apprenticeships  |            | 6
    front-line-participants      |            | 4
""")

# The paper gives no value by grade of staff, none for private fostering, and those of recommendation 7 are lost.
WITHOUT_FIGURES = (
    "caseload-asye",
    "caseload-senior-practitioner",
    "caseload-social-worker",
    "pathway-plan-15-plus",
    "placements-2-years-or-adopted",
    "days-care-to-adoption",
    "days-authority-to-match",
    "private-fostering-in-time",
)

COMPARATORS = rows("""
    cp-reviews-in-time | statistical-neighbours | 89.1 |
    placement-moves    | rank                   |      | top quartile
    sdq-average        | national               | 16   |
    care-leavers-eet   | statistical-neighbours | 47   |
    care-leavers-eet   | rank                   |      | second quartile
""")


@pytest.fixture(scope="module")
def plan(site: Site) -> Plan:
    return next(plan for plan in site.plans if plan.id == PLAN)


def test_every_starting_figure_and_target_is_as_printed(plan):
    found = [
        (one.id, " ".join(one.items), figure(one.baseline), targets(one))
        for one in plan.measures
        if one.baseline or one.targets
    ]
    assert found == TARGETS


def test_every_value_is_as_printed(plan):
    assert [observed(one) for one in plan.observations] == OBSERVED


def test_every_value_stands_in_the_data(csv):
    found = csv(PLAN, "observations")
    assert [(row["measure"], row["period"]) for row in found] == [row[:2] for row in OBSERVED]
    plain = [number(Decimal(row["value"])) if row["value"] else f"“{row['as_printed']}”" for row in found]
    assert plain == [value.split(" (")[0] for _, _, value in OBSERVED]
    counts = {row["measure"]: (row["numerator"], row["denominator"]) for row in found if row["numerator"]}
    assert counts["repeat-plans"] == ("3", "37")
    assert counts["cse-missing-audit-good"] == ("13", "31")
    assert counts["cse-missing-audit-enhance"] == ("18", "31")


def test_every_measure_has_a_value_unless_the_paper_gives_none(plan):
    assert tuple(one.id for one in plan.measures if one.id not in plan.observations_by_measure) == WITHOUT_FIGURES


def test_every_comparison_is_as_printed(plan):
    found = [
        (one.id, other.kind, number(other.value), other.words or "")
        for one in plan.measures
        for other in one.comparators
    ]
    assert found == COMPARATORS


def test_a_star_is_told_as_a_figure_being_checked_except_where_it_may_point_elsewhere(plan):
    stars = {one.measure: one.status.value for one in plan.observations if one.as_printed == "*"}
    checked = dict.fromkeys(("rec-6-first", "rec-6-second", "support-plan-quality", "pathway-plans"), "being-checked")
    assert stars == {**checked, "cin-audit-good": "words"}


def test_a_count_of_21_is_not_taken_for_a_day_of_june(plan):
    caseload = next(one for one in plan.observations if one.as_printed == "21 June 2018")
    assert (number(caseload.value), caseload.period.iso) == ("21", "2018-06")


def test_targets_below_the_starting_figure_and_dates_in_the_wrong_column_are_noted(plan):
    timeliness = plan.measure_by_id["supervision-timeliness"]
    assert any("lower than" in note.text for note in timeliness.notes)
    assert timeliness.targets[0].printed == "Dec18 83%"
    assert "March 18" in timeliness.targets[0].note


def test_a_score_is_not_compared_with_a_percentage(plan):
    assert plan.measure_by_id["sdq-average"].unit == "score"
    assert all(one.value is None for one in plan.observations_by_measure["sdq-average"])

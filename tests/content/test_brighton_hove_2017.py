"""Brighton & Hove, September 2017: recommendations, ratings and figures as the progress table has them."""

from decimal import Decimal

import pytest

from ragsite.model.plan import Plan
from ragsite.model.site import Site
from tests.content.facts import day, number, observed, rated, rows, said, targets

PLAN = "brighton-hove-2017"

RATINGS = rows("""
    1  | Green | green
    2  | Amber | amber
    3  | Green | green
    4  | Green | green
    5  | Green | green
    6  | Green | green
    7  | Green | green
    8  | Green | green
    9  | Amber | amber
    10 | Green | green
    11 | Green | green
""")

OBSERVED = rows("""
    cin-audit-good                      | 2017/18-Q1 | 70
    assessments-with-visit              | 2017-Q3    | 70.3 (470/669)
    assessments-45-days                 | 2017-03    | 96
    assessments-45-days                 | 2016/17    | 70
    assessments-good                    | 2016/17-Q4 | 81
    icpc-15-days                        | 2017/18-Q1 | 88
    icpc-15-days                        | 2017/18-Q2 | 89
    management-oversight-good           | 2015/16-Q4 | 60
    management-oversight-good           | 2016/17-Q4 | 90.5
    cases-supervised                    |            | 90 (/1620)
    return-interviews                   | 2016/17-Q3 | 91.7
    return-interviews                   | 2016/17-Q4 | 88.2
    supervision-good                    | 2015/16-Q4 | 42
    supervision-good                    | 2016/17-Q4 | 89
    care-leavers-suitable-accommodation |            | 96 (/161)
""")

MEASURED = {
    "cin-audit-good": ("1",),
    "assessments-with-visit": ("2",),
    "assessments-45-days": ("3",),
    "assessments-good": ("3",),
    "icpc-15-days": ("4",),
    "management-oversight-good": ("5",),
    "cases-supervised": ("5", "8"),
    "return-interviews": ("6",),
    "supervision-good": ("8",),
    "in-house-foster-carers": ("9",),
    "care-leavers-suitable-accommodation": ("11",),
}

COMPARATORS = rows("""
    icpc-15-days                        | national               | 76
    care-leavers-suitable-accommodation | national               | 83
    care-leavers-suitable-accommodation | statistical-neighbours | 82.1
    care-leavers-suitable-accommodation | region                 | 77
    care-leavers-suitable-accommodation | rank                   | 6
""")

STATEMENTS = rows("""
    2  | share | 70.3 | 470 | 669
    5  | share | 90   |     | 1620
    11 | share | 96   |     | 161
""")

FIGURES = {
    "1": ("October 2015", "small teams, or pods", "Quarter 1 2017-18", "70%", "'Good'"),
    "2": ("669", "1 July and 30 September 2017", "470", "70.3%", "only if the child has been seen"),
    "3": ("March 2017", "96%", "45 working days", "70%", "Quarter 4 2016-17", "81%"),
    "4": ("Head of Service", "Quarter 1 17-18", "88%", "15 working days", "Quarter 2 17-18", "89%", "76%"),
    "5": ("Quarter 4 2016-17", "90.5%", "60%", "2015-16", "1,620", "90%", "3 months"),
    "6": ("Quarter 4 2016-17", "88.2%", "91.7%", "Sussex Police", "children and young people"),
    "7": ("'Front Door for Families'", "online referral form", "LSCB Board Meeting"),
    "8": ("each week", "Quarter 4 2016-17", "89%", "42%", "2015-16", "1,620", "90%", "3 months"),
    "9": ("on track", "62%", "March 2018", "residential care"),
    "10": ("Every six months", "Head of Service", "(SLT)", "(EMT)", "parent and baby", "family support to adoption"),
    "11": ("161", "19, 20 and 21", "13 weeks", "14th", "16th", "96%", "83%", "82.1%", "77%", "6th", "152 LAs"),
}


@pytest.fixture(scope="module")
def plan(site: Site) -> Plan:
    return next(plan for plan in site.plans if plan.id == PLAN)


def test_the_plan_has_eleven_recommendations_on_one_level(plan):
    assert [item.ref for item in plan.items] == [str(number) for number in range(1, 12)]
    assert {plan.kind_by_id[item.id].kind for item in plan.items} == {"Recommendation"}
    assert {item.ref_basis for item in plan.items} == {"printed"}


def test_every_rating_is_the_word_of_the_table(plan):
    assert rated(plan) == [("2017-09", *row) for row in RATINGS]


def test_every_rating_stands_in_the_data(csv):
    found = csv(PLAN, "ratings")
    assert [(row["item"], row["as_printed"], row["level"]) for row in found] == RATINGS
    assert {(row["report"], row["as_at"], row["basis"]) for row in found} == {("2017-09", "2017-09", "printed")}


def test_the_key_makes_green_finished_and_evidenced_and_has_no_level_on_time(plan):
    scale = plan.scale_of(plan.latest)
    assert (scale.key, [level.id for level in scale.levels]) == ("printed", ["red", "amber", "green"])
    green = scale.level_by_id["green"].claims
    assert (green.finished, green.needs_evidence) == (True, True)
    assert not any(level.claims.on_time for level in scale.levels)


def test_nobody_and_no_due_date_is_named(plan, csv):
    assert not any(item.owners or item.due or item.milestones for item in plan.items)
    assert csv(PLAN, "dates") == []
    assert {row["owners"] for row in csv(PLAN, "items")} == {""}
    assert any("no lead officer and no date" in note.text for note in plan.facts.notes)


def test_every_value_is_as_printed(plan):
    assert [observed(one) for one in plan.observations] == OBSERVED


def test_every_value_stands_in_the_data(csv):
    found = csv(PLAN, "observations")
    assert [(row["measure"], row["period"], number(Decimal(row["value"]))) for row in found] == [
        (measure, period, value.split()[0]) for measure, period, value in OBSERVED
    ]
    counts = {(row["numerator"], row["denominator"]) for row in found} - {("", "")}
    assert counts == {("470", "669"), ("", "1620"), ("", "161")}


def test_every_measure_belongs_to_its_recommendations(plan):
    assert {one.id: one.items for one in plan.measures} == MEASURED


def test_the_only_target_is_of_foster_carers_and_has_no_value_yet(plan):
    assert {one.id: targets(one) for one in plan.measures if one.targets} == {"in-house-foster-carers": "2018-03=62"}
    assert "in-house-foster-carers" not in plan.observations_by_measure


def test_every_comparison_is_as_printed(plan):
    found = [(one.id, other.kind, number(other.value)) for one in plan.measures for other in one.comparators]
    assert found == COMPARATORS
    assert plan.measures[-1].comparators[-1].printed == "6th highest nationally out of 152 LAs"


def test_the_shares_that_the_paper_states_are_kept(plan):
    found = [
        (one.item, one.kind, number(one.value), number(one.numerator), number(one.denominator))
        for one in plan.latest.statements
    ]
    assert found == STATEMENTS


@pytest.mark.parametrize("item", FIGURES)
def test_the_figures_of_the_table_are_in_the_words(plan, item):
    text = said(plan, plan.item_by_id[item])
    assert [figure for figure in FIGURES[item] if figure not in text] == []


def test_amber_beside_on_track_is_noted(plan):
    notes = " ".join(note.text for note in plan.latest.update_by_item["9"].notes)
    assert "Amber" in notes
    assert "on track" in notes


def test_recommendation_11_is_taken_out_of_the_cell_of_10(plan):
    assert "care leavers" not in said(plan, plan.item_by_id["10"]).lower()
    assert "permanence" not in said(plan, plan.item_by_id["11"]).lower()


def test_the_report_is_of_september_2017(plan):
    assert (plan.latest.label, day(plan.latest.as_at.date)) == ("September 2017", "2017-09")
    assert plan.latest.published is None

"""Leicestershire, November 2018: recommendations, ratings, leads, dates and statements as the paper has them."""

import re

import pytest

from ragsite.model.plan import Plan
from ragsite.model.site import Site
from tests.content.facts import day, number, rated, rows, said

PLAN = "leicestershire-2018"

RATINGS = rows("""
    1  | A | amber
    2  | A | amber
    3  | A | amber
    4  |   |
    5  | G | green
    6  | A | amber
    7  | _ |
    8  | G | green
    9  | G | green
    10 | G | green
    11 | G | green
    12 | A | amber
    13 | G | green
    14 | A | amber
    15 | G | green
    16 | G | green
    17 | G | green
""")

HEAD_OF_CARE = "Head of Service Children in Care"
HEAD_OF_FIELD = "Head of Service Field Social Work"
LEADS = {
    "1": ("Business Intelligence Performance Manager", "Assistant Director Children's Social Care", HEAD_OF_CARE),
    "2": (HEAD_OF_FIELD, "Head of Practice Excellence", HEAD_OF_CARE),
    "3": ("Assistant Director Children's Social Care",),
    "4": (),
    "5": (
        "Head of Service for Quality Assurance, Safeguarding and Improvement",
        HEAD_OF_CARE,
        "Head of Service",
        HEAD_OF_FIELD,
    ),
    "6": (HEAD_OF_FIELD, "Head of Service Safeguarding, Improvement & Quality Assurance"),
    "7": (HEAD_OF_CARE,),
    "8": (HEAD_OF_CARE,),
    "9": (HEAD_OF_FIELD, "Service Manager Child Sexual Exploitation"),
    "10": ("Head of Service SEND and Children with Disabilities",),
    "11": (HEAD_OF_CARE,),
    "12": (HEAD_OF_CARE,),
    "13": (HEAD_OF_CARE,),
    "14": (HEAD_OF_FIELD,),
    "15": (HEAD_OF_CARE,),
    "16": (HEAD_OF_CARE, "Head of Fieldwork Service"),
    "17": ("Head of Service Practice Excellence",),
}

MILESTONES = rows("""
    1  | June 2017              | 2017-06
    1  | December 2018          | 2018-12
    2  | December 2018          | 2018-12
    2  | November 2018          | 2018-11
    2  |                        |
    2  | December 2018          | 2018-12
    2  | January 2018           | 2018-01
    5  | April 2019             | 2019-04
    5  | April 2019             | 2019-04
    5  |                        |
    6  | April 2019             | 2019-04
    6  | November 2018          | 2018-11
    7  | January 19             | 2019-01
    8  | April 2018             | 2018-04
    8  | summer 2018            | 2018-summer
    11 | November 2018          | 2018-11
    11 | January 2019           | 2019-01
    12 | Dec 18                 | 2018-12
    13 | latter part of October |
    14 | 29 th October 2018     | 2018-10-29
    14 | summer 2018            | 2018-summer
    14 |                        |
    17 |                        |
    17 | January 2019           | 2019-01
    17 | January 2019           | 2019-01
    17 | August 2019            | 2019-08
""")

STATEMENTS = rows("""
    recommendations | count |       | 17  |    |
    green-count     | count | green | 11  |    |
    amber-count     | count | amber | 6   |    |
    red-count       | count | red   | 0   |    |
    repeat-plans    | share |       | 8.1 | 3  | 37
    audit-good      | share |       | 42  | 13 | 31
    audit-not-good  | share |       | 58  | 18 | 31
""")

FIGURES = {
    "1": ("monthly", "September 2018", "Tableau"),
    "2": ("88%", "84%", "75%", "10 supervisions", "12 months", "42%", "13 of 31", "58%", "18 of 31", "Dec 18"),
    "3": ("12 – 15", "18 - 20", "January 2017", "17 to 19", "21", "30+", "19", "22", "June 2018", "31.5"),
    "5": ("16.5%", "30%", "78", "40", "70", "May 2018", "January 2018", "April 2019", "September 2018"),
    "6": ("EIP2", "Sept 2017", "June 2018", "November 2018", "April 2019"),
    "7": ("2017/18", "January 2018", "January 19", "3yr"),
    "8": ("8%", "top quartile", "7 young people", "Another 3", "33", "78.5%", "46%", "17+", "586", "April 2018"),
    "9": ("Q3", "Q4", "72 hr", "3 times in 90 days", "May to June 2018"),
    "10": ("October 2017", "200", "January 2018", "less than 100", "July 2018", "April 2018"),
    "11": ("12 months", "45", "29", "January 2018 and June 2018", "25", "first 6 months", "2017", "January 2019"),
    "12": ("16 plus", "55.7%", "90.8%", "2 months", "1 month", "80.5%", "3 month", "4 areas", "Dec 18"),
    "13": ("under 16", "4 children", "Sept 2018", "7000", "September 18", "latter part of October"),
    "14": ("29 October 2018", "4 new strands", "3 young people", "26 children", "Feb 2018", "summer 2018"),
    "15": ("55.7%", "3 years", "May 2018", "2 Care Leavers"),
    "16": ("section 20", "1989", "yearly audit"),
    "17": ("January 2019", "September 2018", "3 annual", "Jan 2018", "6 social work", "4 Participants", "August 2019"),
}

COVER_FIGURES = (
    "11 of the 17", "May 2018", "October 2018", "early November 2018", "4 June 2018", "8.1%", "3 of 37", "16.5%",
    "24.0%", "94%", "95.8%", "89.1%", "90.7%", "75.5%", "8% of children", "top quartile", "94.6%", "93.4%",
    "55.7% (134", "second quartile", "47%", "37 additional posts", "Over 30 Social Work", "37 vacancies", "49 agency",
)  # fmt: skip


@pytest.fixture(scope="module")
def plan(site: Site) -> Plan:
    return next(plan for plan in site.plans if plan.id == PLAN)


def test_the_plan_has_seventeen_recommendations_on_one_level(plan):
    assert [item.ref.rstrip(".") for item in plan.items] == [str(number) for number in range(1, 18)]
    assert {plan.kind_by_id[item.id].kind for item in plan.items} == {"Recommendation"}
    assert [item.id for item in plan.items if item.ref_basis == "inferred"] == ["4", "6", "7", "10"]
    assert [item.id for item in plan.items if item.missing] == ["4"]


def test_every_rating_is_the_letter_of_the_table(plan):
    assert rated(plan) == [("2018-11", *row) for row in RATINGS]


def test_every_rating_stands_in_the_data(csv):
    found = csv(PLAN, "ratings")
    assert [(row["item"], row["as_printed"], row["level"]) for row in found] == RATINGS
    assert {row["report"] for row in found} == {"2018-11"}
    assert [row["item"] for row in found if row["not_rated_reason"]] == ["4", "7"]


def test_the_table_shows_nine_greens_and_never_the_eleven_that_are_stated(plan):
    levels = [level for _, _, _, level in rated(plan)]
    assert [levels.count(level) for level in ("green", "amber", "red", "")] == [9, 6, 0, 2]


def test_green_does_not_claim_to_be_finished_and_amber_claims_to_be_on_track(plan):
    scale = plan.scale_of(plan.latest)
    assert [level.id for level in scale.levels] == ["red", "amber", "green"]
    assert not scale.level_by_id["green"].claims.finished
    assert scale.level_by_id["amber"].claims.on_time
    assert scale.key == "printed"


def test_the_report_is_of_november_and_its_evidence_of_september(plan):
    report = plan.latest
    assert (report.label, day(report.published), day(report.as_at.date)) == ("November 2018", "2018-11-05", "2018-09")


def test_what_the_paper_states_is_kept_as_stated(plan):
    found = [
        (one.id, one.kind, one.level or "", number(one.value), number(one.numerator), number(one.denominator))
        for one in plan.latest.statements
    ]
    assert found == STATEMENTS


def test_every_lead_officer_is_given_by_the_printed_post(plan):
    assert {item.id: tuple(owner.role for owner in item.owners) for item in plan.items} == LEADS
    assert {owner.kind for item in plan.items for owner in item.owners} == {"lead"}


def test_every_lead_officer_stands_in_the_data(csv):
    assert {row["item"]: row["owners"] for row in csv(PLAN, "items")} == {
        item: "; ".join(roles) for item, roles in LEADS.items()
    }


def test_every_date_of_a_milestone_is_as_printed(plan):
    found = [
        (item.id, one.due.printed if one.due else "", day(one.due)) for item in plan.items for one in item.milestones
    ]
    assert found == MILESTONES


@pytest.mark.parametrize(
    ("item", "words"), [("2", "(Dec 18)"), ("5", "(September 2018)"), ("14", "(Feb 2018)"), ("17", "(Jan 2018)")]
)
def test_a_date_that_may_not_be_a_due_date_stays_in_the_words(plan, item, words):
    undated = [one.text for one in plan.item_by_id[item].milestones if one.due is None]
    assert [words in text for text in undated] == [True]


def test_no_recommendation_has_a_due_date_of_its_own(plan, csv):
    assert not any(item.due for item in plan.items)
    assert csv(PLAN, "dates") == []


@pytest.mark.parametrize("item", FIGURES)
def test_the_figures_of_the_table_are_in_the_words(plan, item):
    text = said(plan, plan.item_by_id[item])
    assert [figure for figure in FIGURES[item] if figure not in text] == []


def test_the_figures_of_the_cover_report_are_in_its_words(plan):
    report = plan.latest
    passages = (report.summary, report.key_developments, report.key_risks, *(one.text for one in report.sections))
    text = " ".join(passage.text for group in passages for passage in group)
    assert [figure for figure in COVER_FIGURES if figure not in text] == []


def test_the_first_words_of_recommendation_6_are_not_made_up(plan):
    assert "more consistent" not in said(plan, plan.item_by_id["6"])


def test_no_officer_is_named_where_a_post_is_printed(plan, written):
    everything = repr(plan)
    before = next(one for one in written.plans if one.id == PLAN)
    surnames = {owner.name.split()[-1] for item in before.items for owner in item.owners if owner.name}
    assert len(surnames) == 10
    assert [name for name in sorted(surnames) if re.search(rf"\b{name}\b", everything)] == []


def test_no_way_to_reach_an_officer_is_published(plan):
    everything = repr(plan)
    assert not re.search(r"[\w.]+@[\w.]+", everything)
    assert not re.search(r"\b0\d{3} ?\d{4,}", everything)

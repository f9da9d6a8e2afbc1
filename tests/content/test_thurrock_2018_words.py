"""Thurrock, 2018: what the prose quotes, where texts of broken rows were placed, and what must not be public."""

import re

import pytest

from ragsite.model.plan import Plan
from ragsite.model.site import Site
from tests.content.facts import rows

PLAN = "thurrock-2018"

# Success measure | figures and dates that its update quotes, separated by semicolons.
UPDATES = rows("""
    p1-a1-s2  | January 2018
    p1-a3-s1  | 12 months; over 70 to 44
    p1-a4-s1  | below 20%
    p1-a5-s1  | April 2018; May 2018
    p2-a1-s1  | March 2018; June 2018; February 2018
    p2-a1-s5  | 96.7%; 15 January 2018
    p2-a1-s6  | 96.7%; 15 January 2018
    p2-a1-s7  | 15 January 2018
    p2-a1-s8  | January 2018
    p3-a1-s1  | 85%; 24 hours; 95%
    p3-a3-s1  | 83%; 5 working days
    p3-a4-s1  | 93.8%; 10% inadequate; 30% good; to 70% good
    p3-a6-s1  | February 2018
    p3-a11-s4 | 17 years
    p3-a11-s5 | February 2018
    p3-a12-s1 | every 6 weeks; Mar 17
    p4-a3-s3  | 84%
    p4-a4-s1  | 86 and 100%
    p4-a4-s2  | 53%; 22%
    p4-a5-s3  | 71.5%; 94%; 4.5%
    p4-a6-s1  | 25 January 2018
    p4-a6-s2  | 11 children
    p4-a8-s1  | under 12%; 12 years
    p4-a10-s1 | 8 adopters
    p4-a10-s2 | 2016
    p4-a11-s1 | 2 weeks
    p4-a11-s2 | 2 weeks; 4 weeks
    p4-a11-s3 | March 2018
    p6-a1-s1  | December 2017
    p6-a2-s1  | November 2017; May 2018; 76%; 38%; 94%; 98%; 23%
    p7-a2-s1  | 16 years
    p7-a3-s1  | 88%; 53%
    p8-a5-s4  | February 2018; 2018/19
    p8-a6-s1  | September 2017
    p8-a6-s6  | March 2018
""")

# Section of the cover report | what it quotes.
SECTIONS = rows("""
    The inspection framework         | January 2018; 9 May 2018; 4 week; Within 3 years; 2 focused; 2 weeks
    Why the plan exists              | March 2016; 8 priority
    A stable workforce               | March 2016; 60 social workers; May 2018 it was 39
    Children looked after            | 68 children; 54.; 54.6; 82 per 10,000; 73.3; 68 per; March 2017; March 2018
    Foster care                      | 87%; 20 miles; 82%; 80 carers; 20% a year; 3 years; 80%; (230); 45; 2.5 years
    Foster care                      | 60 approved; 2020; 20 placements; 23 fostering; 17 fostering; 6 connected
    Foster care                      | 78.2% (18); 8 months; last three months
    Supervision                      | 85%; September 2017; 2016
    Permanence and adoption          | 3 year; 100%; 12 months; 47.3 days; 2020; 2017/18; Eastern Region
    Progress and challenges          | February 2018
    Background paper                 | 24.5.16
""")

# Row of the source with moved text | item | words of the update that were printed on another row, or none.
MOVED = rows("""
    211 | p3-a16    | independent visitor offer
    211 | p3-a15-s1 | Participation of children in conferences
    212 | p3-a17-s1 | sent out in 24 hours
    232 | p4-a3-s1  | escalate concern
    233 | p4-a3-s2  | gap at key stages
    234 | p4-a3-s3  | 84% of children
    235 | p4-a4-s1  | by year group
    236 | p4-a4-s2  | 53% are judged good
    237 | p4-a5-s1  | enquiries are not available
    239 | p4-a5-s3  | 94% were completed late
    240 | p4-a6-s1  | Awareness raising
    241 | p4-a6-s2  | 11 children
""")

# Success measure of rows 199-201 | action it is placed under, by what both say.
JOINED = rows("""
    p3-a7-s1  | 199 | 201
    p3-a8-s1  | 200 | 199
    p3-a9-s1  | 201 | 200
    p3-a12-s1 | 207 | 208
    p3-a17-s1 | 212 | 211
    p3-a18-s1 | 213 | 212
""")

# Mark of an inspection recommendation | items beside which it is printed.
MARKS = rows("""
    ofsted-1  | p8-a5
    ofsted-2  | p2 p2-a1 p2-a1-s3 p3-a1
    ofsted-3  | p3 p3-a4 p3-a4-s1 p3-a6 p3-a6-s1 p4-a8 p5-a1
    ofsted-4  | p6 p6-a2
    ofsted-5  | p3-a15
    ofsted-6  | p4-a2 p4-a2-s2
    ofsted-7  | p4-a5 p4-a10
    ofsted-8  | p4-a3 p4-a3-s1 p4-a4
    ofsted-9  | p4-a9
    ofsted-10 | p4-a11
    ofsted-11 | p7-a1
    ofsted-12 | p7-a3
    ofsted-13 | p7-a4-s2
    ofsted-14 | p1 p1-a3
    ofsted-15 | p5-a3
    ofsted-16 | p1-a6
""")

# Officers with a role in the source, officers named outside the lead columns, and staff in internal remarks.
NAMES = ("Murphy", "Patterson", "Pullen", "Begum", "Lindsey", "Becky", "Cooke", "Andrews", "Mailed")


@pytest.fixture(scope="module")
def plan(site: Site) -> Plan:
    return next(plan for plan in site.plans if plan.id == PLAN)


@pytest.mark.parametrize(("item", "quotes"), UPDATES)
def test_every_figure_of_a_progress_update_is_kept(plan: Plan, item: str, quotes: str) -> None:
    missing = [quote for quote in quotes.split("; ") if quote not in _update(plan, item)]
    assert missing == []


@pytest.mark.parametrize(("section", "quotes"), SECTIONS)
def test_every_figure_of_the_cover_report_is_kept(plan: Plan, section: str, quotes: str) -> None:
    (text,) = [
        " ".join(passage.text for passage in one.text)
        for one in plan.reports[-1].sections
        if one.title.startswith(section)
    ]
    assert [quote for quote in quotes.split("; ") if quote not in text] == []


@pytest.mark.parametrize(("line", "item", "words"), MOVED)
def test_an_update_printed_on_another_row_stands_where_it_fits_and_says_so(
    plan: Plan, line: str, item: str, words: str
) -> None:
    update = plan.reports[-1].update_by_item[item]
    assert words in _update(plan, item)
    sources = [passage.source for passage in (*update.progress, *update.next_steps) if words in passage.text]
    assert sources == [line] or update.source == line


@pytest.mark.parametrize("item", ["p3-a18-s1", "p4-a5-s2", "p4-a6-s3"])
def test_a_row_whose_update_fits_another_has_none_of_its_own(plan: Plan, item: str) -> None:
    assert _update(plan, item) == ""


def test_the_text_in_the_progress_column_became_a_success_criterion(plan: Plan) -> None:
    success = plan.item_by_id["p4-a5-s2"].success
    assert "100%" in success[0].text
    assert {passage.source for passage in success} == {"238"}


@pytest.mark.parametrize(("item", "action_line", "own_line"), JOINED)
def test_a_success_measure_stands_under_the_action_it_speaks_of(
    plan: Plan, item: str, action_line: str, own_line: str
) -> None:
    assert plan.parent_by_id[item].source == action_line
    assert plan.item_by_id[item].source == own_line
    assert plan.item_by_id[item].notes


@pytest.mark.parametrize("item", ["p3-a17-s1", "p3-a18-s1"])
def test_readers_are_told_where_ratings_may_belong_to_another_subject(plan: Plan, item: str) -> None:
    assert "is rated" in " ".join(note.text for note in plan.item_by_id[item].notes)


@pytest.mark.parametrize(
    ("item", "other"), [("p4-a3-s2", "4"), ("p4-a3-s3", "3"), ("p4-a4-s2", "2"), ("p4-a6-s1", "3")]
)
def test_readers_are_told_which_rating_the_other_reading_gives(plan: Plan, item: str, other: str) -> None:
    notes = " ".join(note.text for note in plan.item_by_id[item].notes)
    assert f"the rating for January 2018 would be {other}" in notes


@pytest.mark.parametrize(("mark", "items"), MARKS)
def test_each_mark_of_a_recommendation_stands_beside_its_items(plan: Plan, mark: str, items: str) -> None:
    assert {item.id for item in plan.items if mark in item.answers} == set(items.split())


def test_residential_units_keep_in_touch_rather_than_house(plan: Plan) -> None:
    (text,) = [one.text for one in plan.item_by_id["p7-a1"].text if "Residential units" in one.text]
    assert "stay in touch" in text


def test_what_the_plan_is_and_who_oversees_it(plan: Plan) -> None:
    facts = plan.facts
    assert facts.inspection is not None
    assert facts.inspection.date is not None
    assert (facts.inspection.body, facts.inspection.judgement) == ("Ofsted", "Require Improvement")
    assert facts.inspection.date.iso == "2016-03"
    assert facts.governance is not None
    assert (facts.governance.board, facts.governance.frequency) == ("Development Board", "Monthly")
    assert "Chief Executive" in " ".join(note.text for note in facts.governance.notes)
    assert facts.sources[0].date is not None
    assert facts.sources[0].date.iso == "2018-07-03"
    assert len(facts.inspection_recommendations) == 16


@pytest.mark.parametrize("name", NAMES)
def test_nobody_is_named_where_a_role_stands_for_them(files: dict[str, str], name: str) -> None:
    pages = [path for path, text in files.items() if path.startswith(f"/plans/{PLAN}/") and name in text]
    assert pages == []


def test_no_contact_details_are_published(files: dict[str, str]) -> None:
    ours = [text for path, text in files.items() if path.startswith(f"/plans/{PLAN}/")]
    assert ours
    for text in ours:
        assert not re.search(r"[\w.]+@[\w.]+|\b0\d{3,4}[ -]?\d{3}[ -]?\d{3,4}\b", text)


def _update(plan: Plan, item: str) -> str:
    """Progress and next steps that the last report gives for an item."""
    update = plan.reports[-1].update_by_item[item]
    return " ".join(passage.text for passage in (*update.progress, *update.next_steps))

"""The pages of what changed: which there are, what they say, and that nothing changed is said too."""

import re

import pytest

from ragsite.pages import changes as changes_pages
from ragsite.pages import site_changes
from tests.factories import RAG, evidence, item, make_plan, make_public, measure, observation, report
from tests.reading import hrefs, page_at, said

PLAN = "/plans/northmere-2026/"
OTHER = {**RAG, "id": "rag-2", "title": "New scale"}


def plan_of_three(**more):
    moved = {"date": "2026-12", "reason": "Staff left", "agreed_by": "Board"}
    reports = [
        report("2026-01", {"1": "Red", "2": "Green"}),
        report("2026-02", {"1": "Red", "2": "Green"}),
        report(
            "2026-03",
            updates=[
                {"item": "1", "rating": "Green", "due": moved, "evidence": ["e"], "progress": "Done."},
                {"item": "2", "rating": "0"},
            ],
        ),
    ]
    return make_plan(
        items=[item("1", due="2026-05"), item("2")],
        reports=reports,
        evidence=[evidence("e")],
        measures=[measure("m", polarity="higher")],
        observations=[observation("m", "2026-02", "60"), observation("m", "2026-03", "70")],
        **more,
    )


def shown(plan, path):
    public = make_public(plan)
    page = page_at(changes_pages.pages(public), path)
    return page, public


def words_of(plan, path):
    return said(*shown(plan, path)).replace("\xa0", " ")


def test_each_report_has_its_changes_and_pairs_with_every_earlier_one():
    public = make_public(plan_of_three())
    paths = [page.path.removeprefix(PLAN) for page in changes_pages.pages(public)]
    assert paths == [
        "changes/",
        "reports/2026-01/changes/",
        "reports/2026-02/changes/",
        "reports/2026-03/changes/",
        "reports/2026-03/changes/2026-01/",
    ]


def test_pairs_go_twelve_reports_back_and_no_farther():
    plan = make_plan(
        items=[item("1")],
        reports=[report(f"2026-{month:02}") for month in range(1, 13)] + [report("2027-01"), report("2027-02")],
    )
    pages = changes_pages.pages(make_public(plan))
    last = [page.path for page in pages if page.path.startswith(f"{PLAN}reports/2027-02/changes/")]
    assert len(last) == 12
    assert f"{PLAN}reports/2027-02/changes/2026-01/" not in last


def test_the_page_says_what_moved_from_which_to_which_and_why():
    words = words_of(plan_of_three(), f"{PLAN}reports/2026-03/changes/")
    assert "1 of 2 recommendations has a rating on both sides." in words
    assert "1 got better, none got worse and none stayed the same. 1 of 2 is not rated any more." in words
    assert "Got better: 1 of 1" in words
    assert "1. Title of 1 May 2026 December 2026 Later Staff left Board" in words
    assert "Measure m 60% February 2026 70% March 2026 Better 10 points more than in February 2026." in words
    assert "Evidence e" in words
    assert "told for the first time" in words


def test_what_is_not_rated_any_more_is_not_told_as_worse_and_says_why():
    words = words_of(plan_of_three(), f"{PLAN}changes/")
    assert "That is neither better nor worse." in words
    assert "Not rated The source prints “0”. The key has no 0." in words


def test_every_heading_says_when_nothing_changed():
    words = words_of(plan_of_three(), f"{PLAN}reports/2026-02/changes/")
    for sentence in (
        "none got better, none got worse and 2 stayed the same",
        "No due date changed.",
        "No evidence was added.",
        "No item joined, left or was closed, split, merged or renamed.",
        "The words on progress did not change.",
        "Nothing was corrected after this report was published.",
    ):
        assert sentence in words


def test_the_first_report_says_that_there_is_nothing_to_compare():
    page, public = shown(plan_of_three(), f"{PLAN}reports/2026-01/changes/")
    assert changes_pages.FIRST in said(page, public)
    assert "No due date changed." not in said(page, public)


def test_a_first_report_tells_the_former_ratings_that_it_states():
    update = {"item": "1", "rating": "Red", "previous": "Green", "rating_reason": "Staff left"}
    plan = make_plan(items=[item("1")], reports=[report("2026-01", updates=[update])])
    assert "1. Title of 1 Green Green: Finished Red Staff left" in words_of(plan, f"{PLAN}changes/")


def test_a_redefined_scale_is_told_as_a_break():
    plan = make_plan(
        items=[item("1")],
        scales=[RAG, OTHER],
        reports=[report("2026-01", {"1": "Red"}), report("2026-02", {"1": "Green"}, scale="rag-2")],
    )
    words = words_of(plan, f"{PLAN}changes/")
    assert (
        "The rating scale was redefined between the two reports: from “Red, Amber and Green” to “New scale”." in words
    )
    assert "got better" not in words
    assert "Rated on two different scales, not compared: 1 of 1" in words


def test_joiners_and_leavers_are_listed_and_items_keep_their_links():
    items = [
        item("1", closed={"report": "2026-01", "reason": "No longer needed"}),
        item("2", added="2026-02"),
        item("3", title="New", former_titles=[{"title": "Old", "until": "2026-02"}]),
    ]
    plan = make_plan(items=items, reports=[report("2026-01"), report("2026-02")])
    page, public = shown(plan, f"{PLAN}changes/")
    words = said(page, public)
    assert "Joined the plan: 1" in words
    assert "1. Title of 1 No longer needed" in words
    assert "3. New Old New" in words
    assert "../items/1/" in hrefs(page, public)
    assert "No item was closed, split or merged." in words


def test_a_correction_stands_with_the_report_that_it_mends():
    fixed = {"date": "2026-04-02", "text": "The first edition gave 61%.", "item": "1"}
    plan = make_plan(items=[item("1")], reports=[report("2026-01"), report("2026-02", corrections=[fixed])])
    assert "2 April 2026 The first edition gave 61%. 1. Title of 1" in words_of(plan, f"{PLAN}changes/")


def test_a_plan_without_a_report_says_so():
    assert "No report on this plan has been published yet." in words_of(make_plan(items=[item("1")]), f"{PLAN}changes/")


def test_comparisons_and_neighbours_are_linked():
    page, _ = shown(plan_of_three(), f"{PLAN}reports/2026-03/changes/2026-01/")
    links = [link for group in page.links for link in group["links"]]
    assert {"text": "Since Report 2026-02", "href": "../", "current": None} in links
    assert any(link["text"] == "Since Report 2026-01" and link["current"] == "page" for link in links)
    assert page.props["pager"]["previous"]["href"] == "../../../2026-02/changes/"


@pytest.mark.parametrize("path", ["changes/", "reports/2026-03/changes/", "reports/2026-03/changes/2026-01/"])
def test_each_page_has_its_own_title_and_says_its_date_and_licence(path):
    plan = plan_of_three()
    page, public = shown(plan, f"{PLAN}{path}")
    assert [one.title for one in changes_pages.pages(public)].count(page.title) == 1
    assert page.period["facts"]
    assert "Open Government Licence" in said(page, public)


def test_the_page_of_all_plans_is_by_date_newest_first_each_in_its_own_words():
    own = {**RAG, "levels": [{**level, "label": f"My {level['label']}"} for level in RAG["levels"]]}
    first = make_plan(
        id="alpha",
        short_title="Alpha",
        items=[item("1")],
        scales=[own],
        reports=[report("2026-01", {"1": "My Red"}), report("2026-03", {"1": "My Green"})],
    )
    undated = report("2025-00", as_at={"basis": "not stated"}, sequence=-1)
    second = make_plan(
        id="beta", short_title="Beta", items=[item("1")], reports=[undated, report("2026-02", {"1": "Red"})]
    )
    public = make_public(first, second)
    (page,) = site_changes.pages(public)
    assert [group["title"] for group in page.props["groups"]] == [
        "March 2026",
        "February 2026",
        "January 2026",
        "Date not stated in the source",
    ]
    words = said(page, public)
    assert "Better 1. Title of 1 From My Red to My Green: Finished" in words
    assert words.count("There is nothing to compare it with.") == 2


def test_many_moves_are_cut_on_the_page_of_all_plans_and_counted():
    names = [str(number) for number in range(1, 13)]
    plan = make_plan(
        items=[item(name) for name in names],
        reports=[report("2026-01", dict.fromkeys(names, "Red")), report("2026-02", dict.fromkeys(names, "Green"))],
    )
    public = make_public(plan)
    (page,) = site_changes.pages(public)
    words = said(page, public)
    assert len(re.findall(r"Better \d+\. Title", words)) == 8
    assert "4 other changes in this report" in words

"""The timeline page: charts with keys that count, every date in a table, and honest words where there is none."""

from typing import Any

from ragsite.model.plan import Plan
from ragsite.pages import item as item_pages
from ragsite.pages import timeline as timeline_pages
from ragsite.pages.page import Page
from ragsite.publish import PublicSite
from tests.factories import item, make_plan, make_public, report
from tests.reading import hrefs, ids, page_at, said

AT = "/plans/northmere-2026/timeline/"
MOVED = {"date": "2026-10", "reason": "Staff left", "agreed_by": "The board"}


def drawn(plan: Plan) -> tuple[Page, PublicSite]:
    public = make_public(plan)
    return page_at(timeline_pages.pages(public), AT), public


def text(plan: Plan) -> str:
    return said(*drawn(plan)).replace("\xa0", " ")


def moved_plan(**more: Any) -> Plan:
    items = [item("1", due="2026-03"), item("2", due="2026-12"), item("3", due="Jun"), item("4")]
    first = report("2026-01", {"1": "Red", "2": "Red"})
    updates = [{"item": "1", "rating": "Red", "due": MOVED}, {"item": "2", "rating": "Red"}]
    return make_plan(items=items, reports=[first, report("2026-06", updates=updates)], **more)


def test_a_moved_date_is_told_with_distance_reason_and_who_agreed() -> None:
    words = text(moved_plan())
    assert "Moved once, 7 months later than first planned Reason: Staff left. Agreed by: The board." in words
    assert "Against the first date: overdue." in words
    assert "1 of 3 dates has moved." in words


def test_unclear_and_missing_dates_have_lists_of_their_own() -> None:
    page, public = drawn(moved_plan())
    words = said(page, public).replace("\xa0", " ")
    assert "3. Title of 3 “Jun” June (no year printed) No year is printed." in words
    assert {"dates", "unclear", "undated"} <= set(ids(page, public))
    assert "The source prints no due date for 1 of 4 items." in words


def test_the_key_counts_every_state_with_its_denominator() -> None:
    words = text(moved_plan())
    assert "Not yet due 2 of 2" in words
    assert "First date, from which it has moved 1 of 2" in words


def test_where_the_latest_report_gives_no_rating_the_last_one_that_does_is_told_as_well() -> None:
    items = [item("1", due="2026-01"), item("2", due="2026-02")]
    reports = [report("2026-03", {"1": "Red", "2": "Green"}), report("2026-06")]
    words = text(make_plan(items=items, reports=reports))
    assert "As at March 2026, 1 of 2 was overdue." in words
    assert "As at June 2026, it cannot be told for 2 of 2 whether they were late." in words
    assert "This is the last report that gives ratings." in words
    assert "As at June 2026, 2 of 2: The report does not rate it" in words


def test_a_plan_without_dates_says_so_and_shows_no_empty_chart() -> None:
    words = text(make_plan(items=[item("1")], reports=[report("2026-03", {"1": "Red"})]))
    assert "The source prints no due date for any item of this plan." in words
    assert "Chart:" not in words


def test_milestones_alone_are_told_and_drawn() -> None:
    steps = [{"text": "Begin", "due": "2026-01", "status": "Done"}, {"text": "End", "due": "2026-12"}, {"text": "Rest"}]
    words = text(make_plan(items=[item("1", milestones=steps)], reports=[report("2026-03", {"1": "Red"})]))
    assert "It gives dates for 2 milestones." in words
    assert "Chart: dates of milestones of Improvement plan as at March 2026" in words
    assert "1 milestone has no date in the source." in words


def test_one_report_alone_cannot_tell_of_moves() -> None:
    words = text(make_plan(items=[item("1", due="2026-05")], reports=[report("2026-03", {"1": "Red"})]))
    assert "There is one report only, so it cannot be told whether any date has moved." in words


def test_every_date_leads_to_its_item_and_to_the_data() -> None:
    found = hrefs(*drawn(moved_plan()))
    assert {"../items/1/", "../items/2/", "../items/3/", "../items/4/", "../data/dates.csv"} <= set(found)


def test_the_item_page_tells_how_far_its_date_moved_and_leads_here() -> None:
    public = make_public(moved_plan())
    page = page_at(item_pages.pages(public), "/plans/northmere-2026/items/1/")
    words = said(page, public).replace("\xa0", " ")
    assert "This date has moved once, 7 months later than first planned." in words
    assert "Against the first date, March 2026, it was overdue." in words
    assert "In its 2 reports it was rated Red in 2 of 2." in words
    assert "At least 5 months, up to the latest report" in words
    assert "../../timeline/" in hrefs(page, public)

"""What checks found stands on the page of data notes with its subject and source, and beside the rating it is about."""

from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from ragsite.checks import all_rules, look
from ragsite.checks.published import public_findings
from ragsite.checks.rule import Context
from ragsite.model.plan import Plan
from ragsite.model.site import Settings, Site
from ragsite.model.waivers import Waiver
from ragsite.pages import item as item_pages
from ragsite.pages import notes
from ragsite.publish import PublicSite, publish
from tests.factories import SETTINGS, item, make_plan, report
from tests.reading import hrefs, ids, page_at, said

NOTES = "/plans/northmere-2026/notes/"
ITEM = "/plans/northmere-2026/items/1/"


def checked(plan: Plan) -> PublicSite:
    """The public site of a plan, with what readers are told of it."""
    site = Site(Settings.model_validate(SETTINGS), (plan,))
    found = look(Context(site, date(2026, 4, 1), rules=all_rules()))
    return publish(site, partial(public_findings, found=found))


def plan_of(*reports: dict[str, Any], **more: Any) -> Plan:
    return make_plan(items=[item("1", title="Visits *on* time")], reports=reports, **more)


MARCH = report("2026-03", updates=[{"item": "1", "rating": "Green", "source": "31-33"}])
LINE = (
    "Checked: This recommendation is rated “Green: Finished” in the report “Report 2026-03”. The plan's own key asks"
    " for evidence at this level; none is published."
)


def test_a_finding_is_told_with_what_it_concerns_and_its_source() -> None:
    public = checked(plan_of(MARCH))
    page = page_at(notes.pages(public), NOTES)
    words = said(page, public)
    assert "Ratings held against the plan's own key (1)" in words
    assert "1. Visits *on* time “Visits *on* time” (1) is rated “Green: Finished”" in words
    assert "none is published. Lines 31 to 33" in words
    assert "../items/1/" in hrefs(page, public)
    assert "found-ratings" in ids(page, public)


def test_an_id_that_the_source_does_not_print_is_not_told() -> None:
    public = checked(make_plan(items=[item("1", ref="", ref_basis="none")], reports=[MARCH]))
    assert "“Title of 1” is rated “Green: Finished”" in said(page_at(notes.pages(public), NOTES), public)


def test_a_plan_in_which_nothing_is_found_has_no_such_section() -> None:
    public = checked(plan_of(report("2026-03", {"1": "Amber"})))
    page = page_at(notes.pages(public), NOTES)
    assert not [one for one in ids(page, public) if one.startswith("found")]
    assert "checks" not in said(page, public).lower()


def test_what_somebody_accepts_is_told_with_the_reason() -> None:
    waiver = Waiver.model_validate(
        {"code": "R201", "item": "1", "because": "The <board> keeps it.", "by": "Chair", "until": "2026-03"}
    )
    public = checked(replace(plan_of(MARCH), waivers=(waiver,)))
    accepted = "Accepted: The <board> keeps it. Accepted by Chair, until March 2026."
    assert accepted in said(page_at(notes.pages(public), NOTES), public)
    assert accepted in said(page_at(item_pages.pages(public), ITEM), public)


def test_the_finding_stands_beside_the_rating_and_leads_to_all_of_them() -> None:
    public = checked(plan_of(MARCH))
    page = page_at(item_pages.pages(public), ITEM)
    assert LINE in said(page, public)
    assert "../../notes/#found-ratings" in hrefs(page, public)


def test_a_finding_on_a_rating_that_was_replaced_is_not_beside_the_new_one() -> None:
    april = report("2026-04", updates=[{"item": "1", "rating": "Amber", "rating_reason": "The audit found gaps."}])
    public = checked(plan_of(MARCH, april))
    assert "Checked:" not in said(page_at(item_pages.pages(public), ITEM), public)


def test_a_report_without_ratings_leaves_the_last_one_in_place() -> None:
    public = checked(plan_of(MARCH, report("2026-04", {"1": "0"})))
    assert LINE in said(page_at(item_pages.pages(public), ITEM), public)


def test_without_checks_pages_are_made_all_the_same() -> None:
    public = publish(Site(Settings.model_validate(SETTINGS), (plan_of(MARCH),)))
    assert "Checked:" not in said(page_at(item_pages.pages(public), ITEM), public)

"""A councillor's five questions, on a phone, from the front page: each is answered within two clicks."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

PHONE = 360

ANSWERS = {
    "changed": (
        "Thurrock Council: Development plan 2017-19",
        "What has changed?",
        r"/reports/2018-01/changes/$",
        "39 got better",
    ),
    "late": (
        "Thurrock Council: Development plan 2017-19",
        "What is late?",
        r"/lists/overdue/$",
        "items with a due date are overdue as at the report May 2018",
    ),
    "owner": (
        "Leicestershire County Council: The Road to Excellence",
        "Who answers for it?",
        r"/owners/$",
        "Assistant Director Children's Social Care",
    ),
    "evidence": (
        "Leicestershire County Council: The Road to Excellence",
        "What is the evidence?",
        r"/evidence/$",
        "Independent Review of First Response",
    ),
    "working": (
        "Leicestershire County Council: The Road to Excellence",
        "Is it working?",
        r"/measures/$",
        "Not met",
    ),
}
"""By question: plan, the words of the link, where it leads, and words of the answer there."""


@pytest.fixture
def phone(new_page: Callable[..., Page], site_address: str) -> Page:
    page = new_page(width=PHONE, height=740, has_touch=True)
    page.goto(f"{site_address}/")
    return page


@pytest.mark.parametrize("question", ANSWERS)
def test_two_taps_lead_to_the_answer(phone: Page, question: str) -> None:
    plan, link, address, words = ANSWERS[question]
    tap(phone, f".card a:text-is('{plan}')")
    expect(phone.locator("h1")).to_be_visible()
    tap(phone, f"section:has(#questions) a:text-is('{link}')")
    expect(phone).to_have_url(re.compile(address))
    answer = phone.locator("main").get_by_text(words).first
    answer.scroll_into_view_if_needed()
    expect(answer).to_be_visible()


@pytest.mark.parametrize("question", ANSWERS)
def test_one_tap_on_the_short_answer_of_the_front_page_leads_there_too(phone: Page, question: str) -> None:
    plan, link, address, _ = ANSWERS[question]
    row = phone.locator("section:has(#questions) tr", has=phone.get_by_role("link", name=plan))
    column = ["What has changed?", "What is late?", "Who answers for it?", "What is the evidence?", "Is it working?"]
    row.locator("td").nth(column.index(link)).get_by_role("link").tap()
    expect(phone).to_have_url(re.compile(address))


@pytest.mark.parametrize("question", ANSWERS)
def test_the_way_needs_no_script(new_page: Callable[..., Page], site_address: str, question: str) -> None:
    page = new_page(width=PHONE, java_script_enabled=False)
    plan, link, address, words = ANSWERS[question]
    page.goto(f"{site_address}/")
    page.locator(f".card a:text-is('{plan}')").click()
    page.locator(f"section:has(#questions) a:text-is('{link}')").click()
    expect(page).to_have_url(re.compile(address))
    assert words in " ".join(page.locator("main").inner_text().split())


def tap(page: Page, selector: str) -> None:
    """Tap a link that stands wholly within the width of the phone."""
    link = page.locator(selector)
    link.scroll_into_view_if_needed()
    box = link.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= PHONE
    link.tap()

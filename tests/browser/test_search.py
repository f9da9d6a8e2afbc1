"""The search page in a real browser: found pages are listed and announced, and nothing is lost without script."""

import re
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, expect

from tests.reading import real_site


def test_a_query_lists_pages_with_their_plan_and_announces_how_many(page: Page, site_address: str) -> None:
    page.goto(f"{site_address}/search/?q=supervision")
    expect(page.get_by_role("status")).to_have_text(re.compile(r"^\d+ pages found for “supervision”\.$"))
    results = page.locator("#search-list > li")
    expect(results).to_have_count(10)
    expect(results.first.locator("mark").first).to_be_visible()
    expect(results.first).to_contain_text("Leicestershire County Council")
    assert page.title().startswith("supervision – ")


def test_more_results_are_added_and_the_focus_moves_to_the_first_of_them(page: Page, site_address: str) -> None:
    page.goto(f"{site_address}/search/?q=supervision")
    page.get_by_role("button", name="Show more results").click()
    expect(page.locator("#search-list > li")).to_have_count(20)
    expect(page.locator("#search-list > li").nth(10).get_by_role("link")).to_be_focused()


def test_a_result_leads_to_its_page(page: Page, site_address: str) -> None:
    page.goto(f"{site_address}/search/?q=foster+carers")
    link = page.locator("#search-list a").first
    words = link.inner_text()
    link.click()
    expect(page.locator("h1")).to_have_text(words)


def test_the_form_searches_from_any_page(page: Page, site_address: str) -> None:
    page.goto(f"{site_address}/glossary/")
    page.locator("#site-search").fill("adoption")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/search/\?q=adoption$"))
    expect(page.get_by_role("status")).to_contain_text("found for “adoption”")
    expect(page.locator("#query")).to_have_value("adoption")


def test_the_index_is_fetched_only_for_a_query(page: Page, site_address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{site_address}/search/", wait_until="networkidle")
    assert not any("pagefind" in url for url in asked)
    expect(page.get_by_role("status")).to_have_text("Type a word, a name or a number, then press Search.")


def test_without_an_index_the_page_says_so_and_keeps_its_lists(page: Page, site_address: str) -> None:
    page.route("**/pagefind/**", lambda route: route.abort())
    page.goto(f"{site_address}/search/?q=plan")
    expect(page.get_by_role("status")).to_contain_text("The search index is not here")
    expect(page.locator("details").first).to_be_visible()


def test_without_script_the_lists_hold_every_item(new_page: Callable[..., Page], site_address: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(f"{site_address}/search/?q=plan")
    expect(page.get_by_role("status")).to_have_text("Searching needs script. The lists below need none.")
    items = sum(len(plan.items) for plan in real_site().site.plans)
    assert page.locator("details a[href*='/items/']").count() == items


def test_results_break_no_accessibility_rule(
    page: Page, site_address: str, axe: Callable[[Page], list[dict[str, Any]]]
) -> None:
    page.goto(f"{site_address}/search/?q=supervision")
    expect(page.locator("#search-list > li")).to_have_count(10)
    assert axe(page) == []

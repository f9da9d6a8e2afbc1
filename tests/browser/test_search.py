"""The search page in a real browser: found pages are listed and announced, and nothing is lost without script."""

import re
from collections.abc import Callable
from pathlib import Path
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
    expect(page.get_by_role("status")).to_have_text("Type a word, a name or a number, or choose below.")


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


def test_choices_stand_in_the_address_and_come_back_from_it(page: Page, site_address: str) -> None:
    page.goto(f"{site_address}/search/")
    page.get_by_text("Rating", exact=True).click()
    amber = page.locator("[value='leicestershire-2018.amber']")
    amber.check()
    expect(page).to_have_url(re.compile(r"/search/\?rating=leicestershire-2018\.amber$"))
    expect(page.get_by_role("status")).to_have_text("6 pages found with 1 choice.")
    page.goto("about:blank")
    page.goto(f"{site_address}/search/?rating=leicestershire-2018.amber&q=supervision")
    expect(page.get_by_role("status")).to_have_text(re.compile(r"^\d pages? found for “supervision” with 1 choice\.$"))
    expect(amber).to_be_checked()
    expect(amber).to_be_visible()


def test_choices_of_one_kind_add_up_and_those_of_two_kinds_narrow(page: Page, site_address: str) -> None:
    """Independently: 6 Amber and 9 Green recommendations; those of them that an owner answers for are fewer."""
    page.goto(f"{site_address}/search/?rating=leicestershire-2018.amber&rating=leicestershire-2018.green")
    expect(page.get_by_role("status")).to_have_text("15 pages found with 2 choices.")
    page.goto(f"{site_address}/search/?rating=leicestershire-2018.amber&plan=thurrock-2018")
    expect(page.get_by_role("status")).to_have_text("No pages found with 2 choices.")


def test_results_without_a_word_run_from_a_to_z_and_say_plan_kind_and_rating(page: Page, site_address: str) -> None:
    page.goto(f"{site_address}/search/?rating=leicestershire-2018.amber")
    expect(page.locator("#search-list > li")).to_have_count(6)
    titles = page.locator("#search-list h3").all_inner_texts()
    assert titles == sorted(titles, key=str.casefold)
    told = page.locator("#search-list .evidence__meta").first.inner_text()
    assert told.startswith("Leicestershire County Council: The Road to Excellence · Recommendation · Amber")


def test_back_undoes_a_choice(page: Page, site_address: str) -> None:
    page.goto(f"{site_address}/search/?plan=thurrock-2018")
    expect(page.get_by_role("status")).to_contain_text("with 1 choice")
    page.locator("[name=plan][value='leicestershire-2018']").check()
    expect(page.get_by_role("status")).to_contain_text("with 2 choices")
    page.go_back()
    expect(page.get_by_role("status")).to_contain_text("with 1 choice")
    expect(page.locator("[name=plan][value='leicestershire-2018']")).not_to_be_checked()


def test_clear_takes_all_choices_back(page: Page, site_address: str) -> None:
    page.goto(f"{site_address}/search/?plan=thurrock-2018&q=audit")
    page.get_by_role("link", name="Clear all choices").click()
    expect(page).to_have_url(re.compile(r"/search/$"))
    expect(page.locator("#query")).to_have_value("")


def test_every_choice_leads_to_as_many_pages_as_it_says(page: Page, site_address: str) -> None:
    page.goto(f"{site_address}/search/")
    wrong = page.evaluate(
        """async () => {
            const index = await import("/pagefind/pagefind.js");
            const found = await index.filters();
            return [...document.querySelectorAll(".filters__box")].filter((box) => {
                const count = box.parentElement.querySelector(".soft");
                return count && count.textContent !== `(${found[box.name]?.[box.value] ?? 0})`;
            }).map((box) => `${box.name}=${box.value}`);
        }"""
    )
    assert wrong == []


def test_without_script_there_are_lists_made_beforehand_and_no_choices(
    new_page: Callable[..., Page], site_address: str
) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(f"{site_address}/search/")
    assert not page.locator("#search-filters").is_visible()
    page.locator("section:has(#ready)").get_by_role("link", name="Rated Amber: On track").click()
    expect(page.locator("h1")).to_have_text("Rated Amber: On track over a longer agreed timescale")
    assert page.locator("main td a, main th a").count() == 6


def test_the_script_stays_small(built_site: Path) -> None:
    assert (built_site / "js" / "search.js").stat().st_size <= 4096


def test_open_choices_break_no_accessibility_rule_and_do_not_spill(
    new_page: Callable[..., Page], site_address: str, axe: Callable[[Page], list[dict[str, Any]]]
) -> None:
    for scheme, width in (("light", 320), ("dark", 1280)):
        page = new_page(width=width, color_scheme=scheme)
        page.goto(f"{site_address}/search/?rating=leicestershire-2018.amber")
        expect(page.locator("#search-list > li")).to_have_count(6)
        page.evaluate("document.querySelectorAll('details.filters').forEach(one => one.open = true)")
        assert axe(page) == [], scheme
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_results_break_no_accessibility_rule(
    page: Page, site_address: str, axe: Callable[[Page], list[dict[str, Any]]]
) -> None:
    page.goto(f"{site_address}/search/?q=supervision")
    expect(page.locator("#search-list > li")).to_have_count(10)
    assert axe(page) == []

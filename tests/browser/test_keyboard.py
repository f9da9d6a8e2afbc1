"""Everything works by keyboard alone, and a reader always sees where they are."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.samples import LARGE, PAGES, VARIANTS

MOST_STOPS = 40
"""Stops looked at in a long page, each way: its first and its last."""

FOCUSED = """() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const shown = element.closest('.card') && element.matches('.card__link') ? element.closest('.card') : element;
    const style = getComputedStyle(shown);
    const outline = style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth);
    const inside = (x, y) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight;
    const middles = [...element.getClientRects()].map(box => [box.x + box.width / 2, box.y + box.height / 2]);
    const seen = middles.filter(([x, y]) => inside(x, y));
    const hits = seen.filter(([x, y]) => {
        const hit = document.elementFromPoint(x, y);
        return hit && (element.contains(hit) || hit.contains(element) || hit.closest('a, button') === element);
    });
    return {name: element.outerHTML.slice(0, 100), good: seen.length > 0 && hits.length > 0 && outline >= 2};
}"""


@pytest.mark.parametrize("name", [name for name in PAGES if name not in LARGE + VARIANTS])
@pytest.mark.parametrize("width", [1280, 360])
def test_focus_is_always_seen(name: str, width: int, url: Callable[[str], str], new_page: Callable[..., Page]) -> None:
    """Each stop is on the screen, uncovered and outlined, and the way back is the way there."""
    page = new_page(width=width)
    page.goto(url(name))
    there = walk(page, "Tab")
    page.goto(url(name))
    back = walk(page, "Shift+Tab")
    assert [stop["name"] for stop in (*there, *back) if not stop["good"]] == []
    assert len(there) > 1
    if len(there) < MOST_STOPS:
        first, names = there[0]["name"], [stop["name"] for stop in back]
        assert names[names.index(first) :: -1] == [stop["name"] for stop in there]


def walk(page: Page, key: str) -> list[dict[str, Any]]:
    """The stops one after another until the page is left, or until there are MOST_STOPS of them."""
    stops = []
    for _ in range(MOST_STOPS):
        page.keyboard.press(key)
        stop = page.evaluate(FOCUSED)
        if stop is None:
            break
        stops.append(stop)
    return stops


@pytest.mark.parametrize("name", ["home", "item", "search", "not-found"])
def test_the_first_stop_leads_past_the_menu(name: str, page: Page, url: Callable[[str], str]) -> None:
    page.goto(url(name))
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#main"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_the_menu_opens_and_closes_by_keyboard(new_page: Callable[..., Page], url: Callable[[str], str]) -> None:
    page = new_page(width=360)
    page.goto(url("item"))
    menu, navigation = page.locator("#menu"), page.locator("#nav")
    assert not navigation.is_visible()
    for key in ("Enter", "Space"):
        menu.focus()
        page.keyboard.press(key)
        assert (menu.get_attribute("aria-expanded"), navigation.is_visible()) == ("true", True)
        navigation.locator("a").first.focus()
        page.keyboard.press("Escape")
        assert (menu.get_attribute("aria-expanded"), navigation.is_visible()) == ("false", False)
        assert page.evaluate("document.activeElement.id") == "menu"


def test_a_detail_opens_by_keyboard(page: Page, url: Callable[[str], str]) -> None:
    page.goto(url("report-large"))
    detail = page.locator("details").first
    detail.locator("summary").focus()
    for key in ("Enter", "Space"):
        page.keyboard.press(key)
    assert detail.get_attribute("open") is None
    page.keyboard.press("Enter")
    assert detail.get_attribute("open") is not None


def test_a_link_to_a_place_in_a_closed_detail_opens_it(page: Page, url: Callable[[str], str]) -> None:
    page.goto(url("report-large"))
    place = page.evaluate("[...document.querySelectorAll('details.fold[id]')].at(-1).id")
    page.goto(f"{url('about')}")
    page.goto(f"{url('report-large')}#{place}")
    assert page.evaluate("id => document.getElementById(id).getBoundingClientRect().top < innerHeight", place)


@pytest.mark.parametrize("name", ["item", "plan", "search", "timeline", "home"])
def test_single_keys_do_nothing(name: str, page: Page, url: Callable[[str], str]) -> None:
    state = "[location.href, scrollX, scrollY, document.activeElement.tagName]"
    page.goto(url(name))
    before = page.evaluate(state)
    for key in "abcdefghijklmnopqrstuvwxyz0123456789/.,":
        page.keyboard.press(key)
    assert page.evaluate(state) == before

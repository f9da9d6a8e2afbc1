"""Cards in a real browser: readable for everybody, light and dark, in a wide frame and in a narrow one."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

CARDS = {
    "rated": "/plans/leicestershire-2018/items/9/card/",
    "not-rated": "/plans/thurrock-2018/items/p1-a1-s1/card/",
    "chart": "/plans/thurrock-2018/measures/p3-ind-1/card/",
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [760, 320])
@pytest.mark.parametrize("card", CARDS)
def test_a_card_breaks_no_rule_and_never_scrolls_sideways(
    card: str,
    width: int,
    scheme: str,
    new_page: Callable[..., Page],
    site_address: str,
    axe: Callable[[Page], list[dict[str, Any]]],
) -> None:
    page = new_page(width=width, color_scheme=scheme)
    page.goto(site_address + CARDS[card])
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_card_says_the_same_without_script(new_page: Callable[..., Page], site_address: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(site_address + CARDS["rated"])
    assert "Good progress" in (page.text_content("main") or "")


def test_its_links_leave_the_frame(new_page: Callable[..., Page], site_address: str) -> None:
    page = new_page()
    page.set_content(f'<iframe src="{site_address}{CARDS["rated"]}" width="600" height="420"></iframe>')
    page.frame_locator("iframe").get_by_role("link", name="See the whole page").click()
    page.wait_for_url("**/plans/leicestershire-2018/items/9/")

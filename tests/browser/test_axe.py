"""No page breaks a rule of WCAG 2.2 A and AA that a machine can tell, in any look, width or state."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.samples import LARGE, PAGES

Axe = Callable[[Page], list[dict[str, Any]]]
LOOKS = tuple((scheme, width) for width in (1280, 360, 320) for scheme in ("light", "dark"))
FEWER = (("light", 1280), ("dark", 360))
OPEN_DETAILS = "document.querySelectorAll('details').forEach(one => { one.open = true; })"
OPEN_MENU = "document.getElementById('menu')?.click()"


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(name: str, url: Callable[[str], str], new_page: Callable[..., Page], axe: Axe) -> None:
    """At rest in every look; then with the menu open, which narrow windows have; then with every detail open."""
    page = new_page()
    page.goto(url(name))
    looks = FEWER if name in LARGE else LOOKS
    for state, scheme, width in states(page, looks):
        assert axe(page) == [], f"{state}, {scheme}, {width} px"


def states(page: Page, looks: tuple[tuple[str, int], ...]) -> Any:
    """Brings the page into each state, in an order in which none has to be undone."""
    for scheme, width in looks:
        show(page, scheme, width)
        yield "at rest", scheme, width
    if page.locator("#menu").count():
        page.evaluate(OPEN_MENU)
        for scheme, width in [look for look in looks if look[1] < 700]:
            show(page, scheme, width)
            yield "menu open", scheme, width
    if page.locator("details").count():
        page.evaluate(OPEN_DETAILS)
        for scheme, width in looks:
            show(page, scheme, width)
            yield "details open", scheme, width


def show(page: Page, scheme: Any, width: int) -> None:
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.set_viewport_size({"width": width, "height": 900})

"""No page breaks a rule of WCAG 2.2 A and AA that a machine can tell, in any look, width or state."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.samples import LARGE, PAGES

Axe = Callable[[Page], list[dict[str, Any]]]
WIDTHS = (1280, 360, 320)
OPEN_DETAILS = "document.querySelectorAll('details').forEach(one => { one.open = true; })"
OPEN_MENU = "document.getElementById('menu')?.click()"


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(
    name: str, width: int, url: Callable[[str], str], new_page: Callable[..., Page], axe: Axe
) -> None:
    """At rest; then with the menu open, which narrow windows have; then with every detail open: light and dark.

    Long pages, whose templates other samples have too or which are all alike, are seen in half of the looks.
    """
    schemes = ("light", "dark") if name not in LARGE else {1280: ("light",), 360: ("dark",), 320: ()}[width]
    page = new_page(width=width)
    page.goto(url(name))
    for state, scheme in states(page, width, schemes):
        assert axe(page) == [], f"{state}, {scheme}"


def states(page: Page, width: int, schemes: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Brings the page into each state, in an order in which none has to be undone."""
    steps = [("at rest", "")]
    if width < 700 and page.locator("#menu").count():
        steps.append(("menu open", OPEN_MENU))
    if page.locator("details").count():
        steps.append(("details open", OPEN_DETAILS))
    for state, step in steps:
        page.evaluate(step or "null")
        for scheme in schemes:
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            yield state, scheme

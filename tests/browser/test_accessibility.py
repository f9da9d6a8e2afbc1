"""No page breaks a rule of WCAG 2.2 A and AA that a machine can tell, in any look, width or state."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.samples import SAMPLES

LOOKS = [("light", 1280), ("dark", 1280), ("light", 360), ("dark", 320)]


@pytest.mark.parametrize("address", SAMPLES.values(), ids=SAMPLES)
def test_axe_finds_nothing(
    address: str, site_address: str, new_page: Callable[..., Page], axe: Callable[[Page], list[dict[str, Any]]]
) -> None:
    for scheme, width in LOOKS:
        page = new_page(width=width, color_scheme=scheme)
        page.goto(site_address + address)
        assert axe(page) == [], f"{scheme}, {width} px"


@pytest.mark.parametrize("address", SAMPLES.values(), ids=SAMPLES)
def test_axe_finds_nothing_with_everything_open(
    address: str, site_address: str, new_page: Callable[..., Page], axe: Callable[[Page], list[dict[str, Any]]]
) -> None:
    page = new_page(width=360)
    page.goto(site_address + address)
    page.get_by_role("button", name="Menu").click()
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    assert axe(page) == []


@pytest.mark.parametrize("address", SAMPLES.values(), ids=SAMPLES)
def test_nothing_spills_at_320_pixels(address: str, site_address: str, new_page: Callable[..., Page]) -> None:
    page = new_page(width=320)
    page.goto(site_address + address)
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    unreachable = page.evaluate(
        """() => [...document.querySelectorAll('main *')]
            .filter(one => one.scrollWidth > one.clientWidth + 1
                && ['auto', 'scroll'].includes(getComputedStyle(one).overflowX)
                && !(one.tabIndex === 0 && one.getAttribute('role') && (one.ariaLabel
                    || one.getAttribute('aria-labelledby'))))
            .map(one => one.outerHTML.slice(0, 120))"""
    )
    assert unreachable == []


@pytest.mark.parametrize("address", SAMPLES.values(), ids=SAMPLES)
def test_the_page_says_the_same_without_script(
    address: str, site_address: str, new_page: Callable[..., Page]
) -> None:
    """All but the search page's status line, which says whether searching works."""
    texts = []
    for enabled in (True, False):
        page = new_page(java_script_enabled=enabled)
        page.goto(site_address + address)
        told = page.locator("main [role=status]").all_inner_texts()
        text = page.locator("main").inner_text()
        texts.append(text.replace(told[0], "") if told else text)
    assert texts[0] == texts[1]

"""Text fits its place: on the narrowest screen, enlarged, and spaced out as readers may set it."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.samples import PAGES

STYLE = """css => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [sheet];
}"""
"""A reader's own styles, as a browser's extension applies them: the page's policy stops those written into it."""

OPEN = "document.querySelectorAll('details').forEach(one => { one.open = true; })"
OVERFLOW = "document.documentElement.scrollWidth - window.innerWidth"
DOUBLE = "html { font-size: 200% !important; }"
SPACING = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }"""
UNREACHABLE = """() => [...document.querySelectorAll('body *')]
    .filter(one => one.scrollWidth > one.clientWidth + 1
        && ['auto', 'scroll'].includes(getComputedStyle(one).overflowX)
        && !(one.tabIndex === 0 && one.getAttribute('role') && (one.ariaLabel || one.getAttribute('aria-labelledby'))))
    .map(one => one.outerHTML.slice(0, 120))"""
CLIPPED = """() => [...document.querySelectorAll('body *')].filter(one => {
    if (one.closest('.vh, svg, select') || one.matches('input')) return false;
    const style = getComputedStyle(one);
    if (style.position === 'absolute' && style.clipPath !== 'none') return false;
    const hides = ['hidden', 'clip'];
    return one.clientHeight > 1 && (
        (hides.includes(style.overflowY) && one.scrollHeight > one.clientHeight + 1)
        || (hides.includes(style.overflowX) && one.scrollWidth > one.clientWidth + 1));
}).map(one => one.outerHTML.slice(0, 120))"""
LINKS = """() => [...document.querySelectorAll('a[href]')].filter(one => one.checkVisibility())
    .map(one => one.getAttribute('href'))"""
OVER_THE_EDGE = """() => [...document.querySelectorAll('main *')].filter(one => {
    if (one.closest('.vh, svg, .table-scroll, [hidden]') || !one.checkVisibility()) return false;
    const clipped = one.closest('thead');
    return !clipped && one.getBoundingClientRect().right > document.documentElement.clientWidth + 1;
}).map(one => one.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize("name", PAGES)
def test_nothing_spills_or_is_lost_at_any_width(
    name: str, url: Callable[[str], str], new_page: Callable[..., Page]
) -> None:
    page = new_page(width=320)
    page.goto(url(name))
    page.evaluate(OPEN)
    page.evaluate("document.getElementById('menu')?.click()")
    narrow = set(page.evaluate(LINKS))
    for width in (320, 360, 480, 768, 1000, 1089, 1184, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate(OVERFLOW) <= 0, f"{width} px"
        assert page.evaluate(UNREACHABLE) == [], f"{width} px"
    assert set(page.evaluate(LINKS)) - narrow == set()


@pytest.mark.parametrize("name", PAGES)
def test_readers_may_enlarge_and_space_out_the_text(
    name: str, url: Callable[[str], str], new_page: Callable[..., Page]
) -> None:
    page = new_page()
    page.goto(url(name))
    page.evaluate(OPEN)
    for css, widths in ((DOUBLE, (1280, 640)), (SPACING, (1280, 320))):
        page.evaluate(STYLE, css)
        for width in widths:
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate(OVERFLOW) <= 0, f"{width} px, {css}"
            assert page.evaluate(CLIPPED) == [], f"{width} px, {css}"
            assert page.evaluate(OVER_THE_EDGE) == [], f"{width} px, {css}"
        page.evaluate(STYLE, "")


def test_on_a_narrow_window_a_link_leads_to_what_stands_beside_the_page_elsewhere(
    url: Callable[[str], str], new_page: Callable[..., Page]
) -> None:
    page = new_page(width=360)
    page.goto(url("plan"))
    page.get_by_role("link", name="On this page and related pages").click()
    assert page.locator("#page-contents").bounding_box()["y"] < 400
    page.set_viewport_size({"width": 1280, "height": 900})
    assert not page.get_by_role("link", name="On this page and related pages").is_visible()

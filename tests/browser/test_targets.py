"""Whatever can be pressed is large enough to be pressed."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.samples import PAGES

SMALL = """() => [...document.querySelectorAll('a, button, summary, input, select')].filter(element => {
    const box = element.getBoundingClientRect();
    if (!box.width || !element.checkVisibility() || element.closest('.vh')) return false;
    const control = element.matches('button, input:not([type=checkbox], [type=radio]), select');
    if (control) return box.height < 44;
    if (box.width >= 24 && box.height >= 24) return false;
    return !isInSentence(element) && !hasRoom(element, box);

    // WCAG 2.2, 2.5.8: a target in a sentence, or one whose circle of 24 pixels meets no other target.
    function isInSentence(one) {
        const block = one.closest('p, dd, li, td, th, figcaption, .prose');
        return block && [...block.childNodes].some(node => node.nodeType === 3 && node.data.trim().length > 1);
    }
    function hasRoom(one, own) {
        const middle = rect => [rect.x + rect.width / 2, rect.y + rect.height / 2];
        const [x, y] = middle(own);
        return [...document.querySelectorAll('a, button, summary, input')].every(other => {
            if (other === one || !other.checkVisibility()) return true;
            return [...other.getClientRects()].every(rect => {
                const dx = Math.max(rect.x - x, 0, x - rect.right), dy = Math.max(rect.y - y, 0, y - rect.bottom);
                return Math.hypot(dx, dy) >= 12;
            });
        });
    }
}).map(element => element.outerHTML.slice(0, 160))"""


@pytest.mark.parametrize("name", PAGES)
def test_targets_are_large_enough(name: str, url: Callable[[str], str], new_page: Callable[..., Page]) -> None:
    page = new_page(width=360)
    page.goto(url(name))
    page.evaluate("document.getElementById('menu')?.click()")
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate(SMALL) == [], f"{width} px"

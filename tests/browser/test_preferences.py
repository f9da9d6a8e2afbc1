"""What readers set on their device is respected: forced colours, less motion, no script."""

import re
from base64 import b64encode
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.samples import SAMPLES

COLOURS = """async ([picture, boxes]) => {
    const image = new Image();
    image.src = 'data:image/png;base64,' + picture;
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), {width: image.width, height: image.height});
    const context = canvas.getContext('2d', {willReadFrequently: true});
    context.drawImage(image, 0, 0);
    return boxes.map(([x, y, width, height]) =>
        new Set(new Uint32Array(context.getImageData(x, y, width, height).data.buffer)).size);
}"""
SHAPES = """() => [...document.querySelectorAll('main :is(.badge, .direction, .tag--done, .path__step, .icon)')]
    .filter(one => one.checkVisibility()).map(one => {
        const place = one.getBoundingClientRect(), isStep = one.matches('.path__step');
        const drawn = getComputedStyle(one, isStep ? '::after' : '::before'), size = parseFloat(drawn.width);
        const [x, y] = [place.x + one.clientLeft, place.y + scrollY + one.clientTop];
        const before = parseFloat(getComputedStyle(one).paddingLeft);
        const isUpright = getComputedStyle(one).textAlign === 'center';
        const box = one.matches('.icon') ? [x, y, place.width - 1, place.height - 1]
            : !isStep ? [x, y, before + (one.matches('.tag') ? size : 0), one.clientHeight]
            : isUpright ? [x + (place.width - size) / 2, y, size, size]
            : [x, y + (place.height - size) / 2, size, size];
        return [one.outerHTML, box.map(Math.floor)];
    })"""
MOVING = """() => [...document.querySelectorAll('*')].flatMap(one => [one, '::before', '::after'].map(part => {
    const style = part === one ? getComputedStyle(one) : getComputedStyle(one, part);
    const lasting = [style.transitionDuration, style.animationDuration].join().split(',').map(parseFloat);
    return Math.max(...lasting) > 0 ? one.outerHTML.slice(0, 100) : null;
})).filter(Boolean)"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_forced_colours_keep_every_shape(
    scheme: str, new_page: Callable[..., Page], url: Callable[[str], str]
) -> None:
    """In the box of each shape more than one colour is seen: it did not melt into its ground."""
    page = new_page(forced_colors="active", color_scheme=scheme)
    page.goto(url("gallery"))
    names, boxes = zip(*page.evaluate(SHAPES), strict=True)
    picture = b64encode(page.screenshot(full_page=True)).decode()
    colours = new_page().evaluate(COLOURS, [picture, boxes])
    assert len(colours) > 40
    assert [name for name, number in zip(names, colours, strict=True) if number < 2] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_forced_colours_show_the_current_section(
    scheme: str, width: int, new_page: Callable[..., Page], url: Callable[[str], str]
) -> None:
    page = new_page(forced_colors="active", color_scheme=scheme, width=width)
    page.goto(url("glossary"))
    page.evaluate("document.getElementById('menu').click()")
    side = "borderLeftColor" if width < 700 else "borderBottomColor"
    current, other, ground = page.evaluate(
        """side => [...['[aria-current]', ':not([aria-current])'].map(
                kind => getComputedStyle(document.querySelector('.nav__list a' + kind))[side]),
            getComputedStyle(document.body).backgroundColor]""",
        side,
    )
    assert current not in (other, ground)


@pytest.mark.parametrize("name", ["item", "search", "gallery", "sample"])
def test_nothing_moves_for_readers_who_ask_for_less_motion(
    name: str, page: Page, url: Callable[[str], str]
) -> None:
    page.goto(url(name))
    assert page.evaluate(MOVING) == []
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


@pytest.mark.parametrize("name", SAMPLES)
def test_the_page_says_the_same_without_script(
    name: str, url: Callable[[str], str], new_page: Callable[..., Page]
) -> None:
    """All but status lines, which say whether searching works, and the choices that narrow a search."""
    texts = []
    for enabled in (True, False):
        page = new_page(java_script_enabled=enabled)
        page.goto(url(name))
        text = page.locator("main").inner_text()
        for told in page.locator("main [role=status], #search-filters").all_inner_texts():
            text = text.replace(told, "") if told else text
        texts.append(re.sub(r"\s+", " ", text))
    assert texts[0] == texts[1]


def test_without_script_the_menu_and_the_search_stand_open(
    new_page: Callable[..., Page], url: Callable[[str], str]
) -> None:
    page = new_page(width=360, java_script_enabled=False)
    page.goto(url("measure-chart"))
    assert page.locator("#nav").is_visible()
    assert page.locator("#site-find").is_visible()
    assert not page.locator("#menu").is_visible()
    assert page.locator("svg.chart:visible").count() == 1
    assert page.locator("main table:visible").count() >= 1

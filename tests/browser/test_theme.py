"""The design system in a real browser: every component and a whole page, in every state that readers have."""

import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from ragsite.gallery import gallery_html, sample_html
from ragsite.render import THEME
from ragsite.stylesheet import stylesheet

PAGES = ("gallery", "sample")
OVERFLOW = "document.documentElement.scrollWidth - window.innerWidth"
SMALL_TARGETS = """() => [...document.querySelectorAll('a, button, summary, input')].filter(element => {
    const box = element.getBoundingClientRect();
    return box.width && (box.width < 24 || box.height < 24) && !element.closest('p, dd, .prose');
}).map(element => element.outerHTML)"""
FOCUSED = """() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const box = element.getBoundingClientRect(), shown = element.closest('.card') ?? element;
    const x = Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1);
    const y = Math.min(Math.max(box.top + box.height / 2, 0), innerHeight - 1);
    const hit = document.elementFromPoint(x, y), style = getComputedStyle(shown);
    const outline = style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth);
    const seen = box.bottom > 0 && box.top < innerHeight && box.left >= 0;
    const uncovered = hit && (element.contains(hit) || hit.contains(element) || hit.closest('a, button') === element);
    return {name: element.outerHTML.slice(0, 90), good: Boolean(seen && uncovered && outline >= 2)};
}"""
CELL_TEXTS = """() => [...document.querySelectorAll('td, th, .details p')].flatMap(cell => {
    const walk = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT), found = [];
    while (walk.nextNode()) {
        const hidden = walk.currentNode.parentElement.closest('.vh, svg');
        if (!hidden && walk.currentNode.data.trim()) found.push(walk.currentNode.data);
    }
    return found;
})"""
SPACING = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory, serve: Callable[[Path], Any]) -> Iterator[str]:
    site = tmp_path_factory.mktemp("theme")
    for folder in ("assets", "js"):
        shutil.copytree(THEME / folder, site / folder)
    (site / "assets" / "site.css").write_text(stylesheet(THEME), encoding="utf-8")
    for name, html in (("gallery", gallery_html()), ("sample", sample_html())):
        (site / name).mkdir()
        (site / name / "index.html").write_text(html, encoding="utf-8")
    with serve(site) as found:
        yield found


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("width", [1280, 360, 320])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_accessibility_fault_at_rest_or_opened(
    name: str, width: int, scheme: str, address: str, new_page: Callable[..., Page], axe: Callable[..., Any]
) -> None:
    page = new_page(width=width, color_scheme=scheme)
    page.goto(f"{address}/{name}/")
    assert axe(page) == []
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    if page.locator("#menu").is_visible():
        page.locator("#menu").click()
    assert axe(page) == []


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("width", [1280, 1184, 1089, 1000, 768, 360, 320])
def test_nothing_reaches_over_the_edge(name: str, width: int, address: str, new_page: Callable[..., Page]) -> None:
    page = new_page(width=width)
    page.goto(f"{address}/{name}/")
    assert page.evaluate(OVERFLOW) <= 0
    assert page.evaluate(SMALL_TARGETS) == []


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize(
    ("css", "width"), [("html { font-size: 200% !important; }", 1280), (SPACING, 1280), (SPACING, 360)]
)
def test_readers_may_enlarge_and_space_out_the_text(
    name: str, css: str, width: int, address: str, new_page: Callable[..., Page]
) -> None:
    page = new_page(width=width)
    page.goto(f"{address}/{name}/")
    page.add_style_tag(content=css)
    assert page.evaluate(OVERFLOW) <= 0


@pytest.mark.parametrize(("name", "width"), [("gallery", 1280), ("sample", 1280), ("sample", 360)])
@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
def test_focus_is_always_seen(name: str, width: int, key: str, address: str, new_page: Callable[..., Page]) -> None:
    page = new_page(width=width)
    page.goto(f"{address}/{name}/")
    stops = []
    for _ in range(200):
        page.keyboard.press(key)
        stop = page.evaluate(FOCUSED)
        if stop is None:
            break
        stops.append(stop)
    assert len(stops) > 15
    assert [stop["name"] for stop in stops if not stop["good"]] == []


def test_the_first_stop_leads_past_the_menu(page: Page, address: str) -> None:
    page.goto(f"{address}/sample/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_the_menu_opens_and_closes_by_keyboard(new_page: Callable[..., Page], address: str) -> None:
    page = new_page(width=360)
    page.goto(f"{address}/sample/")
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


def test_without_script_the_menu_and_the_search_stand_open(new_page: Callable[..., Page], address: str) -> None:
    page = new_page(width=360, java_script_enabled=False)
    page.goto(f"{address}/sample/")
    assert page.locator("#nav").is_visible()
    assert page.locator("#site-find").is_visible()
    assert not page.locator("#menu").is_visible()


def test_forced_colours_keep_every_shape(new_page: Callable[..., Page], address: str) -> None:
    page = new_page(forced_colors="active")
    page.goto(f"{address}/gallery/")
    ground, fills = page.evaluate("""() => [
        getComputedStyle(document.body).backgroundColor,
        [...document.querySelectorAll('.badge__shape')].map(shape => getComputedStyle(shape).fill)]""")
    assert len(fills) > 20
    assert ground not in fills


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")
@pytest.mark.parametrize("name", PAGES)
def test_paper_loses_nothing(name: str, page: Page, address: str, tmp_path: Path) -> None:
    page.goto(f"{address}/{name}/")
    said = page.evaluate(CELL_TEXTS)
    assert len(said) > 40
    page.pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True, tagged=True)
    text = subprocess.run(["pdftotext", tmp_path / "page.pdf", "-"], capture_output=True, text=True, check=True)
    printed = squeezed(text.stdout)
    assert [words for words in said if squeezed(words) not in printed] == []
    assert re.search(r"Page\s+1\s+of\s+\d", text.stdout)


def test_the_first_view_is_light(address: str, page: Page) -> None:
    seen: list[str] = []
    page.on("request", lambda request: seen.append(request.url))
    page.goto(f"{address}/sample/")
    page.evaluate("document.fonts.ready.then(() => true)")
    assert sorted(url.removeprefix(address) for url in seen if not url.startswith("data:")) == [
        "/assets/fonts/public-sans-latin.woff2",
        "/assets/site.css",
        "/js/site.js",
        "/sample/",
    ]
    assert page.evaluate("localStorage.length + sessionStorage.length + document.cookie.length") == 0


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)

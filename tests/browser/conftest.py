"""A real Chromium, a server for the built site, and axe: what the browser tests stand on."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from ragsite.gallery import gallery_html, sample_html
from ragsite.render import THEME
from ragsite.stylesheet import stylesheet
from tests.browser.samples import CARDS, GALLERY, SAMPLES
from tests.browser.serving import FLAGS, serving
from tools.browser import NONE_FOUND, find_browser

AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]


@pytest.fixture(scope="session")
def site_address(built_site: Path) -> Iterator[str]:
    """The address of the real site, served for the run."""
    with serving(built_site) as address:
        yield address


@pytest.fixture(scope="session")
def serve() -> Callable[[Path], Any]:
    """`with serve(folder) as address:` for a site of the test's own."""
    return serving


@pytest.fixture(scope="session")
def url(site_address: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], str]]:
    """`url(name)`: the whole address of a sample, of a card, or of the maintainers' gallery."""
    with ExitStack() as servers:
        own: list[str] = []

        def find(name: str) -> str:
            if name not in GALLERY:
                return site_address + {**SAMPLES, **CARDS}[name]
            if not own:
                own.append(servers.enter_context(serving(gallery_site(tmp_path_factory.mktemp("gallery")))))
            return own[0] + GALLERY[name]

        yield find


def gallery_site(folder: Path) -> Path:
    """The component gallery and the sample page, which the public site does not have, with what they need."""
    for part in ("assets", "js"):
        shutil.copytree(THEME / part, folder / part)
    (folder / "assets" / "site.css").write_text(stylesheet(THEME), encoding="utf-8")
    for name, html in (("gallery", gallery_html()), ("sample", sample_html())):
        (folder / name).mkdir()
        (folder / name / "index.html").write_text(html, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium per worker."""
    program = find_browser()
    if program is None:
        pytest.fail(NONE_FOUND, pytrace=False)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def contexts(browser: Browser) -> Callable[..., BrowserContext]:
    """`contexts(color_scheme="dark", …)`: the one context of the run with these settings; the site keeps nothing."""
    made: dict[tuple[tuple[str, object], ...], BrowserContext] = {}

    def find(**settings: Any) -> BrowserContext:
        key = tuple(sorted(settings.items()))
        if key not in made:
            made[key] = browser.new_context(**settings)
        return made[key]

    return find


@pytest.fixture
def new_page(contexts: Callable[..., BrowserContext]) -> Iterator[Callable[..., Page]]:
    """`new_page(width=1280, color_scheme="light", java_script_enabled=True, …)`: a page, closed after the test.

    Motion is reduced. Further arguments are Playwright's own for a context (`forced_colors`, `locale`, …).
    """
    pages: list[Page] = []

    def open_page(*, width: int = 1280, height: int = 900, **options: Any) -> Page:
        settings = {"reduced_motion": "reduce", "locale": "en-GB", **options}
        pages.append(contexts(**settings).new_page())
        pages[-1].set_viewport_size({"width": width, "height": height})
        return pages[-1]

    yield open_page
    for page in pages:
        page.close()


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Page:
    """A page as most readers have it: wide, light, with script."""
    return new_page()


@pytest.fixture(scope="session")
def axe() -> Callable[[Page], list[dict[str, Any]]]:
    """`axe(page)`: the accessibility rules the page breaks, each with the places; empty when it breaks none.

    What axe cannot tell is counted as broken too, but for the places in ALLOWED. The page needs script
    switched on: axe waits for promises, which never settle without.
    """
    script = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")

    def run(page: Page) -> list[dict[str, Any]]:
        page.evaluate("document.fonts.ready.then(() => true)")
        if not page.evaluate("'axe' in window"):
            page.evaluate(script)
        result = page.evaluate(RUN_AXE, [AXE_TAGS, ALLOWED])
        return [broken_rule(rule) for rule in result]

    return run


ALLOWED = {
    # Words in charts and bars stand on drawn shapes, and wide tables are partly scrolled out of sight: there the
    # contrast is computed from the tokens (unit/test_theme.py).
    "color-contrast": "svg text, svg tspan, .table-scroll *",
    # axe does not know headings of row groups: test_structure.py sees that each heads rows.
    "th-has-data-cells": "table:has(th[scope=rowgroup])",
}
"""By rule: the only places, as a selector, where axe may be unable to tell."""

RUN_AXE = """async ([tags, allowed]) => {
    const found = await axe.run(document, {
        runOnly: {type: 'tag', values: tags}, resultTypes: ['violations', 'incomplete'], elementRef: true});
    const open = found.incomplete.map(rule => ({...rule, nodes: rule.nodes.filter(
        node => !(allowed[rule.id] && node.element.matches(allowed[rule.id])))}));
    return [...found.violations, ...open.filter(rule => rule.nodes.length)].map(rule => ({
        id: rule.id, help: rule.help,
        nodes: rule.nodes.map(({target, failureSummary}) => ({target, failureSummary}))}));
}"""


def broken_rule(rule: dict[str, Any]) -> dict[str, Any]:
    """A rule as a test's failure shows it best: its name, what helps, and each place with the reason."""
    places = [f"{' '.join(map(str, node['target']))}: {node['failureSummary']}" for node in rule["nodes"]]
    return {"rule": rule["id"], "help": rule["help"], "places": places}

"""A page is light, asks nobody else for anything, keeps nothing, and runs under a strict content security policy."""

import gzip
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Route

from tests.browser.samples import CARDS, LARGE, SAMPLES

STRICT = "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors *"
SEARCH = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'"
STORED = """async () => [localStorage.length, sessionStorage.length, document.cookie, (await indexedDB.databases()).length,
    (await caches.keys()).length, (await navigator.serviceWorker.getRegistrations()).length]"""
FIRST_VIEW = 60_000
SCRIPT = 10_000
FONT = 30_000


@pytest.mark.parametrize("name", [*SAMPLES, *CARDS])
def test_nothing_leaves_the_site_and_nothing_is_kept(
    name: str, page: Page, url: Callable[[str], str], site_address: str
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(url(name), wait_until="networkidle")
    page.evaluate("document.fonts.ready.then(() => true)")
    elsewhere = [one for one in asked if not one.startswith((site_address, "data:"))]
    assert elsewhere == []
    assert page.evaluate(STORED) == [0, 0, "", 0, 0, 0]
    assert page.context.cookies() == []
    assert [one for one in asked if "pagefind" in one] == []


@pytest.mark.parametrize("name", SAMPLES)
def test_the_first_view_is_light(name: str, page: Page, url: Callable[[str], str], built_site: Path) -> None:
    """Sizes as a server sends them: text squeezed by gzip, fonts as they are. Long pages may be longer by their text."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(url(name), wait_until="networkidle")
    sizes = {path: size(built_site, path) for path in {urlsplit(one).path for one in asked if one.startswith("http")}}
    fonts = [path for path in sizes if path.endswith(".woff2")]
    assert len(fonts) == 1
    assert sizes[fonts[0]] <= FONT
    assert sum(number for path, number in sizes.items() if path.endswith((".js", ".mjs"))) <= SCRIPT
    assert sum(sizes.values()) <= FIRST_VIEW, dict(sorted(sizes.items()))


def size(site: Path, path: str) -> int:
    file = site / path.lstrip("/")
    content = (file / "index.html" if path.endswith("/") else file).read_bytes()
    return len(content) if path.endswith((".woff2", ".png")) else len(gzip.compress(content, 6))


@pytest.mark.parametrize("name", [name for name in (*SAMPLES, *CARDS) if name not in LARGE])
def test_a_strict_content_security_policy_stops_nothing(name: str, page: Page, url: Callable[[str], str]) -> None:
    """No style, script or handler is written into a page; the search page's index needs WebAssembly."""
    stopped: list[str] = []
    page.on("console", lambda message: stopped.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: stopped.append(str(error)))

    def with_policy(route: Route) -> None:
        answer = route.fetch()
        policy = SEARCH if name == "search" else STRICT
        route.fulfill(response=answer, headers={**answer.headers, "content-security-policy": policy})

    page.route(re.compile(r"/([^/]*\.html)?$"), with_policy)
    page.goto(url(name), wait_until="networkidle")
    assert [one for one in stopped if "404" not in one] == []

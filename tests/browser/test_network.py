"""A page is light, asks nobody else for anything, keeps nothing, and runs under a strict content security policy."""

import gzip
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Route

from tests.browser.samples import CARDS, SAMPLES

STRICT = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'"
STORED = """async () => [localStorage.length, sessionStorage.length, document.cookie,
    (await indexedDB.databases()).length, (await caches.keys()).length,
    (await navigator.serviceWorker.getRegistrations()).length]"""
FIRST_VIEW = 60_000
SCRIPT = 10_000
FONT = 30_000


@pytest.mark.parametrize("name", [*SAMPLES, *CARDS])
def test_a_page_is_light_asks_nobody_else_and_keeps_nothing(
    name: str, page: Page, url: Callable[[str], str], built_site: Path
) -> None:
    """Sizes as a server sends them: text squeezed by gzip, fonts as they are."""
    asked: list[str] = []
    stopped: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: stopped.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: stopped.append(str(error)))
    page.route(re.compile(r"/([^/]*\.html)?$"), under_policy)
    page.goto(url(name), wait_until="load")
    page.evaluate("document.fonts.ready.then(() => true)")
    site = url("home").removesuffix("/")
    assert [one for one in asked if not one.startswith((site, "data:"))] == []
    assert [one for one in asked if "pagefind" in one] == []
    assert page.evaluate(STORED) == [0, 0, "", 0, 0, 0]
    assert page.context.cookies() == []
    assert stopped == []
    sizes = {path: size(built_site, path) for path in {urlsplit(one).path for one in asked if one.startswith("http")}}
    assert sum(sizes.values()) <= FIRST_VIEW, dict(sorted(sizes.items()))
    assert sum(number for path, number in sizes.items() if path.endswith(".js")) <= SCRIPT
    assert [number for path, number in sizes.items() if path.endswith(".woff2") and number > FONT] == []
    assert sum(path.endswith(".woff2") for path in sizes) <= 1


def under_policy(route: Route) -> None:
    """The page as a server with a strict policy sends it: a style, script or handler written into it is stopped."""
    answer = route.fetch()
    route.fulfill(response=answer, headers={**answer.headers, "content-security-policy": STRICT})


def size(site: Path, path: str) -> int:
    file = site / path.lstrip("/")
    content = (file / "index.html" if path.endswith("/") else file).read_bytes()
    return len(content) if path.endswith((".woff2", ".png")) else len(gzip.compress(content, 6))

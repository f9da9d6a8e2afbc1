"""A real Chromium, a server for a built site, and axe: what the browser tests stand on."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tools.browser import NONE_FOUND, find_browser

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]


class SiteHandler(SimpleHTTPRequestHandler):
    """Answers as a public web server would: quietly, and with the site's own page for an unknown address."""

    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        pass

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory, "404.html")
        if code != 404 or not page.is_file():
            return super().send_error(code, message, explain)
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)
        return None


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve a folder on a free local port while the block runs; yields the address, no slash at its end."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(SiteHandler, directory=str(folder)))
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


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
def browser() -> Iterator[Browser]:
    """One Chromium per worker."""
    program = find_browser()
    if program is None:
        pytest.fail(NONE_FOUND, pytrace=False)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def new_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """`new_page(width=1280, color_scheme="light", java_script_enabled=True, …)`: a page with no past.

    Motion is reduced. Further arguments are Playwright's own for a context (`forced_colors`, `locale`, …).
    """
    contexts: list[BrowserContext] = []

    def open_page(*, width: int = 1280, height: int = 900, **options: Any) -> Page:
        settings = {"reduced_motion": "reduce", "locale": "en-GB", **options}
        contexts.append(browser.new_context(viewport={"width": width, "height": height}, **settings))
        return contexts[-1].new_page()

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Page:
    """A page as most readers have it: wide, light, with script."""
    return new_page()


@pytest.fixture(scope="session")
def axe() -> Callable[[Page], list[dict[str, Any]]]:
    """`axe(page)`: the accessibility rules the page breaks, each with the places; empty when it breaks none.

    The page needs script switched on: axe waits for promises, which never settle without.
    """
    script = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")

    def run(page: Page) -> list[dict[str, Any]]:
        page.evaluate("document.fonts.ready.then(() => true)")
        page.evaluate(script)
        options = {"runOnly": {"type": "tag", "values": AXE_TAGS}, "resultTypes": ["violations"]}
        result = page.evaluate("options => axe.run(document, options)", options)
        return [broken_rule(rule) for rule in result["violations"]]

    return run


def broken_rule(rule: dict[str, Any]) -> dict[str, Any]:
    """A rule as a test's failure shows it best: its name, what helps, and each place with the reason."""
    places = [f"{' '.join(map(str, node['target']))}: {node['failureSummary']}" for node in rule["nodes"]]
    return {"rule": rule["id"], "help": rule["help"], "places": places}

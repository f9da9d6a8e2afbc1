"""What a browser fetches of the search index for a query, counted by the server that it asks."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import quote, urlsplit

from playwright.sync_api import Browser, sync_playwright

from ragsite.pack.print_browser import find_browser

QUERIES = ("supervision", "return home interviews", "assessments that see the child")
"""Words that very many synthetic items hold: the most that a query costs."""

MILLISECONDS = 60_000
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync")


@dataclass(frozen=True)
class Fetched:
    """Bytes as they lie in the site, which are packed already but for the program: each the average of the queries.

    `program` does not depend on the site; `overview` tells where things are in the index; `query` is what one query
    needs beside these, with the ten results that are shown first.
    """

    program: int
    overview: int
    query: int


def search(site: Path) -> Fetched | None:
    """Each query of `QUERIES` asked on the search page in a browser of its own; None without a browser."""
    browser = find_browser()
    if browser is None:
        return None
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser, args=FLAGS)
        asked = [_ask(site, chromium, words) for words in QUERIES]
        chromium.close()
    average = [sum(found[kind] for found in asked) // len(asked) for kind in ("program", "overview", "query")]
    return Fetched(*average)


def _ask(site: Path, chromium: Browser, words: str) -> dict[str, int]:
    with _served(site) as (port, paths):
        page = chromium.new_context().new_page()
        page.goto(f"http://127.0.0.1:{port}/search/?q={quote(words)}")
        page.locator("#search-list li").first.wait_for(timeout=MILLISECONDS)
        page.context.close()
    fetched = dict.fromkeys(("program", "overview", "query"), 0)
    for path in sorted(set(paths)):
        fetched[_kind(path)] += (site / path).stat().st_size
    return fetched


def _kind(path: str) -> str:
    if path.endswith((".pf_meta", "pagefind-entry.json")):
        return "overview"
    return "query" if path.count("/") > 1 else "program"


@contextmanager
def _served(site: Path) -> Iterator[tuple[int, list[str]]]:
    """The site on a port of this computer, and the files of the index that were asked for."""
    paths: list[str] = []
    handler = partial(_Counting, paths, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield server.server_port, paths
        finally:
            server.shutdown()


class _Counting(SimpleHTTPRequestHandler):
    def __init__(self, paths: list[str], *given: Any, **more: Any) -> None:
        self.paths = paths
        super().__init__(*given, **more)

    def do_GET(self) -> None:
        path = urlsplit(self.path).path.lstrip("/")
        if path.startswith("pagefind/"):
            self.paths.append(path)
        super().do_GET()

    def log_message(self, *_: object) -> None:
        """Nothing is printed."""

"""Previews in a real browser: a folder opened from the disk, and the running preview while somebody writes."""

import shutil
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Page, expect

from ragsite.commands import build_preview
from ragsite.preview.server import Preview, server_of
from ragsite.starter import write
from ragsite.starter.write import TEMPLATE

NOW = datetime(2026, 8, 1, tzinfo=UTC)
STARTER = Path(write.__file__).parent / TEMPLATE / "content"
REPORT = Path("plans/northmere-2026/reports/2026-06.yml")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """The starter's content, to be changed by a test."""
    return Path(shutil.copytree(STARTER, tmp_path / "content"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A preview of the starter, opened from the disk; a space in its name, as folders of people have."""
    made = tmp_path_factory.mktemp("for the director") / "preview"
    build_preview(STARTER, made, now=NOW)
    return made


def failed(page: Page) -> list[str]:
    """What a page asked for and did not get, and what its scripts complained of."""
    found: list[str] = []
    page.on("requestfailed", lambda request: found.append(request.url))
    page.on("pageerror", lambda error: found.append(str(error)))
    page.on("console", lambda message: found.append(message.text) if message.type == "error" else None)
    return found


def test_a_folder_opens_by_double_click_with_style_links_and_mark(folder: Path, page: Page) -> None:
    found = failed(page)
    page.goto((folder / "index.html").as_uri())
    expect(page.get_by_text("DRAFT This is a preview.")).to_be_visible()
    assert page.locator("meta[name=robots]").get_attribute("content") == "noindex, nofollow"
    assert page.evaluate("getComputedStyle(document.querySelector('.masthead')).backgroundColor") != "rgba(0, 0, 0, 0)"
    page.get_by_role("link", name="Customer service plan").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Northmere customer service improvement plan")
    page.get_by_role("link", name="Call people back").first.click()
    assert page.url.endswith("/items/p1-a2/index.html")
    assert found == []


def test_search_works_from_the_disk(folder: Path, page: Page) -> None:
    page.goto((folder / "index.html").as_uri())
    page.locator("#site-search").fill("telephones")
    page.locator("#site-search").press("Enter")
    expect(page.get_by_role("status")).to_contain_text("found for “telephones”")
    first = page.locator("#search-list a").first
    expect(first).to_be_visible()
    expect(page.locator("#search-list mark").first).to_contain_text("telephones")
    first.click()
    assert page.url.endswith("index.html")
    expect(page.locator("main")).to_contain_text("telephones")


def test_choices_of_the_search_work_from_the_disk(folder: Path, page: Page) -> None:
    page.goto((folder / "search/index.html").as_uri())
    page.locator("summary", has_text="Rating").first.click()
    page.get_by_label("Complete").first.check()
    expect(page.get_by_role("status")).to_contain_text("1 page found with 1 choice.")
    expect(page.locator("#search-list")).to_contain_text("Train managers to handle complaints")


def test_every_link_of_a_folder_leads_to_a_file(folder: Path, page: Page) -> None:
    page.goto((folder / "plans/northmere-2026/index.html").as_uri())
    links = page.eval_on_selector_all("a[href], link[href], script[src]", "all => all.map(one => one.href || one.src)")
    local = {unquote(urlsplit(one).path) for one in links if one.startswith("file:")}
    assert len(local) > 20
    assert sorted(name for name in local if not Path(name).is_file()) == []


@pytest.fixture
def running(content: Path) -> Iterator[tuple[Path, str]]:
    """A running preview: the content that it watches, and its address."""
    preview = Preview(content, lambda: NOW)
    server: Any = server_of(preview, "127.0.0.1:0")
    threads = [threading.Thread(target=run, daemon=True) for run in (preview.watch, server.serve_forever)]
    for thread in threads:
        thread.start()
    yield content, f"http://127.0.0.1:{server.server_address[1]}"
    preview.stop()
    server.shutdown()
    server.server_close()
    for thread in threads:
        thread.join()


def change(path: Path, was: str, now: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert was in text
    path.write_text(text.replace(was, now), encoding="utf-8")


def test_a_page_shows_a_change_by_itself(running: tuple[Path, str], page: Page) -> None:
    content, address = running
    found = failed(page)
    page.goto(f"{address}/plans/northmere-2026/items/p1-a1/")
    expect(page.get_by_text("DRAFT This is a preview.")).to_be_visible()
    change(content / REPORT, "Every service has named one person", "Every service has named two people")
    expect(page.locator("main")).to_contain_text("named two people")
    assert found == []


def test_with_an_error_the_last_good_page_stays_and_tells_it(running: tuple[Path, str], page: Page) -> None:
    content, address = running
    page.goto(f"{address}/plans/northmere-2026/items/p1-a1/")
    change(content / REPORT, "rating: Green", "rating: Grean")
    expect(page.get_by_text("The content has errors, so these pages are as they were before them.")).to_be_visible()
    expect(page.locator(".preview-bar__findings")).to_contain_text("reports/2026-06.yml:26:13")
    expect(page.locator(".preview-bar__findings")).to_contain_text("Did you mean “Green”?")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Answer complaints within ten working days")
    change(content / REPORT, "rating: Grean", "rating: Green")
    expect(page.get_by_text("The content has errors")).to_have_count(0)

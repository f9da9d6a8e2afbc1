"""The harness itself: the browser starts, the server answers as one should, axe finds what is wrong."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

GOOD = '<!doctype html><html lang="en-GB"><title>Fine</title><main><h1>Fine</h1></main></html>'
BAD = '<!doctype html><html lang="en-GB"><title>Bad</title><main><h1>Bad</h1><img src="x.png"></main></html>'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "about").mkdir()
    (tmp_path / "about" / "index.html").write_text(GOOD, encoding="utf-8")
    (tmp_path / "404.html").write_text(BAD, encoding="utf-8")
    return tmp_path


def test_a_folder_is_served_with_directory_addresses(
    folder: Path, serve: Callable[..., Any], page: Page
) -> None:
    with serve(folder) as address:
        response = page.goto(f"{address}/about/")
        assert (response.status, page.title()) == (200, "Fine")


def test_an_unknown_address_gives_the_sites_own_page(
    folder: Path, serve: Callable[..., Any], page: Page
) -> None:
    with serve(folder) as address:
        response = page.goto(f"{address}/plans/none/")
        assert (response.status, page.title()) == (404, "Bad")


def test_axe_tells_a_broken_page_from_a_sound_one(page: Page, axe: Callable[..., Any]) -> None:
    page.set_content(GOOD)
    assert axe(page) == []
    page.set_content(BAD)
    assert [found["rule"] for found in axe(page)] == ["image-alt"]


def test_a_page_can_be_read_without_script(new_page: Callable[..., Page]) -> None:
    page = new_page(java_script_enabled=False, width=320)
    page.set_content(GOOD.replace("<main>", "<script>document.title = 'Script ran'</script><main>"))
    assert page.title() == "Fine"
    assert page.viewport_size["width"] == 320

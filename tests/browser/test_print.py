"""On paper nothing is lost: A4, page numbers, every cell, every closed detail, a tagged document."""

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.samples import SAMPLES

PRINTED = ("plan", "plan-large", "item", "item-area", "report", "measures", "measure-chart", "evidence", "notes")
NEEDS = "pdftotext and pdfinfo (Debian: poppler-utils) are not installed, so the printed pages cannot be read"


@pytest.fixture(autouse=True)
def tools() -> None:
    if not (shutil.which("pdftotext") and shutil.which("pdfinfo")):
        pytest.skip(NEEDS)


def squeezed(text: str) -> str:
    """Letters and digits only: a PDF breaks lines and words where it likes."""
    return re.sub(r"[\W_]+", "", text)


@pytest.mark.parametrize("name", PRINTED)
def test_everything_is_on_paper(
    name: str, site_address: str, new_page: Callable[..., Page], tmp_path: Path
) -> None:
    page = new_page()
    page.goto(site_address + SAMPLES[name])
    cells = page.locator("main td, main th, main dd, main details p, main details li").all_inner_texts()
    hidden = page.evaluate(
        """() => [...document.querySelectorAll('main details *')]
            .filter(one => !one.children.length).map(one => one.textContent)"""
    )
    pdf = tmp_path / "page.pdf"
    page.pdf(path=pdf, prefer_css_page_size=True, tagged=True, outline=True)
    text = squeezed(subprocess.run(["pdftotext", "-raw", pdf, "-"], capture_output=True, text=True, check=True).stdout)
    missing = [cell for cell in [*cells, *hidden] if squeezed(cell) not in text and not _is_split(cell, text)]
    assert missing == []
    info = subprocess.run(["pdfinfo", pdf], capture_output=True, text=True, check=True).stdout
    assert "(A4)" in info
    assert re.search(r"Tagged: +yes", info)
    assert "Page1of" in text


def _is_split(cell: str, text: str) -> bool:
    """A cell that a page break divides is there in pieces: each of its words stands on the paper."""
    return all(squeezed(word) in text for word in cell.split())

"""On paper nothing is lost: A4, page numbers, the report's date, every word, every closed detail, a tagged document."""

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.samples import GALLERY, SAMPLES

NEEDS = "pdftotext and pdfinfo (Debian: poppler-utils) are not installed, so the printed pages cannot be read"
ON_SCREEN_ONLY = ("search", "not-found", "list")
"""Pages with a tool of the screen; their lists are on the pages of the plans."""

WORDS = """() => {
    const walk = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT), found = [];
    while (walk.nextNode()) {
        const text = walk.currentNode, inside = text.parentElement;
        if (!text.data.trim() || inside.closest('.vh, svg, script, button, .no-print, .print-only')) continue;
        if (inside.closest('.crumbs, .contents, .search, .filters')) continue;
        found.push(text.data);
    }
    return found;
}"""


@pytest.fixture(autouse=True)
def tools() -> None:
    if not (shutil.which("pdftotext") and shutil.which("pdfinfo")):
        pytest.skip(NEEDS)


@pytest.mark.parametrize("name", [name for name in (*SAMPLES, *GALLERY) if name not in ON_SCREEN_ONLY])
def test_everything_is_on_paper(name: str, url: Callable[[str], str], page: Page, tmp_path: Path) -> None:
    page.goto(url(name))
    said = page.evaluate(WORDS)
    assert said
    pdf = tmp_path / "page.pdf"
    page.pdf(path=pdf, prefer_css_page_size=True, tagged=True, outline=True)
    texts = [squeezed(run("pdftotext", *way, str(pdf), "-")) for way in ((), ("-raw",), ("-layout",))]
    missing = [one for one in said if not any(squeezed(one) in text for text in texts)]
    assert [one for one in missing if not is_split(one, texts[0])] == []
    info = run("pdfinfo", str(pdf))
    assert "(A4)" in info
    assert re.search(r"Tagged: +yes", info)
    assert re.search(r"Title: +\S", info)
    assert "Page1of" in texts[0]
    assert b"/Lang" in pdf.read_bytes()


@pytest.mark.parametrize("name", ["plan", "item", "report", "measure-chart", "exceptions", "changes"])
def test_the_report_and_its_date_are_on_every_sheet_or_at_its_head(
    name: str, url: Callable[[str], str], page: Page, tmp_path: Path
) -> None:
    page.goto(url(name))
    label = page.locator(".period__label").inner_text()
    pdf = tmp_path / "page.pdf"
    page.pdf(path=pdf, prefer_css_page_size=True, tagged=True)
    assert squeezed(label) in squeezed(run("pdftotext", "-l", "1", str(pdf), "-"))


def squeezed(text: str) -> str:
    """Latin letters and digits only: a PDF breaks lines and words where it likes, and writes fonts it has."""
    return re.sub(r"[^0-9A-Za-zÀ-ž]+", "", text)


def is_split(text: str, printed: str) -> bool:
    """A passage that a page break divides is there in pieces: its first and its last words stand on the paper."""
    words = [squeezed(word) for word in text.split() if squeezed(word)]
    if len(words) < 4:
        return False
    cuts = (("".join(words[:place]), "".join(words[place:])) for place in range(1, len(words)))
    return any(first in printed and last in printed for first, last in cuts)


def run(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout

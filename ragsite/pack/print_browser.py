"""A document as PDF printed by a browser of the Chromium family, where WeasyPrint cannot be used."""

import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from ragsite.pack.document import Document
from ragsite.pack.fonts import variable_face
from ragsite.pack.html import page_html
from ragsite.refusal import Refused

MADE_BY = "Chromium: tagged, with bookmarks, but not declared as PDF/UA"
NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome", "msedge")
SECONDS = 300
FLAGS = (
    "--headless",
    "--no-sandbox",  # what is printed is our own page, and it asks for nothing outside this computer
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-pdf-header-footer",
    "--export-tagged-pdf",
    "--generate-pdf-document-outline",
)


def find_browser() -> Path | None:
    """The first program of a Chromium browser on this computer's path."""
    return next((Path(found) for name in NAMES if (found := shutil.which(name))), None)


def print_pdf(document: Document, browser: Path) -> bytes:
    """The bytes of the PDF, dated by the document's own day; Refused when the browser makes none."""
    html = page_html(document, variable_face())
    with tempfile.TemporaryDirectory() as folder:
        page, made = Path(folder, "pack.html"), Path(folder, "pack.pdf")
        page.write_text(html, encoding="utf-8")
        command = [str(browser), *FLAGS, f"--user-data-dir={folder}/profile", f"--print-to-pdf={made}", page.as_uri()]
        try:
            subprocess.run(command, capture_output=True, timeout=SECONDS, check=False)
        except subprocess.TimeoutExpired:
            raise Refused(f"{browser.name} did not print the pack within {SECONDS} seconds.") from None
        if not made.is_file():
            raise Refused(f"{browser.name} printed nothing. Install ragsite with its extra “exporters” instead.")
        return _dated(made.read_bytes(), document)


def _dated(made: bytes, document: Document) -> bytes:
    """The clock's time in the file gives way to the document's day, in as many letters."""
    day = f"D:{document.made:%Y%m%d}000000+00'00'".encode("ascii")
    return re.sub(rb"(?<=Date \()D:\d{14}\+00'00'(?=\))", day, made)

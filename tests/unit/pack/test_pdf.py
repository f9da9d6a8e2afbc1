"""The PDF: tagged, titled, bookmarked, the same bytes again, and all words of the document."""

import subprocess
import sys
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from ragsite.pack import pdf
from tests.unit.pack.samples import pack_of, sample_site, squeezed, texts, words_of_pdf

pytestmark = pytest.mark.skipif(not pdf.is_ready(), reason="WeasyPrint's system libraries (Pango) are not installed")


@pytest.fixture(scope="module")
def made() -> bytes:
    return pdf.write_pdf(pack_of(sample_site()))


@pytest.fixture(scope="module")
def reader(made: bytes) -> PdfReader:
    return PdfReader(BytesIO(made))


def test_every_text_of_the_document_is_printed(made: bytes) -> None:
    document = pack_of(sample_site())
    printed = words_of_pdf(made, document)
    assert [text for text in texts(document) if squeezed(text) not in printed] == []


def test_title_language_tags_and_the_claim_of_pdf_ua(reader: PdfReader, made: bytes) -> None:
    catalogue: Any = reader.trailer["/Root"]
    assert reader.metadata
    assert reader.metadata.title == "Northmere Council: Improvement plan. Committee pack, report Report 2026-03"
    assert catalogue["/Lang"] == "en-GB"
    assert catalogue["/MarkInfo"]["/Marked"]
    assert catalogue["/ViewerPreferences"]["/DisplayDocTitle"]
    assert b"pdfuaid:part" in catalogue["/Metadata"].get_object().get_data()


def test_bookmarks_name_every_chapter(reader: PdfReader) -> None:
    top = [str(one.title) for one in reader.outline if not isinstance(one, list)]  # type: ignore[union-attr]
    document = pack_of(sample_site())
    assert top == [f"{number}. {chapter.title}" for number, chapter in enumerate(document.chapters, 1)]


def test_header_cells_say_what_they_head(reader: PdfReader) -> None:
    kinds = [one for one in elements(reader.trailer["/Root"]["/StructTreeRoot"]) if one.get("/S") == "/TH"]
    scopes = [one["/A"].get_object()["/Scope"] for one in kinds]
    assert {"/Column", "/Row"} == set(scopes)


def test_every_picture_has_words_and_no_heading_level_is_skipped(reader: PdfReader) -> None:
    tree = list(elements(reader.trailer["/Root"]["/StructTreeRoot"]))
    figures = [one for one in tree if one.get("/S") == "/Figure"]
    assert figures
    assert all(one.get("/Alt") for one in figures)
    levels = [int(one["/S"][2:]) for one in tree if one.get("/S") in ("/H1", "/H2", "/H3", "/H4", "/H5", "/H6")]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def elements(part: Any) -> Any:
    """Every structure element below a part of the tree, in reading order."""
    part = part.get_object()
    if isinstance(part, list):
        for one in part:
            yield from elements(one)
    elif isinstance(part, dict):
        if "/S" in part:
            yield part
        if "/K" in part:
            yield from elements(part["/K"])


def test_table_of_items_lies_across_and_the_rest_does_not(reader: PdfReader) -> None:
    across = [page.mediabox.width > page.mediabox.height for page in reader.pages]
    assert across.count(True) == 1
    assert not across[0]


def test_another_run_of_the_program_gives_the_same_bytes(made: bytes) -> None:
    code = (
        "import sys; sys.path.insert(0, '.');"
        "from tests.unit.pack.samples import pack_of, sample_site; from ragsite.pack.pdf import write_pdf;"
        "sys.stdout.buffer.write(write_pdf(pack_of(sample_site())))"
    )
    again = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert again.stdout == made


def test_tables_have_header_cells_in_their_first_row(reader: PdfReader) -> None:
    heads = [one for one in elements(reader.trailer["/Root"]["/StructTreeRoot"]) if one.get("/S") == "/THead"]
    assert heads
    for head in heads:
        assert {cell["/S"] for cell in elements(head["/K"]) if cell["/S"] in ("/TH", "/TD")} == {"/TH"}


def test_nothing_tells_of_the_computer_or_of_the_time_of_day(reader: PdfReader, made: bytes) -> None:
    assert reader.metadata
    assert str(reader.metadata["/CreationDate"]).startswith("D:20260402")
    assert str(Path.home()).encode() not in made

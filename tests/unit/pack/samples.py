"""Packs made from small plans, and their words read back from PDF and Word."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import docx
from docx.oxml.ns import qn
from pypdf import PdfReader

from ragsite.model.plan import Plan
from ragsite.pack.compose import compose
from ragsite.pack.document import Cell, Document, Facts, Heading, Line, Listing, Paragraph, Picture, Run, Table, text_of
from ragsite.pack.edition import edition, gather
from ragsite.pack.scope import WHOLE, Scope
from ragsite.publish import PublicSite
from tests.factories import item, make_plan, make_public, measure, observation, report

MONTHS = ("2026-01", "2026-02", "2026-03")


def sample_plan() -> Plan:
    """Two reports, one item that got worse and whose date moved, a measure with a chart, prose and data notes."""
    told = {
        "item": "1",
        "rating": "R",
        "rating_reason": "Staff left.",
        "progress": ["First **bold** step.", "Second.", "Third."],
        "due": {"date": "2026-09", "reason": "Illness", "agreed_by": "The board"},
    }
    return make_plan(
        items=[
            item("1", title="Answer on time", due="2026-02", owners=[{"role": "Head of care"}]),
            item("2", notes=[{"text": "The page is torn.", "source": "7"}]),
        ],
        reports=[
            report("2026-01", {"1": "A", "2": "G"}, summary="All began."),
            report("2026-03", {"2": "G"}, updates=[told], published="2026-04-02"),
        ],
        measures=[measure("m1", items=["1"], polarity="higher", targets=[{"value": "90", "by": "2026-12"}])],
        observations=[observation("m1", month, value) for month, value in zip(MONTHS, ("61", "64", "70"), strict=True)],
        governance={"board": "Improvement board", "chair": "The chief executive"},
    )


def sample_site() -> PublicSite:
    return make_public(sample_plan(), url="https://plans.example/")


def pack_of(public: PublicSite, *, plan_id: str | None = None, scope: Scope = WHOLE, at: int = -1) -> Document:
    """The pack of a plan's report, by its place among the reports."""
    plan = public.site.plan_by_id[plan_id] if plan_id else public.site.plans[0]
    return compose(edition(public.site.settings, plan, plan.reports[at], pages=gather(public)), scope)


def texts(document: Document) -> Iterator[str]:
    """Every text of a document in reading order: cover, then chapter by chapter."""
    cover = document.cover
    yield from (cover.organisation, cover.title, cover.subtitle, cover.holds)
    for label, cell in cover.facts:
        yield from (label, *cell_texts(cell))
    yield from (text_of(one.line) for one in cover.small_print)
    for chapter in document.chapters:
        yield chapter.title
        for block in chapter.blocks:
            yield from block_texts(block)


def block_texts(block: object) -> Iterator[str]:
    if isinstance(block, Heading):
        yield from (block.text, *([block.mark.text] if block.mark else []))
    elif isinstance(block, Paragraph):
        yield text_of(block.line)
    elif isinstance(block, Listing):
        yield from (text_of(entry.line) for entry in block.entries)
    elif isinstance(block, Picture):
        yield text_of(block.caption)
    elif isinstance(block, Facts):
        for label, cell in block.rows:
            yield from (label, *cell_texts(cell))
    elif isinstance(block, Table):
        yield from ([block.caption] if block.is_captioned else [])
        yield from (column.text for column in block.columns)
        for row in block.rows:
            yield from ([row.group] if row.group else [])
            yield from (text for cell in row.cells for text in cell_texts(cell))


def cell_texts(cell: Cell) -> Iterator[str]:
    for block in cell.blocks:
        yield from block_texts(block)


def words_of_pdf(made: bytes, document: Document) -> str:
    """All words of a PDF without spaces, without what stands at the foot of each page."""
    pages = [squeezed(page.extract_text()) for page in PdfReader(BytesIO(made)).pages]
    foot = re.compile(rf"{re.escape(squeezed(document.running))}|Page\d+of{len(pages)}")
    return "".join(foot.sub("", page) for page in pages)


def words_of_word(made: bytes) -> str:
    """All words of the body of a Word file without spaces, in the order of its XML."""
    return squeezed(word_text(docx.Document(BytesIO(made)).element.body))


def word_text(element: Any) -> str:
    """The words in an element of a Word file, in the order of its XML."""
    return "".join(one.text or "" for one in element.iter(qn("w:t")))


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def line(text: str) -> Line:
    return (Run(text),)

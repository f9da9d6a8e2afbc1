"""An approval sheet as a Word file, to be passed round, commented on and signed."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from ragsite.approval import wording
from ragsite.approval.sheet import Difference, PlanSheet, Sheet
from ragsite.pack import word_styles as styles
from ragsite.pack.document import Style
from ragsite.pack.word import TEMPLATE, is_ready
from ragsite.pack.word_zip import settled
from ragsite.refusal import Refused

NEEDED = "A Word file needs the extra “exporters” of ragsite: pip install 'ragsite[exporters]'."
NO_DAY = datetime(1980, 1, 1, tzinfo=UTC)
"""The properties of a Word file must name a day; the sheet itself says none, so that equal sheets are equal files."""

SIGNED = ("Approved by (role)", "Date", "Signature")
_BODY, _NOTE, _STRONG = styles.PARAGRAPHS[Style.BODY], styles.PARAGRAPHS[Style.NOTE], styles.PARAGRAPHS[Style.WARNING]

Line = tuple[str, str]
"""The name of a style, and the text of a paragraph in it."""


def as_word(sheet: Sheet) -> bytes:
    """The bytes of the file; raises Refused where python-docx is not installed."""
    if not is_ready():
        raise Refused(NEEDED)
    import docx  # noqa: PLC0415 - optional, and slow to load

    word = docx.Document(str(TEMPLATE))
    for child in list(word.element.body)[:-1]:
        word.element.body.remove(child)
    for style, text in _lines(sheet):
        word.add_paragraph(" ".join(text.split()), style=style)
    _signature(word)
    _describe(word, sheet)
    stream = BytesIO()
    word.save(stream)
    return settled(stream.getvalue())


def _lines(sheet: Sheet) -> Iterator[Line]:
    yield from ((styles.ORGANISATION, sheet.site), (styles.TITLE, wording.TITLE))
    yield _BODY, f"{wording.compared_words(sheet)} {wording.summary(sheet)}"
    if wording.verdict(sheet):
        yield _STRONG, wording.verdict(sheet)
    for plan in sheet.plans:
        yield from _plan(plan)
    for title, found in wording.findings(sheet):
        yield from _listing(title, (wording.finding_words(one) for one in found))
    if sheet.held:
        yield from _listing(wording.HELD, sheet.held)


def _listing(title: str, entries: Iterable[str]) -> Iterator[Line]:
    yield styles.HEADINGS[0], title
    yield from ((styles.BULLETS[0], entry) for entry in entries)


def _plan(plan: PlanSheet) -> Iterator[Line]:
    yield styles.HEADINGS[0], wording.plan_heading(plan)
    yield from ((_BODY, remark) for remark in plan.remarks)
    for group in plan.groups:
        yield styles.HEADINGS[1], group.title
        for subject in group.subjects:
            yield styles.HEADINGS[2], wording.heading(subject)
            for difference in subject.differences:
                yield from _difference(difference)


def _difference(difference: Difference) -> Iterator[Line]:
    said = wording.said(difference)
    yield styles.BULLETS[0], f"{said.head}: {said.sentence or said.note}".strip().removesuffix(":")
    yield from ((styles.BULLETS[1], f"Now: {text}") for text in said.added)
    yield from ((styles.BULLETS[1], f"Before: {text}") for text in said.gone)


def _signature(word: Any) -> None:
    word.add_paragraph("Approval", style=styles.HEADINGS[0])
    table = word.add_table(rows=0, cols=2, style=styles.FACTS)
    for label in SIGNED:
        cells = table.add_row().cells
        cells[0].paragraphs[0].text = label
        cells[0].paragraphs[0].style = word.styles[styles.ROW]
        cells[1].paragraphs[0].style = word.styles[styles.CELL]


def _describe(word: Any, sheet: Sheet) -> None:
    told = word.core_properties
    told.title, told.subject, told.author, told.language = wording.TITLE, sheet.site[:255], sheet.site[:255], "en-GB"
    told.created = told.modified = NO_DAY
    told.last_modified_by, told.keywords, told.comments, told.category = sheet.site[:255], "", "", "Approval sheet"
    for section in word.sections:
        for place in (section.header, section.footer):
            for run in (run for paragraph in place.paragraphs for run in paragraph.runs):
                run.text = run.text.replace(styles.RUNNING, wording.TITLE) if styles.RUNNING in run.text else run.text

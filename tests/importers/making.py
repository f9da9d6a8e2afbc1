"""Trackers made by code for the tests of the importers, and what becomes of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import docx
import openpyxl
from docx.oxml import parse_xml
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.styles.colors import Color

from ragsite.checks import check
from ragsite.content.folder import read_site
from ragsite.importers.remarks import About
from ragsite.importers.report import Outcome, write_report
from ragsite.importers.run import Request, import_file
from ragsite.model.plan import Plan
from ragsite.problems import errors_among

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RED, AMBER, GREEN = "FF0000", "FFC000", "00B050"
HEAD = ("Ref", "Action", "Lead", "Due date", "RAG", "Progress")


@dataclass(frozen=True)
class Painted:
    """A cell with a look: a colour (RRGGBB, or a theme colour with its tint), a pattern, a comment, a number format."""

    value: Any = None
    colour: str = ""
    theme: int | None = None
    tint: float = 0.0
    pattern: str = "solid"
    comment: str = ""
    number_format: str = ""
    link: str = ""


@dataclass(frozen=True)
class Result:
    """What an import gave: the plan as read again, what it told, and the errors that the check finds."""

    plan: Plan
    outcome: Outcome
    text: str
    errors: tuple[str, ...]

    def told(self, about: About) -> list[tuple[str, str]]:
        """Place and text of the remarks of one kind."""
        return [(one.where, one.text) for one in self.outcome.remarks if one.about is about]

    def ratings(self, report: str = "") -> dict[str, str]:
        """Of each item in a report (the latest): the label of its level, else the words in brackets."""
        chosen = self.plan.report_by_id[report] if report else self.plan.reports[-1]
        read = {item.id: self.plan.rating(chosen, item) for item in self.plan.items_in(chosen)}
        return {key: one.level.label if one.level else f"({one.printed or one.reason})" for key, one in read.items()}

    @property
    def titles(self) -> dict[str, str]:
        """The title of each item that carries ratings, by its id."""
        return {item.id: item.title for item in self.plan.rated_items}


def imported(file: Path, content: Path, **asked: Any) -> Result:
    """Imports a file into the plan `p` (unless another is asked for) and reads what became of it."""
    request = Request(file, content, **{"plan": "p", **asked})
    outcome = import_file(request)
    reading = read_site(content)
    assert reading.site is not None
    findings = errors_among(check(reading, as_at=date(2026, 6, 1)))
    errors = tuple(f"{one.location} {one.code} {one.message}" for one in findings)
    return Result(reading.site.plan_by_id[request.plan], outcome, write_report(outcome), errors)


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file of a folder with its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def make_xlsx(
    path: Path,
    rows: Sequence[Sequence[Any]],
    *,
    merged: Sequence[str] = (),
    hidden: Sequence[int] = (),
    sheet: str = "Tracker",
    more: Mapping[str, Sequence[Sequence[Any]]] | None = None,
) -> Path:
    """A workbook of one sheet (and more), its cells plain values or `Painted`."""
    book = openpyxl.Workbook()
    first = book.active
    first.title = sheet
    _fill(first, rows)
    for area in merged:
        first.merge_cells(area)
    for row in hidden:
        first.row_dimensions[row].hidden = True
    for name, lines in (more or {}).items():
        _fill(book.create_sheet(name), lines)
    book.save(path)
    return path


def make_csv(path: Path, rows: Sequence[Sequence[str]], *, delimiter: str = ",", encoding: str = "utf-8") -> Path:
    """A CSV file; cells with the delimiter, a line end or a quotation mark are quoted."""
    lines = (delimiter.join(_quoted(cell, delimiter) for cell in row) for row in rows)
    path.write_bytes(("\r\n".join(lines) + "\r\n").encode(encoding))
    return path


def make_docx(path: Path, *tables: Sequence[Sequence[str]], paragraphs: Sequence[str] = ()) -> Path:
    """A document with these tables, one after another, and paragraphs before them."""
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    for rows in tables:
        table = document.add_table(len(rows), len(rows[0]))
        for line, cells in zip(rows, table.rows, strict=True):
            for text, cell in zip(line, cells.cells, strict=True):
                cell.text = text
        document.add_paragraph()
    document.save(str(path))
    return path


def control(text: str, *, alias: str = "", is_hint: bool = False) -> Any:
    """A content control around a run of text, as Word's forms have it."""
    hint = "<w:showingPlcHdr/>" if is_hint else ""
    name = f'<w:alias w:val="{alias}"/>' if alias else ""
    return parse_xml(
        f'<w:sdt xmlns:w="{WORD}"><w:sdtPr>{name}{hint}</w:sdtPr><w:sdtContent><w:r><w:t>{text}</w:t></w:r>'
        "</w:sdtContent></w:sdt>"
    )


def _fill(sheet: Any, rows: Sequence[Sequence[Any]]) -> None:
    for number, row in enumerate(rows, 1):
        for place, given in enumerate(row, 1):
            cell = sheet.cell(number, place)
            painted = given if isinstance(given, Painted) else Painted(given)
            cell.value = painted.value
            if painted.colour:
                cell.fill = PatternFill(painted.pattern, fgColor=f"FF{painted.colour}")
            if painted.theme is not None:
                cell.fill = PatternFill(painted.pattern, fgColor=Color(theme=painted.theme, tint=painted.tint))
            if painted.comment:
                cell.comment = Comment(painted.comment, "officer")
            if painted.number_format:
                cell.number_format = painted.number_format
            if painted.link:
                cell.hyperlink = painted.link


def _quoted(cell: str, delimiter: str) -> str:
    if any(sign in cell for sign in (delimiter, '"', "\n", "\r")):
        return '"' + cell.replace('"', '""') + '"'
    return cell

"""What openpyxl adds to the values of a workbook, guarded: a book that it cannot read is told, not lost."""

import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import openpyxl

from ragsite.importers.fills import fill_of, theme_colours
from ragsite.importers.remarks import About, Remark
from ragsite.importers.tables import Fill

_KEPT = re.compile(rb"<(?:\w+:)?(sheetFormatPr|cols|sheetData|mergeCells)\b(?:[^>]*/>|.*?</(?:\w+:)?\1>)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class CellLook:
    """What a cell has beside its value."""

    fill: Fill | None
    comment: str
    link: str
    number_format: str
    trouble: str


@dataclass
class SheetLook:
    """What a sheet has beside its values; cells by row and column, from 1."""

    cells: dict[tuple[int, int], CellLook] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)


def read_looks(path: Path, names: tuple[str, ...]) -> tuple[dict[str, SheetLook], tuple[Remark, ...]]:
    """The looks of each sheet by its name; empty, with a remark, where openpyxl cannot read the file."""
    raw = path.read_bytes()
    if not raw.startswith(b"PK") or not _is_ooxml(raw):
        lost = "Colours, comments, hidden rows and spreadsheet errors cannot be read from this kind of file."
        return {}, (Remark(About.FILE, f"{lost} If they matter, save it as .xlsx and import that."),)
    for attempt, book in enumerate((raw, None)):
        try:
            return _read(book or _bare(raw), names), _told(attempt)
        except Exception:  # noqa: BLE001 - openpyxl raises what it likes on books that Excel opens
            continue
    lost = "Colours, comments, hidden rows and spreadsheet errors could not be read: the workbook is partly damaged."
    return {}, (Remark(About.FILE, f"{lost} The values were read. Save it anew and import again if they matter."),)


def _told(attempt: int) -> tuple[Remark, ...]:
    if not attempt:
        return ()
    return (
        Remark(About.FILE, "Parts of the workbook are damaged (a filter, a rule or a drawing). Every cell was read."),
    )


def _is_ooxml(raw: bytes) -> bool:
    with zipfile.ZipFile(io.BytesIO(raw)) as package:
        return "xl/workbook.xml" in package.namelist()


def _bare(raw: bytes) -> bytes:
    """The workbook without filters, rules, drawings and names: what remains is cells, merges and styles."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as package, zipfile.ZipFile(made, "w") as bare:
        for name in package.namelist():
            part = package.read(name)
            if re.search(r"worksheets/[^/]+\.xml$", name):
                head = re.match(rb".*?<(?:\w+:)?worksheet\b[^>]*>", part, re.DOTALL)
                tail = re.search(rb"</(?:\w+:)?worksheet>", part)
                kept = b"".join(found[0] for found in _KEPT.finditer(part))
                part = (head[0] if head else b"") + kept + (tail[0] if tail else b"")
            elif re.search(r"worksheets/_rels/", name) or name.startswith("docProps/"):
                continue
            elif name == "xl/workbook.xml":
                part = re.sub(rb"<(?:\w+:)?definedNames\b.*?</(?:\w+:)?definedNames>", b"", part, flags=re.DOTALL)
            bare.writestr(name, part)
    return made.getvalue()


def _read(raw: bytes, names: tuple[str, ...]) -> dict[str, SheetLook]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        values = openpyxl.load_workbook(io.BytesIO(raw), data_only=True, keep_links=False)
        formulas = openpyxl.load_workbook(io.BytesIO(raw), keep_links=False) if _has_formulas(raw) else values
    theme = theme_colours(values.loaded_theme)
    known = [name for name in names if name in values.sheetnames]
    return {name: _sheet(values[name], formulas[name], theme) for name in known if hasattr(values[name], "_cells")}


def _has_formulas(raw: bytes) -> bool:
    with zipfile.ZipFile(io.BytesIO(raw)) as package:
        names = [name for name in package.namelist() if "worksheets/" in name]
        return any(re.search(rb"<(?:\w+:)?f[ >/]", package.read(name)) for name in names)


def _sheet(values: Any, formulas: Any, theme: tuple[str, ...]) -> SheetLook:
    made = SheetLook()
    made.hidden_rows = {number for number, row in values.row_dimensions.items() if row.hidden}
    made.hidden_columns = set(_hidden_columns(values))
    for (row, column), cell in sorted(values._cells.items()):
        fill = fill_of(cell.fill, theme) if cell.has_style else None
        number_format = cell.number_format if isinstance(cell.value, int | float) else ""
        comment = cell.comment.text if cell.comment else ""
        link = str(cell.hyperlink.target or "") if cell.hyperlink else ""
        trouble = _trouble(cell, formulas._cells.get((row, column)))
        if fill or comment or link or trouble or number_format not in ("", "General"):
            made.cells[row, column] = CellLook(fill, comment, link, number_format, trouble)
    return made


def _trouble(value: Any, formula: Any) -> str:
    if getattr(value, "data_type", "") == "e":
        return str(value.value)
    if value.value is None and getattr(formula, "data_type", "") == "f":
        return str(getattr(formula.value, "text", formula.value))
    return ""


def _hidden_columns(sheet: Any) -> Iterator[int]:
    for column in sheet.column_dimensions.values():
        if column.hidden:
            yield from range(column.min or 0, (column.max or column.min or 0) + 1)

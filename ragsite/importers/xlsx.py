"""Workbooks to tables: calamine reads the values, openpyxl then adds colours, comments, hidden rows and errors."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from ragsite.importers import looks
from ragsite.importers.numbers import shown
from ragsite.importers.remarks import ImportProblem
from ragsite.importers.tables import MAX_CELLS, Book, Cell, Table, clean, spread, squared
from ragsite.importers.troubles import troubled


def read_workbook(path: Path) -> Book:
    """Every sheet of a workbook (.xlsx, .xlsm, .xlsb, .xls, .ods); ImportProblem when it cannot be opened."""
    try:
        workbook = CalamineWorkbook.from_path(str(path))
        sheets = [(one.name, one.visible) for one in workbook.sheets_metadata if one.typ is SheetTypeEnum.WorkSheet]
        grids = {name: _grid(workbook, name) for name, _ in sheets}
    except CalamineError as error:
        fix = "Open it in the program it comes from, save it as .xlsx without a password, and import that."
        raise ImportProblem(f"“{path.name}” cannot be opened as a workbook ({error}).", fix) from None
    found, remarks = looks.read_looks(path, tuple(grids))
    tables = tuple(_table(name, visible, grids[name], look=found.get(name)) for name, visible in sheets)
    return Book(path.name, tables, remarks)


def _grid(workbook: Any, name: str) -> tuple[list[list[object]], list[Any]]:
    sheet = workbook.get_sheet_by_name(name)
    if sheet.total_height * sheet.total_width > MAX_CELLS:
        raise ImportProblem(
            f"The sheet “{name}” is too large to be a tracker.", "Delete what is not part of the table."
        )
    return sheet.to_python(skip_empty_area=False), sheet.merged_cell_ranges or []


def _table(name: str, visible: object, grid: tuple[list[list[object]], list[Any]], *, look: Any) -> Table:
    values, merged = grid
    cells = [
        [_cell(value, row, column, look=look) for column, value in enumerate(line, 1)]
        for row, line in enumerate(_tall_enough(values, look), 1)
    ]
    for (top, left), (bottom, right) in merged:
        spread(cells, (top, left, bottom, right))
    return Table(name, squared(tuple(line) for line in cells), is_hidden=visible is not SheetVisibleEnum.Visible)


def _tall_enough(values: list[list[object]], look: Any) -> list[list[object]]:
    """The values, with room for cells that hold a colour alone."""
    height = max(len(values), max((row for row, _ in look.cells), default=0) if look else 0)
    width = max(max(map(len, values), default=0), max((column for _, column in look.cells), default=0) if look else 0)
    if height * width > MAX_CELLS:
        return values
    blank: list[object] = [""] * width
    return [[*line, *blank[len(line) :]] for line in (*values, *[blank] * (height - len(values)))]


def _cell(value: object, row: int, column: int, *, look: Any) -> Cell:
    extra = look.cells.get((row, column)) if look else None
    text, is_date = shown(value, extra.number_format if extra else "")
    text = clean(text)
    made = Cell(text, row, column, is_date=is_date)
    if look:
        made = replace(made, is_hidden=row in look.hidden_rows or column in look.hidden_columns)
    if extra:
        made = replace(made, fill=extra.fill, comment=clean(extra.comment), link=extra.link, trouble=extra.trouble)
    return troubled(made)

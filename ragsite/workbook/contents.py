"""All sheets of the workbook of one report."""

from ragsite.model.plan import Plan
from ragsite.model.reports import Report
from ragsite.workbook.book import Book, Grid, Row
from ragsite.workbook.measures import measure_grid
from ragsite.workbook.updates import report_grid, update_grid

LONGEST = 32_000
"""Signs that go into one cell, with some to spare: a spreadsheet holds 32,767."""

TOO_LONG = "(This text is too long for a cell. Change it in the report's file.)"


def book_of(plan: Plan, report: Report) -> Book:
    """The workbook of a report, as the content is now."""
    grids = (update_grid(plan, report), measure_grid(plan, report), report_grid(report))
    return Book(plan.id, report.id, tuple(_fitting(grid) for grid in grids if grid))


def _fitting(grid: Grid) -> Grid:
    return Grid(grid.name, grid.columns, tuple(_fitting_row(row) for row in grid.rows))


def _fitting_row(row: Row) -> Row:
    long = {name for name, text in row.cells.items() if len(text) > LONGEST}
    if not long:
        return row
    cells = {name: TOO_LONG if name in long else text for name, text in row.cells.items()}
    return Row(row.key, cells, row.closed | long)

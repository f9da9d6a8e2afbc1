"""What was exported, what the content says now and what the workbook says: who changed what, cell by cell."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ragsite.refusal import Refused
from ragsite.workbook.book import ROW_TITLES, Book, Column, Grid
from ragsite.workbook.opened import Cell, Opened, tidy

SHOWN = 60
"""Signs of a text that a message shows."""


@dataclass(frozen=True)
class Change:
    """A cell that the workbook changes: what the content says `now`, and what it is to say; `name` is for people."""

    cell: Cell
    column: Column
    name: str
    now: str

    @property
    def to(self) -> str:
        """What the cell says."""
        return self.cell.text

    @property
    def words(self) -> str:
        """The change in one line."""
        was = f", was {shown(self.now)}" if self.now else ""
        return f"{self.cell.address} {self.name}, {self.column.heading}: {shown(self.to)}{was}"


def changes(opened: Opened, now: Book) -> tuple[Change, ...]:
    """The cells in which the workbook differs from the content.

    Raises Refused, with every reason, where a cell cannot be read or is only to be read, and where the content has
    changed since the export in a way that the workbook does not know.
    """
    troubles = [*opened.troubles, *_unreadable(opened, now)]
    if troubles:
        raise Refused("Nothing was imported. Mend these places in the workbook first:", tuple(troubles))
    stale = tuple(_stale(opened, now))
    if stale:
        raise Refused(
            "Nothing was imported: the content has changed since this workbook was exported. Export it again, and put"
            " into the new one what the officers changed:",
            stale,
        )
    return tuple(change for change in _all(opened, now) if change.to != change.now)


def shown(text: str) -> str:
    """A text in quotation marks, cut where it is long."""
    line = " / ".join(text.split("\n"))
    return f"“{line if len(line) <= SHOWN else line[: SHOWN - 1] + '…'}”" if line else "blank"


def row_name(grid: Grid, key: str) -> str:
    """How people call a row: its reference and title, or its measure."""
    cells = grid.row_by_key[key].cells
    title = next((cells[name] for name in ROW_TITLES if cells.get(name)), key)
    return " ".join(part for part in (cells.get("ref", ""), title, cells.get("series", "")) if part)


def _all(opened: Opened, now: Book) -> Iterator[Change]:
    """Every cell that may be filled in and that is still there in the content."""
    for cell in opened.cells:
        grid = now.grid_by_name.get(cell.sheet)
        row = grid.row_by_key.get(cell.key) if grid else None
        column = grid.column_by_name.get(cell.column) if grid else None
        if grid and row and column and column.entry and column.name not in row.closed:
            yield Change(cell, column, row_name(grid, cell.key), tidy(row.cells[column.name]))


def _unreadable(opened: Opened, now: Book) -> Iterator[str]:
    open_cells = {change.cell for change in _all(opened, now)}
    for cell in opened.cells:
        base = tidy(opened.base.grid_by_name[cell.sheet].row_by_key[cell.key].cells.get(cell.column, ""))
        if cell.trouble:
            yield f"{cell.address}: {cell.trouble}"
        elif cell not in open_cells and cell.text != base and _is_there(now, cell):
            was = f"It was {shown(base)} and is {shown(cell.text)}."
            yield f"{cell.address}: this cell is only to be read. {was} Put it back."


def _is_there(now: Book, cell: Cell) -> bool:
    return cell.sheet in now.grid_by_name and cell.key in now.grid_by_name[cell.sheet].row_by_key


def _stale(opened: Opened, now: Book) -> Iterator[str]:
    """What the content says otherwise since the export, unless the workbook says the same by now."""
    if opened.base.digest == now.digest:
        return
    for change in _all(opened, now):
        base = tidy(opened.base.grid_by_name[change.cell.sheet].row_by_key[change.cell.key].cells[change.cell.column])
        if change.now not in (base, change.to):
            yield _told(change, base)
    for grid in now.grids:
        base_grid = opened.base.grid_by_name.get(grid.name)
        yield from _rows(grid, base_grid)


def _told(change: Change, base: str) -> str:
    where = f"{change.cell.address} {change.name}, {change.column.heading}"
    if change.to == base:
        return f"{where}: only the content changed, from {shown(base)} to {shown(change.now)}."
    says = f"the content says {shown(change.now)}, the workbook {shown(change.to)}"
    return f"{where}: both changed. It was {shown(base)}; {says}."


def _rows(grid: Grid, base: Grid | None) -> Iterable[str]:
    if base is None:
        return [f"The sheet “{grid.name}” is new in the content."]
    new = [row.key for row in grid.rows if row.key not in base.row_by_key]
    gone = [row.key for row in base.rows if row.key not in grid.row_by_key]
    columns = [one.heading for one in grid.columns if one.entry and one.name not in base.column_by_name]
    return (
        *(f"{grid.name}: “{row_name(grid, key)}” is new in the content." for key in new),
        *(f"{grid.name}: “{row_name(base, key)}” is no longer in the content." for key in gone),
        *(f"{grid.name}: the column “{heading}” is new." for heading in columns),
    )

"""What a workbook holds, free of any file format: sheets of rows, each row and column under a name that stays."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Any

UPDATES, MEASURES, REPORT = "Updates", "Measures", "Report"
"""The sheets that come back. Guide, Ratings and Evidence are only to be read."""

KEY = "key"
"""The hidden first column, which says what a row is about."""

ROW_TITLES = ("title", "measure", "part")
"""The columns that say in words what a row is about: one on each sheet."""


class Entry(StrEnum):
    """What may stand in a cell that is filled in."""

    RATING = "rating"
    DATE = "date"
    PERIOD = "period"
    TEXT = "text"
    PASSAGES = "passages"
    EVIDENCE = "evidence"
    NUMBER = "number"
    STATUS = "status"


@dataclass(frozen=True)
class Column:
    """A column: its name, its heading, its width in signs, and what may be entered; None: only to be read."""

    name: str
    heading: str
    width: int
    entry: Entry | None = None
    help: str = ""


@dataclass(frozen=True)
class Row:
    """A row: its key, the text of each cell by the column's name, and the columns that are not for this row."""

    key: str
    cells: Mapping[str, str]
    closed: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Grid:
    """A sheet."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    @cached_property
    def column_by_name(self) -> dict[str, Column]:
        """Columns by name."""
        return {column.name: column for column in self.columns}

    @cached_property
    def row_by_key(self) -> dict[str, Row]:
        """Rows by key."""
        return {row.key: row for row in self.rows}


@dataclass(frozen=True)
class Book:
    """The workbook of one report of one plan."""

    plan: str
    report: str
    grids: tuple[Grid, ...] = field(default_factory=tuple)

    @cached_property
    def grid_by_name(self) -> dict[str, Grid]:
        """Sheets by name."""
        return {grid.name: grid for grid in self.grids}

    @property
    def digest(self) -> str:
        """A fingerprint of all that was exported: the same content gives the same one."""
        return hashlib.sha256(as_json(self).encode()).hexdigest()


def as_json(book: Book) -> str:
    """A workbook's memory of what it held when it was exported, as it is kept inside the file."""
    sheets = {
        grid.name: {
            "columns": [[column.name, column.heading] for column in grid.columns],
            "rows": [[row.key, dict(row.cells)] for row in grid.rows],
        }
        for grid in book.grids
    }
    return json.dumps({"plan": book.plan, "report": book.report, "sheets": sheets}, sort_keys=True)


def from_json(text: str) -> Book:
    """The memory read again; raises ValueError or KeyError where it is not one."""
    kept: dict[str, Any] = json.loads(text)
    grids = tuple(
        Grid(
            name,
            tuple(Column(str(column), str(heading), 0) for column, heading in sheet["columns"]),
            tuple(Row(str(key), {str(a): str(b) for a, b in cells.items()}) for key, cells in sheet["rows"]),
        )
        for name, sheet in kept["sheets"].items()
    )
    return Book(str(kept["plan"]), str(kept["report"]), grids)

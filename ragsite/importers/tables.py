"""The one shape into which every tracker is read: tables of cells that know their place and their look."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from ragsite.importers.remarks import Remark

MAX_CELLS = 5_000_000
"""More cells than any tracker has; a file with more is made to exhaust the machine."""

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
_ESCAPED = re.compile(r"_x(00[01][0-9A-Fa-f])_")
_SPACES = re.compile(r"[ \t\xa0\u2000-\u200a\u202f\u3000]+")


@dataclass(frozen=True, slots=True)
class Fill:
    """A cell's colour as RRGGBB (theme and tint resolved), and its pattern: `solid`, or a hatching."""

    colour: str
    pattern: str = "solid"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: `row` and `column` count from 1 as the program that made the file shows them.

    `is_spread` is true for a cell of a merged area that repeats its first cell. `trouble` is what the cell
    shows instead of a value: a spreadsheet error or a formula. `is_date`: the file stores it as a date.
    """

    text: str
    row: int
    column: int
    fill: Fill | None = None
    comment: str = ""
    link: str = ""
    trouble: str = ""
    is_hidden: bool = False
    is_spread: bool = False
    is_date: bool = False

    @property
    def is_blank(self) -> bool:
        """True when nothing stands in it, whatever its colour."""
        return not self.text and not self.trouble

    @property
    def flat(self) -> str:
        """The text on one line."""
        return " ".join(self.text.split())


Row = tuple[Cell, ...]


@dataclass(frozen=True)
class Table:
    """A sheet, or one table of a document: rows of equal length; `name` is empty where the file has one table."""

    name: str
    rows: tuple[Row, ...]
    is_hidden: bool = False

    def address(self, cell: Cell) -> str:
        """The place of a cell as a spreadsheet names it: `Updates!F14`."""
        return self.place(f"{letters(cell.column)}{cell.row}")

    def place(self, within: str) -> str:
        """A place in this table, with the table's name before it where there is one."""
        return f"{self.name}!{within}" if self.name else within


@dataclass(frozen=True)
class Book:
    """A whole file as tables, with what had to be told while reading it."""

    name: str
    tables: tuple[Table, ...]
    remarks: tuple[Remark, ...] = ()


def letters(column: int) -> str:
    """The letters of a column: 1 is A, 27 is AA."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def clean(text: str) -> str:
    """Text as a person sees it: common line ends and spaces, nothing invisible, no space at the ends."""
    text = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    text = re.sub(r"\r+\n|\r", "\n", text).replace("\x0b", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    return "\n".join(_SPACES.sub(" ", line).strip() for line in _CONTROL.sub("", text).split("\n")).strip()


def squared(rows: Iterable[Row]) -> tuple[Row, ...]:
    """The rows, each as long as the longest, blank cells added."""
    listed = list(rows)
    width = max((len(row) for row in listed), default=0)
    return tuple(
        (*row, *(Cell("", row[0].row if row else number, place + 1) for place in range(len(row), width)))
        for number, row in enumerate(listed, 1)
    )


def spread(grid: list[list[Cell]], area: tuple[int, int, int, int]) -> None:
    """Repeats the first cell of a merged area (top, left, bottom, right; from 0, inclusive) in all of it."""
    top, left, bottom, right = area
    if top >= len(grid) or left >= len(grid[top]):
        return
    first = grid[top][left]
    for row in grid[top : bottom + 1]:
        for place in range(left, min(right + 1, len(row))):
            if row[place] is not first:
                row[place] = replace(
                    row[place], text=first.text, fill=first.fill, trouble=first.trouble, link=first.link,
                    is_date=first.is_date, is_spread=True,
                )  # fmt: skip


def turned(table: Table) -> Table:
    """The table with rows and columns exchanged; every cell keeps the address it has in the file."""
    return replace(table, rows=tuple(zip(*table.rows, strict=True)))

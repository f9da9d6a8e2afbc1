"""CSV text to cells that know their line and column (RFC 4180; Python's csv module keeps no columns)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_CELL = re.compile(r'"([^"]*(?:""[^"]*)*)"(?=,|\r|\n|\Z)|([^",\r\n][^,\r\n]*|)(?=,|\r|\n|\Z)')
_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell's text, and where it begins: line and column from 1."""

    text: str
    line: int
    column: int


class BrokenQuote(ValueError):
    """A quotation mark that opens a cell and is not closed at its end; `cell` is the cell."""

    def __init__(self, cell: Cell) -> None:
        super().__init__("quotation mark")
        self.cell = cell


def split_rows(text: str) -> Iterator[tuple[Cell, ...]]:
    """The rows of a CSV text, blank lines left out; raises BrokenQuote where a quoted cell does not end."""
    place, line, line_start = 0, 1, 0
    row: list[Cell] = []
    while place <= len(text):
        start = Cell("", line, place - line_start + 1)
        found = _CELL.match(text, place)
        if found is None:
            raise BrokenQuote(start)
        quoted = found[1]
        row.append(Cell(found[2] if quoted is None else quoted.replace('""', '"'), start.line, start.column))
        for end in _LINE_END.finditer(quoted or ""):
            line, line_start = line + 1, place + 1 + end.end()
        place = found.end()
        if text.startswith(",", place):
            place += 1
            continue
        if any(cell.text for cell in row):
            yield tuple(row)
        row = []
        end_of_line = _LINE_END.match(text, place)
        if end_of_line is None:
            return
        place = end_of_line.end()
        line, line_start = line + 1, place

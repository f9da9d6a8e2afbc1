"""HTML tables to tables: cells over several rows or columns, colours in styles, nothing fetched."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

from ragsite.importers.csv_file import decode
from ragsite.importers.remarks import ImportProblem
from ragsite.importers.tables import Book, Cell, Fill, Row, Table, clean, squared
from ragsite.importers.troubles import troubled

MOST_SPANNED = 1000
"""HTML's own limit for one cell's columns; more is made to exhaust the machine."""

_COLOUR = re.compile(
    r"background(?:-color)?\s*:\s*(#[0-9a-fA-F]{6}|#[0-9a-fA-F]{3}|rgb\([^)]*\)|[a-z]+)", re.IGNORECASE
)
_NAMED = {
    "red": "FF0000",
    "orange": "FFA500",
    "yellow": "FFFF00",
    "green": "008000",
    "lime": "00FF00",
    "blue": "0000FF",
}
_BREAKS = frozenset({"br", "p", "div", "li", "tr"})
_SILENT = frozenset({"script", "style", "noscript", "template"})


def read_html(path: Path) -> Book:
    """Every table of a page, tables inside tables as text; ImportProblem when there is none."""
    text, remarks = decode(path.read_bytes())
    parser = _Parser()
    parser.feed(text)
    parser.close()
    found = [table for table in parser.tables if table.rows]
    if not found:
        raise ImportProblem(
            f"“{path.name}” holds no table.", "Save the page with its table, or copy it into a workbook."
        )
    names = [table.caption or (f"Table {number}" if len(found) > 1 else "") for number, table in enumerate(found, 1)]
    tables = tuple(Table(clean(name), _grid(one)) for name, one in zip(names, found, strict=True))
    return Book(path.name, tables, tuple(remarks))


@dataclass
class _Drawn:
    """A table as it is drawn: cells with how far they reach."""

    rows: list[list["_Td"]] = field(default_factory=list)
    caption: str = ""


@dataclass
class _Td:
    parts: list[str]
    width: int
    height: int
    fill: Fill | None
    link: str = ""


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[_Drawn] = []
        self.depth = 0
        self.silent = 0
        self.cell: _Td | None = None
        self.in_caption = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.silent += tag in _SILENT
        if tag == "table":
            self.depth += 1
            if self.depth == 1:
                self.tables.append(_Drawn())
        elif self.depth == 1 and tag == "tr":
            self._open_row()
        elif self.depth == 1 and tag in ("td", "th"):
            self._open_cell(given)
        elif self.depth == 1 and tag == "caption":
            self.in_caption = True
        if self.cell and tag in _BREAKS:
            self.cell.parts.append("\n")
        if self.cell and tag == "a" and given.get("href", "").startswith("http"):
            self.cell.link = given["href"]

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in _SILENT and self.silent > 0
        if tag == "table" and self.depth:
            self.depth -= 1
        if self.depth <= 1 and tag in ("td", "th", "tr", "table"):
            self.cell = None
        if tag == "caption":
            self.in_caption = False

    def handle_data(self, data: str) -> None:
        if self.silent:
            return
        if self.in_caption and self.tables:
            self.tables[-1].caption += data
        elif self.cell:
            self.cell.parts.append(re.sub(r"\s+", " ", data))

    def _open_row(self) -> None:
        self.cell = None
        self.tables[-1].rows.append([])

    def _open_cell(self, given: dict[str, str]) -> None:
        if not self.tables[-1].rows:
            self._open_row()
        colour = _colour(given.get("style", ""), given.get("bgcolor", ""))
        self.cell = _Td(
            [], _span(given.get("colspan", "")), _span(given.get("rowspan", "")), Fill(colour) if colour else None
        )
        self.tables[-1].rows[-1].append(self.cell)


def _span(text: str) -> int:
    return min(max(int(text), 1), MOST_SPANNED) if text.isdigit() else 1


def _colour(style: str, attribute: str) -> str:
    found = _COLOUR.search(style)
    text = (found[1] if found else attribute).strip().lower()
    if numbers := re.match(r"rgb\((\d+)[, ]+(\d+)[, ]+(\d+)\)", text):
        return "".join(f"{min(int(part), 255):02X}" for part in numbers.groups())
    digits = text.removeprefix("#")
    if re.fullmatch("[0-9a-f]{3}", digits) and text.startswith("#"):
        digits = "".join(digit * 2 for digit in digits)
    colour = digits.upper() if re.fullmatch("[0-9a-f]{6}", digits) else _NAMED.get(text, "")
    return "" if colour == "FFFFFF" else colour


def _grid(drawn: _Drawn) -> tuple[Row, ...]:
    """The table's cells in rows and columns; a cell that reaches over several is repeated in each."""
    taken: dict[tuple[int, int], Cell] = {}
    for row, cells in enumerate(drawn.rows):
        column = 0
        for cell in cells:
            while (row, column) in taken:
                column += 1
            text = clean("".join(cell.parts))
            for down in range(min(cell.height, len(drawn.rows) - row)):
                for right in range(cell.width):
                    made = Cell(
                        text,
                        row + down + 1,
                        column + right + 1,
                        cell.fill,
                        link=cell.link,
                        is_spread=bool(down or right),
                    )
                    taken.setdefault((row + down, column + right), troubled(made))
            column += cell.width
    width = max((column for _, column in taken), default=-1) + 1
    blank = (
        (taken.get((row, column)) or Cell("", row + 1, column + 1) for column in range(width))
        for row in range(len(drawn.rows))
    )
    return squared(tuple(line) for line in blank)

"""Tables of a Word document: header rows that repeat, rows that stay whole, headers that are marked as such."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docx.oxml.ns import qn

from ragsite.pack import word_styles as styles
from ragsite.pack.document import Cell, Facts, Line, Listing, Row, Run, Style, Table
from ragsite.pack.widths import WHOLE, shares
from ragsite.pack.word_text import Element, Writer, element

INDENT = 180
"""How far a level of the tree is set in, in twentieths of a point."""

FACTS_SHARES = (220, 780)


@dataclass(frozen=True)
class _Grid:
    """What every row of a table needs: the writer, and the widths of its columns in twentieths of a point."""

    writer: Writer
    widths: tuple[int, ...]


def table(writer: Writer, block: Table, room: int, *, is_kept: bool = False) -> Element:
    """A table as wide as the `room` of the page; one that is kept stays with the paragraph after it."""
    grid = _Grid(writer, _widths(shares(block), room))
    made = _frame(grid, styles.TABLE, block.caption, has_head=True)
    head = [
        _cell(grid, place, [(styles.COLUMN, _words(one.text))], is_number=one.is_number)
        for place, one in enumerate(block.columns)
    ]
    made.append(_row(head, is_head=True))
    for row in block.rows:
        if row.group:
            made.append(_row([_cell(grid, 0, [(styles.GROUP, _words(row.group))], span=len(block.columns))]))
        made.append(_row(list(_cells(grid, block, row))))
    kept = made.tr_lst if block.is_short else made.tr_lst[-1:]
    _keep(kept if is_kept else kept[:-1])
    return made


def _keep(rows: Sequence[Element]) -> None:
    """Rows whose paragraphs stay with what comes after them."""
    for paragraph in (one for row in rows for one in row.iter(qn("w:p"))):
        paragraph.pPr.insert(1, element("w:keepNext"))


def facts(writer: Writer, block: Facts, room: int) -> Element:
    """Questions and answers, side by side."""
    grid = _Grid(writer, _widths(FACTS_SHARES, room))
    made = _frame(grid, styles.FACTS, block.caption, has_head=False)
    for label, cell in block.rows:
        answer = _cell(grid, 1, _paragraphs(cell))
        made.append(_row([_cell(grid, 0, [(styles.ROW, _words(label))]), answer]))
    _keep(made.tr_lst[:-1])
    return made


def _frame(grid: _Grid, style: str, caption: str, *, has_head: bool) -> Element:
    made, properties = element("w:tbl"), element("w:tblPr")
    properties.append(element("w:tblStyle", val=grid.writer.style(style)))
    properties.append(element("w:tblW", w=sum(grid.widths), type="dxa"))
    properties.append(element("w:tblLayout", type="fixed"))
    look = {"firstRow": int(has_head), "lastRow": 0, "firstColumn": 1, "lastColumn": 0, "noHBand": 1, "noVBand": 1}
    properties.append(element("w:tblLook", val="06A0" if has_head else "0680", **look))
    properties.append(element("w:tblCaption", val=caption))
    columns = element("w:tblGrid")
    columns.extend(element("w:gridCol", w=width) for width in grid.widths)
    made.extend((properties, columns))
    return made


def _row(cells: Sequence[Element], *, is_head: bool = False) -> Element:
    made, properties = element("w:tr"), element("w:trPr")
    properties.append(element("w:cantSplit"))
    if is_head:
        properties.append(element("w:tblHeader"))
    made.append(properties)
    made.extend(cells)
    return made


def _cells(grid: _Grid, block: Table, row: Row) -> Iterator[Element]:
    for place, cell in enumerate(row.cells):
        plain = styles.ROW if place == 0 and block.heads_rows else styles.CELL
        yield _cell(
            grid, place, _paragraphs(cell, plain), depth=cell.depth, is_number=block.columns[place].is_number
        )


def _paragraphs(cell: Cell, plain: str = styles.CELL) -> list[tuple[str, Line]]:
    """The paragraphs of a cell with their styles; an entry of a list gets its bullet."""
    kinds = {Style.NOTE: styles.CELL_NOTE, Style.MISSING: styles.CELL_MISSING}
    made: list[tuple[str, Line]] = []
    for block in cell.blocks:
        if isinstance(block, Listing):
            made += [(styles.CELL_BULLET, one.line) for one in block.entries]
        else:
            made.append((kinds.get(block.style, plain), block.line))
    return made


def _cell(
    grid: _Grid,
    place: int,
    paragraphs: Sequence[tuple[str, Line]],
    *,
    span: int = 1,
    depth: int = 0,
    is_number: bool = False,
) -> Element:
    made, properties = element("w:tc"), element("w:tcPr")
    properties.append(element("w:tcW", w=sum(grid.widths[place : place + span]), type="dxa"))
    if span > 1:
        properties.append(element("w:gridSpan", val=span))
    made.append(properties)
    for style, line in paragraphs or [(styles.CELL, ())]:
        paragraph = grid.writer.paragraph(style, line)
        if depth:
            paragraph.pPr.append(element("w:ind", left=INDENT * depth))
        if is_number:
            paragraph.pPr.append(element("w:jc", val="right"))
        made.append(paragraph)
    return made


def _words(text: str) -> Line:
    return (Run(text),)


def _widths(parts: Sequence[int], room: int) -> tuple[int, ...]:
    return tuple(room * part // WHOLE for part in parts)

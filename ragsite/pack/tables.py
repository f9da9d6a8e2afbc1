"""The tables of the site's pages as tables of a document: the same cells, laid out for paper."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from markupsafe import Markup

from ragsite.pack import prose
from ragsite.pack.document import Cell, Column, Mark, Paragraph, Row, Run, Style, Table
from ragsite.pack.prose import Link
from ragsite.pages.props import Props


def table_blocks(
    table: Props, link: Link, *, is_captioned: bool, is_wide: bool = False
) -> tuple[Table | Paragraph, ...]:
    """A table with its note below; where it has no rows, the words that say so.

    `is_captioned` is for a table whose heading does not say what it holds, `is_wide` for one that lies across.
    """
    if not table["rows"]:
        return (Paragraph((Run(str(table.get("empty") or "None.")),)),)
    columns = tuple(_column(one) for one in table["columns"])
    rows = tuple(_row(one, link) for one in table["rows"])
    made = Table(str(table["caption"]), columns, rows, is_captioned, is_wide)
    note = table.get("note")
    return (made, Paragraph(prose.inline(note, link), Style.NOTE)) if note else (made,)


def mark_of(badge: Props) -> Mark:
    """A badge with all its words, as a dense table on the site says them to screen readers only."""
    name = badge.get("name")
    return Mark(str(badge["tone"]), f"{badge['label']}: {name}" if name else str(badge["label"]))


def cell_of(value: object, link: Link) -> Cell:
    """One cell of a page's table: its words in the same order, a note below them."""
    if value is None or value == "":
        return Cell()
    if isinstance(value, Markup):
        return Cell(prose.lines(value, _nowhere))
    if not isinstance(value, Mapping):
        return Cell((Paragraph((Run(str(value)),)),))
    line = tuple(_spaced(_parts(value)))
    note = prose.inline(value["note"], link) if value.get("note") else ()
    style = Style.MISSING if value.get("missing") else Style.BODY
    blocks = [Paragraph(line, style)] if line else []
    blocks += [Paragraph(note, Style.NOTE)] if note else []
    return Cell(tuple(blocks), int(value.get("level") or 0))


def _column(column: Any) -> Column:
    if isinstance(column, str):
        return Column(column)
    return Column(str(column["text"]), bool(column.get("numeric")))


def _row(row: Any, link: Link) -> Row:
    if isinstance(row, Mapping):
        return Row(_cells(row["cells"], link), str(row.get("group") or ""))
    return Row(_cells(row, link))


def _cells(cells: Sequence[object], link: Link) -> tuple[Cell, ...]:
    return tuple(cell_of(one, link) for one in cells)


def _parts(cell: Props) -> Iterator[Run | Mark]:
    """A link within the site leads nowhere on paper, so a cell keeps its words only."""
    if cell.get("badge"):
        yield mark_of(cell["badge"])
    if cell.get("missing"):
        yield Run(str(cell["missing"]))
    if cell.get("text") not in (None, ""):
        yield Run(str(cell["text"]))
    if cell.get("tag"):
        yield Run(str(cell["tag"]["text"]), is_strong=True)
    if cell.get("direction"):
        yield from _direction(cell["direction"])


def _direction(direction: Props) -> Iterator[Run]:
    yield Run(str(direction["text"]), is_strong=True)
    if direction.get("was"):
        yield Run(f"({direction['was']})")


def _spaced(parts: Iterator[Run | Mark]) -> Iterator[Run | Mark]:
    for place, part in enumerate(parts):
        if place:
            yield Run(" ")
        yield part


def _nowhere(href: str) -> str:
    return href if href.startswith(("https://", "http://")) else ""



"""Columns fill the page, each with room for its longest word."""

from hypothesis import given
from hypothesis import strategies as st

from ragsite.pack.document import Cell, Column, Paragraph, Row, Table
from ragsite.pack.widths import WHOLE, shares
from tests.unit.pack.samples import line

TEXTS = st.lists(st.lists(st.text(max_size=80), min_size=3, max_size=3), min_size=1, max_size=8)


def table(rows: list[list[str]]) -> Table:
    cells = [Row(tuple(Cell((Paragraph(line(text)),)) for text in row)) for row in rows]
    return Table("A table", tuple(Column(name) for name in ("One", "Two", "Three")), tuple(cells))


@given(TEXTS)
def test_columns_fill_the_page_and_none_vanishes(rows: list[list[str]]) -> None:
    made = shares(table(rows))
    assert sum(made) == WHOLE
    assert min(made) > 15


def test_long_text_gets_more_room_than_short() -> None:
    first, second, third = shares(table([["Item", "Yes", "A long reason that needs a good deal of room to be read"]]))
    assert third > first
    assert third > second

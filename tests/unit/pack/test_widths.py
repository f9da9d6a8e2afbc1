"""Columns fill the page, each with room for its longest word."""

from hypothesis import given
from hypothesis import strategies as st

from ragsite.exporters.look import text_width
from ragsite.pack.document import Cell, Column, Mark, Paragraph, Row, Table
from ragsite.pack.widths import ACROSS, SIZE, UPRIGHT, WHOLE, shares
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


def test_no_word_is_broken_while_there_is_room() -> None:
    long = "A reason so long that it would take all the room of the page if nobody held it back " * 3
    rows = [["Answered", "Line 254", long], ["Unforeseeable", "Lines 12 to 16", long]]
    made = shares(table(rows))
    for place, word in enumerate(("Unforeseeable", "Lines")):
        assert made[place] * UPRIGHT / WHOLE > text_width(word, SIZE, is_bold=True)


def test_a_brief_rating_and_its_shape_stand_on_one_line() -> None:
    rating = Cell((Paragraph((Mark("none", "Not rated"),)),))
    words = Cell((Paragraph(line("What the source says of it, at some length. " * 9)),))
    made = shares(Table("Items", (Column("Rating"), Column("Words")), (Row((rating, words)),)))
    assert made[0] * UPRIGHT / WHOLE > text_width("Not rated", SIZE, is_bold=True) + 12


def test_a_single_long_text_among_many_short_ones_does_not_take_their_room() -> None:
    short = [["Title of an item", "Not stated", "Not stated in the source"]] * 20
    usual, odd = shares(table(short)), shares(table([*short, ["Title of an item", "A note that goes on " * 6, "None"]]))
    assert odd[1] < 2 * usual[1]


def test_a_page_that_lies_across_has_the_more_room() -> None:
    assert ACROSS > UPRIGHT
    long = "A text of some length that is given what the others leave to it " * 4
    cells = table([["Unforeseeable", long, long]])
    assert shares(Table("Wide", cells.columns, cells.rows, is_wide=True))[0] < shares(cells)[0]

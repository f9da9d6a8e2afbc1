"""CSV is split as the standard library splits it, and each cell knows its line and column."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ragsite.content.cells import BrokenQuote, Cell, split_rows

TEXTS = st.text(st.sampled_from("ab,\"\n\r é"), max_size=6)


@settings(max_examples=200)
@given(st.lists(st.lists(TEXTS, min_size=1, max_size=4), max_size=5))
def test_what_the_standard_library_writes_is_read_back(rows: list[list[str]]) -> None:
    written = io.StringIO(newline="")
    csv.writer(written).writerows(rows)
    read = [[cell.text for cell in row] for row in split_rows(written.getvalue())]
    assert read == [row for row in rows if any(row)]


def test_cells_know_where_they_begin() -> None:
    rows = list(split_rows('a,"b,b",c\n"d\nd",e\n'))
    assert rows[0] == (Cell("a", 1, 1), Cell("b,b", 1, 3), Cell("c", 1, 9))
    assert rows[1] == (Cell("d\nd", 2, 1), Cell("e", 3, 4))


def test_blank_lines_are_left_out_and_counted() -> None:
    assert [row[0].line for row in split_rows("a\n\n,,\nb")] == [1, 4]


@pytest.mark.parametrize(("text", "line", "column"), [('a,"b', 1, 3), ('a\nb,"c"d,e', 2, 3), ('"a""', 1, 1)])
def test_a_quotation_mark_that_does_not_close_is_told_where_it_opens(text: str, line: int, column: int) -> None:
    with pytest.raises(BrokenQuote) as told:
        list(split_rows(text))
    assert (told.value.cell.line, told.value.cell.column) == (line, column)


def test_a_quotation_mark_inside_a_cell_is_a_sign_like_any_other() -> None:
    assert [cell.text for cell in next(split_rows('5" pipe,b'))] == ['5" pipe', "b"]

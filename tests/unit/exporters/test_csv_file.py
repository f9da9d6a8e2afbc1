"""A CSV file holds the exact text, whatever stands in it, and no cell of text that a spreadsheet would run."""

import csv
import io
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ragsite.exporters.column import Cell, Column, Table
from ragsite.exporters.csv_file import guard, joined, unguard, write_csv

TABLE = Table("things", "Things", "One row for each thing.", (Column("name", "Its name."), Column("count", "Number.")))
DANGEROUS = "=+-@\t\r\n＝＋－＠"
TEXT = st.text(st.one_of(st.sampled_from(DANGEROUS + "'\",;a1 é"), st.characters(codec="utf-8")), max_size=12)


def cells(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8"), newline=""), strict=True))


def write(*rows: tuple[Cell, Cell]) -> bytes:
    return write_csv(TABLE, [{"name": name, "count": count} for name, count in rows])


@given(TEXT)
def test_guarded_text_reads_back_exactly(text: str) -> None:
    assert unguard(guard(text)) == text


@given(TEXT)
def test_no_guarded_text_begins_as_a_formula(text: str) -> None:
    assert guard(text)[:1] not in tuple(DANGEROUS)


@given(TEXT, TEXT)
def test_two_texts_never_become_one(one: str, other: str) -> None:
    assert (guard(one) == guard(other)) == (one == other)


@pytest.mark.parametrize("text", ["", "Green", "12 – 15", "'til May", "80%", "a=b", " =1", "’=1"])
def test_ordinary_text_stays_as_it_is(text: str) -> None:
    assert guard(text) == text


@pytest.mark.parametrize(
    ("text", "guarded"), [("=1+1", "'=1+1"), ("-", "'-"), ("@here", "'@here"), ("'=1", "''=1"), ("\t=1", "'\t=1")]
)
def test_text_that_begins_as_a_formula_gets_one_apostrophe(text: str, guarded: str) -> None:
    assert guard(text) == guarded


@given(st.lists(st.tuples(TEXT, TEXT), max_size=5))
def test_every_row_reads_back_exactly(rows: list[tuple[str, str]]) -> None:
    header, *found = cells(write(*rows))
    assert header == ["name", "count"]
    assert [tuple(unguard(cell) for cell in row) for row in found] == rows


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**9), max_value=10**9))
def test_numbers_stay_numbers(value: Decimal) -> None:
    ((_, cell),) = cells(write(("", value)))[1:]
    assert Decimal(cell) == value
    assert not cell.startswith("'")


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (Decimal("-12.50"), "-12.50"),
        (Decimal("1E+2"), "100"),
        (Decimal("1E-7"), "0.0000001"),
        (-3, "-3"),
        (True, "true"),
        (False, "false"),
        (None, ""),
        ("", ""),
    ],
)
def test_a_value_is_written_plainly(value: Cell, cell: str) -> None:
    assert cells(write(("x", value)))[1] == ["x", cell]


def test_the_bytes_are_those_of_the_standard() -> None:
    assert write(("Brontë, “C”", 1), ('say "so"', 2)) == (
        'name,count\r\n"Brontë, “C”",1\r\n"say ""so""",2\r\n'.encode()
    )


def test_a_table_without_rows_still_has_its_header() -> None:
    assert write() == b"name,count\r\n"


def test_a_row_without_one_of_the_columns_is_a_mistake_in_the_program() -> None:
    with pytest.raises(KeyError):
        write_csv(TABLE, [{"name": "x"}])


def test_several_ids_share_a_cell() -> None:
    assert (joined(["a", "b"]), joined([])) == ("a; b", "")

"""Observations: rows that can be read are read, and each cell that cannot is told at its place."""

from decimal import Decimal

from ragsite.content.rows import COLUMNS, read_observations
from ragsite.model.measures import ObservationStatus
from ragsite.problems import Location

HEADER = ",".join(COLUMNS) + "\n"


def test_a_row_is_typed_and_knows_its_cells() -> None:
    rows, findings = read_observations("o.csv", (HEADER + 'm,2018,"A, B",88.20,,,,88.20%,,14\n').encode())
    assert findings == ()
    assert (rows[0].measure, rows[0].series, rows[0].value, rows[0].source) == ("m", "A, B", Decimal("88.20"), "14")
    assert rows[0].status is ObservationStatus.FINAL
    assert rows[0].written_at.of("value") == Location("o.csv", 2, 15)


def test_what_is_printed_is_kept_to_the_letter() -> None:
    rows, _ = read_observations("o.csv", (HEADER + "m,2018,,,,,words, n/k ,,\n").encode())
    assert rows[0].as_printed == " n/k "


def test_columns_may_stand_in_another_order_and_be_left_out() -> None:
    rows, findings = read_observations("o.csv", b"value,measure\n60,m\n")
    assert findings == ()
    assert (rows[0].measure, rows[0].value) == ("m", Decimal(60))


def test_a_faulty_row_does_not_hide_the_next() -> None:
    rows, findings = read_observations("o.csv", b"measure,value\nm,1%\nm\nm,3\n")
    assert [row.value for row in rows] == [Decimal(3)]
    assert [(finding.code, finding.location.line) for finding in findings] == [("Y303", 2), ("Y302", 3)]


def test_a_file_of_excel_with_its_byte_order_mark_and_line_ends_is_read() -> None:
    rows, findings = read_observations("o.csv", b"\xef\xbb\xbfmeasure,value\r\nm,1\r\n,\r\n")
    assert (len(rows), findings) == (1, ())

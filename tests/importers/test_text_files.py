"""CSV files in whatever encoding and with whatever delimiter; what could not be read is told with its cell."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ragsite.importers.csv_file import decode, find_delimiter, split
from ragsite.importers.remarks import About
from tests.importers.making import HEAD, imported, make_csv
from tests.importers.samples import RATINGS, TABLE, TITLES

CAFE = ("1", "Réopen the café – “now”", "J Hill", "", "Green", "")


@pytest.mark.parametrize(
    ("encoding", "delimiter", "told"),
    [
        ("utf-8", ",", "The cells are separated by a comma."),
        ("utf-8-sig", ";", "The cells are separated by a semicolon."),
        ("utf-16", "\t", "The file is in UTF-16."),
        ("cp1252", "|", "The file is not in UTF-8; it was read as Windows text (cp1252)."),
    ],
)
def test_encodings_and_delimiters_are_found(tmp_path: Path, encoding: str, delimiter: str, told: str) -> None:
    file = make_csv(tmp_path / "t.csv", [HEAD, CAFE], delimiter=delimiter, encoding=encoding)
    found = imported(file, tmp_path / "content")
    assert found.titles == {"1": CAFE[1]}
    assert ("", told) in found.told(About.FILE)


def test_a_byte_without_meaning_is_left_out_and_told_with_its_cell(tmp_path: Path) -> None:
    file = make_csv(tmp_path / "t.csv", TABLE, encoding="cp1252")
    file.write_bytes(file.read_bytes().replace(b"Train all", b"Train \x9d\xe9all"))
    found = imported(file, tmp_path / "content")
    assert found.titles["2"] == "Train éall staff"
    ((where, text),) = found.told(About.CELL)
    assert where == "B3"
    assert "The byte 0x9d has no meaning in Windows text; it was left out near “Train" in text


def test_a_delimiter_in_the_cells_does_not_split_them(tmp_path: Path) -> None:
    rows = [HEAD, ("1", "Fix; mend, paint", "J Hill", "", "Green", "a, b, c; d"), *TABLE[2:]]
    found = imported(make_csv(tmp_path / "t.csv", rows, delimiter=";"), tmp_path / "content")
    assert found.titles["1"] == "Fix; mend, paint"


def test_lines_within_a_cell_are_kept_apart(tmp_path: Path) -> None:
    rows = [HEAD, ("1", "Fix", "", "", "Green", "- Door mended.\r\n- Wall\npainted in May."), *TABLE[2:]]
    found = imported(make_csv(tmp_path / "t.csv", rows), tmp_path / "content")
    assert found.plan.latest is not None
    update = next(one for one in found.plan.latest.updates if one.item == "1")
    assert [passage.text for passage in update.progress] == ["Door mended.", "Wall painted in May."]


def test_a_quotation_mark_that_never_closes_does_not_swallow_the_rest(tmp_path: Path) -> None:
    file = tmp_path / "t.csv"
    file.write_text('Ref,Action,RAG\n1,"Fix the door,Green\n2,Train,Amber\n3,Write,Red\n', encoding="utf-8")
    found = imported(file, tmp_path / "content")
    assert found.ratings() == RATINGS
    assert "A quotation mark is opened in the file and never closed." in found.text


def test_the_line_with_which_excel_names_the_delimiter_is_obeyed(tmp_path: Path) -> None:
    file = tmp_path / "t.csv"
    file.write_text("sep=;\nRef;Action, in full;RAG\n1;Fix, mend;Green\n2;Train, teach;Red\n", encoding="utf-8")
    assert imported(file, tmp_path / "content").titles == {"1": "Fix, mend", "2": "Train, teach"}


def test_errors_and_formulas_are_no_values(tmp_path: Path) -> None:
    rows = [
        HEAD,
        ("1", "Fix", "#REF!", "#VALUE!", "#N/A", "=SUM(A1:A3)"),
        ("#REF!", "#REF!", "B", "", "Red", ""),
        *TABLE[2:],
    ]
    found = imported(make_csv(tmp_path / "t.csv", rows), tmp_path / "content")
    assert found.titles == {**TITLES, "1": "Fix"}
    assert found.ratings()["1"] == "(The cell shows “#N/A” instead of a rating.)"
    assert found.told(About.ERROR) == [
        ("C2", "The cell shows “#REF!”; it was read as blank."),
        ("D2", "The cell shows “#VALUE!”; it was read as blank."),
        ("E2", "The rating shows “#N/A”; it is not rated."),
    ]
    assert found.told(About.FORMULA) == [
        ("F2", "The cell holds the formula “=SUM(A1:A3)” and no value; it was read as blank.")
    ]
    assert found.told(About.SKIPPED) == [("A3", "No title and no id: “#REF!; B; Red”.")]
    assert found.errors == ()


def test_words_in_place_of_a_rating_are_kept_and_a_mistyped_one_is_never_guessed(tmp_path: Path) -> None:
    words = ("Exempt under section 24", "N/A", "Gren", "")
    rows = [HEAD, *((str(number), f"Action {number}", "", "", word, "") for number, word in enumerate(words))]
    found = imported(make_csv(tmp_path / "t.csv", [*rows, *TABLE[2:]]), tmp_path / "content")
    assert list(found.ratings().values())[:4] == [f"({word or 'The cell is blank.'})" for word in words]
    assert found.told(About.UNRATED) == [("E2", "“Exempt under section 24”"), ("E3", "“N/A”")]
    ((where, text),) = found.told(About.RATING)
    assert where == "E4"
    assert "“Gren” is not a level of the scale (Red, Amber and Green). Did you mean “Green”?" in text
    assert found.errors == ()


def test_dates_that_can_be_read_two_ways_are_asked_once_by_column(tmp_path: Path) -> None:
    rows = [HEAD, *((str(number), f"Action {number}", "", f"0{number}/02/26", "Green", "") for number in (1, 3, 4))]
    found = imported(make_csv(tmp_path / "t.csv", rows), tmp_path / "content")
    ((where, text),) = found.told(About.QUESTION)
    assert where == ""
    assert "“Due date”: dates such as 01/02/26 (3 here) can be read day first or month first." in text
    assert 'dates: {"Due date": day first}' in text
    assert "1 question above: answer in the mapping and import the same file again." in found.text


def test_a_date_column_that_shows_its_order_is_read_by_it(tmp_path: Path) -> None:
    rows = [HEAD, *((day, f"Action {day}", "", f"{day}/02/26", "Green", "") for day in ("01", "25"))]
    found = imported(make_csv(tmp_path / "t.csv", rows), tmp_path / "content")
    assert [str(item.due.first) for item in found.plan.rated_items if item.due] == ["2026-02-01", "2026-02-25"]
    assert "1 of its dates can only be read so; 1 could be read either way" in found.text


@given(st.text(st.characters(exclude_categories=("Cs", "Cc", "Co")), min_size=1))
def test_text_in_utf_8_and_utf_16_is_read_as_it_is(text: str) -> None:
    assert decode(text.encode("utf-8"))[0].removeprefix("\ufeff") == text.removeprefix("\ufeff")
    assert decode(text.encode("utf-16"))[0] == text


@given(st.binary())
def test_every_byte_has_some_text(raw: bytes) -> None:
    text, _ = decode(raw)
    assert isinstance(text, str)


@given(st.sampled_from(",;\t|"), st.lists(st.tuples(*[st.text("ab c", min_size=1)] * 3), min_size=1, max_size=5))
def test_the_delimiter_of_a_regular_file_is_found(delimiter: str, rows: list[tuple[str, str, str]]) -> None:
    text = "".join(delimiter.join(row) + "\n" for row in rows)
    assert find_delimiter(text) == delimiter
    assert split(text, delimiter)[0] == [list(row) for row in rows]

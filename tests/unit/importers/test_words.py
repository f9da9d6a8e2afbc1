"""Headers, ratings, people, dates, periods and numbers as trackers print them."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ragsite.importers.dates import DAY_FIRST, MONTH_FIRST, is_same_date, likely_order, ordered, read_date_cell
from ragsite.importers.fields import field_of, plain_key
from ragsite.importers.matching import likeness
from ragsite.importers.numbers import shown
from ragsite.importers.passages import read_passages, without_details
from ragsite.importers.people import read_owners
from ragsite.importers.periods import find_period
from ragsite.importers.rating_words import is_no_rating, known_word
from ragsite.importers.tables import Cell, clean, letters
from ragsite.importers.troubles import is_error, is_formula


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Ref", "id"), ("Action no.", "id"), ("#", "id"), ("project_number", "id"),
        ("Action", "title"), ("project_name", "title"), ("Recommendation", "title"),
        ("Next steps", "next_steps"), ("Planned actions", "next_steps"), ("description_aims", "text"),
        ("Lead officer", "lead"), ("SRO", "lead"), ("Responsible", "responsible"), ("Directorate", "owner"),
        ("Target date", "due"), ("By when?", "due"), ("end_date", "due"), ("Frist", "due"), ("Échéance", "due"),
        ("Start date", ""), ("Date completed", ""), ("Last updated", ""), ("schedule_comment", ""), ("Cost RAG", ""),
        ("RAG", "rating"), ("Delivery confidence > 2023", "rating"), ("colour_rating", "rating"),
        ("Previous RAG", "previous"), ("RAG last month", "previous"), ("rating_comment", "rating_reason"),
        ("Reason for slippage", "due_reason"), ("Update this month", "progress"), ("Key risks", "key_risks"),
        ("Risks and issues", "risks"), ("Status", "status"), ("Evidence", "evidence"), ("Działanie", "title"),
        ("Quarter", ""), ("Ward", ""),
    ],
)  # fmt: skip
def test_a_header_names_a_field(header: str, field: str) -> None:
    assert field_of(header) == field


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("A/R", "Amber/Red"), ("AMBER-RED", "Amber/Red"), ("Amber / Red", "Amber/Red"), ("g", "Green"),
        ("RAG: Green", "Green"), ("Green - on track", "Green"), ("Wedi cwblhau", "Complete"), ("Żółty", "Yellow"),
    ],
)  # fmt: skip
def test_a_rating_is_known_however_it_is_printed(printed: str, name: str) -> None:
    word = known_word(printed)
    assert word is not None
    assert word[0] == name


@pytest.mark.parametrize("printed", ["Gren", "Reset", "Greenhouse", "Action taken - now green and good", ""])
def test_what_is_no_rating_is_not_taken_for_one(printed: str) -> None:
    assert known_word(printed) is None


def test_words_that_stand_where_a_rating_would() -> None:
    assert [word for word in ("N/A", "TBC", "Not started", "Gren") if is_no_rating(word)] == [
        "N/A",
        "TBC",
        "Not started",
    ]


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("J Hill", [{"name": "J Hill"}]),
        ("Head of Service", [{"role": "Head of Service"}]),
        ("Head of Service – Jo Hill", [{"role": "Head of Service", "name": "Jo Hill"}]),
        ("Jo Hill, Head of Service", [{"role": "Head of Service", "name": "Jo Hill"}]),
        ("Jo Hill and Abdul Ali", [{"name": "Jo Hill"}, {"name": "Abdul Ali"}]),
        ("DCS/CEX", [{"role": "DCS"}, {"role": "CEX"}]),
        ("Health and Social Care Team", [{"role": "Health and Social Care Team"}]),
        ("1. Jo Hill\n2. Head of Quality", [{"name": "Jo Hill"}, {"role": "Head of Quality"}]),
        ("", []),
    ],
)
def test_people_and_posts_are_told_apart(text: str, owners: list[dict[str, str]]) -> None:
    assert read_owners(text, "lead") == [{**owner, "kind": "lead"} for owner in owners]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Tracker 2026-03", "2026-03"), ("Update_March_2026_v2", "2026-03"), ("31st March 2026", "2026-03-31"),
        ("20260331 board", "2026-03-31"), ("Q4 2025/26", "2025-26-q4"), ("2025/26 Q4", "2025-26-q4"),
        ("RAG Mar-26", "2026-03"), ("gmpp 2023", "2023"), ("31.03.2026", "2026-03-31"), ("Q1", "q1"),
    ],
)  # fmt: skip
def test_a_period_is_found_in_a_name(text: str, key: str) -> None:
    found = find_period(text)
    assert found is not None
    assert found.id == key


@pytest.mark.parametrize("text", ["Tracker v2", "Marching on", "Item 12", ""])
def test_no_period_is_found_where_there_is_none(text: str) -> None:
    found = find_period(text)
    assert found is None or not found.date


def test_the_order_of_a_date_is_shown_by_its_column_alone() -> None:
    cells = [Cell(text, row, 1) for row, text in enumerate(("01/02/26", "25/02/26", "TBC"), 1)]
    assert likely_order(cells) == (DAY_FIRST, 1, 1)
    assert likely_order([*cells, Cell("02/25/26", 4, 1)]) == ("", 0, 1)
    assert (ordered("01/02/26", DAY_FIRST), ordered("01/02/26", MONTH_FIRST)) == ("2026-02-01", "2026-01-02")
    assert ordered("25/02/26", MONTH_FIRST) == ""


@given(st.dates(date(2000, 1, 1), date(2069, 12, 31)), st.sampled_from("/.-"))
def test_a_date_of_three_numbers_means_its_day_once_the_order_is_known(day: date, sign: str) -> None:
    printed = f"{day:%d}{sign}{day:%m}{sign}{day:%Y}"
    read = read_date_cell(Cell(printed, 1, 1), order=DAY_FIRST)
    assert is_same_date(read, day.isoformat())


@given(st.text())
def test_any_date_cell_is_kept_as_printed(text: str) -> None:
    cell = Cell(clean(text), 1, 1)
    read = read_date_cell(cell)
    assert read == cell.flat or read["printed"] == cell.flat


@pytest.mark.parametrize(
    ("value", "form", "text"),
    [
        (1.0, "", "1"), (1.0, "00", "01"), (2.1, "0.00", "2.10"), (0.5, "0%", "50%"), (0.1 + 0.2, "", "0.3"),
        (True, "", "TRUE"), (None, "", ""), (datetime.fromisoformat("2026-03-31"), "", "2026-03-31"),
        (datetime.fromisoformat("2026-03-31 09:30"), "", "2026-03-31 09:30"),
        (datetime.fromisoformat("1899-12-31"), "", "0"), (1e20, "", "1e+20"),
    ],
)  # fmt: skip
def test_a_stored_value_is_what_the_sheet_shows(value: object, form: str, text: str) -> None:
    assert shown(value, form)[0] == text


def test_titles_with_other_numbers_are_never_alike() -> None:
    assert likeness("Build the school, phase 1", "Build the school, phase 2") == 0
    assert likeness("The Fleet Programme", "Fleet") > 0.9
    assert likeness("Fleet", "Schools") < 0.5


@given(st.text())
def test_a_key_is_the_same_for_its_key(text: str) -> None:
    assert plain_key(plain_key(text)) == plain_key(text)


@given(st.text())
def test_clean_text_holds_nothing_invisible(text: str) -> None:
    made = clean(text)
    assert clean(made) == made
    assert not any(sign in made for sign in "\x00\x07\r\x0b\xa0\ufeff")


def test_passages_are_lines_without_bullets_and_without_markup() -> None:
    assert read_passages("• One thing\nthat goes on\n\n- Two\n# Three *now* and *then*") == [
        "One thing that goes on", "Two", r"\# Three \*now\* and \*then\*",
    ]  # fmt: skip


def test_personal_details_are_left_out_and_told() -> None:
    text, removed = without_details("Ask jo@anytown.gov.uk or 01632 960123.")
    assert text == "Ask [e-mail address left out] or [telephone number left out]."
    assert removed == ("e-mail address", "telephone number")


@given(st.integers(1, 20_000))
def test_the_letters_of_a_column_count_as_a_spreadsheet_does(column: int) -> None:
    number = 0
    for sign in letters(column):
        number = number * 26 + ord(sign) - 64
    assert number == column


def test_errors_and_formulas_are_told_from_text() -> None:
    assert [text for text in ("#REF!", "#n/a", "#1", "#") if is_error(text)] == ["#REF!", "#n/a"]
    assert [text for text in ("=A1", "=SUM(B2)", "= better", "=-") if is_formula(text)] == ["=A1", "=SUM(B2)"]

"""How far a date moved is told in plain words, exactly where both dates allow it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ragsite.model.dates import parse_date
from ragsite.views.ledger import Entry
from ragsite.views.shift import length_words, moved_words, shift

DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))


def words(first: str, current: str, moves: int = 1) -> str:
    return moved_words(Entry(None, parse_date(current), parse_date(first), moves))


@pytest.mark.parametrize(
    ("first", "current", "said"),
    [
        ("2018-03", "2018-10", "moved once, 7 months later than first planned"),
        ("2018-10", "2018-09", "moved once, 1 month earlier than first planned"),
        ("2018-03", "2020-06", "moved once, 2 years and 3 months later than first planned"),
        ("2018-03", "2019-03", "moved once, 12 months later than first planned"),
        ("2018-01-31", "2018-02-28", "moved once, 1 month later than first planned"),
        ("2018-01-15", "2018-03-20", "moved once, 2 months and 5 days later than first planned"),
        ("2018-01-15", "2018-01-01", "moved once, 14 days earlier than first planned"),
        ("2018-01-15", "2019-03-20", "moved once, about 14 months later than first planned"),
        ("2018-03", "2018-03-15", "moved once, within the same month"),
        ("2018-03", "2018-05-01", "moved once, about 2 months later than first planned"),
        ("2018-03", "TBC", "moved once; the new date is to be confirmed"),
        ("2018-03", "June", "moved once, to a date that is not clear"),
        ("June", "2018-03", "moved once; how far cannot be told, because the first date is not clear"),
    ],
)
def test_a_move_in_words(first: str, current: str, said: str) -> None:
    assert words(first, current) == said


def test_several_moves_are_counted_and_a_return_is_told() -> None:
    assert words("2018-03", "2018-10", 2) == "moved 2 times, 7 months later than first planned"
    assert words("2018-03", "2018-03", 2) == "moved 2 times, back to the first date"
    assert words("2018-03", "2018-03", 0) == ""


@given(DAYS, DAYS)
def test_a_shift_between_days_leads_from_one_to_the_other(one: date, other: date) -> None:
    found = shift(parse_date(one.isoformat()), parse_date(other.isoformat()))
    back = shift(parse_date(other.isoformat()), parse_date(one.isoformat()))
    assert found
    assert back
    assert (back.months, back.days) == (-found.months, -found.days)
    roughly = found.months * 30.4375 + found.days
    assert abs(roughly - (other - one).days) < 4
    assert abs(found.days) <= 30


@given(DAYS, st.integers(0, 27))
def test_days_within_a_month_are_told_as_days(start: date, days: int) -> None:
    found = shift(parse_date(start.isoformat()), parse_date((start + timedelta(days)).isoformat()))
    assert found
    ends = start.month != (start + timedelta(1)).month and found.months == 1  # 31 January to 28 February
    assert (found.months, found.days) == ((1, 0) if ends else (0, days))


def test_lengths_in_words() -> None:
    assert [length_words(*size) for size in ((1, 0), (0, 1), (23, 2), (24, 0), (25, 0), (0, 0))] == [
        "1 month",
        "1 day",
        "23 months and 2 days",
        "2 years",
        "2 years and 1 month",
        "0 months",
    ]

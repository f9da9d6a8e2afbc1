"""Dates that are refused: why, what is allowed, and how to mend them."""

import pytest

from ragsite.model.dates import DateProblem, parse_date


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2026-02-30", "30 February 2026 does not exist."),
        ("31 June 2018", "31 June 2018 does not exist."),
        ("29.2.2019", "29 February 2019 does not exist."),
        ("30 February", "30 February does not exist."),
        ("1.16.10", "“1.16.10” has 16 as its month; months are 1 to 12."),
        ("32/13/2018", "“32/13/2018” has 13 as its month; months are 1 to 12."),
        ("2018-13", "“2018-13” is no month (they are 01 to 12) and no financial year (as in 2018/19)."),
        ("2016/19", "“2016/19” is not one financial year; the one from April 2016 is 2016/17."),
        ("Q4 2016-19", "A financial year or winter has two years in a row, not 2016 and 2019."),
        ("2018-05..2018-04", "The dates run backwards: 1 May 2018 comes after 30 April 2018."),
        ("45/99", "“45/99” is no day and month, no month and year, and no financial year."),
    ],
)
def test_impossible_dates_say_why(text: str, found: str) -> None:
    problem = problem_of(text)
    assert problem.found == found
    assert f'{{printed: "{text}", means: 2018-04}}' in problem.fix


@pytest.mark.parametrize(
    "text",
    ["re", "_", "0", "ongoing", "March 2018 to April", "1018-04-01", "12.5", "٢٠١٨", "Q5 2018"],
)
def test_other_text_is_unreadable(text: str) -> None:
    problem = problem_of(text)
    assert problem.found == f"“{text}” cannot be read as a date."
    assert "2018-04-01" in problem.allowed
    assert str(problem) == f"{problem.found} {problem.allowed} {problem.fix}"


def test_a_blank_date_is_named_as_blank() -> None:
    assert problem_of(" ").found == "The date is blank."


def test_long_text_is_cut_in_messages() -> None:
    assert len(problem_of("completed " * 100).found) < 100


def problem_of(text: str) -> DateProblem:
    with pytest.raises(DateProblem) as caught:
        parse_date(text)
    return caught.value

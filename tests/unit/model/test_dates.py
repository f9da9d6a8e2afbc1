"""Partial dates as the sources print them: meaning, words, and what is left open."""

from datetime import date

import pytest

from ragsite.model.dates import DateProblem, PartialDate, Precision, parse_date, read_date

RESOLVED = [
    # the forms of the content format
    ("2018-04-01", "day", "2018-04-01", "1 April 2018"),
    ("2018-04", "month", "2018-04", "April 2018"),
    ("2010-11", "month", "2010-11", "November 2010"),
    ("2018", "year", "2018", "2018"),
    ("2018-Q3", "quarter", "2018-Q3", "July to September 2018"),
    ("2017/18", "financial-year", "2017/18", "April 2017 to March 2018"),
    (
        "2017/18-Q1",
        "financial-quarter",
        "2017/18-Q1",
        "financial quarter 1 of 2017 to 2018 (April to June 2017)",
    ),
    ("2018-07..2018-09", "range", "2018-07..2018-09", "July to September 2018"),
    # months as printed
    ("Jan-18", "month", "2018-01", "January 2018"),
    ("Jan-00", "month", "2000-01", "January 2000"),
    ("Oct -20", "month", "2020-10", "October 2020"),
    ("Sept '18", "month", "2018-09", "September 2018"),
    ("Nov. 2018", "month", "2018-11", "November 2018"),
    ("September  2017", "month", "2017-09", "September 2017"),
    ("01/18", "month", "2018-01", "January 2018"),
    ("3/2018", "month", "2018-03", "March 2018"),
    ("July 00", "month", "2000-07", "July 2000"),
    # days as printed
    ("01 April 2018", "day", "2018-04-01", "1 April 2018"),
    ("14 th August 2020", "day", "2020-08-14", "14 August 2020"),
    ("April 1st, 2018", "day", "2018-04-01", "1 April 2018"),
    ("1-Apr-18", "day", "2018-04-01", "1 April 2018"),
    ("5.11.2010", "day", "2010-11-05", "5 November 2010"),
    ("1.12.10", "day", "2010-12-01", "1 December 2010"),
    ("24.5.16", "day", "2016-05-24", "24 May 2016"),
    ("14-09-10", "day", "2010-09-14", "14 September 2010"),
    ("13/05/2018", "day", "2018-05-13", "13 May 2018"),
    ("25/1/18", "day", "2018-01-25", "25 January 2018"),
    ("01/01/2018", "day", "2018-01-01", "1 January 2018"),
    ("23.11.70", "day", "1970-11-23", "23 November 1970"),
    ("23.11.69", "day", "2069-11-23", "23 November 2069"),
    # quarters and years as printed
    (
        "Q4 2016-17",
        "financial-quarter",
        "2016/17-Q4",
        "financial quarter 4 of 2016 to 2017 (January to March 2017)",
    ),
    (
        "Quarter 4: 2016-17",
        "financial-quarter",
        "2016/17-Q4",
        "financial quarter 4 of 2016 to 2017 (January to March 2017)",
    ),
    (
        "Q1 17-18",
        "financial-quarter",
        "2017/18-Q1",
        "financial quarter 1 of 2017 to 2018 (April to June 2017)",
    ),
    (
        "2017/18 Q2",
        "financial-quarter",
        "2017/18-Q2",
        "financial quarter 2 of 2017 to 2018 (July to September 2017)",
    ),
    ("2016-17", "financial-year", "2016/17", "April 2016 to March 2017"),
    ("2017/2018", "financial-year", "2017/18", "April 2017 to March 2018"),
    ("1999/00", "financial-year", "1999/00", "April 1999 to March 2000"),
    # parts, seasons, ranges
    ("End of November 2010", "part", "2010-11-end", "end of November 2010"),
    ("by the end of March 2019", "part", "2019-03-end", "end of March 2019"),
    ("mid-Oct 18", "part", "2018-10-mid", "mid-October 2018"),
    ("early 2018", "part", "2018-early", "early 2018"),
    ("mid-2018", "part", "2018-mid", "mid-2018"),
    ("end of 2018", "part", "2018-end", "end of 2018"),
    ("Spring 2019", "season", "2019-spring", "spring 2019"),
    ("Winter 2018/19", "season", "2018/19-winter", "winter 2018 to 2019"),
    ("15th & 22nd March 2011", "range", "2011-03-15..2011-03-22", "15 and 22 March 2011"),
    ("July – September 2018", "range", "2018-07..2018-09", "July to September 2018"),
    ("November to January 2019", "range", "2018-11..2019-01", "November 2018 to January 2019"),
    ("March / April 2020", "range", "2020-03..2020-04", "March or April 2020"),
    ("8-22 March 2011", "range", "2011-03-08..2011-03-22", "8 to 22 March 2011"),
    ("2017 to 2019", "range", "2017..2019", "2017 to 2019"),
]


@pytest.mark.parametrize(("printed", "precision", "iso", "label"), RESOLVED)
def test_reads_what_is_printed(printed: str, precision: str, iso: str, label: str) -> None:
    found = parse_date(printed)
    assert (found.precision, found.iso, found.label) == (precision, iso, label)
    assert found.printed == printed
    assert found.is_resolved


@pytest.mark.parametrize("printed", [row[0] for row in RESOLVED])
def test_letter_case_and_outer_space_do_not_matter(printed: str) -> None:
    for variant in (printed.upper(), printed.lower(), f"  {printed}\u00a0"):
        assert days(parse_date(variant)) == days(parse_date(printed))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2016/17", "2016-04-01", "2017-03-31"),
        ("Q4 2016-17", "2017-01-01", "2017-03-31"),
        ("2018-Q3", "2018-07-01", "2018-09-30"),
        ("winter 2019/20", "2019-12-01", "2020-02-29"),
        ("early November 2010", "2010-11-01", "2010-11-10"),
        ("end of February 2019", "2019-02-22", "2019-02-28"),
        ("late 2018", "2018-09-01", "2018-12-31"),
    ],
)
def test_first_and_last_day(text: str, first: str, last: str) -> None:
    assert days(parse_date(text)) == (date.fromisoformat(first), date.fromisoformat(last))


def test_one_possible_reading_with_the_month_first_is_taken_and_noted() -> None:
    found = parse_date("01/16/2018")
    assert (found.iso, found.note) == ("2018-01-16", "Printed month first.")


@pytest.mark.parametrize(
    ("printed", "readings", "label"),
    [
        ("01/02/18", ("2018-01-02", "2018-02-01"), "1 February 2018 or 2 January 2018 (printed 01/02/18)"),
        ("July 20", ("2020-07", "--07-20"), "July 2020 or 20 July with no year (printed July 20)"),
        ("Dec18", ("2018-12", "--12-18"), "December 2018 or 18 December with no year (printed Dec18)"),
        (
            "Q1 2019",
            ("2019-Q1", "2019/20-Q1"),
            "January to March 2019 or April to June 2019 (printed Q1 2019)",
        ),
        (
            "Q4 18",
            ("2017/18-Q4", "2018-Q4", "2018/19-Q4"),
            "January to March 2018, October to December 2018 or January to March 2019 (printed Q4 18)",
        ),
        (
            "11/12",
            ("2011/12", "2012-11", "--12-11"),
            "November 2012, 11 December with no year or the financial year 2011 to 2012 (printed 11/12)",
        ),
        (
            "winter 2018",
            ("2017/18-winter", "2018/19-winter"),
            "winter 2018 to 2019 or winter 2017 to 2018 (printed winter 2018)",
        ),
        (
            "2017 to 2018",
            ("2017..2018", "2017/18"),
            "the years 2017 and 2018 or the financial year April 2017 to March 2018 (printed 2017 to 2018)",
        ),
    ],
)
def test_two_readings_stay_open(printed: str, readings: tuple[str, ...], label: str) -> None:
    found = parse_date(printed)
    assert (found.precision, found.readings, found.label) == (Precision.AMBIGUOUS, readings, label)
    assert (found.iso, found.is_resolved, found.first, found.last) == ("", False, None, None)
    for reading in readings:
        assert parse_date(reading).precision is not Precision.AMBIGUOUS


@pytest.mark.parametrize(
    ("printed", "label"),
    [
        ("Jun", "June (no year printed)"),
        ("October", "October (no year printed)"),
        ("23rd November", "23 November (no year printed)"),
        ("22 nd September", "22 September (no year printed)"),
        ("July 20th", "20 July (no year printed)"),
        ("29 February", "29 February (no year printed)"),
        ("end of November", "end of November (no year printed)"),
        ("15th & 22nd March", "15 and 22 March (no year printed)"),
        ("November to January", "November to January (no year printed)"),
        ("summer", "summer (no year printed)"),
        ("Q4", "quarter 4 (no year printed)"),
        ("--07-20", "20 July (no year printed)"),
        ("23/11", "23 November (no year printed)"),
    ],
)
def test_no_year_printed(printed: str, label: str) -> None:
    found = parse_date(printed)
    assert (found.precision, found.label, found.is_resolved) == (Precision.NO_YEAR, label, False)


@pytest.mark.parametrize(
    ("printed", "label"),
    [
        ("TBC", "to be confirmed"),
        ("To be confirmed", "to be confirmed"),
        ("TBC 14/08/20", "to be confirmed (printed TBC 14/08/20)"),
        ("March 2020 TBC", "to be confirmed (printed March 2020 TBC)"),
    ],
)
def test_to_be_confirmed(printed: str, label: str) -> None:
    found = parse_date(printed)
    assert (found.precision, found.label, found.is_resolved) == (Precision.TO_BE_CONFIRMED, label, False)


class TestMapping:
    def test_means_gives_the_days_and_the_print_is_kept(self) -> None:
        found = read_date("01/02/18", means="2018-02-01", note="Other dates in the column are day first.")
        assert (found.printed, found.iso, found.label) == ("01/02/18", "2018-02-01", "1 February 2018")
        assert found.note == "Other dates in the column are day first."

    def test_means_may_be_in_a_printed_form(self) -> None:
        assert read_date("spring of that year", means="Mar-18", note="").iso == "2018-03"

    @pytest.mark.parametrize("means", ["July 20", "Jun", "TBC", "01/02/18"])
    def test_means_must_say_which_days(self, means: str) -> None:
        with pytest.raises(DateProblem) as caught:
            read_date("soon", means=means, note="")
        assert caught.value.found.startswith(f"“{means}” stands in “means”")

    def test_without_means_the_print_is_read_and_the_writers_note_wins(self) -> None:
        assert read_date("01/16/2018", means=None, note="").note == "Printed month first."
        assert (
            read_date("01/16/2018", means=None, note="As in the cover report.").note
            == "As in the cover report."
        )

    @pytest.mark.parametrize("printed", ["when the board meets", "31 June 2018", "re"])
    def test_text_that_is_no_date_is_kept_as_unreadable(self, printed: str) -> None:
        found = read_date(printed, means=None, note="As printed.")
        assert (found.precision, found.printed, found.note) == (Precision.UNREADABLE, printed, "As printed.")
        assert found.label == f"not a clear date (printed {printed})"

    def test_a_blank_print_says_so(self) -> None:
        assert read_date("", means=None, note="").label == "no date printed"

    def test_an_impossible_iso_date_is_still_an_error(self) -> None:
        with pytest.raises(DateProblem, match="30 February 2018 does not exist"):
            read_date("2018-02-30", means=None, note="")


def test_dates_sort_by_first_day_then_last_day_and_unresolved_come_last() -> None:
    texts = ["TBC", "2018", "2018-01", "2017/18", "2018-01-01"]
    ordered = sorted((parse_date(text) for text in texts), key=lambda found: found.sort_key)
    assert [found.printed for found in ordered] == [
        "2017/18",
        "2018-01-01",
        "2018-01",
        "2018",
        "TBC",
    ]


def test_a_month_has_passed_only_when_its_last_day_has() -> None:
    due = parse_date("Jan-18")
    assert not due.is_before(date(2018, 1, 31))
    assert due.is_before(date(2018, 2, 1))


def test_an_unresolved_date_has_never_passed() -> None:
    assert not parse_date("Jun").is_before(date.max)


def days(found: PartialDate) -> tuple[date | None, date | None]:
    return found.first, found.last

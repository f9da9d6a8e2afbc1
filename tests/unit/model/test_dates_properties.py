"""Laws that hold for every partial date, whatever the text."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from ragsite.model.dates import DateProblem, PartialDate, parse_date, read_date

LONG = "January February March April May June July August September October November December".split()  # noqa: SIM905
DAYS = st.dates(date(1970, 1, 1), date(2069, 12, 31))
YEARS = st.integers(1970, 2069)
DATE_WORDS = "Sept Q1 Quarter early mid end Spring winter TBC to and & - / . .. by the of th nd from ' --"
NUMBERS = "1 01 05 12 13 15th 29 31 00 17 18 99 1999 2016 2017 2018 2200"
WORDS = st.sampled_from([*LONG, *(name[:3] for name in LONG), *DATE_WORDS.split(), *NUMBERS.split()])
DATE_LIKE = st.builds(str.join, st.sampled_from(["", " ", "-", "/", "."]), st.lists(WORDS, max_size=6))

MONTH_TEXTS = st.builds("{}-{:02}".format, YEARS, st.integers(1, 12))
FINANCIAL_YEARS = YEARS.map(lambda year: f"{year}/{(year + 1) % 100:02}")
QUARTERS = st.sampled_from(["Q1", "Q2", "Q3", "Q4"])
CANONICAL = st.one_of(
    DAYS.map(date.isoformat),
    MONTH_TEXTS,
    YEARS.map(str),
    FINANCIAL_YEARS,
    st.builds("{}-{}".format, YEARS | FINANCIAL_YEARS, QUARTERS),
    st.builds("{}-{}".format, YEARS, st.sampled_from(["spring", "summer", "autumn"])),
    FINANCIAL_YEARS.map("{}-winter".format),
    st.builds("{}-{}".format, MONTH_TEXTS | YEARS, st.sampled_from(["start", "early", "mid", "late", "end"])),
)


def ordinal(day: int) -> str:
    suffix = "th" if 11 <= day <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return f"{day}{suffix}"


def styles(day: date) -> list[str]:
    name, short = LONG[day.month - 1], LONG[day.month - 1][:3]
    return [
        day.isoformat(),
        f"{day.day} {name} {day.year}",
        f"{day.day:02} {name} {day.year}",
        f"{ordinal(day.day)} {name} {day.year}",
        f"{ordinal(day.day)} of {name} {day.year}",
        f"{day.day} {short} {day:%y}",
        f"{day.day}-{short}-{day:%y}",
        f"{name} {ordinal(day.day)}, {day.year}",
        f"{day.day}.{day.month}.{day.year}",
        f"{day.day}.{day.month}.{day:%y}",
        f"{day:%d-%m-%y}",
        f"{day:%d-%m-%Y}",
    ]


@given(DAYS)
def test_a_day_in_every_printed_style_is_the_same_day(day: date) -> None:
    for text in styles(day):
        found = parse_date(text)
        assert (found.first, found.last, found.precision) == (day, day, "day"), text


@given(DAYS)
def test_a_slashed_date_is_its_day_or_says_that_it_may_be_another(day: date) -> None:
    found = parse_date(f"{day:%d/%m/%Y}")
    swapped_exists = day.day <= 12 and day.day != day.month
    assert found.is_resolved != swapped_exists
    assert day.isoformat() in (found.iso, *found.readings)


@given(YEARS, st.integers(1, 12))
def test_a_month_in_every_printed_style_is_the_same_month(year: int, month: int) -> None:
    name, short = LONG[month - 1], f"{year % 100:02}"
    texts = [
        f"{name} {year}",
        f"{name[:3]}-{short}",
        f"{name[:3]} -{short}",
        f"{name} '{short}",
        f"{month:02}/{year}",
    ]
    assert {parse_date(text).iso for text in texts} == {f"{year}-{month:02}"}


@given(CANONICAL)
def test_every_canonical_text_reads_back_to_itself(text: str) -> None:
    assert parse_date(text).iso == text


@given(DATE_LIKE)
def test_what_is_resolved_reads_back_from_its_canonical_text(text: str) -> None:
    found = parse_or_none(text)
    if found is None or not found.is_resolved:
        return
    again = parse_date(found.iso)
    assert (again.first, again.last, again.precision) == (found.first, found.last, found.precision)
    assert again.iso == found.iso


@given(DAYS, DAYS)
def test_every_range_reads_back(one: date, other: date) -> None:
    first, last = sorted((one, other))
    found = parse_date(f"{first}..{last}")
    assert (found.first, found.last) == (first, last)
    assert parse_date(found.iso) == PartialDate(found.iso, found.precision, first, last)


@given(st.text() | DATE_LIKE)
def test_any_text_is_read_or_refused_in_words(text: str) -> None:
    found = parse_or_none(text)
    if found is not None:
        assert found.printed == text
        assert found.label
        assert bool(found.iso) == found.is_resolved


@given(st.text() | DATE_LIKE, st.none() | st.text() | DATE_LIKE)
def test_the_mapping_form_keeps_the_print_or_refuses(printed: str, means: str | None) -> None:
    try:
        found = read_date(printed, means=means, note="n")
    except DateProblem:
        return
    assert (found.printed, found.note) == (printed, "n")
    assert means is None or found.is_resolved


@given(DATE_LIKE)
def test_the_first_day_is_never_after_the_last(text: str) -> None:
    found = parse_or_none(text)
    if found is not None and found.first is not None:
        assert found.last is not None
        assert found.first <= found.last
    else:
        assert found is None or found.last is None


@given(DATE_LIKE)
def test_every_reading_of_an_ambiguous_date_is_itself_readable(text: str) -> None:
    found = parse_or_none(text)
    for reading in found.readings if found else ():
        assert parse_date(reading).precision != "ambiguous"
        assert parse_date(reading).iso in (reading, "")


@given(DATE_LIKE, DAYS, DAYS)
def test_what_has_passed_stays_passed(text: str, one: date, other: date) -> None:
    found = parse_or_none(text)
    earlier, later = sorted((one, other))
    if found is not None and found.is_before(earlier):
        assert found.is_before(later)


def parse_or_none(text: str) -> PartialDate | None:
    try:
        return parse_date(text)
    except DateProblem:
        return None

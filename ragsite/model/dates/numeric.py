"""Reader of printed dates that are all numbers: 13/05/2018, 5.11.2010, 14-09-10, 05/18, 17/18."""

from ragsite.model.dates.forms import (
    DAY,
    LEAP_YEAR,
    SHORT_YEAR,
    YEAR,
    make,
    make_ambiguous,
    make_day,
    make_day_without_year,
    match,
    read_year,
)
from ragsite.model.dates.periods import MONTHS, day_exists, financial_year_period, month_period
from ragsite.model.dates.precision import Precision
from ragsite.model.dates.problem import impossible
from ragsite.model.dates.value import PartialDate

_MONTH_FIRST = "Printed month first."


def read_numeric(text: str) -> PartialDate | None:
    """Three or two numbers, day first (with slashes perhaps month first); None for any other text."""
    if found := match(rf"({DAY})\s?([./-])\s?({DAY})\s?\2\s?({SHORT_YEAR})", text):
        numbers = int(found[1]), int(found[3])
        return _three_numbers(text, numbers, year=read_year(found[4]), separator=found[2])
    if found := match(rf"(0?[1-9]|1[0-2])[/.-]({YEAR})", text):
        return make(text, Precision.MONTH, month_period(int(found[2]), int(found[1])))
    if found := match(rf"({DAY})[/-]({DAY})", text):
        return _two_numbers(text, found[1], second=found[2])
    return None


def _three_numbers(text: str, numbers: tuple[int, int], *, year: int, separator: str) -> PartialDate:
    one, two = numbers
    day_first, month_first = day_exists(year, two, one), day_exists(year, one, two)
    if separator == "/" and day_first and month_first and one != two:
        readings = [f"{year}-{two:02}-{one:02}", f"{year}-{one:02}-{two:02}"]
        words = [f"{one} {MONTHS[two - 1]} {year}", f"{two} {MONTHS[one - 1]} {year}"]
        return make_ambiguous(text, readings, words=words)
    if separator != "." and month_first and not day_first and two > 12:
        return make_day(text, year, month=one, day=two, note=_MONTH_FIRST)
    return make_day(text, year, month=two, day=one)


def _two_numbers(text: str, first: str, *, second: str) -> PartialDate:
    """Month and year (05/18), day and month (23/11) or financial year (17/18): whichever alone fits."""
    one, two, year = int(first), int(second), read_year(second.zfill(2))
    fits: dict[str, str] = {}
    if 1 <= one <= 12 and len(second) == 2:
        fits[f"{year}-{one:02}"] = f"{MONTHS[one - 1]} {year}"
    if day_exists(LEAP_YEAR, two, one):
        fits[f"--{two:02}-{one:02}"] = f"{one} {MONTHS[two - 1]} with no year"
    start = read_year(first.zfill(2))
    is_financial = len(first) == len(second) == 2 and year == start + 1
    if is_financial:
        fits[f"{start}/{second}"] = f"the financial year {start} to {year}"
    if not fits:
        raise impossible(text, f"“{text}” is no day and month, no month and year, and no financial year.")
    if len(fits) > 1:
        return make_ambiguous(text, list(fits), words=list(fits.values()))
    if is_financial:
        return make(text, Precision.FINANCIAL_YEAR, financial_year_period(start))
    if 1 <= one <= 12 and len(second) == 2:
        return make(text, Precision.MONTH, month_period(year, one))
    return make_day_without_year(text, two, day=one)

"""Reader of printed dates with a word in them: Jan-18, 14th August 2020, end of November, Q4 2016-17."""

import re

from ragsite.model.dates.forms import (
    DAY,
    LEAP_YEAR,
    MONTH,
    ORDINAL,
    SEASON,
    SHORT_YEAR,
    YEAR,
    make,
    make_ambiguous,
    make_day,
    make_day_without_year,
    make_without_year,
    match,
    month_number,
    read_year,
)
from ragsite.model.dates.periods import (
    MONTHS,
    day_exists,
    financial_quarter_period,
    month_part_period,
    month_period,
    quarter_period,
    season_period,
    year_part_period,
)
from ragsite.model.dates.precision import Precision
from ragsite.model.dates.problem import impossible
from ragsite.model.dates.value import PartialDate
from ragsite.model.dates.wording import resolved_label

_PART = r"(?:(?:start|beginning|middle|end) of|early|mid|middle|late|end)"
_PART_NAMES = {"beginning": "start", "middle": "mid"}
_QUARTER = r"(?:q|qtr|quarter)\s?([1-4])"
_YEARS = rf"({YEAR}|'?[0-9]{{2}})\s?[/-]\s?({YEAR}|[0-9]{{2}})"


def read_worded(text: str) -> PartialDate | None:
    """A date with a month, season, part or quarter in words; None for any other text."""
    readers = (_read_day, _read_month, _read_part, _read_season, _read_quarter)
    return next((found for reader in readers if (found := reader(text))), None)


def _read_day(text: str) -> PartialDate | None:
    if found := match(rf"({DAY})(?:{ORDINAL})?(?: of)?[ ./-]*({MONTH})[ ,./-]*({SHORT_YEAR})", text):
        return make_day(text, read_year(found[3]), month=month_number(found[2]), day=int(found[1]))
    if found := match(rf"({MONTH}) ({DAY})(?:{ORDINAL})?,? ({SHORT_YEAR})", text):
        return make_day(text, read_year(found[3]), month=month_number(found[1]), day=int(found[2]))
    if found := match(rf"({DAY})(?:{ORDINAL})?(?: of)?[ -]?({MONTH})", text):
        return make_day_without_year(text, month_number(found[2]), day=int(found[1]))
    if found := match(rf"({MONTH}) (?:(?:the )?({DAY}){ORDINAL}|([0-9]))", text):
        return make_day_without_year(text, month_number(found[1]), day=int(found[2] or found[3]))
    return None


def _read_month(text: str) -> PartialDate | None:
    if match(MONTH, text):
        return make_without_year(text, MONTHS[month_number(text) - 1])
    if found := match(rf"({MONTH}) ?([0-9]{{2}})", text):
        return _day_or_year(text, month_number(found[1]), number=found[2])
    if found := match(rf"({MONTH})[ ,./-]*({SHORT_YEAR})", text):
        return make(text, Precision.MONTH, month_period(read_year(found[2]), month_number(found[1])))
    if found := match(rf"({YEAR}) ({MONTH})", text):
        return make(text, Precision.MONTH, month_period(int(found[1]), month_number(found[2])))
    return None


def _day_or_year(text: str, month: int, *, number: str) -> PartialDate:
    """ "July 20" is 20 July or July 2020; "July 45" and "July 00" can only be years."""
    year, day = read_year(number), int(number)
    if not day_exists(LEAP_YEAR, month, day):
        return make(text, Precision.MONTH, month_period(year, month))
    readings = [f"{year}-{month:02}", f"--{month:02}-{number}"]
    name = MONTHS[month - 1]
    return make_ambiguous(text, readings, words=[f"{name} {year}", f"{day} {name} with no year"])


def _read_part(text: str) -> PartialDate | None:
    if found := match(rf"({_PART})[ -](?:the )?({MONTH})[ ,-]*({SHORT_YEAR})", text):
        period = month_part_period(read_year(found[3]), month_number(found[2]), part=_part_name(found[1]))
        return make(text, Precision.PART, period)
    if found := match(rf"({_PART})[ -](?:the )?({MONTH})", text):
        period = month_part_period(LEAP_YEAR, month_number(found[2]), part=_part_name(found[1]))
        words = resolved_label(Precision.PART, period).removesuffix(f" {LEAP_YEAR}")
        return make_without_year(text, words)
    if found := match(rf"({_PART})[ -]({YEAR})", text):
        return make(text, Precision.PART, year_part_period(int(found[2]), _part_name(found[1])))
    return None


def _part_name(words: str) -> str:
    name = words.removesuffix(" of")
    return _PART_NAMES.get(name, name)


def _read_season(text: str) -> PartialDate | None:
    if match(SEASON, text):
        return make_without_year(text, text)
    if found := match(rf"winter(?: of)? {_YEARS}", text) or match(rf"{_YEARS}-winter", text):
        start = _start_of_years(text, found[1], end=found[2])
        return make(text, Precision.SEASON, season_period(start, "winter"))
    if found := match(rf"({SEASON})(?: of)?[ -]({YEAR}|'[0-9]{{2}})", text):
        return _season(text, found[1], year=read_year(found[2]))
    if found := match(rf"({YEAR})-({SEASON})", text):
        return _season(text, found[2], year=int(found[1]))
    return None


def _season(text: str, season: str, *, year: int) -> PartialDate:
    if season != "winter":
        return make(text, Precision.SEASON, season_period(year, season))
    starts = (year, year - 1)
    readings = [f"{start}/{(start + 1) % 100:02}-winter" for start in starts]
    return make_ambiguous(text, readings, words=[f"winter {start} to {start + 1}" for start in starts])


def _read_quarter(text: str) -> PartialDate | None:
    if found := match(_QUARTER, text):
        return make_without_year(text, f"quarter {found[1]}")
    if found := match(rf"{_QUARTER}(?: of|:|,)? ?{_YEARS}", text):
        return _financial_quarter(text, _start_of_years(text, found[2], end=found[3]), quarter=int(found[1]))
    if found := match(rf"{_YEARS}[ ,-]*{_QUARTER}", text):
        return _financial_quarter(text, _start_of_years(text, found[1], end=found[2]), quarter=int(found[3]))
    if found := match(rf"{_QUARTER}(?: of|:|,)?[ -]?({SHORT_YEAR})", text):
        return _quarter_of_one_year(text, read_year(found[2]), quarter=int(found[1]))
    if found := match(rf"({YEAR}),? {_QUARTER}", text):
        return _quarter_of_one_year(text, int(found[1]), quarter=int(found[2]))
    return None


def _start_of_years(text: str, start: str, *, end: str) -> int:
    first, last = read_year(start), read_year(end)
    if len(end) == 2 and re.fullmatch(YEAR, start):
        last = first - first % 100 + int(end) + (100 if first % 100 == 99 else 0)
    if last != first + 1:
        raise impossible(text, f"A financial year or winter has two years in a row, not {first} and {last}.")
    return first


def _financial_quarter(text: str, start: int, *, quarter: int) -> PartialDate:
    return make(text, Precision.FINANCIAL_QUARTER, financial_quarter_period(start, quarter))


def _quarter_of_one_year(text: str, year: int, *, quarter: int) -> PartialDate:
    """Calendar or financial quarter; the financial quarter 4 may be named by either of its two years."""
    readings = [f"{year}-Q{quarter}", f"{year}/{(year + 1) % 100:02}-Q{quarter}"]
    periods = [quarter_period(year, quarter), financial_quarter_period(year, quarter)]
    if quarter == 4:
        readings.append(f"{year - 1}/{year % 100:02}-Q4")
        periods.append(financial_quarter_period(year - 1, 4))
    words = [resolved_label(Precision.QUARTER, period) for period in sorted(periods)]
    return make_ambiguous(text, readings, words=words)

"""What all readers of printed dates share: tidy text, pattern pieces, years, and making the value."""

import re
from datetime import date

from ragsite.model.dates.periods import MONTHS, Period, day_exists
from ragsite.model.dates.precision import Precision
from ragsite.model.dates.problem import impossible
from ragsite.model.dates.value import PartialDate

YEAR = r"(?:19|20|21)[0-9]{2}"
SHORT_YEAR = rf"(?:{YEAR}|'?[0-9]{{2}})"
DAY = r"[0-9]{1,2}"
ORDINAL = r"\s?(?:st|nd|rd|th)\b"
LEAP_YEAR = 2000  # stands in where none is printed: it has a 29 February
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
SEASON = r"(?:spring|summer|autumn|winter)"

_DASHES = re.compile(r"[\u2010-\u2015\u2212]")
_APOSTROPHES = re.compile(r"[\u2018\u2019]")
_INVISIBLE = re.compile(r"[\u200b-\u200d\u2060\ufeff\u00ad]")


def tidy(printed: str) -> str:
    """Lower case, single spaces, plain dashes and apostrophes; no "by" before and no full stop after."""
    text = _APOSTROPHES.sub("'", _DASHES.sub("-", _INVISIBLE.sub("", printed)))
    text = " ".join(text.lower().split()).strip(" ,.;")
    text = re.sub(rf"\b({MONTH})\.(?=[ -])", r"\1", text)
    return re.sub(r"^(?:by )?(?:the )?", "", text)


def match(pattern: str, text: str) -> re.Match[str] | None:
    return re.fullmatch(pattern, text, flags=re.ASCII)


def read_year(text: str) -> int:
    """Four digits as they stand; of two, 00 to 69 are 2000 to 2069 and 70 to 99 are 1970 to 1999."""
    digits = text.lstrip("'")
    if len(digits) == 4:
        return int(digits)
    return int(digits) + (2000 if int(digits) <= 69 else 1900)


def month_number(word: str) -> int:
    return next(number for number, name in enumerate(MONTHS, 1) if name.lower().startswith(word[:3]))


def make_day(text: str, year: int, *, month: int, day: int, note: str = "") -> PartialDate:
    """One day; raises DateProblem when the calendar has no such day."""
    if not 1 <= month <= 12:
        raise impossible(text, f"“{text}” has {month} as its month; months are 1 to 12.")
    if not day_exists(year, month, day):
        raise impossible(text, f"{day} {MONTHS[month - 1]} {year} does not exist.")
    found = date(year, month, day)
    return PartialDate(text, Precision.DAY, found, found, note)


def make_day_without_year(text: str, month: int, *, day: int) -> PartialDate:
    """A day of some year; raises DateProblem when no year has such a day."""
    if not day_exists(LEAP_YEAR, month, day):
        raise impossible(text, f"{day} {MONTHS[month - 1]} does not exist.")
    return make_without_year(text, f"{day} {MONTHS[month - 1]}")


def make_without_year(text: str, words: str) -> PartialDate:
    return PartialDate(text, Precision.NO_YEAR, None, None, words=words)


def make(text: str, precision: Precision, period: Period) -> PartialDate:
    return PartialDate(text, precision, *period)


def make_ambiguous(text: str, readings: list[str], *, words: list[str]) -> PartialDate:
    """Two or more readings: ISO texts, sorted with full dates first, and words in the order given."""
    *others, final = words
    ordered = tuple(sorted(readings, key=lambda reading: (reading.startswith("--"), reading)))
    said = f"{', '.join(others)} or {final}"
    return PartialDate(text, Precision.AMBIGUOUS, None, None, readings=ordered, words=said)

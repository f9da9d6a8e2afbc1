"""Reader of two dates in one text: 2018-07..2018-09, July to September 2018, 15th & 22nd March 2011."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from ragsite.model.dates.forms import (
    DAY,
    LEAP_YEAR,
    MONTH,
    ORDINAL,
    YEAR,
    make_ambiguous,
    make_without_year,
    match,
)
from ragsite.model.dates.periods import MONTHS
from ragsite.model.dates.precision import Precision
from ragsite.model.dates.problem import impossible
from ragsite.model.dates.value import PartialDate
from ragsite.model.dates.wording import day_words, join_words

Reader = Callable[[str], PartialDate | None]

_DAYS = rf"({DAY}(?:{ORDINAL})?)\s?([&/-]|and|to)\s?({DAY}(?:{ORDINAL})?(?: of)? {MONTH}(?: .*)?)"
_MONTHS = rf"({MONTH})\s?([&/-])\s?({MONTH}(?:[ -].*)?)"
_APART = r"(.+?) (&|and|to|until|till|-|/) (.+)"
_JOINTS = {"&": "and", "and": "and", "/": "or"}


def read_joined(text: str, *, read_one: Reader) -> PartialDate | None:
    """Two dates of which the second has the year; each is read with `read_one`. None for any other text."""
    if found := match(r"(.+?)\.\.(.+)", text):
        return _span(text, read_one(found[1]), right=read_one(found[2]))
    text = text.removeprefix("from ").removeprefix("between ")
    if found := match(rf"({YEAR}) (?:to|-) ({YEAR})", text):
        return _two_years(text, int(found[1]), end=int(found[2]))
    found = match(_DAYS, text) or match(_MONTHS, text) or match(_APART, text)
    return _pair(text, (found[1], found[3]), joint=found[2], read_one=read_one) if found else None


def _two_years(text: str, start: int, *, end: int) -> PartialDate:
    """Some write the financial year as "2017 to 2018", so that has two readings; "2017 to 2019" has one."""
    if end != start + 1:
        return _ordered(text, date(start, 1, 1), last=date(end, 12, 31))
    readings = [f"{start}..{end}", f"{start}/{end % 100:02}"]
    words = [f"the years {start} and {end}", f"the financial year April {start} to March {end}"]
    return make_ambiguous(text, readings, words=words)


def _pair(text: str, sides: tuple[str, str], *, joint: str, read_one: Reader) -> PartialDate | None:
    right = read_one(sides[1])
    if right is None:
        return None
    if right.precision is Precision.NO_YEAR:
        return _pair_without_year(text, sides, joint=joint, read_one=read_one)
    left = _complete(sides[0], right, read_one=read_one)
    found = _span(text, left, right=right)
    if found is None or left is None or joint not in _JOINTS:
        return found
    return replace(found, words=join_words(left.label, right.label, by=_JOINTS[joint]))


def _pair_without_year(
    text: str, sides: tuple[str, str], *, joint: str, read_one: Reader
) -> PartialDate | None:
    left = read_one(sides[0])
    if left is not None and left.precision is not Precision.NO_YEAR:
        return None  # "March 2018 to April": a year on the first date alone
    supposed = _pair(text, (sides[0], f"{sides[1]} {LEAP_YEAR}"), joint=joint, read_one=read_one)
    if supposed is None or not supposed.is_resolved:
        return None
    words = supposed.label.replace(f" {LEAP_YEAR}", "").replace(f" {LEAP_YEAR - 1}", "")
    return make_without_year(text, words)


def _complete(left: str, right: PartialDate, *, read_one: Reader) -> PartialDate | None:
    """The left date, with the month and year of the right one where it prints none."""
    if right.first is None:
        return None
    if match(rf"{DAY}(?:{ORDINAL})?", left):
        return read_one(f"{left} {MONTHS[right.first.month - 1].lower()} {right.first.year}")
    found = read_one(left)
    if found is None or found.precision is not Precision.NO_YEAR:
        return found
    same_year = read_one(f"{left} {right.first.year}")
    if same_year and same_year.first and same_year.first > right.first:
        return read_one(f"{left} {right.first.year - 1}")  # "November to January 2019" begins in 2018
    return same_year


def _span(text: str, left: PartialDate | None, *, right: PartialDate | None) -> PartialDate | None:
    if left is None or right is None or left.first is None or right.last is None:
        return None
    return _ordered(text, left.first, last=right.last)


def _ordered(text: str, first: date, *, last: date) -> PartialDate:
    if last < first:
        backwards = f"{day_words(first)} comes after {day_words(last)}"
        raise impossible(text, f"The dates run backwards: {backwards}.")
    return PartialDate(text, Precision.RANGE, first, last)

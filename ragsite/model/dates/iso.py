"""Reader of the forms of the content format: 2018-04-01, 2018-04, 2018, 2018-Q3, 2017/18, 2010-11-end."""

from ragsite.model.dates.forms import YEAR, make, make_day, make_day_without_year, make_without_year, match
from ragsite.model.dates.periods import (
    MONTHS,
    PARTS,
    financial_year_period,
    month_part_period,
    month_period,
    quarter_period,
    year_part_period,
    year_period,
)
from ragsite.model.dates.precision import Precision
from ragsite.model.dates.problem import impossible
from ragsite.model.dates.value import PartialDate

_PART = rf"(?:{'|'.join(PARTS)})"


def read_iso(text: str) -> PartialDate | None:
    """A form that begins with a year of four digits, or with "--" for no year; None for any other text."""
    if found := match(r"--(0[1-9]|1[0-2])(?:-([0-9]{2}))?", text):
        return _without_year(text, int(found[1]), day=found[2])
    if found := match(rf"({YEAR})([-/.])([0-9]{{1,2}})\2([0-9]{{1,2}})", text):
        return make_day(text, int(found[1]), month=int(found[3]), day=int(found[4]))
    if match(YEAR, text):
        return make(text, Precision.YEAR, year_period(int(text)))
    if found := match(rf"({YEAR})-([0-9]{{2}})", text):
        return _month_or_financial_year(text, int(found[1]), number=int(found[2]))
    if found := match(rf"({YEAR})\s?[/-]\s?([0-9]{{2}}|{YEAR})", text):
        return _financial_year(text, int(found[1]), end=int(found[2]))
    if found := match(rf"({YEAR})-q([1-4])", text):
        return make(text, Precision.QUARTER, quarter_period(int(found[1]), int(found[2])))
    return _read_part(text)


def _without_year(text: str, month: int, *, day: str | None) -> PartialDate:
    if day is None:
        return make_without_year(text, MONTHS[month - 1])
    return make_day_without_year(text, month, day=int(day))


def _month_or_financial_year(text: str, year: int, *, number: int) -> PartialDate:
    # 2010-11 is a month here, as in the content format; the financial year is written 2010/11.
    if 1 <= number <= 12:
        return make(text, Precision.MONTH, month_period(year, number))
    if number != (year + 1) % 100:
        example = f"{year}/{(year + 1) % 100:02}"
        raise impossible(
            text, f"“{text}” is no month (they are 01 to 12) and no financial year (as in {example})."
        )
    return make(text, Precision.FINANCIAL_YEAR, financial_year_period(year))


def _financial_year(text: str, start: int, *, end: int) -> PartialDate:
    if end not in (start + 1, (start + 1) % 100):
        right = f"{start}/{(start + 1) % 100:02}"
        raise impossible(text, f"“{text}” is not one financial year; the one from April {start} is {right}.")
    return make(text, Precision.FINANCIAL_YEAR, financial_year_period(start))


def _read_part(text: str) -> PartialDate | None:
    if found := match(rf"({YEAR})-({_PART})", text):
        return make(text, Precision.PART, year_part_period(int(found[1]), found[2]))
    if found := match(rf"({YEAR})-(0[1-9]|1[0-2])-({_PART})", text):
        return make(text, Precision.PART, month_part_period(int(found[1]), int(found[2]), part=found[3]))
    return None

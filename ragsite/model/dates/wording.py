"""Resolved periods as canonical text and as plain British English."""

from datetime import date

from ragsite.model.dates.periods import (
    MONTHS,
    PARTS,
    SEASON_STARTS,
    Period,
    is_whole_months,
    is_whole_years,
    month_part_period,
    year_part_period,
)
from ragsite.model.dates.precision import Precision

_PART_WORDS = {"start": "start of ", "early": "early ", "mid": "mid-", "late": "late ", "end": "end of "}


def canonical_text(precision: Precision, period: Period) -> str:
    """The text that reads back to the same period: 2018-04-01, 2018/19-Q1, 2010-11-end, 2018-07..2018-09."""
    first, _ = period
    return {
        Precision.DAY: lambda: f"{first}",
        Precision.MONTH: lambda: _month(first),
        Precision.QUARTER: lambda: f"{first.year}-Q{_quarter(first)}",
        Precision.FINANCIAL_QUARTER: lambda: f"{_financial_year(first)}-Q{_financial_quarter(first)}",
        Precision.SEASON: lambda: f"{_season_year(first)}-{_season(first)}",
        Precision.YEAR: lambda: str(first.year),
        Precision.FINANCIAL_YEAR: lambda: _financial_year(first),
        Precision.PART: lambda: _part_text(period),
        Precision.RANGE: lambda: _range_text(period),
    }[precision]()


def resolved_label(precision: Precision, period: Period) -> str:
    """The period as a person would say it: "July to September 2018", "end of November 2010"."""
    first = period[0]
    if precision is Precision.DAY:
        return day_words(first)
    if precision is Precision.MONTH:
        return _month_words(first)
    if precision is Precision.YEAR:
        return str(first.year)
    if precision is Precision.SEASON:
        years = f"{first.year} to {first.year + 1}" if _is_winter(first) else str(first.year)
        return f"{_season(first)} {years}"
    if precision is Precision.PART:
        return _part_words(period)
    if precision is Precision.FINANCIAL_QUARTER:
        start = _financial_start(first)
        months = _range_words(period)
        return f"financial quarter {_financial_quarter(first)} of {start} to {start + 1} ({months})"
    return _range_words(period)


def unresolved_label(precision: Precision, printed: str, *, words: str) -> str:
    """What is printed, and why that does not fix a date."""
    if precision is Precision.TO_BE_CONFIRMED:
        plain = printed.strip().lower() in ("", "tbc", "to be confirmed")
        return "to be confirmed" if plain else f"to be confirmed (printed {printed})"
    if precision is Precision.NO_YEAR:
        return f"{words or printed} (no year printed)"
    if precision is Precision.AMBIGUOUS:
        return f"{words or 'more than one reading'} (printed {printed})"
    return f"not a clear date (printed {printed})" if printed.strip() else "no date printed"


def join_words(left: str, right: str, *, by: str) -> str:
    """Two labels in one, without saying the shared end twice: "15 and 22 March 2011"."""
    if left == right:
        return left
    start, end = left.split(), right.split()
    while len(start) > 1 and len(end) > 1 and start[-1] == end[-1]:
        start.pop()
        end.pop()
    return f"{' '.join(start)} {by} {right}"


def day_words(day: date) -> str:
    return f"{day.day} {_month_words(day)}"


def _month(day: date) -> str:
    return f"{day.year}-{day.month:02}"


def _quarter(day: date) -> int:
    return (day.month + 2) // 3


def _financial_start(day: date) -> int:
    return day.year if day.month >= 4 else day.year - 1


def _financial_year(day: date) -> str:
    start = _financial_start(day)
    return f"{start}/{(start + 1) % 100:02}"


def _financial_quarter(day: date) -> int:
    return (_quarter(day) + 2) % 4 + 1


def _season(day: date) -> str:
    return next(name for name, month in SEASON_STARTS.items() if month == day.month)


def _season_year(day: date) -> str:
    return _financial_year(day) if _is_winter(day) else str(day.year)


def _is_winter(day: date) -> bool:
    return day.month == SEASON_STARTS["winter"]


def _part_text(period: Period) -> str:
    part, of_month = _part(period)
    return f"{_month(period[0]) if of_month else period[0].year}-{part}"


def _part_words(period: Period) -> str:
    part, of_month = _part(period)
    return _PART_WORDS[part] + (_month_words(period[0]) if of_month else str(period[0].year))


def _part(period: Period) -> tuple[str, bool]:
    """The name of the part, and whether it is part of a month (else of a year)."""
    first = period[0]
    for part in PARTS:
        if period == month_part_period(first.year, first.month, part=part):
            return part, True
        if period == year_part_period(first.year, part):
            return part, False
    raise ValueError(f"{period[0]} to {period[1]} is no part of a month or year that has a name")


def _range_text(period: Period) -> str:
    first, last = period
    if is_whole_years(period) and first.year != last.year:
        return f"{first.year}..{last.year}"
    if is_whole_months(period) and _month(first) != _month(last):
        return f"{_month(first)}..{_month(last)}"
    return f"{first.isoformat()}..{last.isoformat()}"


def _range_words(period: Period) -> str:
    first, last = period
    if is_whole_years(period) and first.year != last.year:
        return f"{first.year} to {last.year}"
    if is_whole_months(period) and _month(first) != _month(last):
        return join_words(_month_words(first), _month_words(last), by="to")
    return join_words(day_words(first), day_words(last), by="to")


def _month_words(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.year}"

"""The period that a file name, a title or a header speaks of, and the id of the report that it makes."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from ragsite.model.base import as_id
from ragsite.model.dates import DateProblem, parse_date

_MONTH = r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_YEAR = r"((?:19|20)\d\d)"


@dataclass(frozen=True, slots=True)
class Period:
    """When a report speaks of: its id, how people call it, and its date as the content files write it.

    The date is empty for a period without a year (`Q1`, `March`).
    """

    id: str
    label: str
    date: str


def find_period(text: str) -> Period | None:
    """The period in a text, the most exact one first; None where there is none."""
    spaced = re.sub(r"[_]+", " ", text.lower())
    for pattern, read in _FORMS:
        if (found := re.search(pattern, spaced)) and (made := read(found)):
            return made
    return None


def period_of(date: str) -> Period | None:
    """The period that a report id or a date stands for; None when it is no date."""
    try:
        parsed = parse_date(date)
    except DateProblem:
        return None
    return Period(as_id(parsed.iso), parsed.label, parsed.iso) if parsed.is_resolved else None


def _day(found: re.Match[str]) -> Period | None:
    return period_of(f"{found[1]}-{found[2]}-{found[3]}")


def _british_day(found: re.Match[str]) -> Period | None:
    return period_of(f"{found[3]}-{_number(found[2]):02}-{int(found[1]):02}")


def _dotted_day(found: re.Match[str]) -> Period | None:
    return period_of(f"{found[3]}-{found[2]}-{found[1]}")


def _month(found: re.Match[str]) -> Period | None:
    year = found[2] if len(found[2]) == 4 else f"20{found[2]}"
    return period_of(f"{year}-{_number(found[1]):02}")


def _quarter(found: re.Match[str]) -> Period | None:
    return period_of(f"{found[2]}/{found[3][-2:]}-Q{found[1]}")


def _quarter_after(found: re.Match[str]) -> Period | None:
    return period_of(f"{found[1]}/{found[2][-2:]}-Q{found[3]}")


def _calendar_quarter(found: re.Match[str]) -> Period | None:
    return period_of(f"{found[2]}-Q{found[1]}")


def _financial(found: re.Match[str]) -> Period | None:
    is_next = (int(found[1]) + 1) % 100 == int(found[2][-2:])
    return period_of(f"{found[1]}/{found[2][-2:]}") if is_next else None


def _plain(found: re.Match[str]) -> Period | None:
    return period_of("-".join(found.groups()))


def _numbered_month(found: re.Match[str]) -> Period | None:
    return period_of(f"20{found[2]}-{found[1]}")


def _without_year(found: re.Match[str]) -> Period | None:
    return Period(as_id(found[0]), found[0].strip().capitalize(), "")


def _number(month: str) -> int:
    return _MONTHS.index(month[:3]) + 1


_FORMS: tuple[tuple[str, Callable[[re.Match[str]], Period | None]], ...] = (
    (rf"(?<!\d){_YEAR}[-. ]?(0[1-9]|1[0-2])[-. ]?(0[1-9]|[12]\d|3[01])(?!\d)", _day),
    (rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th)?[ -]*{_MONTH}[ ,'’-]*{_YEAR}", _british_day),
    (rf"(?<!\d)(0[1-9]|[12]\d|3[01])[.](0[1-9]|1[0-2])[.]{_YEAR}", _dotted_day),
    (rf"\b{_MONTH}[ .,'’-]*((?:19|20)\d\d|\d\d)(?!\d)", _month),
    (rf"\bq(?:uarter)? ?([1-4])[ ,:-]*{_YEAR} ?[/-] ?((?:20)?\d\d)(?!\d)", _quarter),
    (rf"(?<!\d){_YEAR} ?[/-] ?((?:20)?\d\d)[ ,:-]*q(?:uarter)? ?([1-4])", _quarter_after),
    (rf"\bq([1-4])[ -]*{_YEAR}(?!\d)", _calendar_quarter),
    (rf"(?<!\d){_YEAR} ?[/-] ?((?:20)?\d\d)(?!\d)", _financial),
    (rf"(?<!\d){_YEAR}[-. ](0[1-9]|1[0-2])(?!\d)", _plain),
    (r"(?<![\d/])(0[1-9]|1[0-2])/(\d\d)(?![\d/])", _numbered_month),
    (rf"(?<!\d){_YEAR}(?!\d)", _plain),
    (r"\bq(?:uarter)? ?[1-4]\b", _without_year),
    (rf"\b{_MONTH}\b", _without_year),
)

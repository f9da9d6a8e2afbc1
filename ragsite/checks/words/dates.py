"""Dates in prose: days that exist, and written the British way."""

import re
from calendar import day_name, month_name, monthrange
from collections.abc import Iterator
from datetime import date

from ragsite.checks.concordance import texts_matching
from ragsite.checks.rule import Context, Problem, Rule
from ragsite.problems import Severity

MONTHS = {name.lower(): number for number, name in enumerate(month_name) if name}
MONTHS |= {name[:3]: number for name, number in MONTHS.items()} | {"sept": 9}
_MONTH = "|".join(sorted((name.title() for name in MONTHS), key=len, reverse=True))
_DAYS = "|".join(day_name)
_WORDED = re.compile(
    rf"\b(?:(?P<weekday>{_DAYS}),? )?(?P<day>\d{{1,2}})(?: ?(?:st|nd|rd|th))? (?:of )?(?P<month>{_MONTH})\b"
    r"\.?(?:,? (?P<year>\d{4})\b)?"
)
_DATE_LIKE = re.compile(r"\d(?: ?(?:st|nd|rd|th))|\d{4}|day\b")
"""What a day above 31 needs beside it to be meant as a day: “over 90 May attend” is no date."""
_AMERICAN_WORDS = re.compile(
    rf"\b(?P<month>{_MONTH})\.? (?P<day>[12]?\d|3[01])(?:(?:st|nd|rd|th)\b|, (?P<year>\d{{4}})\b)"
)
_SLASHED = re.compile(r"(?<![\d/.])(?P<month>\d{1,2})/(?P<day>\d{1,2})/(?P<year>\d{4}|\d\d)(?![\d/])")
_DAY = re.compile(r"\d(?: ?(?:st|nd|rd|th))? (?:of )?[A-Z]")
"""How every day looks that may be impossible."""

_AMERICAN = re.compile(r"\d(?:/\d\d?/\d\d|st\b|nd\b|rd\b|th\b|, \d{4})")
"""How every date goes on that may be American."""

LEAP_YEAR = 2000
"""Stands for a year that is not printed: it has a 29 February."""


def impossible_dates(context: Context) -> Iterator[Problem]:
    """W805: a text names a day that does not exist, or gives it the wrong day of the week.

    Fails: `31 June 2018`, `Friday 31 February`, `Tuesday 5 November 2018` (it was a Monday).
    Passes: `29 February` without a year.
    """
    for said in texts_matching(context.site, _DAY):
        for found in _WORDED.finditer(said.text) if not said.is_quoted else ():
            if words := _impossible(found):
                yield said.problem(f"{said.owner} says “{found[0]}”. {words}", "Check the date against the source.")


def american_dates(context: Context) -> Iterator[Problem]:
    """W806: a date is written the American way, month first. British readers read 07/04 as 7 April.

    Fails: `12/25/2018`, `July 4th`, `July 4, 2018`. Passes: `25/12/2018`, `4 July 2018`; the source's own print.
    """
    for said in texts_matching(context.site, _AMERICAN):
        if said.is_quoted or said.is_note:
            continue
        slashed = [one for one in _SLASHED.finditer(said.text) if int(one["month"]) <= 12 < int(one["day"]) <= 31]
        for found in (*_AMERICAN_WORDS.finditer(said.text), *slashed):
            yield said.problem(
                f"{said.owner} says “{found[0]}”, with the month first.", f"Write “{_british(found)}”."
            )


def _impossible(found: re.Match[str]) -> str:
    day, month, year = int(found["day"]), MONTHS[found["month"].lower()], int(found["year"] or 0)
    length = monthrange(year or LEAP_YEAR, month)[1]
    if day > 31 and not _DATE_LIKE.search(found[0]):
        return ""
    if not 1 <= day <= length:
        return f"{month_name[month]}{f' {year}' if year else ''} has {length} days."
    if not found["weekday"] or not year:
        return ""
    weekday = day_name[date(year, month, day).weekday()]
    return "" if weekday == found["weekday"] else f"That day was a {weekday}."


def _british(found: re.Match[str]) -> str:
    month = found["month"]
    name = month_name[int(month) if month.isdigit() else MONTHS[month.lower()]]
    year = found["year"] or ""
    return " ".join(filter(None, (str(int(found["day"])), name, f"20{year}" if len(year) == 2 else year)))


RULES = (
    Rule("W805", Severity.WARNING, impossible_dates),
    Rule("W806", Severity.WARNING, american_dates),
)

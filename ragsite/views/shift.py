"""How far a due date moved, in plain words, and never more exactly than the two dates are known."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from ragsite.figures import plural
from ragsite.model.dates import PartialDate, Precision
from ragsite.views.ledger import Entry

YEARS_FROM = 24
"""From how many months on a length is told in years and months."""

DAYS_UNTIL = 12
"""From how many months on a move is told without its odd days, as "about"."""


@dataclass(frozen=True)
class Shift:
    """The way from one date to another: whole months and then days, both below zero when it is earlier.

    `days` is 0 unless both dates are single days. `is_exact` is False where the two dates are not equally
    precise, such as a month and a day.
    """

    months: int
    days: int
    is_exact: bool


def shift(first: PartialDate, current: PartialDate) -> Shift | None:
    """How far `current` is from `first`, between the last days that they may mean; None when one is not clear."""
    if first.last is None or current.last is None:
        return None
    if first.precision is Precision.DAY and current.precision is Precision.DAY:
        earlier, later = sorted((first.last, current.last))
        months, days = _between(earlier, later)
        sign = 1 if current.last >= first.last else -1
        return Shift(sign * months, sign * days, True)
    months = _month(current.last) - _month(first.last)
    return Shift(months, 0, first.precision is current.precision)


def moved_words(entry: Entry) -> str:
    """How often and how far a date moved: `moved 2 times, 7 months later than first planned`; "" when it did not."""
    if not entry.moves:
        return ""
    often = "moved once" if entry.moves == 1 else f"moved {entry.moves} times"
    if entry.due.precision is Precision.TO_BE_CONFIRMED:
        return f"{often}; the new date is to be confirmed"
    if not entry.due.is_resolved:
        return f"{often}, to a date that is not clear"
    found = shift(entry.first_due, entry.due)
    if found is None:
        return f"{often}; how far cannot be told, because the first date is not clear"
    return f"{often}, {shift_words(found)}"


def shift_words(found: Shift) -> str:
    """The distance in words: `7 months later than first planned`, `back to the first date`."""
    if found.months == 0 and found.days == 0:
        return "back to the first date" if found.is_exact else "within the same month"
    way = "later" if (found.months, found.days) > (0, 0) else "earlier"
    days = abs(found.days) if abs(found.months) < DAYS_UNTIL else 0
    is_rounded = not found.is_exact or days != abs(found.days)
    return f"{'about ' if is_rounded else ''}{length_words(abs(found.months), days)} {way} than first planned"


def length_words(months: int, days: int = 0) -> str:
    """A length of time in words: `7 months`, `2 years and 3 months`, `1 month and 4 days`."""
    years, rest = divmod(months, 12) if months >= YEARS_FROM else (0, months)
    parts = [(years, "year", "years"), (rest, "month", "months"), (days, "day", "days")]
    said = [plural(number, one, many) for number, one, many in parts if number]
    if len(said) < 2:
        return "".join(said) or "0 months"
    return f"{', '.join(said[:-1])} and {said[-1]}"


def _between(earlier: date, later: date) -> tuple[int, int]:
    """Whole months and the days left over; from the end of one month to the end of another is whole."""
    months = _month(later) - _month(earlier)
    if _is_month_end(earlier) and _is_month_end(later):
        return months, 0
    if later.day >= earlier.day:
        return months, later.day - earlier.day
    months -= 1
    year, place = divmod(_month(earlier) + months, 12)
    start = date(year, place + 1, min(earlier.day, monthrange(year, place + 1)[1]))
    return months, (later - start).days


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1


def _is_month_end(day: date) -> bool:
    return day.day == monthrange(day.year, day.month)[1]

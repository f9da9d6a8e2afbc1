"""How much a printed date says."""

from enum import StrEnum


class Precision(StrEnum):
    """The kinds of partial date; the last four leave open which days are meant."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    FINANCIAL_QUARTER = "financial-quarter"
    SEASON = "season"
    YEAR = "year"
    FINANCIAL_YEAR = "financial-year"
    PART = "part"  # start, early, mid, late or end of a month or year
    RANGE = "range"  # from one date to another, or two dates
    TO_BE_CONFIRMED = "to-be-confirmed"
    NO_YEAR = "no-year"
    AMBIGUOUS = "ambiguous"
    UNREADABLE = "unreadable"

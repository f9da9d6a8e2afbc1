"""Calendar arithmetic: the first and last day of each kind of period (last days are inclusive)."""

from calendar import monthrange
from datetime import date

Period = tuple[date, date]

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
SEASON_STARTS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
PARTS = ("start", "early", "mid", "late", "end")


def day_exists(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def month_period(year: int, month: int) -> Period:
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def months_period(year: int, month: int, *, count: int) -> Period:
    """`count` whole months from `month` of `year`; may run into the next year."""
    ahead = month - 1 + count - 1
    return date(year, month, 1), month_period(year + ahead // 12, ahead % 12 + 1)[1]


def quarter_period(year: int, quarter: int) -> Period:
    """Calendar quarter 1 is January to March."""
    return months_period(year, 3 * quarter - 2, count=3)


def financial_quarter_period(start_year: int, quarter: int) -> Period:
    """Quarter of the English local government year, which runs from 1 April of `start_year` to 31 March."""
    if quarter == 4:
        return quarter_period(start_year + 1, 1)
    return quarter_period(start_year, quarter + 1)


def financial_year_period(start_year: int) -> Period:
    return months_period(start_year, 4, count=12)


def year_period(year: int) -> Period:
    return date(year, 1, 1), date(year, 12, 31)


def season_period(year: int, season: str) -> Period:
    """Three whole months, as the weather service counts them; winter begins in December of `year`."""
    return months_period(year, SEASON_STARTS[season], count=3)


def month_part_period(year: int, month: int, *, part: str) -> Period:
    """start: the first 7 days; early: 1 to 10; mid: 11 to 20; late: from 21; end: the last 7 days."""
    first, last = month_period(year, month)
    days = {
        "start": (1, 7),
        "early": (1, 10),
        "mid": (11, 20),
        "late": (21, last.day),
        "end": (last.day - 6, last.day),
    }[part]
    return first.replace(day=days[0]), first.replace(day=days[1])


def year_part_period(year: int, part: str) -> Period:
    """start: January; early: January to April; mid: May to August; late: from September; end: December."""
    month, count = {"start": (1, 1), "early": (1, 4), "mid": (5, 4), "late": (9, 4), "end": (12, 1)}[part]
    return months_period(year, month, count=count)


def is_whole_months(period: Period) -> bool:
    first, last = period
    return first.day == 1 and last == month_period(last.year, last.month)[1]


def is_whole_years(period: Period) -> bool:
    first, last = period
    return (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)

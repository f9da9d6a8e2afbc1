"""What a spreadsheet shows for a stored number or date, where its format can be followed."""

import re
from datetime import date, datetime, time, timedelta

_FIXED = re.compile(r"0\.(0+)$")
_PADDED = re.compile(r"^0{2,}$")


def shown(value: object, number_format: str = "") -> tuple[str, bool]:
    """The text of a stored value, and whether it is a date; numbers follow the simple formats (00, 0.0, 0%)."""
    if isinstance(value, bool):
        return ("TRUE" if value else "FALSE"), False
    if isinstance(value, datetime):
        return _day(value.date(), value.time())
    if isinstance(value, date):
        return _day(value, time())
    if isinstance(value, time | timedelta):
        return str(value), False
    if isinstance(value, int | float):
        return _number(value, number_format), False
    return ("" if value is None else str(value)), False


def _day(day: date, clock: time) -> tuple[str, bool]:
    if day.year < 1901:
        return "0", False  # a nought that the sheet shows as a date, such as Jan-00
    return (day.isoformat() if clock == time() else f"{day.isoformat()} {clock:%H:%M}"), True


def _number(value: float, number_format: str) -> str:
    form = re.sub(r'"[^"]*"|\\.|_.|\[[^\]]*\]', "", (number_format or "").split(";")[0]).strip()
    if form.endswith("%"):
        decimals = len(found[1]) if (found := _FIXED.search(form[:-1])) else 0
        text = f"{value * 100:.{decimals}f}%"
        return text if number_format else plain(value)
    if _PADDED.match(form) and value == int(value):
        return f"{int(value):0{len(form)}d}"
    if found := _FIXED.search(form):
        return f"{value:.{len(found[1])}f}"
    return plain(value)


def plain(value: float) -> str:
    """A number without the noise of its storage: 3.0 is 3, 0.1 + 0.2 is 0.3."""
    return str(int(value)) if value == int(value) and abs(value) < 1e15 else format(value, ".15g")

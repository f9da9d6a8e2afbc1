"""Moments of publication: a day or a time of day as people in England write it, and the instant that it names."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema

from ragsite.model.dates import parse_date
from ragsite.problems import Unacceptable

_WRITTEN = re.compile(
    r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(?::00)?(?: ?(Z|[+-]\d\d:\d\d))?)?",
)
_ALLOWED = "Allowed are a day (2026-10-06) and a day with a time (2026-10-06 09:30), both by London's clocks."
_SUMMER = timezone(timedelta(hours=1), "BST")
_WINTER = timezone(timedelta(0), "GMT")


@dataclass(frozen=True, order=True)
class Moment:
    """An instant, and how it was written."""

    at: datetime
    printed: str = ""

    @property
    def label(self) -> str:
        """The instant by London's clocks: `6 October 2026, 09:30`; without the time at the start of a day."""
        local = in_london(self.at)
        day = parse_date(local.date().isoformat()).label
        return f"{day}, {local:%H:%M}" if (local.hour, local.minute) != (0, 0) else day

    @property
    def day(self) -> date:
        """The day in London."""
        return in_london(self.at).date()


def read_moment(text: str) -> Moment:
    """The moment that a text names, by London's clocks unless it names a zone; else Unacceptable (Y206).

    Of the hour that the clocks show twice in October the later is meant: nothing is published too early.
    """
    match = _WRITTEN.fullmatch(text.strip())
    if not match:
        problem = f"“{text}” is not one clear moment."
        raise Unacceptable(problem, allowed=_ALLOWED, fix="Write it like one of these.", code="Y206")
    day, time, zone = match.groups()
    try:
        local = datetime.fromisoformat(f"{day}T{time or '00:00'}{(zone or '').replace('Z', '+00:00')}")
    except ValueError:
        problem = f"There is no moment “{text}”."
        raise Unacceptable(problem, allowed=_ALLOWED, fix="Mend the date.", code="Y206") from None
    return Moment(local.astimezone(UTC) if zone else from_london(local), text.strip())


def from_london(local: datetime) -> datetime:
    """The instant, in UTC, at which London's clocks show `local`."""
    instant = local.replace(tzinfo=UTC)
    earlier = instant - timedelta(hours=1)
    return earlier if _is_summer(earlier) and _is_summer(instant) else instant


def in_london(instant: datetime) -> datetime:
    """An instant by London's clocks."""
    return instant.astimezone(_SUMMER if _is_summer(instant.astimezone(UTC)) else _WINTER)


def _is_summer(instant: datetime) -> bool:
    """The Summer Time Order 2002: from 01:00 GMT on the last Sunday of March to that of October."""
    return _last_sunday(instant.year, 3) <= instant < _last_sunday(instant.year, 10)


def _last_sunday(year: int, month: int) -> datetime:
    last = datetime(year, month, 31, 1, tzinfo=UTC)
    return last - timedelta(days=(last.weekday() + 1) % 7)


def _checked_moment(value: Any) -> Any:
    return read_moment(value) if isinstance(value, str) else value


MomentField = Annotated[Moment, BeforeValidator(_checked_moment), WithJsonSchema({"type": "string"})]
"""A moment of publication, as `2026-10-06` or `2026-10-06 09:30`."""

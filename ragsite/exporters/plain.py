"""Records of the model as plain values of JSON: mappings, lists, text, numbers."""

from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import Any

from ragsite.model.base import Record
from ragsite.model.dates import PartialDate

INTERNAL = frozenset({"place", "publish", "publish_from", "embargoes", "withdrawn"})
"""Fields that say something of the content file, not of the plan."""


def plain(value: Any) -> Any:
    """A record with all its fields by their names, a date with its days, an enumeration as its text."""
    if value is None or type(value) is str:
        return value
    if type(value) is tuple:
        return [plain(one) for one in value]
    if isinstance(value, Record):
        return plain_record(value)
    if isinstance(value, PartialDate):
        return plain_date(value)
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, bool | int | Decimal):
        return value
    raise TypeError(f"{type(value).__name__} has no form in JSON")


def plain_record(record: Record, *, without: frozenset[str] = frozenset()) -> dict[str, Any]:
    """A record without some of its fields."""
    return {name: plain(getattr(record, name)) for name in _shown(type(record), without)}


@lru_cache
def _shown(kind: type[Record], without: frozenset[str]) -> tuple[str, ...]:
    return tuple(name for name in kind.model_fields if name not in INTERNAL | without)


def plain_date(day: PartialDate) -> dict[str, Any]:
    """A date: `value` in the site's forms (null when not clear), its days, its words and what is printed."""
    return {
        "value": day.iso or None,
        "precision": day.precision.value,
        "first_day": day.first.isoformat() if day.first else None,
        "last_day": day.last.isoformat() if day.last else None,
        "words": day.label,
        "as_printed": day.printed,
        "readings": list(day.readings),
        "note": day.note or None,
    }

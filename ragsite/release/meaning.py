"""The fingerprint of what a report says: the same for the same meaning, however its file is written."""

import hashlib
import json
import re
from collections.abc import Iterator
from decimal import Decimal
from enum import Enum
from typing import Any

from ragsite.model.base import Record
from ragsite.model.dates import PartialDate
from ragsite.model.moments import Moment
from ragsite.model.plan import Plan
from ragsite.model.reports import Report, Update

TIMING = frozenset({"place", "publish", "publish_from", "embargoes", "withdrawn"})
"""Fields of a report that say when it is published, not what it says."""

_PARAGRAPH = re.compile(r"\s*\n\s*\n\s*")


def fingerprint(report: Report) -> str:
    """SHA-256 over what a report says, as 64 hexadecimal digits; the order of its updates does not count."""
    text = json.dumps(_said(report, without=TIMING), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def changed_parts(was: Report, now: Report, plan: Plan) -> Iterator[str]:
    """What differs between two forms of a report, part by part in words, in the order in which a file is written."""
    yield from _changed_fields(was, now, without=TIMING | {"updates"})
    before, after = was.update_by_item, now.update_by_item
    for name in dict.fromkeys((*after, *before)):
        item = plan.item_by_id.get(name)
        owner = f"“{item.title}” ({item.ref or item.id})" if item else f"the item “{name}”"
        one, other = before.get(name), after.get(name)
        if one is None or other is None:
            yield f"the update of {owner} {'came' if one is None else 'went'}"
        elif parts := tuple(_changed_fields(one, other, without=frozenset({"place"}))):
            yield f"of {owner}: {', '.join(parts)}"


def _changed_fields(was: Report | Update, now: Report | Update, *, without: frozenset[str]) -> Iterator[str]:
    before, after = _said(was, without=without), _said(now, without=without)
    for name in type(now).model_fields:
        if before.get(name) != after.get(name):
            yield name.replace("_", " ")


def _said(value: Any, *, without: frozenset[str] = frozenset({"place"})) -> Any:
    if isinstance(value, Record):
        fields = {name: field for name, field in type(value).model_fields.items() if name not in without}
        set_ones = {name: getattr(value, name) for name, field in fields.items()}
        return {name: _said(one) for name, one in set_ones.items() if one != fields[name].default}
    if isinstance(value, tuple):
        said = [_said(one) for one in value]
        return sorted(said, key=lambda one: str(one["item"])) if value and isinstance(value[0], Update) else said
    return _plain(value)


def _plain(value: Any) -> Any:
    if isinstance(value, PartialDate):
        return [value.iso, value.printed, value.note]
    if isinstance(value, Moment):
        return value.at.isoformat()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Decimal):
        return str(value.normalize())
    if isinstance(value, str):
        return "\n\n".join(" ".join(part.split()) for part in _PARAGRAPH.split(value))
    return value

"""Values to the bytes of a JSON document: one record on a line, numbers with every digit of the content."""

from collections.abc import Mapping
from decimal import Decimal
from json import JSONEncoder
from json.encoder import encode_basestring
from typing import Any

_QUICK = JSONEncoder(ensure_ascii=False, check_circular=False)
"""The library's own way, several times as fast, for records without a decimal number: it knows none."""


def write_document(value: Mapping[str, Any]) -> bytes:
    """UTF-8 JSON with keys in the order given; each key, and each entry of its list, has a line of its own."""
    entries = [f"  {encode_basestring(key)}: {_top(one)}" for key, one in value.items()]
    return "\n".join(("{", ",\n".join(entries), "}\n")).encode("utf-8")


def _top(value: Any) -> str:
    if not isinstance(value, list) or not value:
        return _line(value)
    records = ",\n    ".join([_record(one) for one in value])
    return f"[\n    {records}\n  ]"


def _record(value: Any) -> str:
    try:
        return _QUICK.encode(value)
    except TypeError:
        return _line(value)


def _line(value: Any) -> str:
    if value is None:
        return "null"
    if isinstance(value, str):
        return encode_basestring(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return "{" + ", ".join([f"{encode_basestring(key)}: {_line(one)}" for key, one in value.items()]) + "}"
    if isinstance(value, list):
        return "[" + ", ".join([_line(one) for one in value]) + "]"
    if isinstance(value, int | Decimal):
        return format(value, "f" if isinstance(value, Decimal) else "d")
    raise TypeError(f"{type(value).__name__} has no form in JSON")

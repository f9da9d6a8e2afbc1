"""JSON Schemas of the model's records as `plain` writes them: the other half of `exporters.plain`."""

from decimal import Decimal
from enum import EnumMeta
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from ragsite.exporters.plain import INTERNAL
from ragsite.model.base import Record
from ragsite.model.dates import PartialDate, Precision

DATE = "PartialDate"

Schema = dict[str, Any]

_SIMPLE: dict[Any, Schema] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    Decimal: {"type": "number"},
}


def record_schema(record: type[Record], *, without: frozenset[str] = frozenset()) -> Schema:
    """The schema of one kind of record; all its keys are always there, empty ones as null or an empty list."""
    hidden = INTERNAL | without
    fields = {name: field for name, field in record.model_fields.items() if name not in hidden}
    return {
        "type": "object",
        "description": first_sentences(record.__doc__ or ""),
        "properties": {name: value_schema(field.annotation) for name, field in fields.items()},
        "required": list(fields),
    }


def value_schema(kind: Any) -> Schema:
    """The schema of a field by its annotation; records and dates are references to `$defs`."""
    if get_origin(kind) is Annotated:
        return value_schema(get_args(kind)[0])
    if get_origin(kind) in (Union, UnionType):
        known = [value_schema(one) for one in get_args(kind) if one is not NoneType]
        return {"anyOf": [*known, {"type": "null"}]}
    if get_origin(kind) is tuple:
        return {"type": "array", "items": value_schema(get_args(kind)[0])}
    if isinstance(kind, EnumMeta):
        return {"type": "string", "enum": [str(one.value) for one in kind]}  # type: ignore[var-annotated]
    if kind in _SIMPLE:
        return dict(_SIMPLE[kind])
    return {"$ref": f"#/$defs/{DATE if kind is PartialDate else kind.__name__}"}


def records_in(record: type[Record], *, without: frozenset[str] = frozenset()) -> frozenset[type[Record]]:
    """The record and every kind of record below it, as far as `plain` writes them."""
    found: set[type[Record]] = set()
    waiting = [record]
    while waiting:
        one = waiting.pop()
        if one in found:
            continue
        found.add(one)
        hidden = INTERNAL | (without if one is record else frozenset())
        fields = [field.annotation for name, field in one.model_fields.items() if name not in hidden]
        waiting += [kind for field in fields for kind in _records_of(field)]
    return frozenset(found)


def date_schema() -> Schema:
    """A date as precise as its source, as `plain_date` writes it."""
    text, day = {"type": "string"}, {"anyOf": [{"type": "string", "format": "date"}, {"type": "null"}]}
    said = {"anyOf": [text, {"type": "null"}]}
    properties = {
        "value": said,
        "precision": {**text, "enum": [one.value for one in Precision]},
        "first_day": day,
        "last_day": day,
        "words": text,
        "as_printed": text,
        "readings": {"type": "array", "items": text},
        "note": said,
    }
    description = "A date as precise as its source. Value and days are null where the date is not clear."
    return {"type": "object", "description": description, "properties": properties, "required": list(properties)}


def first_sentences(docstring: str) -> str:
    """The first paragraph of a docstring in one line, without marks for names of code."""
    return " ".join(docstring.strip().partition("\n\n")[0].split()).replace("`", "")


def _records_of(kind: Any) -> list[type[Record]]:
    if isinstance(kind, type) and issubclass(kind, Record):
        return [kind]
    inner = get_args(kind)[:1] if get_origin(kind) is Annotated else get_args(kind)
    return [record for one in inner for record in _records_of(one)]

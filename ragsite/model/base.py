"""The ground that every model of a content file stands on: frozen, strict about keys, aware of its place."""

import re
from typing import Annotated, Any

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import CoreSchema, core_schema

from ragsite.model.dates import PartialDate, parse_date, read_date
from ragsite.problems import Place, Unacceptable

PLACE_KEY = "\N{ROUND PUSHPIN}"
"""The key under which the reader hands a mapping's place to its model; nobody would type it."""

ID_PATTERN = re.compile(r"[A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)*")
SOURCE_PATTERN = re.compile(
    r"(?:(?P<document>[A-Za-z0-9][\w.-]*): ?)?(?P<lines>\d+(?:-\d+)?(?:, ?\d+(?:-\d+)?)*)"
)
_SCALAR_SCHEMA = {"type": ["string", "number", "boolean"]}


class Record(BaseModel):
    """A mapping in a content file: frozen, no key but those it declares, and where it was written."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    place: Place | None = Field(default=None, alias=PLACE_KEY, exclude=True, repr=False)

    @property
    def written_at(self) -> Place:
        """Where this stands in its file; a nameless place when it was made by code."""
        return self.place or Place("", 1, 1)


class Shorthand:
    """Lets one text stand for a mapping: the text becomes the value of `key`."""

    def __init__(self, key: str) -> None:
        self.key = key

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self._widen, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {"anyOf": [dict(_SCALAR_SCHEMA), handler(schema)]}

    def _widen(self, value: Any) -> Any:
        return {self.key: value} if isinstance(value, str) else value


def _checked_id(value: Any) -> Any:
    if isinstance(value, str) and not ID_PATTERN.fullmatch(value):
        raise Unacceptable(
            f"“{value}” cannot be part of a web address.",
            allowed="An id is made of letters a to z, digits, and “-”, “.” or “_” between them.",
            fix=f"Write “{_as_id(value)}” instead." if _as_id(value) else "Choose another id.",
        )
    return value


def _as_id(value: str) -> str:
    return "-".join(re.findall(r"[A-Za-z0-9]+", value)).lower()


def _checked_source(value: Any) -> Any:
    if isinstance(value, str) and not SOURCE_PATTERN.fullmatch(value):
        raise Unacceptable(
            f"“{value}” does not say which lines of the source are meant.",
            allowed="Write line numbers such as 45, 45-47 or “45, 60-61”, after a document id and a colon if needed.",
        )
    return value


def _checked_date(value: Any) -> Any:
    if isinstance(value, str):
        return parse_date(value)
    if isinstance(value, dict):
        unknown = sorted(set(value) - {"printed", "means", "note", PLACE_KEY})
        if unknown:
            raise Unacceptable(
                f"“{unknown[0]}” is not part of a date.", allowed="A date has printed, means and note."
            )
        if not isinstance(value.get("printed"), str):
            raise Unacceptable("This date does not say how it is printed.", fix="Add printed: “…”.")
        return read_date(value["printed"], means=value.get("means"), note=value.get("note") or "")
    return value


_DATE_SCHEMA = {
    "anyOf": [
        dict(_SCALAR_SCHEMA),
        {
            "type": "object",
            "additionalProperties": False,
            "required": ["printed"],
            "properties": {name: dict(_SCALAR_SCHEMA) for name in ("printed", "means", "note")},
        },
    ]
}

Id = Annotated[str, BeforeValidator(_checked_id), WithJsonSchema(dict(_SCALAR_SCHEMA))]
"""An identifier: text that is safe in a web address and stable for ever."""

Text = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1), WithJsonSchema(dict(_SCALAR_SCHEMA))
]
"""One piece of text that says something."""

Printed = Annotated[str, WithJsonSchema(dict(_SCALAR_SCHEMA))]
"""Text exactly as a source prints it; may be empty."""

Source = Annotated[str, BeforeValidator(_checked_source), WithJsonSchema(dict(_SCALAR_SCHEMA))]
"""Line numbers of a source text, such as `45-47` or `appendix: 12`."""

Date = Annotated[PartialDate, BeforeValidator(_checked_date), WithJsonSchema(_DATE_SCHEMA)]
"""A date as precise as its source."""


class Passage(Record):
    """One thought in prose (Markdown without HTML), with the source lines it restates."""

    text: Text
    source: Source | None = None


class _OneOrMany:
    """Lets a single text, or a single mapping, stand for a list of one."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(
            lambda value: [value] if isinstance(value, str | dict) else value, handler(source)
        )

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        many = handler(schema)
        return {"anyOf": [many["items"], many]}


Passages = Annotated[tuple[Annotated[Passage, Shorthand("text")], ...], _OneOrMany()]
"""Prose as a list of thoughts; a single text may stand for a list of one."""

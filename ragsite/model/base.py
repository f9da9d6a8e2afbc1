"""The ground that every model of a content file stands on: frozen, strict about keys, aware of its place."""

import re
from collections.abc import Mapping
from typing import Annotated, Any, Self

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

from ragsite.model.dates import DateProblem, PartialDate, parse_date, read_date
from ragsite.problems import Place, Unacceptable, did_you_mean, listing

PLACE_KEY = "\N{ROUND PUSHPIN}"
"""The key under which the reader hands a mapping's place to its model; nobody would type it."""

UNREAD = "unread"
"""The id that stands in for one that could not be read, so that checks still see the rest of its entry."""

ID_PATTERN = re.compile(r"[A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)*")
SOURCE_PATTERN = re.compile(
    r"(?:(?P<document>[A-Za-z0-9][\w.-]*): ?)?(?P<lines>\d+(?:-\d+)?(?:, ?\d+(?:-\d+)?)*)"
)
LINK_PATTERN = re.compile(r"https?://[\w.-]+(?::\d+)?(?:[/?#][^\s<>\"'`{}|\\^]*)?", re.IGNORECASE)
DATE_KEYS = ("printed", "means", "note")
_SCALAR_SCHEMA = {"type": ["string", "number", "boolean"]}


class Record(BaseModel):
    """A mapping in a content file: frozen, no key but those it declares, and where it was written."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    place: Place | None = Field(default=None, alias=PLACE_KEY, exclude=True, repr=False)

    @property
    def written_at(self) -> Place:
        """Where this stands in its file; a nameless place when it was made by code."""
        return self.place or Place("", 1, 1)

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """A copy with changes; look-ups made before are forgotten, as they would still hold what was taken out."""
        copied = super().model_copy(update=update, deep=deep)
        for name in copied.__dict__.keys() - type(copied).model_fields.keys():
            del copied.__dict__[name]
        return copied

    def having(self, **values: Any) -> Self:
        """The record with these values of its fields; the same object where it has them already."""
        other = {name: value for name, value in values.items() if getattr(self, name) != value}
        return self.model_copy(update=other) if other else self


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


def checked_id(value: Any) -> Any:
    """The value, when it is no text or an id that is safe in a web address; else Unacceptable (Y205)."""
    if isinstance(value, str) and not ID_PATTERN.fullmatch(value):
        raise Unacceptable(
            f"“{value}” cannot be part of a web address.",
            allowed="An id is made of letters a to z, digits, and “-”, “.” or “_” between them.",
            fix=f"Write “{as_id(value)}” instead." if as_id(value) else "Choose another id.",
            code="Y205",
        )
    return value


def as_id(value: str) -> str:
    """The id that a text most likely means: its letters and digits in lower case, with hyphens between."""
    return "-".join(re.findall(r"[A-Za-z0-9]+", value)).lower()


def _checked_source(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    if not SOURCE_PATTERN.fullmatch(value):
        raise Unacceptable(
            f"“{value}” does not say which lines of the source are meant.",
            allowed="Allowed are line numbers such as 45, 45-47 or “45, 60-61”; where there are several source"
            " documents, the document's id and a colon stand before them.",
            fix="Write the line numbers alone; put other remarks into a note.",
            code="Y207",
        )
    backwards = next((pair for pair in re.findall(r"(\d+)-(\d+)", value) if int(pair[0]) > int(pair[1])), None)
    if backwards:
        raise Unacceptable(
            f"The lines “{'-'.join(backwards)}” run backwards.",
            fix=f"Write {backwards[1]}-{backwards[0]}, or the lines that are meant.",
            code="Y207",
        )
    return value


def _checked_link(value: Any) -> Any:
    if isinstance(value, str) and not LINK_PATTERN.fullmatch(value.strip()):
        raise Unacceptable(
            "The link is no address of a web page.",
            allowed="A link begins with https:// or http:// and holds no space, quotation mark or bracket < >.",
            fix="Copy the address from the browser's address bar.",
            code="Y212",
        )
    return value


def _checked_date(value: Any) -> Any:
    if isinstance(value, str):
        return parse_date(value)
    if isinstance(value, dict):
        _check_date_keys(value)
        return _read_date_mapping(value)
    return value


def _read_date_mapping(value: dict[str, Any]) -> PartialDate:
    means = value.get("means")
    try:
        return read_date(value["printed"], means=means, note=value.get("note") or "")
    except DateProblem as problem:
        key = "printed" if means is None else "means"
        fix = problem.fix if means is None else "Write one clear date in “means”, or leave “means” out."
        raise Unacceptable(problem.found, allowed=problem.allowed, fix=fix, code="Y206", key=key) from None


def _check_date_keys(value: dict[str, Any]) -> None:
    for key, part in value.items():
        if key == PLACE_KEY:
            continue
        if key not in DATE_KEYS:
            fix = did_you_mean(key, DATE_KEYS) or "Take it out, or put it into “note”."
            allowed = f"A date has the keys {listing(DATE_KEYS, joiner='and')}."
            raise Unacceptable(f"“{key}” is not part of a date.", allowed=allowed, fix=fix, code="Y206", key=key)
        if not isinstance(part, str):
            raise Unacceptable(
                f"“{key}” is a list or a group of keys, but a text is expected here.",
                fix=f"Write one text after “{key}:”.",
                code="Y206",
                key=key,
            )
    if "printed" not in value:
        raise Unacceptable(
            "The date does not say how it is printed.", fix="Add “printed:” with the text of the source.", code="Y206"
        )


_DATE_SCHEMA = {
    "anyOf": [
        dict(_SCALAR_SCHEMA),
        {
            "type": "object",
            "additionalProperties": False,
            "required": ["printed"],
            "properties": {name: dict(_SCALAR_SCHEMA) for name in DATE_KEYS},
        },
    ]
}

Id = Annotated[str, BeforeValidator(checked_id), WithJsonSchema(dict(_SCALAR_SCHEMA))]
"""An identifier: text that is safe in a web address and stable for ever."""

Text = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1), WithJsonSchema(dict(_SCALAR_SCHEMA))
]
"""One piece of text that says something."""

Printed = Annotated[str, WithJsonSchema(dict(_SCALAR_SCHEMA))]
"""Text exactly as a source prints it; may be empty."""

Link = Annotated[
    str,
    BeforeValidator(_checked_link),
    StringConstraints(strip_whitespace=True, min_length=1),
    WithJsonSchema(dict(_SCALAR_SCHEMA)),
]
"""The address of a web page: anything else, such as `javascript:…`, would run in the reader's browser."""

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

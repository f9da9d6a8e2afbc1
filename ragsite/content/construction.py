"""A YAML text to plain values, straight from the parser's events: no tree of nodes is made of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from ragsite.content.syntax import MAX_DEPTH
from ragsite.model.base import PLACE_KEY
from ragsite.problems import Finding, Location, Place, Severity

Path = tuple[str | int, ...]

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_Fields = dict[str | tuple[str, int], tuple[int, int]]


@dataclass(frozen=True)
class Construction:
    """Values, with the findings on keys and the places of keys without a value (see `nodes.Document`).

    `is_plain` is False where the text says more than plain values, or cannot be read to its end: `syntax.survey` tells
    what it is.
    """

    data: Any
    findings: tuple[Finding, ...]
    empty: tuple[tuple[Path, str], ...]
    is_plain: bool


def construct(path: str, text: str) -> Construction:
    """The values of a text, made of its parser's events as they come."""
    loader = _LOADER(text)
    builder = _Builder(path, iter(loader.get_event, None))
    try:
        data = builder.document()
    except (yaml.MarkedYAMLError, _TooMuch):
        return Construction(None, (), (), is_plain=False)
    finally:
        loader.dispose()
    return Construction(data, tuple(builder.findings), tuple(builder.empty), builder.is_plain)


class _TooMuch(Exception):
    """More documents or deeper nesting than a content file has."""


class _Builder:
    """Takes events one after another; what begins with one is read to its end by the method that it is given to."""

    def __init__(self, path: str, events: Iterator[Any]) -> None:
        self.path = path
        self.events = events
        self.is_plain = True
        self.findings: list[Finding] = []
        self.empty: list[tuple[Path, str]] = []

    def document(self) -> Any:
        """The values of the one document; None where there is none."""
        data = None
        documents = 0
        for event in self.events:
            if type(event) is yaml.DocumentStartEvent:
                documents += 1
                if documents > 1:
                    raise _TooMuch
                data = self._value(next(self.events), ())
        return data

    def _value(self, event: Any, path: Path, fields: _Fields | None = None, key: str = "") -> Any:
        """The value that begins with this event; the places of a list's entries go under `key` of `fields`."""
        kind = type(event)
        if kind is yaml.AliasEvent:
            self.is_plain = False
            return None
        if event.anchor or event.tag:
            self.is_plain = False
        if kind is yaml.ScalarEvent:
            return _scalar(event)
        if len(path) >= MAX_DEPTH:
            raise _TooMuch
        if kind is yaml.MappingStartEvent:
            return self._mapping(event, path)
        return self._list(path, fields, key)

    def _list(self, path: Path, fields: _Fields | None, key: str) -> list[Any]:
        values: list[Any] = []
        for event in self.events:
            if type(event) is yaml.SequenceEndEvent:
                break
            if fields is not None:
                fields[key, len(values)] = _position(event.start_mark)
            values.append(self._value(event, (*path, len(values))))
        return values

    def _mapping(self, start: Any, path: Path) -> dict[str, Any]:
        place = Place(self.path, *_position(start.start_mark))
        fields = place.fields
        values: dict[str, Any] = {PLACE_KEY: place}
        keys: dict[str, int] = {}
        for event in self.events:
            if type(event) is yaml.MappingEndEvent:
                break
            key = self._key(event, path, keys)
            value_event = next(self.events)
            if key is None:
                self._pass_over(value_event, path)
                continue
            fields[key] = _position(value_event.start_mark)
            value = self._value(value_event, (*path, key), fields, key)
            if value is None:
                self.empty.append((path, key))
            else:
                values[key] = value
        return values

    def _key(self, event: Any, path: Path, keys: dict[str, int]) -> str | None:
        """The key that this event is, noted in `keys` with its line; None, and a finding, for what is none."""
        if type(event) is not yaml.ScalarEvent:
            self._pass_over(event, path)
            message = "A list or a group of keys stands where a key is expected."
            fix = "Write a plain word as the key; put text that begins with a bracket in quotation marks."
            self._refuse("Y103", event, message, fix)
            return None
        if event.anchor or event.tag:
            self.is_plain = False
        key: str = event.value
        if key == PLACE_KEY:
            self._refuse("Y201", event, f"“{key}” is not a key that is known here.", "Take it out.")
        elif key in keys:
            message = f"The key “{key}” is given twice; the first is in line {keys[key]}."
            self._refuse("Y102", event, message, "Keep one of the two.")
        else:
            keys[key], _ = _position(event.start_mark)
            return key
        return None

    def _pass_over(self, event: Any, path: Path) -> None:
        """Reads a value that counts for nothing, so neither do the faults in it."""
        findings, empty = self.findings, self.empty
        self.findings, self.empty = [], []
        self._value(event, (*path, ""))
        self.findings, self.empty = findings, empty

    def _refuse(self, code: str, event: Any, message: str, fix: str) -> None:
        where = Location(self.path, *_position(event.start_mark))
        self.findings.append(Finding(code, Severity.ERROR, where, message, fix))


def _scalar(event: Any) -> str | None:
    """None where nothing is written; `~` and `null` are texts like any other, as a source may print them."""
    value: str = event.value
    return value if value or event.style else None  # without quotation marks the style is None or "", by the loader


def _position(mark: Any) -> tuple[int, int]:
    return mark.line + 1, mark.column + 1

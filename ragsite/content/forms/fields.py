"""The fields of a form, from the JSON Schema of a file and from how its values are written."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

LONG = 80
"""Signs beyond which a text gets a box of several lines."""


class Kind(StrEnum):
    """What a field lets people enter."""

    LINE = "line"
    TEXT = "text"
    NUMBER = "number"
    YES_NO = "yes or no"
    CHOICE = "choice"
    GROUP = "group"


@dataclass(frozen=True)
class Choice:
    """One entry of a list to choose from."""

    value: str
    label: str


Choices = Mapping[str, tuple[Choice, ...]]
"""What may be chosen in a field that the schema leaves open, by its path, such as `updates.rating`."""


@dataclass(frozen=True)
class Field:
    """One field; `many`: a list of such; `fields` are those of a group."""

    name: str
    kind: Kind
    required: bool = False
    many: bool = False
    choices: tuple[Choice, ...] = ()
    fields: tuple["Field", ...] = ()

    @property
    def label(self) -> str:
        """The name as people read it."""
        return self.name.replace("_", " ").capitalize()


class NoForm(Exception):
    """A file whose values no form can hold without changing how they are written; `path` says which."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(f"“{path}” {why}")


def fields_of(schema: Mapping[str, Any], values: Sequence[Mapping[str, Any]], choices: Choices) -> tuple[Field, ...]:
    """The fields of a file, for the values of all files that share the form.

    A field that may be written in several ways gets the way in which it is written there; NoForm where it is written
    in more than one.
    """
    return tuple(_Reader(schema.get("definitions", {}), choices).group("", schema, values, ()))


@dataclass(frozen=True)
class _Reader:
    definitions: Mapping[str, Any]
    choices: Choices

    def group(
        self, path: str, schema: Mapping[str, Any], values: Sequence[Mapping[str, Any]], above: tuple[str, ...]
    ) -> Iterator[Field]:
        required = schema.get("required", ())
        for name, inner in schema.get("properties", {}).items():
            here = f"{path}.{name}".strip(".")
            given = [value[name] for value in values if value.get(name) is not None]
            field = self.field(here, inner, given, above)
            if field:
                yield replace(field, name=name, required=name in required)

    def field(self, path: str, schema: Mapping[str, Any], values: list[Any], above: tuple[str, ...]) -> Field | None:
        ways = {_shape(way): way for way in reversed(list(self.ways(schema)))}
        shapes = sorted({_shape_of_value(value) for value in values})
        if len(shapes) > 1:
            raise NoForm(path, "is written in more than one way, which a form cannot show.")
        shape = shapes[0] if shapes else next(one for one in ("scalar", "list", "group") if one in ways)
        if shape == "scalar":
            return self.scalar(path, ways["scalar"], values, is_prose="list" in ways)
        if shape == "list":
            inner = [entry for value in values for entry in value]
            field = self.field(path, ways["list"]["items"], inner, above)
            return field and replace(field, many=True)
        return self.inner_group(path, ways["group"], values, above)

    def inner_group(self, path: str, way: Mapping[str, Any], values: list[Any], above: tuple[str, ...]) -> Field | None:
        """None for a group within itself that nothing is written in, and for one whose keys anybody may invent."""
        name = way.get("title", "")
        if (name in above or "properties" not in way or not way["properties"]) and not values:
            return None
        if not way.get("properties"):
            raise NoForm(path, "has keys that a form cannot know.")
        fields = tuple(self.group(path, way, values, (*above, name)))
        return Field(path.rpartition(".")[2], Kind.GROUP, fields=fields)

    def scalar(self, path: str, way: Mapping[str, Any], values: list[str], *, is_prose: bool) -> Field:
        name, known = path.rpartition(".")[2], self.choices.get(path, ())
        if "enum" in way:
            return Field(name, Kind.CHOICE, choices=tuple(Choice(str(one), str(one)) for one in way["enum"]))
        if known and set(values) - {""} <= {one.value for one in known}:
            return Field(name, Kind.CHOICE, choices=known)
        if way.get("type") in ("number", "integer"):
            return Field(name, Kind.NUMBER)
        if way.get("type") == "boolean":
            return Field(name, Kind.YES_NO)
        is_long = is_prose or any(len(value) > LONG or "\n" in value for value in values)
        return Field(name, Kind.TEXT if is_long else Kind.LINE)

    def ways(self, schema: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
        """The ways in which a value may be written, those within others too."""
        if "$ref" in schema:
            yield from self.ways(self.definitions[schema["$ref"].rpartition("/")[2]])
        elif "anyOf" in schema:
            for way in schema["anyOf"]:
                yield from self.ways(way)
        elif schema.get("type") != "null":
            yield schema


def _shape(way: Mapping[str, Any]) -> str:
    return {"object": "group", "array": "list"}.get(str(way.get("type")), "scalar")


def _shape_of_value(value: Any) -> str:
    if isinstance(value, Mapping):
        return "group"
    return "list" if isinstance(value, list) else "scalar"

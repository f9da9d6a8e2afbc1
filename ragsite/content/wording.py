"""What the schema refuses, said in words: what was found, what is allowed, how to mend it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import UnionType
from typing import Any, Union, get_args, get_origin

import yaml
from pydantic import BaseModel, ValidationError

from ragsite.content.nodes import Document, position
from ragsite.model.base import PLACE_KEY
from ragsite.problems import Finding, Location, Severity, Unacceptable, did_you_mean, listing

_NAMING_KEYS = ("title", "name", "label", "term", "ref", "id", "item", "text")


@dataclass(frozen=True)
class _Spot:
    """Where the schema objects: the node, the mapping around it, and the title nearest above."""

    node: yaml.Node
    owner: str
    key: str


def findings_from(
    document: Document, model: type[BaseModel], error: ValidationError, *, with_missing: bool
) -> Iterator[Finding]:
    """One finding for each thing that `model` refuses in `document`; missing keys only `with_missing`."""
    for problem in error.errors(include_url=False):
        if problem["type"] == "missing" and not with_missing:
            continue
        location = [part for part in problem["loc"] if part != PLACE_KEY]
        spot = _find(document, location, at_key=problem["type"] == "extra_forbidden")
        code, message, fix = _words(problem, location, model)
        subject = f"{spot.owner}: {message}" if spot.owner else message
        where = Location(document.path, *position(spot.node))
        yield Finding(code, Severity.ERROR, where, subject, fix)


def _find(document: Document, location: list[Any], *, at_key: bool) -> _Spot:
    node = document.root or yaml.ScalarNode("", "")
    owner, key = "", ""
    for number, part in enumerate(location):
        owner = _title(node) or owner
        step = _step(node, part, at_key=at_key and number == len(location) - 1)
        if step is None:
            break
        node, key = step, str(part)
    return _Spot(node, owner, key)


def _step(node: yaml.Node, part: Any, *, at_key: bool) -> yaml.Node | None:
    if isinstance(node, yaml.MappingNode):
        for key_node, value_node in node.value:
            if key_node.value == part:
                found: yaml.Node = key_node if at_key else value_node
                return found
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        entry: yaml.Node = node.value[part]
        return entry
    return node if isinstance(part, int) and part == 0 else None


def _title(node: yaml.Node) -> str:
    if not isinstance(node, yaml.MappingNode):
        return ""
    values = {key.value: value.value for key, value in node.value if isinstance(value, yaml.ScalarNode)}
    named = next((values[key] for key in _NAMING_KEYS if values.get(key)), "")
    return f"“{named if len(named) <= 60 else named[:57] + '…'}”" if named else ""


def _words(problem: Mapping[str, Any], location: list[Any], model: type[BaseModel]) -> tuple[str, str, str]:
    kind, field = str(problem["type"]), _field_name(location)
    cause = (problem.get("ctx") or {}).get("error")
    if kind == "extra_forbidden":
        return _unknown_key(field, location, model)
    if kind == "missing":
        return "Y202", f"“{field}” is missing.", f"Add “{field}: …”."
    if kind in ("enum", "literal_error"):
        return _not_allowed(problem, field)
    if hasattr(cause, "found"):
        return _refused(cause, field)
    return _wrong_kind(problem, field)


def _field_name(location: list[Any]) -> str:
    return next((str(part) for part in reversed(location) if isinstance(part, str)), "this file")


def _unknown_key(field: str, location: list[Any], model: type[BaseModel]) -> tuple[str, str, str]:
    owner = _model_at(model, location[:-1])
    known = sorted(name for name in owner.model_fields if name != "place") if owner else []
    fix = did_you_mean(field, known) or "Take it out, or use one of the keys that are allowed."
    return "Y201", f"“{field}” is not a key that is known here. Allowed are {listing(known, joiner='and', most=40)}.", fix


def _not_allowed(problem: Mapping[str, Any], field: str) -> tuple[str, str, str]:
    allowed = [word.strip("'") for word in str(problem["ctx"]["expected"]).replace(" or ", ", ").split(", ")]
    found = problem["input"]
    message = f"“{found}” is not allowed for “{field}”. Allowed are {listing([w for w in allowed if w], most=12)}."
    return "Y203", message, did_you_mean(str(found), allowed) or "Use one of these words."


def _refused(cause: Any, field: str) -> tuple[str, str, str]:
    code = "Y206" if not isinstance(cause, Unacceptable) else "Y205"
    message = " ".join(part for part in (f"{field}: {cause.found}", cause.allowed) if part)
    return code, message, cause.fix


def _wrong_kind(problem: Mapping[str, Any], field: str) -> tuple[str, str, str]:
    found = problem["input"]
    shown = f"“{found}”" if isinstance(found, str) else _described(found)
    kind = str(problem["type"])
    if kind == "string_too_short":
        return "Y204", f"“{field}” is empty.", "Write it, or leave the key out."
    expected = next((words for start, words in _EXPECTED if kind.startswith(start)), "something else")
    return "Y204", f"“{field}” is {shown}, but {expected} is expected here.", f"Write {expected}."


_EXPECTED = (
    ("decimal", "a number without sign for unit or thousands, such as 88.2,"),
    ("int", "a whole number"),
    ("bool", "true or false"),
    ("string", "a text"),
    ("tuple", "a list (lines that begin with “- ”)"),
    ("list", "a list (lines that begin with “- ”)"),
    ("too_short", "at least one entry"),
    ("model", "a group of keys (“key: value”)"),
    ("dict", "a group of keys (“key: value”)"),
)


def _described(value: Any) -> str:
    if value is None:
        return "empty"
    if isinstance(value, Mapping):
        return "a group of keys"
    return "a list" if isinstance(value, list | tuple) else f"“{value}”"


def _model_at(model: type[BaseModel], location: list[Any]) -> type[BaseModel] | None:
    current: type[BaseModel] | None = model
    for part in location:
        if isinstance(part, int) or current is None:
            continue
        field = current.model_fields.get(part)
        current = _model_in(field.annotation) if field else None
    return current


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if get_origin(annotation) in (tuple, list, Union, UnionType) or get_args(annotation):
        return next((found for arg in get_args(annotation) if (found := _model_in(arg))), None)
    return None

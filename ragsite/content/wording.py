"""What the schema refuses, said in words: what was found, what is allowed, how to mend it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml
from pydantic import BaseModel

from ragsite.content.fields import field_at, keys_at, model_at, words_of
from ragsite.content.nodes import Document, position
from ragsite.model.base import PLACE_KEY
from ragsite.problems import Finding, Location, Severity, did_you_mean, listing

_NAMING_KEYS = ("title", "name", "label", "term")
_REFERENCE_KEYS = ("ref", "id")
_LONGEST_NAME = 60

Words = tuple[str, str, str]
"""Code, message, fix."""


@dataclass(frozen=True)
class _Spot:
    """Where the schema objects: the node, the key it stands under, and the title nearest above."""

    node: yaml.Node
    owner: str
    key: str
    is_entry: bool
    is_there: bool

    @property
    def name(self) -> str:
        """The value as messages call it."""
        subject = f"“{self.key}”" if self.key else "This file"
        return f"An entry of {subject}" if self.is_entry else subject


def findings_from(
    document: Document, model: type[BaseModel], problems: Iterable[Mapping[str, Any]], names: Mapping[str, str]
) -> Iterator[Finding]:
    """One finding for each thing that `model` refuses in `document`; `names` says how items are called, by id."""
    for problem in problems:
        location = [part for part in problem["loc"] if part != PLACE_KEY]
        spot = _find(document, location, names, at_key=problem["type"] == "extra_forbidden")
        cause = (problem.get("ctx") or {}).get("error")
        code, message, fix = _words(problem, location, model, spot)
        where = Location(document.path, *position(_part(spot.node, getattr(cause, "key", ""))))
        says_it_all = not spot.owner or spot.owner == f"“{problem['input']}”"
        yield Finding(code, Severity.ERROR, where, message if says_it_all else f"{spot.owner}: {message}", fix)


def owner_at(document: Document, path: Iterable[Any], names: Mapping[str, str]) -> str:
    """The title of the mapping at a path, or of the one nearest above it that has one."""
    spot = _find(document, list(path), names, at_key=False)
    return _title(spot.node, names) or spot.owner


def unknown_key(key: str, known: Iterable[str]) -> tuple[str, str]:
    """Message and fix for a key that is not among those known."""
    allowed = list(known)
    fix = did_you_mean(key, allowed) or "Take it out, or use one of the keys that are allowed."
    return f"“{key}” is not a key that is known here. Allowed are {listing(allowed, joiner='and', most=40)}.", fix


def not_allowed(found: str, field: str, words: Iterable[str]) -> tuple[str, str]:
    """Message and fix for a word that is not among those allowed; an empty word is left unsaid."""
    allowed = [word for word in words if word]
    message = f"“{found}” is not allowed for “{field}”. Allowed are {listing(allowed, joiner='and', most=12)}."
    return message, did_you_mean(found, allowed) or "Use one of these words."


def number_fix(found: str, *, keep_in: str) -> str:
    """How to write a number that came with a sign, a unit or a comma for thousands."""
    bare = re.sub(r"[%£\s]", "", found)
    if re.fullmatch(r"[-+]?\d{1,3}(,\d{3})+(\.\d+)?", bare):
        bare = bare.replace(",", "")
    if re.fullmatch(r"[-+]?\d+(\.\d+)?", bare):
        return f"Write {bare}, and keep “{found}” in {keep_in}."
    return f"Write digits with a point at most, such as 88.2; what the source prints goes into {keep_in}."


def _find(document: Document, location: list[Any], names: Mapping[str, str], *, at_key: bool) -> _Spot:
    node = document.root or yaml.ScalarNode("", "")
    owner, key, is_entry, is_there = "", "", False, True
    for number, part in enumerate(location):
        owner = _title(node, names) or owner
        step = _step(node, part, at_key=at_key and number == len(location) - 1)
        if step is None:
            is_there = False
            break
        is_entry = isinstance(part, int) and step is not node
        node, key = step, part if isinstance(part, str) else key
    return _Spot(node, owner, key, is_entry, is_there)


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


def _part(node: yaml.Node, key: str) -> yaml.Node:
    """The key of a mapping that is at fault, where only one is."""
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    return next((key_node for key_node, _ in pairs if key and key_node.value == key), node)


def _title(node: yaml.Node, names: Mapping[str, str]) -> str:
    if not isinstance(node, yaml.MappingNode):
        return ""
    values = {key.value: value.value for key, value in node.value if isinstance(value, yaml.ScalarNode)}
    item = values.get("item", "")
    if item in names:
        return names[item]
    named = next((values[key] for key in _NAMING_KEYS if values.get(key)), "")
    reference = item or next((values[key] for key in _REFERENCE_KEYS if values.get(key)), "")
    if not named:
        return f"“{reference}”" if reference else ""
    short = named if len(named) <= _LONGEST_NAME else f"{named[: _LONGEST_NAME - 1]}…"
    return f"“{short}” ({reference})" if reference and reference != named else f"“{short}”"


def _words(problem: Mapping[str, Any], location: list[Any], model: type[BaseModel], spot: _Spot) -> Words:
    kind, cause = str(problem["type"]), (problem.get("ctx") or {}).get("error")
    if kind == "extra_forbidden":
        return "Y201", *unknown_key(str(location[-1]), keys_at(model, location[:-1]) or ())
    if kind == "missing":
        return "Y202", *_missing(str(location[-1]), spot)
    field = field_at(model, location)
    if kind == "enum":
        return "Y203", *not_allowed(str(problem["input"]), spot.key, words_of(field) if field else ())
    if cause is not None and hasattr(cause, "found"):
        said = f"{cause.found} {cause.allowed}".strip()
        return getattr(cause, "code", "Y206"), f"{spot.key}: {said}" if spot.key else said, cause.fix or _CHANGE
    if kind in ("string_too_short", "too_short"):
        return "Y204", f"{spot.name} is empty.", _how_to_fill(kind, is_required=bool(field and field.is_required()))
    return "Y204", *_wrong_kind(kind, problem["input"], model_at(model, location), spot)


def _missing(key: str, spot: _Spot) -> tuple[str, str]:
    if spot.is_there:
        return f"“{key}” is empty.", "Fill it in."
    within = f" in “{spot.key}”" if spot.key and not _title(spot.node, {}) else ""
    return f"“{key}” is missing{within}.", f"Add it: “{key}: …”."


def _how_to_fill(kind: str, *, is_required: bool) -> str:
    if kind == "too_short":
        return "Write at least one entry."
    return "Fill it in." if is_required else "Fill it in, or leave it out."


def _wrong_kind(kind: str, found: Any, model: type[BaseModel] | None, spot: _Spot) -> tuple[str, str]:
    expected, fix = next((words for start, *words in _EXPECTED if kind.startswith(start)), _SOMETHING)
    if kind.startswith("decimal") or kind == "finite_number":
        fix = number_fix(found, keep_in="“printed”") if isinstance(found, str) else "Write digits, such as 88.2."
    elif model and isinstance(found, str):
        required = [name for name, field in model.model_fields.items() if field.is_required()]
        example = f"{(required or ['key'])[0]}: {found}"
        fix = f"Write its keys on lines of their own below it, indented, such as “{example}”."
    elif expected == "a list" and isinstance(found, str):
        fix = f"Write a list: {spot.key}: [{found}]"
    return f"{spot.name} is {_described(found)}, but {expected} is expected here.", fix


_EXPECTED = (
    ("decimal", "a number", ""),
    ("finite", "a number", ""),
    ("int", "a whole number", "Write digits only, such as 3."),
    ("bool", "true or false", "Write true or false."),
    ("string", "a text", "Write one text, in quotation marks if it begins with “[” or “{”, or holds “: ”."),
    ("tuple", "a list", "Write a list: lines that begin with “- ”."),
    ("list", "a list", "Write a list: lines that begin with “- ”."),
    ("model", "a group of keys", "Write its keys on lines of their own below it, indented."),
    ("dataclass", "a date", "Write one date, such as 2018-04, or a mapping with “printed” and “means”."),
)
_CHANGE = "Change one so that they agree."
_SOMETHING = ["something else", "See the page on content files."]


def _described(value: Any) -> str:
    if value is None:
        return "empty"
    if isinstance(value, Mapping):
        return "a group of keys"
    if isinstance(value, list | tuple):
        return "a list"
    text = str(value)
    return f"“{text if len(text) <= _LONGEST_NAME else text[: _LONGEST_NAME - 1] + '…'}”"

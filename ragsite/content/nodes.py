"""YAML text to plain values in which text stays text, each mapping knowing its place."""

from dataclasses import dataclass, field
from typing import Any

import yaml

from ragsite.content.syntax import survey
from ragsite.content.text import read_text
from ragsite.model.base import PLACE_KEY
from ragsite.problems import Finding, Location, Place, Severity

Path = tuple[str | int, ...]

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass
class Document:
    """A YAML file as plain values: mappings carry their `Place` under PLACE_KEY, scalars are texts or None.

    A key without a value is left out of `data`; `empty` holds the path to its mapping and the key's name.
    """

    path: str
    data: Any = None
    findings: list[Finding] = field(default_factory=list)
    root: yaml.Node | None = None
    empty: list[tuple[Path, str]] = field(default_factory=list)


def read_yaml(path: str, raw: bytes) -> Document:
    """The document in `raw`; unreadable YAML, repeated keys, aliases and tags become findings, never errors."""
    document = Document(path)
    text, findings = read_text(path, raw)
    document.findings.extend(findings)
    if text is None:
        return document
    seen = survey(path, text)
    document.findings.extend(seen.findings)
    if seen.can_compose:
        document.root = yaml.compose(text, Loader=_LOADER)
    if document.root is not None:
        document.data = _Converter(document).convert(document.root, ())
    return document


def position(node: yaml.Node) -> tuple[int, int]:
    """Line and column of a node, from 1."""
    return node.start_mark.line + 1, node.start_mark.column + 1


class _Converter:
    """Walks composed nodes once; the survey has refused whatever makes a node appear twice or too deep."""

    def __init__(self, document: Document) -> None:
        self.document = document

    def convert(self, node: yaml.Node, path: Path) -> Any:
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self.convert(child, (*path, index)) for index, child in enumerate(node.value)]
        return _scalar(node) if isinstance(node, yaml.ScalarNode) else None

    def _mapping(self, node: yaml.MappingNode, path: Path) -> dict[str, Any]:
        place = Place(self.document.path, *position(node))
        values: dict[str, Any] = {PLACE_KEY: place}
        node.value = [pair for pair in node.value if self._is_new_key(pair[0], place)]
        for key_node, value_node in node.value:
            key = str(key_node.value)
            value = self.convert(value_node, (*path, key))
            if value is None:
                self.document.empty.append((path, key))
            else:
                values[key] = value
            if isinstance(value_node, yaml.SequenceNode):
                place.fields.update({(key, i): position(child) for i, child in enumerate(value_node.value)})
            place.fields[key] = position(value_node)
        return values

    def _is_new_key(self, node: yaml.Node, place: Place) -> bool:
        if not isinstance(node, yaml.ScalarNode):
            message = "A list or a group of keys stands where a key is expected."
            fix = "Write a plain word as the key; put text that begins with a bracket in quotation marks."
            self._add("Y103", node, message, fix)
            return False
        key = str(node.value)
        if key == PLACE_KEY:
            self._add("Y201", node, f"“{key}” is not a key that is known here.", "Take it out.")
            return False
        if key in place.fields:
            line = place.fields[key][0]
            message = f"The key “{key}” is given twice; the first is in line {line}."
            self._add("Y102", node, message, "Keep one of the two.")
            return False
        place.fields[key] = position(node)
        return True

    def _add(self, code: str, node: yaml.Node, message: str, fix: str) -> None:
        where = Location(self.document.path, *position(node))
        self.document.findings.append(Finding(code, Severity.ERROR, where, message, fix))


def _scalar(node: yaml.ScalarNode) -> str | None:
    """None where nothing is written; `~` and `null` are texts like any other, as a source may print them."""
    is_plain = not node.style  # None or "", which depends on the loader
    return None if is_plain and node.value == "" else str(node.value)

"""YAML text to plain values in which text stays text, each mapping knowing its place."""

from dataclasses import dataclass, field
from typing import Any

import yaml

from ragsite.model.base import PLACE_KEY
from ragsite.problems import Finding, Location, Place, Severity

MAX_DEPTH = 40
"""Deeper nesting than any plan needs; a guard against files made to exhaust the reader."""

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_KNOWN_TAGS = "tag:yaml.org,2002:"
_EMPTY = {"", "~", "null", "Null", "NULL"}


@dataclass
class Document:
    """A YAML file as plain values: mappings carry their `Place` under PLACE_KEY, scalars are texts or None."""

    path: str
    data: Any = None
    findings: list[Finding] = field(default_factory=list)
    root: yaml.Node | None = None


def read_yaml(path: str, raw: bytes) -> Document:
    """The document in `raw`; unreadable YAML, repeated keys, aliases and tags become findings, never errors."""
    document = Document(path)
    text = _decode(document, raw)
    if text is None:
        return document
    try:
        document.root = yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        document.findings.append(_syntax_finding(path, error, text))
    except yaml.reader.ReaderError as error:
        document.findings.append(_character_finding(path, error, text))
    except RecursionError:
        document.findings.append(_finding("Y103", Location(path), "The file is nested too deeply.", ""))
    if document.root is not None:
        document.data = _Converter(document).convert(document.root, 0)
    return document


def _decode(document: Document, raw: bytes) -> str | None:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        line = before.count(b"\n") + 1
        column = error.start - (before.rfind(b"\n") + 1) + 1
        document.findings.append(
            _finding(
                "Y104",
                Location(document.path, line, column),
                "The file holds a character that is not UTF-8.",
                "Save the file with the encoding UTF-8.",
            )
        )
        return None


class _Converter:
    """Walks composed nodes once; a node met twice is an alias, which content files may not use."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.seen: set[int] = set()

    def convert(self, node: yaml.Node, depth: int) -> Any:
        if self._is_refused(node, depth):
            return None
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, depth)
        if isinstance(node, yaml.SequenceNode):
            return [self.convert(child, depth + 1) for child in node.value]
        return _scalar(node) if isinstance(node, yaml.ScalarNode) else None

    def _mapping(self, node: yaml.MappingNode, depth: int) -> dict[str, Any]:
        place = Place(self.document.path, *position(node))
        values: dict[str, Any] = {PLACE_KEY: place}
        for key_node, value_node in node.value:
            key = str(key_node.value)
            if key in values:
                self._add("Y102", key_node, f"The key “{key}” is given twice here.", "Keep one of the two.")
                continue
            values[key] = self.convert(value_node, depth + 1)
            place.fields[key] = position(value_node)
            if isinstance(value_node, yaml.SequenceNode):
                place.fields.update({(key, i): position(child) for i, child in enumerate(value_node.value)})
        return {key: value for key, value in values.items() if value is not None}

    def _is_refused(self, node: yaml.Node, depth: int) -> bool:
        if id(node) in self.seen:
            self._add("Y103", node, "A YAML alias (“*name”) is used.", "Write the value out in full.")
            return True
        self.seen.add(id(node))
        if not str(node.tag).startswith(_KNOWN_TAGS):
            self._add("Y103", node, f"The YAML tag “{node.tag}” is used.", "Write the plain value without a tag.")
            return True
        if depth > MAX_DEPTH:
            self._add("Y103", node, "The file is nested too deeply.", f"Keep to {MAX_DEPTH} levels.")
            return True
        return False

    def _add(self, code: str, node: yaml.Node, message: str, fix: str) -> None:
        where = Location(self.document.path, *position(node))
        self.document.findings.append(_finding(code, where, message, fix))


def position(node: yaml.Node) -> tuple[int, int]:
    """Line and column of a node, from 1."""
    return node.start_mark.line + 1, node.start_mark.column + 1


def _scalar(node: yaml.ScalarNode) -> str | None:
    if node.style is None and node.value in _EMPTY:
        return None
    return str(node.value)


def _finding(code: str, where: Location, message: str, fix: str) -> Finding:
    return Finding(code, Severity.ERROR, where, message, fix)


def _syntax_finding(path: str, error: yaml.MarkedYAMLError, text: str) -> Finding:
    mark = error.problem_mark or error.context_mark
    where = Location(path, mark.line + 1, mark.column + 1) if mark else Location(path)
    message, fix = _plainly(str(error.problem or ""), text.splitlines()[where.line - 1 : where.line])
    return _finding("Y101", where, message, fix)


def _plainly(problem: str, line: list[str]) -> tuple[str, str]:
    if "\t" in "".join(line)[:40] and ("token" in problem or "tab" in problem):
        return "This line is indented with a tab.", "Indent with spaces."
    if "mapping values are not allowed" in problem:
        return "This line cannot be read: a colon stands inside the text.", "Put the text in quotation marks."
    if "expected a single document" in problem:
        return "The file holds more than one document (“---”).", "Keep one document in each file."
    if "found unexpected end of stream" in problem or "end of stream" in problem:
        return "A quotation mark or bracket that is opened here or above is never closed.", "Close it."
    return (
        "This place cannot be read as YAML; often the line is indented differently from its neighbours.",
        "Line up this line with those around it, and put text that holds “: ” or “#” in quotation marks.",
    )


def _character_finding(path: str, error: yaml.reader.ReaderError, text: str) -> Finding:
    before = text[: int(error.position)]
    where = Location(path, before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1)
    return _finding("Y104", where, "The file holds a control character.", "Delete it and type the word again.")

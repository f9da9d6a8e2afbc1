"""YAML text to plain values in which text stays text, each mapping knowing its place."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import yaml

from ragsite.content.construction import Path, construct
from ragsite.content.syntax import survey
from ragsite.content.text import read_text
from ragsite.model.base import PLACE_KEY
from ragsite.problems import Finding

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass
class Document:
    """A YAML file as plain values: mappings carry their `Place` under PLACE_KEY, scalars are texts or None.

    A key without a value is left out of `data`; `empty` holds the path to its mapping and the key's name. `text` is
    what the values were read from, empty where nothing could be read.
    """

    path: str
    data: Any = None
    findings: list[Finding] = field(default_factory=list)
    empty: tuple[tuple[Path, str], ...] = ()
    text: str = ""

    @cached_property
    def root(self) -> yaml.Node | None:
        """The nodes of the same values, to say where a fault stands: a file without faults is not composed."""
        root = yaml.compose(self.text, Loader=_LOADER) if self.text else None
        _drop_surplus_keys(root)
        return root


def read_yaml(path: str, raw: bytes) -> Document:
    """The document in `raw`; unreadable YAML, repeated keys, aliases and tags become findings, never errors."""
    document = Document(path)
    text, findings = read_text(path, raw)
    document.findings.extend(findings)
    if text is None:
        return document
    made = construct(path, text)
    if not made.is_plain:
        seen = survey(path, text)
        document.findings.extend(seen.findings)
        if not seen.can_compose:
            return document
    document.findings.extend(made.findings)
    document.data, document.empty, document.text = made.data, made.empty, text
    return document


def position(node: yaml.Node) -> tuple[int, int]:
    """Line and column of a node, from 1."""
    return node.start_mark.line + 1, node.start_mark.column + 1


def _drop_surplus_keys(node: yaml.Node | None) -> None:
    """Takes out of composed nodes what no value was made of: repeated keys, and those that are no keys."""
    children: list[yaml.Node] = node.value if isinstance(node, yaml.SequenceNode) else []
    if isinstance(node, yaml.MappingNode):
        kept: dict[str, tuple[yaml.Node, yaml.Node]] = {}
        for pair in node.value:
            if isinstance(pair[0], yaml.ScalarNode) and pair[0].value != PLACE_KEY:
                kept.setdefault(pair[0].value, pair)
        node.value = list(kept.values())
        children = [value for _, value in node.value]
    for child in children:
        _drop_surplus_keys(child)

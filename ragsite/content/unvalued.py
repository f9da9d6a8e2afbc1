"""Keys without a value: harmless when the key is known, else a mistake that must not vanish."""

from collections.abc import Iterator, Mapping
from typing import Any

import yaml
from pydantic import BaseModel

from ragsite.content.construction import Path
from ragsite.content.fields import keys_at
from ragsite.content.nodes import Document, position
from ragsite.content.wording import owner_at, unknown_key
from ragsite.problems import Finding, Location, Severity


def findings_without_value(
    document: Document, model: type[BaseModel], names: Mapping[str, str]
) -> Iterator[Finding]:
    """A finding (Y201) for each key that is empty and unknown, or that a comma in a text has made (Y209)."""
    for path, key in document.empty:
        known = keys_at(model, path)
        if known is None or key in known:
            continue
        mapping = _node_at(document.root, path)
        index = next(i for i, (node, _) in enumerate(mapping.value) if node.value == key)
        where = Location(document.path, *position(mapping.value[index][0]))
        if mapping.flow_style and index and isinstance(mapping.value[index - 1][1], yaml.ScalarNode):
            code, (message, fix) = "Y209", _comma(mapping.value[index - 1], key)
        else:
            code, (message, fix) = "Y201", unknown_key(key, known)
        owner = owner_at(document, path, names)
        yield Finding(code, Severity.ERROR, where, f"{owner}: {message}" if owner else message, fix)


def _comma(before: tuple[yaml.Node, yaml.Node], key: str) -> tuple[str, str]:
    name, value = before[0].value, before[1].value
    message = f"The comma ends “{name}: {value}”, so “{key}” is read as a key of its own."
    return message, f"Put the whole text in quotation marks: {name}: \"{value}, {key}\""


def _node_at(node: Any, path: Path) -> Any:
    for part in path:
        if isinstance(part, int):
            node = node.value[part]
        else:
            node = next(value for key, value in node.value if key.value == part)
    return node

"""One content file to one typed model; what cannot be read is left out, told, and the rest still read."""

from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import yaml

from pydantic import ValidationError

from ragsite.content.nodes import Document, read_yaml
from ragsite.content.wording import findings_from
from ragsite.model.base import PLACE_KEY, Record
from ragsite.problems import Finding, Location, Severity

Model = TypeVar("Model", bound=Record)

MAX_ROUNDS = 12
"""How often a faulty part is taken out before the file is given up."""


@dataclass(frozen=True)
class Read(Generic[Model]):
    """What a file holds: its model (None when nothing could be saved), the findings, every id written in it."""

    model: Model | None
    findings: tuple[Finding, ...]
    ids: frozenset[str]


def read_record(path: str, raw: bytes, model: type[Model]) -> Read[Model]:
    """The record in `raw`. Faulty parts are dropped after being told, so that checks can still see the rest."""
    document = read_yaml(path, raw)
    if not isinstance(document.data, dict):
        return Read(None, (*document.findings, *_not_a_mapping(document)), frozenset())
    ids = frozenset(_ids_in(document.data))
    findings = list(document.findings)
    for number in range(MAX_ROUNDS):
        try:
            return Read(model.model_validate(document.data), tuple(findings), ids)
        except ValidationError as error:
            findings.extend(findings_from(document, model, error, with_missing=number == 0))
            _drop(document, error)
    return Read(None, tuple(findings), ids)


def _not_a_mapping(document: Document) -> tuple[Finding, ...]:
    if document.findings:
        return ()
    return (
        Finding(
            "Y105",
            Severity.ERROR,
            Location(document.path),
            "The file is empty or does not begin with a key.",
            "Begin with a line such as “id: …”; docs/reference/content-files.md shows each file.",
        ),
    )


def _ids_in(value: Any) -> set[str]:
    if isinstance(value, list):
        return {found for entry in value for found in _ids_in(entry)}
    if not isinstance(value, dict):
        return set()
    own = {value["id"]} if isinstance(value.get("id"), str) else set()
    return own | {found for key, child in value.items() if key != PLACE_KEY for found in _ids_in(child)}


def _drop(document: Document, error: ValidationError) -> None:
    doomed = {_doomed(document.data, problem) for problem in error.errors(include_url=False)}
    for path in sorted(doomed, key=_by_depth, reverse=True):
        if path:
            _remove(document.data, path)
            _remove_node(document.root, path)


def _by_depth(path: tuple[Any, ...]) -> tuple[int, tuple[str, ...]]:
    return len(path), tuple(f"{part:09d}" if isinstance(part, int) else part for part in path)


def _doomed(data: Any, problem: Any) -> tuple[Any, ...]:
    """The part to take out: the faulty value, or the nearest list entry when a required value is missing."""
    path = _existing(data, problem["loc"])
    if problem["type"] != "missing":
        return path
    while path and not isinstance(path[-1], int):
        path = path[:-1]
    return path


def _existing(data: Any, location: tuple[Any, ...]) -> tuple[Any, ...]:
    path: tuple[Any, ...] = ()
    for part in location:
        try:
            data = data[part]
        except (KeyError, IndexError, TypeError):
            break
        path = (*path, part)
    return path


def _remove(data: Any, path: tuple[Any, ...]) -> None:
    for part in path[:-1]:
        data = data[part]
    if isinstance(data, dict):
        data.pop(path[-1], None)
    else:
        data.pop(path[-1])


def _remove_node(node: yaml.Node | None, path: tuple[Any, ...]) -> None:
    for part in path[:-1]:
        if isinstance(node, yaml.MappingNode):
            node = next((value for key, value in node.value if key.value == part), None)
        elif isinstance(node, yaml.SequenceNode):
            node = node.value[part]
    if isinstance(node, yaml.MappingNode):
        node.value = [pair for pair in node.value if pair[0].value != path[-1]]
    elif isinstance(node, yaml.SequenceNode):
        node.value = [entry for index, entry in enumerate(node.value) if index != path[-1]]

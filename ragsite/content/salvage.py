"""What is left of a file when its faulty parts are taken out, so that one fault does not hide the others."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import yaml
from pydantic import BaseModel

from ragsite.content.fields import field_at, is_id, words_of
from ragsite.content.nodes import Document
from ragsite.model.base import PLACE_KEY, UNREAD
from ragsite.problems import nearest

Problem = Mapping[str, Any]
Path = tuple[Any, ...]


class Salvage:
    """Mends a document in place; knows what it took out, so that consequences are not told as faults."""

    def __init__(self, document: Document, model: type[BaseModel]) -> None:
        self.document = document
        self.model = model
        self.left_out: set[str] = set()
        self.made_ids: set[str] = set()
        self._wounded: dict[int, tuple[yaml.Node, set[Any]]] = {}

    def is_fresh(self, problem: Problem) -> bool:
        """False for a problem that only exists because something was taken out before."""
        location = _plain(problem)
        path = _existing(self.document.data, location)
        node = _node_at(self.document.root, path)
        _, lost = self._wounded.get(id(node), (None, set()))
        return not lost or (problem["type"] == "missing" and location[-1] not in lost)

    def mend(self, problems: Iterable[Problem]) -> bool:
        """Replaces faulty values by stand-ins where that is safe, takes the others out; False when stuck."""
        doomed: set[Path] = set()
        mended = False
        for problem in problems:
            location = _plain(problem)
            if self._stands_in(location, problem):
                mended = True
                continue
            path = _existing(self.document.data, location)
            doomed.add(path)
        doomed.discard(())
        for path in sorted(doomed, key=_by_depth, reverse=True):
            self._take_out(path)
        return mended or bool(doomed)

    def _stands_in(self, location: Path, problem: Problem) -> bool:
        """A stand-in keeps an entry whose title, id or kind is at fault, and with it all that hangs on it."""
        field = field_at(self.model, location)
        if not location or field is None or not isinstance(location[-1], str):
            return False
        parent = _existing(self.document.data, location[:-1])
        if len(parent) != len(location) - 1:
            return False
        value = self._stand_in(field, location, problem)
        if value is None:
            return False
        owner = _value_at(self.document.data, parent)
        if not isinstance(owner, dict) or owner.get(location[-1]) == value:
            return False
        owner[location[-1]] = value
        self.left_out.add(_dotted(location))
        return True

    def _stand_in(self, field: Any, location: Path, problem: Problem) -> Any:
        if is_id(field):
            self.made_ids.add(UNREAD)
            return UNREAD
        if not field.is_required():
            return None
        if field.annotation is str:
            return f"(no {location[-1].replace('_', ' ')})"
        if words := words_of(field):
            near = nearest(str(problem["input"]), words) if problem["type"] == "enum" else ""
            return near or (words[0] if len(location) == 1 else None)
        return {"basis": "not stated"} if location == ("as_at",) else None

    def _take_out(self, path: Path) -> None:
        self._wound(path)
        self.left_out.add(_dotted(path))
        owner = _value_at(self.document.data, path[:-1])
        owner.pop(path[-1])
        if isinstance(owner, list):
            _close_gap(self.document.data, path)
        _remove_node(_node_at(self.document.root, path[:-1]), path[-1])

    def _wound(self, path: Path) -> None:
        node = _node_at(self.document.root, path[:-1])
        if node is not None:
            self._wounded.setdefault(id(node), (node, set()))[1].add(path[-1])


def independent(problems: Sequence[Problem]) -> list[Problem]:
    """Without lists that are too short only because an entry of theirs is at fault."""
    locations = [_plain(problem) for problem in problems]
    return [
        problem
        for problem, here in zip(problems, locations, strict=True)
        if problem["type"] != "too_short" or not any(_is_below(location, here) for location in locations)
    ]


def _is_below(location: Path, here: Path) -> bool:
    return len(location) > len(here) and location[: len(here)] == here


def _plain(problem: Problem) -> Path:
    return tuple(part for part in problem["loc"] if part != PLACE_KEY)


def _dotted(path: Path) -> str:
    return ".".join(part for part in path if isinstance(part, str))


def _by_depth(path: Path) -> tuple[int, tuple[str, ...]]:
    return len(path), tuple(f"{part:09d}" if isinstance(part, int) else part for part in path)


def _existing(data: Any, location: Path) -> Path:
    """As much of a location as leads to something that is there."""
    path: Path = ()
    for part in location:
        is_key = isinstance(data, dict) and part in data
        is_index = isinstance(data, list) and isinstance(part, int) and part < len(data)
        if not (is_key or is_index):
            break
        data = data[part]
        path = (*path, part)
    return path


def _value_at(data: Any, path: Path) -> Any:
    for part in path:
        data = data[part]
    return data


def _close_gap(data: Any, path: Path) -> None:
    """Moves the places of a list's later entries up by one, as the entries have moved."""
    if len(path) < 2 or not isinstance(owner := _value_at(data, path[:-2]), dict):
        return
    key, index = path[-2], path[-1]
    fields = owner[PLACE_KEY].fields
    places = [fields[key, number] for number in range(_length(fields, key)) if number != index]
    for number in range(_length(fields, key)):
        fields.pop((key, number))
    fields.update({(key, number): place for number, place in enumerate(places)})


def _length(fields: Mapping[Any, Any], key: str) -> int:
    return sum(isinstance(known, tuple) and known[0] == key for known in fields)


def _node_at(node: Any, path: Path) -> Any:
    for part in path:
        if isinstance(node, yaml.MappingNode):
            node = next((value for key, value in node.value if key.value == part), None)
        elif isinstance(node, yaml.SequenceNode) and part < len(node.value):
            node = node.value[part]
        else:
            return None
    return node


def _remove_node(owner: Any, part: Any) -> None:
    if isinstance(owner, yaml.MappingNode):
        owner.value = [pair for pair in owner.value if pair[0].value != part]
    elif isinstance(owner, yaml.SequenceNode):
        owner.value = [entry for index, entry in enumerate(owner.value) if index != part]

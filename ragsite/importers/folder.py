"""A plan's folder as it is being changed: files are read once, changed in memory, and written together."""

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from pathlib import Path
from typing import Any

from ragsite.importers import write
from ragsite.model.items import Item
from ragsite.model.reports import Update

_ORDERS = {"items": tuple(Item.model_fields), "updates": tuple(Update.model_fields)}
_SCHEMA = "# yaml-language-server: $schema={}/.schema/{}.json\n"


class PlanFolder:
    """The files of one plan; `texts` gives those that differ from what is on disk."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.is_new = not (path / "plan.yml").is_file()
        self.plan: Any = self._open("plan.yml")
        self.items: Any = self._open("items.yml")
        self.evidence: Any = self._open("evidence.yml")
        self.reports: dict[str, Any] = {one.stem: self._read(one) for one in sorted((path / "reports").glob("*.yml"))}

    def walk(self) -> Iterator[tuple[Any, Any, int]]:
        """Every item of the tree: it, the list it stands in, and its depth from 0."""
        yield from _walk(self.items.get("items") or [], 0) if self.items else ()

    def updates_of(self, report: str) -> dict[str, Any]:
        """The updates of a report by the id of their item."""
        return {str(one["item"]): one for one in self.reports[report].get("updates") or ()}

    def texts(self) -> dict[str, str]:
        """The new text of each file that has changed, by its path in the folder."""
        made = {name: _SCHEMA.format("../..", name[:-4]) for name in ("plan.yml", "items.yml", "evidence.yml")}
        documents = {"plan.yml": self.plan, "items.yml": self.items, "evidence.yml": self.evidence}
        for key, document in self.reports.items():
            made[f"reports/{key}.yml"] = _SCHEMA.format("../../..", "report")
            documents[f"reports/{key}.yml"] = document
        texts = {name: self._text(name, document, made[name]) for name, document in documents.items() if document}
        return {name: text for name, text in sorted(texts.items()) if text != self._old(name)}

    def _open(self, name: str) -> Any:
        path = self.path / name
        return self._read(path) if path.is_file() else {}

    def _read(self, path: Path) -> Any:
        return write.read(path.read_bytes().decode("utf-8-sig"))

    def _text(self, name: str, document: Mapping[str, Any], head: str) -> str:
        old = self._old(name)
        place = (self.path / name).as_posix()
        return head + write.new_text(document) if old is None else write.changed_text(place, old, document)

    def _old(self, name: str) -> str | None:
        path = self.path / name
        return path.read_bytes().decode("utf-8-sig") if path.is_file() else None


def put(holder: dict[str, Any], key: str, plain: Any, *, kind: str) -> None:
    """Sets a key of an item or update; a new key takes its place in the order of the format."""
    order = _ORDERS[kind]
    place = sum(order.index(known) < order.index(key) for known in holder if known in order)
    insert(holder, place, key, plain)


def insert(holder: dict[str, Any], place: int, key: str, plain: Any) -> None:
    """Sets a key of a mapping; a new key becomes the one at `place`."""
    if key in holder:
        holder[key] = deepcopy(plain)
        return
    pairs = list(holder.items())
    pairs.insert(place, (key, deepcopy(plain)))
    holder.clear()
    holder.update(pairs)


def ordered(plain: Mapping[str, Any], kind: str) -> dict[str, Any]:
    """A mapping with its keys in the order of the format, empty ones left out."""
    order = _ORDERS[kind]
    return {
        key: plain[key]
        for key in sorted(plain, key=order.index)
        if plain[key] not in (None, "", [], {}) or key == "rating"
    }


def append(holder: dict[str, Any], key: str, made: Any) -> None:
    """Adds an entry at the end of a list, which is made where there is none."""
    if not holder.get(key):
        holder[key] = []
    holder[key].append(made)


def _walk(items: Sequence[Any], depth: int) -> Iterator[tuple[Any, Any, int]]:
    for item in items:
        yield item, items, depth
        yield from _walk(item.get("items") or [], depth + 1)

"""Where a new item stands in the tree: under the headings of its row, else beside the item before it."""

from collections.abc import Sequence
from typing import Any

from ragsite.importers.entries import Entry
from ragsite.importers.fields import plain_key
from ragsite.importers.folder import append
from ragsite.importers.merge import Merge
from ragsite.model.base import as_id


class Placing:
    """Adds items to the tree of a merge; `last` is the item of the row before, empty at first."""

    def __init__(self, merge: Merge, structure: Sequence[Any]) -> None:
        self.merge = merge
        self.rated = [str(level.get("rated", "true")).casefold() != "false" for level in structure]
        self.last = ""

    def add(self, entry: Entry, item: str) -> None:
        """A new item, with the levels above it that are not there yet."""
        self.merge.add_item(entry, item, self._holder(entry))

    def rated_items(self) -> frozenset[str]:
        """The ids of the items on levels that carry ratings."""
        walked = self.merge.folder.walk()
        return frozenset(str(item["id"]) for item, _, depth in walked if self.rated[min(depth, len(self.rated) - 1)])

    def _holder(self, entry: Entry) -> Any:
        holder = self.merge.folder.items
        if entry.parents:
            for _, title in entry.parents:
                holder = self._parent(holder, title)
            return holder
        depth = self.rated.index(True) if True in self.rated else 0
        if not depth:
            return holder
        path = self._path(self.last) or self._last_path(depth)
        return path[depth - 1] if len(path) >= depth else self._filled(holder, path, depth)

    def _parent(self, holder: Any, title: str) -> Any:
        for known in holder.get("items") or ():
            if plain_key(str(known["title"])) == plain_key(title):
                return known
        made = {
            "id": self._free(as_id(plain_key(title))[:40].strip("-") or "part"),
            "ref_basis": "none",
            "title": title,
        }
        append(holder, "items", made)
        self.merge.items[str(made["id"])] = made
        return made

    def _free(self, wanted: str) -> str:
        taken = {key.casefold() for key in self.merge.items}
        if wanted.casefold() not in taken:
            return wanted
        return next(f"{wanted}-{number}" for number in range(2, len(taken) + 3) if f"{wanted}-{number}" not in taken)

    def _path(self, item: str) -> list[Any]:
        """The items above one, from the top."""
        return self._search(self.merge.folder.items, item) or []

    def _search(self, holder: Any, item: str) -> list[Any] | None:
        for child in holder.get("items") or ():
            if str(child["id"]) == item:
                return []
            found = self._search(child, item)
            if found is not None:
                return [child, *found]
        return None

    def _last_path(self, depth: int) -> list[Any]:
        path: list[Any] = []
        holder = self.merge.folder.items
        while len(path) < depth and holder.get("items"):
            holder = holder["items"][-1]
            path.append(holder)
        return path

    def _filled(self, holder: Any, path: list[Any], depth: int) -> Any:
        for _ in range(depth - len(path)):
            holder = self._parent(path[-1] if path else holder, "New items")
            path = [*path, holder]
        return holder

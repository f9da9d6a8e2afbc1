"""Which item of the plan each row of a tracker is: by id, by a stored match, by title, else a proposed match."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from ragsite.importers.entries import Entry
from ragsite.importers.fields import plain_key
from ragsite.importers.remarks import About, Remark
from ragsite.model.base import as_id
from ragsite.model.items import Item

ALIKE = 0.86
"""How much two titles have in common (0 to 1) when one is proposed for the other."""

_NOISE = frozenset(
    ["a", "an", "and", "the", "of", "for", "to", "in", "on", "programme", "project", "scheme", "action", "phase"]
)


@dataclass
class Matches:
    """The id of each entry's item, in the order of the entries; `stored` is what is to be remembered by title."""

    ids: list[str]
    stored: dict[str, str] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)


def match(entries: Sequence[Entry], items: Sequence[Item], stored: Mapping[str, str]) -> Matches:
    """The item of each entry; an entry that matches none gets a new id, free and stable.

    `stored` are earlier matches: the words by which a row without an id is known (see `_keys`), and its item's id.
    """
    search = _Search(entries, items, stored)
    found: list[str] = ["" for _ in entries]
    made = Matches(found)
    for step in (search.by_id, search.by_stored, search.by_title):
        for number in range(len(entries)):
            if not found[number]:
                search.take(found, number, step(number))
    _propose(entries, search, found, made)
    for number in sorted(range(len(entries)), key=search.has_own_id, reverse=True):
        entry = entries[number]
        if not found[number]:
            search.take(found, number, search.new_id(number))
            if entry.id and found[number].casefold() != entry.id.casefold():
                made.remarks.append(_renamed(entry, found[number]))
        if not search.has_own_id(number):
            made.stored[search.keys[number]] = found[number]
    return made


class _Search:
    """What the rows of a tracker can be looked up by; what was taken is not given twice."""

    def __init__(self, entries: Sequence[Entry], items: Sequence[Item], stored: Mapping[str, str]) -> None:
        self.entries = entries
        self.known = {item.id.casefold(): item.id for item in items}
        self.known |= {old.casefold(): item.id for item in items for old in item.renamed_from}
        self.items = {item.id: item for item in items}
        self.refs = _unique((item.ref.casefold(), item.id) for item in items if item.ref)
        self.titles = _unique((plain_key(title), item.id) for item in items for title in _titles(item))
        self.stored = stored
        self.taken: set[str] = set()
        self.keys = _keys(entries)
        self.id_counts = Counter(entry.id.casefold() for entry in entries)
        self.title_counts = Counter(plain_key(entry.title) for entry in entries)

    def take(self, found: list[str], number: int, item: str) -> None:
        """Gives an item to an entry, unless another has it."""
        if item and item.casefold() not in self.taken:
            found[number] = item
            self.taken.add(item.casefold())

    def has_own_id(self, number: int) -> bool:
        """Whether an entry has an id that no other entry has."""
        return bool(self.entries[number].id) and self.id_counts[self.entries[number].id.casefold()] == 1

    def by_id(self, number: int) -> str:
        """The item with the entry's id or reference; of entries that share one, the one with its title."""
        entry = self.entries[number]
        item = (self.known.get(entry.id.casefold()) or self.refs.get(entry.ref.casefold(), "")) if entry.id else ""
        if not item or self.has_own_id(number) or plain_key(entry.title) in map(plain_key, _titles(self.items[item])):
            return item
        return ""

    def by_stored(self, number: int) -> str:
        """The item that the row was matched with before."""
        item = "" if self.has_own_id(number) else self.stored.get(self.keys[number], "")
        return item if item in self.items else ""

    def by_title(self, number: int) -> str:
        """The one item with the entry's title, now or formerly, when no other entry has that title."""
        key = plain_key(self.entries[number].title)
        is_told = self.keys[number] in self.stored
        return "" if self.has_own_id(number) or is_told or self.title_counts[key] > 1 else self.titles.get(key, "")

    def new_id(self, number: int) -> str:
        """A free id for a new item: the one that a person wrote into the matches, its own, or one from its title."""
        entry = self.entries[number]
        told = self.stored.get(self.keys[number], "")
        if told and self._is_free(told):
            return told
        wanted = entry.id or as_id(entry.ref) or _slug(entry.title) or "item"
        if self._is_free(wanted):
            return wanted
        parent = _slug(entry.parents[-1][1]) if entry.parents else ""
        if parent and self._is_free(f"{parent}-{wanted}"):
            return f"{parent}-{wanted}"
        return next(
            one
            for count in range(2, len(self.entries) + len(self.known) + 3)
            if self._is_free(one := f"{wanted}-{count}")
        )

    def _is_free(self, key: str) -> bool:
        return key.casefold() not in self.known and key.casefold() not in self.taken


def _propose(entries: Sequence[Entry], search: _Search, found: list[str], made: Matches) -> None:
    free = [item for item in search.items.values() if item.id.casefold() not in search.taken and not item.items]
    for number, entry in enumerate(entries):
        if found[number] or entry.id or not entry.title or search.keys[number] in search.stored:
            continue
        near = sorted(((likeness(entry.title, item.title), item.id) for item in free), reverse=True)[:2]
        if not near or near[0][0] < ALIKE or (len(near) > 1 and near[1][0] > near[0][0] - 0.05):
            continue
        item = near[0][1]
        search.take(found, number, item)
        text = (
            f"“{entry.title}” is taken for “{search.items[item].title}” ({item}), as their titles are alike."
            " If it is another item, correct it in the file of matches and import again."
        )
        made.remarks.append(Remark(About.MATCH, text, entry.where))


def _keys(entries: Sequence[Entry]) -> list[str]:
    """The words by which each row is known when it has no id: the headings above it, its title, its number if any."""
    made: list[str] = []
    counts: Counter[str] = Counter()
    for entry in entries:
        words = " ".join([*(title for _, title in entry.parents), entry.title or entry.ref])
        key = plain_key(words) or "".join(words.split()) or "untitled"
        counts[key] += 1
        made.append(f"{key} ({counts[key]})" if counts[key] > 1 else key)
    return made


def likeness(one: str, other: str) -> float:
    """How alike two titles are, from 0 to 1; titles with different numbers are not alike (Phase 1, Phase 2)."""
    first, second = plain_key(one).split(), plain_key(other).split()
    if _numbers(first) != _numbers(second):
        return 0.0
    core = [[word for word in words if word not in _NOISE] for words in (first, second)]
    if core[0] == core[1] and core[0]:
        return 0.99
    return SequenceMatcher(None, " ".join(first), " ".join(second), autojunk=False).ratio()


def _numbers(words: Iterable[str]) -> list[str]:
    return sorted(word for word in words if re.search(r"\d", word) or re.fullmatch(r"[ivx]+|[a-d]", word))


def _titles(item: Item) -> tuple[str, ...]:
    return (item.title, *(one.title for one in item.former_titles))


def _unique(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """What each key stands for, keys that stand for several left out."""
    found: dict[str, set[str]] = {}
    for key, item in pairs:
        found.setdefault(key, set()).add(item)
    return {key: next(iter(items)) for key, items in found.items() if len(items) == 1 and key}


def _slug(title: str) -> str:
    """A short id of a title: its first words, cut at 40 signs."""
    words = as_id(plain_key(title)).split("-")
    kept: list[str] = []
    for word in words:
        if len("-".join([*kept, word])) > 40 or len(kept) > 6:
            break
        kept.append(word)
    return "-".join(kept) or words[0][:40]


def _renamed(entry: Entry, item: str) -> Remark:
    text = f"The id “{entry.ref or entry.id}” is given to another item already; “{entry.title}” gets the id “{item}”."
    return Remark(About.CONFLICT, text, entry.where)

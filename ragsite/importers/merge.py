"""Entries of a tracker into a plan's folder: nothing deleted, nothing changed that the tracker did not change."""

from collections.abc import Mapping as Dict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from ragsite.importers.dates import is_same_date
from ragsite.importers.entries import Entry, Piece
from ragsite.importers.fields import plain_key
from ragsite.importers.folder import PlanFolder, append, ordered, put
from ragsite.importers.memory import Memory, digest
from ragsite.importers.remarks import About, Remark
from ragsite.importers.titles import Titles
from ragsite.model.base import as_id

ITEMS = "items"
"""Under this name the memory holds what the tracker last said of items, whatever the report."""

WORDS = {
    "due": "target date",
    "key_risks": "key risks",
    "next_steps": "next steps",
    "rating_reason": "reason for the rating",
}


@dataclass
class Changes:
    """What an import changes; ids of items, those of ratings and dates by report."""

    new: list[str] = field(default_factory=list)
    renamed: list[str] = field(default_factory=list)
    ratings: dict[str, list[str]] = field(default_factory=dict)
    dates: dict[str, list[str]] = field(default_factory=dict)
    texts: dict[str, int] = field(default_factory=dict)
    closed: list[str] = field(default_factory=list)
    reopened: list[str] = field(default_factory=list)


class Merge:
    """Writes entries into a folder. `order` holds the ids of all reports, those of this import among them."""

    def __init__(self, folder: PlanFolder, memory: Memory, order: Sequence[str], *, file_name: str) -> None:
        self.folder = folder
        self.memory = memory
        self.order = {key: number for number, key in enumerate(order)}
        self.file_name = file_name
        self.items = {str(item["id"]): item for item, _, _ in folder.walk()}
        self.updates = {key: folder.updates_of(key) for key in order}
        self.before = {key: {item: one.get("rating") for item, one in self.updates[key].items()} for key in order}
        self.changes = Changes()
        self.remarks: list[Remark] = []

    def apply(self, entry: Entry, item: str, editions: Sequence[str]) -> None:
        """One entry, whose item exists already or has just been added."""
        is_new = item in self.changes.new
        editions = sorted(editions, key=self.order.__getitem__)
        was_in = self.present(item)
        if not is_new:
            self._apply_item(entry, item, editions, was_in=was_in)
        else:
            for key, plain in {"title": entry.title, **entry.item}.items():
                self.memory.keep(ITEMS, item, key, plain)
        for edition in editions:
            self.memory.keep(edition, item, "title", entry.title)
            self._apply_update(entry, item, edition)
        for edition in sorted(entry.dues, key=self.order.__getitem__):
            self._apply_due(entry, item, edition, was_in=was_in)

    def present(self, item: str) -> list[str]:
        """The reports that have an update for an item, in their order."""
        return [key for key in self.order if item in self.updates[key]]

    def _apply_item(self, entry: Entry, item: str, editions: Sequence[str], *, was_in: Sequence[str]) -> None:
        latest = editions[-1]
        if any(self.order[key] > self.order[latest] for key in was_in):
            standing = Titles(self.items[item], self.order).in_report(latest)
            if entry.title and self._is_news(latest, item, "title", entry.title, standing, entry.where):
                self._rename(item, entry.title, editions, was_in=was_in)
            return
        for key, plain in {"title": entry.title, **entry.item}.items():
            if not plain or not self._is_news(ITEMS, item, key, plain, self.items[item].get(key), entry.where):
                continue
            if key == "title":
                self._rename(item, entry.title, editions, was_in=was_in)
            else:
                put(self.items[item], key, plain, kind="items")
                self._count_text(key)

    def _rename(self, item: str, title: str, editions: Sequence[str], *, was_in: Sequence[str]) -> None:
        titles = Titles(self.items[item], self.order)
        named = {key: titles.in_report(key) for key in was_in}
        named |= {key: title for key in editions if key not in was_in or key == editions[-1]}
        current, former = Titles.written(named, self.order)
        if former:
            put(self.items[item], "former_titles", former, kind="items")
        elif "former_titles" in self.items[item]:
            del self.items[item]["former_titles"]
        self.items[item]["title"] = current
        self.changes.renamed.append(item)

    def _apply_update(self, entry: Entry, item: str, edition: str) -> None:
        found = self.updates[edition].get(item)
        said = dict(entry.updates.get(edition, {}))
        pieces = self._evidence(entry.evidence.get(edition, ()))
        if found is None:
            said.setdefault("rating", {"printed": "", "reason": "The tracker has no rating for this report."})
            self.add_update(edition, item, ordered({"item": item, **said, "evidence": pieces}, "updates"))
            for key, plain in said.items():
                self.memory.keep(edition, item, key, plain)
            return
        for key, plain in said.items():
            if self._is_news(edition, item, key, plain, found.get(key), entry.where):
                put(found, key, plain, kind="updates")
                if key != "rating":
                    self._count_text(key)
        known = [str(one) for one in found.get("evidence") or ()]
        if added := [one for one in pieces if one not in known]:
            put(found, "evidence", [*known, *added], kind="updates")
            self._count_text("evidence")
        self._tell_blanks(entry, item, edition, said)

    def _is_news(self, scope: str, item: str, key: str, said: Any, written: Any, where: str) -> bool:
        """Whether a value is to be written: it differs from the last import, and nobody has changed it by hand."""
        last = self.memory.last(scope, item, key)
        now = digest(said)
        if last == now:
            return False
        if written == said:
            self.memory.keep(scope, item, key, said)
            return False
        if last and written is not None and digest(written) != last:
            text = (
                f"{self._named(item)}: the {WORDS.get(key, key)} was changed by hand since the last import,"
                " and the tracker has changed too. The hand-written one stays:"
                f" {_shown(written)}. The tracker has {_shown(said)}."
            )
            self.remarks.append(Remark(About.CONFLICT, text, where))
            return False
        self._tell_other_file(scope, item, key, said, written, where)
        self.memory.keep(scope, item, key, said)
        return True

    def _tell_other_file(self, scope: str, item: str, key: str, said: Any, standing: Any, where: str) -> None:
        others = sorted(
            name for name, told in self.memory.files.items() if name != self.file_name and scope in told["reports"]
        )
        if standing is not None and scope != ITEMS and others:
            what = f"{WORDS.get(key, key)} for {scope}"
            text = (
                f"{self._named(item)}: {', '.join(others)} gave {_shown(standing)} as {what};"
                f" {self.file_name} gives {_shown(said)}, which was written."
            )
            self.remarks.append(Remark(About.CONFLICT, text, where))

    def _tell_blanks(self, entry: Entry, item: str, edition: str, said: Dict[str, Any]) -> None:
        known = set(self.memory.seen.get(edition, {}).get(item, {}))
        for key in sorted(known - set(said) - {"due", "rating", "title"}):
            what = WORDS.get(key, key)
            text = f"{self._named(item)}: the {what} is blank in the tracker now; what it said before is kept."
            self.remarks.append(Remark(About.CONFLICT, text, entry.where))

    def _apply_due(self, entry: Entry, item: str, edition: str, *, was_in: Sequence[str]) -> None:
        due, move = entry.dues[edition], entry.moves.get(edition, {})
        if self.memory.last(edition, item, "due") == digest([due, move]):
            return
        self.memory.keep(edition, item, "due", [due, move])
        earlier = [key for key in self.present(item) if self.order[key] < self.order[edition]]
        dated = [key for key in earlier if self.updates[key][item].get("due")]
        standing = self.updates[dated[-1]][item]["due"].get("date") if dated else self.items[item].get("due")
        if not earlier or (standing is None and item in self.changes.new):
            self._put_first_due(item, due, edition, was_in=was_in)
        elif standing is None or not is_same_date(standing, due) or "due" in self.updates[edition][item]:
            put(self.updates[edition][item], "due", {"date": due, **move}, kind="updates")
            self.changes.dates.setdefault(edition, []).append(item)
            self._keep_later_due(item, standing, edition)

    def _keep_later_due(self, item: str, standing: Any, edition: str) -> None:
        """The next report goes on saying what it said: the date that was in force there before this one came."""
        later = [key for key in self.present(item) if self.order[key] > self.order[edition]]
        if standing is None or not later or not self.memory.last(later[0], item, "due"):
            return
        if "due" not in self.updates[later[0]][item]:
            put(self.updates[later[0]][item], "due", {"date": standing}, kind="updates")

    def _put_first_due(self, item: str, due: Any, edition: str, *, was_in: Sequence[str]) -> None:
        holder = self.items[item]
        standing = holder.get("due")
        if standing == due:
            return
        later = [key for key in was_in if self.order[key] > self.order[edition]]
        if standing is not None and later and edition not in was_in and not is_same_date(standing, due):
            following = self.updates[later[0]][item]
            if "due" not in following:
                put(following, "due", {"date": standing}, kind="updates")
        put(holder, "due", due, kind="items")
        if standing is not None:
            self.changes.dates.setdefault(edition, []).append(item)

    def _evidence(self, pieces: Sequence[Piece]) -> list[str]:
        return [self._piece(piece) for piece in pieces]

    def _piece(self, piece: Piece) -> str:
        register = self.folder.evidence.get("evidence") or []
        for known in register:
            is_same = str(known.get("link") or "") == piece.link if piece.link else not known.get("link")
            if is_same and (piece.link or plain_key(str(known["title"])) == plain_key(piece.title)):
                return str(known["id"])
        taken = {str(known["id"]).casefold() for known in register}
        wanted = as_id(plain_key(piece.title))[:50].strip("-") or "evidence"
        key = next(
            one
            for number in range(1, len(taken) + 3)
            if (one := wanted if number == 1 else f"{wanted}-{number}") not in taken
        )
        kind = "document" if piece.link else "other"
        made = {
            "id": key,
            "title": piece.title or piece.link,
            "kind": kind,
            **({"link": piece.link} if piece.link else {}),
        }
        append(self.folder.evidence, "evidence", made)
        return key

    def add_item(self, entry: Entry, item: str, holder: Any) -> None:
        """A new item at the end of a list of items."""
        ref = {"ref": entry.ref} if entry.ref else {"ref_basis": "none"}
        made = ordered({"id": item, **ref, "title": entry.title or entry.ref, **entry.item}, "items")
        append(holder, "items", made)
        self.items[item] = made
        self.changes.new.append(item)

    def add_update(self, report: str, item: str, plain: Dict[str, Any]) -> None:
        """A new update at the end of a report."""
        made = dict(plain)
        self.updates[report][item] = made
        append(self.folder.reports[report], "updates", made)

    def _count_text(self, key: str) -> None:
        self.changes.texts[key] = self.changes.texts.get(key, 0) + 1

    def _named(self, item: str) -> str:
        return f"“{self.items[item]['title']}” ({item})"


def _shown(plain: Any) -> str:
    if isinstance(plain, Dict):
        plain = " ".join(str(plain.get("printed") or plain.get("reason")).split())
    text = plain if isinstance(plain, str) else "; ".join(map(str, plain))
    return f"“{text if len(text) <= 80 else text[:79] + '…'}”"

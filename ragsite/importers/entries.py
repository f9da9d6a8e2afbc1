"""One record of a tracker as one entry of the plan: what it says of the item, and what of it in each report."""

import re
from collections.abc import Mapping as Dict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from ragsite.importers.dates import read_date_cell
from ragsite.importers.editions import Edition
from ragsite.importers.fields import plain_key
from ragsite.importers.mapping import Mapping
from ragsite.importers.passages import URL, read_passages, short_title, without_details
from ragsite.importers.people import EMAIL, read_owners
from ragsite.importers.ratings import RatingReader
from ragsite.importers.records import Record
from ragsite.importers.remarks import About, Remark
from ragsite.importers.tables import Cell
from ragsite.model.base import ID_PATTERN

ITEM_PROSE = ("text", "aim", "success")
UPDATE_PROSE = ("progress", "developments", "key_risks", "next_steps", "risks", "evaluation", "decision")
UPDATE_TEXTS = ("status", "rating_reason")
OWNERS = ("lead", "responsible", "owner")


@dataclass(frozen=True)
class Piece:
    """A piece of evidence that a cell names: its title, and its link where there is one."""

    title: str
    link: str = ""


@dataclass
class Entry:
    """What one record says. `parents` are (kind, title) from the top; `dues` and `updates` are by report."""

    where: str
    id: str
    ref: str
    title: str
    parents: tuple[tuple[str, str], ...] = ()
    item: dict[str, Any] = field(default_factory=dict)
    updates: dict[str, dict[str, Any]] = field(default_factory=dict)
    dues: dict[str, Any] = field(default_factory=dict)
    moves: dict[str, dict[str, str]] = field(default_factory=dict)
    evidence: dict[str, tuple[Piece, ...]] = field(default_factory=dict)


class Reader:
    """Reads records by a mapping; everything that is not plainly understood becomes a remark."""

    def __init__(
        self, mapping: Mapping, editions: Sequence[Edition], ratings: RatingReader, orders: Dict[str, str]
    ) -> None:
        self.mapping = mapping
        self.editions = editions
        self.ratings = ratings
        self.orders = orders
        self.remarks: list[Remark] = []

    def read(self, record: Record) -> Entry:
        """The entry of a record."""
        used = self.mapping.columns.used
        printed = self._first(record, used.get("id", ()), "id")
        ref = self._first(record, used.get("ref", ()), "reference") or printed
        item = self._item(record, used)
        made = Entry(record.where, _as_id(printed), ref, self._title(record, used, item), self._parents(record), item)
        for edition in self.editions:
            self._read_edition(record, edition, made)
        return made

    def _title(self, record: Record, used: Dict[str, tuple[str, ...]], item: dict[str, Any]) -> str:
        words = " ".join(self._detached(record, used.get("title", ())).split())
        title = short_title(words or " ".join(item.get("text", [""])[:1]))
        if words and title != words:
            item["text"] = [words, *item.get("text", [])]
            self._tell(
                About.TITLE,
                f"The title has {len(words)} signs: it was shortened, and stands in full in the text.",
                record,
            )
        if not title:
            self._tell(About.TITLE, "The row has no title; its id stands in for one.", record)
        return title

    def _item(self, record: Record, used: Dict[str, tuple[str, ...]]) -> dict[str, Any]:
        made: dict[str, Any] = {}
        for name in ITEM_PROSE:
            if passages := read_passages(self._detached(record, used.get(name, ()))):
                made[name] = passages
        if origin := " ".join(self._detached(record, used.get("origin", ())).split()):
            made["origin"] = origin
        if owners := self._owners(record, used):
            made["owners"] = owners
        if notes := read_passages(self._detached(record, used.get("note", ()))):
            made["notes"] = notes
        return made

    def _owners(self, record: Record, used: Dict[str, tuple[str, ...]]) -> list[dict[str, str]]:
        owners: list[dict[str, str]] = []
        for kind in OWNERS:
            for header in used.get(kind, ()):
                for cell in record.cells([header]):
                    self._tell_trouble(record, cell)
                    if EMAIL.search(cell.text):
                        self._tell(About.PRIVATE, "An e-mail address was left out.", record, cell)
                    owners += read_owners(cell.text, kind, separator=_by_header(self.mapping.split.by_word, header))
        role = " ".join(self._detached(record, used.get("role", ())).split())
        if role and len(owners) == 1 and "role" not in owners[0]:
            owners[0] = {"role": role, **owners[0]}
        return [one for number, one in enumerate(owners) if one not in owners[:number]]

    def _parents(self, record: Record) -> tuple[tuple[str, str], ...]:
        found = [(self.mapping.sections, record.section)] if self.mapping.sections and record.section else []
        for parent in self.mapping.parents:
            title = " ".join(next((cell.text for cell in record.cells([parent.column]) if cell.text), "").split())
            found.append((parent.kind or parent.column, title or f"No {parent.column} given"))
        return tuple((kind, short_title(title)) for kind, title in found)

    def _read_edition(self, record: Record, edition: Edition, made: Entry) -> None:
        columns = edition.columns
        update: dict[str, Any] = {}
        if "rating" in columns:
            update["rating"] = self._rating(record, columns["rating"])
        if "previous" in columns and self._has_text(record, columns["previous"]):
            update["previous"] = self._rating(record, columns["previous"])
        for name in UPDATE_TEXTS:
            if text := " ".join(self._detached(record, columns.get(name, ())).split()):
                update[name] = text
        for name in UPDATE_PROSE:
            if passages := read_passages(self._detached(record, columns.get(name, ()))):
                update[name] = passages
        made.updates[edition.id] = update
        self._read_due(record, edition, made)
        if pieces := self._pieces(record, columns.get("evidence", ())):
            made.evidence[edition.id] = pieces

    def _rating(self, record: Record, headers: Sequence[str]) -> Any:
        cells = record.cells(headers)
        return self.ratings.read([(record.layout.table.address(cell), cell) for cell in cells])

    def _read_due(self, record: Record, edition: Edition, made: Entry) -> None:
        for header in edition.columns.get("due", ()):
            cells = record.cells([header])
            for one in cells:
                self._tell_trouble(record, one)
            cell = next((one for one in cells if one.text), None)
            if cell is None:
                continue
            due = read_date_cell(cell, order=_by_header(self.orders, header))
            made.dues[edition.id] = due
            if isinstance(due, dict) and "note" in due:
                self._tell(About.DATE, f"“{_short(cell.flat)}” is not a date; it is kept as printed.", record, cell)
        reason = " ".join(self._detached(record, edition.columns.get("due_reason", ())).split())
        agreed = " ".join(self._detached(record, edition.columns.get("due_agreed_by", ())).split())
        made.moves[edition.id] = {key: text for key, text in (("reason", reason), ("agreed_by", agreed)) if text}

    def _pieces(self, record: Record, headers: Sequence[str]) -> tuple[Piece, ...]:
        found: list[Piece] = []
        for cell in record.cells(headers):
            text, removed = without_details(cell.text)
            for what in removed:
                self._tell(About.PRIVATE, f"{_an(what)} was left out.", record, cell)
            for line in read_passages("\n".join(text.split(";"))):
                links = URL.findall(line) or ([cell.link] if cell.link.startswith("http") else [])
                title = " ".join(URL.sub("", line).split()).strip(" –-:,;()") or _named(links)
                found += [Piece(short_title(title), link) for link in links] or [Piece(short_title(title))]
        return tuple(dict.fromkeys(found))

    def _first(self, record: Record, headers: Sequence[str], what: str) -> str:
        cells = [cell for cell in record.cells(headers) if not cell.is_blank]
        if not cells:
            return ""
        self._tell_trouble(record, cells[0])
        if cells[0].is_date:
            text = f"The {what} is stored as a date. If it was typed as “1-2” or “1/2”, the spreadsheet has changed it."
            self._tell(About.CELL, text, record, cells[0])
        return cells[0].flat

    def _detached(self, record: Record, headers: Sequence[str]) -> str:
        """The texts of some columns, one below the other, without personal details."""
        parts: list[str] = []
        for cell in record.cells(headers):
            self._tell_trouble(record, cell)
            text, removed = without_details(cell.text)
            for what in removed:
                self._tell(About.PRIVATE, f"{_an(what)} was left out.", record, cell)
            if text and text not in parts:
                parts.append(text)
        return "\n\n".join(parts)

    def _has_text(self, record: Record, headers: Sequence[str]) -> bool:
        return any(cell.text for cell in record.cells(headers))

    def _tell_trouble(self, record: Record, cell: Cell) -> None:
        if cell.trouble.startswith("#"):
            self._tell(About.ERROR, f"The cell shows “{cell.trouble}”; it was read as blank.", record, cell)
        elif cell.trouble:
            text = f"The cell holds the formula “{_short(cell.trouble)}” and no value; it was read as blank."
            self._tell(About.FORMULA, text, record, cell)

    def _tell(self, about: About, text: str, record: Record, cell: Cell | None = None) -> None:
        self.remarks.append(Remark(about, text, record.layout.table.address(cell) if cell else record.where))


def _as_id(printed: str) -> str:
    """The id as printed where it can stand in an address; else its letters and digits with hyphens between."""
    text = printed.strip().strip(".)")
    return text if ID_PATTERN.fullmatch(text) else "-".join(re.findall(r"[A-Za-z0-9]+(?:[._][A-Za-z0-9]+)*", text))


def _by_header(words: Dict[str, str], header: str) -> str:
    return next((meaning for word, meaning in words.items() if plain_key(word) == plain_key(header)), "")


def _named(links: Sequence[str]) -> str:
    return links[0].split("//", 1)[-1].rstrip("/").rsplit("/", 1)[-1] if links else ""


def _short(text: str) -> str:
    return text if len(text) <= 80 else text[:79] + "…"


def _an(what: str) -> str:
    return f"An {what}" if what[0] in "aeNi" else f"A {what}"

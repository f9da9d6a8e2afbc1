"""A tracker's own key: which colour is which level, and what each level means, where the sheet says so."""

import re
from collections.abc import Iterable, Iterator

from ragsite.importers.fields import plain_key
from ragsite.importers.fills import KeyEntry, tone_of
from ragsite.importers.rating_words import is_no_rating, known_word
from ragsite.importers.tables import Cell, Row

_MEANING = re.compile(r"^(.{1,24}?)\s*(?:[-–—:=]|\bmeans\b)\s*(\S.{3,})$", re.DOTALL)


_STARTS = re.compile(
    r"(?:(?:rag|brag|rating|ratings|colour|color|status) )*(?:key|legend)\b|allwedd|legende|leyenda|legenda"
)


def find_key(rows: Iterable[Row]) -> tuple[KeyEntry, ...]:
    """The entries of a key among the rows that hold no items, each label once, in the order found."""
    found: dict[str, KeyEntry] = {}
    is_key = False
    for row in rows:
        texts = [cell.flat for cell in row if cell.text]
        is_key = bool(texts) and (is_key or _STARTS.match(plain_key(texts[0])) is not None)
        for entry in _entries(row, is_key=is_key):
            known = found.get(entry.label)
            if known is None:
                found[entry.label] = entry
            elif not known.colour or not known.meaning:
                found[entry.label] = KeyEntry(entry.label, known.colour or entry.colour, known.meaning or entry.meaning)
    return tuple(found.values())


def _entries(row: Row, *, is_key: bool) -> Iterator[KeyEntry]:
    for place, cell in enumerate(row):
        after = row[place + 1] if place + 1 < len(row) else None
        if cell.is_spread:
            continue
        label, meaning = _label(cell)
        colour = _colour(cell)
        if is_key and not cell.text and colour and after is not None and after.text and not _colour(after):
            yield from _beside(after, colour)  # a coloured box with its words in the next cell
        elif label:
            if not meaning and after is not None and _is_meaning(cell, after):
                meaning = after.flat
            before = row[place - 1] if place else None
            if not colour and before is not None and not before.text:
                colour = _colour(before)
            if colour or meaning:
                yield KeyEntry(label, colour, meaning)
        elif is_key and cell.text and colour and tone_of(colour) and len(cell.flat) <= 40:
            yield KeyEntry(cell.flat, colour)


def _is_meaning(cell: Cell, after: Cell) -> bool:
    """Whether the next cell says what a level means: words, or another word for the same (Green, On track)."""
    if after.is_spread or len(after.flat) <= 3:
        return False
    one, other = known_word(cell.flat), known_word(after.flat)
    is_other_word = one is not None and other is not None and one[0] != other[0] and one[1] is other[1]
    return is_other_word or not _label(after)[0]


def _beside(cell: Cell, colour: str) -> Iterator[KeyEntry]:
    label, meaning = _label(cell)
    if label or (len(cell.flat) <= 40 and tone_of(colour)):
        yield KeyEntry(label or cell.flat, colour, meaning)


def _label(cell: Cell) -> tuple[str, str]:
    """The rating that a cell names, and what it says that the rating means."""
    found = _MEANING.match(cell.flat)
    if found and (known_word(found[1]) or is_no_rating(found[1])):
        return found[1].strip(), found[2].strip()
    return (cell.flat, "") if cell.text and known_word(cell.flat) else ("", "")


def _colour(cell: Cell) -> str:
    return cell.fill.colour if cell.fill and cell.fill.pattern == "solid" else ""

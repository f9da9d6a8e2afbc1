"""Where the header of a table is: on whatever row, over two rows, merged, or down the side."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from ragsite.importers.fields import field_of, plain_key
from ragsite.importers.tables import Cell, Row, Table, letters, turned

FARTHEST = 60
"""How many rows down a header is looked for."""

MOST_WORDS = 12
"""A header has no more words than this; a longer text belongs to a row."""


@dataclass(frozen=True)
class Layout:
    """A table with its header found: the name of each column, the rows above the header and those below it."""

    table: Table
    names: tuple[str, ...]
    above: tuple[Row, ...]
    header: tuple[Row, ...]
    body: tuple[Row, ...]
    is_turned: bool = False

    def places(self, name: str) -> tuple[int, ...]:
        """The columns of this name, from 0: all that have it, else those whose own part of a longer name it is."""
        key = plain_key(name)
        found = tuple(place for place, (whole, _) in enumerate(self._keys) if whole == key)
        return found or tuple(place for place, (_, own) in enumerate(self._keys) if own == key)

    @cached_property
    def _keys(self) -> tuple[tuple[str, str], ...]:
        """The whole name of each column and its own part of it, to compare by."""
        return tuple((plain_key(name), plain_key(name.split(" > ")[-1])) for name in self.names)


def find_layout(
    table: Table, *, wanted: Sequence[str] = (), header: str = "", must_turn: bool = False
) -> Layout | None:
    """The table with its header; None when nothing in it looks like one.

    `wanted` are the headers of a mapping, `header` its rows as written there (`4` or `4-5`).
    """
    if not table.rows:
        return None
    if header and not must_turn:
        return _fixed(table, header)
    straight = [] if must_turn else list(_candidates(table, wanted))
    across = list(_candidates(turned(unfolded(table)), wanted, is_turned=True))
    best = max(straight, key=_score, default=None)
    other = max(across, key=_score, default=None)
    if other is None or (best is not None and _score(other) < _score(best) * 1.25):
        return best[1] if best else None
    return other[1]


def unfolded(table: Table) -> Table:
    """A form of four columns (label, value, label, value) as one of two."""
    if not table.rows or len(table.rows[0]) != 4:
        return table
    labels = [[row[place].flat for row in table.rows if not row[place].is_spread] for place in (0, 2)]
    if any(sum(bool(_names_field(one)) for one in side) < max(2, len(side) // 2) for side in labels):
        return table
    halves = [row[start : start + 2] for start in (0, 2) for row in table.rows]
    return replace(table, rows=tuple(half for half in halves if not half[0].is_blank))


_Candidate = tuple[float, Layout]


def _score(candidate: _Candidate) -> float:
    return candidate[0]


def _fixed(table: Table, header: str) -> Layout | None:
    first, _, last = header.partition("-")
    if not (first.strip().isdigit() and (last or first).strip().isdigit()):
        return None
    numbers = range(int(first), int(last or first) + 1)
    places = [place for place, row in enumerate(table.rows) if row and row[0].row in numbers]
    return _layout(table, places[0], places[-1], is_turned=False) if places else None


def _candidates(table: Table, wanted: Sequence[str], *, is_turned: bool = False) -> Iterator[_Candidate]:
    keys = {plain_key(name) for name in wanted}
    for place in range(min(len(table.rows), 8 if is_turned else FARTHEST)):
        first, last = _reach(table, place)
        made = _layout(table, first, last, is_turned=is_turned)
        score = _wanted_score(made, keys) if keys else _likely_score(made, table.rows[place])
        if score > 0 and (made.body or keys):
            yield score - place * 0.02, made


def _wanted_score(layout: Layout, keys: set[str]) -> float:
    found = {plain_key(part) for name in layout.names for part in (name, name.split(" > ")[-1])}
    share = len(found & keys) / len(keys)
    return share * 10 if share >= 0.34 or (share and len(keys) < 3) else 0


def _likely_score(layout: Layout, row: Row) -> float:
    texts = [cell.flat for cell in _distinct(row) if cell.flat]
    if len(texts) < 2 or not layout.names:
        return 0
    fields = [found for name in dict.fromkeys(layout.names) if (found := _names_field(name))]
    named = len([name for name in dict.fromkeys(layout.names) if name])
    score = len(set(fields)) * len(fields) / max(named, 1)
    return score + min(len(texts), 10) * 0.02 if len(set(fields)) > 1 else 0


def _names_field(name: str) -> str:
    return field_of(name) if 0 < len(name.split()) <= MOST_WORDS else ""


def _reach(table: Table, place: int) -> tuple[int, int]:
    """The first and last row of a header of which row `place` is part."""
    rows = table.rows
    first = last = place
    if place and _groups(rows[place - 1]) and not _is_one_text(rows[place - 1]):
        first = place - 1
    if place + 2 < len(rows) and _goes_on(rows[place], rows[place + 1]):
        last = place + 1
    return first, last


def _groups(row: Row) -> bool:
    """Whether a row has a text over several columns, but not over all."""
    pairs = [right for left, right in pairwise(row) if right.is_spread and right.text and right.text == left.text]
    return bool(pairs)


def _is_one_text(row: Row) -> bool:
    return len({cell.flat for cell in row if cell.text}) < 2 and sum(bool(cell.text) for cell in row) > len(row) * 0.7


def _goes_on(top: Row, below: Row) -> bool:
    """Whether the row below is the header's second: merged into it, or filling the gaps of its groups."""
    if any(low.is_spread and low.text and low.text == high.text for high, low in zip(top, below, strict=True)):
        return not all(low.text == high.text for high, low in zip(top, below, strict=True))
    titled = [low for high, low in zip(top, below, strict=True) if _names_field(high.flat) in ("id", "title")]
    filled = [low for low in below if low.text]
    gaps = [low for high, low in zip(top, below, strict=True) if low.text and (not high.text or high.is_spread)]
    return (
        bool(titled) and all(cell.is_blank for cell in titled) and len(filled) > 1 and bool(gaps) and _are_short(filled)
    )


def _are_short(cells: Iterable[Cell]) -> bool:
    return all(len(cell.text) <= 40 for cell in cells)


def _distinct(row: Row) -> list[Cell]:
    return [cell for cell in row if cell.text and not cell.is_spread]


def _layout(table: Table, first: int, last: int, *, is_turned: bool) -> Layout:
    rows = table.rows
    names = tuple(_name(rows[first : last + 1], place) for place in range(len(rows[0])))
    return Layout(table, names, rows[:first], rows[first : last + 1], rows[last + 1 :], is_turned)


def _name(header: Sequence[Row], place: int) -> str:
    """A column's name: the texts of its header from the top, a group's text before its own."""
    parts: list[str] = []
    for depth, row in enumerate(header):
        text = row[place].flat
        if not text and depth + 1 < len(header) and header[depth + 1][place].text:
            text = next((one.flat for one in reversed(row[:place]) if one.text), "")
        if text and text not in parts:
            parts.append(text)
    return " > ".join(parts)


def column_name(layout: Layout, place: int) -> str:
    """What a column is called in a report: its header, or its letter where it has none."""
    return layout.names[place] or f"column {letters(place + 1)}"

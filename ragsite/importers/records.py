"""From a table with a header to its records, with every row that is none of them told, and why."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from ragsite.importers.fields import plain_key
from ragsite.importers.header import Layout
from ragsite.importers.remarks import About, Remark
from ragsite.importers.tables import Cell, Row

_TOTAL = re.compile(r"^(?:sub ?|grand )?totals?\b|^(?:average|mean|sum|count|overall|cyfanswm|gesamt|summe|razem)\b")
_LEGEND = re.compile(
    r"^(?:(?:rag|brag|rating|colour|color|status) )*(?:key|legend)\b|^(?:allwedd|legende|leyenda|legenda)\b"
)
_SOURCE = re.compile(
    r"^(?:sources?|notes?|footnotes?|data as at|last (?:updated|saved)|page \d+|printed|prepared by|version|end of)\b"
    r"|^(?:ffynhonnell|quelle|fuente|zrodlo)\b"
)


class Kind(StrEnum):
    """What a row is; the values are the words of the report."""

    ITEM = "item"
    MORE = "goes on from the row above"
    BLANK = "blank"
    HEADER = "the header again"
    HEADING = "a heading"
    TOTAL = "a total"
    LEGEND = "part of the key"
    SOURCE = "a source or a note"
    APART = "no title and no id"


@dataclass(frozen=True)
class Record:
    """One item of a table: its rows (the first, and those that go on from it) and the headings above it."""

    layout: Layout
    rows: tuple[Row, ...]
    section: str = ""

    @property
    def where(self) -> str:
        """Where it begins: `Updates!A14` for a row, `Updates!C1` for a column."""
        return self.layout.table.address(self.rows[0][0])

    def cells(self, names: Sequence[str]) -> tuple[Cell, ...]:
        """The cells of the columns of these names, row by row; those that merely repeat the row above left out."""
        places = [place for name in names for place in self.layout.places(name)]
        first = [self.rows[0][place] for place in places]
        more = [row[place] for row in self.rows[1:] for place in places if not row[place].is_spread]
        return (*first, *more)


@dataclass
class Counts:
    """How many rows a table has, by what they are."""

    by_kind: dict[Kind, int] = field(default_factory=dict)

    def add(self, kind: Kind) -> None:
        """Counts one row."""
        self.by_kind[kind] = self.by_kind.get(kind, 0) + 1


@dataclass(frozen=True)
class Named:
    """The columns by which a row is known for an item."""

    ids: tuple[str, ...]
    titles: tuple[str, ...]


def records_of(layout: Layout, named: Named, *, keeps_sections: bool) -> tuple[list[Record], list[Remark], Counts]:
    """The items of a table in its order, a remark for every other row that is not blank, and the counts."""
    found: list[Record] = []
    remarks: list[Remark] = []
    counts = Counts()
    section = ""
    kinds = _kinds(layout, named)
    for row, kind in zip(layout.body, kinds, strict=True):
        counts.add(kind)
        if kind is Kind.ITEM:
            found.append(Record(layout, (row,), section))
        elif kind is Kind.MORE:
            found[-1] = Record(layout, (*found[-1].rows, row), found[-1].section)
        elif kind is Kind.HEADING and keeps_sections:
            section = _texts(row)[0]
        remarks.extend(_told(layout, row, kind, keeps_sections=keeps_sections))
    return found, remarks, counts


def _kinds(layout: Layout, named: Named) -> list[Kind]:
    """What each row is; what follows the last item is no heading, and what follows a key is part of it."""
    has_worded_ids = any(
        " " in cell.flat
        for row in layout.body
        if _any(_own(layout, row, named.titles))
        for cell in _own(layout, row, named.ids)
    )
    likely = [_kind(layout, row, named, has_worded_ids=has_worded_ids) for row in layout.body]
    last = max((number for number, kind in enumerate(likely) if kind is Kind.ITEM), default=-1)
    made: list[Kind] = []
    for number, kind in enumerate(likely):
        before = made[-1] if made else Kind.BLANK
        is_foot = kind is Kind.HEADING and number > last
        is_apart = kind is Kind.MORE and before not in (Kind.ITEM, Kind.MORE)
        if (is_foot or is_apart) and before is Kind.LEGEND:
            made.append(Kind.LEGEND)
        else:
            made.append(Kind.SOURCE if is_foot else Kind.APART if is_apart else kind)
    return made


def _kind(layout: Layout, row: Row, named: Named, *, has_worded_ids: bool) -> Kind:
    texts = _texts(row)
    if not texts:
        return Kind.BLANK if all(cell.is_blank for cell in row) else Kind.APART
    if _is_header_again(layout, row):
        return Kind.HEADER
    ids, titles = (_own(layout, row, names) for names in (named.ids, named.titles))
    start = plain_key(texts[0])
    if any(pattern.match(start) for pattern in (_TOTAL, _LEGEND, _SOURCE)) and not _is_plainly_item(row, ids, titles):
        return Kind.TOTAL if _TOTAL.match(start) else Kind.LEGEND if _LEGEND.match(start) else Kind.SOURCE
    is_worded = " " in texts[0] and not _any(titles) and not has_worded_ids
    codes = [] if is_worded else ids
    if _is_heading(row, texts, named_by=codes if named.ids else titles, titles=titles):
        return Kind.HEADING
    if any(cell.trouble for cell in (*ids, *titles)) and not _any(titles):
        return Kind.APART
    if _any(titles) or _any(ids):
        return Kind.MORE if _repeats(ids, titles) else Kind.ITEM
    return Kind.MORE


def _texts(row: Row) -> list[str]:
    return list(dict.fromkeys(cell.flat for cell in row if cell.text))


def _own(layout: Layout, row: Row, names: Sequence[str]) -> list[Cell]:
    return [row[place] for name in names for place in layout.places(name)]


def _any(cells: Sequence[Cell]) -> bool:
    return any(cell.text for cell in cells)


def _repeats(ids: Sequence[Cell], titles: Sequence[Cell]) -> bool:
    """Whether everything by which the row is known is merged into the row above."""
    filled = [cell for cell in (*ids, *titles) if cell.text]
    return all(cell.is_spread for cell in filled)


def _is_header_again(layout: Layout, row: Row) -> bool:
    pairs = [(cell.flat, row_of[place].flat) for row_of in layout.header for place, cell in enumerate(row) if cell.text]
    same = sum(plain_key(one) == plain_key(other) for one, other in pairs if other)
    return same > 1 and same >= 0.7 * sum(bool(cell.text) for cell in row)


def _is_plainly_item(row: Row, ids: Sequence[Cell], titles: Sequence[Cell]) -> bool:
    """A row with an id and a title of its own is an item, even one called “Overall response”."""
    title = next((cell.flat for cell in titles if cell.text), "")
    own_id = next((cell.flat for cell in ids if cell.text), "")
    if ids:
        return bool(own_id) and own_id != title and bool(title) and not _TOTAL.match(plain_key(own_id))
    others = [cell for cell in row if cell.text and cell not in titles]
    return bool(title) and len(title.split()) > 3 and len(others) > 1


def _is_heading(row: Row, texts: Sequence[str], *, named_by: Sequence[Cell], titles: Sequence[Cell]) -> bool:
    """One text alone, or over several columns, that stands before the titles and is no id."""
    if len(texts) > 1 or any(cell.trouble for cell in row):
        return False
    filled = [cell for cell in row if cell.text]
    if len(filled) > 1:
        return any(cell.is_spread and cell.column != filled[0].column for cell in filled)
    title = row.index(titles[0]) if titles else len(row)
    return row.index(filled[0]) <= title and not _any(named_by)


def _told(layout: Layout, row: Row, kind: Kind, *, keeps_sections: bool) -> list[Remark]:
    where = layout.table.address(next((cell for cell in row if not cell.is_blank), row[0]) if row else row[0])
    words = "; ".join(dict.fromkeys(cell.flat or cell.trouble for cell in row if not cell.is_blank))
    short = words if len(words) <= 140 else words[:139] + "…"
    if kind is Kind.MORE:
        return [Remark(About.JOINED, f"It has no title of its own: “{short}”.", where)]
    if kind in (Kind.ITEM, Kind.BLANK) or (kind is Kind.HEADING and keeps_sections):
        return []
    return [Remark(About.SKIPPED, f"{kind.value[0].upper()}{kind.value[1:]}: “{short}”.", where)]

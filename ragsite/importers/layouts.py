"""Which tables of a tracker hold its items, and everything in them that no field is read from."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ragsite.importers.fields import PARENT_WORDS, field_of, plain_key
from ragsite.importers.header import Layout, column_name, find_layout
from ragsite.importers.mapping import Mapping
from ragsite.importers.proposal import Proposal, propose
from ragsite.importers.records import Kind, Named, records_of
from ragsite.importers.remarks import About, ImportProblem, Remark
from ragsite.importers.tables import Book, Row, Table
from ragsite.problems import did_you_mean, listing


@dataclass(frozen=True)
class Chosen:
    """The tables that hold items, the rows of all others (a key may stand there), and what is told of them."""

    layouts: tuple[Layout, ...]
    other_rows: tuple[Row, ...]
    remarks: tuple[Remark, ...]


def propose_for(book: Book) -> Proposal:
    """A mapping for a file, from the table that looks most like a tracker; ImportProblem when none does."""
    found = [layout for table in book.tables if not table.is_hidden and (layout := find_layout(table))]
    useful = [layout for layout in found if layout.body]
    if not useful:
        raise ImportProblem(
            f"No table with a header was found in “{book.name}”.",
            "Write a mapping that names its columns, and the rows of its header (“header: 4-5”).",
        )
    best = max(useful, key=_worth)
    made = propose(best)
    if not {"id", "title", "text"} & set(made.data["columns"]):
        raise ImportProblem(
            f"No column of “{book.name}” looks like the titles or numbers of items. Its columns are"
            f" {listing([name for name in best.names if name], joiner='and', most=20)}.",
            "Write a mapping that says which column is the title, and name it with “--mapping”.",
        )
    if headings := _headings(best, made):
        made.data["sections"] = headings
        made.reasons["sections"] = "rows that hold one text alone stand above the rows of items"
    return made


def choose(book: Book, mapping: Mapping) -> Chosen:
    """The tables that have the mapping's columns; tables that go on from one of them are joined to it."""
    layouts: list[Layout] = []
    others: list[Row] = []
    remarks: list[Remark] = []
    for table in book.tables:
        made = _layout(table, mapping, layouts)
        if isinstance(made, Layout):
            layouts.append(made)
        else:
            others.extend(table.rows)
            if table.rows:
                remarks.append(Remark(About.SHEET, f"“{table.name or 'The table'}”: {made}."))
    if not layouts:
        raise _no_table(book, mapping)
    _check_ratings(layouts, mapping)
    return Chosen(tuple(layouts), tuple(others), (*remarks, *_missing(layouts, mapping)))


def unused(layouts: Sequence[Layout], mapping: Mapping) -> Iterator[Remark]:
    """A remark for every column that no field is read from, and for text in a column without a header."""
    wanted = {plain_key(name) for name in mapping.wanted}
    told: set[str] = set()
    for layout in layouts:
        for place, name in enumerate(layout.names):
            filled = [row[place] for row in layout.body if row[place].text and not row[place].is_spread]
            keys = {plain_key(name), plain_key(name.split(" > ")[-1])}
            if not filled or (name and (keys & wanted or plain_key(name) in told)):
                continue
            told.add(plain_key(name))
            about = About.UNMAPPED if name else About.CELL
            example = filled[0].flat if len(filled[0].flat) <= 60 else filled[0].flat[:59] + "…"
            text = f"“{column_name(layout, place)}” holds {len(filled)} filled cells, such as “{example}”."
            yield Remark(about, text, layout.table.address(filled[0]) if not name else "")


def comments(layouts: Sequence[Layout]) -> Iterator[Remark]:
    """A remark for every comment on a cell: they are often meant for colleagues alone, so none is published."""
    for layout in layouts:
        for row in (*layout.header, *layout.body):
            for cell in row:
                if cell.comment:
                    yield Remark(About.COMMENT, f"“{' '.join(cell.comment.split())}”", layout.table.address(cell))


def _worth(layout: Layout) -> float:
    fields = {field_of(name) for name in layout.names if name}
    return len(fields - {""}) + min(len(layout.body), 50) / 100 + 2 * ({"title", "rating"} <= fields)


def _headings(layout: Layout, made: Proposal) -> str:
    """What the rows that are headings are called, where there are two or more: by their common first word."""
    columns = made.data["columns"]
    named = Named(
        *(tuple([one] if isinstance(one, str) else one) for one in (columns.get("id", ()), columns.get("title", ())))
    )
    found, _, counts = records_of(layout, named, keeps_sections=True)
    if counts.by_kind.get(Kind.HEADING, 0) < 2 or "parents" in made.data:
        return ""
    starts = {re.split(r"[\s:.\d]", record.section.strip())[0].casefold() for record in found if record.section}
    word = starts.pop() if len(starts) == 1 else ""
    return word.capitalize() if word and PARENT_WORDS.fullmatch(word) else "Section"


def _layout(table: Table, mapping: Mapping, before: Sequence[Layout]) -> Layout | str:
    """The table's layout, or why it is not read."""
    sheets = {plain_key(name) for name in mapping.sheets}
    if sheets and plain_key(table.name) not in sheets:
        return "the mapping names other sheets"
    if table.is_hidden and not sheets:
        return "the sheet is hidden; name it under “sheets:” in the mapping if it is to be read"
    made = find_layout(table, wanted=mapping.wanted, header=mapping.header or "", must_turn=mapping.transposed)
    if made and any(made.places(name) for name in _names(mapping)):
        return made
    last = before[-1] if before else None
    if last and table.rows and len(table.rows[0]) == len(last.names) and not last.is_turned and len(last.names) > 2:
        return replace(last, table=table, above=(), header=last.header, body=table.rows)
    return "it has none of the columns that name an item"


def _names(mapping: Mapping) -> tuple[str, ...]:
    columns = mapping.columns
    return (*columns.id, *columns.title, *(columns.text if not columns.title else ()))


def _check_ratings(layouts: Sequence[Layout], mapping: Mapping) -> None:
    """Without its ratings a report would say that nothing is rated: such a tracker is refused."""
    for name in mapping.rating_columns:
        if not any(layout.places(name) for layout in layouts):
            hint = _nearest(name, layouts) or "Correct “rating:” in the mapping."
            raise ImportProblem(f"The tracker has no column “{name}”, from which the mapping takes the ratings.", hint)


def _nearest(name: str, layouts: Sequence[Layout]) -> str:
    """A question after the header that is meant: one like it, else one for the same field."""
    headers = [header for layout in layouts for header in layout.names if header]
    same = next((header for header in headers if field_of(name) and field_of(header) == field_of(name)), "")
    return did_you_mean(name, headers) or (f"Did you mean “{same}”?" if same else "")


def _missing(layouts: Sequence[Layout], mapping: Mapping) -> Iterator[Remark]:
    for name in mapping.wanted:
        if name not in mapping.ignore and not any(layout.places(name) for layout in layouts):
            hint = _nearest(name, layouts)
            yield Remark(About.QUESTION, f"The tracker has no column “{name}”, which the mapping names. {hint}".strip())


def _no_table(book: Book, mapping: Mapping) -> ImportProblem:
    names = _names(mapping)
    found = [layout for table in book.tables if (layout := find_layout(table))]
    headers = list(dict.fromkeys(name for layout in found for name in layout.names if name))
    hint = did_you_mean(names[0], headers) if names else ""
    seen = f" Its columns are {listing(headers, joiner='and', most=20)}." if headers else ""
    return ImportProblem(
        f"“{book.name}” has no column {listing([f'“{name}”' for name in names])}, which the mapping names.{seen}",
        hint or "Correct the mapping, or import without it to have one proposed.",
    )

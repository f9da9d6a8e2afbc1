"""Everything that a tracker says, understood by a mapping: its reports, its scale and its entries."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from ragsite.importers.dates import likely_order
from ragsite.importers.editions import Edition, editions_of
from ragsite.importers.entries import Entry, Reader
from ragsite.importers.fields import plain_key
from ragsite.importers.header import Layout
from ragsite.importers.key import find_key
from ragsite.importers.layouts import choose, comments, unused
from ragsite.importers.mapping import Mapping
from ragsite.importers.ratings import RatingReader
from ragsite.importers.records import Counts, Named, Record, records_of
from ragsite.importers.remarks import About, ImportProblem, Remark
from ragsite.importers.scale import Draft
from ragsite.importers.scales import choose_scale
from ragsite.importers.tables import Book, Row
from ragsite.model.plan import Plan


@dataclass
class Sheet:
    """A tracker as understood; `title` is what it calls itself, if anything."""

    file_name: str
    title: str
    editions: tuple[Edition, ...]
    draft: Draft
    entries: list[Entry]
    counts: Counts
    hidden: int
    remarks: list[Remark]


def read_sheet(book: Book, mapping: Mapping, plan: Plan | None, *, asked: Sequence[str], known: str) -> Sheet:
    """Reads the tables that a mapping fits; `known` is the report that this very file brought before, if it did."""
    chosen = choose(book, mapping)
    records, remarks, counts, left = _records(chosen.layouts, mapping)
    if not records:
        raise ImportProblem(
            f"No row of “{book.name}” holds an item.", "Look at the columns for id and title in the mapping."
        )
    editions = editions_of(
        chosen.layouts[0],
        mapping,
        asked=asked,
        file_name=book.name,
        known=known,
        has_reports=bool(plan and plan.reports),
    )
    cells = [cell for record in records for one in editions for cell in record.cells(one.columns.get("rating", ()))]
    key = find_key((*left, *chosen.other_rows))
    draft = choose_scale(
        plan,
        mapping,
        editions=[one.id for one in editions],
        key=key,
        printed=[cell.text for cell in cells if cell.text],
    )
    has_colours = any(cell.fill and not cell.text for cell in cells)
    ratings = RatingReader(draft, mapping.ratings.by_word, mapping.colours.by_word, key, has_colours)
    orders, dated = _orders(records, mapping, editions)
    reader = Reader(mapping, editions, ratings, orders)
    entries, repeated = _distinct([reader.read(record) for record in records])
    hidden = [record for record in records if any(cell.is_hidden for cell in record.rows[0])]
    told = (*chosen.remarks, *remarks, *unused(chosen.layouts, mapping), *comments(chosen.layouts), *dated, *repeated)
    more = (*_hidden(hidden), *reader.remarks, *ratings.remarks, *_long_titles(entries))
    title = next((text for layout in chosen.layouts for row in layout.above if (text := _title(row))), "")
    return Sheet(book.name, title, editions, draft, entries, counts, len(hidden), [*told, *more])


def _records(layouts: Sequence[Layout], mapping: Mapping) -> tuple[list[Record], list[Remark], Counts, list[Row]]:
    named = Named(mapping.columns.id, mapping.columns.title or mapping.columns.text)
    records: list[Record] = []
    remarks: list[Remark] = []
    counts = Counts()
    left: list[Row] = []
    for layout in layouts:
        found, told, more = records_of(layout, named, keeps_sections=mapping.sections is not None)
        records += found
        remarks += told
        for kind, number in more.by_kind.items():
            counts.by_kind[kind] = counts.by_kind.get(kind, 0) + number
        used = {id(row) for record in found for row in record.rows}
        left += [*layout.above, *(row for row in layout.body if id(row) not in used)]
    return records, remarks, counts, left


def _orders(
    records: Sequence[Record], mapping: Mapping, editions: Sequence[Edition]
) -> tuple[dict[str, str], list[Remark]]:
    """How the numbers of each date column are ordered: as the mapping says, as its other dates show, or asked once."""
    orders = dict(mapping.dates.by_word)
    remarks: list[Remark] = []
    said = {plain_key(name) for name in orders}
    for header in dict.fromkeys(name for one in editions for name in one.columns.get("due", ())):
        order, shown, ambiguous = likely_order(cell for record in records for cell in record.cells([header]))
        if not ambiguous or plain_key(header) in said:
            continue
        if order:
            orders[header] = order
            told = f"“{header}”: dates that could be read either way ({ambiguous}) were read {order}"
            remarks.append(Remark(About.DATE, f"{told}: others in the column ({shown}) can only be read so."))
        else:
            found = f"“{header}”: dates such as 01/02/26 ({ambiguous} here) can be read day first or month first."
            fix = f'Answer once, in the mapping: dates: {{"{header}": day first}} (or month first).'
            remarks.append(Remark(About.QUESTION, f"{found} They are kept as ambiguous. {fix}"))
    return orders, remarks


def _distinct(entries: Sequence[Entry]) -> tuple[list[Entry], list[Remark]]:
    """The entries without those that repeat another one's id and title; what differs in them is told."""
    kept: dict[tuple[str, str], Entry] = {}
    made: list[Entry] = []
    remarks: list[Remark] = []
    for entry in entries:
        first = kept.setdefault((entry.id.casefold(), plain_key(entry.title)), entry) if entry.id else entry
        if first is entry:
            made.append(entry)
            continue
        is_same = (first.item, first.updates, first.dues) == (entry.item, entry.updates, entry.dues)
        differs = (
            ""
            if is_same
            else f", but says something else: {', '.join(_differing(first, entry))}. The first row was taken"
        )
        about = About.SKIPPED if is_same else About.CONFLICT
        remarks.append(Remark(about, f"It repeats {first.where} ({entry.ref} {entry.title}){differs}.", entry.where))
    return made, remarks


def _differing(one: Entry, other: Entry) -> Iterator[str]:
    for edition in one.updates:
        for key in sorted({*one.updates[edition], *other.updates.get(edition, {})}):
            if one.updates[edition].get(key) != other.updates.get(edition, {}).get(key):
                yield key
    yield from (key for key in sorted({*one.item, *other.item}) if one.item.get(key) != other.item.get(key))
    if one.dues != other.dues:
        yield "due"


def _hidden(records: Sequence[Record]) -> Iterator[Remark]:
    for record in records:
        cell = record.rows[0][0]
        if all(one.is_hidden for one in record.rows[0]):
            yield Remark(About.HIDDEN, f"Row {cell.row} is hidden; it was read like any other.", record.where)


def _long_titles(entries: Sequence[Entry]) -> Iterator[Remark]:
    lengths = [len(entry.title) for entry in entries]
    usual = median(lengths) if lengths else 0
    for entry in entries:
        if len(entry.title) > max(90, 3 * usual):
            text = f"“{entry.title[:60]}…” has {len(entry.title)} signs; the others have about {usual:.0f}."
            yield Remark(About.TITLE, text, entry.where)


def _title(row: Row) -> str:
    """The text of a row that holds nothing else."""
    texts = list(dict.fromkeys(cell.flat for cell in row if cell.text))
    return texts[0] if len(texts) == 1 and len(texts[0]) > 5 else ""

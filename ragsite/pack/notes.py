"""The data notes of a pack: those of the plan's page, all notes on one thing told together."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from ragsite.pack import prose
from ragsite.pack.document import Block, Cell, Column, Entry, Heading, Listing, Paragraph, Row, Run, Table, text_of
from ragsite.pack.edition import Edition
from ragsite.pack.prose import Link
from ragsite.pack.scope import Scope
from ragsite.pack.sections import paragraphs, section_blocks
from ragsite.pack.tables import table_blocks
from ragsite.pages.notes import NO_PLACE
from ragsite.pages.props import Props
from ragsite.render import slug
from ragsite.views.notes import Noted, collect

MEASURES = "measures"
"""The group of notes that stand with their measures."""

NO_NOTES = "Nothing odd was met when reading the source of this plan."


def note_blocks(edition: Edition, scope: Scope) -> tuple[Block, ...]:
    """The data notes of the plan; for chosen items, those on them. Notes on measures stand with each measure."""
    link, blocks = edition.link_from(edition.notes), list[Block]()
    corrections = edition.found("corrections")
    if corrections and scope.is_whole:
        blocks += [Heading(str(corrections["title"]), 2), *section_blocks(corrections, link, level=3)]
    groups = {slug(group.title): group.notes for group in collect(edition.plan)}
    for section in edition.notes.props["sections"]:
        noted = groups.get(str(section["id"]), ())
        if section["part"] == "table" and section["id"] != MEASURES and (noted or scope.is_whole):
            blocks += _section(section, noted, scope, link=link)
    return tuple(blocks or paragraphs([NO_NOTES], link))


def _section(section: Props, noted: Sequence[Noted], scope: Scope, *, link: Link) -> list[Block]:
    """A table of the page, with the rows on chosen items only; what checks found is told of the whole plan."""
    table = section["table"]
    rows = [row for n, row in enumerate(table["rows"]) if not noted or _is_on(noted[n], scope)]
    if not rows:
        return []
    title = str(section["title"]) if len(rows) == len(table["rows"]) else str(section["title"]).partition(" (")[0]
    lede = section.get("lede")
    told = [Paragraph(prose.inline(lede, link))] if lede else []
    drawn = table_blocks({**table, "caption": title, "rows": rows}, link, is_captioned=False)
    return [Heading(title, 2), *told, *(_gathered(one) if isinstance(one, Table) else one for one in drawn)]


def _is_on(noted: Noted, scope: Scope) -> bool:
    if not scope.items:
        return True
    subject = noted.subject
    ids = {getattr(subject, "id", ""), *getattr(subject, "items", ())}
    return bool(scope.chosen.intersection(one for one in ids if isinstance(one, str)))


def _gathered(table: Table) -> Table:
    """One row for all notes on a thing, each with its place in the source behind it."""
    about, said, _ = table.columns
    together = [(first, list(rows)) for first, rows in groupby(table.rows, key=lambda row: row.cells[0])]
    rows = tuple(Row((first, _notes(rows))) for first, rows in together)
    return Table(table.caption, (about, Column(f"{said.text}, with its place in the source")), rows, is_captioned=False)


def _notes(rows: Sequence[Row]) -> Cell:
    """A single note as its paragraph, several as a list."""
    entries = tuple(Entry(tuple(_note(row))) for row in rows)
    return Cell((Listing(entries),) if len(entries) > 1 else (Paragraph(entries[0].line),))


def _note(row: Row) -> Iterator[Run]:
    _, said, place = row.cells
    for number, block in enumerate(one for one in said.blocks if isinstance(one, Paragraph)):
        yield from (Run(" "),) if number else ()
        yield from (part for part in block.line if isinstance(part, Run))
    where = " ".join(text_of(one.line) for one in place.blocks if isinstance(one, Paragraph))
    if where and where != NO_PLACE:
        yield Run(f" {where}.", is_emphasis=True)

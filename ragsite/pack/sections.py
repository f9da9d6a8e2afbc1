"""The sections of the site's pages as blocks of a document, part by part as `theme/pages/parts.html` draws them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from ragsite.charts.bar import Distribution
from ragsite.pack import prose
from ragsite.pack.charts import bar_drawing
from ragsite.pack.document import (
    Block,
    Cell,
    Column,
    Entry,
    Facts,
    Heading,
    Line,
    Listing,
    Paragraph,
    Picture,
    Row,
    Run,
    Style,
    Table,
)
from ragsite.pack.prose import Link
from ragsite.pack.tables import mark_of, table_blocks
from ragsite.pages.props import Props

NO_MEANING = "No definition of this level survives."
NO_RATINGS = "This report gives no ratings."


def section_blocks(section: Props, link: Link, *, level: int) -> tuple[Block, ...]:
    """What a section says below its title; headings in it begin at `level`."""
    lede = section.get("lede")
    made: list[Block] = [Paragraph(prose.inline(lede, link), Style.LEDE)] if lede else []
    made += _DRAWN[section["part"]](section, link, level)
    made += source_blocks(section.get("sources") or (), link)
    return tuple(made)


def source_blocks(sources: Iterable[Props], link: Link) -> list[Block]:
    """One line for each source, as the site's small print says it."""
    return [Paragraph(_source(one, link), Style.SOURCE) for one in sources]


def passage_blocks(passages: Iterable[Any], link: Link, *, level: int) -> Iterator[Block]:
    """Texts, some with a title of their own and a source."""
    for passage in passages:
        if isinstance(passage, str):
            yield from prose.blocks(passage, link)
            continue
        if passage.get("title"):
            yield Heading(str(passage["title"]), level)
        yield from prose.blocks(passage["text"], link)
        if passage.get("source"):
            yield from source_blocks([passage["source"]], link)


def paragraphs(texts: Iterable[object], link: Link, *, style: Style = Style.BODY) -> list[Block]:
    """Texts in Markdown, each as its paragraphs."""
    return [block for text in texts for block in prose.blocks(text, link, style=style)]


def tally_blocks(tallies: Sequence[Props], link: Link) -> Iterator[Block]:
    """Roll-ups: the bar, the table with counts, denominators and shares, and why items are not rated."""
    if not tallies:
        yield Paragraph((Run(NO_RATINGS),))
    for tally in tallies:
        bar: Distribution = tally["bar"]
        if bar.segments:
            yield Picture(bar_drawing(bar), f"{tally['caption']}. {bar.text}")
        yield _counts(bar, caption=str(tally["caption"]), noun=str(tally["noun"]))
        if tally["reasons"]:
            yield Paragraph((Run(f"{tally['reasons_title']}:", is_strong=True),))
            yield Listing(tuple(Entry(_reason(one, link)) for one in tally["reasons"]))


def told_blocks(section: Props, link: Link) -> Iterator[Block]:
    """A section of sentences and tables, as the pages on changes have them."""
    if section.get("warning"):
        yield from prose.blocks(section["warning"], link, style=Style.WARNING)
    yield from paragraphs(section["sentences"], link)
    for table in section["tables"]:
        yield from table_blocks(table, link, is_captioned=True)


def definition_facts(caption: str, entries: Sequence[Props], link: Link) -> Facts:
    """Terms with what is said of each."""
    return Facts(caption, tuple((str(one["term"]), Cell(prose.blocks(one["text"], link))) for one in entries))


def _passages(section: Props, link: Link, level: int) -> list[Block]:
    return list(passage_blocks(section["passages"], link, level=level))


def _tallies(section: Props, link: Link, level: int) -> list[Block]:  # noqa: ARG001
    return list(tally_blocks(section["tallies"], link))


def _table(section: Props, link: Link, level: int) -> list[Block]:  # noqa: ARG001
    return list(table_blocks(section["table"], link, is_captioned=False))


def _moves(section: Props, link: Link, level: int) -> list[Block]:  # noqa: ARG001
    return [*told_blocks(section, link), Paragraph(prose.inline(section["rule"], link), Style.NOTE)]


def _said(section: Props, link: Link, level: int) -> list[Block]:
    return [block for entry in section["entries"] for block in _entry(entry, link, level)]


def _entry(entry: Props, link: Link, level: int) -> Iterator[Block]:
    yield Heading(str(entry["title"]), level, mark_of(entry["badge"]) if entry["badge"] else None)
    if entry["counts"]:
        yield Paragraph(prose.inline(" ".join(entry["counts"]), link), Style.NOTE)
    yield from passage_blocks(entry["passages"], link, level=level + 1)
    yield from source_blocks(entry["sources"], link)


def _missing(section: Props, link: Link, level: int) -> list[Block]:  # noqa: ARG001
    return list(prose.blocks(section["text"], link, style=Style.MISSING))


def _notes(section: Props, link: Link, level: int) -> list[Block]:  # noqa: ARG001
    return [Listing(tuple(Entry(_note(one, link)) for one in section["notes"]))]


def _note(note: Props, link: Link) -> Line:
    source = note.get("source")
    said = prose.inline(note["text"], link)
    return (*said, Run(f" {source}", is_emphasis=True)) if source else said


def _scale(section: Props, link: Link, level: int) -> list[Block]:
    rows = tuple(
        Row((Cell((Paragraph((mark_of(one),)),)), Cell(_meaning(one.get("meaning"), link))))
        for one in section["levels"]
    )
    made: list[Block] = [Table(str(section["title"]), (Column("Rating"), Column("What it means")), rows, False)]
    if section["unrated"]:
        title = "Printed values that are not ratings"
        made += [Heading(title, level), definition_facts(title, section["unrated"], link)]
    return [*made, *paragraphs(section["notes"], link)]


def _meaning(text: str | None, link: Link) -> tuple[prose.Block, ...]:
    return prose.blocks(text, link) if text else (Paragraph((Run(NO_MEANING),), Style.MISSING),)


def _sources(section: Props, link: Link, level: int) -> list[Block]:  # noqa: ARG001
    entries = [
        Entry((Run(str(one["title"]), True, False, link(one["href"] or "")), Run(". "), *_credit(one, link)))
        for one in section["credits"]
    ]
    return [*source_blocks(section["lines"], link), Listing(tuple(entries))]


def _credit(credit: Props, link: Link) -> Line:
    return prose.inline(" ".join(part for part in (credit["meta"], credit["note"]) if part), link)


def _source(source: Props, link: Link) -> Line:
    place = f", {source['place']}" if source.get("place") else ""
    said = Run(str(source["text"]), href=link(source.get("href") or ""))
    note = (Run(" "), *prose.inline(source["note"], link)) if source.get("note") else ()
    return (Run("Source: "), said, Run(f"{place}."), *note)


def _counts(bar: Distribution, *, caption: str, noun: str) -> Table:
    columns = (Column("Rating"), Column(f"Number of {noun}", is_number=True), Column("Share", is_number=True))
    rows = tuple(
        Row(
            (
                Cell((Paragraph((mark_of(row.badge),)),)),
                Cell((Paragraph((Run(row.of_total),)),)),
                Cell((Paragraph((Run(row.share),)),)),
            )
        )
        for row in bar.rows
    )
    return Table(caption, columns, rows)


def _reason(reason: Props, link: Link) -> Line:
    return (*prose.inline(reason["text"], link), Run(f" {reason['number']}", is_strong=True))


_DRAWN: dict[str, Callable[[Props, Link, int], list[Block]]] = {
    "passages": _passages,
    "columns": _passages,
    "tallies": _tallies,
    "table": _table,
    "moves": _moves,
    "said": _said,
    "missing": _missing,
    "notes": _notes,
    "scale": _scale,
    "sources": _sources,
}
"""How each kind of section is laid out."""

"""Each measure as blocks: its finding, its figures and chart, every value, targets and what it is compared with."""

from collections.abc import Iterable, Iterator, Sequence

from ragsite.charts.line import LineFigure
from ragsite.pack import prose
from ragsite.pack.charts import line_drawing
from ragsite.pack.document import (
    Block,
    Cell,
    Column,
    Entry,
    Heading,
    Listing,
    Paragraph,
    Picture,
    Row,
    Run,
    Style,
    Table,
    text_of,
)
from ragsite.pack.prose import Link
from ragsite.pack.sections import section_blocks, source_blocks
from ragsite.pack.tables import cell_of, table_blocks
from ragsite.pages.page import Page
from ragsite.pages.props import Props


def measure_blocks(page: Page, link: Link) -> Iterator[Block]:
    """All that the measure's page says, without what every page repeats."""
    props = page.props
    yield Heading(str(page.hero["title"]), 2)
    yield Paragraph((Run(f"{props['headline']}.", is_strong=True),))
    yield from prose.blocks(page.hero["lede"], link)
    yield Paragraph(tuple(_aside(page.hero["facts"], props["sections"], link)), Style.NOTE)
    if len(props["figures"]) > 1 and _has_more(props):
        yield _in_short(f"{page.hero['title']}: in short", props["figures"], link)
    if props["figure"]:
        yield from _chart(props["figure"])
    if props["values"]["rows"]:
        yield from table_blocks(props["values"], link, is_captioned=True)
    for section in props["sections"]:
        yield from _section(section, link)


def _aside(facts: Iterable[Props], sections: Iterable[Props], link: Link) -> Iterator[Run]:
    """What the measure is counted in, which way is better, what it belongs to and lacks, in one run of sentences."""
    for fact in facts:
        value = text_of(prose.inline(fact["value"], link)).rstrip(".")
        note = f" {fact['note']}" if fact.get("note") else ""
        yield Run(f"{fact['label']}: ", is_strong=True)
        yield Run(f"{value}.{note} ")
    yield from (Run(f"{one['text']} ") for one in sections if one["part"] == "missing")


def _has_more(props: Props) -> bool:
    """True when there is more than one value or target; one of each is told in full by its own table."""
    targets = [one for one in props["sections"] if one["id"] == "targets" and one["part"] == "table"]
    return len(props["values"]["rows"]) > 1 or any(len(one["table"]["rows"]) > 1 for one in targets)


def _in_short(caption: str, figures: Sequence[Props], link: Link) -> Table:
    """The figures side by side, each below its name."""
    cells = tuple(_fact(one, link) for one in figures)
    columns = tuple(Column(str(one["label"])) for one in figures)
    return Table(caption, columns, (Row(cells),), is_captioned=False, heads_rows=False)


def _fact(fact: Props, link: Link) -> Cell:
    """The value of a fact, its direction in words, and its note."""
    way = fact["direction"]["text"] if fact.get("direction") else ""
    note = " ".join(part for part in (f"**{way}.**" if way else "", fact.get("note") or "") if part)
    return cell_of({"text": fact["value"], "note": note}, link)


def _chart(figure: LineFigure) -> Iterator[Block]:
    caption = (Run(figure.headline, is_strong=True), Run(f" {figure.subtitle}"))
    yield Picture(line_drawing(figure), f"{figure.title} {figure.description}", caption)
    if figure.scale_note:
        yield Paragraph((Run(figure.scale_note),), Style.NOTE)


def _section(section: Props, link: Link) -> Iterator[Block]:
    """The tables carry their own caption, so they need no heading; of the sources, the lines are enough."""
    if section["part"] == "missing":
        return
    if section["part"] == "sources":
        yield from source_blocks(section["lines"], link)
    elif section["part"] == "notes":
        yield Paragraph((Run(f"{section['title']}:", is_strong=True),))
        yield Listing(tuple(Entry(prose.inline(one["text"], link)) for one in section["notes"]))
    elif section["part"] == "table":
        yield from table_blocks(section["table"], link, is_captioned=True)
        if section.get("lede"):
            yield Paragraph(prose.inline(section["lede"], link))
    else:
        yield from section_blocks(section, link, level=3)

"""Each measure as blocks: its finding, its figures and chart, every value, targets and what it is compared with."""

from collections.abc import Iterable, Iterator

from ragsite.charts.line import LineFigure
from ragsite.pack import prose
from ragsite.pack.charts import line_drawing
from ragsite.pack.document import Block, Cell, Entry, Facts, Heading, Listing, Paragraph, Picture, Run, Style, text_of
from ragsite.pack.prose import Link
from ragsite.pack.sections import section_blocks, source_blocks
from ragsite.pack.tables import cell_of, table_blocks
from ragsite.pages.page import Page
from ragsite.pages.props import Props

NO_VALUE = "The source gives no value for this measure."


def measure_blocks(page: Page, link: Link) -> Iterator[Block]:
    """All that the measure's page says, without what every page repeats."""
    props = page.props
    yield Heading(str(page.hero["title"]), 2)
    yield Paragraph((Run(f"{props['headline']}.", is_strong=True),))
    yield from prose.blocks(page.hero["lede"], link)
    yield Paragraph(tuple(_aside(page.hero["facts"], props["sections"], link)), Style.NOTE)
    if len(props["figures"]) > 1:
        facts = tuple((str(one["label"]), _fact(one, link)) for one in props["figures"])
        yield Facts(f"{page.hero['title']}: in short", facts)
    if props["figure"]:
        yield from _chart(props["figure"])
    if props["values"]["rows"]:
        yield from table_blocks(props["values"], link, is_captioned=True)
    else:
        yield Paragraph((Run(NO_VALUE),), Style.MISSING)
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

"""The exception report as blocks, part by part as its page on the site draws it."""

from collections.abc import Iterator

from ragsite.pack import prose
from ragsite.pack.document import Block, Entry, Heading, Line, Listing, Paragraph, Run, Style
from ragsite.pack.edition import Edition
from ragsite.pack.prose import Link
from ragsite.pack.sections import definition_facts, passage_blocks, source_blocks
from ragsite.pack.tables import mark_of, table_blocks
from ragsite.pages.props import Props

MANY = 12
"""Up to how many items are named that share one reason; a longer list is what the website is for."""

LONG = f"Where more than {MANY} items share a reason, they are counted here and named on the website."


def exception_blocks(edition: Edition) -> tuple[Block, ...]:
    """The whole report by exception; each part has its own heading."""
    page, link = edition.exceptions, edition.link_from(edition.exceptions)
    parts = page.props["parts"]
    made: list[Block] = [Paragraph(prose.inline(page.hero["lede"], link), Style.LEDE)]
    for name in ("rules", "listed"):
        made += _table(parts[name], link)
    made += _entries(parts["entries"], link) if parts["entries"] else []
    made += _table(parts["improved"], link)
    made += _areas(parts["areas"], link) if parts["areas"] else []
    made += _unresolved(parts["unresolved"], link) if parts["unresolved"] else []
    return tuple(made)


def _table(section: Props, link: Link) -> Iterator[Block]:
    yield Heading(str(section["title"]), 2)
    if section.get("lede") and section["table"]["rows"]:
        yield Paragraph(prose.inline(section["lede"], link))
    yield from table_blocks(section["table"], link, is_captioned=False)


def _entries(section: Props, link: Link) -> Iterator[Block]:
    yield Heading(str(section["title"]), 2)
    for entry in section["entries"]:
        title = str(entry["title"])
        yield Heading(title, 3, mark_of(entry["badge"]) if entry["badge"] else None)
        yield definition_facts(title, entry["said"], link)
        yield from source_blocks(entry["sources"], link)


def _areas(section: Props, link: Link) -> Iterator[Block]:
    yield Heading(str(section["title"]), 2)
    for area in section["entries"]:
        yield Heading(str(area["title"]), 3, mark_of(area["badge"]))
        yield from passage_blocks(area["columns"], link, level=4)
        yield from source_blocks(area["sources"], link)


def _unresolved(section: Props, link: Link) -> Iterator[Block]:
    yield Heading(str(section["title"]), 2)
    yield Paragraph(prose.inline(section["lede"], link))
    reasons = [reason for group in section["groups"] for reason in group["reasons"]]
    if any(_is_long(reason) for reason in reasons):
        yield Paragraph((Run(LONG),), Style.NOTE)
    for group in section["groups"]:
        yield Heading(str(group["title"]), 3)
        yield Listing(tuple(Entry(_reason(one, link)) for one in group["reasons"]))


def _reason(reason: Props, link: Link) -> Line:
    said = (*prose.inline(reason["text"], link), Run(f" {reason['number']}", is_strong=True))
    if not reason["fold"] or _is_long(reason):
        return said
    return (*said, Run(": "), *(Run(run.text) for run in prose.inline(reason["links"], link) if isinstance(run, Run)))


def _is_long(reason: Props) -> bool:
    return reason["links"] is not None and str(reason["links"]).count("<a ") > MANY

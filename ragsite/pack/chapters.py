"""The chapters of a pack, each from the page of the site that tells the same."""

from collections.abc import Iterator

from ragsite.pack import prose
from ragsite.pack.document import Block, Chapter, Facts, Heading, Paragraph, Run, Style
from ragsite.pack.edition import Edition
from ragsite.pack.exceptions import exception_blocks
from ragsite.pack.items_table import items_table
from ragsite.pack.measures import measure_blocks
from ragsite.pack.notes import note_blocks
from ragsite.pack.scope import Scope
from ragsite.pack.sections import section_blocks, told_blocks
from ragsite.pack.tables import cell_of, table_blocks
from ragsite.pages.edition import item_anchor

WIDE_FROM = 6
"""From how many columns on the table of items reads better across the long side of the page."""

SAID = "What the report says of each item"
NOT_SAID = "The report says nothing in words of any item."


def chapters(edition: Edition, scope: Scope) -> Iterator[Chapter]:
    """Every chapter that a scope asks for, in reading order.

    Measures and data notes are told as they stand now, so that the pack of an earlier report has none.
    """
    is_latest = edition.report is edition.plan.latest
    yield _summary(edition, scope)
    yield _section(edition, "meanings")
    if not scope.items:
        yield Chapter("exceptions", "What is off track", exception_blocks(edition))
    if scope.is_whole:
        yield _changes(edition)
    if not scope.is_exceptions_only:
        yield _items(edition, scope)
        yield _said(edition, scope)
        yield from _measures(edition, scope) if is_latest else ()
    if scope.is_whole and edition.found("statements"):
        yield _section(edition, "statements")
    if is_latest and not scope.is_exceptions_only:
        yield Chapter("notes", "Data notes", note_blocks(edition, scope))
    yield _section(edition, "sources")


def _summary(edition: Edition, scope: Scope) -> Chapter:
    """The verdict and the counts are always those of the whole plan; the cover says what else is left out."""
    link = edition.link_from(edition.page)
    blocks: list[Block] = [Paragraph(prose.inline(edition.page.hero["lede"], link), Style.LEDE)]
    for name in ("summary", "glance", *(("key-points",) if scope.is_whole else ())):
        section = edition.found(name)
        if section:
            blocks += [Heading(str(section["title"]), 2), *section_blocks(section, link, level=3)]
    return Chapter("summary", "Summary" if scope.is_whole else "Summary of the whole plan", tuple(blocks))


def _section(edition: Edition, name: str) -> Chapter:
    """A section of the report's page as a chapter of its own."""
    section = edition.found(name)
    if section is None:
        raise LookupError(f"the page {edition.page.path} has no section {name!r}")
    blocks = section_blocks(section, edition.link_from(edition.page), level=2)
    return Chapter(name, str(section["title"]), blocks)


def _changes(edition: Edition) -> Chapter:
    page, link = edition.changes, edition.link_from(edition.changes)
    blocks: list[Block] = [Paragraph(prose.inline(page.hero["lede"], link), Style.LEDE)]
    facts = tuple((str(one["label"]), cell_of(one["value"], link)) for one in page.hero["facts"])
    if edition.changes.props["sections"] and len(facts) > 1:
        blocks.append(Facts("What is compared", facts))
    for section in page.props["sections"]:
        blocks += [Heading(str(section["title"]), 2), *told_blocks(section, link)]
    if page.props["sections"]:
        how = next(one for one in page.props["closing"] if one["id"] == "how")
        blocks += [Heading(str(how["title"]), 2), *section_blocks(how, link, level=3)]
    return Chapter("changes", "What changed", tuple(blocks))


def _items(edition: Edition, scope: Scope) -> Chapter:
    section = edition.found("items")
    if section is None:
        raise LookupError(f"the page {edition.page.path} has no table of items")
    table = items_table(edition.plan, edition.report, section["table"], scope=scope)
    is_wide = len(table["columns"]) >= WIDE_FROM
    blocks = table_blocks(table, edition.link_from(edition.page), is_captioned=False, is_wide=is_wide)
    title = "The items of this pack" if scope.items else str(section["title"])
    return Chapter("items", title, blocks, is_wide=is_wide)


def _said(edition: Edition, scope: Scope) -> Chapter:
    """What the report says of each item, and after it what else it tells."""
    link, blocks = edition.link_from(edition.page), list[Block]()
    said, more = edition.found("said"), edition.found("narrative")
    anchors = {item_anchor(item) for item in edition.plan.items if scope.holds(item.id)}
    entries = [entry for entry in said["entries"] if entry["id"] in anchors] if said else []
    if said and entries:
        lede = said["lede"] if scope.is_whole else None
        blocks += section_blocks({**said, "entries": entries, "lede": lede}, link, level=2)
    else:
        blocks.append(Paragraph((Run(NOT_SAID),), Style.MISSING))
    if more and scope.is_whole:
        blocks += [Heading(str(more["title"]), 2), *section_blocks(more, link, level=3)]
    return Chapter("said", SAID, tuple(blocks))


def _measures(edition: Edition, scope: Scope) -> Iterator[Chapter]:
    pairs = zip(edition.plan.measures, edition.measures, strict=True)
    pages = [page for one, page in pairs if not scope.items or scope.chosen.intersection(one.items)]
    if pages:
        blocks = tuple(block for page in pages for block in measure_blocks(page, edition.link_from(page)))
        yield Chapter("measures", "Measures", blocks)

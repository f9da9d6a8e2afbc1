"""A pack put together: cover and chapters of one report, as a document free of any format."""

from collections.abc import Iterator
from datetime import date

from ragsite.model.plan import Plan
from ragsite.model.reports import Report
from ragsite.model.site import Settings
from ragsite.pack import prose
from ragsite.pack.chapters import chapters
from ragsite.pack.document import Cell, Cover, Document, Paragraph, Run, Style
from ragsite.pack.edition import Edition
from ragsite.pack.prose import Link
from ragsite.pack.scope import Scope, scope_words
from ragsite.pages.props import NOT_STATED, as_at_words, next_report_words, plan_name
from ragsite.views.moment import given_by

LANGUAGE = "en-GB"
EARLIER = (
    "A later report on this plan has been published since. This pack tells what this report said. Measures and "
    "data notes are in the pack of the latest report."
)
UNDATED = date(2000, 1, 1)
"""The day that a file is dated by where the content dates nothing at all."""


def compose(edition: Edition, scope: Scope) -> Document:
    """The pack of one report; the same content gives the same document, whenever it is made."""
    plan, report = edition.plan, edition.report
    return Document(
        title=f"{plan_name(plan)}. Committee pack, report {report.label}",
        subject=str(edition.page.hero["lede"]),
        author=edition.settings.publisher,
        language=LANGUAGE,
        running=f"{plan.facts.organisation}: {plan.facts.short_title}, report {report.label}",
        made=given_by(plan, report) or UNDATED,
        brand=edition.settings.brand.colour,
        cover=_cover(edition, scope),
        chapters=tuple(chapters(edition, scope)),
    )


def _cover(edition: Edition, scope: Scope) -> Cover:
    plan, link = edition.plan, edition.link_from(edition.page)
    told = [(label, text) for label, text in _facts(plan, edition.report) if text]
    return Cover(
        organisation=plan.facts.organisation,
        title=plan.facts.title,
        subtitle=f"Committee pack: report {edition.report.label}",
        holds=scope_words(plan, scope),
        facts=tuple((label, Cell((Paragraph((Run(text),)),))) for label, text in told),
        small_print=tuple(_small_print(edition, link)),
    )


def _facts(plan: Plan, report: Report) -> Iterator[tuple[str, str]]:
    facts, governance = plan.facts, plan.facts.governance
    yield "Report", report.label
    yield "Date", as_at_words(report)
    yield "Published", report.published.label if report.published else NOT_STATED
    if report is plan.latest:
        yield "What comes next", next_report_words(plan)
    yield "Rating scale", plan.scale_of(report).title
    if facts.inspection:
        found = facts.inspection
        dated = found.date.label if found.date else ""
        yield "Inspection", ", ".join(part for part in (found.name or found.body, dated) if part)
    if governance:
        yield "Overseen by", governance.board or ""
        yield "Chair", governance.chair or ""
        yield "Scrutiny", governance.scrutiny or ""


def _small_print(edition: Edition, link: Link) -> Iterator[Paragraph]:
    settings, latest = edition.settings, edition.plan.latest
    if edition.report is not latest:
        yield Paragraph((Run(EARLIER),), Style.WARNING)
    address = link(edition.page.path)
    said = "The words and figures are those of this report’s page on the website"
    yield Paragraph((Run(f"{said}: "), Run(address, href=address), Run(".")) if address else (Run(f"{said}."),))
    yield Paragraph((Run(f"{settings.title}, published by {settings.publisher}. {_contact(settings)}"),))
    licence = Run(settings.licence.name, href=settings.licence.link)
    yield Paragraph((Run("Content: "), licence, Run(", except where a part says otherwise.")))
    for text in settings.about:
        yield from (one for one in prose.blocks(text.text, link) if isinstance(one, Paragraph))


def _contact(settings: Settings) -> str:
    contact = settings.contact
    ways = [contact.name, contact.email, contact.telephone, contact.address]
    return f"Contact: {', '.join(way for way in ways if way)}."

"""One report as the site's own pages tell it, gathered: so that a pack can say nothing else than they do."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain
from urllib.parse import urljoin

from ragsite import addresses
from ragsite.model.plan import Plan
from ragsite.model.reports import Report
from ragsite.model.site import Settings
from ragsite.pack.prose import Link
from ragsite.pages import changes, exceptions, measure, notes, report
from ragsite.pages.page import Page
from ragsite.pages.props import Props
from ragsite.publish import PublicSite

Pages = Mapping[str, Page]
"""Pages by their address."""


@dataclass(frozen=True)
class Edition:
    """The pages of one report; measures and data notes are those of the plan."""

    settings: Settings
    plan: Plan
    report: Report
    page: Page
    changes: Page
    exceptions: Page
    measures: tuple[Page, ...]
    notes: Page

    def found(self, name: str) -> Props | None:
        """A section of the report's page by its id."""
        return next((one for one in self.page.props["sections"] if one["id"] == name), None)

    def link_from(self, page: Page) -> Link:
        """How hrefs of a page read outside the site: whole, where the site knows its own address."""

        def link(href: str) -> str:
            if href.startswith(("https://", "http://", "mailto:")):
                return href
            base = (self.settings.url or "").rstrip("/")
            return urljoin(f"{base}{page.path}", href) if base and href and not href.startswith("#") else ""

        return link


def gather(public: PublicSite) -> Pages:
    """Every page that a pack may be made from."""
    kinds = (report.pages, changes.pages, exceptions.pages, measure.pages, notes.pages)
    return {page.path: page for page in chain.from_iterable(pages(public) for pages in kinds)}


def edition(settings: Settings, plan: Plan, report: Report, *, pages: Pages) -> Edition:
    """One report's edition among the pages of its site."""
    return Edition(
        settings=settings,
        plan=plan,
        report=report,
        page=pages[addresses.report(plan.id, report.id)],
        changes=pages[addresses.report_part(plan.id, report.id, "changes")],
        exceptions=pages[addresses.report_part(plan.id, report.id, "exceptions")],
        measures=tuple(pages[addresses.measure(plan.id, one.id)] for one in plan.measures),
        notes=pages[addresses.part(plan.id, "notes")],
    )

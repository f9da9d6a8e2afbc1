"""The packs of the built site: one PDF and one Word file per plan, and the links to them, where they can be made."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from ragsite import addresses
from ragsite.model.plan import Plan
from ragsite.pack import pdf, word
from ragsite.pack.compose import compose
from ragsite.pack.document import Document
from ragsite.pack.edition import Pages, edition, gather
from ragsite.pack.scope import WHOLE
from ragsite.pages.page import Page
from ragsite.publish import PublicSite
from ragsite.render import relative

Writer = Callable[[Document], bytes]
WRITERS: dict[str, tuple[str, Callable[[], bool], Writer]] = {
    "committee-pack.pdf": ("Committee pack (PDF)", pdf.is_ready, pdf.write_pdf),
    "committee-pack.docx": ("Committee pack (Word)", word.is_ready, word.write_word),
}
"""The files by name: how they are called, whether they can be made here, and what makes them."""

SHOWN_ON = ("pages/plan.html", "pages/report.html", "pages/exceptions.html", "pages/changes.html", "pages/data.html")
"""The templates of the pages that lead to the packs."""


def available() -> tuple[str, ...]:
    """The names of the files that can be made with what is installed here."""
    return tuple(name for name, (_, is_ready, _) in WRITERS.items() if is_ready())


def pack_files(public: PublicSite, names: tuple[str, ...]) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Address of each file, and how to make it when it is wanted; a plan without a report has none."""
    pages = gather(public) if names else {}
    for plan in public.site.plans:
        for name in names if plan.latest else ():
            yield addresses.beside(addresses.plan(plan.id), name), partial(_made, public, plan, name, pages=pages)


def with_packs(page: Page, public: PublicSite, names: tuple[str, ...]) -> Page:
    """The page with links to the packs of its plan; pages of earlier reports lead to none."""
    plan = next((one for one in public.site.plans if one.id.lower() == addresses.plan_of(page.path)), None)
    if not names or plan is None or plan.latest is None or page.template not in SHOWN_ON:
        return page
    edition = addresses.report(plan.id, plan.latest.id)
    if "/reports/" in page.path and not page.path.startswith(edition):
        return page
    here = addresses.plan(plan.id)
    links = [{"text": WRITERS[name][0], "href": relative(page.path, addresses.beside(here, name))} for name in names]
    return replace(page, links=(*page.links, {"title": "For committees", "links": links}))


def _made(public: PublicSite, plan: Plan, name: str, *, pages: Pages) -> bytes:
    if plan.latest is None:
        raise LookupError(f"the plan {plan.id} has no report")
    return WRITERS[name][2](compose(edition(public.site.settings, plan, plan.latest, pages=pages), WHOLE))

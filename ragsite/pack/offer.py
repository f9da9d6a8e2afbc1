"""The packs of the built site: one PDF and one Word file per plan, and the links to them, where they can be made."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from ragsite import addresses
from ragsite.pack import pdf, word
from ragsite.pack.compose import compose
from ragsite.pack.document import Document
from ragsite.pack.edition import edition, gather
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


@dataclass(frozen=True)
class PackFile:
    """One file of a pack: the address it is published at, the name of its kind, and all that it shows."""

    address: str
    name: str
    document: Document

    @property
    def made_from(self) -> str:
        """Everything, but for the program, that decides the file's bytes; where it is the same, so are they."""
        return f"{self.name} {made_by()} {self.document!r}"

    def make(self) -> bytes:
        """The file's bytes, which takes seconds for a large plan."""
        return WRITERS[self.name][2](self.document)


def available() -> tuple[str, ...]:
    """The names of the files that can be made with what is installed here."""
    return tuple(name for name, (_, is_ready, _) in WRITERS.items() if is_ready())


@cache
def made_by() -> str:
    """What lays packs out here, besides Python's own packages: another version of it may break lines elsewhere."""
    return pdf.made_with() if pdf.is_ready() else ""


def pack_files(public: PublicSite, names: tuple[str, ...]) -> Iterator[PackFile]:
    """The files of each plan's latest report, of the kinds in `names`; a plan without a report has none."""
    pages = gather(public) if names else {}
    for plan in public.site.plans if names else ():
        if plan.latest is not None:
            document = compose(edition(public.site.settings, plan, plan.latest, pages=pages), WHOLE)
            for name in names:
                yield PackFile(addresses.beside(addresses.plan(plan.id), name), name, document)


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

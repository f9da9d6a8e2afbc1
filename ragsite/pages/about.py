"""About the site: what it is, where its facts come from and under which licence, corrections and contact."""

from collections.abc import Iterator

from ragsite import addresses
from ragsite.model.facts import SourceDocument
from ragsite.model.plan import Plan
from ragsite.model.site import Contact, Settings
from ragsite.pages.page import Page
from ragsite.pages.props import NOT_STATED, Props, breadcrumb, date_cell, plan_name
from ragsite.pages.sections import contents
from ragsite.publish import PublicSite
from ragsite.render import relative

_MADE = (
    "Each plan is restated from public papers. People read every line of them and write the facts into files, with "
    "the number of the line. A program checks the files and makes the pages and the data from them.",
    "Figures, dates and ratings stay as the paper prints them. Other words are restated in plain English.",
    "What a page says of time is told as at the date of the report, never as at today.",
)
_MENDED = (
    "If a page says something else than its source, tell us. We then correct the files, and with them the page and "
    "the data.",
    "Mistakes in a source are not mended. They are shown as printed, with a data note beside them.",
)


def pages(public: PublicSite) -> Iterator[Page]:
    """The one page about the site."""
    here, settings = addresses.ABOUT, public.site.settings
    sections: list[Props] = [
        {"part": "passages", "id": "what", "title": "What this site is", "passages": _texts(settings)},
        {"part": "passages", "id": "made", "title": "How the content is made", "passages": list(_MADE)},
        {"part": "table", "id": "sources", "title": "Sources and licences", "table": _sources(here, public)},
        {"part": "passages", "id": "corrections", "title": "Corrections", "passages": list(_MENDED)},
        {"part": "passages", "id": "licence", "title": "Licence of this site", "passages": _licence(settings)},
    ]
    contact = {"id": "contact", "title": "Contact"}
    yield Page(
        path=here,
        template="pages/about.html",
        title="About this site",
        description=settings.description,
        section=here,
        breadcrumb=breadcrumb(here, (), last="About"),
        hero={"title": "About this site", "lede": settings.description},
        on_this_page=contents([*sections, contact]),
        props={
            "sections": sections,
            "contact": {**contact, "name": settings.contact.name, "text": settings.contact.text},
            "ways": _ways(settings.contact),
        },
    )


def _texts(settings: Settings) -> list[str]:
    return [passage.text for passage in settings.about] or [settings.description]


def _sources(here: str, public: PublicSite) -> Props:
    return {
        "caption": "The documents that this site restates",
        "columns": ["Document", "Published by", "Date", "Licence", "Plan"],
        "rows": [_document(here, plan, document) for plan in public.site.plans for document in plan.facts.sources],
        "dense": True,
    }


def _document(here: str, plan: Plan, document: SourceDocument) -> list[object]:
    return [
        {"text": document.title, "href": document.link, "note": document.kind},
        document.publisher or NOT_STATED,
        date_cell(document.date),
        document.licence,
        {"text": plan_name(plan), "href": relative(here, addresses.plan(plan.id))},
    ]


def _licence(settings: Settings) -> list[str]:
    licence = settings.licence
    return [
        f"The content and the data of this site are published under the [{licence.name}]({licence.link}). "
        "The documents that it restates keep their own licences, as the table above says."
    ]


def _ways(contact: Contact) -> list[Props]:
    """Every way to reach whom the site names, as terms with Markdown."""
    said = [
        ("E-mail", f"[{contact.email}](mailto:{contact.email})" if contact.email else None),
        ("Telephone", contact.telephone),
        ("Address", contact.address),
        ("Website", f"[{contact.link}]({contact.link})" if contact.link else None),
    ]
    return [{"term": term, "text": text} for term, text in said if text]

"""The open data of a plan: its files, what each holds column by column, licence, date and how to cite it."""

from collections.abc import Iterator

from ragsite import addresses
from ragsite.exporters.columns import CSV_NOTE, DOCUMENTS, TABLES
from ragsite.exporters.dataset import dataset
from ragsite.figures import words
from ragsite.model.plan import Plan
from ragsite.model.site import Settings
from ragsite.pages.dictionary import columns_of
from ragsite.pages.links import plan_links
from ragsite.pages.page import Page
from ragsite.pages.props import Props, as_at_words, breadcrumb, next_report_words, period, plan_name
from ragsite.pages.sections import contents, sources
from ragsite.publish import PublicSite
from ragsite.render import relative


def pages(public: PublicSite) -> Iterator[Page]:
    """One page of data files for each plan."""
    tables = [columns_of(table) for table in TABLES]
    for plan in public.site.plans:
        yield _page(plan, public.site.settings, tables)


def _page(plan: Plan, settings: Settings, tables: list[Props]) -> Page:
    here = addresses.part(plan.id, "data")
    name = plan_name(plan)
    terms: Props = {
        "part": "passages",
        "id": "terms",
        "title": "Licence, date and how to cite",
        "passages": _terms(plan, settings),
    }
    files = {"id": "files", "title": "The files", "note": CSV_NOTE, "table": _files()}
    columns = {"id": "columns", "title": "What the columns hold"}
    origin = sources(plan, [])
    return Page(
        path=here,
        template="pages/data.html",
        title=f"Data files – {name}",
        description=f"Everything published of {name} as CSV and JSON, with the meaning of every column.",
        section=addresses.HOME,
        breadcrumb=breadcrumb(here, [(name, addresses.plan(plan.id))], last="Data files"),
        period=period(plan, plan.latest),
        hero={
            "title": "Data files",
            "ref": {"strong": plan.facts.organisation, "text": plan.facts.title},
            "lede": "All that these pages say of the plan, as files for spreadsheets and programs. "
            f"See the [data of all plans]({relative(here, addresses.DATA)}).",
        },
        on_this_page=contents([files, terms, columns, origin]),
        links=(plan_links(here, plan),),
        props={"files": files, "terms": [terms], "columns": {**columns, "tables": tables}, "origin": [origin]},
        structured=dataset(plan, settings),
    )


def _files() -> Props:
    """The files stand beside the page, so their names are their hrefs."""
    rows = [[{"text": one.file_name, "href": one.file_name}, one.title, one.description] for one in TABLES]
    rows += [[{"text": name, "href": name}, "Document", said] for name, said in DOCUMENTS.items()]
    return {"caption": "Data files of this plan", "columns": ["File", "What", "What it holds"], "rows": rows}


def _terms(plan: Plan, settings: Settings) -> list[object]:
    as_at = f"{as_at_words(plan.latest)}." if plan.latest else "No report has been published yet."
    licences = words(tuple(dict.fromkeys(document.licence for document in plan.facts.sources)))
    return [
        f"These files are published under the [{settings.licence.name}]({settings.licence.link}). "
        f"Licence of the source documents: {licences}.",
        f"{as_at} {next_report_words(plan)}.",
        {"title": "How to cite", "text": _citation(plan, settings)},
    ]


def _citation(plan: Plan, settings: Settings) -> str:
    facts, here = plan.facts, addresses.part(plan.id, "data")
    report = f" Report {plan.latest.label}." if plan.latest else ""
    address = f" {settings.url.rstrip('/')}{here}" if settings.url else ""
    return f"{facts.organisation}: {facts.title}.{report} Data from {settings.title}, {settings.publisher}.{address}"

"""The catalogue of the open data: every plan's files, the files for the whole site, terms and promises."""

from collections.abc import Iterator

from markupsafe import Markup

from ragsite import addresses
from ragsite.exporters.columns import CSV_NOTE, DOCUMENTS, TABLES
from ragsite.exporters.dataset import data_catalogue
from ragsite.model.plan import Plan
from ragsite.model.site import Settings
from ragsite.pages.breadth import are_many
from ragsite.pages.links import joined
from ragsite.pages.page import Page
from ragsite.pages.props import Props, as_at_words, breadcrumb, next_report_words, plan_name
from ragsite.pages.sections import contents
from ragsite.publish import PublicSite
from ragsite.render import relative

HERE = addresses.DATA

_WHOLE_SITE = (
    (addresses.DATA_INDEX, "index.json", "Every plan with its date and the addresses of its files."),
    (addresses.DATA_CATALOGUE, "catalogue.jsonld", "The same as a catalogue for data portals (DCAT)."),
    (addresses.PLAN_SCHEMA, "plan.schema.json", "The JSON Schema of every plan.json."),
    (addresses.beside(addresses.HOME, "feed.xml"), "feed.xml", "What changed in all plans, as an Atom feed."),
    (addresses.beside(addresses.HOME, "feed.json"), "feed.json", "The same as a JSON Feed."),
)
_PROMISES = (
    "Ids never change. If one must, its old address leads on to the new one.",
    "Columns keep their names and their order. New ones come after them.",
    "plan.json says its version. The number rises when a key goes or changes its meaning.",
    "Figures are the ones that the pages show. What is not stated is empty, never zero.",
    "Each plan has its own rating scale. Do not add, average or rank ratings of different plans.",
)


def pages(public: PublicSite) -> Iterator[Page]:
    """The one catalogue."""
    settings = public.site.settings
    sections: list[Props] = [
        {"part": "table", "id": "plans", "title": "Data of each plan", "table": _plans(public)},
        {"part": "table", "id": "site", "title": "Files for the whole site", "table": _whole_site()},
        {"part": "passages", "id": "terms", "title": "Licence and terms", "passages": _terms(settings)},
    ]
    yield Page(
        path=HERE,
        template="pages/catalogue.html",
        title="Data and downloads",
        description="All plans as CSV and JSON files, with feeds, a catalogue for data portals and a data dictionary.",
        section=HERE,
        breadcrumb=breadcrumb(HERE, (), last="Data"),
        hero={
            "title": "Data and downloads",
            "lede": f"Everything on these pages is here as files. {_dictionary_link()} says what each column holds.",
        },
        on_this_page=contents(sections),
        props={"sections": sections},
        structured=None if are_many(public.site.plans) else data_catalogue(public.site),
    )


def _dictionary_link() -> str:
    return f"The [data dictionary]({relative(HERE, addresses.DATA_DICTIONARY)})"


def _plans(public: PublicSite) -> Props:
    return {
        "caption": "Each plan with the date of its data and its files",
        "columns": ["Plan", "Date of the data", "Tables", "Documents"],
        "rows": [_plan(plan) for plan in public.site.plans],
    }


def _plan(plan: Plan) -> list[object]:
    data = {"text": plan_name(plan), "href": relative(HERE, addresses.part(plan.id, "data"))}
    position = as_at_words(plan.latest) if plan.latest else "No report published yet"
    return [
        data,
        {"text": position, "note": next_report_words(plan)},
        _files(plan, [table.file_name for table in TABLES]),
        _files(plan, [*DOCUMENTS]),
    ]


def _files(plan: Plan, names: list[str]) -> Markup:
    return joined((name, relative(HERE, addresses.data(plan.id, name))) for name in names)


def _whole_site() -> Props:
    rows = [[{"text": name, "href": relative(HERE, address)}, said] for address, name, said in _WHOLE_SITE]
    return {"caption": "Files for the whole site", "columns": ["File", "What it holds"], "rows": rows}


def _terms(settings: Settings) -> list[object]:
    return [
        f"The files are published under the [{settings.licence.name}]({settings.licence.link}). "
        "Say where you took them from. The page of each plan's data names the licence of its sources.",
        {"title": "What stays as it is", "text": "\n".join(f"- {promise}" for promise in _PROMISES)},
        {"title": "How the CSV files are written", "text": CSV_NOTE},
    ]

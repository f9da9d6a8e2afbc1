"""`/data/catalogue.jsonld`: every plan as a data set with its files, for data portals (DCAT, version 3)."""

from collections.abc import Iterator, Sequence
from typing import Any

from ragsite import addresses
from ragsite.exporters.columns import DOCUMENTS, TABLES
from ragsite.exporters.document import write_document
from ragsite.exporters.file import File
from ragsite.exporters.links import public_url
from ragsite.model.plan import Plan
from ragsite.model.site import Settings, Site
from ragsite.publish import PublicSite
from ragsite.views.moment import covered, last_given
from ragsite.views.names import plan_name

CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
MEDIA_TYPES = {".csv": "text/csv", ".json": "application/json"}
LANGUAGE = "en"

Node = dict[str, Any]


def export(public: PublicSite) -> Iterator[File]:
    """The one catalogue of the site."""
    yield File(addresses.DATA_CATALOGUE, write_document(catalogue(public.site)))


def catalogue(site: Site) -> Node:
    """A catalogue with one data set per plan; addresses are whole where the site knows its own."""
    settings = site.settings
    return {
        "@context": CONTEXT,
        "@id": public_url(settings, addresses.DATA),
        "@type": "dcat:Catalog",
        "dct:title": _said(f"{settings.title}: data"),
        "dct:description": _said(settings.description),
        "dct:publisher": _agent(settings.publisher),
        "dct:license": {"@id": settings.licence.link},
        "dct:language": LANGUAGE,
        "foaf:homepage": {"@id": public_url(settings, addresses.HOME)},
        "dcat:dataset": [_dataset(plan, site) for plan in site.plans],
    }


def file_names() -> Sequence[str]:
    """The files of each plan, tables first."""
    return (*(table.file_name for table in TABLES), *DOCUMENTS)


def _dataset(plan: Plan, site: Site) -> Node:
    settings = site.settings
    return {
        "@id": f"{public_url(settings, addresses.part(plan.id, 'data'))}#dataset",
        "@type": "dcat:Dataset",
        "dct:identifier": plan.id,
        "dct:title": _said(plan_name(plan)),
        "dct:description": _said(plan.facts.summary),
        "dct:publisher": _agent(settings.publisher),
        "dct:creator": _agent(plan.facts.organisation),
        "dct:license": {"@id": settings.licence.link},
        "dcat:landingPage": {"@id": public_url(settings, addresses.part(plan.id, "data"))},
        "dcat:keyword": [_said(word) for word in _keywords(plan, site)],
        **_modified(plan),
        **_temporal(plan),
        "dcat:distribution": [_distribution(plan, name, settings) for name in file_names()],
    }


def _keywords(plan: Plan, site: Site) -> list[str]:
    used = {topic for item in plan.items for topic in item.topics}
    return [topic.title for topic in site.topics if topic.id in used]


def _modified(plan: Plan) -> Node:
    day = last_given(plan)
    return {"dct:modified": _day(day.isoformat())} if day else {}


def _temporal(plan: Plan) -> Node:
    days = covered(plan)
    if days is None:
        return {}
    span = {"dcat:startDate": _day(days[0].isoformat()), "dcat:endDate": _day(days[1].isoformat())}
    return {"dct:temporal": {"@type": "dct:PeriodOfTime", **span}}


def _distribution(plan: Plan, name: str, settings: Settings) -> Node:
    address = public_url(settings, addresses.data(plan.id, name))
    kind = MEDIA_TYPES[name[name.rindex(".") :]]
    titles = {table.file_name: table.title for table in TABLES}
    return {
        "@id": address,
        "@type": "dcat:Distribution",
        "dct:title": _said(titles.get(name, name)),
        "dcat:downloadURL": {"@id": address},
        "dcat:mediaType": {"@id": f"https://www.iana.org/assignments/media-types/{kind}"},
        "dct:license": {"@id": settings.licence.link},
    }


def _agent(name: str) -> Node:
    return {"@type": "foaf:Agent", "foaf:name": name}


def _said(text: str) -> Node:
    return {"@language": LANGUAGE, "@value": text}


def _day(day: str) -> Node:
    return {"@type": "xsd:date", "@value": day}

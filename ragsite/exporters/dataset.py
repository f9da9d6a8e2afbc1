"""The data of a plan, and all data of the site, as schema.org describes them, for search engines."""

from typing import Any

from ragsite import addresses
from ragsite.exporters.dcat import MEDIA_TYPES, file_names
from ragsite.exporters.links import public_url
from ragsite.model.plan import Plan
from ragsite.model.site import Settings, Site
from ragsite.views.moment import covered, last_given
from ragsite.views.names import plan_name

CONTEXT = "https://schema.org"

Thing = dict[str, Any]


def dataset(plan: Plan, settings: Settings) -> Thing:
    """A schema.org `Dataset` with a `DataDownload` for each file."""
    day = last_given(plan)
    return {
        "@context": CONTEXT,
        "@type": "Dataset",
        "@id": f"{public_url(settings, addresses.part(plan.id, 'data'))}#dataset",
        "name": plan_name(plan),
        "description": plan.facts.summary,
        "url": public_url(settings, addresses.part(plan.id, "data")),
        "identifier": plan.id,
        "license": settings.licence.link,
        "isAccessibleForFree": True,
        "inLanguage": "en-GB",
        "creator": {"@type": "Organization", "name": plan.facts.organisation},
        "publisher": {"@type": "Organization", "name": settings.publisher},
        **({"dateModified": day.isoformat()} if day else {}),
        **_coverage(plan),
        "isBasedOn": [source.link or source.title for source in plan.facts.sources],
        "includedInDataCatalog": {"@type": "DataCatalog", "url": public_url(settings, addresses.DATA)},
        "distribution": [_download(plan, name, settings) for name in file_names()],
    }


def data_catalogue(site: Site) -> Thing:
    """A schema.org `DataCatalog` that names the data set of each plan."""
    settings = site.settings
    return {
        "@context": CONTEXT,
        "@type": "DataCatalog",
        "@id": public_url(settings, addresses.DATA),
        "name": f"{settings.title}: data",
        "description": settings.description,
        "url": public_url(settings, addresses.DATA),
        "license": settings.licence.link,
        "publisher": {"@type": "Organization", "name": settings.publisher},
        "dataset": [
            {
                "@type": "Dataset",
                "@id": f"{public_url(settings, addresses.part(plan.id, 'data'))}#dataset",
                "name": plan_name(plan),
                "description": plan.facts.summary,
                "url": public_url(settings, addresses.part(plan.id, "data")),
                "license": settings.licence.link,
            }
            for plan in site.plans
        ],
    }


def _coverage(plan: Plan) -> Thing:
    """ISO 8601: `2018-01-01/2018-05-31`."""
    days = covered(plan)
    return {"temporalCoverage": f"{days[0].isoformat()}/{days[1].isoformat()}"} if days else {}


def _download(plan: Plan, name: str, settings: Settings) -> Thing:
    return {
        "@type": "DataDownload",
        "name": name,
        "encodingFormat": MEDIA_TYPES[name[name.rindex(".") :]],
        "contentUrl": public_url(settings, addresses.data(plan.id, name)),
    }

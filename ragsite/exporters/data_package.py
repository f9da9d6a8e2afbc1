"""`datapackage.json`: what each CSV file and column of a plan holds (Frictionless Data Package, version 1)."""

import re
from collections.abc import Iterator
from typing import Any

from ragsite import addresses
from ragsite.exporters.column import Column, Table
from ragsite.exporters.columns import CSV_NOTE, TABLES
from ragsite.exporters.document import write_document
from ragsite.exporters.file import File
from ragsite.exporters.links import public_url
from ragsite.model.facts import SourceDocument
from ragsite.model.plan import Plan
from ragsite.model.site import Licence, Settings
from ragsite.publish import PublicSite

OGL_ID = "OGL-UK-3.0"
"""The Open Definition's name of the Open Government Licence, version 3.0."""

Package = dict[str, Any]


def export(public: PublicSite) -> Iterator[File]:
    """One `datapackage.json` per plan; its paths are those of the files beside it."""
    for plan in public.site.plans:
        content = write_document(package(plan, public.site.settings))
        yield File(addresses.data(plan.id, "datapackage.json"), content)


def package(plan: Plan, settings: Settings) -> Package:
    """The description of a plan's tables; facts that the content does not give are left out."""
    return {
        "profile": "tabular-data-package",
        "name": re.sub(r"[^a-z0-9._-]", "-", plan.id.lower()),
        "title": f"{plan.facts.title} – {plan.facts.organisation}",
        "description": f"{plan.facts.summary}\n\n{CSV_NOTE}",
        **_homepage(plan, settings),
        "licenses": [_licence(settings.licence)],
        "contributors": [{"title": settings.publisher, "role": "publisher"}],
        "sources": [_source(source) for source in plan.facts.sources],
        "resources": [_resource(table) for table in TABLES],
    }


def _homepage(plan: Plan, settings: Settings) -> Package:
    """A homepage must be a whole address, so there is none where the site does not know its own."""
    return {"homepage": public_url(settings, addresses.part(plan.id, "data"))} if settings.url else {}


def _licence(licence: Licence) -> Package:
    is_ogl = "open-government-licence/version/3" in licence.link
    name = {"name": OGL_ID} if is_ogl else {}
    return {**name, "path": licence.link, "title": licence.name}


def _source(source: SourceDocument) -> Package:
    path = {"path": source.link} if source.link else {}
    return {"title": f"{source.title}, {source.publisher} ({source.licence})", **path}


def _resource(table: Table) -> Package:
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": table.file_name,
        "title": table.title,
        "description": table.description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True},
        "schema": _schema(table),
    }


def _schema(table: Table) -> Package:
    links = [{"fields": link.column, "reference": {"resource": link.table, "fields": link.to}} for link in table.links]
    return {
        "fields": [_field(column) for column in table.columns],
        "missingValues": [""],
        **({"primaryKey": list(table.key)} if table.key else {}),
        **({"foreignKeys": links} if links else {}),
    }


def _field(column: Column) -> Package:
    required = {"required": True} if column.is_required else {}
    allowed = {"enum": list(column.allowed)} if column.allowed else {}
    constraints = {**required, **allowed}
    return {
        "name": column.name,
        "type": column.type.value,
        "description": column.description,
        **({"constraints": constraints} if constraints else {}),
    }

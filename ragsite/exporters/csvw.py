"""`csv-metadata.json`: what each CSV file and column of a plan holds, as CSV on the Web (W3C)."""

import re
from collections.abc import Iterator
from typing import Any

from ragsite import addresses
from ragsite.exporters.column import Column, Table, Type
from ragsite.exporters.columns import CSV_NOTE, TABLES
from ragsite.exporters.document import write_document
from ragsite.exporters.file import File
from ragsite.exporters.links import public_url
from ragsite.model.plan import Plan
from ragsite.model.site import Settings
from ragsite.publish import PublicSite
from ragsite.views.names import plan_name

NAME = "csv-metadata.json"
"""The name under which programs look for it beside a CSV file."""

LANGUAGE = "en-GB"
_DATATYPES = {
    Type.STRING: "string",
    Type.INTEGER: "integer",
    Type.NUMBER: "decimal",
    Type.BOOLEAN: "boolean",
    Type.DATE: "date",
}

Metadata = dict[str, Any]


def export(public: PublicSite) -> Iterator[File]:
    """One description per plan; its addresses are those of the files beside it."""
    for plan in public.site.plans:
        yield File(addresses.data(plan.id, NAME), write_document(metadata(plan, public.site.settings)))


def metadata(plan: Plan, settings: Settings) -> Metadata:
    """A table group with one table for each CSV file."""
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": LANGUAGE}],
        "dc:title": plan_name(plan),
        "dc:description": CSV_NOTE,
        "dc:publisher": settings.publisher,
        "dc:license": {"@id": settings.licence.link},
        **_landing_page(plan, settings),
        "dialect": {"header": True, "encoding": "utf-8", "delimiter": ",", "quoteChar": '"', "doubleQuote": True},
        "tables": [_table(table) for table in TABLES],
    }


def _landing_page(plan: Plan, settings: Settings) -> Metadata:
    address = public_url(settings, addresses.part(plan.id, "data"))
    return {"dcat:landingPage": {"@id": address}} if settings.url else {}


def _table(table: Table) -> Metadata:
    """Only a column that is never empty is declared a foreign key: some programs take an empty one for an error."""
    required = {column.name for column in table.columns if column.is_required}
    keys = [
        {"columnReference": link.column, "reference": {"resource": f"{link.table}.csv", "columnReference": link.to}}
        for link in table.links
        if link.table and link.column in required
    ]
    return {
        "url": table.file_name,
        "dc:title": table.title,
        "dc:description": table.description,
        "tableSchema": {
            "columns": [_column(column) for column in table.columns],
            **({"primaryKey": list(table.key)} if table.key else {}),
            **({"foreignKeys": keys} if keys else {}),
        },
    }


def _column(column: Column) -> Metadata:
    return {
        "name": column.name,
        "titles": column.name,
        "dc:description": column.description,
        "datatype": _datatype(column),
        "required": column.is_required,
    }


def _datatype(column: Column) -> str | Metadata:
    """The values that are allowed stand in it as a pattern."""
    if not column.allowed:
        return _DATATYPES[column.type]
    return {"base": _DATATYPES[column.type], "format": "|".join(re.escape(value) for value in column.allowed)}

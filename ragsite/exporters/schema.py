"""`/data/plan.schema.json`: the JSON Schema of every `plan.json`, made from the models and the tables."""

import json
from collections.abc import Iterator, Mapping

from ragsite import addresses
from ragsite.exporters.column import Column, Table, Type
from ragsite.exporters.columns import DATES, RATINGS
from ragsite.exporters.file import File
from ragsite.exporters.links import public_url
from ragsite.exporters.model_schema import DATE, Schema, date_schema, record_schema, records_in, value_schema
from ragsite.exporters.plan_json import (
    FACTS,
    SCHEMA_VERSION,
    TOLD_APART_OF_REPORT,
    TOLD_APART_OF_UPDATE,
)
from ragsite.model.base import Record
from ragsite.model.evidence import Evidence
from ragsite.model.facts import PlanFacts
from ragsite.model.items import Item
from ragsite.model.measures import Measure, Observation
from ragsite.model.reports import AsAt, Report, Statement, Update
from ragsite.model.scales import Level, Scale
from ragsite.model.site import Licence, Settings
from ragsite.publish import PublicSite

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_TEXT: Schema = {"type": "string"}
_NUMBER: Schema = {"type": "integer"}
_MAYBE: Schema = {"anyOf": [_TEXT, {"type": "null"}]}
_TYPES = {
    Type.STRING: "string",
    Type.DATE: "string",
    Type.INTEGER: "integer",
    Type.NUMBER: "number",
    Type.BOOLEAN: "boolean",
}
_LEFT_OUT = {
    Item: frozenset({"items"}),
    Report: TOLD_APART_OF_REPORT,
    Update: TOLD_APART_OF_UPDATE,
    Evidence: frozenset({"items"}),
}
_ADDED: Mapping[type[Record], Schema] = {
    Item: {"kind": _TEXT, "parent": _MAYBE, "url": _TEXT},
    Level: {"rank": _NUMBER},
    Measure: {"url": _TEXT},
    Report: {"url": _TEXT},
    Statement: {"report": _TEXT},
    Update: {"item": _TEXT, "report": _TEXT, "source": _MAYBE},
    Evidence: {"used_by": {"type": "array", "items": {"$ref": "#/$defs/Use"}}},
}
"""Keys that stand in the document though the record has none of that name, or has it elsewhere."""

_LISTS: Mapping[str, type[Record]] = {
    "scales": Scale,
    "items": Item,
    "reports": Report,
    "updates": Update,
    "statements": Statement,
    "measures": Measure,
    "observations": Observation,
    "evidence": Evidence,
}
_ROOTS: tuple[type[Record], ...] = (PlanFacts, AsAt, Licence, *_LISTS.values())


def export(public: PublicSite) -> Iterator[File]:
    """The one schema of the site."""
    text = json.dumps(plan_schema(public.site.settings), ensure_ascii=False, indent=2)
    yield File(addresses.PLAN_SCHEMA, f"{text}\n".encode())


def plan_schema(settings: Settings) -> Schema:
    """The schema of version 1; keys that are not in it may come later and break nothing."""
    properties = _properties()
    return {
        "$schema": DIALECT,
        "$id": public_url(settings, addresses.PLAN_SCHEMA),
        "title": "plan.json",
        "description": "Everything that is published of one improvement plan.",
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "$defs": _definitions(),
    }


def _properties() -> Schema:
    facts = {name: value_schema(PlanFacts.model_fields[name].annotation) for name in FACTS}
    return {
        "schema_version": {"const": SCHEMA_VERSION},
        "id": _TEXT,
        "url": _TEXT,
        "publisher": _TEXT,
        "licence": value_schema(Licence),
        "as_at": value_schema(AsAt | None),
        "latest_report": _MAYBE,
        **facts,
        **{name: _list(kind.__name__) for name, kind in _LISTS.items()},
        "ratings": _list("RatingRow"),
        "dates": _list("DateRow"),
    }


def _list(name: str) -> Schema:
    return {"type": "array", "items": {"$ref": f"#/$defs/{name}"}}


def _definitions() -> Schema:
    kinds = {kind for root in _ROOTS for kind in records_in(root, without=_left_out(root))} - {PlanFacts}
    use = {"item": _TEXT, "report": _MAYBE}
    made = {kind.__name__: _definition(kind) for kind in kinds}
    made |= {DATE: date_schema(), "RatingRow": _row(RATINGS), "DateRow": _row(DATES)}
    made["Use"] = {"type": "object", "description": "One use of a piece of evidence.", "properties": use}
    return dict(sorted(made.items()))


def _definition(kind: type[Record]) -> Schema:
    schema = record_schema(kind, without=_left_out(kind))
    added = _ADDED.get(kind, {})
    properties = {**schema["properties"], **added}
    return {**schema, "properties": properties, "required": list(properties)}


def _left_out(kind: type[Record]) -> frozenset[str]:
    return _LEFT_OUT.get(kind, frozenset())


def _row(table: Table) -> Schema:
    """A row of a table without the column of the plan."""
    properties = {column.name: _cell(column) for column in table.columns if column.name != "plan"}
    described = {"type": "object", "description": table.description}
    return {**described, "properties": properties, "required": list(properties)}


def _cell(column: Column) -> Schema:
    kind = {"type": _TYPES[column.type]} if column.is_required else {"type": [_TYPES[column.type], "null"]}
    return {**kind, "description": column.description}

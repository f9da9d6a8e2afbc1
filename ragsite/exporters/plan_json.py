"""`plan.json`: everything that is published of a plan, as one document."""

from collections.abc import Iterator
from typing import Any

from ragsite import addresses
from ragsite.exporters import dates, ratings
from ragsite.exporters.column import Row
from ragsite.exporters.document import write_document
from ragsite.exporters.file import File
from ragsite.exporters.links import public_url
from ragsite.exporters.plain import plain, plain_record
from ragsite.model.items import Item
from ragsite.model.measures import Measure
from ragsite.model.plan import Plan
from ragsite.model.reports import Report
from ragsite.model.scales import Scale
from ragsite.model.site import Settings
from ragsite.publish import PublicSite
from ragsite.views.evidence import register

SCHEMA_VERSION = "1"
"""Rises when a key changes its meaning or goes; new keys may come without it."""

FACTS = (
    "title",
    "short_title",
    "organisation",
    "document",
    "status",
    "summary",
    "period",
    "inspection",
    "governance",
    "structure",
    "inspection_recommendations",
    "next_report",
    "background",
    "sources",
    "notes",
)
"""The facts of `plan.yml` that stand in the document under the same names."""

TOLD_APART_OF_REPORT = frozenset({"updates", "statements", "sequence"})
TOLD_APART_OF_UPDATE = frozenset({"item", "rating", "previous", "due", "source"})
"""Fields that stand in lists of their own, or in the order of the list."""

Document = dict[str, Any]


def export(public: PublicSite) -> Iterator[File]:
    """One `plan.json` per plan."""
    for plan in public.site.plans:
        content = write_document(document(plan, public.site.settings))
        yield File(addresses.data(plan.id, "plan.json"), content)


def document(plan: Plan, settings: Settings) -> Document:
    """Plan facts, scales, items, reports, ratings, dates, updates, statements, measures, evidence."""
    return {
        "schema_version": SCHEMA_VERSION,
        "id": plan.id,
        "url": public_url(settings, addresses.plan(plan.id)),
        "publisher": settings.publisher,
        "licence": plain(settings.licence),
        "as_at": plain(plan.latest.as_at) if plan.latest else None,
        "latest_report": plan.latest.id if plan.latest else None,
        **{name: plain(getattr(plan.facts, name)) for name in FACTS},
        "scales": [_scale(scale) for scale in plan.facts.scales],
        "items": [_item(plan, item, settings) for item in plan.items],
        "reports": [_report(plan, report, settings) for report in plan.reports],
        "ratings": [_without_plan(row) for row in ratings.rows(plan)],
        "dates": [_without_plan(row) for row in dates.rows(plan)],
        "updates": [one for report in plan.reports for one in _updates(plan, report)],
        "statements": [one for report in plan.reports for one in _statements(report)],
        "measures": [_measure(plan, measure, settings) for measure in plan.measures],
        "observations": [
            plain(one) for measure in plan.measures for one in plan.observations_by_measure.get(measure.id, ())
        ],
        "evidence": _evidence(plan),
    }


def _scale(scale: Scale) -> Document:
    levels = [{**plain(level), "rank": scale.rank(level)} for level in scale.levels]
    return {**plain(scale), "levels": levels}


def _item(plan: Plan, item: Item, settings: Settings) -> Document:
    """The item with its parent's id in place of the items below it: the tree is a flat list."""
    parent = plan.parent_by_id.get(item.id)
    above = {
        "kind": plan.kind_by_id[item.id].slug,
        "parent": parent.id if parent else None,
        "url": public_url(settings, addresses.item(plan.id, item.id)),
    }
    return {**plain_record(item, without=frozenset({"items"})), **above}


def _report(plan: Plan, report: Report, settings: Settings) -> Document:
    url = public_url(settings, addresses.report(plan.id, report.id))
    return {**plain_record(report, without=TOLD_APART_OF_REPORT), "url": url}


def _updates(plan: Plan, report: Report) -> Iterator[Document]:
    """What a report says in words of each item, in the order of the tree; nothing for one it only rates."""
    for item in plan.items:
        update = plan.update(report, item)
        words = plain_record(update, without=TOLD_APART_OF_UPDATE) if update else {}
        if update and any(words.values()):
            yield {"item": item.id, "report": report.id, **words, "source": update.source}


def _statements(report: Report) -> Iterator[Document]:
    for statement in report.statements:
        yield {"report": report.id, **plain(statement)}


def _measure(plan: Plan, measure: Measure, settings: Settings) -> Document:
    return {**plain(measure), "url": public_url(settings, addresses.measure(plan.id, measure.id))}


def _evidence(plan: Plan) -> list[Document]:
    return [
        {
            **plain_record(entry.piece, without=frozenset({"items"})),
            "used_by": [_use(use.item, use.report) for use in entry.uses],
        }
        for entry in register(plan).entries
    ]


def _use(item: Item, report: Report | None) -> Document:
    return {"item": item.id, "report": report.id if report else None}


def _without_plan(row: Row) -> Document:
    return {name: cell for name, cell in row.items() if name != "plan"}

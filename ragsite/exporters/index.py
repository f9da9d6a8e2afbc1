"""`/data/index.json`: every plan of the site and where its files are."""

from collections.abc import Iterator
from typing import Any

from ragsite import addresses
from ragsite.exporters.columns import DOCUMENTS, TABLES
from ragsite.exporters.document import write_document
from ragsite.exporters.file import File
from ragsite.exporters.links import public_url
from ragsite.exporters.plain import plain
from ragsite.model.plan import Plan
from ragsite.model.site import Settings
from ragsite.publish import PublicSite

SCHEMA_VERSION = "1"
"""Rises when a key changes its meaning or goes; new keys may come without it."""


def export(public: PublicSite) -> Iterator[File]:
    """The one index of the site's data."""
    settings = public.site.settings
    yield File(
        addresses.DATA_INDEX,
        write_document(
            {
                "schema_version": SCHEMA_VERSION,
                "title": settings.title,
                "publisher": settings.publisher,
                "url": public_url(settings, addresses.HOME),
                "licence": plain(settings.licence),
                "plans": [_entry(plan, settings) for plan in public.site.plans],
            }
        ),
    )


def _entry(plan: Plan, settings: Settings) -> dict[str, Any]:
    names = (*DOCUMENTS, *(table.file_name for table in TABLES))
    return {
        "id": plan.id,
        "title": plan.facts.title,
        "organisation": plan.facts.organisation,
        "status": plan.facts.status.value,
        "latest_report": plan.latest.id if plan.latest else None,
        "as_at": plain(plan.latest.as_at) if plan.latest else None,
        "url": public_url(settings, addresses.plan(plan.id)),
        "files": {name: public_url(settings, addresses.data(plan.id, name)) for name in names},
    }

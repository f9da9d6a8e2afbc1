"""`items.csv`: the tree of a plan, one row per item."""

from collections.abc import Iterator

from ragsite import addresses
from ragsite.exporters.column import Row
from ragsite.exporters.columns import ITEMS
from ragsite.exporters.csv_file import csv_files, joined
from ragsite.exporters.file import File
from ragsite.exporters.links import public_url
from ragsite.model.plan import Plan
from ragsite.model.site import Settings
from ragsite.publish import PublicSite


def export(public: PublicSite) -> Iterator[File]:
    """One `items.csv` per plan."""
    return csv_files(public, ITEMS, lambda plan: rows(plan, public.site.settings))


def rows(plan: Plan, settings: Settings) -> Iterator[Row]:
    """The items at every level, in the order of the source."""
    for item in plan.items:
        parent = plan.parent_by_id.get(item.id)
        yield {
            "plan": plan.id,
            "item": item.id,
            "ref": item.ref,
            "kind": plan.kind_by_id[item.id].slug,
            "parent": parent.id if parent else None,
            "title": item.title,
            "owners": joined(owner.label for owner in item.owners if owner.label),
            "topics": joined(item.topics),
            "recommendations": joined(item.answers),
            "added_in": item.added,
            "closed_in": item.closed.report if item.closed else None,
            "url": public_url(settings, addresses.item(plan.id, item.id)),
            "ref_basis": item.ref_basis.value,
            "missing": item.missing,
            "split_into": joined(item.split_into),
            "merged_into": item.merged_into,
            "source": item.source,
        }

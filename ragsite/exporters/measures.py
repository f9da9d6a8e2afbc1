"""`measures.csv`: one row per measure, with its baseline, targets and comparators."""

from collections.abc import Iterator

from ragsite import addresses
from ragsite.exporters.column import Row
from ragsite.exporters.columns import MEASURES
from ragsite.exporters.csv_file import csv_files, joined
from ragsite.exporters.figures import baseline_text, comparators_text, targets_text
from ragsite.exporters.file import File
from ragsite.exporters.links import public_url
from ragsite.model.plan import Plan
from ragsite.model.site import Settings
from ragsite.publish import PublicSite


def export(public: PublicSite) -> Iterator[File]:
    """One `measures.csv` per plan."""
    return csv_files(public, MEASURES, lambda plan: rows(plan, public.site.settings))


def rows(plan: Plan, settings: Settings) -> Iterator[Row]:
    """The measures in the order of the content."""
    for measure in plan.measures:
        yield {
            "plan": plan.id,
            "measure": measure.id,
            "item": joined(measure.items),
            "name": measure.name,
            "unit": measure.unit,
            "polarity": measure.polarity.value,
            "baseline": baseline_text(measure.baseline),
            "targets": targets_text(measure.targets),
            "comparators": comparators_text(measure.comparators),
            "definition": measure.definition,
            "polarity_basis": measure.polarity_basis.value,
            "decimals": measure.decimals,
            "url": public_url(settings, addresses.measure(plan.id, measure.id)),
            "source": measure.source,
        }

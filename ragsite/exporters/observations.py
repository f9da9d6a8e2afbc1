"""`observations.csv`: one row per value of a measure, or per reason why there is none."""

from collections.abc import Iterator

from ragsite.exporters.column import Row
from ragsite.exporters.columns import OBSERVATIONS
from ragsite.exporters.csv_file import csv_files
from ragsite.exporters.file import File
from ragsite.model.measures import Observation
from ragsite.model.plan import Plan
from ragsite.publish import PublicSite


def export(public: PublicSite) -> Iterator[File]:
    """One `observations.csv` per plan."""
    return csv_files(public, OBSERVATIONS, rows)


def rows(plan: Plan) -> Iterator[Row]:
    """The observations of each measure, in the order of the content."""
    for measure in plan.measures:
        for observation in plan.observations_by_measure.get(measure.id, ()):
            yield _row(plan, observation)


def _row(plan: Plan, one: Observation) -> Row:
    period = one.period
    return {
        "plan": plan.id,
        "measure": one.measure,
        "period": period.iso if period else None,
        "series": one.series,
        "value": one.value,
        "numerator": one.numerator,
        "denominator": one.denominator,
        "status": one.status.value,
        "as_printed": one.as_printed,
        "note": one.note,
        "period_as_written": period.printed if period else None,
        "period_first_day": period.first.isoformat() if period and period.first else None,
        "period_last_day": period.last.isoformat() if period and period.last else None,
        "source": one.source,
    }

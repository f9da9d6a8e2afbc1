"""Stated figures held against the rows of the plan: recomputed, never filled in to make them fit."""

from collections.abc import Collection

from ragsite.model.plan import Plan
from ragsite.model.reports import Report, StatementKind
from ragsite.views.totals.averages import reconcile_averages
from ragsite.views.totals.counts import reconcile_counts
from ragsite.views.totals.result import Fit, Reconciled, fits
from ragsite.views.totals.shares import reconcile_shares

__all__ = ["Fit", "Reconciled", "fits", "reconcile"]


def reconcile(
    plan: Plan, report: Report, *, kinds: Collection[StatementKind] = tuple(StatementKind)
) -> tuple[Reconciled, ...]:
    """Every figure of these kinds that a report states, in its order, with what the rows come to."""
    told = [one for one in report.statements if one.kind in kinds]
    stated = {kind: [one for one in told if one.kind is kind] for kind in StatementKind}
    found = (
        *reconcile_counts(plan, report, stated[StatementKind.COUNT]),
        *reconcile_averages(plan, report, stated[StatementKind.AVERAGE]),
        *reconcile_shares(stated[StatementKind.SHARE]),
    )
    by_statement = {id(one.statement): one for one in found}
    return tuple(by_statement[id(statement)] for statement in told)

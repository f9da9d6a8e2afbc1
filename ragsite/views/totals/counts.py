"""Stated counts against the rows: of items at a level, or of all items of a kind."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ragsite.figures import plural
from ragsite.model.facts import Kind
from ragsite.model.items import Item
from ragsite.model.plan import Plan
from ragsite.model.reports import Report, StatedPeriod, Statement
from ragsite.views.totals.result import Fit, Reconciled

NO_FIGURE = "The source states no number here."
NO_COLUMN = "There is no earlier report to count in."
NO_KIND = "The label does not say which level of the plan is counted."


@dataclass(frozen=True)
class _Tally:
    """What the rows hold of one level: so many at it, so many without a rating."""

    at_level: int
    unresolved: int
    total: int


def reconcile_counts(plan: Plan, report: Report, statements: Sequence[Statement]) -> Iterator[Reconciled]:
    """Each stated count, in its order; counts that need the same unresolved rows are held together."""
    needed: dict[tuple[str, str], Decimal] = {}
    for statement in statements:
        tally = _tally(plan, report, statement)
        if tally and statement.level and statement.value is not None:
            key = _scope(statement)
            needed[key] = needed.get(key, Decimal(0)) + max(Decimal(0), statement.value - tally.at_level)
    for statement in statements:
        if statement.value is None:
            yield Reconciled(statement, Fit.UNTOLD, NO_FIGURE)
        elif statement.level is None:
            yield _of_kind(plan, report, statement, stated=statement.value)
        else:
            yield _of_level(plan, report, statement, needed=needed.get(_scope(statement), Decimal(0)))


def _scope(statement: Statement) -> tuple[str, str]:
    return statement.item or "", statement.period


def _of_level(plan: Plan, report: Report, statement: Statement, *, needed: Decimal) -> Reconciled:
    column, kind = _column(plan, report, statement), _rated_kind(plan, statement)
    tally, stated = _tally(plan, report, statement), statement.value
    if column is None or kind is None or tally is None or stated is None:
        return Reconciled(statement, Fit.UNTOLD, NO_KIND if kind is None else NO_COLUMN)
    level = plan.scale_of(column).level_by_id.get(statement.level or "")
    label = level.label if level else statement.level or ""
    fit, why = _judge(tally, label, stated=stated, needed=needed)
    basis = f"The rows of {plural(tally.total, kind.kind.lower(), kind.plural.lower())}"
    return Reconciled(statement, fit, why, str(tally.at_level), basis, column, tally.unresolved)


def _judge(tally: _Tally, label: str, *, stated: Decimal, needed: Decimal) -> tuple[Fit, str]:
    rows, short = f"The rows show {tally.at_level} rated {label}", stated - tally.at_level
    if not tally.unresolved:
        return (Fit.MATCHES if short == 0 else Fit.DIFFERS), f"{rows}, of {tally.total}."
    unread = f"{rows}; {tally.unresolved} of {tally.total} {'has' if tally.unresolved == 1 else 'have'} no rating."
    if short == 0:
        return Fit.MATCHES, f"{unread} The count fits only if none of those is {label}."
    if 0 < short <= tally.unresolved and needed <= tally.unresolved:
        return Fit.OPEN, f"{unread} The count fits only if {_those(int(short), tally.unresolved)} {label}."
    if 0 < short <= tally.unresolved:
        return Fit.DIFFERS, f"{unread} All counts together would need {needed} more, so they cannot all be right."
    return Fit.DIFFERS, f"{unread} The count cannot fit, whatever those are."


def _those(short: int, unresolved: int) -> str:
    if short < unresolved:
        return f"exactly {short} of those {'is' if short == 1 else 'are'}"
    return {1: "that one is", 2: "both of those are"}.get(short, f"all {short} of those are")


def _of_kind(plan: Plan, report: Report, statement: Statement, *, stated: Decimal) -> Reconciled:
    column, kind = _column(plan, report, statement), _named_kind(plan, statement)
    if column is None or kind is None:
        return Reconciled(statement, Fit.UNTOLD, NO_KIND if kind is None else NO_COLUMN)
    entries = [item for item in _below(plan, statement) if plan.kind_by_id[item.id] == kind]
    there = [item for item in entries if plan.is_in(column, item)]
    missing = sum(item.missing for item in there)
    said = f"The plan has {plural(len(there), kind.kind.lower(), kind.plural.lower())}"
    said += f" ({missing} without an entry of {'its' if missing == 1 else 'their'} own)" if missing else ""
    basis = f"All {kind.plural.lower()} of the plan"
    if stated == len(there):
        return Reconciled(statement, Fit.MATCHES, f"{said}.", str(len(there)), basis, column)
    if stated == _distinct_numbers(there):
        why = f"{said}, but {stated} different numbers: parts such as {_split(there)} share one."
        return Reconciled(statement, Fit.MATCHES, why, str(stated), f"{basis}, by number", column)
    return Reconciled(statement, Fit.DIFFERS, f"{said}.", str(len(there)), basis, column)


def _column(plan: Plan, report: Report, statement: Statement) -> Report | None:
    if statement.period is StatedPeriod.CURRENT:
        return report
    place = plan.reports.index(report)
    return plan.reports[place - 1] if place else None


def _tally(plan: Plan, report: Report, statement: Statement) -> _Tally | None:
    column, kind = _column(plan, report, statement), _rated_kind(plan, statement)
    if column is None or kind is None:
        return None
    items = [one for one in _below(plan, statement) if plan.kind_by_id[one.id] == kind and plan.is_in(column, one)]
    levels = [plan.rating(column, item).level for item in items]
    return _Tally(
        sum(level is not None and level.id == statement.level for level in levels),
        sum(level is None for level in levels),
        len(levels),
    )


def _rated_kind(plan: Plan, statement: Statement) -> Kind | None:
    """The level of the tree that a count of ratings is about: the one it names, else the only one rated."""
    rated = [kind for kind in plan.facts.structure if kind.rated]
    named = _named_kind(plan, statement)
    if named in rated:
        return named
    return rated[0] if len(rated) == 1 else None


def _named_kind(plan: Plan, statement: Statement) -> Kind | None:
    """The level of the tree that the label names; the longest name wins."""
    label = statement.label.casefold()
    found = [
        kind
        for kind in plan.facts.structure
        if re.search(rf"\b(?:{re.escape(kind.plural.casefold())}|{re.escape(kind.kind.casefold())})\b", label)
    ]
    return max(found, key=lambda kind: len(kind.kind), default=None)


def _below(plan: Plan, statement: Statement) -> Sequence[Item]:
    if statement.item is None:
        return plan.items
    root = plan.item_by_id.get(statement.item)
    return tuple(root.walk()) if root else ()


def _distinct_numbers(items: Sequence[Item]) -> int | None:
    """How many different numbers the references begin with; None when one has no number."""
    numbers = [re.match(r"\d+", item.ref) for item in items]
    return len({found[0] for found in numbers if found}) if all(numbers) else None


def _split(items: Sequence[Item]) -> str:
    numbers: dict[str, list[str]] = {}
    for item in items:
        found = re.match(r"\d+", item.ref)
        numbers.setdefault(found[0] if found else "", []).append(item.ref)
    return next((f"{refs[0]} and {refs[1]}" for refs in numbers.values() if len(refs) > 1), "these")

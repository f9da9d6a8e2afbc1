"""Disclosure control: a plan without what would let somebody be recognised, and an account of what went.

Small counts of people are kept back (`limits`, `secrets`), with as many other values as it takes that nobody works
them out from the rest (`relations`, `periods`, `bounds`, `suppression`), and prose says `[c]` in their place
(`words`, `prose`). What the content says may stand as it is printed stands (`permits`).
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from ragsite.disclosure.figures import rows_of
from ragsite.disclosure.people import may_count
from ragsite.disclosure.permits import Where, is_permitted, reasons
from ragsite.disclosure.prose import rewritten
from ragsite.disclosure.suppression import hidden, ledger_of
from ragsite.disclosure.values import (
    complements,
    is_few_stated,
    kept_of,
    repeats,
    without_figures,
    without_statement,
    without_value,
)
from ragsite.disclosure.words import NOTHING, Kept, secrets_in, without
from ragsite.model.plan import Plan
from ragsite.model.reports import Report, Statement


@dataclass(frozen=True)
class Withheld:
    """What is kept back of a plan: places of observations, ids of measures by their baseline, and their numbers."""

    observations: frozenset[int] = frozenset()
    baselines: frozenset[str] = frozenset()
    measures: frozenset[str] = frozenset()
    kept: Kept = NOTHING

    def kept_in(self, where: Where) -> Kept:
        """The numbers that a text in this place must not repeat."""
        is_other = where.measure and where.measure not in self.measures
        return self.kept.without_shares() if is_other else self.kept


def withheld(plan: Plan, threshold: int) -> Withheld:
    """What is kept back of a plan's measures under a threshold."""
    rows = rows_of(plan)
    gone = hidden(ledger_of(rows, threshold))
    kept_back = [row for row in rows if row.index in gone]
    return Withheld(
        frozenset(row.index for row in kept_back if row.index < len(plan.observations)),
        frozenset(row.measure.id for row in kept_back if row.index >= len(plan.observations)),
        frozenset(row.measure.id for row in kept_back),
        kept_of(kept_back, threshold),
    )


def protect(plan: Plan, threshold: int) -> Plan:
    """The plan as it may be published: values, figures and prose without what is kept back."""
    gone = withheld(plan, threshold)
    shown = replace(
        plan,
        measures=tuple(
            without_figures(one, threshold, is_baseline_gone=one.id in gone.baselines) for one in plan.measures
        ),
        observations=tuple(
            without_value(one) if index in gone.observations else one for index, one in enumerate(plan.observations)
        ),
        reports=tuple(_without_statements(plan, report, threshold, gone.kept) for report in plan.reports),
    )
    return rewritten(shown, partial(_safe, plan, threshold, gone))


def few_stated(plan: Plan, report: Report, threshold: int) -> Iterator[Statement]:
    """The stated figures of a report that count few people and that nobody permits."""
    for one in report.statements:
        where = Where(item=one.item or "", report=report.id, path=report.written_at.path)
        if is_few_stated(one, threshold) and not is_permitted(plan, "P702", where):
            yield one


def _without_statements(plan: Plan, report: Report, threshold: int, kept: Kept) -> Report:
    gone = list(few_stated(plan, report, threshold))
    for one in report.statements:
        where = Where(item=one.item or "", report=report.id, path=report.written_at.path)
        if repeats(one, kept) and one not in gone and not is_permitted(plan, "P712", where):
            gone.append(one)
    if not gone:
        return report
    ids = {one.id for one in (*gone, *complements(report, gone))}
    shown = tuple(without_statement(one) if one.id in ids else one for one in report.statements)
    return report.model_copy(update={"statements": shown})


def _safe(plan: Plan, threshold: int, gone: Withheld, text: str, where: Where) -> str:
    """A text without the numbers that are kept back and that no permit covers."""
    if not may_count(text, threshold):
        return text
    found = secrets_in(text, threshold, gone.kept_in(where))
    told = [one for one in found if not is_permitted(plan, one.kind.value, where, quote=one.quote)]
    return without(text, told) if told else text


__all__ = ["Withheld", "few_stated", "protect", "reasons", "withheld"]

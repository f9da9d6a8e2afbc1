"""Values of a measure: its targets must lead forward, and one period has one value."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise

from ragsite.checks.arithmetic.numbers import Agreement, compare, places
from ragsite.checks.rule import Context, Problem, Rule
from ragsite.figures import words
from ragsite.model.measures import Measure, Observation, Polarity, Target
from ragsite.model.plan import Plan
from ragsite.problems import Severity
from ragsite.views.targets import POLARITY_WORDS, dated_target, polarity_basis
from ragsite.views.values import in_period, value_words

SAME_THING = re.compile(r"\b(?:columns?|cells?|report|recommendations?|page|paragraph|table|appendix|row)\b", re.I)
"""Words by which the name of a series says where a value is printed, not that something else is counted."""


def backward_targets(context: Context) -> Iterator[Problem]:
    """A507: a target is worse than where the measure started, or than an earlier target.

    Fails: higher is better, the baseline is 84% and the target 83%. Passes: a target equal to the baseline; any
    target of a measure that does not say which way is better.
    """
    for plan, measure in _measures(context):
        if measure.polarity not in (Polarity.HIGHER, Polarity.LOWER):
            continue
        base = measure.baseline
        targets = [target for target in measure.targets if target.value is not None and target.series is None]
        behind = [target for target in targets if base and _is_worse(measure, target.value, base.value)]
        if base and base.value is not None and behind:
            yield _backward(plan, measure, behind, f"the baseline of {value_words(base.value, measure.unit)}")
        dated = sorted((one for one in targets if one.by and one.by.is_resolved), key=_by)
        for before, after in pairwise(dated):
            if _is_worse(measure, after.value, before.value):
                yield _backward(plan, measure, [after], f"the earlier target of {dated_target(before, measure.unit)}")


def double_values(context: Context) -> Iterator[Problem]:
    """A508: a measure has two different values for one period.

    A series that says only where a value is printed (“Cover report”) counts as the same series.
    Fails: 8.5% and, in the series “Cover report”, 8% for September 2018. Passes: a value for one team beside the whole.
    """
    for plan, measure in _measures(context):
        groups: dict[tuple[date | None, date | None, str], list[Observation]] = {}
        for row in plan.observations_by_measure.get(measure.id, ()):
            if row.value is not None and row.period and row.period.is_resolved:
                series = "" if SAME_THING.search(row.series or "") else row.series or ""
                groups.setdefault((row.period.first, row.period.last, series), []).append(row)
        for rows in groups.values():
            for row in rows[1:]:
                if row.value != rows[0].value:
                    yield _double(plan, measure, rows[0], row)


def _measures(context: Context) -> Iterator[tuple[Plan, Measure]]:
    for plan in context.site.plans:
        yield from ((plan, measure) for measure in plan.measures if measure.publish)


def _is_worse(measure: Measure, value: Decimal | None, than: Decimal | None) -> bool:
    if value is None or than is None:
        return False
    return value < than if measure.polarity is Polarity.HIGHER else value > than


def _by(target: Target) -> tuple[int, date, date]:
    return target.by.sort_key if target.by else (1, date.max, date.max)


def _backward(plan: Plan, measure: Measure, targets: Sequence[Target], start: str) -> Problem:
    told = words([dated_target(target, measure.unit) for target in targets])
    which = f"the target of {told} is" if len(targets) == 1 else f"the targets of {told} are"
    return Problem(
        targets[0].written_at.of("value"),
        f"Measure “{measure.name}”: {which} worse than {start}."
        f" {POLARITY_WORDS[measure.polarity]} {polarity_basis(measure) or ''}".rstrip(),
        "Check both figures and the polarity. If the source prints them so, say in a data note which is behind.",
        plan.id,
        _first(measure.items),
    )


def _double(plan: Plan, measure: Measure, first: Observation, second: Observation) -> Problem:
    one, other = (value_words(row.value or Decimal(0), measure.unit) for row in (first, second))
    place = f" (“{second.series}”)" if second.series else ""
    period = f" {in_period(second.period)}" if second.period else ""
    return Problem(
        second.written_at.of("value"),
        f"Measure “{measure.name}” has two values{period}: {one} in line {first.written_at.line}, and {other}{place}"
        f" here.{_cut_off_words((first.value, second.value))}",
        "Keep the right one, or give the two series of their own if they count different things. If the source prints"
        " both, say so in a data note.",
        plan.id,
        _first(measure.items),
    )


def _cut_off_words(values: Sequence[Decimal | None]) -> str:
    """Says when one value is the other with fewer decimals: rounded, or cut off."""
    known = sorted((value for value in values if value is not None), key=places)
    if len(known) != 2 or places(known[0]) == places(known[1]):
        return ""
    how = compare(known[0], known[1])
    if how is Agreement.WRONG:
        return ""
    return f" One is the other {'rounded' if how is Agreement.ROUNDED else 'with its decimals cut off, not rounded'}."


def _first(items: Iterable[str]) -> str:
    return next(iter(items), "")


RULES = (
    Rule("A507", Severity.WARNING, backward_targets),
    Rule("A508", Severity.WARNING, double_values),
)

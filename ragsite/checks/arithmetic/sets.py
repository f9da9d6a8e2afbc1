"""Sets of shares: parts of one whole cannot exceed it, and two that are all of it must make it up."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from ragsite.checks.arithmetic.numbers import HUNDRED, NUMBER, SHARE, read_number, tolerance
from ragsite.checks.concordance import texts_with
from ragsite.checks.prose import Said
from ragsite.checks.rule import Context, Problem, Rule
from ragsite.figures import number, percent, words
from ragsite.model.measures import Measure, Observation
from ragsite.model.plan import Plan
from ragsite.problems import Severity

AXES = tuple(
    tuple(re.compile(rf"\b(?:{one})\b", re.I) for one in axis)
    for axis in (
        (r"on time|in time|within (?:the )?time\w*|in timescales?", r"late|out of timescales?", r"outstanding|overdue"),
        (r"good|good or \w+", r"requir\w+ improvement", r"inadequate|poor"),
        (r"up to date", r"out of date"),
        (r"male|boys", r"female|girls"),
    )
)
"""Words that put a thing into one class only: what is on time is neither late nor outstanding."""

_SHARE = re.compile(SHARE)
_REST = re.compile(rf"\b(?:other|remaining|rest)\b[^\d%.;]{{0,40}}?{SHARE}", re.I)
_RATIO = re.compile(rf"(?P<part>{NUMBER}) (?:of|out of) (?:the )?(?P<whole>{NUMBER})(?![\d%])")
_CHECK = "Check the figures against the source. If it prints them so, say in a data note that they cannot all be right."


def overfull_sets(context: Context) -> Iterator[Problem]:
    """A503: shares of one whole, such as on time and late, come to more than 100%.

    Fails: `71.5% were on time and 94% were late`. Passes: `71.5% were on time and 28.5% were late`; shares of
    different things.
    """
    for said in texts_with(context.site, ("%",)):
        if said.text.count("%") > 1 and not said.is_note and not said.is_quoted:
            yield from _in_prose(said)
    for plan in context.site.plans:
        for name, rows in plan.observations_by_measure.items():
            measure = plan.measure_by_id.get(name)
            if measure and measure.publish and measure.unit == "%" and len(rows) > 1:
                yield from _in_series(plan, measure, rows)


def broken_complements(context: Context) -> Iterator[Problem]:
    """A504: a share and “the other” share do not make up 100%, or their counts not the whole.

    Fails: `42% were good. The other 68% were not`. Passes: `42% (13 of 31) were good. The other 58% (18 of 31) …`.
    """
    for said in texts_with(context.site, ("%",)):
        if said.is_note or said.is_quoted:
            continue
        for rest in _REST.finditer(said.text):
            before = [read_number(found["share"]) for found in _SHARE.finditer(said.text[: rest.start()])]
            other = read_number(rest["share"])
            if before and not any(_makes_whole(parts, other) for parts in (before[-1:], before)):
                yield said.problem(
                    f"{said.owner} says {percent(before[-1])} and “{rest[0]}”. Together they are"
                    f" {percent(before[-1] + other)}, not 100%.",
                    _CHECK,
                )
            yield from _counts(said, rest.start())


def _in_prose(said: Said) -> Iterator[Problem]:
    found = list(_SHARE.finditer(said.text))
    if not found:
        return
    ends = [*(one.start() for one in found[1:]), len(said.text)]
    clauses = [re.split(r"[;.](?:\s|$)", said.text[one.end() : end])[0] for one, end in zip(found, ends, strict=True)]
    shares = [read_number(one["share"]) for one in found]
    if total := _overfull(clauses, shares):
        listed = words([percent(share) for share in shares])
        message = f"{said.owner} gives {listed} as shares of one whole; together they are {percent(total)}."
        yield said.problem(message, _CHECK)


def _in_series(plan: Plan, measure: Measure, rows: Sequence[Observation]) -> Iterator[Problem]:
    periods: dict[str, list[Observation]] = {}
    for row in rows:
        if row.value is not None and row.series:
            periods.setdefault(row.period.label if row.period else "", []).append(row)
    for period, found in periods.items():
        total = _overfull([row.series or "" for row in found], [row.value or Decimal(0) for row in found])
        if total:
            listed = words([f"“{row.series}” {percent(row.value or Decimal(0))}" for row in found])
            yield Problem(
                found[-1].written_at.of("value"),
                f"Measure “{measure.name}” has {listed}{f' for {period}' if period else ''}. They are shares of one"
                f" whole, and together they are {percent(total)}.",
                _CHECK,
                plan.id,
                measure.items[0] if measure.items else "",
            )


def _overfull(texts_of_shares: Sequence[str], shares: Sequence[Decimal]) -> Decimal | None:
    """The sum of the shares when each falls into its own class of one axis, and the sum is above 100%."""
    for axis in AXES:
        classes = [[number for number, one in enumerate(axis) if one.search(text)] for text in texts_of_shares]
        known = [one[0] for one in classes if len(one) == 1]
        if len(known) == len(shares) > 1 and len(set(known)) == len(known):
            total = sum(shares, Decimal(0))
            return total if total > HUNDRED + tolerance(*shares) else None
    return None


def _makes_whole(before: Sequence[Decimal], other: Decimal) -> bool:
    return abs(sum(before, other) - HUNDRED) <= tolerance(*before, other)


def _counts(said: Said, middle: int) -> Iterator[Problem]:
    """The counts on both sides of “the other” when they count one whole."""
    ratios = [(found.start() > middle, found) for found in _RATIO.finditer(said.text)]
    before, after = ([one for is_after, one in ratios if is_after is side] for side in (False, True))
    if len(before) != 1 or len(after) != 1 or before[0]["whole"] != after[0]["whole"]:
        return
    parts, whole = [read_number(one["part"]) for one in (before[0], after[0])], read_number(before[0]["whole"])
    if sum(parts) != whole:
        yield said.problem(
            f"{said.owner} says “{before[0][0]}” and of the others “{after[0][0]}”. {number(parts[0])} and"
            f" {number(parts[1])} make {number(sum(parts))}, not {number(whole)}.",
            _CHECK,
        )


RULES = (
    Rule("A503", Severity.WARNING, overfull_sets),
    Rule("A504", Severity.WARNING, broken_complements),
)

"""Shares: a percentage that stands beside its counts must follow from them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from ragsite.checks.arithmetic.numbers import (
    NUMBER,
    Agreement,
    compare,
    places,
    read_number,
    rounded,
    sentences_with_place,
    share_of,
)
from ragsite.checks.concordance import texts_with
from ragsite.checks.rule import Context, Problem, Rule
from ragsite.figures import number, percent
from ragsite.problems import Severity

_PART = rf"(?<![\d.,%£])(?P<part>{NUMBER})"
_WHOLE = rf"(?P<whole>{NUMBER})(?![\d%])"
_SHARE = rf"(?P<share>{NUMBER}) ?(?:%|per ?cent\b)"
_RATIO = rf"{_PART} (?:of|out of) (?:the |all |these |those )?{_WHOLE}"
_GAP = r"[^\d%;.()]{0,60}"
SHAPES = tuple(
    re.compile(shape)
    for shape in (
        rf"{_RATIO}(?:{_GAP}\(|,? ){_SHARE}",
        rf"{_RATIO}(?P<between>{_GAP}?){_SHARE}",
        rf"(?<![\d.,]){_SHARE}(?P<between>{_GAP})\({_RATIO}[^\d%()]*\)",
        rf"{_PART} \({_SHARE}\) (?:of|out of) (?:the |all |these |those )?{_WHOLE}",
    )
)
"""The shapes in which prose gives counts and their share: `13 of 31 (42%)`, `42% of cases (13 of 31)`, …"""

_OTHER_SHARE = re.compile(
    r"\b(?:target|standard|against|compar\w+|average|threshold|goal|than|from|to|and|but|while|whereas|other|rest"
    r"|remaining|then|before|earlier|previous|last)\b",
    re.I,
)
"""Words between counts and a percentage that make it the share of something else."""

_LABEL = re.compile(
    r"\b(?:quarter|page|part|week|day|phase|year|stage|step|item|paragraph|priority|number|no\.?) $", re.I
)
"""A word before a number that makes it a name: “Quarter 1 of 2017”."""

_CHECK = "Check the figures against the source. If it prints them so, say in a data note that they do not agree."


@dataclass(frozen=True, slots=True)
class Share:
    """A share told in prose with its counts; `quote` is how it is told."""

    quote: str
    part: Decimal
    whole: Decimal
    share: Decimal


def told_shares(context: Context) -> Iterator[Problem]:
    """A501: a percentage in prose does not follow from the counts beside it.

    Half-up rounding to the printed decimals is right; a figure that was cut off is told as such.
    Fails: `58% of cases (13 of 31)`. Passes: `42% of cases (13 of 31)`, `470 of 669, 70.3%`.
    """
    for said in texts_with(context.site, ("%", "cent")):
        for found in find_shares(said.text):
            if words := fault(found.part, found.whole, found.share):
                yield said.problem(f"{said.owner} says “{found.quote}”. {words}", _CHECK)


def observed_shares(context: Context) -> Iterator[Problem]:
    """A502: a percentage in observations.csv does not follow from its own numerator and denominator.

    Fails: value 86 with numerator 352 and denominator 406, which is 86.7. Passes: value 87.
    """
    for plan in context.site.plans:
        for row in plan.observations:
            measure = plan.measure_by_id.get(row.measure)
            if measure is None or not measure.publish or measure.unit != "%":
                continue
            if row.value is None or row.numerator is None or not row.denominator:
                continue
            if words := fault(row.numerator, row.denominator, row.value):
                message = f"Measure “{measure.name}” has the value {percent(row.value)}. {words}"
                item = measure.items[0] if measure.items else ""
                yield Problem(row.written_at.of("value"), message, _CHECK, plan.id, item)


def find_shares(text: str) -> Iterator[Share]:
    """Every share that a text tells with its counts, each once, sentence by sentence."""
    for _, sentence in sentences_with_place(text):
        taken: list[tuple[int, int]] = []
        for shape in SHAPES:
            for found in shape.finditer(sentence):
                span = found.span()
                is_taken = any(start < span[1] and span[0] < end for start, end in taken)
                is_named = _LABEL.search(sentence[: found.start("part")])
                if is_taken or is_named or _OTHER_SHARE.search(found.groupdict().get("between") or ""):
                    continue
                taken.append(span)
                part, whole, share = (read_number(found[name]) for name in ("part", "whole", "share"))
                if whole:
                    yield Share(found[0], part, whole, share)


def fault(part: Decimal, whole: Decimal, share: Decimal) -> str:
    """What is wrong with a share, as a sentence; empty when it follows from its counts."""
    exact = share_of(part, whole)
    agreement = compare(share, exact)
    if agreement is Agreement.ROUNDED:
        return ""
    right = percent(rounded(exact, places(share)), places(share))
    counts = f"{number(part)} of {number(whole)} is {percent(rounded(exact, places(share) + 1))}"
    if agreement is Agreement.CUT_OFF:
        return f"{counts}, which rounds to {right}; {percent(share)} is cut off rather than rounded."
    return f"{counts}, which rounds to {right}, not {percent(share)}."


RULES = (
    Rule("A501", Severity.WARNING, told_shares),
    Rule("A502", Severity.WARNING, observed_shares),
)

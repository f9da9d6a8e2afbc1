"""Claims to be above or below an average, held against the average's own figure."""

import re
from collections.abc import Iterator
from decimal import Decimal

from ragsite.checks.arithmetic.numbers import SHARE, read_number, sentences_with_place
from ragsite.checks.concordance import places_with
from ragsite.checks.prose import Said, texts_of
from ragsite.checks.rule import Context, Problem
from ragsite.figures import percent, words
from ragsite.model.measures import ComparatorKind, Measure, Polarity
from ragsite.model.plan import Plan

_ABOVE = ("above", "higher than", "exceeds", "exceed", "more than")
_BELOW = ("below", "lower than", "less than", "under")
_BETTER, _WORSE = "better than", "worse than"
_CLAIM = re.compile(
    rf"\b(?P<way>{'|'.join((*_ABOVE, *_BELOW, _BETTER, _WORSE))}) "
    r"(?P<whom>(?:for |that of |those of |the |our |both )*[^.;:%\d]{0,40}?"
    r"(?:national|England|statistical neighbours?|region\w*|average)[^.;:%\d]{0,40})",
    re.I,
)
_WHOSE = ("national", "england", "neighbour", "region", "average")
"""Words of which every claim has one."""

_KINDS = {
    ComparatorKind.NATIONAL: re.compile(r"national|England", re.I),
    ComparatorKind.NEIGHBOURS: re.compile(r"neighbour", re.I),
    ComparatorKind.REGION: re.compile(r"region|south|north|east|west|midlands|london", re.I),
}
_SHARE = re.compile(SHARE)
_CHECK = "Check the figures and the claim against the source. If it says so, say in a data note that they do not agree."


def false_averages(context: Context) -> Iterator[Problem]:
    """M604: a text claims to be above, below, better or worse than an average, and the figures say otherwise.

    The average's figure stands in the text, or is a comparator of a measure of the item that has the value told.
    Fails: `74%, above the national average of 76%`. Passes: `89%, above the national average of 76%`; a claim
    without figures.
    """
    for plan in context.site.plans:
        told = texts_of(plan)
        for place in places_with(plan, _WHOSE):
            said, before = told[place], told[place - 1] if place else None
            if not said.is_note and not said.is_quoted and _CLAIM.search(said.text):
                yield from _claims(context, said, _text_before(before, said))


def _text_before(before: Said | None, said: Said) -> str:
    """The passage before, of the same list: “This is above …” speaks of the figure in it."""
    if before is None or (before.field, before.owner, before.report) != (said.field, said.owner, said.report):
        return ""
    return before.text


def _claims(context: Context, said: Said, text_before: str) -> Iterator[Problem]:
    for start, sentence in sentences_with_place(said.text):
        for claim in _CLAIM.finditer(sentence):
            told = f"{text_before} {said.text[:start]} {sentence[: claim.start()]}"
            values = [read_number(found["share"]) for found in _SHARE.finditer(told)]
            if not values:
                continue
            plan = context.site.plan_by_id[said.plan]
            measure = _measure(plan, said.item, values[-1])
            averages = _averages_told(sentence[claim.start() :]) or _comparators(measure, claim["whom"])
            wrong = [one for one in averages if not _holds(claim["way"].lower(), values[-1], one, measure)]
            if wrong:
                whom = re.sub(r"(?:\s|\b(?:of|at)\b|[,(])+$", "", claim["whom"])
                told = f"{percent(values[-1])} is {claim['way'].lower()} {whom}"
                figures = words([percent(one) for one in wrong])
                yield said.problem(f"{said.owner} says that {told}, but that figure is {figures}.", _CHECK)


def _averages_told(rest: str) -> list[Decimal]:
    """The figures that follow the claim in its sentence, up to the next claim."""
    end = next((found.start() for found in _CLAIM.finditer(rest) if found.start()), len(rest))
    return [read_number(found["share"]) for found in _SHARE.finditer(rest[:end])]


def _measure(plan: Plan, item: str, value: Decimal) -> Measure | None:
    """The one measure of the item that has this value."""
    found = [
        measure
        for measure in plan.measures_by_item.get(item, ())
        if any(row.value == value for row in plan.observations_by_measure.get(measure.id, ()))
    ]
    return found[0] if len(found) == 1 else None


def _comparators(measure: Measure | None, whom: str) -> list[Decimal]:
    kinds = {kind for kind, name in _KINDS.items() if name.search(whom)}
    known = measure.comparators if measure else ()
    return [one.value for one in known if one.kind in kinds and one.value is not None]


def _holds(way: str, value: Decimal, average: Decimal, measure: Measure | None) -> bool:
    """Whether a claim holds; better and worse hold where nothing says which way is better."""
    if way in _ABOVE:
        return value > average
    if way in _BELOW:
        return value < average
    polarity = measure.polarity if measure else Polarity.NOT_STATED
    if polarity not in (Polarity.HIGHER, Polarity.LOWER):
        return True
    is_better = value > average if polarity is Polarity.HIGHER else value < average
    return is_better if way == _BETTER else value != average and not is_better

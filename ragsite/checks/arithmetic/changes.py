"""Changes and gaps: a stated difference must follow from the two figures that it lies between."""

import re
from collections.abc import Iterator
from decimal import Decimal

from ragsite.checks.arithmetic.numbers import (
    HUNDRED,
    NUMBER,
    SHARE,
    Agreement,
    compare,
    places,
    read_number,
    rounded,
    sentences_with_place,
    tolerance,
)
from ragsite.checks.concordance import texts_with
from ragsite.checks.prose import Said
from ragsite.checks.rule import Context, Problem, Rule
from ragsite.figures import number, percent, plural
from ragsite.model.measures import Measure
from ragsite.problems import Severity

_MORE = r"increas\w*|ris\w+|rose|grow\w*|grew|up|higher|more"
_LESS = r"decreas\w*|reduc\w*|fall\w*|fell|drop\w*|down|lower|fewer|less|cut"
_FROM_TO = re.compile(
    rf"\bfrom (?P<a>{NUMBER})(?P<au>%?)(?! ?[ap]m|\d|[:/]|(?:st|nd|rd|th)\b)(?: (?:in|at|on)\b[^.;%]{{0,40}}?|"
    rf" [a-z]+)? to (?P<b>{NUMBER})(?P<bu>%?)(?! ?[ap]m|\d|[:/]|(?:st|nd|rd|th)\b)"
)
_CHANGE = re.compile(
    rf"\b(?:(?P<way>{_MORE}|{_LESS}) (?:of|by) |(?:by|up|down) )(?P<c>{NUMBER})(?P<unit>%| (?:percentage )?points?)?"
    r"(?! ?(?:January|February|March|April|May|June|July|August|September|October|November|December)\b|\d|[:/])",
    re.I,
)
_GAP = re.compile(
    rf"{SHARE}\)? (?P<way>off|below|under|short of|from|lower than|less than|above|over|higher than|more than)"
    r" (?:the |its |their |our |a )?target\b",
    re.I,
)
_CHECK = "Check the figures against the source. If it prints them so, say in a data note that they do not agree."
_POINTS = "Say the gap in percentage points, or add the target. If the source prints it so, say so in a data note."


def told_changes(context: Context) -> Iterator[Problem]:
    """A505: a stated change does not follow from the figure before and the figure after.

    A change between percentages may be told in points or in per cent of the earlier figure.
    Fails: `from 16 to 45, an increase of 19`. Passes: `from 16 to 45, an increase of 29`;
    `from 40% to 50%, up 10 points`.
    """
    for said in texts_with(context.site, ("from ",)):
        if not said.is_note and not said.is_quoted and _FROM_TO.search(said.text):
            for _, sentence in sentences_with_place(said.text):
                yield from _in_sentence(said, sentence)


def told_gaps(context: Context) -> Iterator[Problem]:
    """A506: a gap between a percentage and its target is told in a way that cannot be right, or in two ways at once.

    Between two percentages, a gap is counted in points; “6% lower” can also mean 6% of the target.
    Fails: `95.6%, which is 4.5% off target` (a target of 100.1%). Passes: `84%, 6 points below the target of 90%`.
    """
    for said in texts_with(context.site, ("target",)):
        if said.is_note or said.is_quoted:
            continue
        for gap in _GAP.finditer(said.text):
            before = [one for one in re.finditer(SHARE, said.text[: gap.start()]) if one.end() < gap.start()]
            if before:
                value, size = read_number(before[-1]["share"]), read_number(gap["share"])
                words = _gap_fault(value, size, is_above=_is_above(gap["way"]), target=_target(context, said, value))
                if words:
                    told = gap[0].replace(")", "")
                    yield said.problem(f"{said.owner} says “{told}” beside {percent(value)}. {words}", _POINTS)


def _in_sentence(said: Said, sentence: str) -> Iterator[Problem]:
    span = _FROM_TO.search(sentence)
    if span is None:
        return
    rest = sentence[: span.start()] + " … " + sentence[span.end() :]
    before, after = read_number(span["a"]), read_number(span["b"])
    change = _CHANGE.search(rest)
    if change is None or _are_years(before, after):
        return
    size, unit = read_number(change["c"]), (change["unit"] or "").strip()
    is_share = bool(span["au"] or span["bu"])
    if not _is_right(before, after, size, unit=unit, is_share=is_share) or _is_other_way(change["way"], after - before):
        way = "more" if after >= before else "less"
        right = plural(abs(after - before), "point", "points") if is_share else number(abs(after - before))
        message = f"{said.owner} says “{span[0]}” and “{change[0].strip()}”. From {number(before)} to {number(after)}"
        yield said.problem(f"{message} is {right} {way}.", _CHECK)


def _is_right(before: Decimal, after: Decimal, size: Decimal, *, unit: str, is_share: bool) -> bool:
    difference = abs(after - before)
    if (unit != "%" or is_share) and abs(difference - size) <= tolerance(before, after, size):
        return True
    return unit == "%" and bool(before) and compare(size, difference / before * HUNDRED) is not Agreement.WRONG


def _is_other_way(way: str | None, difference: Decimal) -> bool:
    if not way:
        return False
    return difference < 0 if re.fullmatch(_MORE, way, re.I) else difference > 0


def _are_years(before: Decimal, after: Decimal) -> bool:
    return all(1900 < one < 2100 for one in (before, after))


def _is_above(way: str) -> bool:
    return way.lower() in ("above", "over", "higher than", "more than")


def _target(context: Context, said: Said, value: Decimal) -> Decimal | None:
    """The target of the one measure of the item that has this value, where it has one target in numbers."""
    plan = context.site.plan_by_id[said.plan]
    measures = [
        measure
        for measure in plan.measures_by_item.get(said.item, ())
        if measure.unit == "%" and any(row.value == value for row in plan.observations_by_measure.get(measure.id, ()))
    ]
    targets = {target for measure in measures for target in _numbers(measure)}
    return targets.pop() if len(targets) == 1 else None


def _numbers(measure: Measure) -> Iterator[Decimal]:
    yield from (target.value for target in measure.targets if target.value is not None)


def _gap_fault(value: Decimal, size: Decimal, *, is_above: bool, target: Decimal | None) -> str:
    in_points = value - size if is_above else value + size
    if target is not None:
        difference = abs(value - target)
        if abs(difference - size) <= tolerance(value, size, target):
            return ""
        return f"The target is {percent(target)}, so the gap is {plural(difference, 'point', 'points')}."
    if in_points > HUNDRED:
        return f"That puts the target at {percent(in_points)}, and a share cannot be more than 100%."
    factor = 1 + size / HUNDRED if is_above else 1 - size / HUNDRED
    in_percent = rounded(value / factor, max(1, places(value))) if factor else in_points
    if in_percent == in_points:
        points = plural(size, "percentage point", "percentage points")
        return f"No target is given here. The two figures put it at {percent(in_points)}; the gap is {points}."
    return (
        f"No target is given here. If percentage points are meant it is {percent(in_points)}; if per cent of the"
        f" target, {percent(in_percent)}."
    )


RULES = (
    Rule("A505", Severity.WARNING, told_changes),
    Rule("A506", Severity.WARNING, told_gaps),
)

"""Whether a value meets a target: told by the measure's polarity, or said to be untellable, and why."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

from ragsite.model.measures import Measure, Observation, Polarity, PolarityBasis, Target
from ragsite.views.values import figure, short_period, target_words, value_words

POLARITY_WORDS = {
    Polarity.HIGHER: "Higher is better.",
    Polarity.LOWER: "Lower is better.",
    Polarity.NEITHER: "Neither higher nor lower is better.",
    Polarity.NOT_STATED: "The source does not say which way is better.",
}

NO_NUMBER = "No single number stands for the measure."


class Standing(StrEnum):
    """How a value stands to a target, in the words that readers see."""

    MET = "Met"
    NOT_MET = "Not met"
    NOT_DUE = "Not due yet"
    UNKNOWN = "Cannot be told"


@dataclass(frozen=True)
class Judged:
    """A target held against a value: how it stands, the gap in words (None: no numbers), and why."""

    target: Target
    standing: Standing
    gap: str | None
    why: str


def polarity_basis(measure: Measure) -> str | None:
    """Whether the source says which way is better, or this site infers it; None when nobody says."""
    if measure.polarity is Polarity.NOT_STATED:
        return None
    if measure.polarity_basis is PolarityBasis.PRINTED:
        return "The source says so."
    return "The source does not say so. This site infers it from what is measured."


def judge(
    measure: Measure,
    target: Target,
    value: Observation | None,
    *,
    as_at: date | None,
    without: str = NO_NUMBER,
) -> Judged:
    """One target against the latest value, which is None where no single number stands for the measure.

    `without` says why there is none. `as_at` is the last day that the latest report speaks of: a target dated
    after it is not due yet.
    """
    judged = _judge(measure, target, value, without=without, as_at=as_at)
    if judged.standing is Standing.UNKNOWN and is_ahead(target, as_at):
        return replace(judged, standing=Standing.NOT_DUE)
    return judged


def _judge(measure: Measure, target: Target, value: Observation | None, *, without: str, as_at: date | None) -> Judged:
    if value is None or value.value is None:
        return Judged(target, Standing.UNKNOWN, None, without)
    if target.value is None:
        return Judged(target, Standing.UNKNOWN, None, "The target is words, not a number.")
    if target.series != value.series and target.series is not None:
        return Judged(target, Standing.UNKNOWN, None, f"The target is for “{target.series}” only.")
    difference = value.value - target.value
    gap = gap_words(difference, measure.unit)
    is_met = _is_met(measure.polarity, difference)
    if is_met is None:
        return Judged(target, Standing.UNKNOWN, gap, POLARITY_WORDS[measure.polarity])
    return _in_time(target, value, is_met=is_met, gap=gap, as_at=as_at)


def is_ahead(target: Target, as_at: date | None) -> bool:
    """Whether a target's date had not passed yet on the last day that the latest report speaks of."""
    return bool(as_at and target.by and target.by.last and target.by.last > as_at)


def gap_words(difference: Decimal, unit: str) -> str:
    """How far a value is from a target: `5 points below`, `level with it`."""
    if difference == 0:
        return "Level with the target"
    return f"{amount_words(difference, unit)} {'above' if difference > 0 else 'below'} the target"


def amount_words(difference: Decimal, unit: str) -> str:
    """The size of a difference with its unit; between two percentages that is points."""
    size = abs(difference).normalize()
    if unit == "%":
        return f"{figure(size)} {'point' if size == 1 else 'points'}"
    return value_words(size, unit)


def dated_target(target: Target, unit: str) -> str:
    """A target with its date: `90% by March 2018`; says so where there is no date."""
    words = target_words(target, unit)
    if target.series:
        words = f"{words} ({target.series})"
    return f"{words} by {target.by.label}" if target.by else words


def _is_met(polarity: Polarity, difference: Decimal) -> bool | None:
    if polarity is Polarity.HIGHER:
        return difference >= 0
    if polarity is Polarity.LOWER:
        return difference <= 0
    return None


def _in_time(target: Target, value: Observation, *, is_met: bool, gap: str, as_at: date | None) -> Judged:
    """Adds time: a target that was not yet due is not missed, and a value without date proves no date."""
    by, period = target.by, value.period
    if by is None:
        why = "The source gives this target no date."
        return Judged(target, Standing.MET if is_met else Standing.NOT_MET, gap, why)
    if period is None or period.last is None or by.last is None:
        return Judged(target, Standing.UNKNOWN, gap, "The source does not date both the value and the target.")
    told = f"By the value for {short_period(period)}."
    if is_met or period.last >= by.last:
        return Judged(target, Standing.MET if is_met else Standing.NOT_MET, gap, told)
    if as_at is None or by.last > as_at:
        return Judged(target, Standing.NOT_DUE, gap, told)
    why = f"The target has fallen due. The latest number is older: it is for {short_period(period)}."
    return Judged(target, Standing.UNKNOWN, gap, why)

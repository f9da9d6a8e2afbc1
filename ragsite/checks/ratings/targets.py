"""Ratings held against the measures: a good rating beside a target that was due and missed."""

from collections.abc import Iterator
from datetime import date

from ragsite.checks.ratings.standing import Standing, standings
from ragsite.checks.rule import Context, Problem, Rule
from ragsite.problems import Severity, listing
from ragsite.views.measures import find
from ragsite.views.targets import Judged, dated_target
from ragsite.views.targets import Standing as TargetStanding
from ragsite.views.values import in_period, observed_words

FIX = "Check the rating and the figures. If the source gives both, keep both and say so in a note."


def finished_but_missed(context: Context) -> Iterator[Problem]:
    """R202: a rating means finished, but a target of the item's measures was due by the report and was missed.

    A target counts when it is a number with a date that had come as at the report, and the latest value is a
    number for that date or later. Which way is better is the measure's own polarity.

    Fails: Green (finished) with 71% in March 2018 against 80% by March 2018, where higher is better.
    Passes: 85% in March 2018; or 71% in March 2018 against a target for March 2020.
    """
    for one in standings(context):
        if one.has_key and one.level.claims.finished and (missed := _missed(one)):
            message = f"{one.words}, which the plan's own key calls finished. {_told(missed)}"
            yield one.problem(message, FIX)


def best_but_missed(context: Context) -> Iterator[Problem]:
    """R214: the best level of a scale does not mean finished, and stands beside a target that was missed.

    The key may allow it, so this is told as a fact: a reader who sees the best rating expects targets to be met.

    Fails: Green (good progress) with 71% in March 2018 against 80% by March 2018, where higher is better.
    Passes: the same beside Amber, or with the target met.
    """
    for one in standings(context):
        if one.level == one.scale.levels[-1] and not one.level.claims.finished and (missed := _missed(one)):
            message = f"{one.words}, the best level of its scale. {_told(missed)}"
            yield one.problem(message, FIX)


def _missed(one: Standing) -> list[str]:
    """The item's measures whose latest target due as at the report was missed, each in words."""
    found = []
    for measure in one.plan.measures_by_item.get(one.item.id, ()):
        finding = find(one.plan, measure)
        due = [judged for judged in finding.targets if _was_due(one, judged)]
        latest = finding.latest
        if not due or due[-1].standing is not TargetStanding.NOT_MET or latest is None or latest.period is None:
            continue
        if _is_after(one, latest.period.first):
            continue
        target = dated_target(due[-1].target, measure.unit)
        value = f"{observed_words(latest, measure)} {in_period(latest.period)}"
        found.append(f"“{measure.name}” ({value}, against {target})")
    return found


def _was_due(one: Standing, judged: Judged) -> bool:
    by, as_at = judged.target.by, one.report.as_at.date
    return bool(by and by.last and as_at and as_at.last and by.last <= as_at.last)


def _is_after(one: Standing, day: date | None) -> bool:
    as_at = one.report.as_at.date
    return as_at is None or as_at.last is None or day is None or day > as_at.last


def _told(missed: list[str]) -> str:
    lead = "A target that was due was missed"
    if len(missed) > 1:
        lead = f"{len(missed)} targets that were due were missed"
    return f"{lead}: {listing(missed, joiner='and', most=3)}."


RULES = (
    Rule("R202", Severity.WARNING, finished_but_missed),
    Rule("R214", Severity.WARNING, best_but_missed),
)

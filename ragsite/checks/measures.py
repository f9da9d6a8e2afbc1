"""Measures: which way is better, what is to be reached, whether it is still measured, and what is claimed of it."""

from collections.abc import Iterator, Sequence

from ragsite.checks.averages import false_averages
from ragsite.checks.complete import complete_plans
from ragsite.checks.rule import Context, Problem, Rule
from ragsite.figures import plural
from ragsite.model.dates import Precision
from ragsite.model.measures import Measure, Observation, Polarity
from ragsite.model.plan import Plan
from ragsite.problems import Severity, listing
from ragsite.views.values import in_period, value_words

SILENT_PERIODS = 3
"""After how many periods without a value a measure that had them regularly is told."""

FEW = 5
"""Up to how many measures of a plan are told one by one; more are told together."""

MONTHS = {
    Precision.MONTH: 1,
    Precision.QUARTER: 3,
    Precision.FINANCIAL_QUARTER: 3,
    Precision.YEAR: 12,
    Precision.FINANCIAL_YEAR: 12,
}
"""How long one period is, in months."""

_UNCOUNTED = ("words", "not stated", "yes or no")


def unpolarised_measures(context: Context) -> Iterator[Problem]:
    """M601: a measure has values, but nothing says whether higher or lower is better, so no change can be judged.

    Fails: a measure in % with values and without `polarity`. Passes: `polarity: lower`, `polarity: neither`.
    """
    for plan in complete_plans(context):
        yield from _told(
            plan,
            [one for one in plan.measures if _has_values(plan, one) and one.polarity is Polarity.NOT_STATED],
            ("does not say whether higher or lower is better", "do not say whether higher or lower is better"),
            "Add “polarity:” with higher, lower or neither. If it follows from what is measured and the source does"
            " not say it, that is “polarity_basis: inferred”, the default.",
        )


def aimless_measures(context: Context) -> Iterator[Problem]:
    """M602: a measure has values but no target, so nobody can say whether they are good enough.

    Fails: a measure without `targets`. Passes: a target in numbers or in words.
    """
    for plan in complete_plans(context):
        yield from _told(
            plan,
            [one for one in plan.measures if _has_values(plan, one) and not one.targets],
            ("has no target", "have no target"),
            "Add “targets:” if one exists. If the source gives none, there is nothing to add.",
        )


def valueless_measures(context: Context) -> Iterator[Problem]:
    """M603: a measure has no value at all, in numbers or in words.

    Fails: a measure without a row in observations.csv, or with rows that are all `not-available`. Passes: a row with
    words, or with a value that is kept back; a baseline.
    """
    for plan in complete_plans(context):
        yield from _told(
            plan,
            [one for one in plan.measures if one.publish and not _says_anything(plan, one)],
            ("has no value", "have no value"),
            "Add a row to observations.csv. If the source prints none, write why into the row's “status”.",
        )


def silent_measures(context: Context) -> Iterator[Problem]:
    """M605: a measure that had a value every period has had none for `periods` periods or more before the latest.

    Fails: monthly values up to December 2017 and a report as at May 2018. Passes: values up to March 2018; values
    whose periods differ in length; a further value without a period, “currently 96.7%”.
    """
    for plan in complete_plans(context):
        as_at = plan.latest.as_at.date if plan.latest else None
        if as_at is None or as_at.last is None:
            continue
        for measure in plan.measures:
            last = _last_regular(plan.observations_by_measure.get(measure.id, ())) if measure.publish else None
            if last is None or last.period is None or last.period.last is None:
                continue
            length = MONTHS[last.period.precision]
            gap = (as_at.last.year - last.period.last.year) * 12 + as_at.last.month - last.period.last.month
            if gap // length >= max(1, context.options["periods"]):
                value = value_words(last.value, measure.unit) if last.value is not None else ""
                missed = plural(gap // length, "period", "periods")
                yield Problem(
                    last.written_at.location,
                    f"Measure “{measure.name}” has had no value for {missed} before the latest report, as at"
                    f" {as_at.label}. The last one is {value} {in_period(last.period)}.",
                    "Add the later values. If the source has none, say so in a data note of the measure.",
                    plan.id,
                    _first(measure),
                )


def _told(plan: Plan, found: Sequence[Measure], says: tuple[str, str], fix: str) -> Iterator[Problem]:
    """One problem for each measure, or one for all of a plan where they are many."""
    if len(found) <= FEW:
        for measure in found:
            where = measure.written_at.location
            yield Problem(where, f"Measure “{measure.name}” {says[0]}.", fix, plan.id, _first(measure))
        return
    names = listing((f"“{measure.name}”" for measure in found), joiner="and", most=FEW)
    of_all = f"{len(found)} of {len(plan.measures)} measures {says[1]}: {names}."
    yield Problem(found[0].written_at.location, of_all, fix, plan.id)


def _has_values(plan: Plan, measure: Measure) -> bool:
    if not measure.publish or measure.unit in _UNCOUNTED:
        return False
    return any(row.value is not None for row in plan.observations_by_measure.get(measure.id, ()))


def _says_anything(plan: Plan, measure: Measure) -> bool:
    if measure.baseline and (measure.baseline.value is not None or measure.baseline.words):
        return True
    rows = plan.observations_by_measure.get(measure.id, ())
    return any(row.value is not None or row.status in ("words", "suppressed", "not-applicable") for row in rows)


def _last_regular(rows: Sequence[Observation]) -> Observation | None:
    """The last value of a measure that has at least two, all for periods of one length; else None.

    A value without a period may be the newest of all, so nothing is said of a measure that has one.
    """
    dated = [row for row in rows if row.value is not None]
    if not all(row.period and row.period.is_resolved for row in dated):
        return None
    lengths = {MONTHS.get(row.period.precision) for row in dated if row.period}
    periods = {row.period.sort_key for row in dated if row.period}
    if len(lengths) != 1 or None in lengths or len(periods) < 2:
        return None
    return max(dated, key=_end)


def _end(row: Observation) -> tuple[int, object, object]:
    return row.period.sort_key if row.period else (0, 0, 0)


def _first(measure: Measure) -> str:
    return measure.items[0] if measure.items else ""


RULES = (
    Rule("M601", Severity.WARNING, unpolarised_measures),
    Rule("M602", Severity.WARNING, aimless_measures),
    Rule("M603", Severity.WARNING, valueless_measures),
    Rule("M604", Severity.WARNING, false_averages),
    Rule("M605", Severity.WARNING, silent_measures, {"periods": SILENT_PERIODS}),
)

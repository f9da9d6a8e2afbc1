"""What the values of a measure come to: the latest, its change, its targets, and a finding in one sentence."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ragsite.model.items import Item
from ragsite.model.measures import Measure, Observation, Polarity
from ragsite.model.plan import Plan
from ragsite.views.headline import NO_VALUE, headline
from ragsite.views.history import Way
from ragsite.views.kept import kept
from ragsite.views.targets import NO_NUMBER, Judged, amount_words, is_ahead, judge
from ragsite.views.values import in_period, observed_words


@dataclass(frozen=True)
class Change:
    """How the latest value differs from the one before in the same series: by how much, and which way."""

    since: Observation
    difference: Decimal
    way: Way
    words: str


@dataclass(frozen=True)
class Finding:
    """All that is told of one measure.

    `latest` is the one value that stands for the measure; None where there is none, or several. `run` holds
    the dated observations of its series, oldest first, when at least two have numbers and like periods.
    `target` is the one to show first: the last that had fallen due by the report's date, else the next one.
    """

    measure: Measure
    observations: tuple[Observation, ...]
    latest: Observation | None
    run: tuple[Observation, ...]
    change: Change | None
    targets: tuple[Judged, ...]
    target: Judged | None
    headline: str

    @property
    def trend(self) -> str | None:
        """The first and last number of the run; None without a run."""
        known = [row for row in self.run if row.value is not None]
        if len(known) < 2:
            return None
        first, last = (observed_words(row, self.measure) for row in (known[0], known[-1]))
        since, until = (in_period(row.period) for row in (known[0], known[-1]) if row.period)
        return f"{first} {since}, {last} {until}"

    @property
    def since_baseline(self) -> str | None:
        """How the latest value differs from the baseline, where both are numbers of the whole measure."""
        difference = self._from_baseline
        if difference is None:
            return None
        return (
            _difference_words(difference, self.measure.unit) + (" as" if difference == 0 else " than") + " the baseline"
        )

    @property
    def baseline_way(self) -> Way | None:
        """Which way the latest value lies from the baseline; None where the two cannot be held together."""
        difference = self._from_baseline
        return None if difference is None else _way(self.measure.polarity, difference)

    @property
    def _from_baseline(self) -> Decimal | None:
        base, latest = self.measure.baseline, self.latest
        if base is None or base.value is None or latest is None or latest.value is None or latest.series:
            return None
        return latest.value - base.value


@dataclass(frozen=True)
class Group:
    """Findings under one item at the top of the tree; `root` is None where measures stand in one list."""

    root: Item | None
    findings: tuple[Finding, ...]


MANY = 20
"""From how many measures on an index is easier to read in groups."""


@kept
def find(plan: Plan, measure: Measure) -> Finding:
    """What one measure shows."""
    rows = _in_order(plan, measure)
    main = _main_series(rows)
    dated = tuple(row for row in main if row.period and row.period.is_resolved)
    numbers = [row for row in dated if row.value is not None] or [row for row in main if row.value is not None]
    latest = numbers[-1] if numbers else None
    run = dated if len([row for row in dated if row.value is not None]) > 1 and _are_alike(dated) else ()
    known = [row for row in run if row.value is not None]
    change = _change(measure, known[-2], now=known[-1]) if known else None
    as_at = plan.latest.as_at.date.last if plan.latest and plan.latest.as_at.date else None
    without = NO_NUMBER if rows else f"{NO_VALUE}."
    judged = tuple(judge(measure, target, latest, as_at=as_at, without=without) for target in measure.targets)
    target = _first_target(judged, as_at)
    said = headline(measure, rows, latest=latest, change=change.words if change else None, held=target)
    return Finding(measure, rows, latest, run, change, judged, target, said)


def group(plan: Plan) -> tuple[Group, ...]:
    """The findings of a plan: one list, or for many measures one group for each item at the top of the tree."""
    found = [find(plan, measure) for measure in plan.measures]
    if len(found) < MANY:
        return (Group(None, tuple(found)),) if found else ()
    roots = {child.id: root for root in plan.tree for child in root.walk()}
    grouped: dict[str, list[Finding]] = {}
    for finding in found:
        above = [roots[item].id for item in finding.measure.items if item in roots]
        grouped.setdefault(above[0] if above else "", []).append(finding)
    ordered = [Group(root, tuple(grouped[root.id])) for root in plan.tree if root.id in grouped]
    return (*ordered, *((Group(None, tuple(grouped[""])),) if "" in grouped else ()))


@kept
def _in_order(plan: Plan, measure: Measure) -> tuple[Observation, ...]:
    return tuple(sorted(plan.observations_by_measure.get(measure.id, ()), key=_order))


def _order(row: Observation) -> tuple[object, ...]:
    """Dated rows first, oldest first; the sort is stable, so rows of one period stay in the file's order."""
    return row.period.sort_key if row.period else (2,)


def _main_series(rows: Sequence[Observation]) -> tuple[Observation, ...]:
    """The series that stands for the measure: the unnamed one, else the only one that has numbers.

    Empty where several named series have numbers, or where one period (or none) has more than one number.
    """
    numbers = [row for row in rows if row.value is not None]
    unnamed = [row for row in numbers if row.series is None]
    names = {row.series for row in unnamed or numbers}
    if len(names) != 1:
        return ()
    name = names.pop()
    main = tuple(row for row in rows if row.series == name)
    dated = [row.period.sort_key for row in main if row.period and row.period.is_resolved and row.value is not None]
    undated = [row for row in main if row.value is not None and not (row.period and row.period.is_resolved)]
    return main if len(set(dated)) == len(dated) and (dated or len(undated) == 1) else ()


def _are_alike(rows: Sequence[Observation]) -> bool:
    """A month and a year are not drawn as one line, nor compared."""
    return len({row.period.precision for row in rows if row.period and row.value is not None}) == 1


def known_by(plan: Plan, measure: Measure, until: date) -> Observation | None:
    """The latest number that stands for a measure among the values whose period had ended by a day."""
    ended = [row for row in _in_order(plan, measure) if row.period and row.period.last and row.period.last <= until]
    numbers = [row for row in _main_series(ended) if row.value is not None]
    return numbers[-1] if numbers else None


def change_between(measure: Measure, before: Observation, *, now: Observation) -> Change | None:
    """How one value differs from an earlier one; None for values of different groups or lengths of period."""
    if before.series != now.series or not _are_alike((before, now)):
        return None
    return _change(measure, before, now=now)


def _change(measure: Measure, before: Observation, *, now: Observation) -> Change:
    difference = (now.value or Decimal(0)) - (before.value or Decimal(0))
    joint = "as" if difference == 0 else "than"
    since = in_period(before.period) if before.period else "before"
    said = f"{_difference_words(difference, measure.unit)} {joint} {since}"
    return Change(before, difference, _way(measure.polarity, difference), said)


def _difference_words(difference: Decimal, unit: str) -> str:
    """A difference without its joint: `1 point more`, `2 fewer`, `the same`."""
    if difference == 0:
        return "the same"
    amount = amount_words(difference, "%" if unit == "%" else "")
    return f"{amount} {'more' if difference > 0 else _less(difference, unit)}"


def _less(difference: Decimal, unit: str) -> str:
    is_counted = unit not in ("%", "not stated", "score") and difference == difference.to_integral_value()
    return "fewer" if is_counted else "less"


def _way(polarity: Polarity, difference: Decimal) -> Way:
    if difference == 0:
        return Way.SAME
    if polarity not in (Polarity.HIGHER, Polarity.LOWER):
        return Way.UNKNOWN
    return Way.BETTER if (difference > 0) == (polarity is Polarity.HIGHER) else Way.WORSE


def _first_target(judged: Sequence[Judged], as_at: date | None) -> Judged | None:
    shown = [one for one in judged if one.target.value is not None] or list(judged)
    due = [one for one in shown if one.target.by and as_at and not is_ahead(one.target, as_at)]
    return due[-1] if due else shown[0] if shown else None

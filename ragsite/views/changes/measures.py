"""Measures that moved: the latest value known at the date of each report, compared by polarity in words."""

from dataclasses import dataclass
from datetime import date

from ragsite.model.measures import Measure, Observation, Polarity
from ragsite.model.plan import Plan
from ragsite.model.reports import Report
from ragsite.views.changes.window import Window
from ragsite.views.history import Way
from ragsite.views.measures import Change, change_between, known_by

NO_DATE = "The report {report} does not say which date it speaks of, so the values known by then cannot be told."
NO_VALUE = "There is no dated value on both sides."
UNLIKE = "The two values are for periods of different length, or for different groups."


@dataclass(frozen=True)
class MeasureChange:
    """One measure's latest value by the date of each report, and how the later one differs."""

    measure: Measure
    was: Observation
    now: Observation
    change: Change


@dataclass(frozen=True)
class Measured:
    """All measures of a plan over a pair of reports; each stands in one list only.

    `neither` moved, but nobody says which way is better. `still` have no new value, or the same one again.
    `first` have their first value since; `untold` cannot be compared. `why` says why nothing can be told at all.
    """

    better: tuple[MeasureChange, ...] = ()
    worse: tuple[MeasureChange, ...] = ()
    neither: tuple[MeasureChange, ...] = ()
    still: tuple[Measure, ...] = ()
    first: tuple[tuple[Measure, Observation], ...] = ()
    untold: tuple[tuple[Measure, str], ...] = ()
    why: str = ""

    @property
    def moved(self) -> tuple[MeasureChange, ...]:
        """Every measure whose value differs: worse first, then better, then neither."""
        return (*self.worse, *self.better, *self.neither)

    @property
    def compared(self) -> int:
        """The measures that have a value on both sides."""
        return len(self.moved) + len(self.still)

    @property
    def total(self) -> int:
        """All measures of the plan."""
        return self.compared + len(self.first) + len(self.untold)


def measure_changes(window: Window) -> Measured:
    """What became of every measure of the plan."""
    if window.before is None:
        return Measured()
    days = []
    for report in (window.before, window.after):
        last = _last_day(report)
        if last is None:
            why = NO_DATE.format(report=report.label)
            return Measured(untold=tuple((measure, why) for measure in window.plan.measures), why=why)
        days.append(last)
    return _compared(window.plan, days[0], days[1])


def _last_day(report: Report) -> date | None:
    return report.as_at.date.last if report.as_at.date else None


def _compared(plan: Plan, before: date, after: date) -> Measured:
    moved: dict[str, list[MeasureChange]] = {"better": [], "worse": [], "neither": []}
    still: list[Measure] = []
    first: list[tuple[Measure, Observation]] = []
    untold: list[tuple[Measure, str]] = []
    for measure in plan.measures:
        was, now = (known_by(plan, measure, until) for until in (before, after))
        if now is None or (was is None and _is_undated_before(now, before)):
            untold.append((measure, NO_VALUE))
        elif was is None:
            first.append((measure, now))
        elif was == now:
            still.append(measure)
        elif (change := change_between(measure, was, now=now)) is None:
            untold.append((measure, UNLIKE))
        elif change.way is Way.SAME:
            still.append(measure)
        else:
            moved[_side(change, measure)].append(MeasureChange(measure, was, now, change))
    return Measured(
        better=tuple(moved["better"]),
        worse=tuple(moved["worse"]),
        neither=tuple(moved["neither"]),
        still=tuple(still),
        first=tuple(first),
        untold=tuple(untold),
    )


def _is_undated_before(now: Observation, before: date) -> bool:
    """A value of a period that had ended by the earlier report is no first value since then."""
    return now.period is None or now.period.last is None or now.period.last <= before


def _side(change: Change, measure: Measure) -> str:
    if measure.polarity not in (Polarity.HIGHER, Polarity.LOWER):
        return "neither"
    return change.way.value

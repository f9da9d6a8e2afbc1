"""The two charts of a timeline page with their keys: due dates of items, and dates of milestones."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from ragsite.charts.signs import KEY_HALF, sign
from ragsite.charts.timeline import DateMark, Now, date_figure
from ragsite.figures import number, of, plural, words
from ragsite.model.dates import PartialDate, Precision
from ragsite.model.reports import Report
from ragsite.pages.props import Props
from ragsite.render import slug
from ragsite.views.timeline import State, Timeline, former_places, places, step_places

FEWEST = 2
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WITHIN_A_MONTH = (Precision.DAY, Precision.MONTH, Precision.PART)
ITEM_WORDS = {
    State.DONE: "Finished: the rating means that it was finished",
    State.MISSED: "Overdue: the date had passed, and the rating does not mean finished",
    State.UNKNOWN: "Cannot be told whether it was finished in time",
    State.AHEAD: "Not yet due",
}
STEP_WORDS = {
    State.DONE: "Done, by the status word in the source",
    State.MISSED: "Overdue: the date had passed, and the status word does not say done",
    State.UNKNOWN: "Cannot be told: the date had passed, and the source does not say clearly that it was done",
    State.AHEAD: "Not yet due",
}


def items_chart(found: Timeline) -> Props | None:
    """The due dates of items as at a report; None with fewer than two clear dates."""
    now, former = list(places(found)), list(former_places(found))
    marks = [DateMark(day, state.value) for day, state in now] + [DateMark(day, "moved") for day in former]
    key = _key(ITEM_WORDS, [state for _, state in now])
    if former:
        key.append({**_entry("moved", "First date, from which it has moved"), "number": of(len(former), len(now))})
    is_latest = found.report is None or found.report is found.plan.latest
    also = "" if is_latest else "This is the last report that gives ratings."
    odd = plural(len(found.unclear), "date is not clear and stands", "dates are not clear and stand")
    notes = [also, f"{odd} in a list below." if found.unclear else ""]
    notes.append(_spans(one.entry.due for one in found.dated))
    return _chart(found, marks, key, noun="due dates", notes=notes)


def steps_chart(found: Timeline) -> Props | None:
    """The dates of milestones; None with fewer than two clear dates."""
    now = list(step_places(found.steps))
    marks = [DateMark(day, state.value) for day, state in now]
    key = _key(STEP_WORDS, [state for _, state in now])
    note = _spans(one.milestone.due for one in found.steps if one.milestone.due)
    return _chart(found, marks, key, noun="dates of milestones", notes=[note])


def _spans(dates: Iterable[PartialDate]) -> str:
    """Where dates longer than a month stand; empty when there are none."""
    if all(one.precision in WITHIN_A_MONTH for one in dates):
        return ""
    return "A date that covers several months stands at its end, when all of it has passed."


def _chart(
    found: Timeline, marks: Sequence[DateMark], key: list[Props], *, noun: str, notes: Sequence[str]
) -> Props | None:
    if len(marks) < FEWEST:
        return None
    when = _when(found.report)
    name = f"dates-{slug(f'{noun} {when}')}"
    figure = date_figure(
        marks,
        name=name,
        title=f"Chart: {noun} of {found.plan.facts.short_title}{when}",
        description=_described(marks, noun),
        now=_now(found.report),
    )
    each = f"One sign stands for up to {figure.each} dates." if figure and figure.each > 1 else ""
    later = "The few dates after that stand together under “Later”." if figure and figure.has_later else ""
    return {
        "id": name,
        "title": f"{noun.capitalize()}{when}",
        "figure": figure,
        "key": key,
        "caption": f"What the signs stand for: {number(len(marks))} dates",
        "note": " ".join(part for part in (*notes, each, later) if part) or None,
    }


def _when(report: Report | None) -> str:
    if report is None:
        return ""
    return f" as at {report.as_at.date.label}" if report.as_at.date else f" in the report {report.label}"


def _now(report: Report | None) -> Now | None:
    as_at = report.as_at.date if report else None
    return Now(as_at.last, f"Report: {as_at.label}") if as_at and as_at.last else None


def _key(said: dict[State, str], states: Sequence[State]) -> list[Props]:
    """A row for each sign that is there; that nothing is overdue is said where that can be told of every date."""
    counts = Counter(states)
    shown = [state for state in said if counts[state] or (state is State.MISSED and not counts[State.UNKNOWN])]
    return [{**_entry(state.value, said[state]), "number": of(counts[state], len(states))} for state in shown]


def _entry(kind: str, text: str) -> Props:
    return {"kind": kind, "path": sign(kind, 8.0, 8.0, KEY_HALF), "text": text}


def _described(marks: Sequence[DateMark], noun: str) -> str:
    """First and last month, and the month with the most dates; the key beside the chart has the numbers."""
    months = Counter((mark.day.year, mark.day.month) for mark in marks)
    first, last = min(months), max(months)
    most = max(months.values())
    peaks = [_month(*month) for month, count in sorted(months.items()) if count == most]
    peak = f" Most in one month: {most}, in {words(peaks)}." if len(peaks) <= FEWEST and most > 1 else ""
    return f"{len(marks)} {noun} from {_month(*first)} to {_month(*last)}.{peak}"


def _month(year: int, month: int) -> str:
    return f"{MONTHS[month - 1]} {date(year, month, 1).year}"

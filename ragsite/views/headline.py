"""The finding of a measure in one sentence: the value with its period, and one thing that it tells."""

from collections.abc import Sequence

from ragsite.figures import words
from ragsite.model.measures import Measure, Observation, ObservationStatus
from ragsite.views.targets import Judged, Standing
from ragsite.views.values import STATES, in_period, observed_words

LONGEST_QUOTE = 60
NO_VALUE = "No value is published"


def headline(
    measure: Measure,
    rows: Sequence[Observation],
    *,
    latest: Observation | None,
    change: str | None,
    held: Judged | None,
) -> str:
    """The finding without a full stop, and whether a later value is kept back.

    `latest` is the value that stands for the measure, `change` its difference in words, and `held` the target
    to name where nothing is known of a change. Without a value it says what there is instead.
    """
    if latest is None:
        return _without_number(measure, rows)
    return f"{_told(measure, latest, change=change, held=held)}{_kept_back_since(rows, latest)}"


def _told(measure: Measure, latest: Observation, *, change: str | None, held: Judged | None) -> str:
    said = _value_in_time(measure, latest)
    if change is not None:
        return f"{said}, {change}"
    if held is None or held.gap is None or held.standing is Standing.UNKNOWN:
        return said
    due = f" for {held.target.by.label}" if held.target.by else ""
    return f"{said}, {held.gap[0].lower()}{held.gap[1:]}{due}"


def _kept_back_since(rows: Sequence[Observation], latest: Observation) -> str:
    """That a value is kept back of a later period than the latest one that is told."""
    for row in reversed(rows):
        if row.status is not ObservationStatus.SUPPRESSED or row.series != latest.series:
            continue
        if row.period and row.period.last and latest.period and latest.period.last:
            is_later = row.period.last > latest.period.last
            return f"; the value {in_period(row.period)} is confidential" if is_later else ""
    return ""


def _value_in_time(measure: Measure, row: Observation) -> str:
    is_dated = row.period is not None and row.period.is_resolved
    known = [part for part in (row.series, None if is_dated else "period not stated") if part]
    said = observed_words(row, measure) + (f" ({', '.join(known)})" if known else "")
    return f"{said} {in_period(row.period)}" if row.period and is_dated else said


def _without_number(measure: Measure, rows: Sequence[Observation]) -> str:
    numbers = [row for row in rows if row.value is not None]
    if numbers:
        names = list(dict.fromkeys(f"“{row.series}”" for row in numbers if row.series))
        which = f", for {words(names)}" if 1 < len(names) <= 3 else ""
        return f"{len(numbers)} values are published{which}; no single one stands for the measure"
    said = [row for row in rows if row.status is ObservationStatus.WORDS]
    if said:
        return _quoted(observed_words(said[-1], measure), is_all=len(said) == 1)
    reasons = [STATES[row.status].label.lower() for row in rows if row.status in STATES]
    return f"{NO_VALUE}: {reasons[-1]}" if reasons else NO_VALUE


def _quoted(quote: str, *, is_all: bool) -> str:
    if not any(letter.isalnum() for letter in quote):
        return f"{NO_VALUE}: the source prints {quote}"
    return f"Words only: {quote}" if is_all and len(quote) <= LONGEST_QUOTE else "Only words are published, no number"

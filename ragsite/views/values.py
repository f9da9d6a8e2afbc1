"""How values of measures, their periods and their states are said in words."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ragsite.figures import number, percent
from ragsite.model.dates import PartialDate
from ragsite.model.dates.precision import Precision
from ragsite.model.measures import Measure, Observation, ObservationStatus, Target

NO_PERIOD = "No period stated in the source"
NO_UNIT = "not stated"
_WORDLESS = ("", "words", NO_UNIT, "yes or no")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True)
class State:
    """A status of a value in words: what it is called, its mark in tables, and what it means."""

    label: str
    mark: str
    meaning: str


STATES: dict[ObservationStatus, State] = {
    ObservationStatus.PROVISIONAL: State("Provisional", "[p]", "The council may still change this value."),
    ObservationStatus.REVISED: State("Revised", "[r]", "This value replaces one that was published before."),
    ObservationStatus.BEING_CHECKED: State(
        "Being checked", "", "The source says that the figure is being checked. It prints no value."
    ),
    ObservationStatus.SUPPRESSED: State(
        "Confidential", "[c]", "The value is kept back so that nobody can be recognised. It is not zero."
    ),
    ObservationStatus.NOT_AVAILABLE: State(
        "Not available", "[x]", "The source has a place for the value but gives none that can be read."
    ),
    ObservationStatus.NOT_APPLICABLE: State("Not applicable", "[z]", "There can be no value here, so none is missing."),
    ObservationStatus.WORDS: State("Words only", "", "The source says something in words and gives no number."),
}
"""Every status but “final”, which needs no words."""


def marked(state: State) -> str:
    """A state with its mark: `[p] Provisional`."""
    return f"{state.mark} {state.label}".strip()


def places(value: Decimal) -> int:
    """How many decimal places a value was written with."""
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def figure(value: Decimal) -> str:
    """A number with the decimal places that the source gives it: `100.0`, `1,620`."""
    return number(value, places(value))


def value_words(value: Decimal, unit: str) -> str:
    """A number with its unit: `88%`, `39 staff`; the number alone where the unit is not known."""
    if unit == "%":
        return percent(value, places(value))
    if unit in _WORDLESS:
        return figure(value)
    return f"{figure(value)} {unit}" if value != 1 or unit == "score" else f"{figure(value)} (unit: {unit})"


def unit_words(unit: str) -> str:
    """The unit of a measure in words."""
    if unit == "%":
        return "Per cent"
    if unit == "words":
        return "Words, not numbers"
    return "Not stated in the source" if unit == NO_UNIT else f"{unit[0].upper()}{unit[1:]}"


def observed_words(observation: Observation, measure: Measure) -> str:
    """What an observation says: its number with the unit, the words printed, or why there is nothing."""
    if observation.value is not None:
        return value_words(observation.value, measure.unit)
    if observation.status is ObservationStatus.WORDS and observation.as_printed.strip():
        return f"“{observation.as_printed.strip()}”"
    state = STATES.get(observation.status)
    return marked(state) if state else "No value in the source"


def printed_beside(observation: Observation, measure: Measure) -> str | None:
    """How the source prints a value, where that differs from the words shown."""
    printed = observation.as_printed.strip()
    if not printed or printed in observed_words(observation, measure):
        return None
    return f"Printed as “{printed}”."


def target_words(target: Target, unit: str) -> str:
    """What is to be reached, without the date."""
    if target.value is not None:
        return value_words(target.value, unit)
    return f"“{target.words}”" if target.words else "Not stated in the source"


def period_words(period: PartialDate | None) -> str:
    """The period of a value as a cell begins it, or that none is stated."""
    return f"{period.label[0].upper()}{period.label[1:]}" if period else NO_PERIOD


def short_period(period: PartialDate) -> str:
    """A period for the middle of a sentence: `financial quarter 1 of 2017 to 2018`."""
    return period.label.partition(" (")[0] if period.precision is Precision.FINANCIAL_QUARTER else period.label


def in_period(period: PartialDate) -> str:
    """A period with the word that leads to it: `in March 2018`, `on 23 November 2010`."""
    if period.precision is Precision.DAY:
        return f"on {short_period(period)}"
    if period.precision is Precision.FINANCIAL_YEAR:
        return f"in the year {period.label}"
    plain = (Precision.MONTH, Precision.YEAR, Precision.FINANCIAL_QUARTER, Precision.SEASON)
    return f"{'in' if period.precision in plain else 'for'} {short_period(period)}"


def axis_period(period: PartialDate) -> str:
    """A period in as few letters as an axis has room for: `Apr to Jun 2017`."""
    if period.first is None or period.last is None:
        return period.label
    if period.precision in (Precision.QUARTER, Precision.FINANCIAL_QUARTER):
        return f"{_MONTHS[period.first.month - 1]} to {_MONTHS[period.last.month - 1]} {period.last.year}"
    if period.precision is Precision.FINANCIAL_YEAR:
        return f"{period.first.year} to {period.last.year}"
    return period.label


def middle(period: PartialDate) -> float | None:
    """The middle of a period as a point in time, in years: 2018.25."""
    if period.first is None or period.last is None:
        return None
    return round((_years(period.first) + _years(period.last)) / 2, 4)


def _years(day: date) -> float:
    return day.year + (day.timetuple().tm_yday - 1) / 365.25

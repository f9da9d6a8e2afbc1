"""Values, periods and states in words, as the source prints them and in plain English."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ragsite.model.dates import parse_date
from ragsite.model.measures import Measure, Observation, ObservationStatus
from ragsite.views.values import (
    STATES,
    axis_period,
    in_period,
    marked,
    middle,
    observed_words,
    period_words,
    printed_beside,
    value_words,
)

PER_CENT = Measure(id="m", name="M", unit="%")


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        ("88", "%", "88%"),
        ("100.0", "%", "100.0%"),
        ("1620", "cases", "1,620 cases"),
        ("54", "per 10,000 children", "54 per 10,000 children"),
        ("16", "score", "16 score"),
        ("10", "not stated", "10"),
        ("1", "children", "1 (unit: children)"),
    ],
)
def test_a_value_keeps_its_decimals_and_says_its_unit(value: str, unit: str, words: str) -> None:
    assert value_words(Decimal(value), unit) == words


@given(st.decimals(min_value=0, max_value=10**6, places=2))
def test_no_digit_of_a_value_is_lost(value: Decimal) -> None:
    assert Decimal(value_words(value, "%").rstrip("%").replace(",", "")) == value


def test_every_status_but_final_has_words_of_its_own() -> None:
    assert set(STATES) == set(ObservationStatus) - {ObservationStatus.FINAL}
    assert len({state.label for state in STATES.values()}) == len(STATES)
    marks = [state.mark for state in STATES.values() if state.mark]
    assert len(set(marks)) == len(marks)
    assert marked(STATES[ObservationStatus.SUPPRESSED]) == "[c] Confidential"


def test_words_are_quoted_and_a_missing_value_says_why() -> None:
    words = Observation(measure="m", status=ObservationStatus.WORDS, as_printed="In place")
    checked = Observation(measure="m", status=ObservationStatus.BEING_CHECKED, as_printed="*")
    assert observed_words(words, PER_CENT) == "“In place”"
    assert observed_words(checked, PER_CENT) == "Being checked"
    assert observed_words(Observation(measure="m"), PER_CENT) == "No value in the source"


def test_the_print_is_told_only_where_it_differs() -> None:
    same = Observation(measure="m", value=Decimal("88"), as_printed="88%")
    other = Observation(measure="m", value=Decimal("70.3"), as_printed="470 (70.3%)")
    assert printed_beside(same, PER_CENT) is None
    assert printed_beside(other, PER_CENT) == "Printed as “470 (70.3%)”."


@pytest.mark.parametrize(
    ("text", "in_words", "on_axis"),
    [
        ("2018-03", "in March 2018", "March 2018"),
        ("2010-11-23", "on 23 November 2010", "23 November 2010"),
        ("2017/18-Q2", "in financial quarter 2 of 2017 to 2018", "Jul to Sep 2017"),
        ("2017-Q3", "for July to September 2017", "Jul to Sep 2017"),
        ("2017/18", "in the year April 2017 to March 2018", "2017 to 2018"),
    ],
)
def test_periods_in_a_sentence_and_on_an_axis(text: str, in_words: str, on_axis: str) -> None:
    assert in_period(parse_date(text)) == in_words
    assert axis_period(parse_date(text)) == on_axis


def test_no_period_is_said_out_loud() -> None:
    assert period_words(None) == "No period stated in the source"
    assert period_words(parse_date("2017/18-Q1")).startswith("Financial quarter 1")


def test_periods_are_placed_in_time_by_their_middle() -> None:
    first, second = middle(parse_date("2017/18-Q1")), middle(parse_date("2017/18-Q2"))
    assert first is not None
    assert second is not None
    assert 2017.25 < first < 2017.5 < second < 2017.75
    assert middle(parse_date("TBC")) is None

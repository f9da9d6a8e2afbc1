"""What measures lack, and what is claimed of averages."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ragsite.model.plan import Plan
from tests.factories import item, make_plan, measure, observation, report
from tests.unit.checks.looking import look, told
from tests.unit.checks.saying import saying

NATIONAL = {"name": "England", "kind": "national", "value": "76"}
NEIGHBOURS = {"name": "Statistical neighbours", "kind": "statistical-neighbours", "value": "47"}


def one(*rows: dict[str, Any], as_at: str = "2018-05", **facts: Any) -> Plan:
    return make_plan(
        items=[item("1")], measures=[measure("m", items=["1"], **facts)], observations=rows, reports=[report(as_at)]
    )


def monthly(*months: str, year: str = "2017") -> list[dict[str, Any]]:
    return [observation("m", f"{year}-{month}", "90") for month in months]


def test_a_measure_with_values_and_without_polarity_or_target() -> None:
    plan = one(observation("m", "2018-01", "88"))
    assert told("M601", plan) == ["Measure “Measure m” does not say whether higher or lower is better."]
    assert told("M602", plan) == ["Measure “Measure m” has no target."]
    assert look("M601", plan)[0].item == "1"


def test_words_are_a_target_and_neither_is_a_polarity() -> None:
    plan = one(observation("m", "2018-01", "88"), polarity="neither", targets=[{"words": "In place"}])
    assert told("M601", plan) == told("M602", plan) == []


def test_a_measure_without_numbers_needs_neither() -> None:
    plan = one(observation("m", "2018-01", None, status="words", as_printed="Good"), unit="words")
    assert told("M601", plan) == told("M602", plan) == told("M603", plan) == []


def test_a_measure_that_is_not_published_is_not_told() -> None:
    plan = one(observation("m", "2018-01", "88"), publish=False)
    assert [told(code, plan) for code in ("M601", "M602", "M603", "M605")] == [[], [], [], []]


def test_many_are_told_together() -> None:
    plan = make_plan(measures=[measure(f"m{number}") for number in range(6)])
    (message,) = told("M603", plan)
    assert message.startswith("6 of 6 measures have no value: “Measure m0”, “Measure m1”")
    assert message.endswith("… (1 more).")


@pytest.mark.parametrize(("status", "count"), [("not-available", 1), ("words", 0), ("suppressed", 0)])
def test_a_measure_without_any_value(status: str, count: int) -> None:
    assert len(told("M603", one(observation("m", "2018-01", None, status=status)))) == count


def test_a_baseline_is_a_value() -> None:
    assert told("M603", one(baseline={"value": "80"})) == []


@pytest.mark.parametrize(
    ("rows", "count"),
    [
        (monthly("11", "12"), 1),
        (monthly("02", "03", year="2018"), 0),
        (monthly("12"), 0),  # one value makes no rhythm
        ([*monthly("11", "12"), observation("m", "2016/17", "80")], 0),
        ([observation("m", "2017/18-Q1", "90"), observation("m", "2017/18-Q2", "90")], 0),
        ([observation("m", "2016/17-Q1", "90"), observation("m", "2016/17-Q2", "90")], 1),
        ([*monthly("11", "12"), {"measure": "m", "value": "96.7", "series": "Progress update"}], 0),  # “currently”
        ([*monthly("11", "12"), {"measure": "m", "status": "words", "as_printed": "Data being collated"}], 1),
    ],
)
def test_a_measure_that_fell_silent(rows: list[dict[str, Any]], count: int) -> None:
    assert len(told("M605", one(*rows))) == count


@given(
    start=st.integers(2015 * 12, 2020 * 12),
    months=st.integers(2, 12),
    silent=st.integers(0, 12),
    limit=st.integers(1, 6),
)
def test_silence_is_told_from_as_many_months_as_are_set(start: int, months: int, silent: int, limit: int) -> None:
    written = [f"{number // 12}-{number % 12 + 1:02}" for number in range(start, start + 30)]
    plan = one(*(observation("m", month, "90") for month in written[:months]), as_at=written[months - 1 + silent])
    assert len(look("M605", plan, options={"periods": limit})) == (silent >= limit)


def test_silence_is_counted_as_at_the_report() -> None:
    (finding,) = look("M605", one(*monthly("11", "12")))
    assert finding.message == (
        "Measure “Measure m” has had no value for 5 periods before the latest report, as at May 2018."
        " The last one is 90% in December 2017."
    )
    assert told("M605", one(*monthly("11", "12"), as_at="2018-02")) == []


class TestAverages:
    @pytest.mark.parametrize(
        ("passages", "count"),
        [
            (["89% were in time. The paper says this is above the national average of 76%."], 0),
            (["74% were in time. The paper says this is above the national average of 76%."], 1),
            (["96% is suitable.", "This is above the national average of 83% and the South East average of 77%."], 0),
            (["79% is suitable.", "This is above the national average of 83% and the South East average of 77%."], 1),
            (["It stands at 47%, below that of England."], 0),
            (["The 3 year average is below that of England and the Eastern Region."], 0),
            (["Performance is above target at 90%."], 0),
        ],
    )
    def test_a_claim_against_the_figure_in_the_text(self, passages: list[str], count: int) -> None:
        assert len(told("M604", saying(*passages))) == count

    @pytest.mark.parametrize(("value", "count"), [("55.7", 0), ("45", 1)])
    def test_a_claim_against_the_comparator_of_the_measure(self, value: str, count: int) -> None:
        plan = saying(
            f"At {value}%, the figure is higher than for statistical neighbours.",
            measures=[measure("m", items=["1"], comparators=[NATIONAL, NEIGHBOURS])],
            observations=[observation("m", "2018-09", value)],
        )
        assert len(told("M604", plan)) == count

    @pytest.mark.parametrize(("polarity", "count"), [("higher", 0), ("lower", 1), ("not stated", 0)])
    def test_better_depends_on_the_polarity(self, polarity: str, count: int) -> None:
        plan = saying(
            "Reviews were in time in 94% of cases, better than statistical neighbours at 89.1%.",
            measures=[measure("m", items=["1"], polarity=polarity)],
            observations=[observation("m", "2018-09", "94")],
        )
        assert len(told("M604", plan)) == count

    def test_the_message_holds_both_figures(self) -> None:
        (message,) = told("M604", saying("74% is above the national average of 76%."))
        assert message == "“Title of 1” (1) says that 74% is above the national average, but that figure is 76%."

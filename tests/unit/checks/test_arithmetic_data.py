"""Values, targets and baselines of measures that must go together."""

from typing import Any

import pytest

from ragsite.model.plan import Plan
from tests.factories import item, make_plan, measure, observation
from tests.unit.checks.looking import look, told


def one(*rows: dict[str, Any], **facts: Any) -> Plan:
    return make_plan(items=[item("1")], measures=[measure("m", items=["1"], **facts)], observations=rows)


@pytest.mark.parametrize(
    ("value", "count"), [("86", 1), ("87", 0), ("86.7", 0), ("86.6", 1), ("90", 1)]
)
def test_a_value_against_its_own_counts(value: str, count: int) -> None:
    row = observation("m", "2026-01", value, numerator="352", denominator="406")
    assert len(told("A502", one(row))) == count


@pytest.mark.parametrize(
    "row", [observation("m", "2026-01", "86", denominator="406"), observation("m", "2026-01", None, numerator="3")]
)
def test_a_value_without_both_counts_cannot_be_checked(row: dict[str, Any]) -> None:
    assert told("A502", one(row)) == []


def test_a_number_of_children_is_no_share() -> None:
    row = observation("m", "2026-01", "12", numerator="3", denominator="37")
    assert told("A502", one(row, unit="children")) == []


@pytest.mark.parametrize(
    ("polarity", "baseline", "targets", "count"),
    [
        ("higher", "84", ["83"], 1),
        ("higher", "84", ["84", "90"], 0),
        ("lower", "17", ["22", "22"], 1),
        ("lower", "17", ["15"], 0),
        ("higher", "60", ["69.3", "68.5"], 1),
        ("not stated", "84", ["83"], 0),
        ("neither", "84", ["83"], 0),
    ],
)
def test_targets_behind_the_baseline_or_an_earlier_target(
    polarity: str, baseline: str, targets: list[str], count: int
) -> None:
    written = [{"by": f"20{18 + number}-03", "value": value} for number, value in enumerate(targets)]
    plan = one(polarity=polarity, baseline={"value": baseline}, targets=written)
    assert len(told("A507", plan)) == count


def test_the_message_says_which_way_is_better_and_who_says_so() -> None:
    plan = one(polarity="higher", baseline={"value": "84"}, targets=[{"by": "2018-12", "value": "83"}])
    (finding,) = look("A507", plan)
    assert finding.message == (
        "Measure “Measure m”: the target of 83% by December 2018 is worse than the baseline of 84%. Higher is better."
        " The source does not say so. This site infers it from what is measured."
    )
    assert finding.item == "1"


@pytest.mark.parametrize(
    ("series", "value", "count"),
    [
        (None, "8", 1),
        ("Cover report and recommendation 8", "8", 1),
        ("Further actions column", "8", 1),
        ("First Response", "8", 0),
        (None, "8.5", 0),
    ],
)
def test_two_values_for_one_period(series: str | None, value: str, count: int) -> None:
    plan = one(observation("m", "2018-09", "8.5"), observation("m", "2018-09", value, series=series))
    assert len(told("A508", plan)) == count


def test_two_periods_may_differ_and_a_value_without_period_says_nothing() -> None:
    undated = {**observation("m", "2018-09", "7"), "period": None}
    assert told("A508", one(observation("m", "2018-08", "8"), observation("m", "2018-09", "9"), undated)) == []


def test_cutting_off_is_told() -> None:
    plan = one(observation("m", "2018-09", "30.6"), observation("m", "2018-09", "30", series="Further actions column"))
    (message,) = told("A508", plan)
    assert message.endswith("One is the other with its decimals cut off, not rounded.")
    rounded = one(observation("m", "2018-09", "30.6"), observation("m", "2018-09", "31"))
    assert told("A508", rounded)[0].endswith("One is the other rounded.")

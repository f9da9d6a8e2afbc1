"""Values, targets and baselines of measures that must go together."""

from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

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


@given(part=st.integers(0, 3000), whole=st.integers(1, 3000), places=st.integers(0, 2))
def test_a_share_that_is_rounded_half_up_is_right_and_no_other_is(part: int, whole: int, places: int) -> None:
    step = Decimal(1).scaleb(-places)
    exact = Decimal(100 * part) / Decimal(whole)
    right = exact.quantize(step, ROUND_HALF_UP)
    for value, is_told in ((right, False), (right + step, True), (right + 2 * step, True)):
        row = observation("m", "2026-01", str(value), numerator=str(part), denominator=str(whole))
        assert bool(look("A502", one(row))) is is_told, value
    cut = exact.quantize(step, ROUND_DOWN)
    row = observation("m", "2026-01", str(cut), numerator=str(part), denominator=str(whole))
    assert ["cut off rather than rounded" in message for message in told("A502", one(row))] == [True] * (cut != right)


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


@given(baseline=st.integers(0, 100), target=st.integers(0, 100), is_higher=st.booleans())
def test_a_target_is_behind_whenever_it_is_on_the_worse_side(baseline: int, target: int, is_higher: bool) -> None:
    plan = one(
        polarity="higher" if is_higher else "lower",
        baseline={"value": str(baseline)},
        targets=[{"by": "2018-03", "value": str(target)}],
    )
    assert bool(look("A507", plan)) is (target < baseline if is_higher else target > baseline)


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


@given(values=st.tuples(st.integers(0, 100), st.integers(0, 100)), months=st.tuples(*[st.integers(1, 9)] * 2))
def test_two_values_are_told_when_they_differ_in_one_period(values: tuple[int, int], months: tuple[int, int]) -> None:
    rows = [observation("m", f"2018-0{month}", str(value)) for month, value in zip(months, values, strict=True)]
    assert bool(look("A508", one(*rows))) is (months[0] == months[1] and values[0] != values[1])


@given(st.lists(st.integers(0, 100), min_size=2, max_size=3))
def test_shares_of_one_whole_are_told_when_they_cannot_fit(shares: list[int]) -> None:
    names = ("Completed on time", "Completed late", "Outstanding")
    rows = [
        observation("m", "2018-09", str(value), series=name) for name, value in zip(names, shares, strict=False)
    ]
    is_told = bool(look("A503", one(*rows)))
    if sum(shares) <= 100:
        assert not is_told
    if sum(shares) > 100 + len(shares):
        assert is_told


def test_two_periods_may_differ_and_a_value_without_period_says_nothing() -> None:
    undated = {**observation("m", "2018-09", "7"), "period": None}
    assert told("A508", one(observation("m", "2018-08", "8"), observation("m", "2018-09", "9"), undated)) == []


def test_cutting_off_is_told() -> None:
    plan = one(observation("m", "2018-09", "30.6"), observation("m", "2018-09", "30", series="Further actions column"))
    (message,) = told("A508", plan)
    assert message.endswith("One is the other with its decimals cut off, not rounded.")
    rounded = one(observation("m", "2018-09", "30.6"), observation("m", "2018-09", "31"))
    assert told("A508", rounded)[0].endswith("One is the other rounded.")

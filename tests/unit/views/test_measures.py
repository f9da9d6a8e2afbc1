"""A measure's finding says what its values show and no more: never a change or a verdict that cannot be told."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ragsite.views.history import Way
from ragsite.views.measures import Finding, find, group
from ragsite.views.targets import Standing
from tests.factories import item, make_plan, measure, observation, report

Q1, Q2, Q3 = "2017/18-Q1", "2017/18-Q2", "2017/18-Q3"


def found(rows: list[tuple[object, ...]], *, as_at: str = "2018-09", **more: object) -> Finding:
    """The finding of one measure, as at a report; each row is period, value and optionally its other columns."""
    observations = [
        observation("m", str(period or ""), value, **(rest[0] if rest else {})) if period else _undated(value, *rest)
        for period, value, *rest in rows
    ]
    plan = make_plan(reports=[report(as_at)], measures=[measure("m", **more)], observations=observations)
    return find(plan, plan.measures[0])


def _undated(value: object, more: dict[str, object] | None = None) -> dict[str, object]:
    return {"measure": "m", "value": value, "as_printed": str(value or ""), **(more or {})}


def test_two_quarters_are_compared_in_points() -> None:
    finding = found([(Q1, "88"), (Q2, "89")], polarity="higher")
    assert finding.headline == (
        "89% in financial quarter 2 of 2017 to 2018, 1 point more than in financial quarter 1 of 2017 to 2018"
    )
    assert finding.change is not None
    assert finding.change.way is Way.BETTER


def test_counts_go_down_by_fewer_and_lower_may_be_better() -> None:
    finding = found([("2016-03", "60"), ("2018-05", "39")], unit="staff", polarity="lower")
    assert finding.headline == "39 staff in May 2018, 21 fewer than in March 2016"
    assert finding.change is not None
    assert finding.change.way is Way.BETTER


def test_without_polarity_a_change_is_neither_better_nor_worse() -> None:
    finding = found([(Q1, "5"), (Q2, "7")])
    assert finding.change is not None
    assert finding.change.way is Way.UNKNOWN


def test_rows_in_any_order_give_the_same_finding() -> None:
    assert found([(Q2, "89"), (Q1, "88")]).headline == found([(Q1, "88"), (Q2, "89")]).headline


def test_a_month_and_a_year_are_not_compared() -> None:
    finding = found([("2017/18", "70"), ("2018-06", "96")])
    assert finding.run == ()
    assert finding.change is None
    assert finding.headline == "96% in June 2018"


def test_several_named_series_have_no_single_latest_value() -> None:
    finding = found([(Q1, "90", {"series": "Looked after"}), (Q1, "95", {"series": "Others"})])
    assert finding.latest is None
    assert finding.headline == (
        "2 values are published, for “Looked after” and “Others”; no single one stands for the measure"
    )


def test_an_unnamed_series_stands_for_the_measure_beside_named_ones() -> None:
    finding = found([(Q1, "88"), (Q1, "84", {"series": "One team"})])
    assert finding.headline == "88% in financial quarter 1 of 2017 to 2018"


def test_the_only_named_series_is_named_in_the_finding() -> None:
    finding = found([(None, "69.40", {"series": "Notes column"})])
    assert finding.headline == "69.40% (Notes column, period not stated)"


def test_two_numbers_for_one_period_leave_it_open() -> None:
    assert found([(Q1, "88"), (Q1, "84")]).latest is None


def test_words_are_quoted_and_never_a_number() -> None:
    finding = found([(None, None, {"status": "words", "as_printed": "Target is met"})])
    assert finding.headline == "Words only: “Target is met”"
    assert finding.latest is None


def test_a_mere_sign_is_no_value() -> None:
    finding = found([(None, None, {"status": "words", "as_printed": "*"})])
    assert finding.headline == "No value is published: the source prints “*”"


@pytest.mark.parametrize(
    ("status", "reason"),
    [("being-checked", "being checked"), ("suppressed", "confidential"), ("not-available", "not available")],
)
def test_a_missing_value_says_why(status: str, reason: str) -> None:
    assert found([(Q1, None, {"status": status})]).headline == f"No value is published: {reason}"


def test_without_any_row_there_is_no_value() -> None:
    finding = found([], targets=[{"value": 90}], polarity="higher")
    assert finding.headline == "No value is published"
    assert finding.targets[0].why == "No value is published."


def test_a_value_being_checked_stays_in_the_run_as_a_gap() -> None:
    finding = found([(Q1, "88"), (Q2, None, {"status": "being-checked"}), (Q3, "90")])
    assert [row.value for row in finding.run] == [Decimal(88), None, Decimal(90)]
    assert finding.change is not None
    assert finding.change.difference == 2


@pytest.mark.parametrize(
    ("polarity", "value", "standing"),
    [
        ("higher", "90", Standing.MET),
        ("higher", "89.9", Standing.NOT_MET),
        ("lower", "90.1", Standing.NOT_MET),
        ("lower", "12", Standing.MET),
        ("neither", "90", Standing.UNKNOWN),
        ("not stated", "95", Standing.UNKNOWN),
    ],
)
def test_a_target_is_judged_by_polarity_only(polarity: str, value: str, standing: Standing) -> None:
    finding = found([(Q2, value)], polarity=polarity, targets=[{"by": "2017-09", "value": 90}])
    assert finding.targets[0].standing is standing


def test_a_target_ahead_is_not_due_and_never_missed() -> None:
    finding = found([("2018-09", "75")], polarity="higher", targets=[{"by": "2018-12", "value": 100}])
    assert finding.targets[0].standing is Standing.NOT_DUE
    assert finding.targets[0].gap == "25 points below the target"


def test_a_target_that_fell_due_after_the_last_number_is_neither_met_nor_missed() -> None:
    finding = found([("2018-03", "60")], polarity="higher", targets=[{"by": "2018-08", "value": 100}])
    assert finding.targets[0].standing is Standing.UNKNOWN
    assert finding.targets[0].why == ("The target has fallen due. The latest number is older: it is for March 2018.")


def test_a_target_after_the_reports_date_is_not_due_whatever_is_known_of_the_value() -> None:
    targets = [{"by": "2020-03", "words": "In place"}, {"by": "2020-03", "value": 90}]
    finding = found([], polarity="higher", targets=targets)
    assert [one.standing for one in finding.targets] == [Standing.NOT_DUE, Standing.NOT_DUE]
    undated = found([(None, "60")], polarity="higher", targets=targets[1:])
    assert undated.targets[0].standing is Standing.NOT_DUE


def test_a_target_reached_early_is_met() -> None:
    finding = found([("2018-09", "88")], polarity="higher", targets=[{"by": "2020-03", "value": 83}])
    assert finding.targets[0].standing is Standing.MET


def test_an_undated_value_proves_no_date() -> None:
    finding = found([(None, "95")], polarity="higher", targets=[{"by": "2018-03", "value": 90}])
    assert finding.targets[0].standing is Standing.UNKNOWN
    assert finding.targets[0].gap == "5 points above the target"


def test_a_target_in_words_or_for_a_team_is_not_judged() -> None:
    targets = [{"words": "In place"}, {"value": 90, "series": "One team"}]
    finding = found([(Q1, "95")], polarity="higher", targets=targets)
    assert [one.standing for one in finding.targets] == [Standing.UNKNOWN, Standing.UNKNOWN]


def test_the_target_that_has_fallen_due_is_shown_before_one_that_has_not() -> None:
    targets = [{"by": "2018-03", "value": 22}, {"by": "2020-03", "value": 20}]
    finding = found([("2018-09", "30.6")], polarity="lower", targets=targets)
    assert finding.target is not None
    assert finding.target.target.value == 22
    assert finding.headline == "30.6% in September 2018, 8.6 points above the target for March 2018"


def test_the_baseline_is_compared_with_where_both_are_numbers() -> None:
    finding = found([("2018-09", "88")], baseline={"value": 84, "period": "2016-12"})
    assert finding.since_baseline == "4 points more than the baseline"
    assert found([("2018-09", "88")], baseline={"words": "N/A"}).since_baseline is None


def test_few_measures_stand_in_one_list_and_many_under_the_items_at_the_top() -> None:
    tree = [item("1", items=[item("1-1")]), item("2")]
    few = make_plan(items=tree, measures=[measure("a", items=["2"]), measure("b", items=["1-1"])])
    assert [one.root for one in group(few)] == [None]
    many = make_plan(
        items=tree,
        measures=[measure(f"m{number}", items=["1-1" if number % 2 else "2"]) for number in range(30)],
    )
    groups = group(many)
    assert [one.root.id for one in groups if one.root] == ["1", "2"]
    assert sum(len(one.findings) for one in groups) == 30


VALUES = st.decimals(min_value=0, max_value=1000, places=1)


@given(st.lists(VALUES, min_size=2, max_size=4), st.sampled_from(["higher", "lower", "neither", "not stated"]))
def test_change_and_verdict_agree_with_the_numbers(values: list[Decimal], polarity: str) -> None:
    rows = [(f"2017-0{number + 1}", str(value)) for number, value in enumerate(values)]
    finding = found(rows, polarity=polarity, targets=[{"value": 50}])
    assert finding.latest is not None
    assert finding.latest.value == values[-1]
    assert finding.change is not None
    assert finding.change.difference == values[-1] - values[-2]
    if polarity in ("higher", "lower") and finding.change.difference:
        is_up = finding.change.difference > 0
        assert (finding.change.way is Way.BETTER) == (is_up == (polarity == "higher"))
    if polarity == "higher":
        assert (finding.targets[0].standing is Standing.MET) == (values[-1] >= 50)

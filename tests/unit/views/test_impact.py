"""Impact is told by measures alone: targets met or not by polarity, baselines, or that nothing can be told."""

import pytest

from ragsite.views.history import Way
from ragsite.views.impact import Helped, Impact, impact, plan_impact
from ragsite.views.targets import Standing
from tests.factories import item, make_plan, measure, observation, report

TREE = [{"kind": "Area", "plural": "Areas"}, {"kind": "Action", "plural": "Actions"}]
TARGET = {"value": "90", "by": "2026-03"}


def of_values(*values: str | None, **more: object) -> Impact:
    """The impact of one item with a measure for each value (None: no value), each with the same target."""
    names = [f"m{number}" for number, _ in enumerate(values)]
    facts = {"polarity": "higher", "targets": [TARGET], **more}
    plan = make_plan(
        items=[item("1")],
        reports=[report("2026-06")],
        measures=[measure(name, items=["1"], **facts) for name in names],
        observations=[observation(name, "2026-03", value) for name, value in zip(names, values, strict=True) if value],
    )
    return impact(plan, plan.items[0])


@pytest.mark.parametrize(
    ("values", "helped"),
    [
        ((), Helped.NOT_MEASURED),
        (("95",), Helped.MET),
        (("85",), Helped.NOT_MET),
        (("95", "85"), Helped.MIXED),
        (("95", None), Helped.MET),
        ((None,), Helped.UNTOLD),
    ],
)
def test_the_answer_follows_the_targets_that_can_be_told(values: tuple[str | None, ...], helped: Helped) -> None:
    assert of_values(*values).helped is helped


def test_lower_is_better_turns_the_answer_round() -> None:
    assert of_values("95", polarity="lower").helped is Helped.NOT_MET


def test_without_a_polarity_nobody_can_tell() -> None:
    found = of_values("95", polarity="not stated")
    assert (found.helped, found.standings) == (Helped.UNTOLD, {Standing.UNKNOWN: 1})


def test_a_target_in_the_future_is_not_missed() -> None:
    found = of_values("85", targets=[{"value": "90", "by": "2027-03"}])
    assert (found.helped, found.standings) == (Helped.NOT_DUE, {Standing.NOT_DUE: 1})


def test_a_measure_without_target_still_counts_and_is_held_against_its_baseline() -> None:
    found = of_values("95", targets=[], baseline={"value": "80"})
    assert (found.total, found.targeted, found.compared) == (1, 0, 1)
    assert (found.helped, found.ways) == (Helped.UNTOLD, {Way.BETTER: 1})


def test_an_item_has_the_measures_of_what_is_below_it_each_once() -> None:
    plan = make_plan(
        structure=TREE,
        items=[item("1", items=[item("1a"), item("1b")]), item("2")],
        reports=[report("2026-06")],
        measures=[measure("m", items=["1a", "1b"]), measure("n", items=["2"]), measure("o")],
    )
    assert [one.measure.id for one in impact(plan, plan.item_by_id["1"]).findings] == ["m"]
    assert impact(plan, plan.item_by_id["1b"]).total == 1
    assert plan_impact(plan).total == 3

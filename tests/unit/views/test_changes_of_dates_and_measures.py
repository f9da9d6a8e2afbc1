"""What changed between two reports in due dates and in measures: which way, and when that cannot be told."""

from typing import Any

import pytest

from ragsite.views.changes import Measured, Sense, changes
from tests.factories import item, make_plan, measure, observation, report


def dues(first: str | None, *moves: str | None) -> list:
    """The changes from the first report to the last, of one item with these dates."""
    reports = [report("2026-01")]
    for number, due in enumerate(moves, 2):
        update = {"item": "1", **({"due": {"date": due, "reason": "Staff", "agreed_by": "Board"}} if due else {})}
        reports.append(report(f"2026-{number:02}", updates=[update]))
    plan = make_plan(items=[item("1", **({"due": first} if first else {}))], reports=reports)
    return list(changes(plan, plan.reports[0], plan.reports[-1]).dates)


@pytest.mark.parametrize(
    ("first", "moves", "sense"),
    [
        ("2026-05", ["2026-07"], Sense.LATER),
        ("2026-05", ["2026-04-30"], Sense.EARLIER),
        ("2026-05", ["TBC"], Sense.WITHDRAWN),
        ("2026-05", ["Jun"], Sense.WITHDRAWN),
        ("TBC", ["2026-05"], Sense.SET),
        (None, ["2026-05"], Sense.SET),
        ("2026-05", ["2026-07", "2026-05"], Sense.BACK),
        ("01/02/26", ["2026-05"], Sense.UNCLEAR),
        ("2026-05", ["2026-05-31"], Sense.UNCLEAR),
    ],
)
def test_a_date_that_changed_says_which_way(first: str | None, moves: list[str], sense: Sense) -> None:
    (change,) = dues(first, *moves)
    assert (change.sense, change.now.printed, len(change.steps)) == (sense, moves[-1], len(moves))
    assert (change.was.printed if change.was else None) == first


def test_a_change_keeps_every_step_with_reason_and_agreement() -> None:
    (change,) = dues("2026-05", "2026-07", None, "2026-09")
    assert [(step.due.iso, step.moves, step.reason, step.agreed_by) for step in change.steps] == [
        ("2026-07", 1, "Staff", "Board"),
        ("2026-09", 2, "Staff", "Board"),
    ]


def test_the_same_date_and_the_date_of_a_joiner_are_no_change() -> None:
    assert dues("2026-05", "May 2026") == []
    joiner = item("1", due="2026-05", added="2026-02")
    plan = make_plan(items=[joiner], reports=[report("2026-01"), report("2026-02")])
    assert changes(plan, *plan.reports).dates == ()


def measured(*values: tuple[str, str | None], first: Any = "2026-03", **more: Any) -> Measured:
    """What became of one measure from March to June."""
    series = more.pop("series", [None] * len(values))
    plan = make_plan(
        reports=[
            report("a", as_at={"date": first} if first else {"basis": "not stated"}, sequence=1),
            report("b", as_at={"date": "2026-06"}, sequence=2),
        ],
        measures=[measure("m", **more)],
        observations=[
            observation("m", period, value, series=name) for (period, value), name in zip(values, series, strict=True)
        ],
    )
    return changes(plan, *plan.reports).measures


@pytest.mark.parametrize(
    ("polarity", "now", "side"),
    [
        ("higher", "70", "better"),
        ("higher", "50", "worse"),
        ("lower", "50", "better"),
        ("lower", "70", "worse"),
        ("neither", "70", "neither"),
        ("not stated", "70", "neither"),
    ],
)
def test_a_measure_moves_better_or_worse_by_its_polarity(polarity: str, now: str, side: str) -> None:
    found = measured(("2026-03", "60"), ("2026-06", now), polarity=polarity)
    sides = {name: len(getattr(found, name)) for name in ("better", "worse", "neither")}
    assert sides == {"better": 0, "worse": 0, "neither": 0, side: 1}
    assert (found.compared, found.total) == (1, 1)
    assert "10 points" in found.moved[0].change.words


def test_only_values_known_at_the_date_of_each_report_count() -> None:
    found = measured(("2026-02", "50"), ("2026-03", "60"), ("2026-05", "70"), ("2026-07", "80"), polarity="higher")
    (moved,) = found.better
    assert (str(moved.was.value), str(moved.now.value)) == ("60", "70")


def test_no_new_value_and_the_same_value_again_are_no_move() -> None:
    assert len(measured(("2026-03", "60"), polarity="higher").still) == 1
    assert len(measured(("2026-03", "60"), ("2026-06", "60"), polarity="higher").still) == 1


def test_a_value_where_there_was_none_is_the_first() -> None:
    found = measured(("2026-05", "60"))
    assert [(one.id, str(row.value)) for one, row in found.first] == [("m", "60")]
    assert found.compared == 0


@pytest.mark.parametrize(
    ("values", "more"),
    [
        ([], {}),
        ([("TBC", "60")], {}),
        ([("2025", "60"), ("2026-06", "70")], {}),
        ([("2026-03", "60"), ("2026-06", "70")], {"series": ["Boys", "Girls"]}),
    ],
    ids=["no value", "no date", "a year and a month", "two groups"],
)
def test_what_cannot_be_compared_is_not(values: list[tuple[str, str]], more: dict) -> None:
    found = measured(*values, **more)
    assert (found.moved, len(found.untold)) == ((), 1)


def test_a_report_without_a_date_knows_no_values() -> None:
    found = measured(("2026-03", "60"), ("2026-06", "70"), first=None)
    assert (found.moved, len(found.untold)) == ((), 1)
    assert "does not say which date it speaks of" in found.why

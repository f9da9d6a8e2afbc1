"""Choices of items: each holds exactly its items, of how many, and those that cannot be told stand apart."""

from ragsite.views.selection import Selection, at_level, select
from tests.factories import item, make_plan, measure, report


def ids(selection: Selection | None) -> list[str]:
    assert selection is not None
    return [one.id for one in selection.items]


def test_each_level_of_the_scale_has_its_items_the_best_first() -> None:
    plan = make_plan(
        items=[item("1"), item("2"), item("3")], reports=[report("2026-03", {"1": "Green", "2": "Red", "3": "Red"})]
    )
    found = select(plan)
    assert found is not None
    assert [(level.id, ids(one), one.total) for level, one in found.ratings] == [
        ("green", ["1"], 3),
        ("amber", [], 3),
        ("red", ["2", "3"], 3),
    ]
    assert ids(found.not_rated) == []


def test_ratings_come_from_the_last_report_that_has_any() -> None:
    plan = make_plan(
        items=[item("1")], reports=[report("2026-03", {"1": "Green"}), report("2026-06", {"1": "0"})]
    )
    found = select(plan)
    assert found is not None
    assert [(one.report.id, ids(one)) for _, one in found.ratings] == [
        ("2026-03", ["1"]),
        ("2026-03", []),
        ("2026-03", []),
    ]
    assert (found.not_rated.report.id, ids(found.not_rated)) == ("2026-06", ["1"])


def test_overdue_counts_those_with_a_date_and_keeps_the_untold_apart() -> None:
    plan = make_plan(
        items=[item("1", due="2026-01"), item("2", due="2026-12"), item("3", due="TBC"), item("4")],
        reports=[report("2026-03", dict.fromkeys("1234", "Red"))],
    )
    found = select(plan)
    assert found is not None
    assert (ids(found.overdue), found.overdue.total) == (["1"], 3)
    assert [one.id for one in found.overdue.untold] == ["3"]


def test_finished_is_not_overdue() -> None:
    plan = make_plan(items=[item("1", due="2026-01")], reports=[report("2026-03", {"1": "Green"})])
    found = select(plan)
    assert found is not None
    assert (ids(found.overdue), found.overdue.untold) == ([], ())


def test_changed_gathers_ratings_dates_words_and_who_joined_or_left() -> None:
    plan = make_plan(
        items=[
            item("rated"),
            item("moved", due="2026-05"),
            item("told"),
            item("new", added="2026-06"),
            item("left", closed={"report": "2026-03"}),
            item("same"),
        ],
        reports=[
            report("2026-03", dict.fromkeys(["rated", "moved", "told", "left", "same"], "Red")),
            report(
                "2026-06",
                {"rated": "Amber", "new": "Red", "same": "Red"},
                updates=[
                    {"item": "moved", "rating": "Red", "due": {"date": "2026-09"}},
                    {"item": "told", "rating": "Red", "progress": "A letter was sent."},
                ],
            ),
        ],
    )
    found = select(plan)
    assert found is not None
    assert ids(found.changed) == ["rated", "moved", "told", "new", "left"]
    assert found.changed is not None
    assert found.changed.total == 6


def test_a_first_report_without_former_ratings_has_nothing_to_compare() -> None:
    plan = make_plan(items=[item("1")], reports=[report("2026-03", {"1": "Green"})])
    found = select(plan)
    assert found is not None
    assert found.changed is None


def test_a_plan_without_reports_has_no_choices() -> None:
    assert select(make_plan(items=[item("1")])) is None


def test_items_of_a_level_that_is_not_rated_are_not_counted() -> None:
    plan = make_plan(
        structure=[{"kind": "Area", "plural": "Areas", "rated": False}, {"kind": "Action", "plural": "Actions"}],
        items=[item("1", items=[item("1a")])],
        reports=[report("2026-03")],
        measures=[measure("m", items=["1"])],
    )
    chosen = at_level(plan, plan.reports[0], None)
    assert (ids(chosen), chosen.total) == (["1a"], 1)

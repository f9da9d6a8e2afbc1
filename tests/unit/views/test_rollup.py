"""Roll-ups: every item counted once, by its own kind, never without its denominator."""

from hypothesis import given
from hypothesis import strategies as st

from ragsite.views.rollup import last_rated, roll_up, roll_up_below
from tests.factories import item, make_plan, report

TREE = {
    "structure": [
        {"kind": "Priority", "plural": "Priorities", "rated": False},
        {"kind": "Action", "plural": "Actions"},
    ]
}


def numbers(rollup) -> dict[str, int]:
    return {count.level.label if count.level else "": count.number for count in rollup.counts}


def test_every_level_is_there_from_the_worst_to_the_best_and_not_rated_last():
    plan = make_plan(items=[item("1"), item("2")], reports=[report("2026-03", {"1": "Green", "2": "G"})])
    (rollup,) = roll_up(plan, plan.latest)
    assert list(numbers(rollup).items()) == [("Red", 0), ("Amber", 0), ("Green", 2), ("", 0)]
    assert (rollup.rated, rollup.total) == (2, 2)


def test_an_item_without_an_update_counts_as_not_rated_with_its_reason():
    plan = make_plan(
        items=[item("1"), item("2"), item("3"), item("4")],
        reports=[report("2026-03", {"1": "Red", "2": "0", "3": "0"})],
    )
    (rollup,) = roll_up(plan, plan.latest)
    assert rollup.number(None) == 3
    assert rollup.reasons == (
        ("The key has no 0.", 2),
        ("The report gives no update for this item.", 1),
    )


def test_items_that_had_not_joined_or_had_left_are_not_counted():
    plan = make_plan(
        items=[item("1"), item("2", added="2026-06"), item("3", closed={"report": "2026-03"})],
        reports=[report("2026-03", {"1": "Red", "3": "Green"}), report("2026-06", {"1": "Red", "2": "Red"})],
    )
    totals = [roll_up(plan, one)[0].total for one in plan.reports]
    assert totals == [2, 2]
    assert numbers(roll_up(plan, plan.latest)[0])["Green"] == 0


def test_kinds_of_items_are_counted_apart():
    both = [{"kind": "Area", "plural": "Areas"}, {"kind": "Priority", "plural": "Priorities"}]
    plan = make_plan(
        structure=both,
        items=[item("a", items=[item("a-1"), item("a-2")])],
        reports=[report("2026-03", {"a": "Red", "a-1": "Green", "a-2": "Green"})],
    )
    areas, priorities = roll_up(plan, plan.latest)
    assert (areas.kind.kind, areas.total, areas.rated) == ("Area", 1, 1)
    assert (priorities.kind.kind, priorities.total) == ("Priority", 2)


def test_a_branch_counts_what_stands_below_it_and_not_itself():
    plan = make_plan(
        **TREE,
        items=[item("a", items=[item("a-1")]), item("b", items=[item("b-1"), item("b-2")])],
        reports=[report("2026-03", {"a-1": "Red", "b-1": "Green"})],
    )
    (below,) = roll_up_below(plan, plan.latest, plan.item_by_id["b"])
    assert numbers(below) == {"Red": 0, "Amber": 0, "Green": 1, "": 1}
    assert roll_up_below(plan, plan.latest, plan.item_by_id["a-1"]) == ()


def test_the_last_report_with_ratings_need_not_be_the_latest():
    plan = make_plan(
        items=[item("1")], reports=[report("2026-03", {"1": "Red"}), report("2026-06", {"1": "0"})]
    )
    assert last_rated(plan) is plan.reports[0]
    assert last_rated(make_plan(items=[item("1")], reports=[report("2026-03", {"1": "0"})])) is None


@given(st.lists(st.lists(st.sampled_from(["Red", "A", "g", "0", "", "?"]), max_size=5), max_size=5))
def test_branches_add_up_to_the_whole_and_every_item_is_in_exactly_one_count(branches):
    items = [
        item(f"p{place}", items=[item(f"p{place}-{number}") for number in range(len(ratings))])
        for place, ratings in enumerate(branches)
    ]
    ratings = {
        f"p{place}-{number}": rating
        for place, found in enumerate(branches)
        for number, rating in enumerate(found)
    }
    plan = make_plan(**TREE, items=items, reports=[report("2026-03", ratings)])
    whole = dict.fromkeys(("Red", "Amber", "Green", ""), 0)
    for root in plan.tree:
        for one in roll_up_below(plan, plan.latest, root):
            for name, number in numbers(one).items():
                whole[name] += number
    counted = roll_up(plan, plan.latest)
    assert sum(whole.values()) == len(ratings)
    assert [numbers(one) for one in counted] == ([whole] if ratings else [])

"""Owners: everybody who is named, what they answer for, the worst first, and the items that name nobody."""

from ragsite.views.owners import owning
from tests.factories import item, make_plan, report

HEAD = {"role": "Head of Service", "kind": "lead"}


def test_each_owner_has_their_items_by_rating_and_then_by_date() -> None:
    items = [
        item("green", owners=[HEAD]),
        item("later", due="2026-09", owners=[HEAD]),
        item("none", owners=[HEAD]),
        item("sooner", due="2026-03", owners=[HEAD]),
    ]
    ratings = {"green": "Green", "later": "Red", "sooner": "Red"}
    found = owning(make_plan(items=items, reports=[report("2026-01", ratings)]))
    (holder,) = found.holders
    assert [one.id for one in holder.items] == ["sooner", "later", "green", "none"]


def test_the_last_ratings_count_where_the_latest_report_has_none() -> None:
    items = [item("1", owners=[HEAD]), item("2", owners=[HEAD])]
    reports = [report("2026-01", {"1": "Green", "2": "Red"}), report("2026-06")]
    assert [one.id for one in owning(make_plan(items=items, reports=reports)).holders[0].items] == ["2", "1"]


def test_owners_stand_from_a_to_z_and_keep_their_own_spelling() -> None:
    items = [item("1", owners=[{"role": "zoo keeper"}, {"role": "Head"}, {"role": "head"}, {"name": "Ann"}])]
    assert [one.label for one in owning(make_plan(items=items)).holders] == ["Ann", "Head", "head", "zoo keeper"]


def test_an_owner_named_twice_for_one_item_has_it_once_with_both_duties() -> None:
    items = [item("1", owners=[HEAD, {**HEAD, "kind": "responsible"}, HEAD])]
    (duty,) = owning(make_plan(items=items)).holders[0].duties
    assert [kind.value for kind in duty.kinds] == ["lead", "responsible"]


def test_items_without_an_owner_are_listed_with_the_owned_item_above_them() -> None:
    structure = [{"kind": "Area", "plural": "Areas"}, {"kind": "Action", "plural": "Actions"}]
    items = [item("1", owners=[HEAD], items=[item("1a")]), item("2", items=[item("2a", owners=[HEAD])])]
    found = owning(make_plan(items=items, structure=structure))
    assert [(one.item.id, one.above and one.above.id) for one in found.orphans] == [("1a", "1"), ("2", None)]
    assert found.total == 4


def test_headings_are_not_expected_to_have_owners_and_closed_items_are_gone() -> None:
    structure = [{"kind": "Area", "plural": "Areas", "rated": False}, {"kind": "Action", "plural": "Actions"}]
    items = [item("1", items=[item("1a"), item("1b", owners=[HEAD], closed={"report": "2026-01"})])]
    found = owning(make_plan(items=items, structure=structure, reports=[report("2026-01"), report("2026-06")]))
    assert [one.item.id for one in found.orphans] == ["1a"]
    assert (found.holders, found.total) == ((), 1)

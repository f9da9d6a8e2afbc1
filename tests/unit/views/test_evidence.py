"""The register knows which items and reports rest on each piece, and says which pieces nobody uses."""

from hypothesis import given
from hypothesis import strategies as st

from ragsite.model.plan import Plan
from ragsite.views.evidence import register
from tests.factories import evidence, item, make_plan, report


def plan_with(*, pieces: list[dict[str, object]], named: dict[str, dict[str, list[str]]]) -> Plan:
    """Items 1 to 3; `named` gives, by report and item, the pieces that an update names."""
    reports = [
        report(key, updates=[{"item": one, "evidence": ids} for one, ids in updates.items()])
        for key, updates in named.items()
    ]
    return make_plan(items=[item("1", items=[item("2")]), item("3")], reports=reports, evidence=pieces)


def uses(plan: Plan) -> list[tuple[str, str, str | None]]:
    return [
        (use.piece.id, use.item.id, use.report.id if use.report else None)
        for entry in register(plan).entries
        for use in entry.uses
    ]


def test_updates_and_the_register_itself_name_uses() -> None:
    plan = plan_with(pieces=[evidence("audit", items=["3"])], named={"2026-03": {"1": ["audit"]}})
    assert uses(plan) == [("audit", "1", "2026-03"), ("audit", "3", None)]


def test_uses_follow_the_register_then_the_tree_then_the_reports() -> None:
    named = {"2026-06": {"3": ["b", "a"], "2": ["a"]}, "2026-03": {"3": ["a"], "1": ["b"]}}
    plan = plan_with(pieces=[evidence("b", items=["3", "2"]), evidence("a")], named=named)
    assert uses(plan) == [
        ("b", "1", "2026-03"),
        ("b", "2", None),
        ("b", "3", None),
        ("b", "3", "2026-06"),
        ("a", "2", "2026-06"),
        ("a", "3", "2026-03"),
        ("a", "3", "2026-06"),
    ]


def test_a_piece_named_twice_in_one_place_is_one_use() -> None:
    plan = plan_with(pieces=[evidence("a", items=["1", "1"])], named={"2026-03": {"2": ["a", "a"]}})
    assert uses(plan) == [("a", "1", None), ("a", "2", "2026-03")]


def test_pieces_that_nothing_names_are_told() -> None:
    plan = plan_with(pieces=[evidence("a"), evidence("b"), evidence("c")], named={"2026-03": {"1": ["b"]}})
    found = register(plan)
    assert [piece.id for piece in found.unused] == ["a", "c"]
    assert [entry.is_used for entry in found.entries] == [False, True, False]


def test_evidence_of_an_item_is_each_piece_once_in_the_order_of_the_register() -> None:
    named = {"2026-03": {"1": ["b", "a"]}, "2026-06": {"1": ["a"]}}
    plan = plan_with(pieces=[evidence("a"), evidence("b"), evidence("c", items=["1"])], named=named)
    found = register(plan)
    assert [piece.id for piece in found.evidence_of(plan.item_by_id["1"])] == ["a", "b", "c"]
    assert found.evidence_of(plan.item_by_id["2"]) == ()
    assert "2" not in found.uses_by_item


def test_the_items_of_a_piece_stand_once_each_in_the_order_of_the_tree() -> None:
    named = {"2026-03": {"3": ["a"], "2": ["a"]}, "2026-06": {"3": ["a"]}}
    (entry,) = register(plan_with(pieces=[evidence("a")], named=named)).entries
    assert [one.id for one in entry.items] == ["2", "3"]


def test_names_of_what_does_not_exist_are_passed_over() -> None:
    named = {"2026-03": {"1": ["gone"], "99": ["a"]}}
    found = register(plan_with(pieces=[evidence("a", items=["98"])], named=named))
    assert [piece.id for piece in found.unused] == ["a"]


def test_a_plan_without_evidence_has_an_empty_register() -> None:
    assert register(make_plan(items=[item("1")])).entries == ()


NAMES = st.lists(st.sampled_from(["a", "b", "c"]), max_size=4)


@given(st.lists(st.sampled_from(["1", "2", "3"]), max_size=3), NAMES, NAMES)
def test_used_and_unused_pieces_are_the_whole_register(items: list[str], march: list[str], june: list[str]) -> None:
    named = {"2026-03": {"1": march}, "2026-06": {"3": june}}
    plan = plan_with(pieces=[evidence("a", items=items), evidence("b"), evidence("c")], named=named)
    found = register(plan)
    used = {"a"} if items else set()
    assert {entry.piece.id for entry in found.entries if entry.is_used} == used | set(march) | set(june)
    assert len(found.unused) + sum(entry.is_used for entry in found.entries) == 3
    assert sum(len(rows) for rows in found.uses_by_item.values()) == len(uses(plan))

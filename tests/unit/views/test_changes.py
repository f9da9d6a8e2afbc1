"""What changed between two reports: ratings, scales, items and words, told like for like."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ragsite.model.plan import Plan
from ragsite.views.changes import Changes, Telling, changes, earlier_reports, report_before
from tests.factories import RAG, evidence, item, make_plan, report

OTHER = {**RAG, "id": "rag-2", "title": "New scale"}
RANKS = {"Red": 1, "Amber": 2, "Green": 3}


def between(plan: Plan, before: int = 0, after: int = -1) -> Changes:
    return changes(plan, plan.reports[before], plan.reports[after])


def ids(found: object) -> list[str]:
    return [one.item.id for one in found]  # type: ignore[attr-defined]


def two(first: dict, second: dict, **more) -> Changes:
    """Two reports that rate the same items."""
    names = sorted({*first, *second})
    reports = [report("2026-01", first), report("2026-02", second, **more.pop("report", {}))]
    return between(make_plan(items=[item(name) for name in names], reports=reports, **more))


def test_every_item_stands_in_one_list_by_what_became_of_its_rating() -> None:
    found = two(
        {"1": "Red", "2": "Green", "3": "Red", "4": "0", "5": "Red", "6": "0"},
        {"1": "Green", "2": "A", "3": "r", "4": "Red", "5": "", "6": ""},
    ).ratings
    assert (ids(found.better), ids(found.worse), ids(found.same)) == (["1"], ["2"], ["3"])
    assert (ids(found.newly_rated), ids(found.no_longer_rated), ids(found.untold)) == (["4"], ["5"], ["6"])
    assert (found.compared, found.total) == (3, 6)


def test_an_item_that_loses_its_rating_did_not_fall_and_keeps_the_reason() -> None:
    found = two({"1": "Green"}, {"1": "0"}).ratings
    assert (found.worse, found.compared) == ((), 0)
    assert found.no_longer_rated[0].now.reason == "The key has no 0."


def test_the_reason_that_a_report_states_goes_with_the_change() -> None:
    update = {"item": "1", "rating": "Red", "rating_reason": "Staff left"}
    plan = make_plan(
        items=[item("1")], reports=[report("2026-01", {"1": "Green"}), report("2026-02", updates=[update])]
    )
    assert between(plan).ratings.worse[0].reason == "Staff left"


def test_a_redefined_scale_is_a_break_and_never_a_change_of_rating() -> None:
    found = two(
        {"1": "Red", "2": "0", "3": "Red"},
        {"1": "Green", "2": "Red", "3": ""},
        scales=[RAG, OTHER],
        report={"scale": "rag-2"},
    )
    assert found.is_redefined
    assert not found.is_empty
    ratings = found.ratings
    assert (ids(ratings.redefined), ratings.better, ratings.worse) == (["1"], (), ())
    assert (ids(ratings.newly_rated), ids(ratings.no_longer_rated)) == (["2"], ["3"])
    assert [one.is_one_scale for one in found.counts] == [False]


def test_counts_before_and_after_are_of_the_same_items() -> None:
    reports = [report("2026-01", {"1": "Red", "2": "Red"}), report("2026-02", {"1": "Green", "3": "Green"})]
    items = [item("1"), item("2", closed={"report": "2026-01"}), item("3", added="2026-02")]
    found = between(make_plan(items=items, reports=reports))
    (counted,) = found.counts
    assert (counted.before.total, counted.after.total) == (1, 1)
    assert [[count.number for count in side.counts] for side in (counted.before, counted.after)] == [
        [1, 0, 0, 0],
        [0, 0, 1, 0],
    ]
    assert [one.id for one in found.tree.joined] == ["3"]
    assert [one.id for one in found.tree.left] == ["2"]
    assert ids(found.ratings.better) == ["1"]


@given(st.lists(st.tuples(*[st.sampled_from(["Red", "Amber", "Green", "0", ""])] * 2), min_size=1, max_size=9))
def test_the_lists_hold_each_item_once_and_agree_with_the_ranks(pairs: list[tuple[str, str]]) -> None:
    found = two(*({str(n): pair[side] for n, pair in enumerate(pairs)} for side in (0, 1))).ratings
    assert found.total == len(pairs)
    known = [(RANKS[was], RANKS[now]) for was, now in pairs if was in RANKS and now in RANKS]
    assert len(found.better) == sum(now > was for was, now in known)
    assert len(found.worse) == sum(now < was for was, now in known)
    assert found.compared == len(known)


def test_a_first_report_has_nothing_before_it_but_what_it_states_itself() -> None:
    lost = {"printed": "", "reason": "It was downgraded."}
    updates = [
        {"item": "1", "rating": "Red", "previous": "Green"},
        {"item": "2", "rating": "Red", "previous": lost},
        {"item": "3", "rating": "Red"},
    ]
    plan = make_plan(items=[item(name) for name in "123"], reports=[report("2026-01", updates=updates)])
    found = changes(plan, None, plan.reports[0])
    assert (ids(found.ratings.worse), ids(found.ratings.untold)) == (["1"], ["2"])
    assert (found.counts, found.dates, found.evidence, found.told) == ((), (), (), ())
    assert found.tree.is_empty


def test_nothing_changed_is_known() -> None:
    same = {"updates": [{"item": "1", "rating": "Red", "progress": "Work goes on.", "evidence": ["e"]}]}
    plan = make_plan(
        items=[item("1", due="2026-05")],
        reports=[report("2026-01", **same), report("2026-02", **same)],
        evidence=[evidence("e")],
    )
    assert between(plan).is_empty
    assert between(plan, 0, 0).is_empty


def test_evidence_is_new_when_no_report_named_it_for_the_item_before() -> None:
    def named(key: str, *pieces: str) -> dict:
        return report(key, updates=[{"item": "1", "rating": "Red", "evidence": list(pieces)}])

    plan = make_plan(
        items=[item("1")],
        reports=[named("2026-01", "a"), named("2026-02", "a", "b"), named("2026-03", "b", "c", "d")],
        evidence=[evidence("a"), evidence("b"), evidence("c"), evidence("d", items=["1"])],
    )
    assert [piece.id for piece in between(plan, 1, 2).evidence[0].pieces] == ["c"]
    assert [piece.id for piece in between(plan, 0, 2).evidence[0].pieces] == ["b", "c"]


@pytest.mark.parametrize(
    ("first", "second", "telling", "parts"),
    [
        ({}, {"progress": "Begun."}, Telling.FIRST, ("progress",)),
        ({"progress": "Begun."}, {"progress": "Done."}, Telling.CHANGED, ("progress",)),
        ({"progress": "Begun."}, {"progress": "Begun.", "risks": "Cost."}, Telling.CHANGED, ("risks",)),
        ({"progress": "Begun."}, {}, Telling.SILENT, ("progress",)),
        ({"status": "Ongoing"}, {"status": "Completed"}, Telling.CHANGED, ("status",)),
    ],
)
def test_words_differ_part_by_part(first: dict, second: dict, telling: Telling, parts: tuple[str, ...]) -> None:
    reports = [
        report("2026-01", updates=[{"item": "1", "rating": "Red", **first}]),
        report("2026-02", updates=[{"item": "1", "rating": "Red", **second}]),
    ]
    (one,) = between(make_plan(items=[item("1")], reports=reports)).told
    assert one.item is not None
    assert (one.item.id, one.telling, one.parts) == ("1", telling, parts)


def test_words_on_the_plan_as_a_whole_count_too() -> None:
    reports = [report("2026-01"), report("2026-02", summary="All is new.", key_risks=["Money."])]
    (one,) = between(make_plan(items=[item("1")], reports=reports)).told
    assert (one.item, one.telling, one.parts) == (None, Telling.FIRST, ("summary", "key_risks"))


def test_items_are_closed_split_merged_and_renamed_by_id() -> None:
    items = [
        item("1", closed={"report": "2026-02", "reason": "Done"}),
        item("2", split_into=["2a", "2b"], closed={"report": "2026-01"}),
        item("2a", added="2026-02"),
        item("2b", added="2026-02"),
        item("3", merged_into="4", closed={"report": "2026-01"}),
        item("4", title="New name", former_titles=[{"title": "Old name", "until": "2026-02"}]),
    ]
    plan = make_plan(items=items, reports=[report("2026-01"), report("2026-02"), report("2026-03")])
    tree = between(plan, 0, 1).tree
    assert [(one.item.id, one.reason) for one in tree.closed] == [("1", "Done")]
    assert [(one.item.id, [into.id for into in one.into]) for one in tree.split] == [("2", ["2a", "2b"])]
    assert [(one.item.id, one.into.id) for one in tree.merged] == [("3", "4")]
    assert [(one.item.id, one.was, one.now) for one in tree.renamed] == [("4", "Old name", "New name")]
    later = between(plan, 1, 2).tree
    assert [one.id for one in later.left] == ["1"]
    assert (later.closed, later.split, later.merged, later.renamed) == ((), (), (), ())


def test_each_of_several_former_titles_belongs_to_its_reports() -> None:
    titles = [{"title": "First", "until": "2026-02"}, {"title": "Second", "until": "2026-03"}]
    one = item("1", title="Third", former_titles=titles)
    plan = make_plan(items=[one], reports=[report(f"2026-0{n}") for n in (1, 2, 3, 4)])
    assert [plan.title_in(each, plan.items[0]) for each in plan.reports] == ["First", "Second", "Third", "Third"]
    (renamed,) = between(plan, 0, 3).tree.renamed
    assert (renamed.was, renamed.now) == ("First", "Third")
    assert between(plan, 2, 3).tree.is_empty


def test_earlier_reports_come_nearest_first_and_no_more_than_asked() -> None:
    plan = make_plan(reports=[report(f"2026-0{n}") for n in range(1, 6)])
    assert [one.id for one in earlier_reports(plan, plan.reports[3], at_most=2)] == ["2026-03", "2026-02"]
    assert [report_before(plan, one) for one in plan.reports] == [None, *plan.reports[:-1]]

"""The timeline sorts every date of a plan into done, overdue, not yet due, untellable and unclear."""

from datetime import date
from typing import Any

from ragsite.model.plan import Plan
from ragsite.views import timeline as module
from ragsite.views.ledger import NO_AS_AT, NO_KEY, NOT_RATED
from ragsite.views.timeline import State, former_places, places, step_places, timeline
from tests.factories import RAG, item, make_plan, report

ITEMS = [
    item("done", due="2026-01"),
    item("late", due="2026-02"),
    item("ahead", due="2026-12"),
    item("silent", due="2026-01"),
    item("open", due="TBC"),
    item("none"),
]
RATED = report("2026-06-30", {"done": "Green", "late": "Red", "ahead": "Red", "open": "Red", "none": "Red"})


def states(plan: Plan) -> dict[str, State]:
    return {one.item.id: one.state for one in timeline(plan, plan.latest).dated}


def test_each_date_has_its_state() -> None:
    found = timeline(plan := make_plan(items=ITEMS, reports=[RATED]), plan.latest)
    assert states(plan) == {
        "done": State.DONE,
        "silent": State.UNKNOWN,
        "late": State.MISSED,
        "ahead": State.AHEAD,
    }
    assert [one.item.id for one in found.dated] == ["done", "silent", "late", "ahead"]
    assert [one.item.id for one in found.unclear] == ["open"]
    assert [one.id for one in found.undated] == ["none"]
    assert (found.total, found.number(State.MISSED)) == (5, 1)


def test_why_a_state_is_unknown() -> None:
    lost = {**RAG, "key": "lost", "levels": [{**level, "claims": {}} for level in RAG["levels"]]}
    dated = [item("1", due="2026-01")]

    def why(due_item: list[dict[str, Any]], told: dict[str, Any], **facts: Any) -> str:
        plan = make_plan(items=due_item, reports=[told], **facts)
        return timeline(plan, plan.latest).dated[0].why

    assert why(dated, report("2026-06")) == NOT_RATED
    assert why(dated, report("2026-06", {"1": "Red"}), scales=[lost]) == NO_KEY
    assert why([item("1", due="2026-06-15")], report("2026-06", {"1": "Red"})) == module.FALLS_IN
    no_date = report("first", {"1": "Red"}, as_at={"basis": "not stated"})
    assert why(dated, no_date) == NO_AS_AT
    assert why(dated, report("2026-06", {"1": "Red"})) == ""


def test_a_moved_date_stands_at_its_new_place_and_leaves_a_mark_at_the_first() -> None:
    moves = {"item": "1", "rating": "Red", "due": {"date": "2026-09", "reason": "Staff left"}}
    reports = [report("2026-01", {"1": "Red"}), report("2026-06", updates=[moves])]
    plan = make_plan(items=[item("1", due="2026-03")], reports=reports)
    found, before = timeline(plan, plan.latest), timeline(plan, plan.reports[0])
    assert list(places(found)) == [(date(2026, 9, 30), State.AHEAD)]
    assert list(former_places(found)) == [date(2026, 3, 31)]
    assert found.dated[0].overdue
    assert found.dated[0].overdue.by_first_date is True
    assert (list(places(before)), list(former_places(before))) == ([(date(2026, 3, 31), State.AHEAD)], [])


def test_items_outside_the_report_are_left_out() -> None:
    reports = [report("2026-01"), report("2026-06")]
    items = [item("1", due="2026-03", added="2026-06"), item("2", due="2026-03", closed={"report": "2026-01"})]
    plan = make_plan(items=items, reports=reports)
    assert [[one.item.id for one in timeline(plan, one_report).dated] for one_report in plan.reports] == [["2"], ["1"]]


def test_without_a_report_nothing_is_told() -> None:
    dated = item("1", due="2026-03", milestones=[{"text": "Start", "due": "2026-02"}])
    found = timeline(make_plan(items=[dated]), None)
    assert [(one.state, one.overdue) for one in found.dated] == [(State.UNKNOWN, None)]
    assert [one.words for one in found.steps] == [module.NO_REPORT]


def test_milestones_are_told_by_their_status_word_and_date() -> None:
    told = [
        ("2026-01", "Completed", State.DONE, module.DONE_WORDS),
        ("2026-02", None, State.UNKNOWN, module.PASSED_SILENT),
        ("2026-03", "Submitted", State.UNKNOWN, module.PASSED_WORDS),
        ("2026-04", "In progress", State.MISSED, module.PASSED_OPEN),
        ("2026-06-15", "In progress", State.UNKNOWN, module.FALLS_IN),
        ("2026-07", None, State.AHEAD, module.AHEAD_WORDS),
    ]
    steps = [{"text": due, "due": due, **({"status": status} if status else {})} for due, status, *_ in told]
    more = [{"text": "June", "due": "June"}, {"text": "none"}]
    plan = make_plan(items=[item("1", milestones=[*more, *reversed(steps)])], reports=[report("2026-06")])
    found = timeline(plan, plan.latest)
    assert [(one.milestone.text, one.state, one.words) for one in found.steps] == [
        (due, state, words) for due, _, state, words in told
    ]
    assert [one.milestone.text for one in found.unclear_steps] == ["June"]
    assert [one.milestone.text for one in found.undated_steps] == ["none"]
    assert [state for _, state in step_places(found.steps)] == [state for *_, state, _ in told]

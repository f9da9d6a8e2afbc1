"""Status words of milestones: only the clear ones are read, and silence is counted apart."""

import pytest

from ragsite.views.milestones import Stage, stage, steps
from ragsite.views.telling import last_said
from tests.factories import item, make_plan, report


@pytest.mark.parametrize(
    ("word", "read"),
    [
        ("Completed", Stage.DONE),
        ("complete.", Stage.DONE),
        ("In  Progress", Stage.PROGRESS),
        ("Ongoing", Stage.PROGRESS),
        ("Not started", Stage.TODO),
        ("Complete In progress", Stage.PLAIN),
        ("Not completed", Stage.PLAIN),
        ("Now in place", Stage.PLAIN),
    ],
)
def test_only_clear_words_are_read(word, read):
    assert stage(word) is read


def test_milestones_without_a_status_are_neither_done_nor_open():
    written = [{"text": "a", "status": "Done"}, {"text": "b", "status": "Ongoing"}, {"text": "c"}]
    plan = make_plan(items=[item("1", milestones=written)])
    found = steps(plan.item_by_id["1"])
    assert (found.done, found.open, found.unstated, found.total) == (1, 1, 1, 3)


def test_words_come_from_the_latest_report_that_has_any():
    plan = make_plan(
        items=[item("1"), item("2")],
        reports=[
            report("2026-01", updates=[{"item": "1", "rating": "Red", "progress": "Begun."}]),
            report("2026-02", {"1": "Green", "2": "Green"}),
        ],
    )
    told, update = last_said(plan, plan.item_by_id["1"])
    assert (told.id, update.progress[0].text) == ("2026-01", "Begun.")
    assert last_said(plan, plan.item_by_id["2"]) is None

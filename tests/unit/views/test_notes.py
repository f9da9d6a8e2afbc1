"""Every data note of a plan is told once, with what it concerns."""

from ragsite.views.notes import collect
from tests.factories import evidence, item, make_plan, measure, report

PLAN = make_plan(
    notes=["About the plan."],
    inspection={"body": "Ofsted", "notes": ["About the inspection."]},
    governance={"notes": ["About governance."]},
    inspection_recommendations=[{"id": "r1", "ref": "Ofsted 1", "notes": ["About a recommendation."]}],
    items=[item("1", notes=["About an item."], items=[item("1-1")])],
    reports=[
        report(
            "2026-03",
            notes=["About a report."],
            updates=[{"item": "1-1", "notes": ["About an update."]}],
            statements=[{"id": "s", "kind": "count", "label": "Green", "printed": "3", "notes": ["About a figure."]}],
        )
    ],
    measures=[measure("m", notes=["About a measure."])],
    evidence=[evidence("e", notes=["About evidence."])],
)


def test_every_note_is_there_once_and_in_its_group() -> None:
    told = {group.title: [one.note.text for one in group.notes] for group in collect(PLAN)}
    assert told == {
        "The plan as a whole": [
            "About the plan.",
            "About the inspection.",
            "About governance.",
            "About a recommendation.",
        ],
        "Reports": ["About a report.", "About a figure."],
        "Items": ["About an item.", "About an update."],
        "Measures": ["About a measure."],
        "Evidence": ["About evidence."],
    }


def test_a_note_of_an_update_names_its_item_and_report() -> None:
    noted = [one for group in collect(PLAN) for one in group.notes if one.note.text == "About an update."]
    assert [(one.subject.id, one.report.id) for one in noted if one.subject and one.report] == [("1-1", "2026-03")]


def test_a_plan_without_notes_has_no_groups() -> None:
    assert collect(make_plan()) == ()

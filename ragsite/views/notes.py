"""All data notes of a plan: every oddity met when reading its source, with what it concerns."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ragsite.model.evidence import Evidence
from ragsite.model.facts import DataNote, InspectionRecommendation
from ragsite.model.items import Item
from ragsite.model.measures import Measure
from ragsite.model.plan import Plan
from ragsite.model.reports import Report, Statement

Subject = Item | Measure | Evidence | Report | InspectionRecommendation | None
"""What a note concerns; None: the plan as a whole."""


@dataclass(frozen=True)
class Noted:
    """A data note with what it concerns.

    `report` is the report whose update or statement of the subject carries the note; `aspect` names the part
    of the subject, such as the inspection or a statement.
    """

    note: DataNote
    subject: Subject = None
    report: Report | None = None
    aspect: str = ""


@dataclass(frozen=True)
class NoteGroup:
    """Notes on one kind of thing, in the order of the source."""

    title: str
    notes: tuple[Noted, ...]


def collect(plan: Plan) -> tuple[NoteGroup, ...]:
    """Every note of a plan, by the kind of thing that it concerns; groups without notes are left out."""
    groups = (
        NoteGroup("The plan as a whole", tuple(_of_plan(plan))),
        NoteGroup("Reports", tuple(_of_reports(plan))),
        NoteGroup("Items", tuple(_of_items(plan))),
        NoteGroup("Measures", tuple(Noted(note, one) for one in plan.measures for note in one.notes)),
        NoteGroup("Evidence", tuple(Noted(note, one) for one in plan.evidence for note in one.notes)),
    )
    return tuple(group for group in groups if group.notes)


def _of_plan(plan: Plan) -> Iterator[Noted]:
    facts = plan.facts
    yield from _noted(facts.notes, aspect="")
    yield from _noted(facts.inspection.notes if facts.inspection else (), aspect="The inspection")
    yield from _noted(facts.governance.notes if facts.governance else (), aspect="Governance")
    for one in facts.inspection_recommendations:
        yield from (Noted(note, one) for note in one.notes)


def _noted(notes: Iterable[DataNote], *, aspect: str) -> Iterator[Noted]:
    yield from (Noted(note, aspect=aspect) for note in notes)


def _of_reports(plan: Plan) -> Iterator[Noted]:
    for report in plan.reports:
        yield from (Noted(note, report) for note in report.notes)
        for statement in report.statements:
            yield from (Noted(note, report, aspect=_stated(statement)) for note in statement.notes)


def _stated(statement: Statement) -> str:
    return f"Stated figure: {statement.label}"


def _of_items(plan: Plan) -> Iterator[Noted]:
    """The notes of each item and then of its updates; an item with neither is passed over."""
    updates: dict[str, list[tuple[Report, DataNote]]] = {}
    for report in plan.reports:
        for update in report.updates:
            updates.setdefault(update.item, []).extend((report, note) for note in update.notes)
    for item in plan.items:
        yield from (Noted(note, item) for note in item.notes)
        yield from (Noted(note, item, report) for report, note in updates.get(item.id, ()))

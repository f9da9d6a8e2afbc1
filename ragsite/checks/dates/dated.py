"""Every date of a plan, with what it is the date of and where it is written."""

from collections.abc import Iterator
from dataclasses import dataclass

from ragsite.checks.rule import named
from ragsite.model.base import Record
from ragsite.model.dates import PartialDate
from ragsite.model.items import Item
from ragsite.model.plan import Plan
from ragsite.model.reports import Report
from ragsite.problems import Location


@dataclass(frozen=True)
class Dated:
    """One date: `owner` is what it belongs to in words, `role` what it says of that (`date`, `milestone`)."""

    date: PartialDate
    owner: str
    role: str
    location: Location
    item: str = ""
    report: str = ""


def due_dates(plan: Plan) -> Iterator[Dated]:
    """The dates by which things are to be done: of items, of their milestones, and new ones from reports."""
    for item in plan.items:
        yield from _of_item(item)
    for report in plan.reports:
        for update in report.updates:
            owner = plan.item_by_id.get(update.item)
            if update.due and owner:
                place = update.written_at.of("due")
                role = f"new date in the report “{report.label}”"
                yield Dated(update.due.date, named(owner), role, place, owner.id, report.id)


def all_dates(plan: Plan) -> Iterator[Dated]:
    """Every date that the plan's files give, in the order of the files' names."""
    facts = plan.facts
    yield from _one(facts.period, "start", facts.period.start, "The plan", "start")
    yield from _one(facts.period, "end", facts.period.end, "The plan", "end")
    if facts.inspection:
        yield from _one(facts.inspection, "date", facts.inspection.date, "The inspection", "date")
    if facts.next_report:
        yield from _one(facts.next_report, "due", facts.next_report.due, "The next report", "date")
    for document in facts.sources:
        yield from _one(document, "date", document.date, f"The source “{document.title}”", "date")
    yield from due_dates(plan)
    for report in plan.reports:
        yield from _of_report(report)
    yield from _of_measures(plan)
    for piece in plan.evidence:
        yield from _one(piece, "date", piece.date, f"Evidence “{piece.title}”", "date")


def _of_item(item: Item) -> Iterator[Dated]:
    if item.due:
        yield Dated(item.due, named(item), "date", item.written_at.of("due"), item.id)
    for milestone in item.milestones:
        if milestone.due:
            yield Dated(milestone.due, named(item), "milestone", milestone.written_at.of("due"), item.id)


def _of_report(report: Report) -> Iterator[Dated]:
    owner = f"Report “{report.label}”"
    yield from _one(report.as_at, "date", report.as_at.date, owner, "date", report=report.id)
    yield from _one(report, "published", report.published, owner, "day of publication", report=report.id)


def _of_measures(plan: Plan) -> Iterator[Dated]:
    for measure in plan.measures:
        owner = f"Measure “{measure.name}”"
        if measure.baseline:
            yield from _one(measure.baseline, "period", measure.baseline.period, owner, "baseline")
        for target in measure.targets:
            yield from _one(target, "by", target.by, owner, "target")
        for comparator in measure.comparators:
            yield from _one(comparator, "period", comparator.period, owner, f"value of {comparator.name}")
        for row in plan.observations_by_measure.get(measure.id, ()):
            yield from _one(row, "period", row.period, owner, "value")


def _one(
    record: Record, key: str, found: PartialDate | None, owner: str, role: str, *, report: str = ""
) -> Iterator[Dated]:
    if found:
        yield Dated(found, owner, role, record.written_at.of(key), "", report)

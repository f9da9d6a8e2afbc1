"""References: every id that is named must exist, and every id must be given once."""

from collections.abc import Iterable, Iterator

from ragsite.checks.rule import Context, Problem, Rule, named
from ragsite.model.base import Record
from ragsite.model.evidence import Evidence
from ragsite.model.items import Item
from ragsite.model.measures import Measure
from ragsite.model.plan import Plan
from ragsite.problems import Location, Severity, did_you_mean


def duplicate_ids(context: Context) -> Iterator[Problem]:
    """S101: two things of one kind share an id; in web addresses, upper and lower case are the same.

    Fails: two items with `id: 2A` and `id: 2a`. Passes: an item and a measure that are both called `caseloads`.
    """
    yield from _repeats(context.site.topics, "topic", "")
    for plan in context.site.plans:
        facts = plan.facts
        yield from _repeats(plan.items, "item", plan.id)
        yield from _repeats(plan.measures, "measure", plan.id)
        yield from _repeats(plan.evidence, "piece of evidence", plan.id)
        yield from _repeats(facts.scales, "scale", plan.id)
        yield from _repeats(facts.sources, "source document", plan.id)
        yield from _repeats(facts.inspection_recommendations, "recommendation", plan.id)
        for scale in facts.scales:
            yield from _repeats(scale.levels, "level", plan.id)
        for report in plan.reports:
            yield from _repeats(report.statements, "statement", plan.id)


def repeated_updates(context: Context) -> Iterator[Problem]:
    """S106: a report says two things of one item. Fails: two updates with `item: "4"` in one report."""
    for plan in context.site.plans:
        for report in plan.reports:
            seen: set[str] = set()
            for update in report.updates:
                if update.item in seen:
                    item = plan.item_by_id.get(update.item)
                    yield Problem(
                        update.written_at.of("item"),
                        f"{named(item) if item else update.item} has a second update in this report.",
                        "Join the two into one.",
                        plan.id,
                        update.item,
                        report.id,
                    )
                seen.add(update.item)


def dangling_references(context: Context) -> Iterator[Problem]:
    """S102: something is named that does not exist. Fails: `topics: [supervison]`."""
    topics = [topic.id for topic in context.site.topics]
    plans = [plan.id for plan in context.site.plans]
    for term in context.site.terms:
        if term.plan and term.plan not in plans and term.plan not in context.written_ids:
            yield _missing(term, "plan", None, term.plan, "plan", plans, f"“{term.term}”")
    for plan in context.site.plans:
        search = _Search(context, plan)
        yield from _in_items(search, topics)
        yield from _in_records(search)
        yield from _in_reports(search)


def unknown_items(context: Context) -> Iterator[Problem]:
    """S105: a report, statement, measure or observation is about an item or measure that does not exist.

    Fails: an update with `item: 4-7` where the plan has no such item.
    """
    for plan in context.site.plans:
        search = _Search(context, plan)
        items, measures = sorted(plan.item_by_id), sorted(plan.measure_by_id)
        for report in plan.reports:
            owner = f"Report “{report.label}”"
            for update in report.updates:
                yield from search.one(update, "item", update.item, "item", items, owner)
            for statement in report.statements:
                yield from search.one(statement, "item", statement.item, "item", items, owner)
        for measure in plan.measures:
            yield from search.many(measure, "items", measure.items, "item", items, f"Measure “{measure.name}”")
        for piece in plan.evidence:
            yield from search.many(piece, "items", piece.items, "item", items, f"Evidence “{piece.title}”")
        for row in plan.observations:
            yield from search.one(row, "measure", row.measure, "measure", measures, "This observation")


class _Search:
    """Looks ids up in one plan; an id that is written but was left out as faulty is not told again."""

    def __init__(self, context: Context, plan: Plan) -> None:
        self.context = context
        self.plan = plan

    def one(
        self, record: Record, key: str, wanted: str | None, what: str, known: list[str], owner: str
    ) -> Iterator[Problem]:
        if wanted is not None and wanted not in known and not self.context.is_written(self.plan, wanted):
            yield _missing(record, key, None, wanted, what, known, owner, self.plan.id)

    def many(
        self, record: Record, key: str, wanted: Iterable[str], what: str, known: list[str], owner: str
    ) -> Iterator[Problem]:
        for index, one in enumerate(wanted):
            if one not in known and not self.context.is_written(self.plan, one):
                yield _missing(record, key, index, one, what, known, owner, self.plan.id)


def _in_items(search: _Search, topics: list[str]) -> Iterator[Problem]:
    plan = search.plan
    items, reports = sorted(plan.item_by_id), [report.id for report in plan.reports]
    answered = sorted({rec.id for rec in plan.facts.inspection_recommendations} | set(items))
    for item in plan.items:
        owner = named(item)
        yield from search.many(item, "topics", item.topics, "topic", topics, owner)
        yield from search.many(item, "answers", item.answers, "recommendation", answered, owner)
        yield from search.many(item, "split_into", item.split_into, "item", items, owner)
        yield from search.one(item, "merged_into", item.merged_into, "item", items, owner)
        yield from search.one(item, "added", item.added, "report", reports, owner)
        if item.closed:
            yield from search.one(item.closed, "report", item.closed.report, "report", reports, owner)


def _in_records(search: _Search) -> Iterator[Problem]:
    plan = search.plan
    documents = [document.id for document in plan.facts.sources]
    records: list[tuple[Item | Measure | Evidence, str]] = [
        *((item, named(item)) for item in plan.items),
        *((measure, f"Measure “{measure.name}”") for measure in plan.measures),
        *((piece, f"Evidence “{piece.title}”") for piece in plan.evidence),
    ]
    for record, owner in records:
        document, colon, _ = (record.source or "").partition(":")
        named_document = document if colon else None
        yield from search.one(record, "source", named_document, "source document", documents, owner)


def _in_reports(search: _Search) -> Iterator[Problem]:
    plan = search.plan
    evidence = sorted(plan.evidence_by_id)
    scales = sorted(plan.scale_by_id)
    for report in plan.reports:
        yield from search.one(report, "scale", report.scale, "scale", scales, f"Report “{report.label}”")
        levels = sorted(plan.scale_of(report).level_by_id)
        for statement in report.statements:
            yield from search.one(statement, "level", statement.level, "level", levels, f"“{statement.label}”")
        for update in report.updates:
            item = plan.item_by_id.get(update.item)
            owner = named(item) if item else f"“{update.item}”"
            yield from search.many(
                update, "evidence", update.evidence, "piece of evidence", evidence, owner
            )
            for rating in (update.rating, update.previous):
                if rating:
                    yield from search.one(rating, "level", rating.level, "level", levels, owner)


def _missing(
    record: Record,
    key: str,
    index: int | None,
    wanted: str,
    what: str,
    known: list[str],
    owner: str,
    plan: str = "",
) -> Problem:
    location: Location = record.written_at.of(key, index)
    message = f"{owner} names the {what} “{wanted}”, which does not exist."
    fix = did_you_mean(wanted, known) or f"Add the {what}, or take the reference out."
    item = getattr(record, "item", None) or (getattr(record, "id", "") if what == "topic" else "")
    return Problem(location, message, fix, plan, item or "")


def _repeats(records: Iterable[Record], what: str, plan: str) -> Iterator[Problem]:
    first: dict[str, Record] = {}
    for record in records:
        key = str(getattr(record, "id", "")).lower()
        if key in first:
            before = first[key].written_at.of("id")
            title = next((text for name in ("title", "name", "label", "ref") if (text := getattr(record, name, ""))), "")
            yield Problem(
                record.written_at.of("id"),
                f"The id “{getattr(record, 'id', '')}” of the {what} “{title}” is already given in line {before.line}.",
                "Give this one another id.",
                plan,
            )
        first.setdefault(key, record)


RULES = (
    Rule("S101", Severity.ERROR, duplicate_ids),
    Rule("S102", Severity.ERROR, dangling_references),
    Rule("S105", Severity.ERROR, unknown_items),
    Rule("S106", Severity.ERROR, repeated_updates),
)

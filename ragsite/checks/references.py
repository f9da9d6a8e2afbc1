"""References: every id that is named must exist."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from ragsite.checks.rule import Context, Problem, Rule, named
from ragsite.checks.search import Reference, Search, missing
from ragsite.content.fields import classes_in
from ragsite.model.base import Record
from ragsite.model.measures import Measure
from ragsite.model.plan import Plan
from ragsite.model.reports import Report, Statement, Update
from ragsite.problems import Severity

SOURCE = "source"
"""The key under which a record says which lines of which document it restates."""


def dangling_references(context: Context) -> Iterator[Problem]:
    """S102: something is named that does not exist: a topic, an item, a report, a scale, a level, evidence, a source.

    Fails: `topics: [supervison]`. Passes: `topics: [supervision]`, where topics.yml has it.
    """
    plans = tuple(name for name in sorted(context.written_ids) if name)
    for term in context.site.terms:
        if term.plan and term.plan not in plans:
            yield missing(Reference(term, "plan", "plan", plans, f"“{term.term}”"), term.plan)
    for plan in context.site.plans:
        search = Search(context, plan)
        yield from _in_items(search, tuple(topic.id for topic in context.site.topics))
        yield from _in_reports(search)
        yield from _in_sources(search)


def unknown_items(context: Context) -> Iterator[Problem]:
    """S105: a report, statement, measure or observation is about an item or measure that does not exist.

    Fails: an update with `item: 4-7` where the plan has no such item; `total_of: [boys]` where no measure has that id.
    Passes: `item: 4-6`, which items.yml has.
    """
    for plan in context.site.plans:
        search = Search(context, plan)
        items = plan.item_by_id
        for report in plan.reports:
            owner = f"Report “{report.label}”"
            spoken_of: list[Update | Statement] = [*report.updates, *report.statements]
            for record in spoken_of:
                reference = Reference(record, "item", "item", items, owner, record.item or "", report.id)
                yield from search.one(reference, record.item)
        for measure in plan.measures:
            owner = f"Measure “{measure.name}”"
            yield from search.many(Reference(measure, "items", "item", items, owner), measure.items)
            yield from _in_disclosure(search, measure)
        for piece in plan.evidence:
            owner = f"Evidence “{piece.title}”"
            yield from search.many(Reference(piece, "items", "item", items, owner), piece.items)
        for name, rows in sorted(plan.observations_by_measure.items()):
            owner = "An observation" if len(rows) == 1 else f"An observation ({len(rows)} lines in all)"
            yield from search.one(Reference(rows[0], "measure", "measure", plan.measure_by_id, owner), name)


def _in_disclosure(search: Search, measure: Measure) -> Iterator[Problem]:
    """The measures of which one is said to be a sum or a share."""
    said, known = measure.disclosure, search.plan.measure_by_id
    whose = (f"Measure “{measure.name}”", measure.items[0] if measure.items else "")
    yield from search.many(Reference(said, "total_of", "measure", known, *whose), said.total_of)
    yield from search.one(Reference(said, "share_of", "measure", known, *whose), said.share_of)


def _in_items(search: Search, topics: tuple[str, ...]) -> Iterator[Problem]:
    plan = search.plan
    items, reports = plan.item_by_id, plan.report_by_id
    recommendations = tuple(recommendation.id for recommendation in plan.facts.inspection_recommendations)
    answered = dict.fromkeys((*recommendations, *items))
    for item in plan.items:
        who = (named(item), item.id)
        yield from search.many(Reference(item, "topics", "topic", topics, *who), item.topics)
        yield from search.many(Reference(item, "answers", "recommendation", answered, *who), item.answers)
        yield from search.many(Reference(item, "split_into", "item", items, *who), item.split_into)
        yield from search.one(Reference(item, "merged_into", "item", items, *who), item.merged_into)
        yield from search.one(Reference(item, "added", "report", reports, *who), item.added)
        if item.closed:
            reference = Reference(item.closed, "report", "report", reports, *who)
            yield from search.one(reference, item.closed.report)
        for former in item.former_titles:
            yield from search.one(Reference(former, "until", "report", reports, *who), former.until)


def _in_reports(search: Search) -> Iterator[Problem]:
    plan = search.plan
    scales = plan.scale_by_id
    for report in plan.reports:
        owner = f"Report “{report.label}”"
        yield from search.one(Reference(report, "scale", "scale", scales, owner, report=report.id), report.scale)
        levels = plan.scale_of(report).level_by_id
        for statement in report.statements:
            owner = f"“{statement.label}”"
            reference = Reference(statement, "level", "level", levels, owner, statement.item or "", report.id)
            yield from search.one(reference, statement.level)
        for update in report.updates:
            yield from _in_update(search, report, update)


def _in_update(search: Search, report: Report, update: Update) -> Iterator[Problem]:
    plan = search.plan
    item = plan.item_by_id.get(update.item)
    owner = named(item) if item else f"“{update.item}”"
    pieces, levels = plan.evidence_by_id, plan.scale_of(report).level_by_id
    reference = Reference(update, "evidence", "piece of evidence", pieces, owner, update.item, report.id)
    yield from search.many(reference, update.evidence)
    for rating in (update.rating, update.previous):
        if rating:
            reference = Reference(rating, "level", "level", levels, owner, update.item, report.id)
            yield from search.one(reference, rating.level)


def _in_sources(search: Search) -> Iterator[Problem]:
    documents = tuple(document.id for document in search.plan.facts.sources)
    for record, source, owner in _citations(search.plan):
        document, _, _ = source.partition(":")
        yield from search.one(Reference(record, SOURCE, "source document", documents, owner), document)


Citation = tuple[Record, str, str]
"""A mapping that names a source document, its source as written, and the title of the nearest one that has a title."""


def _citations(plan: Plan) -> tuple[Citation, ...]:
    found: list[Citation] = []
    _cited(found, plan.facts, f"“{plan.facts.title}”")
    titles = {item.id: named(item) for item in plan.items}
    for record in (*plan.tree, *plan.measures, *plan.observations, *plan.evidence):
        _cited(found, record, "This line")
    for report in plan.reports:
        for update in report.updates:
            _cited(found, update, titles.get(update.item, f"“{update.item}”"))
        _cited(found, report, f"Report “{report.label}”", skip="updates")
    return tuple(found)


def _cited(found: list[Citation], record: Record, owner: str, *, skip: str = "") -> None:
    """Adds what a record and those in it cite."""
    titles, inner, has_source = _keys(type(record))
    own = next((f"“{title}”" for key in titles if (title := getattr(record, key))), owner) if titles else owner
    source = getattr(record, SOURCE) if has_source else None
    if source and ":" in source:
        found.append((record, source, own))
    for name in inner:
        value = getattr(record, name)
        for entry in value if type(value) is tuple else (value,):
            if isinstance(entry, Record) and name != skip:
                _cited(found, entry, own)


@lru_cache
def _keys(kind: type[Record]) -> tuple[tuple[str, ...], tuple[str, ...], bool]:
    """The keys of a kind of record that can hold its title, those that hold records, and whether it can have a source.

    A model is slow to say what it lacks.
    """
    fields = kind.model_fields
    titles = tuple(key for key in ("title", "name", "label") if key in fields)
    return titles, tuple(name for name, field in fields.items() if _holds_records(field.annotation)), SOURCE in fields


def _holds_records(annotation: Any) -> bool:
    return any(issubclass(kind, Record) for kind in classes_in(annotation))


RULES = (
    Rule("S102", Severity.ERROR, dangling_references),
    Rule("S105", Severity.ERROR, unknown_items),
)

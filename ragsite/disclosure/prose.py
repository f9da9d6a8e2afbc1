"""Every text of a plan, rewritten without the numbers that are kept back, wherever it stands."""

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from typing import Any, TypeVar

from ragsite.disclosure.permits import Where
from ragsite.model.base import Record
from ragsite.model.evidence import Evidence
from ragsite.model.items import Item
from ragsite.model.measures import Measure, Observation
from ragsite.model.plan import Plan
from ragsite.model.reports import Report, Update

R = TypeVar("R", bound=Record)
Rewrite = Callable[[str, Where], str]
"""A text as it may be published, by what it belongs to."""

WORDLESS = frozenset(
    {
        *("place", "id", "ref", "source", "link", "extract", "unit", "name", "measure", "item", "scale", "level"),
        *("topics", "answers", "evidence", "added", "until", "split_into", "merged_into", "report", "renamed_from"),
        *("publisher", "licence", "scales", "structure", "disclosure"),
    }
)
"""Keys that hold no text with counts: ids, links, names of things, the plan's own key."""


def rewritten(plan: Plan, rewrite: Rewrite) -> Plan:
    """The plan with every text as `rewrite` gives it; whatever has no text to change stays the same object."""
    return replace(
        plan,
        facts=_record(plan.facts, rewrite, Where(path=plan.facts.written_at.path)),
        tree=tuple(_item(item, rewrite) for item in plan.tree),
        reports=tuple(_report(report, rewrite) for report in plan.reports),
        measures=tuple(_measure(measure, rewrite) for measure in plan.measures),
        observations=tuple(_observation(plan, one, rewrite) for one in plan.observations),
        evidence=tuple(_evidence(piece, rewrite) for piece in plan.evidence),
    )


def _item(item: Item, rewrite: Rewrite) -> Item:
    children = tuple(_item(child, rewrite) for child in item.items)
    made = _record(item, rewrite, Where(item=item.id, path=item.written_at.path), apart=("items",))
    return made if children == item.items else made.model_copy(update={"items": children})


def _report(report: Report, rewrite: Rewrite) -> Report:
    where = Where(report=report.id, path=report.written_at.path)
    made = _record(report, rewrite, where, apart=("updates",))
    updates = tuple(_update(update, rewrite, where) for update in report.updates)
    is_same = all(one is other for one, other in zip(updates, report.updates, strict=True))
    return made if is_same else made.model_copy(update={"updates": updates})


def _update(update: Update, rewrite: Rewrite, where: Where) -> Update:
    return _record(update, rewrite, replace(where, item=update.item))


def _measure(measure: Measure, rewrite: Rewrite) -> Measure:
    return _record(measure, rewrite, _of_measure(measure, measure.written_at.path))


def _observation(plan: Plan, one: Observation, rewrite: Rewrite) -> Observation:
    measure = plan.measure_by_id.get(one.measure)
    return _record(one, rewrite, _of_measure(measure, one.written_at.path)) if measure else one


def _of_measure(measure: Measure, path: str) -> Where:
    return Where(item=measure.items[0] if measure.items else "", measure=measure.id, path=path)


def _evidence(piece: Evidence, rewrite: Rewrite) -> Evidence:
    item = piece.items[0] if piece.items else ""
    return _record(piece, rewrite, Where(item=item, evidence=piece.id, path=piece.written_at.path))


def _record(record: R, rewrite: Rewrite, where: Where, *, apart: tuple[str, ...] = ()) -> R:
    changed = {}
    for key in _keys(type(record)):
        value = getattr(record, key)
        if value and key not in apart and isinstance(value, (str, tuple, Record)):
            made = _value(value, rewrite, where)
            if made is not value:
                changed[key] = made
    return record.model_copy(update=changed) if changed else record


def _value(value: Any, rewrite: Rewrite, where: Where) -> Any:
    if type(value) is str:
        made = rewrite(value, where)
        return value if made == value else made
    if isinstance(value, tuple):
        entries = tuple(_value(entry, rewrite, where) for entry in value)
        return value if all(one is other for one, other in zip(entries, value, strict=True)) else entries
    return _record(value, rewrite, where) if isinstance(value, Record) else value


@lru_cache
def _keys(kind: type[Record]) -> tuple[str, ...]:
    return tuple(key for key in kind.model_fields if key not in WORDLESS)

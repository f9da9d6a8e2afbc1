"""One plan as it is published beside the same plan as it would be: everything that differs, grouped for reading."""

from collections.abc import Iterable, Iterator, Mapping

from ragsite.approval.reports import editions, item_differences, report_subjects, steady_words
from ragsite.approval.sheet import Aspect, Difference, Group, PlanSheet, State, Subject
from ragsite.approval.told import Told, details, differences, told
from ragsite.figures import plural
from ragsite.model.base import Record
from ragsite.model.items import Item
from ragsite.model.measures import Observation
from ragsite.model.plan import Plan
from ragsite.views.history import Way
from ragsite.views.measures import find
from ragsite.views.names import plan_name, ref_words
from ragsite.views.values import observed_words

ORDER = "Order"
_HEAD = frozenset({"id", "place", "publish", "publish_from", "embargoes", "withdrawn"})
REORDERED = "They stand in another order."


def plan_sheet(before: Plan | None, after: Plan | None) -> PlanSheet | None:
    """What would change in a plan that is there on one side at least; None where nothing would."""
    if after is None:
        return _gone(before) if before else None
    groups = tuple(group for group in _groups(before, after) if group.subjects)
    if not groups and before is not None:
        return None
    state = State.CHANGED if before else State.NEW
    remarks = tuple(filter(None, (steady_words(edition) for edition in editions(before, after))))
    return PlanSheet(after.id, plan_name(after), state, remarks, groups)


def _gone(plan: Plan) -> PlanSheet:
    reports, items = plural(len(plan.reports), "report", "reports"), plural(len(plan.items), "item", "items")
    remark = f"The whole plan goes from the site, with {reports} and {items}."
    return PlanSheet(plan.id, plan_name(plan), State.GONE, (remark,), ())


def _groups(before: Plan | None, after: Plan) -> Iterator[Group]:
    yield Group("The plan", tuple(_facts(before, after)))
    yield Group("Reports", tuple(report_subjects(before, after)))
    yield Group("Items", tuple(_items(before, after)))
    yield Group("Measures", tuple(_measures(before, after)))
    was = {one.id: one for one in (before.evidence if before else ())}
    yield Group("Evidence", tuple(records(was, {one.id: one for one in after.evidence}, named="title")))


def _facts(before: Plan | None, after: Plan) -> Iterator[Subject]:
    if before is None:
        yield Subject(after.facts.title, State.NEW)
        return
    found = tuple(differences(told(before.facts), told(after.facts)))
    if found:
        yield Subject(after.facts.title, State.CHANGED, found)
    for what, was, now in (
        ("The order of the items", before.items, after.items),
        ("The order of the reports", before.reports, after.reports),
    ):
        if _is_reordered([one.id for one in was], [one.id for one in now]):
            yield Subject(what, State.CHANGED, (Difference(Aspect.FACT, ORDER, (), (REORDERED,)),))


def _is_reordered(was: list[str], now: list[str]) -> bool:
    return [one for one in was if one in set(now)] != [one for one in now if one in set(was)]


def _items(before: Plan | None, after: Plan) -> Iterator[Subject]:
    told_reports = editions(before, after)
    known = before.item_by_id if before else {}
    for item in after.items:
        was = known.get(item.id)
        found = differences(_item(before, was), _item(after, item))
        said = (one for edition in told_reports for one in item_differences(edition, item))
        all_found = (*found, *said)
        if all_found or was is None:
            yield Subject(_title(after, item), State.CHANGED if was else State.NEW, all_found)
    for item in before.items if before else ():
        if item.id not in after.item_by_id and before:
            yield Subject(_title(before, item), State.GONE)


def _item(plan: Plan | None, item: Item | None) -> Told:
    if plan is None or item is None:
        return {}
    above = plan.parent_by_id.get(item.id)
    return {**told(item), **({"under": f"{above.title} ({above.ref or above.id})"} if above else {})}


def _title(plan: Plan, item: Item) -> str:
    name = ref_words(plan, item)
    return f"{name}: {item.title}" if item.ref else f"{item.title} ({name.lower()}, {item.id})"


def _measures(before: Plan | None, after: Plan) -> Iterator[Subject]:
    was = before.measure_by_id if before else {}
    now = after.measure_by_id
    for name, measure in now.items():
        fields = differences(told(was.get(name), apart=_HEAD), told(measure, apart=_HEAD))
        found = (*fields, *_values(before, after, name))
        if found or name not in was:
            yield Subject(measure.name, State.CHANGED if name in was else State.NEW, found)
    yield from _lost(was, now, named="name")
    strays = [one for one in _strays(after) if one not in _strays(before)]
    if strays:
        yield Subject("Values of no measure", State.CHANGED, (Difference(Aspect.MEASURE, "Values", (), tuple(strays)),))


def _values(before: Plan | None, after: Plan, measure: str) -> Iterator[Difference]:
    was, now = _rows(before, measure), _rows(after, measure)
    gone = tuple(words for row, words in was.items() if row not in now)
    new = tuple(words for row, words in now.items() if row not in was)
    if list(was) != list(now):
        note = _moved(after, measure) if new else ""
        yield Difference(Aspect.MEASURE, "Values", gone, new or (() if gone else (REORDERED,)), note=note)


def _moved(plan: Plan, measure: str) -> str:
    """How the latest value differs from the one before, and whether that is better."""
    change = find(plan, plan.measure_by_id[measure]).change
    if change is None:
        return ""
    way = {Way.BETTER: ", which is better", Way.WORSE: ", which is worse"}.get(change.way, "")
    return f"The latest is {change.words}{way}."


def _rows(plan: Plan | None, measure: str) -> Mapping[str, str]:
    """The rows of a measure in words, by everything that they say."""
    if plan is None or measure not in plan.measure_by_id:
        return {}
    rows = plan.observations_by_measure.get(measure, ())
    return {"".join(details(row)): _row(plan, row) for row in rows}


def _row(plan: Plan, row: Observation) -> str:
    period = row.period.label if row.period else "no period stated"
    series = f", {row.series}" if row.series else ""
    status = f" ({row.status.value})" if row.status.value else ""
    note = f". {row.note}" if row.note else ""
    return f"{period}{series}: {observed_words(row, plan.measure_by_id[row.measure])}{status}{note}"


def _strays(plan: Plan | None) -> list[str]:
    rows = plan.observations if plan else ()
    return ["".join(details(row)) for row in rows if plan and row.measure not in plan.measure_by_id]


def records(was: Mapping[str, Record], now: Mapping[str, Record], *, named: str) -> Iterable[Subject]:
    """Records of one kind by their id: new, gone and changed ones, in the order in which they would stand."""
    for name, record in now.items():
        found = tuple(differences(told(was.get(name), apart=_HEAD), told(record, apart=_HEAD)))
        if found or name not in was:
            yield Subject(str(getattr(record, named)), State.CHANGED if name in was else State.NEW, found)
    yield from _lost(was, now, named=named)


def _lost(was: Mapping[str, Record], now: Mapping[str, Record], *, named: str) -> Iterator[Subject]:
    for name, record in was.items():
        if name not in now:
            yield Subject(str(getattr(record, named)), State.GONE)
    if _is_reordered(list(was), list(now)):
        yield Subject("All of them", State.CHANGED, (Difference(Aspect.FACT, ORDER, (), (REORDERED,)),))

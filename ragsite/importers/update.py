"""A tracker that was understood into its plan: files made where there are none, entries merged, all of it counted."""

from collections.abc import Sequence
from typing import Any

from ragsite.importers.fields import plain_key
from ragsite.importers.folder import PlanFolder, append, insert
from ragsite.importers.lifecycle import settle
from ragsite.importers.mapping import Mapping
from ragsite.importers.matching import match
from ragsite.importers.memory import Memory
from ragsite.importers.merge import Merge
from ragsite.importers.placing import Placing
from ragsite.importers.plan_file import new_plan, new_report, source
from ragsite.importers.report import EditionSummary, Outcome
from ragsite.importers.scale import written
from ragsite.importers.scales import put_scale
from ragsite.importers.sheet import Sheet
from ragsite.model.plan import Plan, order_of
from ragsite.model.reports import Report


def update_plan(folder: PlanFolder, sheet: Sheet, mapping: Mapping, plan: Plan | None, memory: Memory) -> Outcome:
    """Changes the folder's documents and the memory; says what changed and what is to be told."""
    _open_plan(folder, sheet, mapping)
    existing = plan.reports if plan else ()
    is_new = {one.id: one.id not in folder.reports for one in sheet.editions}
    order = _open_reports(folder, sheet, existing)
    merge = Merge(folder, memory, order, file_name=sheet.file_name)
    matches = match(sheet.entries, plan.items if plan else (), memory.matches)
    placing = Placing(merge, folder.plan["structure"])
    editions = tuple(one.id for one in sheet.editions)
    for entry, item in zip(sheet.entries, matches.ids, strict=True):
        if item not in merge.items:
            placing.add(entry, item)
        placing.last = item
        merge.apply(entry, item, editions)
    memory.matches |= matches.stored
    labels = {key: str(folder.reports[key]["label"]) for key in order}
    missing = settle(merge, placing.rated_items(), editions, labels)
    _add_source(folder, sheet)
    outcome = Outcome(sheet.file_name, folder.path.name, is_dry=False)
    outcome.editions = [_summary(merge, sheet, key, order=order, is_new=is_new[key], labels=labels) for key in editions]
    changes = merge.changes
    outcome.new, outcome.renamed, outcome.reopened = len(changes.new), len(changes.renamed), len(changes.reopened)
    outcome.missing = tuple(f"“{merge.items[one]['title']}” ({one})" for one in missing)
    outcome.texts, outcome.counts, outcome.hidden = changes.texts, sheet.counts, sheet.hidden
    outcome.columns = _columns(mapping)
    outcome.remarks = (*sheet.remarks, *matches.remarks, *merge.remarks)
    return outcome


def _open_plan(folder: PlanFolder, sheet: Sheet, mapping: Mapping) -> None:
    if not folder.is_new:
        put_scale(folder, sheet.draft)
        return
    title = mapping.title or sheet.title or folder.path.name.replace("-", " ").capitalize()
    folder.plan = new_plan(
        folder.path.name, title, mapping=mapping, scales=[written(sheet.draft)], file_name=sheet.file_name
    )


def _open_reports(folder: PlanFolder, sheet: Sheet, existing: Sequence[Report]) -> list[str]:
    """Makes the reports that are not there yet; the ids of all in their order."""
    fresh = [one for one in sheet.editions if one.id not in folder.reports]
    made = [
        Report.model_validate({"id": one.id, "label": one.label, "as_at": one.as_at, "scale": sheet.draft.id})
        for one in fresh
    ]
    sequences = _sequences(existing, made)
    for edition in fresh:
        folder.reports[edition.id] = new_report(edition, scale=sheet.draft.id, sequence=sequences.get(edition.id))
    for report in existing:
        if report.id in sequences:
            insert(folder.reports[report.id], 2, "sequence", str(sequences[report.id]))
    ranked = [one.model_copy(update={"sequence": sequences.get(one.id, one.sequence)}) for one in (*existing, *made)]
    return [one.id for one in sorted(ranked, key=order_of)]


def _sequences(existing: Sequence[Report], made: Sequence[Report]) -> dict[str, int]:
    """Places in the order for the reports that need one: as soon as one of several has no clear date."""
    every = [*existing, *made]
    undated = [one for one in every if not (one.as_at.date and one.as_at.date.is_resolved)]
    if len(every) < 2 or not (undated or any(one.sequence for one in existing)):
        return {}
    last = max((one.sequence or 0 for one in existing), default=0)
    without = [one for one in every if one.sequence is None]
    return {one.id: last + place for place, one in enumerate(without, 1)}


def _add_source(folder: PlanFolder, sheet: Sheet) -> None:
    entry = source(sheet.file_name, str(folder.plan["organisation"]))
    if not any(str(one["id"]).casefold() == entry["id"].casefold() for one in folder.plan["sources"]):
        append(folder.plan, "sources", entry)


def _summary(
    merge: Merge, sheet: Sheet, key: str, *, order: Sequence[str], is_new: bool, labels: dict[str, str]
) -> EditionSummary:
    earlier = order[: order.index(key)][-1:]
    now = {item: _level(sheet, one.get("rating")) for item, one in merge.updates[key].items()}
    before = merge.before[key] if not is_new else merge.before.get(earlier[0], {}) if earlier else {}
    if is_new and earlier and earlier[0] in {one.id for one in sheet.editions}:
        before = {item: one.get("rating") for item, one in merge.updates[earlier[0]].items()}
    changed = sum(item in before and _level(sheet, before[item]) != level for item, level in now.items())
    against = "the last import" if not is_new else labels[earlier[0]] if earlier else ""
    dates = len(merge.changes.dates.get(key, ()))
    return EditionSummary(labels[key], key, is_new, len(sheet.entries), changed, dates, against)


def _level(sheet: Sheet, rating: Any) -> str:
    """What a rating comes to, to compare it with another: its level, else its words."""
    if isinstance(rating, dict):
        return str(rating.get("level") or rating.get("printed") or "")
    level = sheet.draft.level(str(rating or ""))
    return level.id if level else plain_key(str(rating or ""))


def _columns(mapping: Mapping) -> dict[str, str]:
    made = {name: " and ".join(names) for name, names in mapping.columns.used.items()}
    ratings = [name for one in mapping.editions for name in (*one.rating, *one.columns.rating)]
    return {**made, **({"rating": " and ".join(ratings)} if ratings else {})}

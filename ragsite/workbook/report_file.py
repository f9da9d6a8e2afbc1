"""The changed cells of a workbook as the new text of the report's file; all other lines stay as they are."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ragsite.content.rewrite import rewrite, values_in
from ragsite.model.reports import Report, Update
from ragsite.workbook.book import REPORT, UPDATES, Entry
from ragsite.workbook.entries import ids_in
from ragsite.workbook.merge import Change
from ragsite.workbook.passages import merged, split

WITHOUT_DATE = "a reason or an agreement stands here, but no new due date. Give the date, or take the others out."
_UPDATE_KEYS = tuple(Update.model_fields)
_REPORT_KEYS = tuple(Report.model_fields)
_DUE = {"due": "date", "due_reason": "reason", "due_agreed": "agreed_by"}


def report_text(text: str, found: Iterable[Change]) -> str:
    """The text of the report's file with the changes of its own two sheets."""
    data: dict[str, Any] = values_in(text)
    cells: dict[str, dict[str, Change]] = defaultdict(dict)
    for change in found:
        if change.cell.sheet == UPDATES:
            cells[change.cell.key][change.cell.column] = change
        elif change.cell.sheet == REPORT:
            name = change.cell.key
            data = _with(data, name, merged(data.get(name), split(change.to)), order=_REPORT_KEYS)
    return rewrite(text, {**data, "updates": _updates(data.get("updates") or [], cells)})


def due_troubles(found: Iterable[Change], filled: Mapping[tuple[str, str], str]) -> Iterator[str]:
    """A reason or an agreement without a date; `filled` is what the workbook says of each item, by column."""
    for change in found:
        is_about_due = change.cell.sheet == UPDATES and change.column.name in _DUE
        if is_about_due and not filled.get((change.cell.key, "due"), ""):
            rest = [name for name in ("due_reason", "due_agreed") if filled.get((change.cell.key, name), "")]
            if rest:
                yield f"{change.cell.address}: {WITHOUT_DATE}"


def _updates(updates: list[dict[str, Any]], cells: Mapping[str, Mapping[str, Change]]) -> list[dict[str, Any]]:
    made = [_update(one, cells.get(str(one.get("item")), {})) for one in updates]
    there = {str(one.get("item")) for one in updates}
    return [*made, *(_update({"item": key}, changed) for key, changed in cells.items() if key not in there)]


def _update(update: dict[str, Any], changed: Mapping[str, Change]) -> dict[str, Any]:
    made = dict(update)
    if any(name in changed for name in _DUE):
        made = _with(made, "due", _due(made.get("due"), changed), order=_UPDATE_KEYS)
    for name, change in changed.items():
        if name not in _DUE:
            made = _with(made, name, _value(change, made.get(name)), order=_UPDATE_KEYS)
    return made


def _value(change: Change, written: Any) -> Any:
    """What goes into the file; None takes the key out. A rating stays even when blank: blank means not rated."""
    if change.column.entry is Entry.RATING:
        return change.to
    if change.column.entry is Entry.PASSAGES:
        return merged(written, split(change.to))
    if change.column.entry is Entry.EVIDENCE:
        return list(ids_in(change.to)) or None
    return change.to or None


def _due(written: Any, changed: Mapping[str, Change]) -> dict[str, Any] | None:
    made: dict[str, Any] = dict(written) if isinstance(written, dict) else {}
    for name, key in _DUE.items():
        if name in changed:
            made = _with(made, key, changed[name].to or None, order=tuple(_DUE.values()))
    return made or None


def _with(values: Mapping[str, Any], key: str, value: Any, *, order: tuple[str, ...]) -> dict[str, Any]:
    """The mapping with one key set or taken out; a new key stands where the content format has it."""
    if value is None:
        return {name: one for name, one in values.items() if name != key}
    if key in values:
        return {name: value if name == key else one for name, one in values.items()}
    before = [name for name in values if name in order and order.index(name) < order.index(key)]
    made: dict[str, Any] = {} if before else {key: value}
    for name, one in values.items():
        made[name] = one
        if before and name == before[-1]:
            made[key] = value
    return made

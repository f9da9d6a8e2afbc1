"""When items came and went: what follows from the reports that an item has updates in."""

from ragsite.importers.folder import put
from ragsite.importers.merge import Merge


def settle(merge: Merge, rated: frozenset[str], editions: tuple[str, ...], labels: dict[str, str]) -> list[str]:
    """Marks items as added, closed or open again; returns those that the tracker's latest report lacks.

    `rated` are the ids of items that carry ratings; `labels` are those of the reports.
    """
    order = list(merge.order)
    missing: list[str] = []
    for item in sorted(rated, key=list(merge.items).index):
        present = merge.present(item)
        if not present:
            _note_absence(merge, item, editions, labels)
            missing.append(item)
            continue
        _set_added(merge, item, present[0], order, editions)
        if _end(merge, item, present, editions, labels):
            missing.append(item)
        if any(key not in present for key in editions):
            _fill_gaps(merge, item, present, labels)
    return missing


def _set_added(merge: Merge, item: str, first: str, order: list[str], editions: tuple[str, ...]) -> None:
    holder = merge.items[item]
    added = str(holder.get("added") or "")
    if first == order[0]:
        if added and merge.order.get(added, 0) > 0:
            del holder["added"]
    elif added != first and (
        (not added and (item in merge.changes.new or order[0] in editions))
        or merge.order.get(added, -1) > merge.order[first]
    ):
        put(holder, "added", first, kind="items")


def _end(merge: Merge, item: str, present: list[str], editions: tuple[str, ...], labels: dict[str, str]) -> bool:
    """Closes an item in the last report that has it, or opens it again; whether it is missing from this tracker."""
    holder, last = merge.items[item], merge.order[present[-1]]
    later = [key for key, place in merge.order.items() if place > last]
    closed = holder.get("closed")
    was_closed_at = merge.order.get(str(closed.get("report")), -1) if closed else -1
    if closed and was_closed_at >= last:
        return False
    if later and (closed or item in merge.changes.new or set(later) & set(editions)):
        reason = f"Not in the tracker for {labels[later[0]]}."
        put(holder, "closed", {"report": present[-1], "reason": reason}, kind="items")
        merge.changes.closed.append(item)
        return bool(set(later) & set(editions))
    if closed:
        del holder["closed"]
        merge.changes.reopened.append(item)
        _fill_gaps(merge, item, present, labels)
    return False


def _fill_gaps(merge: Merge, item: str, present: list[str], labels: dict[str, str]) -> None:
    first, last = merge.order[present[0]], merge.order[present[-1]]
    gaps = tuple(key for key, place in merge.order.items() if first < place < last and key not in present)
    _note_absence(merge, item, gaps, labels)


def _note_absence(merge: Merge, item: str, reports: tuple[str, ...], labels: dict[str, str]) -> None:
    for key in reports:
        reason = f"Not in the tracker for {labels[key]}."
        merge.add_update(key, item, {"item": item, "rating": {"printed": "", "reason": reason}})

"""When items came and went: what follows from the reports that an item has updates in."""

from ragsite.importers import write
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
        gone = [key for key in editions if merge.order[key] > merge.order[present[-1]]]
        closed = merge.items[item].get("closed")
        if closed and merge.order.get(str(closed.get("report")), -1) < merge.order[present[-1]]:
            _reopen(merge, item, present, labels)
        elif gone and not closed:
            reason = f"Not in the tracker for {labels[gone[0]]}."
            put(merge.items[item], "closed", {"report": present[-1], "reason": reason}, kind="items")
            merge.changes.closed.append(item)
            missing.append(item)
        elif not gone and any(key not in present for key in editions):
            _fill_gaps(merge, item, present, labels)
    return missing


def _set_added(merge: Merge, item: str, first: str, order: list[str], editions: tuple[str, ...]) -> None:
    holder = merge.items[item]
    added = str(holder.get("added") or "")
    if first == order[0]:
        if added and merge.order.get(added, 0) > 0:
            del holder["added"]
    elif added != first and (not added and (item in merge.changes.new or order[0] in editions) or merge.order.get(added, -1) > merge.order[first]):
        put(holder, "added", first, kind="items")


def _reopen(merge: Merge, item: str, present: list[str], labels: dict[str, str]) -> None:
    del merge.items[item]["closed"]
    merge.changes.reopened.append(item)
    _fill_gaps(merge, item, present, labels)


def _fill_gaps(merge: Merge, item: str, present: list[str], labels: dict[str, str]) -> None:
    first, last = merge.order[present[0]], merge.order[present[-1]]
    gaps = tuple(key for key, place in merge.order.items() if first < place < last and key not in present)
    _note_absence(merge, item, gaps, labels)


def _note_absence(merge: Merge, item: str, reports: tuple[str, ...], labels: dict[str, str]) -> None:
    for key in reports:
        reason = f"Not in the tracker for {labels[key]}."
        made = write.value({"item": item, "rating": {"printed": "", "reason": reason}})
        merge.updates[key][item] = made
        merge.folder.reports[key]["updates"].append(made)

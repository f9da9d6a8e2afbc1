"""Due dates that moved, were set or were withdrawn between two reports, with every step, reason and agreement."""

from dataclasses import dataclass
from enum import StrEnum

from ragsite.model.dates import PartialDate
from ragsite.model.items import Item
from ragsite.views.changes.window import Window
from ragsite.views.ledger import Entry, Ledger, ledger


class Sense(StrEnum):
    """What became of a date."""

    LATER = "later"
    EARLIER = "earlier"
    SET = "set"
    WITHDRAWN = "withdrawn"
    BACK = "back"
    UNCLEAR = "unclear"


@dataclass(frozen=True)
class DateChange:
    """One item's due date before and after; `steps` are the entries of its ledger between, oldest first."""

    item: Item
    was: PartialDate | None
    now: PartialDate
    sense: Sense
    steps: tuple[Entry, ...]


def date_changes(window: Window) -> tuple[DateChange, ...]:
    """The changes of all items that were in both reports, in the order of the source."""
    found = (_change(window, ledger(window.plan, item)) for item in window.shared)
    return tuple(change for change in found if change)


def _change(window: Window, dates: Ledger) -> DateChange | None:
    steps = tuple(one for one in dates.entries if one.report and window.holds(one.report.id))
    if not steps or window.before is None:
        return None
    entry = dates.entry_in(window.before)
    was = entry.due if entry else None
    return DateChange(dates.item, was, steps[-1].due, _sense(was, steps), steps)


def _sense(was: PartialDate | None, steps: tuple[Entry, ...]) -> Sense:
    now = steps[-1].due
    if was is None or (not was.is_resolved and steps[-1].moves == 0):
        return Sense.SET
    if was.is_resolved and not now.is_resolved:
        return Sense.WITHDRAWN
    if was.last is None or now.last is None:
        return Sense.UNCLEAR
    if was.last == now.last:
        return Sense.BACK if was.first == now.first else Sense.UNCLEAR
    return Sense.LATER if now.last > was.last else Sense.EARLIER

"""Items that joined, left or were closed, split, merged or renamed; an item is always followed by its id."""

from collections.abc import Iterator
from dataclasses import dataclass

from ragsite.model.items import Item
from ragsite.views.changes.window import Window


@dataclass(frozen=True)
class Closed:
    """An item that a report in between closed; it is still part of that report."""

    item: Item
    reason: str


@dataclass(frozen=True)
class Split:
    """An item whose work goes on as others."""

    item: Item
    into: tuple[Item, ...]


@dataclass(frozen=True)
class Merger:
    """An item whose work goes on within another."""

    item: Item
    into: Item


@dataclass(frozen=True)
class Renaming:
    """An item with its title in the earlier and in the later report."""

    item: Item
    was: str
    now: str


@dataclass(frozen=True)
class TreeChanges:
    """What became of the items themselves, each list in the order of the source."""

    joined: tuple[Item, ...] = ()
    left: tuple[Item, ...] = ()
    closed: tuple[Closed, ...] = ()
    split: tuple[Split, ...] = ()
    merged: tuple[Merger, ...] = ()
    renamed: tuple[Renaming, ...] = ()

    @property
    def is_empty(self) -> bool:
        """True when the items are the same under the same titles."""
        return not any((self.joined, self.left, self.closed, self.split, self.merged, self.renamed))


def tree_changes(window: Window) -> TreeChanges:
    """The items of the earlier report against those of the later one."""
    before, plan = window.before, window.plan
    if before is None:
        return TreeChanges()
    was = {item.id for item in plan.items if plan.is_in(before, item)}
    now = {item.id for item in plan.items if plan.is_in(window.after, item)}
    return TreeChanges(
        joined=tuple(item for item in plan.items if item.id in now - was),
        left=tuple(item for item in plan.items if item.id in was - now),
        closed=tuple(_closed(window, was & now)),
        split=tuple(_split(window, was, now)),
        merged=tuple(_merged(window, was, now)),
        renamed=tuple(_renamed(window, was & now)),
    )


def _closed(window: Window, shared: set[str]) -> Iterator[Closed]:
    for item in window.plan.items:
        if item.closed and item.id in shared and window.holds(item.closed.report):
            yield Closed(item, item.closed.reason or "")


def _split(window: Window, was: set[str], now: set[str]) -> Iterator[Split]:
    """An item counts as split when it goes, or when one of those it is split into joins."""
    for item in window.plan.items:
        into = [window.plan.item_by_id[name] for name in item.split_into if name in window.plan.item_by_id]
        has_joined = any(one.id in now - was for one in into)
        if into and item.id in was and (has_joined or _goes(window, item, was, now)):
            yield Split(item, tuple(into))


def _merged(window: Window, was: set[str], now: set[str]) -> Iterator[Merger]:
    for item in window.plan.items:
        into = window.plan.item_by_id.get(item.merged_into or "")
        if into and item.id in was and _goes(window, item, was, now):
            yield Merger(item, into)


def _goes(window: Window, item: Item, was: set[str], now: set[str]) -> bool:
    is_closed = item.closed is not None and window.holds(item.closed.report)
    return is_closed or item.id in was - now


def _renamed(window: Window, shared: set[str]) -> Iterator[Renaming]:
    """The titles that the two reports know the item by, where they differ."""
    before = window.before
    for item in window.plan.items:
        if before and item.id in shared and item.former_titles:
            was, now = (window.plan.title_in(report, item) for report in (before, window.after))
            if was != now:
                yield Renaming(item, was, now)

"""Ratings that changed: up, down, newly rated, no longer rated; and the counts of the same items on both sides."""

from collections.abc import Iterator
from dataclasses import dataclass

from ragsite.model.facts import Kind
from ragsite.model.items import Item
from ragsite.model.plan import Plan
from ragsite.model.reports import Report
from ragsite.model.scales import Rated
from ragsite.views.changes.window import Window
from ragsite.views.history import Way, compare
from ragsite.views.rollup import Rollup, roll_up_items


@dataclass(frozen=True)
class RatingChange:
    """An item's rating before and after; `reason` is why it changed, as the later report states it."""

    item: Item
    was: Rated
    now: Rated
    reason: str = ""


@dataclass(frozen=True)
class RatingChanges:
    """Every item that was rated or could have been, in the order of the source; each stands in one list only.

    `better`, `worse` and `same` compare two ratings on one scale. `redefined` have a rating on both sides, on
    scales that differ, so that no comparison holds. `untold` have none that could be compared: not rated on
    either side, or no former rating is known.
    """

    better: tuple[RatingChange, ...] = ()
    worse: tuple[RatingChange, ...] = ()
    same: tuple[RatingChange, ...] = ()
    newly_rated: tuple[RatingChange, ...] = ()
    no_longer_rated: tuple[RatingChange, ...] = ()
    redefined: tuple[RatingChange, ...] = ()
    untold: tuple[RatingChange, ...] = ()

    @property
    def compared(self) -> int:
        """The items that have a rating on one and the same scale on both sides."""
        return len(self.better) + len(self.worse) + len(self.same)

    @property
    def total(self) -> int:
        """All items that stand on both sides."""
        lists = (self.newly_rated, self.no_longer_rated, self.redefined, self.untold)
        return self.compared + sum(len(found) for found in lists)

    @property
    def moved(self) -> tuple[RatingChange, ...]:
        """Every change of a rating: worse first, then better, newly rated, no longer rated."""
        return (*self.worse, *self.better, *self.newly_rated, *self.no_longer_rated)

    def of(self, plan: Plan, kind: Kind) -> "RatingChanges":
        """The changes of one kind of item."""
        return RatingChanges(
            **{
                name: tuple(one for one in getattr(self, name) if plan.kind_by_id[one.item.id] is kind)
                for name in _LISTS
            }
        )


_LISTS = ("better", "worse", "same", "newly_rated", "no_longer_rated", "redefined", "untold")


@dataclass(frozen=True)
class LikeForLike:
    """The ratings of the same items in both reports, for one kind of item; each in the scale of its report."""

    kind: Kind
    before: Rollup
    after: Rollup

    @property
    def is_one_scale(self) -> bool:
        """True when the two may be read beside each other, level by level."""
        return self.before.scale.id == self.after.scale.id


def rating_changes(window: Window) -> RatingChanges:
    """The changes of all items that were in both reports."""
    before = window.before
    if before is None:
        return RatingChanges()
    found: dict[str, list[RatingChange]] = {}
    for item in _rated_items(window, before):
        name, change = _change(window.plan, before, window.after, item=item)
        found.setdefault(name, []).append(change)
    return _gathered(found)


def stated_changes(plan: Plan, report: Report) -> RatingChanges:
    """The changes against the former ratings that a first report itself states."""
    found: dict[str, list[RatingChange]] = {}
    scale = plan.scale_of(report)
    for item in plan.items_in(report):
        update, now = plan.update(report, item), plan.rating(report, item)
        if update is None or update.previous is None:
            continue
        was = update.previous.read(scale)
        name = _WAYS[compare(now, was, scale=scale).way]
        found.setdefault(name, []).append(RatingChange(item, was, now, update.rating_reason or ""))
    return _gathered(found)


def like_for_like(window: Window) -> tuple[LikeForLike, ...]:
    """Counts by rating before and after, of the items that stand in both reports; one for each kind of item."""
    if window.before is None:
        return ()
    items = tuple(_rated_items(window, window.before))
    sides = (roll_up_items(window.plan, report, items) for report in (window.before, window.after))
    before, after = ({one.kind.slug: one for one in rollups} for rollups in sides)
    return tuple(LikeForLike(one.kind, one, after[slug]) for slug, one in before.items())


def _rated_items(window: Window, before: Report) -> Iterator[Item]:
    plan = window.plan
    rated = {item.id for report in (before, window.after) for item in plan.items_in(report)}
    return (item for item in window.shared if item.id in rated)


_WAYS = {Way.BETTER: "better", Way.WORSE: "worse", Way.SAME: "same", Way.UNKNOWN: "untold"}


def _change(plan: Plan, before: Report, after: Report, *, item: Item) -> tuple[str, RatingChange]:
    was, now = plan.rating(before, item), plan.rating(after, item)
    update = plan.update(after, item)
    change = RatingChange(item, was, now, update.rating_reason or "" if update else "")
    if was.level is None or now.level is None:
        if was.is_rated == now.is_rated:
            return "untold", change
        return "newly_rated" if now.is_rated else "no_longer_rated", change
    scale = plan.scale_of(after)
    if plan.scale_of(before).id != scale.id:
        return "redefined", change
    return _WAYS[compare(now, was, scale=scale).way], change


def _gathered(found: dict[str, list[RatingChange]]) -> RatingChanges:
    return RatingChanges(**{name: tuple(changes) for name, changes in found.items()})

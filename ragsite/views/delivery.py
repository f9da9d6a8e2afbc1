"""Delivery, kept apart from ratings and measures: is it done, by the status word, the milestones and what is below."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from ragsite.model.facts import Kind
from ragsite.model.items import Item
from ragsite.model.plan import Plan
from ragsite.model.reports import Report
from ragsite.model.scales import Key, Level
from ragsite.views.milestones import Stage, Steps, stage, steps


class Done(StrEnum):
    """Whether something is done; UNTOLD when the source says nothing clear of it."""

    YES = "yes"
    NOT_YET = "not yet"
    UNTOLD = "untold"


@dataclass(frozen=True)
class Said:
    """The status word printed beside an item, and the latest report that prints one."""

    report: Report
    word: str

    @property
    def done(self) -> Done:
        """What the word says, where it is a clear one."""
        found = stage(self.word)
        if found is Stage.PLAIN:
            return Done.UNTOLD
        return Done.YES if found is Stage.DONE else Done.NOT_YET


@dataclass(frozen=True)
class Tally:
    """The items of one kind by whether they are done."""

    kind: Kind
    numbers: dict[Done, int]

    @property
    def total(self) -> int:
        """All items counted."""
        return sum(self.numbers.values())

    @property
    def is_told(self) -> bool:
        """True when the source says something clear of at least one."""
        return self.numbers[Done.UNTOLD] < self.total


@dataclass(frozen=True)
class Claim:
    """What a rating itself claims: that the item is finished, that it is not, or nothing known (None)."""

    report: Report
    level: Level
    is_finished: bool | None


@dataclass(frozen=True)
class Delivery:
    """All that tells whether one item is done; `claim` stands beside the answer and never decides it."""

    item: Item
    said: Said | None
    steps: Steps
    below: tuple[Tally, ...]
    claim: Claim | None

    @property
    def done(self) -> Done:
        """By the status word where it is clear, else by the milestones, else by the items below."""
        if self.said and self.said.done is not Done.UNTOLD:
            return self.said.done
        if self.steps.total:
            return _all_or_none(self.steps.done, self.steps.open, self.steps.total)
        numbers = Counter[Done]()
        for tally in self.below:
            numbers.update(tally.numbers)
        return _all_or_none(numbers[Done.YES], numbers[Done.NOT_YET], numbers.total())


def delivery(plan: Plan, item: Item) -> Delivery:
    """What the reports up to the latest say of an item."""
    return Delivery(
        item=item,
        said=_said(plan, item),
        steps=steps(item),
        below=tally(plan, (one for one in item.walk() if one.id != item.id)),
        claim=_claim(plan, item),
    )


def tally(plan: Plan, items: Iterable[Item]) -> tuple[Tally, ...]:
    """Items by whether they are done, one tally for each kind of which the source says anything clear."""
    grouped: dict[str, Counter[Done]] = {}
    for item in items:
        said, counted = _said(plan, item), steps(item)
        told = said.done if said and said.done is not Done.UNTOLD else None
        done = told or _all_or_none(counted.done, counted.open, counted.total)
        grouped.setdefault(plan.kind_by_id[item.id].slug, Counter())[done] += 1
    found = (
        Tally(kind, {done: grouped[kind.slug][done] for done in Done})
        for kind in plan.facts.structure
        if kind.slug in grouped
    )
    return tuple(one for one in found if one.is_told)


def _said(plan: Plan, item: Item) -> Said | None:
    for report in reversed(plan.reports):
        update = plan.update(report, item)
        if update and update.status:
            return Said(report, update.status)
    return None


def _claim(plan: Plan, item: Item) -> Claim | None:
    """What the last rating of the item claims; None when no report rates it."""
    for report in reversed(plan.reports):
        level = plan.rating(report, item).level
        if level is not None:
            is_lost = plan.scale_of(report).key is Key.LOST
            return Claim(report, level, None if is_lost else level.claims.finished)
    return None


def _all_or_none(done: int, not_yet: int, total: int) -> Done:
    """Done only when all are; one that is clearly not done is enough for the whole."""
    if total and done == total:
        return Done.YES
    return Done.NOT_YET if not_yet else Done.UNTOLD

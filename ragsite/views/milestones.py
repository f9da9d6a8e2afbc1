"""Delivery, kept apart from ratings: the status words of milestones, and how many are marked done."""

from dataclasses import dataclass
from enum import StrEnum

from ragsite.model.items import Item, Milestone


class Stage(StrEnum):
    """How far a status word says that something has got."""

    DONE = "done"
    PROGRESS = "progress"
    TODO = "todo"
    PLAIN = "plain"


_WORDS = {
    Stage.DONE: ("complete", "completed", "done", "achieved", "finished", "closed"),
    Stage.PROGRESS: ("ongoing", "on-going", "in progress", "started", "underway", "under way", "on track"),
    Stage.TODO: ("not started", "not yet started", "to be started", "planned", "outstanding"),
}


@dataclass(frozen=True)
class Delivery:
    """How many of an item's milestones the source marks done, and for how many it gives no status."""

    done: int
    unstated: int
    total: int


def stage(status: str) -> Stage:
    """What a printed status word says; only words that are quite clear are read, all others stay plain."""
    said = " ".join(status.casefold().strip(" .").split())
    return next((stage for stage, words in _WORDS.items() if said in words), Stage.PLAIN)


def delivery(item: Item) -> Delivery:
    """The milestones of one item, counted."""
    return Delivery(
        sum(_is_done(one) for one in item.milestones),
        sum(one.status is None for one in item.milestones),
        len(item.milestones),
    )


def _is_done(milestone: Milestone) -> bool:
    return milestone.status is not None and stage(milestone.status) is Stage.DONE

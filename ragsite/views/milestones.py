"""Milestones: what their status words say, and how many of an item's are marked done, or clearly are not."""

from dataclasses import dataclass
from enum import StrEnum

from ragsite.model.items import Item


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
class Steps:
    """How many of an item's milestones the source marks done, how many it clearly does not, and which say nothing.

    The rest have a status word that is not clear.
    """

    done: int
    open: int
    unstated: int
    total: int


def stage(status: str) -> Stage:
    """What a printed status word says; only words that are quite clear are read, all others stay plain."""
    said = " ".join(status.casefold().strip(" .").split())
    return next((stage for stage, words in _WORDS.items() if said in words), Stage.PLAIN)


def steps(item: Item) -> Steps:
    """The milestones of one item, counted."""
    stages = [stage(one.status) for one in item.milestones if one.status is not None]
    total = len(item.milestones)
    still_open = stages.count(Stage.PROGRESS) + stages.count(Stage.TODO)
    return Steps(stages.count(Stage.DONE), still_open, total - len(stages), total)

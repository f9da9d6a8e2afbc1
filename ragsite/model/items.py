"""The tree of items: recommendations, areas, priorities, actions and success measures."""

from collections.abc import Iterator
from enum import StrEnum

from ragsite.model.base import Date, Id, Passages, Printed, Record, Source, Text
from ragsite.model.facts import Notes
from ragsite.model.release import Withdrawable


class OwnerKind(StrEnum):
    """What an owner does for an item."""

    LEAD = "lead"
    RESPONSIBLE = "responsible"
    OWNER = "owner"


class RefBasis(StrEnum):
    """Whether the reference is printed, follows from the item's place, or does not exist."""

    PRINTED = "printed"
    INFERRED = "inferred"
    NONE = "none"


class Owner(Record):
    """Somebody who answers for an item, by role where the source gives one."""

    role: Text | None = None
    name: Text | None = None
    kind: OwnerKind = OwnerKind.OWNER

    @property
    def label(self) -> str:
        """How the owner is named in public: role and name, whichever there is."""
        return " – ".join(part for part in (self.role, self.name) if part)


class Milestone(Record):
    """A step towards an item, with its own date and status where the source gives them."""

    text: Text
    due: Date | None = None
    status: Text | None = None
    evaluation: Text | None = None
    source: Source | None = None


class FormerTitle(Record):
    """A title that an item had before; `until` is the report in which the next title came."""

    title: Text
    until: Id


class Closing(Record):
    """In which report an item was closed, and why."""

    report: Id
    reason: Text | None = None


class Item(Withdrawable):
    """One node of a plan's tree; `id` is stable for ever, `ref` is what the source prints.

    `renamed_from` holds ids under which it was published before; their addresses lead on to the new one.
    """

    id: Id
    renamed_from: tuple[Id, ...] = ()
    ref: Printed = ""
    ref_basis: RefBasis = RefBasis.PRINTED
    title: Text
    former_titles: tuple[FormerTitle, ...] = ()
    text: Passages = ()
    aim: Passages = ()
    success: Passages = ()
    origin: Text | None = None
    owners: tuple[Owner, ...] = ()
    answers: tuple[Id, ...] = ()
    topics: tuple[Id, ...] = ()
    due: Date | None = None
    milestones: tuple[Milestone, ...] = ()
    added: Id | None = None
    closed: Closing | None = None
    split_into: tuple[Id, ...] = ()
    merged_into: Id | None = None
    missing: bool = False
    source: Source | None = None
    notes: Notes = ()
    items: tuple["Item", ...] = ()

    def walk(self) -> Iterator["Item"]:
        """This item and all below it, in the order of the source."""
        yield self
        for child in self.items:
            yield from child.walk()


class ItemsFile(Record):
    """`items.yml`: the tree of items."""

    items: tuple[Item, ...]

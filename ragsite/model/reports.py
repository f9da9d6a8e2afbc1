"""Reports and updates: what was said of each item in one reporting period."""

from decimal import Decimal
from enum import StrEnum
from functools import cached_property

from pydantic import model_validator

from ragsite.model.base import Date, Id, Passages, Printed, Record, Source, Text
from ragsite.model.facts import Notes, Section
from ragsite.model.release import Timed, Withdrawable
from ragsite.model.scales import RatingField
from ragsite.problems import Unacceptable


class DateBasis(StrEnum):
    """Whether a report's date is printed, inferred from its text, or not stated at all."""

    PRINTED = "printed"
    INFERRED = "inferred"
    NOT_STATED = "not stated"


class StatementKind(StrEnum):
    """What a stated figure is."""

    COUNT = "count"
    AVERAGE = "average"
    SHARE = "share"


class StatedPeriod(StrEnum):
    """Which column of the document a stated figure stands in."""

    CURRENT = "current"
    PREVIOUS = "previous"


class AsAt(Record):
    """The date that a report speaks of, and how it is known."""

    date: Date | None = None
    basis: DateBasis = DateBasis.PRINTED
    note: Text | None = None

    @model_validator(mode="after")
    def _date_agrees_with_basis(self) -> "AsAt":
        if (self.date is None) != (self.basis is DateBasis.NOT_STATED):
            raise Unacceptable(
                "The report's date and its basis do not agree.",
                allowed="A date goes with basis printed or inferred; “not stated” goes without a date.",
            )
        return self


class Statement(Record):
    """A total, average or share that the document itself states, right or wrong."""

    id: Id
    kind: StatementKind
    label: Text
    level: Id | None = None
    item: Id | None = None
    period: StatedPeriod = StatedPeriod.CURRENT
    value: Decimal | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    unit: Text | None = None
    printed: Printed
    source: Source | None = None
    notes: Notes = ()


class DateMove(Record):
    """A due date that changed in a report."""

    date: Date
    reason: Text | None = None
    agreed_by: Text | None = None


class Update(Timed):
    """What one report says of one item."""

    item: Id
    rating: RatingField | None = None
    previous: RatingField | None = None
    status: Text | None = None
    developments: Passages = ()
    key_risks: Passages = ()
    progress: Passages = ()
    next_steps: Passages = ()
    risks: Passages = ()
    evaluation: Passages = ()
    decision: Passages = ()
    evidence: tuple[Id, ...] = ()
    due: DateMove | None = None
    rating_reason: Text | None = None
    source: Source | None = None
    notes: Notes = ()


class Correction(Record):
    """A mistake of this site that was mended after a report had been published: when, and what was wrong.

    `was` and `now` are the words or figures before and after, as readers met them.
    """

    date: Date
    text: Text
    was: Text | None = None
    now: Text | None = None
    item: Id | None = None


class Report(Withdrawable):
    """One edition of a plan's progress, frozen once published."""

    id: Id
    label: Text
    sequence: int | None = None
    as_at: AsAt
    published: Date | None = None
    scale: Id
    summary: Passages = ()
    key_developments: Passages = ()
    key_risks: Passages = ()
    sections: tuple[Section, ...] = ()
    statements: tuple[Statement, ...] = ()
    corrections: tuple[Correction, ...] = ()
    notes: Notes = ()
    updates: tuple[Update, ...] = ()

    @cached_property
    def update_by_item(self) -> dict[str, Update]:
        """Updates by the id of their item."""
        return {update.item: update for update in self.updates}

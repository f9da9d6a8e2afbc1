"""When a record may be published: at once, from a moment on, in parts, never, or no more."""

from dataclasses import dataclass
from typing import Self

from pydantic import Field, model_validator

from ragsite.model.base import Date, Id, Printed, Record, Text
from ragsite.model.moments import MomentField
from ragsite.problems import Unacceptable, did_you_mean, listing

_WHOLE = frozenset({"place", "id", "item", "items", "updates", "as_at", "scale", "rating", "publish", "ref", "kind"})
"""Fields that stand or go with their record."""
ALONE = "To keep all of it back, write “publish_from” without “embargoes”."


class FieldEmbargo(Record):
    """Fields of a record that are published later than the record itself."""

    fields: tuple[Printed, ...] = Field(min_length=1)
    publish_from: MomentField


class Timed(Record):
    """A record that may have to wait: `publish: false` keeps it out, `publish_from` until that moment."""

    publish: bool = True
    publish_from: MomentField | None = None
    embargoes: tuple[FieldEmbargo, ...] = ()

    @model_validator(mode="after")
    def _fields_can_wait(self) -> Self:
        if not self.embargoes:
            return self
        known = [name for name, field in type(self).model_fields.items() if not field.is_required()]
        own = frozenset({*_WHOLE, *Timed.model_fields, *Withdrawable.model_fields})
        can_wait = sorted(set(known) - own)
        for name in (name for embargo in self.embargoes for name in embargo.fields):
            if name not in can_wait:
                raise Unacceptable(
                    f"“{name}” cannot be published later than the rest.",
                    allowed=f"These can: {listing(can_wait, joiner='and', most=40)}.",
                    fix=(name not in type(self).model_fields and did_you_mean(name, can_wait)) or ALONE,
                    key="embargoes",
                )
        return self


class Withdrawal(Record):
    """Why something that was published is published no more, and since when."""

    date: Date
    reason: Text


class Withdrawable(Timed):
    """A record with an address of its own, which tells of its withdrawal."""

    withdrawn: Withdrawal | None = None


class Hold(Record):
    """A time before an election, say, in which nothing new is published; readers are told the reason.

    New is what came after the day `new_since`, and in a plan that `after` names (`plan/report`) what came after that
    report. Without `plans` it holds all plans.
    """

    begins: MomentField
    until: MomentField
    reason: Text
    new_since: MomentField | None = None
    after: tuple[Printed, ...] = ()
    plans: tuple[Id, ...] = ()

    def covers(self, plan_id: str) -> bool:
        """True where it holds this plan."""
        return not self.plans or plan_id in self.plans

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Self:
        if self.until.at <= self.begins.at:
            fix = "Write the later moment after “until”."
            raise Unacceptable("The hold ends before it begins.", fix=fix, key="until")
        return self


@dataclass(frozen=True)
class Gone:
    """Something withdrawn, as readers may know it: what it was, its ids and title, when it went and why."""

    kind: str
    id: str
    title: str
    withdrawal: Withdrawal
    former_ids: tuple[str, ...] = ()

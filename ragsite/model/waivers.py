"""Waivers: findings that somebody accepts for a time, and says why."""

from pydantic import model_validator

from ragsite.model.base import Date, Id, Record, Text
from ragsite.problems import Unacceptable

PLACES = ("item", "report", "measure", "evidence", "file")
"""The keys that say which findings a waiver covers; where several are given, all must fit."""


class Waiver(Record):
    """Findings under one code, in one place, that are told but do not fail until a day.

    `by` is the role of whoever accepts them. `file` is a name in the plan's folder, such as `plan.yml`. With a
    `quote`, only what is found on these very words of a text is covered.
    """

    code: Text
    item: Id | None = None
    report: Id | None = None
    measure: Id | None = None
    evidence: Id | None = None
    file: Text | None = None
    quote: Text | None = None
    because: Text
    by: Text
    until: Date

    @model_validator(mode="after")
    def _says_where_and_until_when(self) -> "Waiver":
        if not any(getattr(self, key) for key in PLACES):
            raise Unacceptable(
                f"The waiver for {self.code} does not say what it covers.",
                allowed="It covers an item, a report, a measure, a piece of evidence or a file of the plan.",
                fix="Add “item:”, “report:”, “measure:”, “evidence:” or “file:”.",
            )
        if not self.until.is_resolved:
            raise Unacceptable(
                f"It is not clear when the waiver ends: {self.until.label}.",
                allowed="A waiver ends on a date that can be placed.",
                fix="Write one clear date, such as 2027-03-31.",
                key="until",
            )
        return self


class WaiversFile(Record):
    """`waivers.yml`: the waivers."""

    waivers: tuple[Waiver, ...]

"""Rating scales: what each level is called, what it means and claims, and how a printed value is read."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Annotated

from pydantic import Field

from ragsite.model.base import Id, Passages, Printed, Record, Shorthand, Source, Text


class Tone(StrEnum):
    """The family of colour and shape in which a level is shown; never a judgement of its own."""

    RED = "red"
    AMBER_RED = "amber-red"
    AMBER = "amber"
    AMBER_GREEN = "amber-green"
    GREEN = "green"
    COMPLETE = "complete"


class Tones(StrEnum):
    """Where the tones come from: printed by the source, or assigned by this site."""

    PRINTED = "printed"
    ASSIGNED = "assigned"


class Key(StrEnum):
    """Whether the source gives the meaning of its levels."""

    PRINTED = "printed"
    LOST = "lost"


class Basis(StrEnum):
    """What a rating rests on: a printed cell, the prose, or an inference."""

    PRINTED = "printed"
    NARRATIVE = "narrative"
    INFERRED = "inferred"


class Claims(Record):
    """What a scale's own key says of every item at a level."""

    on_time: bool = False
    finished: bool = False
    needs_evidence: bool = False
    removable: bool = False


class Level(Record):
    """One level of a scale, with its own label and meaning."""

    id: Id
    label: Text
    name: Text | None = None
    printed: tuple[Printed, ...] = ()
    tone: Tone
    meaning: Text | None = None
    claims: Claims = Claims()

    @property
    def full_label(self) -> str:
        """The label with the few words that explain it: `3: on track`."""
        return f"{self.label}: {self.name}" if self.name else self.label


class Unrated(Record):
    """A printed value that is not a rating, and why."""

    printed: Printed
    reason: Text


class Scale(Record):
    """One version of a plan's rating scale; `levels` run from the worst to the best."""

    id: Id
    title: Text
    tones: Tones
    key: Key
    note: Text | None = None
    source: Source | None = None
    levels: tuple[Level, ...] = Field(min_length=1)
    unrated: tuple[Unrated, ...] = ()
    notes: Passages = ()

    @cached_property
    def level_by_id(self) -> dict[str, Level]:
        """Levels by id."""
        return {level.id: level for level in self.levels}

    @cached_property
    def _level_by_print(self) -> dict[str, Level]:
        return {
            printed.strip().casefold(): level
            for level in self.levels
            for printed in (level.label, *level.printed)
        }

    @cached_property
    def _rank_by_id(self) -> dict[str, int]:
        return {level.id: rank for rank, level in enumerate(self.levels, start=1)}

    @cached_property
    def _reason_by_print(self) -> dict[str, str]:
        return {unrated.printed.strip().casefold(): unrated.reason for unrated in self.unrated}

    def rank(self, level: Level) -> int:
        """The level's place from the worst, which is 1."""
        return self._rank_by_id[level.id]

    def reads(self, printed: str) -> Level | str | None:
        """The level that a printed value means, or the reason why it is no rating, or None when unknown."""
        key = printed.strip().casefold()
        return self._level_by_print.get(key) or self._reason_by_print.get(key)


class Rating(Record):
    """A rating as a report gives it: what is printed, or what the prose says where the cell is silent."""

    printed: Printed = ""
    level: Id | None = None
    basis: Basis = Basis.PRINTED
    reason: Text | None = None
    source: Source | None = None

    def read(self, scale: Scale) -> "Rated":
        """This rating in the terms of `scale`; a value the scale does not know reads as not rated."""
        if self.level is not None:
            return Rated(scale.level_by_id.get(self.level), self.printed, self.basis, self.reason or "")
        known = scale.reads(self.printed)
        if isinstance(known, Level):
            return Rated(known, self.printed, self.basis, self.reason or "")
        return Rated(None, self.printed, self.basis, self.reason or known or "")


RatingField = Annotated[Rating, Shorthand("printed")]


@dataclass(frozen=True, slots=True)
class Rated:
    """A rating read by its scale; `level` is None when not rated, and `reason` then says why."""

    level: Level | None
    printed: str
    basis: Basis
    reason: str

    @property
    def is_rated(self) -> bool:
        """True when a level is known."""
        return self.level is not None

"""The evidence register: what each source shows, and what it does not."""

from enum import StrEnum

from ragsite.model.base import Date, Id, Link, Record, Source, Text
from ragsite.model.facts import Notes
from ragsite.model.release import Timed


class EvidenceKind(StrEnum):
    """What kind of thing a piece of evidence is."""

    AUDIT = "audit"
    PERFORMANCE_DATA = "performance data"
    INSPECTION = "inspection"
    MINUTES = "minutes"
    SURVEY = "survey"
    DOCUMENT = "document"
    CASE_STUDY = "case study"
    REVIEW = "review"
    TRAINING_RECORD = "training record"
    OTHER = "other"


class Evidence(Timed):
    """One entry of the register; `items` are those it supports beyond the updates that name it."""

    id: Id
    title: Text
    kind: EvidenceKind
    date: Date | None = None
    shows: Text | None = None
    does_not_show: Text | None = None
    held_by: Text | None = None
    link: Link | None = None
    items: tuple[Id, ...] = ()
    source: Source | None = None
    notes: Notes = ()


class EvidenceFile(Record):
    """`evidence.yml`: the register."""

    evidence: tuple[Evidence, ...]

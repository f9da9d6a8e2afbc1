"""What a plan is: its facts, its governance, the levels of its tree and where it comes from."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from ragsite.model.base import Date, Id, Link, Passages, Record, Shorthand, Source, Text
from ragsite.model.scales import Scale


class Status(StrEnum):
    """Whether further reports are expected."""

    ACTIVE = "active"
    CLOSED = "closed"


class Owners(StrEnum):
    """How the people who answer for an item are shown."""

    ROLES = "roles"
    NAMES = "names"


class DataNote(Record):
    """An oddity met in the source, told to the reader."""

    text: Text
    source: Source | None = None


Notes = tuple[Annotated[DataNote, Shorthand("text")], ...]


class Period(Record):
    """The life of a plan."""

    start: Date | None = None
    end: Date | None = None
    note: Text | None = None


class Inspection(Record):
    """The inspection that the plan answers."""

    body: Text | None = None
    name: Text | None = None
    date: Date | None = None
    judgement: Text | None = None
    link: Link | None = None
    source: Source | None = None
    notes: Notes = ()


class Governance(Record):
    """Who oversees the plan, in roles."""

    board: Text | None = None
    chair: Text | None = None
    frequency: Text | None = None
    scrutiny: Text | None = None
    source: Source | None = None
    notes: Notes = ()


class Kind(Record):
    """One level of the tree of items, such as Priority or Action."""

    kind: Text
    plural: Text
    rated: bool = True

    @property
    def slug(self) -> str:
        """The kind in lower case with hyphens: `success-measure`."""
        return "-".join(self.kind.lower().split())


class InspectionRecommendation(Record):
    """A recommendation of the inspection that items answer; without text where the source gives none."""

    id: Id
    ref: Text
    text: Text | None = None
    source: Source | None = None
    notes: Notes = ()


class SourceDocument(Record):
    """A public document that the plan's content restates."""

    id: Id
    title: Text
    publisher: Text
    kind: Text | None = None
    date: Date | None = None
    link: Link | None = None
    extract: Text | None = None
    licence: Text = "Open Government Licence v3.0"
    note: Text | None = None


class NextReport(Record):
    """When the next report is expected."""

    due: Date
    note: Text | None = None


class Section(Record):
    """A titled piece of narrative."""

    title: Text
    text: Passages
    source: Source | None = None


class PlanFacts(Record):
    """`plan.yml`: what the plan is."""

    id: Id
    title: Text
    short_title: Text
    organisation: Text
    document: Text
    status: Status
    summary: Text
    period: Period = Period()
    inspection: Inspection | None = None
    governance: Governance | None = None
    owners: Owners = Owners.ROLES
    needs_approval: bool = False
    structure: tuple[Kind, ...] = Field(min_length=1)
    scales: tuple[Scale, ...] = Field(min_length=1)
    inspection_recommendations: tuple[InspectionRecommendation, ...] = ()
    sources: tuple[SourceDocument, ...] = Field(min_length=1)
    next_report: NextReport | None = None
    background: tuple[Section, ...] = ()
    notes: Notes = ()

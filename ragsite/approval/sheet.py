"""What an approval sheet holds: for each plan the things that differ, each with what it said and what it would say."""

from dataclasses import dataclass
from enum import StrEnum

from ragsite.problems import Finding


class State(StrEnum):
    """Whether a thing is on the public site before and after the change."""

    NEW = "new"
    GONE = "gone"
    CHANGED = "changed"


class Aspect(StrEnum):
    """What a difference is about."""

    RATING = "rating"
    DATE = "date"
    WORDS = "words"
    MEASURE = "measure"
    EVIDENCE = "evidence"
    FACT = "fact"


@dataclass(frozen=True)
class Difference:
    """One thing that would read differently: `what` it is, what `was` said and what would be said `now`.

    `report` is the label of the report that says it, empty for what belongs to no report. `note` holds what a
    reader must know beside it: which way a rating moved, why a date moved and who agreed.
    """

    aspect: Aspect
    what: str
    was: tuple[str, ...] = ()
    now: tuple[str, ...] = ()
    report: str = ""
    note: str = ""

    @property
    def added(self) -> tuple[str, ...]:
        """The words that were not there before."""
        return tuple(text for text in self.now if text not in self.was)

    @property
    def gone(self) -> tuple[str, ...]:
        """The words that are there no more."""
        return tuple(text for text in self.was if text not in self.now)


@dataclass(frozen=True)
class Subject:
    """An item, report, measure, piece of evidence or other thing that differs, with all its differences."""

    title: str
    state: State
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True)
class Group:
    """The subjects of one kind: reports, items, measures, evidence."""

    title: str
    subjects: tuple[Subject, ...]


@dataclass(frozen=True)
class PlanSheet:
    """What would change in one plan, or (with an empty id) in what all plans share.

    `remarks` are sentences on the whole, such as how many ratings stay as they were.
    """

    id: str
    name: str
    state: State
    remarks: tuple[str, ...]
    groups: tuple[Group, ...]

    @property
    def subjects(self) -> tuple[Subject, ...]:
        """All subjects, of whatever kind."""
        return tuple(subject for group in self.groups for subject in group.subjects)


@dataclass(frozen=True)
class Sheet:
    """The whole sheet. `since` says what the working content is compared with; `held` what stays unpublished."""

    site: str
    since: str
    plans: tuple[PlanSheet, ...]
    new_findings: tuple[Finding, ...] = ()
    gone_findings: tuple[Finding, ...] = ()
    held: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """True when nothing at all would be published otherwise."""
        return not self.plans

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The new findings that would stop the site from being published."""
        return tuple(finding for finding in self.new_findings if finding.is_error)

    def count(self, aspect: Aspect) -> int:
        """How many differences are about one thing."""
        found = (one for plan in self.plans for subject in plan.subjects for one in subject.differences)
        return sum(one.aspect is aspect for one in found)

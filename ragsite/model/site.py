"""The whole site: its settings, its plans, and the words and themes that they share."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Any

from pydantic import BeforeValidator, ConfigDict, WithJsonSchema

from ragsite.colour import unfit
from ragsite.model.base import Date, Id, Link, Passages, Record, Shorthand, Text
from ragsite.model.plan import Plan
from ragsite.model.release import Hold
from ragsite.problems import Unacceptable

OGL_NAME = "Open Government Licence v3.0"
OGL_LINK = "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"


class Contact(Record):
    """Whom readers can turn to; the only contact details on the site."""

    name: Text
    text: Text | None = None
    email: Text | None = None
    telephone: Text | None = None
    address: Text | None = None
    link: Link | None = None


class Licence(Record):
    """The licence of the published content."""

    name: Text = OGL_NAME
    link: Link = OGL_LINK


def _readable(value: Any) -> Any:
    problem = unfit(value) if isinstance(value, str) else None
    if problem:
        raise Unacceptable(problem[0], fix=problem[1], code="Y210")
    return value


BrandColour = Annotated[str, BeforeValidator(_readable), WithJsonSchema({"type": "string"})]
"""A colour as `#rrggbb` that is dark enough for white words."""


class Brand(Record):
    """What a council may set of the look; rating colours are not among it.

    `crest` is the name of an SVG or PNG file beside `site.yml`.
    """

    colour: BrandColour | None = None
    crest: Text | None = None

    @property
    def crest_address(self) -> str | None:
        """Where the site publishes the crest; None without one."""
        return f"/assets/{self.crest}" if self.crest else None


class RuleLevel(StrEnum):
    """How much the findings of a rule matter on this site."""

    OFF = "off"
    WARNING = "warning"
    ERROR = "error"


class RuleSetting(Record):
    """How one rule is set; every further key is one of its thresholds, a whole number."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, int]

    severity: RuleLevel | None = None

    @property
    def thresholds(self) -> dict[str, int]:
        """The thresholds that are set, by name."""
        return dict(self.__pydantic_extra__)


class Checks(Record):
    """Settings of rules, by code."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, Annotated[RuleSetting, Shorthand("severity")]]

    @property
    def by_code(self) -> dict[str, RuleSetting]:
        """The setting of each rule that is set."""
        return dict(self.__pydantic_extra__)


class Settings(Record):
    """`site.yml`: name, publisher, contact, licence and base settings."""

    title: Text
    tagline: Text
    publisher: Text
    description: Text
    url: Link | None = None
    contact: Contact
    licence: Licence = Licence()
    brand: Brand = Brand()
    about: Passages = ()
    disclosure_threshold: int = 5
    hold: Hold | None = None
    checks: Checks = Checks()


class Topic(Record):
    """A theme that cuts across plans."""

    id: Id
    title: Text
    summary: Text


class TopicsFile(Record):
    """`topics.yml`: the themes."""

    topics: tuple[Topic, ...] = ()


class Term(Record):
    """An acronym or term of art; with `plan`, its meaning in that plan only."""

    term: Text
    expansion: Text | None = None
    meaning: Text | None = None
    note: Text | None = None
    plan: Id | None = None


class GlossaryFile(Record):
    """`glossary.yml`: the words."""

    terms: tuple[Term, ...] = ()


class Compliance(StrEnum):
    """How far the site meets the accessibility standard."""

    FULL = "full"
    PARTIAL = "partial"
    NONE = "none"
    NOT_ASSESSED = "not assessed"


class Barrier(Record):
    """A known part of the site that some people cannot use."""

    text: Text
    criterion: Text | None = None
    fix: Text | None = None


class AccessibilityFile(Record):
    """`accessibility.yml`: the facts of the accessibility statement."""

    website: Text
    run_by: Text
    can_do: tuple[Text, ...]
    barriers: tuple[Barrier, ...] = ()
    feedback: Passages
    response_days: int
    enforcement: Passages
    compliance: Compliance
    standard: Text
    tested: Passages
    not_tested: Passages = ()
    burden: Passages = ()
    out_of_scope: Passages = ()
    improving: Passages = ()
    prepared: Date
    reviewed: Date
    tested_on: Date


@dataclass(frozen=True)
class Site:
    """Everything in the content folder, typed; plans in order of their id."""

    settings: Settings
    plans: tuple[Plan, ...] = ()
    topics: tuple[Topic, ...] = ()
    terms: tuple[Term, ...] = ()
    accessibility: AccessibilityFile | None = None
    crest: bytes | None = None

    @cached_property
    def plan_by_id(self) -> dict[str, Plan]:
        """Plans by id."""
        return {plan.id: plan for plan in self.plans}

    @cached_property
    def topic_by_id(self) -> dict[str, Topic]:
        """Topics by id."""
        return {topic.id: topic for topic in self.topics}

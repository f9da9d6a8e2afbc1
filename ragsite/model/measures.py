"""Measures and observations: what is counted, against what target, and what was found."""

from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from ragsite.model.base import Date, Id, Printed, Record, Source, Text
from ragsite.model.facts import Notes
from ragsite.model.release import Withdrawable


class Polarity(StrEnum):
    """Which way is better."""

    HIGHER = "higher"
    LOWER = "lower"
    NEITHER = "neither"
    NOT_STATED = "not stated"


class PolarityBasis(StrEnum):
    """Whether the source states the polarity."""

    PRINTED = "printed"
    INFERRED = "inferred"


class ComparatorKind(StrEnum):
    """What a measure is compared with."""

    NATIONAL = "national"
    REGION = "region"
    NEIGHBOURS = "statistical-neighbours"
    COUNCIL = "council"
    RANK = "rank"
    OTHER = "other"


class ObservationStatus(StrEnum):
    """How sure a value is, or why there is none."""

    FINAL = ""
    PROVISIONAL = "provisional"
    REVISED = "revised"
    BEING_CHECKED = "being-checked"
    SUPPRESSED = "suppressed"
    NOT_AVAILABLE = "not-available"
    NOT_APPLICABLE = "not-applicable"
    WORDS = "words"


class Baseline(Record):
    """The value from which a measure started."""

    value: Decimal | None = None
    words: Text | None = None
    period: Date | None = None
    printed: Printed = ""
    note: Text | None = None


class Target(Record):
    """A value, or words, to be reached; `by` is the date where one is stated."""

    by: Date | None = None
    value: Decimal | None = None
    words: Text | None = None
    series: Text | None = None
    printed: Printed = ""
    note: Text | None = None


class Comparator(Record):
    """What others reached."""

    name: Text
    kind: ComparatorKind
    value: Decimal | None = None
    words: Text | None = None
    period: Date | None = None
    printed: Printed = ""
    note: Text | None = None


class AsPrinted(Record):
    """Why the small counts of a measure are published as the source prints them, and who decided it.

    `published_in` names the public paper in which they stand already; `by` is a role.
    """

    because: Text
    by: Text
    published_in: Text


class Disclosure(Record):
    """How counts of people in a measure are protected, where that does not follow from its unit and the site.

    `threshold` may only be higher than the site's. `people` says whether the numbers count people. `total_of`
    are the measures that this one is the sum of, and `share_of` is the one whose values are the whole of it.
    """

    threshold: Annotated[int, Field(ge=1)] | None = None
    people: bool | None = None
    total_of: tuple[Id, ...] = ()
    share_of: Id | None = None
    publish_as_printed: AsPrinted | None = None


class Measure(Withdrawable):
    """Something counted or measured over time."""

    id: Id
    name: Text
    items: tuple[Id, ...] = ()
    unit: Text
    decimals: int | None = None
    polarity: Polarity = Polarity.NOT_STATED
    polarity_basis: PolarityBasis = PolarityBasis.INFERRED
    definition: Text | None = None
    baseline: Baseline | None = None
    targets: tuple[Target, ...] = ()
    comparators: tuple[Comparator, ...] = ()
    disclosure: Disclosure = Disclosure()
    source: Source | None = None
    notes: Notes = ()


class MeasuresFile(Record):
    """`measures.yml`: what each measure is."""

    measures: tuple[Measure, ...]


class Observation(Record):
    """One row of `observations.csv`: a value of a measure, or why there is none."""

    measure: Id
    period: Date | None = None
    series: Text | None = None
    value: Decimal | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    status: ObservationStatus = ObservationStatus.FINAL
    as_printed: Printed = ""
    note: Text | None = None
    source: Source | None = None

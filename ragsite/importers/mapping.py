"""The mapping: a short file that says what is what in a tracker, and is used again next month."""

from pathlib import Path
from typing import Annotated

from pydantic import BeforeValidator, ConfigDict

from ragsite.content.reader import read_record
from ragsite.importers.fields import FIELDS
from ragsite.model.base import Date, Id, Printed, Record, Shorthand, Text
from ragsite.model.scales import Tone
from ragsite.problems import ContentError, Finding, Location, Severity

Names = Annotated[tuple[Text, ...], BeforeValidator(lambda value: [value] if isinstance(value, str) else value)]
"""Headers of columns; one text may stand for a list of one. Two columns with one header are both meant."""


class Words(Record):
    """What each word (a header, a printed value, a colour) stands for."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, Text]

    @property
    def by_word(self) -> dict[str, str]:
        """The words and what they stand for."""
        return dict(self.__pydantic_extra__)


class Columns(Record):
    """Which column, or columns, each field is read from."""

    id: Names = ()
    ref: Names = ()
    title: Names = ()
    text: Names = ()
    aim: Names = ()
    success: Names = ()
    origin: Names = ()
    owner: Names = ()
    lead: Names = ()
    responsible: Names = ()
    role: Names = ()
    due: Names = ()
    due_reason: Names = ()
    due_agreed_by: Names = ()
    rating: Names = ()
    previous: Names = ()
    rating_reason: Names = ()
    status: Names = ()
    progress: Names = ()
    developments: Names = ()
    key_risks: Names = ()
    next_steps: Names = ()
    risks: Names = ()
    evaluation: Names = ()
    decision: Names = ()
    evidence: Names = ()
    note: Names = ()

    @property
    def used(self) -> dict[str, tuple[str, ...]]:
        """The fields that have a column, in the order of the format."""
        return {field: names for field in FIELDS if (names := getattr(self, field))}


class ReportSpec(Record):
    """One report: its id, its date if it has one, and the columns that speak of it alone."""

    id: Id
    label: Text | None = None
    date: Date | None = None
    published: Date | None = None
    rating: Names = ()
    columns: Columns = Columns()


class LevelSpec(Record):
    """One level of a scale that the plan does not have yet; without a tone, its label must say its colour."""

    label: Text
    id: Id | None = None
    tone: Tone | None = None
    printed: tuple[Printed, ...] = ()
    meaning: Text | None = None


class ScaleSpec(Record):
    """The scale that the ratings are read by: the id of one that the plan has, or a new one with its levels."""

    id: Id
    title: Text | None = None
    levels: tuple[Annotated[LevelSpec, Shorthand("label")], ...] = ()


class ParentSpec(Record):
    """A column that names a level above the items, and what that level is called."""

    column: Text
    kind: Text | None = None


class Mapping(Record):
    """What is what in a tracker."""

    plan: Id | None = None
    title: Text | None = None
    organisation: Text | None = None
    sheets: Names = ()
    header: Text | None = None
    transposed: bool = False
    kind: Text | None = None
    parents: tuple[Annotated[ParentSpec, Shorthand("column")], ...] = ()
    sections: Text | None = None
    report: Annotated[ReportSpec, Shorthand("id")] | None = None
    reports: tuple[Annotated[ReportSpec, Shorthand("id")], ...] = ()
    columns: Columns
    ignore: Names = ()
    scale: Annotated[ScaleSpec, Shorthand("id")] | None = None
    ratings: Words = Words()
    colours: Words = Words()
    dates: Words = Words()
    split: Words = Words()

    @property
    def editions(self) -> tuple[ReportSpec, ...]:
        """The reports that the mapping names, in its order; none where the command or the file must say."""
        return self.reports or ((self.report,) if self.report else ())

    @property
    def rating_columns(self) -> tuple[str, ...]:
        """The headers that ratings are read from."""
        named = [name for one in self.editions for name in (*one.rating, *one.columns.rating)]
        return tuple(dict.fromkeys(named)) or self.columns.rating

    @property
    def wanted(self) -> tuple[str, ...]:
        """Every header that the mapping names, each once."""
        sets = (self.columns, *(one.columns for one in self.editions))
        named = [name for columns in sets for names in columns.used.values() for name in names]
        ratings = [name for one in self.editions for name in one.rating]
        return tuple(dict.fromkeys((*named, *ratings, *(parent.column for parent in self.parents), *self.ignore)))


def load_mapping(path: Path) -> Mapping:
    """The mapping in a file; ContentError with every problem in it."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        message = f"The mapping “{path}” cannot be opened: {error.strerror}."
        raise ContentError([_problem(path, message, "Check its name.")]) from None
    return parse_mapping(path.as_posix(), raw)


def parse_mapping(path: str, raw: bytes) -> Mapping:
    """The mapping in the bytes of a file; ContentError with every problem in it."""
    read = read_record(path, raw, Mapping)
    if read.model is None or read.findings:
        raise ContentError(read.findings or [_problem(path, "The mapping is empty.", "Say what is what in it.")])
    if not (read.model.columns.title or read.model.columns.text or read.model.columns.id):
        message = "The mapping names no column for the title or the id of an item."
        raise ContentError([_problem(path, message, "Add “title:” with the header of a column under “columns:”.")])
    return read.model


def _problem(path: Path | str, message: str, fix: str) -> Finding:
    return Finding("Y106", Severity.ERROR, Location(str(path)), message, fix)

"""What an import has to tell: one remark for each thing that a person should know, with its place."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from ragsite.refusal import Refused


class About(StrEnum):
    """What a remark is about; the order is the order of the report, and each value is a heading there."""

    QUESTION = "Questions for you"
    CONFLICT = "Conflicts"
    RATING = "Ratings that are not known"
    UNRATED = "Not rated, with the words kept"
    COLOUR = "Ratings read from colours"
    DATE = "Dates to look at"
    ERROR = "Spreadsheet errors"
    FORMULA = "Formulas without a value"
    CELL = "Cells not understood"
    COMMENT = "Comments on cells, not published"
    PRIVATE = "Personal details left out"
    TITLE = "Titles to look at"
    MATCH = "Rows matched to items"
    SKIPPED = "Rows skipped"
    JOINED = "Rows joined to the row above"
    HIDDEN = "Hidden rows and columns, included"
    SHEET = "Sheets and tables not read"
    UNMAPPED = "Columns not used"
    FILE = "About the file"
    PROPOSED = "The mapping that was proposed, and why"
    FILL_IN = "Places to fill in"


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing told: `where` is an address in the tracker (`Updates!F14`) or in a file; may be empty."""

    about: About
    text: str
    where: str = ""


class ImportProblem(Refused):
    """A file that cannot be imported: what was found and what to do, in whole sentences."""

    def __init__(self, found: str, fix: str) -> None:
        super().__init__(f"{found} {fix}")
        self.found = found
        self.fix = fix


def grouped(remarks: Iterable[Remark]) -> dict[About, tuple[Remark, ...]]:
    """Remarks by what they are about, in the order of the report, without repeats."""
    known = tuple(dict.fromkeys(remarks))
    return {about: found for about in About if (found := tuple(one for one in known if one.about is about))}

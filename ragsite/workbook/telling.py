"""What the import of a workbook says of itself."""

from collections import Counter

from ragsite.figures import plural, words
from ragsite.workbook.book import Entry
from ragsite.workbook.carry import Brought
from ragsite.workbook.merge import Change

_COUNTED = {
    Entry.RATING: ("rating", "ratings"),
    Entry.DATE: ("date", "dates"),
    Entry.PERIOD: ("period", "periods"),
    Entry.TEXT: ("remark", "remarks"),
    Entry.PASSAGES: ("text", "texts"),
    Entry.EVIDENCE: ("list of evidence", "lists of evidence"),
    Entry.NUMBER: ("figure", "figures"),
    Entry.STATUS: ("status", "statuses"),
}


def told(brought: Brought) -> str:
    """How many of each kind changed, then each change with its cell."""
    if not brought.changes:
        return "The workbook says what the content says already. Nothing was changed.\n"
    files = words([path.as_posix() for path in brought.written])
    lines = [f"Changed {_counts(brought.changes)}. Wrote {files}.", *(f"  {one.words}" for one in brought.changes)]
    return "\n".join([*lines, "“ragsite check” reads it all again; “ragsite diff” tells what it would publish."]) + "\n"


def _counts(found: tuple[Change, ...]) -> str:
    numbers = Counter(change.column.entry for change in found)
    return words([plural(numbers[entry], *_COUNTED[entry]) for entry in Entry if numbers[entry]])

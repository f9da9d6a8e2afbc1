"""How the width of a page is shared among the columns of a table: by what they hold, the same in every format."""

from collections.abc import Iterator, Sequence
from functools import cache
from math import ceil

from ragsite.exporters.look import text_width
from ragsite.pack.document import Cell, Line, Listing, Mark, Paragraph, Table, text_of

WHOLE = 1000
UPRIGHT, ACROSS = 490.0, 740.0
"""The width between the margins, in points, of an upright page and of one that lies across."""

SIZE = 8.5
SPARE = 1.08
"""Letters of the fonts in use are up to this much wider than the ones that `text_width` knows."""

PADDING = 10.0
SHAPE = 13.0
"""The room of a rating's shape, in points."""

INDENT = 9.0
BULLET = 16.0
LONGEST_WORD = 110.0
"""From how many points on a word may be broken."""

LONGEST_TEXT = 400.0
"""From how many points on a text is broken into lines rather than given more room."""

HEAD = 0.3
"""The share of the page that the headers of rows want at most; what is said beside them needs the rest."""

BRIEF = 14
"""Below how many letters a rating stands on one line."""

USUAL = 0.85
"""The share of texts that a column wants to hold on one line."""

DAMPING = 0.7
"""Long texts get less than their share of the room, so that short ones beside them need not be broken."""


def shares(table: Table) -> tuple[int, ...]:
    """The width of each column in thousandths of the page, which they fill; no word is broken where they have room."""
    room = ACROSS if table.is_wide else UPRIGHT
    places = range(len(table.columns))
    least = [_least(table, place) for place in places]
    wanted = [_wanted(table, place, LONGEST_TEXT if place else room * HEAD) for place in places]
    widths = _shared(least, [max(pair) for pair in zip(least, wanted, strict=True)], room)
    made = [int(WHOLE * width / sum(widths)) for width in widths]
    made[made.index(max(made))] += WHOLE - sum(made)
    return tuple(made)


def is_brief(mark: Mark) -> bool:
    """True when a rating stands on one line."""
    return len(mark.text) < BRIEF


def _shared(least: Sequence[float], wanted: Sequence[float], room: float) -> list[float]:
    """Each column gets what it needs, then the rest by what it wants beyond; none more than that while others lack."""
    if sum(least) >= room or sum(wanted) <= room:
        return list(least if sum(least) >= room else wanted)
    widths, open_places = list(least), set(range(len(least)))
    while open_places and (rest := room - sum(widths)) > 1:
        weights = {place: (wanted[place] - widths[place]) ** DAMPING for place in sorted(open_places)}
        total = sum(weights.values())
        for place, weight in weights.items():
            widths[place] = min(wanted[place], widths[place] + rest * weight / total)
        open_places = {place for place in open_places if wanted[place] - widths[place] > 0.5}
    return widths


def _least(table: Table, place: int) -> float:
    """The width of the longest word or brief rating of a column."""
    words = [_width(word, is_bold=True) for word in table.columns[place].text.split()]
    for row in table.rows:
        words += (width for line, more in _lines(row.cells[place]) for width in _parts(line, more, is_bold=place == 0))
    return min(max(words, default=0.0), LONGEST_WORD) + PADDING


def _wanted(table: Table, place: int, most: float) -> float:
    """The room in which most texts of a column stand on one line, and the longest on a few."""
    found = [
        min(_width(text_of(line), is_bold=place == 0 or _has_mark(line)) + SHAPE * _has_mark(line) + more, most)
        for row in table.rows
        for line, more in _lines(row.cells[place])
    ]
    head = _width(table.columns[place].text, is_bold=True)
    lengths = sorted(found) or [0.0]
    return max(head, lengths[ceil(USUAL * (len(lengths) - 1))], lengths[-1] / 3) + PADDING


def _lines(cell: Cell) -> Iterator[tuple[Line, float]]:
    """The lines of a cell, each with how far it is set in."""
    for block in cell.blocks:
        if isinstance(block, Listing):
            yield from ((entry.line, BULLET * (1 + entry.depth)) for entry in block.entries)
        elif isinstance(block, Paragraph):
            yield block.line, INDENT * cell.depth


def _parts(line: Line, more: float, *, is_bold: bool) -> Iterator[float]:
    """The widths of what is not broken."""
    for part in line:
        words = [part.text] if isinstance(part, Mark) and is_brief(part) else part.text.split()
        shape = SHAPE if isinstance(part, Mark) else 0.0
        yield from (_width(word, is_bold=is_bold or isinstance(part, Mark)) + shape + more for word in words)


def _has_mark(line: Line) -> bool:
    return any(isinstance(part, Mark) for part in line)


@cache
def _width(text: str, *, is_bold: bool) -> float:
    """In points; sizes are measured tenfold, as whole numbers are what `text_width` gives."""
    return text_width(text, SIZE * 10, is_bold=is_bold) * SPARE / 10

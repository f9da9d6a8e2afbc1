"""A document free of any format: chapters of headings, paragraphs, lists, tables and pictures, all frozen."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from ragsite.pack.drawing import Drawing


class Style(StrEnum):
    """What a paragraph is, by which each format chooses its look."""

    BODY = "body"
    LEDE = "lede"
    NOTE = "note"
    SOURCE = "source"
    MISSING = "missing"
    WARNING = "warning"
    QUOTE = "quote"


@dataclass(frozen=True)
class Run:
    """A stretch of text of one look; `href` is a whole address, or empty."""

    kind: ClassVar[str] = "run"
    text: str
    is_strong: bool = False
    is_emphasis: bool = False
    href: str = ""


@dataclass(frozen=True)
class Mark:
    """A rating in its plan's own words, in the shape and colours of its tone."""

    kind: ClassVar[str] = "mark"
    tone: str
    text: str


Line = tuple[Run | Mark, ...]


@dataclass(frozen=True)
class Heading:
    """A heading below its chapter's; `level` runs from 2, without gaps. `mark` is a rating told beside it."""

    kind: ClassVar[str] = "heading"
    text: str
    level: int
    mark: Mark | None = None


@dataclass(frozen=True)
class Paragraph:
    """One paragraph."""

    kind: ClassVar[str] = "paragraph"
    line: Line
    style: Style = Style.BODY


@dataclass(frozen=True)
class Entry:
    """One entry of a list; `depth` is 0 on the outermost level."""

    line: Line
    depth: int = 0


@dataclass(frozen=True)
class Listing:
    """A list with bullets or numbers; never empty."""

    kind: ClassVar[str] = "listing"
    entries: tuple[Entry, ...]
    is_numbered: bool = False


@dataclass(frozen=True)
class Cell:
    """A table cell; `depth` (0 to 3) indents a row header of a tree."""

    blocks: tuple[Paragraph | Listing, ...] = ()
    depth: int = 0

    @property
    def is_plain(self) -> bool:
        """True for a cell of nothing but one paragraph of the usual look."""
        return len(self.blocks) == 1 and getattr(self.blocks[0], "style", None) is Style.BODY


@dataclass(frozen=True)
class Column:
    """A column with its heading; numbers stand to the right."""

    text: str
    is_number: bool = False


@dataclass(frozen=True)
class Row:
    """One row, its first cell the row's header; `group` heads the rows from here on."""

    cells: tuple[Cell, ...]
    group: str = ""


SHORT_TABLE = 6
"""Up to how many rows a table counts as short."""


@dataclass(frozen=True)
class Table:
    """A table of at least one row, with a row of column headings that is repeated on each page.

    `is_captioned` is False where the heading above it says the same, `is_wide` on a page that lies across, and
    `heads_rows` False where the first cell of a row is no header of the others.
    """

    kind: ClassVar[str] = "table"
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    is_captioned: bool = True
    is_wide: bool = False
    heads_rows: bool = True

    @property
    def is_short(self) -> bool:
        """True when the table is better moved to the next page than broken in two."""
        return len(self.rows) <= SHORT_TABLE


@dataclass(frozen=True)
class Facts:
    """Short questions with their answers, one row each: two columns, the first of them headers."""

    kind: ClassVar[str] = "facts"
    caption: str
    rows: tuple[tuple[str, Cell], ...]


@dataclass(frozen=True)
class Picture:
    """A drawing with what it shows, for readers who do not see it; `caption` stands above it on the same page."""

    kind: ClassVar[str] = "picture"
    drawing: Drawing
    alternative: str
    caption: Line = ()


SHORT = 8
"""Up to how many blocks a chapter counts as short."""

Block = Heading | Paragraph | Listing | Table | Facts | Picture


@dataclass(frozen=True)
class Chapter:
    """A chapter; `is_wide` asks for the page's long side across."""

    key: str
    title: str
    blocks: tuple[Block, ...]
    is_wide: bool = False

    @property
    def is_short(self) -> bool:
        """True when the chapter need not begin a page of its own."""
        return len(self.blocks) <= SHORT and not self.is_wide


@dataclass(frozen=True)
class Cover:
    """What the first page tells; `holds` says what of the report is in this document."""

    organisation: str
    title: str
    subtitle: str
    holds: str
    facts: tuple[tuple[str, Cell], ...]
    small_print: tuple[Paragraph, ...]


@dataclass(frozen=True)
class Document:
    """A whole pack. `running` is its short name for the foot of each page, `made` the day that files are dated by."""

    title: str
    subject: str
    author: str
    language: str
    running: str
    made: date
    brand: str | None
    cover: Cover
    chapters: tuple[Chapter, ...]


def text_of(line: Line) -> str:
    """The words of a line, without their look."""
    return "".join(one.text for one in line)

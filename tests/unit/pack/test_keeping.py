"""What stays on one page: headings, the words that lead up to a table, and the note below it."""

from ragsite.pack.document import (
    Block,
    Cell,
    Column,
    Entry,
    Heading,
    Listing,
    Paragraph,
    Picture,
    Row,
    Style,
    Table,
)
from ragsite.pack.drawing import Drawing
from ragsite.pack.keeping import LEADS, keeps
from tests.unit.pack.samples import line

HEADING = Heading("What improved", 2)
WORDS = Paragraph(line("Two items got better."))
NOTE = Paragraph(line("Where a date has moved, the first stands below it."), Style.NOTE)
TABLE = Table("Items", (Column("Title"),), (Row((Cell((WORDS,)),)),))
LISTING = Listing((Entry(line("One")),))
PICTURE = Picture(Drawing(10, 10, ()), "A line that rises from 2 to 4.")


def test_a_heading_never_stands_alone_at_the_foot_of_a_page() -> None:
    for block in (WORDS, TABLE, LISTING, PICTURE, HEADING):
        assert keeps((HEADING, block))[0]


def test_words_stay_with_the_table_list_or_picture_that_they_lead_up_to() -> None:
    blocks: tuple[Block, ...]
    for block in (TABLE, LISTING, PICTURE):
        blocks = (HEADING, WORDS, WORDS, NOTE, block, WORDS)
        assert keeps(blocks) == (True, True, True, True, block is TABLE and False, False)


def test_a_note_stays_with_its_table_and_not_with_the_next_one() -> None:
    assert keeps((TABLE, NOTE, TABLE)) == (True, False, False)
    assert keeps((TABLE, WORDS, TABLE)) == (False, True, False)


def test_a_long_text_before_a_table_may_be_broken() -> None:
    blocks = (HEADING, *[WORDS] * (LEADS + 1), TABLE)
    assert keeps(blocks) == (True, *[False] * LEADS, True, False)


def test_the_last_block_of_a_chapter_keeps_nothing() -> None:
    assert keeps((HEADING,)) == (False,)
    assert keeps(()) == ()

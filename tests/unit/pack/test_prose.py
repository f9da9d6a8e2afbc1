"""Markdown becomes paragraphs and lists with every word kept, and links lead to whole addresses only."""

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from ragsite.pack.document import Listing, Paragraph, Run, Style, text_of
from ragsite.pack.prose import blocks, inline, lines
from ragsite.prose import markdown
from tests.unit.pack.samples import squeezed

MARKED = st.text(alphabet="ab *_-\n[](`1.>", max_size=60)


def nowhere(_: str) -> str:
    return ""


def test_emphasis_is_kept_run_by_run() -> None:
    (paragraph,) = blocks("Late by **two** *weeks*.", nowhere)
    assert paragraph == Paragraph(
        (Run("Late by "), Run("two", is_strong=True), Run(" "), Run("weeks", is_emphasis=True), Run("."))
    )


def test_a_list_keeps_its_depth() -> None:
    first, listing = blocks("Steps:\n\n- one\n  - below\n- two", nowhere)
    assert isinstance(first, Paragraph)
    assert isinstance(listing, Listing)
    assert [(text_of(entry.line), entry.depth) for entry in listing.entries] == [("one", 0), ("below", 1), ("two", 0)]


def test_numbers_stay_numbers() -> None:
    (listing,) = blocks("1. one\n2. two", nowhere)
    assert isinstance(listing, Listing)
    assert listing.is_numbered


def test_a_link_gets_the_address_it_is_given() -> None:
    found = inline("See [the plan](../).", lambda href: f"https://plans.example/{href}")
    assert found[1] == Run("the plan", href="https://plans.example/../")


def test_each_line_of_a_cell_is_a_paragraph() -> None:
    found = lines(Markup('<a href="x">One</a><br>Two'), nowhere, style=Style.NOTE)
    assert [(text_of(one.line), one.style) for one in found] == [("One", Style.NOTE), ("Two", Style.NOTE)]


@given(MARKED)
def test_no_word_is_lost_or_added(text: str) -> None:
    shown = unescape(re.sub(r"<[^>]*>", "", str(markdown(text))))
    made = [
        text_of(one.line)
        for block in blocks(text, nowhere)
        for one in (block.entries if isinstance(block, Listing) else [block])
    ]
    assert squeezed("".join(made)) == squeezed(shown)

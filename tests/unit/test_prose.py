"""Prose: Markdown becomes safe HTML, and plain text takes the short way to the same result."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markupsafe import Markup

from ragsite.prose import markdown, markdown_inline, parser


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Plain & simple", "<p>Plain &amp; simple</p>"),
        ("**68.4%** of *all*", "<p><strong>68.4%</strong> of <em>all</em></p>"),
        ("- one\n- two", "<ul>\n<li>one</li>\n<li>two</li>\n</ul>"),
        ("First.\n\nSecond.", "<p>First.</p>\n<p>Second.</p>"),
        ("[report](https://example.org/a)", '<p><a href="https://example.org/a">report</a></p>'),
        ("[item](../items/1.10/)", '<p><a href="../items/1.10/">item</a></p>'),
        ("[mail](mailto:a@example.org)", '<p><a href="mailto:a@example.org">mail</a></p>'),
        ("", ""),
        ("  \n ", ""),
    ],
)
def test_blocks(text: str, html: str) -> None:
    assert markdown(text) == html


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](&#106;avascript:alert(1))",
        "[x](java&#9;script:alert(1))",
        "[x](data:text/html;base64,AAAA)",
        "<javascript:alert(1)>",
        "# Heading",
        "Heading\n=======",
    ],
)
def test_what_has_no_place_in_a_statement_stays_text(text: str) -> None:
    for html in (markdown(text), markdown_inline(text)):
        for tag in ("<script", "<img", "<h1", "href"):
            assert tag not in html


def test_a_picture_becomes_a_link() -> None:
    assert markdown("![x](https://example.org/x.png)") == '<p>!<a href="https://example.org/x.png">x</a></p>'


def test_a_line_has_no_paragraph() -> None:
    assert markdown_inline("**Missed:** first date") == "<strong>Missed:</strong> first date"


def test_markup_comes_back_as_it_is() -> None:
    ready = Markup("<b>ready</b>")
    assert markdown(ready) is ready
    assert markdown_inline(ready) is ready


WRITTEN = st.text(alphabet="aB1 .-+*#>_=~`!&;:()[]<'\"\n\t\\%£–é\u00a0", max_size=30)


@given(WRITTEN)
@example("1. one")
@example("---")
@example("a  ")
@example("&amp; & co")
def test_the_short_way_gives_what_the_parser_gives(text: str) -> None:
    assert markdown(text) == (parser().render(text).strip() if text.strip() else "")
    assert markdown_inline(text) == parser().renderInline(text.strip())

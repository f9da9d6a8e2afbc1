"""Rendering: safe by default, links that hold wherever the site lies, every component drawn from its examples."""

import posixpath
import re
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import UndefinedError
from markupsafe import Markup, escape

from ragsite.gallery import gallery_html, sample_html
from ragsite.render import THEME, environment, escaped, relative, render, slug

UI = environment().globals["ui"]
SEGMENT = st.from_regex(r"[a-z0-9][a-z0-9.-]{0,8}", fullmatch=True).filter(lambda part: part.strip("."))
PAGE = st.lists(SEGMENT, max_size=4).map(lambda parts: "/" + "".join(f"{part}/" for part in parts))
FILE = st.builds(lambda folder, name: f"{folder}{name}.csv", PAGE, SEGMENT)


@pytest.mark.parametrize(
    ("from_path", "to_path", "href"),
    [
        ("/", "/", "./"),
        ("/plans/x/items/y/", "/plans/x/", "../../"),
        ("/plans/x/", "/plans/x/items/1.10/#evidence", "items/1.10/#evidence"),
        ("/plans/x/", "/search/?q=a", "../../search/?q=a"),
        ("/plans/x/", "/plans/x/data/items.csv", "data/items.csv"),
        ("/plans/x/", "/plans/x/#top", "./#top"),
        ("/404.html", "/assets/site.css", "assets/site.css"),
        ("/plans/x/", "https://example.org/a/", "https://example.org/a/"),
        ("/plans/x/", "mailto:a@example.org", "mailto:a@example.org"),
        ("/plans/x/", "#evidence", "#evidence"),
    ],
)
def test_links_lead_from_page_to_page(from_path: str, to_path: str, href: str) -> None:
    assert relative(from_path, to_path) == href


@given(from_path=PAGE, to_path=st.one_of(PAGE, FILE))
def test_a_link_leads_where_it_should(from_path: str, to_path: str) -> None:
    href = relative(from_path, to_path)
    found = posixpath.normpath(posixpath.join(from_path, href))
    assert found.lstrip("/") == posixpath.normpath(to_path).lstrip("/")
    assert href.endswith("/") == to_path.endswith("/")
    assert not href.startswith("/")


@pytest.mark.parametrize(("from_path", "to_path"), [("plans/x/", "/"), ("/", "plans/x/")])
def test_an_address_without_its_slash_is_refused(from_path: str, to_path: str) -> None:
    with pytest.raises(ValueError, match="begins with '/'"):
        relative(from_path, to_path)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Where this stands", "where-this-stands"), ("1.10", "n-1-10"), ("2A", "n-2a"), ("—", "section")],
)
def test_slugs_are_ids(text: str, expected: str) -> None:
    assert slug(text) == expected


def test_text_is_escaped_and_markup_is_not() -> None:
    assert "&lt;b&gt;" in UI.badge("green", "<b>")
    cells = UI.table("C", ["A", "B"], [["<i>", Markup("<b>ready</b>")]])
    assert "&lt;i&gt;" in cells
    assert "<b>ready</b>" in cells


@given(st.text(alphabet="&<>\"'a ", max_size=12), st.booleans())
def test_values_are_escaped_as_markupsafe_does(text: str, is_ready: bool) -> None:
    value = Markup(text) if is_ready else text
    assert escaped(value) == escape(value)
    assert f">{escape(value)}</span>" in UI.badge("red", value)


def test_a_badge_that_is_remembered_is_not_taken_for_one_of_markup() -> None:
    ready = UI.badge_of({"tone": "red", "label": Markup("<b>Red</b>")})
    plain = UI.badge_of({"tone": "red", "label": "<b>Red</b>"})
    assert "<b>Red</b>" in ready
    assert "&lt;b&gt;Red&lt;/b&gt;" in plain
    assert UI.badge_of({"tone": "red", "label": "Red"}, "l") == UI.badge("red", "Red", size="l")
    assert UI.badge_of({"tone": "red", "label": "Red"}, size="s") == UI.badge("red", "Red", size="s")


@pytest.mark.parametrize("value", [None, 0, 1.5, True])
def test_what_is_no_text_is_escaped_as_its_words(value: object) -> None:
    assert escaped(value) == str(value)


def test_an_unknown_name_is_an_error() -> None:
    with pytest.raises(UndefinedError):
        render("shell.html", site={}, page={})


def test_a_badge_says_its_words() -> None:
    assert words(UI.badge("red", "Red", name="off track")) == "Red: off track"
    assert words(UI.badge("none", "Not rated")) == "Not rated"


def test_a_long_badge_is_set_smaller_so_that_it_stays_whole() -> None:
    assert "badge--long" in UI.badge("amber", "Amber", name="On track over a longer agreed timescale", size="l")
    assert "badge--long" not in UI.badge("amber", "Amber", name="at risk", size="l")


def test_a_short_badge_still_says_the_whole_to_screen_readers() -> None:
    drawn = UI.badge("amber-red", "Amber-red", name="in doubt", short="AR")
    assert '<span class="vh">Amber-red: in doubt</span>' in drawn
    assert '<span aria-hidden="true">AR</span>' in drawn


def test_a_table_repeats_its_column_names_and_marks_numbers() -> None:
    drawn = UI.table("C", ["Name", {"text": "Number", "numeric": True}], [["a", 3]])
    assert '<td data-label="Number" class="is-number">3</td>' in drawn
    assert drawn.count('scope="col"') == 2
    assert drawn.count('scope="row"') == 1


def test_an_empty_table_says_so() -> None:
    assert "None." in words(UI.table("Overdue", ["Item"], []))
    assert "Nothing is overdue." in words(UI.table("Overdue", ["Item"], [], empty="Nothing is overdue."))


def test_nought_in_a_cell_is_shown() -> None:
    assert words(UI.table("C", ["A", "B", "C"], [["x", 0, {"text": 0}]])).split()[-2:] == ["0", "0"]


def test_a_table_that_scrolls_can_be_reached_by_keyboard() -> None:
    drawn = UI.table("Figures", ["A"], [["x"]], stack=False)
    assert 'role="region" aria-label="Figures" tabindex="0"' in drawn


def test_no_evidence_is_said_out_loud() -> None:
    assert "No evidence has been published for this." in words(UI.evidence_list([]))


def test_the_status_panel_joins_badge_reason_and_path() -> None:
    said = words(
        UI.status_panel(
            "Rating at 30 June 2026",
            {"tone": "red", "label": "Red", "meaning": "Off track."},
            direction={"way": "worse", "text": "Worse than last quarter"},
            reason="Posts are *empty*.",
            path=[{"tone": "amber", "label": "Amber", "period": "May", "break_before": "Scale redefined"}],
        )
    )
    for part in ("Rating at 30 June 2026", "Red", "Off track.", "Posts are empty.", "Scale redefined", "May"):
        assert part in said


@pytest.mark.parametrize("folder", sorted((THEME / "components").iterdir()), ids=lambda path: path.name)
def test_every_component_has_template_style_and_examples(folder: Path) -> None:
    present = {path.name for path in folder.iterdir()}
    wanted = {f"{folder.name}.html", "examples.yml"}
    assert wanted <= present
    assert (f"{folder.name}.css" in present) or not re.search(r'class="', (folder / f"{folder.name}.html").read_text())


@pytest.mark.parametrize("document", [gallery_html(), sample_html()], ids=["gallery", "sample"])
class TestDocument:
    """Whole documents in the shell."""

    def test_is_well_formed(self, document: str) -> None:
        reader = Reader()
        reader.feed(document)
        assert reader.open == []
        assert reader.faults == []

    def test_ids_are_unique_and_references_lead_to_one(self, document: str) -> None:
        ids = re.findall(r' id="([^"]+)"', document)
        assert len(ids) == len(set(ids))
        named = re.findall(r'aria-(?:labelledby|controls)="([^"]+)"', document)
        assert {one for value in named for one in value.split()} - set(ids) == set()
        assert set(re.findall(r'<use[^>]* href="#([^"]+)"', document)) <= set(ids)

    def test_has_one_title_and_headings_in_order(self, document: str) -> None:
        levels = [int(level) for level in re.findall(r"<h([1-6])[ >]", document)]
        assert levels.count(1) == 1
        assert [b for a, b in pairwise(levels) if b > a + 1] == []

    def test_asks_nothing_of_other_places(self, document: str) -> None:
        assert re.findall(r'(?:src|href|action)="(?:https?:)?//(?!example\.org)', document) == []
        assert " style=" not in document
        assert not re.search(r"<script(?![^>]* src=)", document)


class Reader(HTMLParser):
    """Follows the tags of a document and notes what is closed out of turn."""

    VOID = frozenset(["br", "hr", "img", "input", "link", "meta"])

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: object) -> None:
        pass

    def handle_endtag(self, tag: str) -> None:
        if self.open and self.open[-1] == tag:
            self.open.pop()
        else:
            self.faults.append(f"</{tag}> at line {self.getpos()[0]}")


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", "", html).split())

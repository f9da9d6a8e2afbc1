"""A sheet in its three formats: the same words, and nothing in them that could do anything."""

import re
from html.parser import HTMLParser
from io import BytesIO

import pytest

from ragsite.approval.compare import Side, compare
from ragsite.approval.formats import FORMATS, written
from ragsite.approval.markdown import LONGEST, as_markdown
from ragsite.approval.sheet import Sheet
from ragsite.approval.text import as_text
from ragsite.problems import Finding, Location, Severity
from tests.factories import item, make_plan, make_public, report

HOSTILE = "<script>alert(1)</script> **@mayor** [x](https://x.example) ~~no~~"


def sheet(progress: str = "Much was done.", *, level: Severity = Severity.WARNING) -> Sheet:
    before = make_plan(items=[item("1")], reports=[report("2026-03", {"1": "Red"})])
    update = {"item": "1", "rating": "Amber", "progress": progress}
    after = make_plan(items=[item("1")], reports=[report("2026-03", {"1": "Red"}), report("2026-06", updates=[update])])
    found = Finding("W801", level, Location("a.yml", 3), "A long sentence.", plan="p")
    return compare(Side(make_public(before)), Side(make_public(after), (found,)), since="rev", held=["Report X"])


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_every_format_says_the_same(form: str) -> None:
    text = FORMATS[form](sheet())
    wanted = ("What this change would publish", "beside rev", "It would change: 1 rating, 1 text")
    for words in (*wanted, "Amber, was Red. B", "Much was done.", "W801", "Report X"):
        assert words in text


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_nothing_to_tell_is_said(form: str) -> None:
    side = Side(make_public())
    assert "Nothing that readers see would change." in FORMATS[form](compare(side, side, since="rev"))


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_errors_are_told_before_all_else(form: str) -> None:
    text = FORMATS[form](sheet(level=Severity.ERROR))
    assert text.index("It cannot be published yet: 1 new error") < text.index("Northmere Council")


def test_the_text_marks_what_comes_and_goes() -> None:
    assert "        + Much was done.\n" in FORMATS["text"](sheet())


def test_markdown_shows_hostile_words_as_they_are() -> None:
    text = as_markdown(sheet(HOSTILE))
    line = next(line for line in text.splitlines() if "mayor" in line)
    assert "<" not in line
    assert "@" not in line
    assert "://" not in line
    assert r"\*\*" in line


def test_markdown_is_cut_where_a_comment_would_be_too_long() -> None:
    text = as_markdown(sheet("Word. " * LONGEST))
    assert len(text) < 65_536
    assert text.endswith("shows all of it.*\n")


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002
        self.seen.add(tag)
        if tag not in ("meta", "!doctype"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_html_is_well_formed_and_asks_nothing_of_the_network() -> None:
    text = FORMATS["html"](sheet(HOSTILE))
    tags = _Tags()
    tags.feed(text)
    assert tags.open == []
    assert not tags.seen & {"script", "a", "img", "link"}
    assert not re.search(r'(src|href)="', text)
    assert "&lt;script&gt;" in text
    assert "Approved by (role)" in text


def test_the_word_file_says_what_the_text_says_and_is_the_same_each_time() -> None:
    docx = pytest.importorskip("docx")
    made = written(sheet(), "docx")
    assert made == written(sheet(), "docx")
    word = docx.Document(BytesIO(made))
    said = [paragraph.text for paragraph in word.paragraphs]
    told = " ".join(as_text(sheet()).split())
    assert [line for line in said if line.startswith("What this change")] == ["What this change would publish"]
    assert all(heading in told for heading in said if word.paragraphs[said.index(heading)].style.name == "Heading 3")
    assert "Report X" in said
    assert [row.cells[0].text for row in word.tables[-1].rows] == ["Approved by (role)", "Date", "Signature"]

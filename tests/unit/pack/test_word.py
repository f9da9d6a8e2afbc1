"""The Word file: real headings, header rows, words for pictures, properties, a council's template, the same bytes."""

from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn

from ragsite.pack import word_styles as styles
from ragsite.pack.word import TEMPLATE, write_word
from ragsite.refusal import Refused
from tests.unit.pack.samples import pack_of, sample_site, squeezed, texts, word_text, words_of_word


@pytest.fixture(scope="module")
def made() -> bytes:
    return write_word(pack_of(sample_site()))


@pytest.fixture(scope="module")
def word(made: bytes) -> Any:
    return docx.Document(BytesIO(made))


def test_every_text_of_the_document_is_there(made: bytes) -> None:
    found = words_of_word(made)
    assert [text for text in texts(pack_of(sample_site())) if squeezed(text) not in found] == []


def test_chapters_are_real_headings_that_the_contents_lead_to(word: Any) -> None:
    chapters = [f"{number}. {one.title}" for number, one in enumerate(pack_of(sample_site()).chapters, 1)]
    assert [one.text for one in word.paragraphs if one.style.name == "Heading 1"] == chapters
    marks = {one.get(qn("w:name")) for one in word.element.iter(qn("w:bookmarkStart"))}
    leads = {one.get(qn("w:anchor")) for one in word.element.iter(qn("w:hyperlink"))} - {None}
    assert leads == marks


def test_no_level_of_heading_is_skipped(word: Any) -> None:
    levels = [int(one.style.name[-1]) for one in word.paragraphs if one.style.name.startswith("Heading")]
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_header_rows_repeat_and_no_row_is_split(word: Any) -> None:
    rows = list(word.element.iter(qn("w:tr")))
    assert all(row.find(qn("w:trPr")).find(qn("w:cantSplit")) is not None for row in rows)
    named = [table for table in word.tables if table.style.name == styles.TABLE]
    assert named
    for table in named:
        heads = [row.find(qn("w:trPr")).find(qn("w:tblHeader")) is not None for row in table._tbl.tr_lst]
        assert heads[0]
        assert not any(heads[1:])


def test_the_rows_of_a_short_table_stay_together(word: Any) -> None:
    short = next(table for table in word.tables if table.style.name == styles.TABLE and 2 < len(table.rows) < 6)
    kept = [all(p.paragraph_format.keep_with_next for p in row.cells[0].paragraphs) for row in short.rows]
    assert all(kept[:-1])


def test_nothing_tells_of_the_computer_that_made_it(made: bytes) -> None:
    with ZipFile(BytesIO(made)) as packed:
        parts = {name: packed.read(name).decode("utf-8", "replace") for name in packed.namelist()}
    assert [name for name, text in parts.items() if str(Path.home()) in text or str(TEMPLATE.parent) in text] == []
    assert "python-docx" not in parts["docProps/core.xml"]


def test_every_picture_has_words(word: Any) -> None:
    pictures = list(word.element.iter(qn("wp:docPr")))
    assert len(pictures) == 2
    assert all(len(one.get("descr")) > 30 for one in pictures)


def test_properties_name_the_pack_and_its_day(word: Any) -> None:
    told = word.core_properties
    assert told.title == "Northmere Council: Improvement plan. Committee pack, report Report 2026-03"
    assert told.author == "Northmere"
    assert told.language == "en-GB"
    assert f"{told.created:%Y-%m-%d}" == f"{told.modified:%Y-%m-%d}" == "2026-04-02"


def test_the_foot_of_the_page_names_the_pack_and_counts_pages(word: Any) -> None:
    foot = word.sections[0].footer._element
    assert "Northmere Council: Improvement plan, report Report 2026-03" in word_text(foot)
    assert [one.text.strip() for one in foot.iter(qn("w:instrText"))] == ["PAGE", "NUMPAGES"]


def test_only_the_wide_table_lies_across(word: Any) -> None:
    assert [one.page_width > one.page_height for one in word.sections] == [False, True, False]


def test_ratings_have_the_style_of_their_tone(word: Any) -> None:
    used = {run.style.name for table in word.tables for cell in table._cells for p in cell.paragraphs for run in p.runs}
    assert {styles.RATINGS["red"], styles.RATINGS["green"]} <= used


def test_the_same_document_gives_the_same_bytes(made: bytes) -> None:
    assert write_word(pack_of(sample_site())) == made
    with ZipFile(BytesIO(made)) as packed:
        assert {entry.date_time for entry in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_council_may_bring_its_own_template(tmp_path: Path) -> None:
    own = docx.Document(str(TEMPLATE))
    own.styles[styles.HEADINGS[0]].font.name = "Georgia"
    own.add_paragraph("Words that stand in the template")
    own.save(str(tmp_path / "own.docx"))
    made = docx.Document(BytesIO(write_word(pack_of(sample_site()), tmp_path / "own.docx")))
    assert made.styles[styles.HEADINGS[0]].font.name == "Georgia"
    assert "Words that stand in the template" not in [one.text for one in made.paragraphs]


def test_a_template_without_a_style_is_refused_by_its_name(tmp_path: Path) -> None:
    own = docx.Document(str(TEMPLATE))
    own.styles["Pack Lede"].delete()
    own.save(str(tmp_path / "own.docx"))
    with pytest.raises(Refused, match="no style called “Pack Lede”"):
        write_word(pack_of(sample_site()), tmp_path / "own.docx")


def test_a_file_that_is_no_word_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "own.docx").write_text("Not a template")
    with pytest.raises(Refused, match="cannot be read as a Word file"):
        write_word(pack_of(sample_site()), tmp_path / "own.docx")

"""Word documents and web pages: tables, forms, content controls, shading, cells over several rows and columns."""

from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml

from ragsite.importers.remarks import About, ImportProblem
from tests.importers.making import HEAD, RED, WORD, control, imported, make_docx
from tests.importers.samples import FIRST, RATINGS, SECOND, TABLE, THIRD, TITLES

FORMS = [
    [("Ref", key), ("Action", title), ("Lead", lead), ("RAG", rating), ("Progress", words)]
    for key, title, lead, _, rating, words in (FIRST, SECOND, THIRD)
]


def test_a_table_in_a_document_is_read(tmp_path: Path) -> None:
    found = imported(make_docx(tmp_path / "t.docx", TABLE, paragraphs=["Update for March 2026"]), tmp_path / "content")
    assert (found.titles, found.ratings(), found.errors) == (TITLES, RATINGS, ())


def test_a_table_that_goes_on_after_a_page_is_joined(tmp_path: Path) -> None:
    file = make_docx(tmp_path / "t.docx", [HEAD, FIRST], [SECOND, THIRD])
    found = imported(file, tmp_path / "content")
    assert (found.titles, found.ratings()) == (TITLES, RATINGS)


def test_a_form_for_each_item_is_turned(tmp_path: Path) -> None:
    found = imported(make_docx(tmp_path / "t.docx", *FORMS), tmp_path / "content")
    assert (found.titles, found.ratings(), found.errors) == (TITLES, RATINGS, ())
    assert "transposed: the names of the fields stand down the side." in found.text


def test_a_form_in_paragraphs_is_read_and_begins_again_where_its_labels_do(tmp_path: Path) -> None:
    lines = ["Update form", *(f"{label}: {value}" for form in FORMS for label, value in form)]
    found = imported(make_docx(tmp_path / "t.docx", paragraphs=[*lines, "and the wall"]), tmp_path / "content")
    assert (found.titles, found.ratings()) == (TITLES, RATINGS)
    assert found.plan.latest is not None
    assert [one.text for one in found.plan.latest.updates[2].progress] == ["Not begun and the wall"]


def test_content_controls_are_read_and_their_hints_are_not(tmp_path: Path) -> None:
    file = make_docx(tmp_path / "t.docx", [HEAD, ("1", "", "", "", "", ""), SECOND, THIRD])
    document = docx.Document(str(file))
    cells = document.tables[0].rows[1].cells
    cells[1].paragraphs[0]._p.append(control(FIRST[1], alias="Action"))
    cells[4].paragraphs[0]._p.append(control("Green"))
    cells[5].paragraphs[0]._p.append(control("Click here to enter text.", is_hint=True))
    document.save(str(file))
    found = imported(file, tmp_path / "content")
    assert (found.titles, found.ratings()) == (TITLES, RATINGS)
    assert "Click here" not in (tmp_path / "content/plans/p/reports/report-1.yml").read_text(encoding="utf-8")


def test_a_row_within_a_content_control_is_not_lost(tmp_path: Path) -> None:
    file = make_docx(tmp_path / "t.docx", TABLE)
    document = docx.Document(str(file))
    row = document.tables[0].rows[2]._tr
    wrapped = parse_xml(f'<w:sdt xmlns:w="{WORD}"><w:sdtContent/></w:sdt>')
    row.addprevious(wrapped)
    wrapped[0].append(row)
    document.save(str(file))
    assert imported(file, tmp_path / "content").titles == TITLES


def test_shading_is_a_rating_where_there_are_no_words(tmp_path: Path) -> None:
    file = make_docx(tmp_path / "t.docx", [HEAD, FIRST, SECOND, (*THIRD[:4], "", THIRD[5])])
    document = docx.Document(str(file))
    properties = document.tables[0].rows[3].cells[4]._tc.get_or_add_tcPr()
    properties.append(parse_xml(f'<w:shd xmlns:w="{WORD}" w:val="clear" w:color="auto" w:fill="{RED}"/>'))
    document.save(str(file))
    found = imported(file, tmp_path / "content")
    assert found.ratings() == RATINGS
    assert found.told(About.COLOUR) == [("E4", "#FF0000 is read as Red, by its colour.")]


def test_merged_cells_of_a_document_are_repeated(tmp_path: Path) -> None:
    rows = [("Priority", "Ref", "Action", "RAG"), ("Leadership", "1", "Fix", "Green"), ("", "2", "Train", "Red")]
    file = make_docx(tmp_path / "t.docx", [*rows, ("Practice", "3", "Write", "Amber"), ("", "4", "Visit", "Red")])
    document = docx.Document(str(file))
    table = document.tables[0]
    table.cell(1, 0).merge(table.cell(2, 0))
    table.cell(3, 0).merge(table.cell(4, 0))
    document.save(str(file))
    found = imported(file, tmp_path / "content")
    assert [[child.title for child in item.items] for item in found.plan.items if item.items] == [
        ["Fix", "Train"],
        ["Write", "Visit"],
    ]


def test_tracked_changes_are_read_as_accepted_and_told(tmp_path: Path) -> None:
    file = make_docx(tmp_path / "t.docx", TABLE)
    document = docx.Document(str(file))
    paragraph = document.tables[0].rows[1].cells[1].paragraphs[0]._p
    for tag, text in (("ins", "<w:t> at once</w:t>"), ("del", "<w:delText> never</w:delText>")):
        paragraph.append(parse_xml(f'<w:{tag} xmlns:w="{WORD}" w:id="1" w:author="a"><w:r>{text}</w:r></w:{tag}>'))
    document.save(str(file))
    found = imported(file, tmp_path / "content")
    assert found.titles["1"] == "Fix the front door at once"
    assert "tracked changes: it was read as if all of them were accepted" in found.text


PAGE = """\
<html><body><p>Update</p><script>alert("x")</script>
<table><caption>Plan</caption>
<tr><th rowspan=2>Ref</th><th rowspan=2>Action</th><th colspan=2>RAG</th></tr>
<tr><th>Jan 2026</th><th>Feb 2026</th></tr>
<tr><td>1<td>Fix &amp; <b>mend</b><td style="background:#00b050">Green<td bgcolor="red">
<tr><td>2<td>Train<br>all<td>Amber<td>Green
</table></body></html>
"""


def test_a_table_of_a_web_page_is_read(tmp_path: Path) -> None:
    file = tmp_path / "t.html"
    file.write_text(PAGE, encoding="utf-8")
    found = imported(file, tmp_path / "content")
    assert found.titles == {"1": "Fix & mend", "2": "Train all"}
    assert found.ratings("2026-01") == {"1": "Green", "2": "Amber"}
    assert found.ratings("2026-02") == {"1": "Red", "2": "Green"}
    assert "Plan!D3: #FF0000 is read as Red, by its colour." in found.text
    assert found.errors == ()


def test_a_page_that_calls_itself_a_workbook_is_read(tmp_path: Path) -> None:
    file = tmp_path / "export.xls"
    file.write_text(PAGE, encoding="utf-8")
    assert imported(file, tmp_path / "content").titles == {"1": "Fix & mend", "2": "Train all"}


@pytest.mark.parametrize("name", ["t.docx", "t.html"])
def test_a_document_without_a_table_is_refused(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    if name == "t.docx":
        make_docx(file, paragraphs=["Only words."])
    else:
        file.write_text("<html><p>Only words.</p></html>", encoding="utf-8")
    with pytest.raises(ImportProblem, match=f"“{name}” holds no table"):
        imported(file, tmp_path / "content")

"""Workbooks: colours by their key, formats of numbers, comments, and books that crash other readers."""

import io
import re
import zipfile
from datetime import date
from pathlib import Path

import pytest

from ragsite.importers.remarks import About
from tests.importers.making import AMBER, GREEN, HEAD, RED, Painted, imported, make_xlsx
from tests.importers.samples import RATINGS, TABLE, TITLES

COLOURED = [
    ["Ref", "Action", "RAG"],
    ["1", "Fix", Painted("", RED)],
    ["2", "Train", Painted("", "FEC001")],
    ["3", "Write", Painted("", "7030A0")],
    ["4", "Visit", Painted("", GREEN, pattern="lightUp")],
    ["5", "Rest", ""],
]
KEY = [
    [],
    ["Key"],
    [Painted("", RED), "Off track: late"],
    [Painted("", AMBER), "At risk"],
    [Painted("", GREEN), "On track"],
]


def test_a_colour_is_read_by_the_key_below_the_table(tmp_path: Path) -> None:
    found = imported(make_xlsx(tmp_path / "t.xlsx", [*COLOURED, *KEY]), tmp_path / "content")
    assert found.ratings() == {
        "1": "Off track",
        "2": "At risk",
        "3": "(The cell is coloured #7030A0, and the source does not say what that means.)",
        "4": "(The cell is hatched and holds no words; the source does not say what that means.)",
        "5": "(The cell is blank and has no colour.)",
    }
    assert found.told(About.COLOUR) == [
        ("Tracker!C2", "#FF0000 is read as Off track, as the sheet's key shows."),
        ("Tracker!C3", "#FEC001 is read as At risk, as the sheet's key shows."),
    ]
    assert [where for where, _ in found.told(About.QUESTION)] == ["Tracker!C4", "Tracker!C5"]
    assert [where for where, _ in found.told(About.SKIPPED)] == [
        f"Tracker!{cell}" for cell in ("A8", "B9", "B10", "B11")
    ]
    assert {text.split(":")[0] for _, text in found.told(About.SKIPPED)} == {"Part of the key"}
    levels = {level.label: level.meaning for level in found.plan.facts.scales[0].levels}
    assert levels["Off track"] == "late"
    assert found.errors == ()


def test_an_answer_in_the_mapping_is_used_from_then_on(tmp_path: Path) -> None:
    file = make_xlsx(tmp_path / "t.xlsx", [*COLOURED, *KEY])
    imported(file, tmp_path / "content")
    mapping = tmp_path / "content/plans/p/_import/mapping.yml"
    text = mapping.read_text(encoding="utf-8") + 'colours: {"7030A0": On track, lightUp: not rated}\n'
    mapping.write_text(text, encoding="utf-8")
    found = imported(file, tmp_path / "content")
    assert found.ratings()["3"] == "On track"
    assert found.told(About.QUESTION) == []
    assert "1 rating changed since the last import" in found.text


def test_theme_colours_and_tints_are_resolved(tmp_path: Path) -> None:
    rows = [["Ref", "Action", "RAG"], *([str(number), f"Action {number}", Painted("", theme=6)] for number in range(3))]
    key = [[], ["Key"], [Painted("", "9BBB59"), "Green"], [Painted("", theme=6, tint=-0.5), "Red"]]
    found = imported(make_xlsx(tmp_path / "t.xlsx", [*rows, *key]), tmp_path / "content")
    assert set(found.ratings().values()) == {"Green"}


def test_words_win_over_a_colour_that_says_otherwise(tmp_path: Path) -> None:
    rows = [HEAD, ["1", "Fix", "", "", Painted("Green", RED), ""], *TABLE[2:]]
    found = imported(make_xlsx(tmp_path / "t.xlsx", rows), tmp_path / "content")
    assert found.ratings() == RATINGS
    assert found.told(About.CONFLICT) == [
        ("Tracker!E2", "It says “Green”, but its colour (#FF0000) is another. The words were taken.")
    ]


def test_numbers_and_dates_are_what_the_sheet_shows(tmp_path: Path) -> None:
    rows = [
        HEAD,
        [Painted(1, number_format="00"), "Fix", "", date(2026, 3, 31), "Green", 0.1 + 0.2],
        [
            Painted(2.1, number_format="0.00"),
            "Train",
            "",
            "end of November 2026",
            "Amber",
            Painted(0.5, number_format="0%"),
        ],
        [3.0, "Write", "", "Q2 2026/27", "Red", True],
    ]
    found = imported(make_xlsx(tmp_path / "t.xlsx", rows), tmp_path / "content")
    assert list(found.titles) == ["01", "2.10", "3"]
    dues = [item.due.printed for item in found.plan.rated_items if item.due]
    assert dues == ["2026-03-31", "end of November 2026", "Q2 2026/27"]
    assert found.plan.latest is not None
    assert [one.progress[0].text for one in found.plan.latest.updates] == ["0.3", "50%", "TRUE"]


def test_comments_are_told_and_never_published(tmp_path: Path) -> None:
    rows = [*TABLE[:3], [*TABLE[3][:5], Painted("Not begun", comment="Ask the Director first")]]
    found = imported(make_xlsx(tmp_path / "t.xlsx", rows), tmp_path / "content")
    assert found.told(About.COMMENT) == [("Tracker!F4", "“Ask the Director first”")]
    written = "".join(path.read_text(encoding="utf-8") for path in (tmp_path / "content").rglob("*.yml"))
    assert "Ask the Director" not in written


def test_a_link_on_a_cell_and_links_in_its_text_become_evidence(tmp_path: Path) -> None:
    rows = [["Ref", "Action", "RAG", "Evidence"]]
    rows.append(["1", "Fix", "Green", Painted("Board paper", link="https://example.org/paper")])
    rows.append(["2", "Train", "Red", "Audit: https://example.org/audit.pdf; Minutes"])
    found = imported(make_xlsx(tmp_path / "t.xlsx", rows), tmp_path / "content")
    pieces = {piece.title: piece.link for piece in found.plan.evidence}
    assert pieces == {
        "Board paper": "https://example.org/paper",
        "Audit": "https://example.org/audit.pdf",
        "Minutes": None,
    }
    assert found.errors == ()


@pytest.mark.parametrize(
    "broken",
    [
        b'<autoFilter ref="A1:F4"><filterColumn colId="4"><customFilters><customFilter operator="nonsense" val="x"/>'
        b"</customFilters></filterColumn></autoFilter>",
        b'<dataValidations count="1"><dataValidation type="rubbish" sqref="A1"/></dataValidations>',
    ],
    ids=["saved filter", "rule"],
)
def test_a_book_that_crashes_one_reader_is_read_by_the_other(tmp_path: Path, broken: bytes) -> None:
    rows = [
        [*line[:4], Painted("", colour), line[5]] for line, colour in zip(TABLE[1:], (GREEN, AMBER, RED), strict=True)
    ]
    file = make_xlsx(tmp_path / "t.xlsx", [HEAD, *rows], hidden=[3])
    file.write_bytes(_with_sheet(file.read_bytes(), b"</sheetData>", b"</sheetData>" + broken))
    found = imported(file, tmp_path / "content")
    assert (found.titles, found.ratings(), found.errors) == (TITLES, RATINGS, ())
    assert "Parts of the workbook are damaged (a filter, a rule or a drawing). Every cell was read." in found.text
    assert "1 of them hidden" in found.text


def test_a_formula_that_was_never_worked_out_is_told(tmp_path: Path) -> None:
    rows = [*TABLE[:3], ["3", "Write a new policy", "", "", "Red", "=A1&B1"]]
    found = imported(make_xlsx(tmp_path / "t.xlsx", rows), tmp_path / "content")
    assert found.told(About.FORMULA) == [
        ("Tracker!F4", "The cell holds the formula “=A1&B1” and no value; it was read as blank.")
    ]


def test_a_hidden_sheet_is_read_only_when_the_mapping_names_it(tmp_path: Path) -> None:
    file = make_xlsx(
        tmp_path / "t.xlsx", TABLE, sheet="Public", more={"Old": [HEAD, ("9", "Old action", "", "", "Red", "")]}
    )
    pattern = re.compile(rb'(<sheet [^>]*name="Old"[^>]*state=")visible')
    file.write_bytes(_changed(file.read_bytes(), "xl/workbook.xml", lambda part: pattern.sub(rb"\1hidden", part)))
    found = imported(file, tmp_path / "content")
    assert found.titles == TITLES
    assert "the sheet is hidden; name it under “sheets:” in the mapping if it is to be read" in found.text


def _with_sheet(raw: bytes, old: bytes, new: bytes) -> bytes:
    return _changed(raw, "xl/worksheets/sheet1.xml", lambda part: part.replace(old, new))


def _changed(raw: bytes, name: str, change: object) -> bytes:
    assert callable(change)
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(made, "w") as new:
        for part in old.namelist():
            new.writestr(part, change(old.read(part)) if part == name else old.read(part))
    return made.getvalue()

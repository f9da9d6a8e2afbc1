"""Tables of every shape become the same plan, and the report tells what was done with each row."""

from pathlib import Path

import pytest

from ragsite.importers.records import Kind
from ragsite.importers.remarks import About, ImportProblem
from tests.importers.making import HEAD, Result, imported, make_csv, make_xlsx
from tests.importers.samples import FIRST, RATINGS, SECOND, TABLE, THIRD, TITLES


def assert_whole(found: Result) -> None:
    """The three items of the samples with their ratings, and content without errors."""
    assert (found.titles, found.ratings(), found.errors) == (TITLES, RATINGS, ())


def test_a_plain_table_needs_no_mapping_and_says_why_it_reads_so(tmp_path: Path) -> None:
    found = imported(make_csv(tmp_path / "Tracker 2026-03.csv", TABLE), tmp_path / "content")
    assert_whole(found)
    assert "Report March 2026 (2026-03) is new: 3 items read, 3 new, 0 missing from the sheet." in found.text
    assert "title from “Action”, id from “Ref”" in found.text
    assert [str(item.due.printed) for item in found.plan.rated_items if item.due] == [
        "31/03/2026", "30/06/2026", "30/09/2026",
    ]  # fmt: skip


def test_a_transposed_table_is_turned(tmp_path: Path) -> None:
    found = imported(make_csv(tmp_path / "t.csv", list(zip(*TABLE, strict=True))), tmp_path / "content")
    assert_whole(found)
    assert "transposed: the names of the fields stand down the side." in found.text


def test_a_header_may_stand_on_any_row_and_begin_in_any_column(tmp_path: Path) -> None:
    above = [["Anytown Council"], ["Improvement tracker, March 2026"], [], []]
    below = [[], ["", "Total", "3"], ["", "Source: board paper"]]
    rows = [*above, *(["", *line] for line in TABLE), *below]
    found = imported(make_xlsx(tmp_path / "tracker.xlsx", rows), tmp_path / "content")
    assert_whole(found)
    assert found.plan.latest is not None
    assert found.plan.latest.id == "2026-03"
    assert found.told(About.SKIPPED) == [
        ("Tracker!B10", "A total: “Total; 3”."),
        ("Tracker!B11", "A source or a note: “Source: board paper”."),
    ]


def test_a_header_of_two_rows_names_a_report_for_each_column(tmp_path: Path) -> None:
    rows = [["Ref", "Action", "RAG", "", ""], ["", "", "Jan 2026", "Feb 2026", "Mar 2026"]]
    rows += [[line[0], line[1], "Red", "Amber", line[4]] for line in TABLE[1:]]
    file = make_xlsx(tmp_path / "t.xlsx", rows, merged=["C1:E1", "A1:A2", "B1:B2"])
    found = imported(file, tmp_path / "content")
    assert_whole(found)
    assert [report.id for report in found.plan.reports] == ["2026-01", "2026-02", "2026-03"]
    assert found.ratings("2026-02") == dict.fromkeys(TITLES, "Amber")
    assert "Report March 2026 (2026-03) is new: 3 items read, 2 ratings changed since February 2026" in found.text


def test_merged_cells_of_a_level_above_become_its_items(tmp_path: Path) -> None:
    rows = [["Priority", "Ref", "Action", "RAG"]]
    rows += [["Leadership", "1", "Fix", "Green"], ["", "2", "Train", "Amber"]]
    rows += [["Practice", "3", "Write", "Red"], ["", "4", "Visit", "Green"]]
    found = imported(make_xlsx(tmp_path / "t.xlsx", rows, merged=["A2:A3", "A4:A5"]), tmp_path / "content")
    tops = {item.title: [child.title for child in item.items] for item in found.plan.items if item.items}
    assert tops == {"Leadership": ["Fix", "Train"], "Practice": ["Write", "Visit"]}
    assert found.errors == ()


def test_rows_that_are_headings_become_levels_above(tmp_path: Path) -> None:
    first, second = ("Priority 1: Leadership", *[""] * 5), ("Priority 2: Practice", *[""] * 5)
    found = imported(make_csv(tmp_path / "t.csv", [HEAD, first, FIRST, SECOND, second, THIRD]), tmp_path / "content")
    assert_whole(found)
    assert [level.kind for level in found.plan.facts.structure] == ["Priority", "Action"]
    assert "Other rows: a heading (2)." in found.text


def test_hidden_and_filtered_rows_are_read_and_told(tmp_path: Path) -> None:
    found = imported(make_xlsx(tmp_path / "t.xlsx", TABLE, hidden=[3]), tmp_path / "content")
    assert_whole(found)
    assert found.told(About.HIDDEN) == [("Tracker!A3", "Row 3 is hidden; it was read like any other.")]
    assert "Rows: 3 read as items, 1 of them hidden" in found.text


def test_every_sheet_with_the_columns_is_read_and_the_others_are_told(tmp_path: Path) -> None:
    more = {"Practice": [HEAD, THIRD], "Guide": [["How to fill this in"], ["Ask the team"]], "Empty": []}
    file = make_xlsx(tmp_path / "t.xlsx", [HEAD, FIRST, SECOND], sheet="Leadership", more=more)
    found = imported(file, tmp_path / "content")
    assert_whole(found)
    assert found.told(About.SHEET) == [("", "“Guide”: it has none of the columns that name an item.")]


def test_several_leads_in_a_cell_become_a_list(tmp_path: Path) -> None:
    leads = ("J Hill (Head of Estates)\nA Ali", "J Hill / B Stone; Director of Care", "jo.hill@anytown.gov.uk")
    rows = [HEAD, *((str(number), f"Action {number}", who, "", "Green", "") for number, who in enumerate(leads, 1))]
    found = imported(make_csv(tmp_path / "t.csv", rows), tmp_path / "content")
    owners = [[(owner.name, owner.role) for owner in item.owners] for item in found.plan.rated_items]
    assert owners == [
        [("J Hill", "Head of Estates"), ("A Ali", None)],
        [("J Hill", None), ("B Stone", None), (None, "Director of Care")],
        [],
    ]
    assert found.told(About.PRIVATE) == [("C4", "An e-mail address was left out.")]


def test_rows_without_a_title_go_on_from_the_row_above(tmp_path: Path) -> None:
    rows = [HEAD, FIRST, ("", "", "A Ali", "", "", "Painted too"), SECOND, THIRD]
    found = imported(make_csv(tmp_path / "t.csv", rows), tmp_path / "content")
    assert_whole(found)
    assert [owner.name for owner in found.plan.rated_items[0].owners] == ["J Hill", "A Ali"]
    assert found.told(About.JOINED) == [("C3", "It has no title of its own: “A Ali; Painted too”.")]


@pytest.mark.parametrize("ids", [("01", "2A", "2B"), ("1.10", "1.1", "1.2"), ("R-1", "r_2", "3.a")])
def test_ids_are_text(tmp_path: Path, ids: tuple[str, str, str]) -> None:
    rows = [HEAD, *((key, f"Action {key}", "", "", "Green", "") for key in ids)]
    found = imported(make_csv(tmp_path / "t.csv", rows), tmp_path / "content")
    assert (tuple(found.titles), found.errors) == (ids, ())


@pytest.mark.parametrize(
    ("head", "ratings"),
    [
        (("Rhif", "Gweithred", "Arweinydd", "Dyddiad", "Statws", "Cynnydd"), ("Gwyrdd", "Ambr", "Coch")),
        (("Nr.", "Maßnahme", "Leitung", "Frist", "Ampel", "Fortschritt"), ("Grün", "Gelb", "Rot")),
        (("N°", "Recommandation", "Responsable", "Échéance", "Couleur", "Avancement"), ("Vert", "Orange", "Rouge")),
        (("Nr", "Działanie", "Odpowiedzialny", "Termin", "Ocena", "Postępy"), ("Zielony", "Żółty", "Czerwony")),
    ],
    ids=["Welsh", "German", "French", "Polish"],
)
def test_headers_and_ratings_of_other_languages(
    tmp_path: Path, head: tuple[str, ...], ratings: tuple[str, ...]
) -> None:
    rows = [head, *((*line[:4], word, line[5]) for line, word in zip(TABLE[1:], ratings, strict=True))]
    found = imported(make_csv(tmp_path / "t.csv", rows), tmp_path / "content")
    assert (found.titles, tuple(found.ratings().values()), found.errors) == (TITLES, ratings, ())
    assert found.told(About.UNMAPPED) == []


def test_a_row_that_repeats_another_is_told_and_one_with_its_id_gets_an_id(tmp_path: Path) -> None:
    other = ("1", "Quite another action", "", "", "Red", "")
    found = imported(make_csv(tmp_path / "t.csv", [*TABLE, SECOND, other]), tmp_path / "content")
    assert found.titles == {**TITLES, "1-2": "Quite another action"}
    assert found.told(About.SKIPPED) == [("A5", "It repeats A3 (2 Train all staff).")]
    assert "The id “1” is given to another item already" in found.text


def test_a_title_far_longer_than_the_others_is_shortened_and_told(tmp_path: Path) -> None:
    long = ("4", "Bring the whole of the service " * 10, "", "", "Green", "")
    found = imported(make_csv(tmp_path / "t.csv", [*TABLE, long]), tmp_path / "content")
    item = found.plan.rated_items[3]
    assert item.title.endswith("…")
    assert item.text[0].text.startswith("Bring the whole of the service Bring")
    assert "it was shortened, and stands in full in the text" in found.text


def test_columns_that_no_field_is_read_from_are_told_with_an_example(tmp_path: Path) -> None:
    rows = [(*HEAD, "Cost code"), *((*line, "X9") for line in TABLE[1:])]
    found = imported(make_csv(tmp_path / "t.csv", rows), tmp_path / "content")
    assert found.told(About.UNMAPPED) == [("", "“Cost code” holds 3 filled cells, such as “X9”.")]
    assert found.outcome.counts.by_kind == {Kind.ITEM: 3}


@pytest.mark.parametrize("rows", [[["Note"], ["nothing here"]], [["a", "b"], ["c", "d"]], [HEAD]])
def test_a_file_without_items_is_refused_in_plain_words(tmp_path: Path, rows: list[list[str]]) -> None:
    with pytest.raises(ImportProblem, match=r"No (table with a header|column|row)"):
        imported(make_csv(tmp_path / "t.csv", rows), tmp_path / "content")
    assert not (tmp_path / "content").exists()

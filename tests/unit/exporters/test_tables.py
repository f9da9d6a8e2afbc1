"""Each CSV file says of a plan what the contract promises, row by row."""

import csv
import io
from typing import Any

import pytest

from ragsite.exporters import dates, items, measures, observations, ratings
from ragsite.exporters import evidence as pieces_of
from ragsite.exporters.columns import TABLES
from ragsite.exporters.csv_file import write_csv
from ragsite.model.plan import Plan
from tests.factories import evidence, item, make_plan, make_public, measure, observation, report
from tests.unit.exporters.reading import files, picked, read_table

STRUCTURE = [
    {"kind": "Priority", "plural": "Priorities", "rated": False},
    {"kind": "Success measure", "plural": "Success measures"},
]


def update(key: str, **more: Any) -> dict[str, Any]:
    return {"item": key, **more}


def test_items_stand_in_the_order_of_the_tree_with_kind_and_parent() -> None:
    tree = [item("p1", items=[item("p1-s1"), item("p1-s2")]), item("p2")]
    rows = read_table(make_public(make_plan(items=tree, structure=STRUCTURE)), "items")
    assert picked(rows, "plan", "item", "kind", "parent") == [
        ("northmere-2026", "p1", "priority", ""),
        ("northmere-2026", "p1-s1", "success-measure", "p1"),
        ("northmere-2026", "p1-s2", "success-measure", "p1"),
        ("northmere-2026", "p2", "priority", ""),
    ]


def test_an_item_has_its_links_and_its_life() -> None:
    one = item(
        "1",
        ref="1.10",
        owners=[{"role": "Director", "name": "A Person", "kind": "lead"}, {"name": "B Person"}],
        topics=["workforce", "audit"],
        answers=["r1", "r2"],
        added="2026-03",
        closed={"report": "2026-06"},
        source="12-14",
    )
    (row,) = read_table(make_public(make_plan(items=[one]), url="https://example.org/"), "items")
    assert row == {
        "plan": "northmere-2026",
        "item": "1",
        "ref": "1.10",
        "kind": "recommendation",
        "parent": "",
        "title": "Title of 1",
        "owners": "Director; B Person",
        "topics": "workforce; audit",
        "recommendations": "r1; r2",
        "added_in": "2026-03",
        "closed_in": "2026-06",
        "url": "https://example.org/plans/northmere-2026/items/1/",
        "ref_basis": "printed",
        "missing": "false",
        "split_into": "",
        "merged_into": "",
        "source": "12-14",
    }


def test_an_address_starts_at_the_root_where_the_site_does_not_know_its_own() -> None:
    (row,) = read_table(make_public(make_plan(items=[item("A")])), "items")
    assert row["url"] == "/plans/northmere-2026/items/a/"


def test_ratings_have_a_row_for_each_report_an_item_was_in_also_when_not_rated() -> None:
    reports = [report("2026-03", {"1": "R"}), report("2026-06", {"1": "0", "2": "green"})]
    public = make_public(make_plan(items=[item("1"), item("2", added="2026-06"), item("3")], reports=reports))
    assert picked(read_table(public, "ratings"), "item", "report", "level", "label", "tone", "as_printed") == [
        ("1", "2026-03", "red", "Red", "red", "R"),
        ("1", "2026-06", "", "Not rated", "", "0"),
        ("2", "2026-06", "green", "Green", "green", "green"),
        ("3", "2026-03", "", "Not rated", "", ""),
        ("3", "2026-06", "", "Not rated", "", ""),
    ]


@pytest.mark.parametrize("printed", ["0", "re", "_", "-", "=G", "'", "", " G "])
def test_a_rating_is_printed_exactly_as_in_the_source(printed: str) -> None:
    public = make_public(make_plan(items=[item("1")], reports=[report("2026-03", {"1": printed})]))
    assert picked(read_table(public, "ratings"), "as_printed") == [(printed,)]


def test_every_rating_that_is_missing_has_its_reason() -> None:
    ratings = {"1": "0", "2": "", "3": "re", "4": {"printed": "", "reason": "The page is lost."}, "6": "G"}
    plan = make_plan(items=[item(str(number)) for number in range(1, 7)], reports=[report("2026-03", ratings)])
    assert picked(read_table(make_public(plan), "ratings"), "item", "basis", "not_rated_reason") == [
        ("1", "printed", "The key has no 0."),
        ("2", "printed", "The cell is blank."),
        ("3", "printed", "The scale does not say what the printed value means."),
        ("4", "printed", "The page is lost."),
        ("5", "", "The report gives no update for this item."),
        ("6", "printed", ""),
    ]


def test_a_rating_found_in_the_prose_says_so() -> None:
    rating = {"printed": "", "level": "amber", "basis": "narrative", "reason": "“Remains Amber”", "source": "31"}
    public = make_public(make_plan(items=[item("1")], reports=[report("2026-03", {"1": rating})]))
    (row,) = read_table(public, "ratings")
    assert (row["level"], row["basis"], row["basis_note"], row["source"]) == (
        "amber",
        "narrative",
        "“Remains Amber”",
        "31",
    )


def test_what_stands_beside_a_rating_stands_beside_it() -> None:
    said = update("1", rating="A", previous="R", status="ongoing", rating_reason="Two posts were filled", source="7")
    (row,) = read_table(
        make_public(make_plan(items=[item("1")], reports=[report("2026-03", updates=[said])])), "ratings"
    )
    columns = ("status_word", "change_reason", "previous_level", "previous_as_printed", "scale", "source")
    assert tuple(row[name] for name in columns) == ("ongoing", "Two posts were filled", "red", "R", "rag", "7")


@pytest.mark.parametrize(
    ("as_at", "written"),
    [
        ({"date": "September 2017", "basis": "inferred"}, ("2017-09", "inferred")),
        ({"basis": "not stated"}, ("", "not stated")),
        ({"date": "01/02/18"}, ("", "printed")),
    ],
)
def test_the_date_of_a_report_is_given_where_it_is_clear(as_at: dict[str, str], written: tuple[str, str]) -> None:
    public = make_public(make_plan(items=[item("1")], reports=[report("r", as_at=as_at)]))
    assert picked(read_table(public, "ratings"), "as_at", "as_at_basis") == [written]


def test_overdue_is_true_false_or_empty() -> None:
    tree = [item("1", due="2026-01"), item("2", due="2026-12"), item("3")]
    public = make_public(make_plan(items=tree, reports=[report("2026-03", dict.fromkeys("123", "Red"))]))
    rows = read_table(public, "ratings")
    assert picked(rows, "overdue") == [("true",), ("false",), ("",)]
    assert all(row["overdue_note"] for row in rows)


def test_dates_have_a_row_for_the_first_date_and_each_change() -> None:
    move = update("1", due={"date": "Jun-26", "reason": "Staff left", "agreed_by": "Board"}, source="9")
    reports = [report("2026-03"), report("2026-06", updates=[move])]
    one = item("1", ref="1.1", due="April 2026", source="3")
    public = make_public(make_plan(items=[one, item("2", due="TBC"), item("3")], reports=reports))
    assert picked(
        read_table(public, "dates"), "item", "report", "due", "precision", "as_printed", "first_due", "moves", "source"
    ) == [
        ("1", "2026-03", "2026-04", "month", "April 2026", "2026-04", "0", "3"),
        ("1", "2026-06", "2026-06", "month", "Jun-26", "2026-04", "1", "9"),
        ("2", "2026-03", "", "to-be-confirmed", "TBC", "", "0", ""),
    ]
    assert picked(read_table(public, "dates"), "reason", "agreed_by", "first_day", "last_day", "words") == [
        ("", "", "2026-04-01", "2026-04-30", "April 2026"),
        ("Staff left", "Board", "2026-06-01", "2026-06-30", "June 2026"),
        ("", "", "", "", "to be confirmed"),
    ]


def test_a_measure_has_its_figures_in_text_that_reads_back() -> None:
    one = measure(
        "m1",
        items=["1", "2"],
        polarity="higher",
        baseline={"value": "60.0", "period": "2015/16"},
        targets=[{"by": "2018-03", "value": "90"}, {"by": "2020-03", "words": "In place"}],
        comparators=[{"name": "England", "kind": "national", "value": "76"}],
        definition="Within 15 days.",
    )
    (row,) = read_table(make_public(make_plan(items=[item("1"), item("2")], measures=[one])), "measures")
    assert (row["item"], row["polarity"], row["polarity_basis"], row["definition"]) == (
        "1; 2",
        "higher",
        "inferred",
        "Within 15 days.",
    )
    assert (row["baseline"], row["targets"], row["comparators"]) == (
        "2015/16=60.0",
        '2018-03=90; 2020-03="In place"',
        '"England" (national) undated=76',
    )


def test_observations_stand_under_their_measures_in_the_order_of_the_content() -> None:
    rows = [
        observation("m2", "2018-03", "-4.50", series="East", numerator="9", denominator="20"),
        observation("m1", "01/02/18", None, status="being-checked", as_printed="-*", note="To be checked."),
        observation("m2", "2018-Q1", "5"),
    ]
    public = make_public(make_plan(measures=[measure("m1"), measure("m2")], observations=rows))
    found = read_table(public, "observations")
    assert picked(
        found, "measure", "period", "series", "value", "numerator", "denominator", "status", "as_printed"
    ) == [
        ("m1", "", "", "", "", "", "being-checked", "-*"),
        ("m2", "2018-03", "East", "-4.50", "9", "20", "", "-4.50"),
        ("m2", "2018-Q1", "", "5", "", "", "", "5"),
    ]
    assert picked(found, "period_as_written", "period_first_day", "period_last_day", "note") == [
        ("01/02/18", "", "", "To be checked."),
        ("2018-03", "2018-03-01", "2018-03-31", ""),
        ("2018-Q1", "2018-01-01", "2018-03-31", ""),
    ]


def test_evidence_has_a_row_for_each_use_and_one_where_there_is_none() -> None:
    pieces = [evidence("audit", items=["2"], date="2016/17-Q4", shows="Good work."), evidence("survey")]
    reports = [report("2026-03", updates=[update("1", evidence=["audit"])])]
    public = make_public(make_plan(items=[item("1"), item("2")], reports=reports, evidence=pieces))
    assert picked(read_table(public, "evidence"), "evidence", "item", "report", "kind", "date", "shows") == [
        ("audit", "1", "2026-03", "audit", "2016/17-Q4", "Good work."),
        ("audit", "2", "", "audit", "2016/17-Q4", "Good work."),
        ("survey", "", "", "audit", "", ""),
    ]


def test_a_bare_plan_has_every_file_with_its_header() -> None:
    public = make_public(make_plan())
    assert [read_table(public, table.name) for table in TABLES] == [[]] * len(TABLES)


def test_no_cell_of_text_begins_as_a_formula() -> None:
    text = "=HYPERLINK(1)"
    one = item("1", ref=text, title=text, owners=[{"role": text}], due={"printed": text})
    pieces = [evidence("e", title=text, shows=text, does_not_show=text, held_by=text)]
    plan = make_plan(
        items=[one],
        reports=[report("2026-03", updates=[update("1", rating=text, status=text, rating_reason=text)])],
        measures=[measure("m", name=text, unit=text, definition=text, targets=[{"words": text}])],
        observations=[observation("m", "2026", None, series=text, as_printed=text, note=text)],
        evidence=pieces,
    )
    tables = [cells for path, cells in raw_tables(plan).items() if any(f"'{text}" in row for row in cells)]
    assert len(tables) == 6
    assert [cell for cells in tables for row in cells for cell in row if cell.startswith("=")] == []


def raw_tables(plan: Plan) -> dict[str, list[list[str]]]:
    """The cells of each CSV file as they stand in it."""
    return {
        path: list(csv.reader(io.StringIO(content.decode("utf-8"), newline="")))
        for path, content in files(make_public(plan)).items()
        if path.endswith(".csv")
    }


def test_every_row_has_exactly_the_columns_of_its_table() -> None:
    plan = make_plan(
        items=[item("1", due="2026")],
        reports=[report("2026-03", {"1": "G"})],
        measures=[measure("m")],
        observations=[observation("m", "2026", "1")],
        evidence=[evidence("e")],
    )
    settings = make_public(plan).site.settings
    made = {
        "items": items.rows(plan, settings),
        "ratings": ratings.rows(plan),
        "dates": dates.rows(plan),
        "measures": measures.rows(plan, settings),
        "observations": observations.rows(plan),
        "evidence": pieces_of.rows(plan),
    }
    for table in TABLES:
        (row,) = made[table.name]
        assert sorted(row) == sorted(table.names)
        assert write_csv(table, [row]).count(b"\r\n") == 2

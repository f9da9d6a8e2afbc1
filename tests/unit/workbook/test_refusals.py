"""What cannot be brought back is told with its cell, and nothing is written."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from ragsite.refusal import Refused
from ragsite.workbook.book import MEASURES, UPDATES
from ragsite.workbook.memory import MEMORY
from tests.unit.workbook.filling import Desk, desk


@pytest.fixture
def out(tmp_path: Path) -> Desk:
    return desk(tmp_path)


def refusal(out: Desk) -> str:
    """Why the import refuses; the content must be as it was."""
    before = out.bytes()
    with pytest.raises(Refused) as refused:
        out.bring()
    assert out.bytes() == before
    return "\n".join([str(refused.value), *refused.value.lines])


@pytest.mark.parametrize(
    ("column", "value", "why"),
    [
        ("rating", "Grene", "“Grene” is not a rating of this plan. Did you mean “Green”?"),
        ("rating", "=A1", "it holds a formula (=A1). Write the value itself."),
        ("rating", "#REF!", "it shows the error #REF!."),
        ("due", "01/02/27", "“01/02/27” can be read in more than one way"),
        ("due", "soon", "“soon” cannot be read as a date. Write a day such as 31/12/2026"),
        ("evidence", "complaint-audit", "is not in the register of evidence. Did you mean “complaints-audit”?"),
        ("progress", "A\ufeffb", "it holds an invisible sign"),
        ("title", "Another title", "this cell is only to be read."),
    ],
)
def test_a_cell_that_cannot_be_kept_is_told_with_its_address(out: Desk, column: str, value: str, why: str) -> None:
    place = out.address(UPDATES, "p1-a1", column)
    out.fill({place: value})
    told = refusal(out)
    assert f"{place}: " in told
    assert why in told


def test_a_rating_of_a_heading_that_carries_none_is_refused(out: Desk) -> None:
    place = out.address(UPDATES, "p1", "rating")
    out.fill({place: "Red"})
    assert f"{place}: this cell is only to be read." in refusal(out)


def test_all_troubles_are_told_at_once(out: Desk) -> None:
    out.fill({out.address(UPDATES, key, "rating"): "Purple" for key in ("p1-a1", "p1-a2", "p2-a1")})
    assert refusal(out).count("“Purple” is not a rating") == 3


def test_a_reason_without_a_date_is_refused(out: Desk) -> None:
    place = out.address(UPDATES, "p1-a1", "due_reason")
    out.fill({place: "Staff left."})
    assert f"{place}: a reason or an agreement stands here, but no new due date." in refusal(out)


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ({"value": "77%"}, "“77%” is not a number."),
        ({"period": "TBC"}, "can be read in more than one way"),
        ({"period": None}, "the value has no period."),
        ({"period": "2026-Q1"}, "there is a value of this measure for this period already."),
        ({"status": "maybe"}, "“maybe” is not a status."),
        ({"value": None, "as_printed": None}, "there is a period, but no value"),
        ({"period": None, "value": None, "as_printed": None}, "a value is not taken out here."),
    ],
)
def test_a_value_that_cannot_be_kept_is_refused(out: Desk, values: dict[str, Any], why: str) -> None:
    out.fill({out.address(MEASURES, "complaints-in-time|", name): value for name, value in values.items()})
    told = refusal(out)
    assert "Measures!" in told
    assert why in told


def _drop_row(made: Any) -> None:
    made[UPDATES].delete_rows(3)


def _double_row(made: Any) -> None:
    made[UPDATES]["A4"].value = made[UPDATES]["A3"].value


def _rename_heading(made: Any) -> None:
    made[UPDATES]["F1"].value = "RAG"


def _drop_sheet(made: Any) -> None:
    del made[UPDATES]


def _strange_row(made: Any) -> None:
    made[UPDATES]["C30"].value = "A new action"


@pytest.mark.parametrize(
    ("harm", "why"),
    [
        (_drop_row, "Updates: the row of “Answer complaints within ten working days” is missing."),
        (_double_row, "Updates!4: the row is there twice; the first is row 3."),
        (_rename_heading, "Updates!1: the column “Rating now” is missing."),
        (_drop_sheet, "The sheet “Updates” is missing."),
        (_strange_row, "Updates!C30: the row belongs to no item"),
    ],
)
def test_a_sheet_that_lost_its_shape_is_refused(out: Desk, harm: Callable[[Any], None], why: str) -> None:
    made = load_workbook(out.file)
    harm(made)
    made.save(out.file)
    assert why in refusal(out)


def test_rows_and_columns_may_be_moved(out: Desk) -> None:
    made = load_workbook(out.file)
    sheet = made[UPDATES]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    for number, row in enumerate(reversed(rows), start=2):
        for place, value in enumerate(row, start=1):
            sheet.cell(number, place).value = value
    made.save(out.file)
    assert out.bring().changes == ()


def test_what_changed_in_the_content_since_is_told_by_who_changed_it(out: Desk) -> None:
    text = out.report_file.read_text(encoding="utf-8")
    text = text.replace("rating: Complete", "rating: Green")
    text = text.replace("rating: Green\n    progress: The f", "rating: Red\n    progress: The f")
    out.report_file.write_text(text, encoding="utf-8")
    out.fill({"Updates!F7": "Amber", "Updates!F3": "Red"})
    told = refusal(out)
    assert "the content has changed since this workbook was exported" in told
    both = "both changed. It was “Complete”; the content says “Green”, the workbook “Amber”."
    assert f"Updates!F7 2.2 Train managers to handle complaints, Rating now: {both}" in told
    alone = "only the content changed, from “Green” to “Red”."
    assert f"Updates!F6 2.1 Publish what complaints have taught us, Rating now: {alone}" in told
    assert "Updates!F3" not in told


def test_what_the_content_says_by_now_too_is_no_conflict(out: Desk) -> None:
    text = out.report_file.read_text(encoding="utf-8")
    out.report_file.write_text(text.replace("rating: Complete", "rating: Green"), encoding="utf-8")
    out.fill({"Updates!F7": "Green", "Updates!F3": "Red"})
    assert [change.cell.address for change in out.bring().changes] == ["Updates!F3"]


def test_an_item_that_is_new_in_the_content_makes_the_export_old(out: Desk) -> None:
    items = out.content / "plans/northmere-2026/items.yml"
    more = "      - id: p2-a3\n        ref: \"2.3\"\n        title: Ask people\n        added: 2026-06\n"
    items.write_text(items.read_text(encoding="utf-8") + more, encoding="utf-8")
    assert "Updates: “2.3 Ask people” is new in the content." in refusal(out)


def test_a_workbook_of_another_plan_is_refused(out: Desk) -> None:
    (out.content / "plans/northmere-2026").rename(out.content / "plans/southmere-2026")
    facts = out.content / "plans/southmere-2026/plan.yml"
    facts.write_text(facts.read_text(encoding="utf-8").replace("id: northmere", "id: southmere"), encoding="utf-8")
    assert "This workbook is of the plan “northmere-2026”, which this content folder does not have." in refusal(out)


def test_a_report_that_is_gone_is_told(out: Desk) -> None:
    out.report_file.unlink()
    assert "This workbook is of the report “2026-06”" in refusal(out)


@pytest.mark.parametrize("kind", ["text", "other", "none", "damaged", "macro"])
def test_a_file_that_is_none_of_ours_is_refused(out: Desk, kind: str) -> None:
    if kind == "text":
        out.file.write_text("no workbook", encoding="utf-8")
    elif kind == "none":
        out.file.unlink()
    elif kind == "other":
        Workbook().save(out.file)
    elif kind == "macro":
        out.file.write_bytes(out.file.read_bytes()[:400])
    else:
        made = load_workbook(out.file)
        made[MEMORY]["A3"].value = "xxxx"
        made.save(out.file)
    told = refusal(out)
    assert "update.xlsx" in told

"""The workbook as an officer's spreadsheet shows it: lists, help, colours with words, headings that can be named."""

from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from ragsite.model.measures import ObservationStatus
from ragsite.workbook.book import KEY, MEASURES, REPORT, UPDATES, Entry
from ragsite.workbook.guide import MEANINGS, rating_help
from ragsite.workbook.memory import MEMORY
from ragsite.workbook.paint import LONGEST_HELP
from tests.unit.workbook.filling import Desk, desk


@pytest.fixture
def out(tmp_path: Path) -> Desk:
    return desk(tmp_path)


@pytest.fixture
def made(out: Desk) -> Any:
    return load_workbook(out.file)


def rule(made: Any, sheet: str, cell: str) -> Any:
    """What a cell takes, as the spreadsheet enforces it."""
    return next(one for one in made[sheet].data_validations.dataValidation if cell in one.sqref)


def at(out: Desk, sheet: str, key: str, column: str) -> str:
    return out.address(sheet, key, column).partition("!")[2]


def test_the_guide_is_what_opens_and_the_memory_is_out_of_sight(made: Any) -> None:
    assert made.sheetnames == ["Guide", UPDATES, MEASURES, REPORT, "Ratings", "Evidence", MEMORY]
    assert made.active.title == "Guide"
    assert made[MEMORY].sheet_state == "veryHidden"
    assert made.properties.title == "Northmere customer service improvement plan 2026 to 2027: June 2026"


def test_the_guide_names_every_column_that_is_filled_in(out: Desk, made: Any) -> None:
    told = "\n".join(str(row[1].value) for row in made["Guide"].iter_rows())
    for grid in out.book.grids:
        for column in grid.columns:
            assert (column.heading in told) or column.entry is None


@pytest.mark.parametrize("sheet", [UPDATES, MEASURES, REPORT])
def test_headings_stay_in_sight_and_have_the_names_that_screen_readers_look_for(
    out: Desk, made: Any, sheet: str
) -> None:
    grid = out.book.grid_by_name[sheet]
    shown = made[sheet]
    assert [cell.value for cell in shown[1]] == [column.heading for column in grid.columns]
    assert shown.freeze_panes is not None
    assert shown.freeze_panes.endswith("2")
    assert shown.column_dimensions["A"].hidden
    assert set(shown.defined_names) >= {"ColumnTitle", "RowTitle"}
    side = shown.defined_names["RowTitle"].attr_text.partition("$")[2][0]
    assert shown[f"{side}1"].value in ("Item", "Measure", "Part")


def test_what_is_filled_in_is_open_and_all_else_is_locked(out: Desk, made: Any) -> None:
    for grid in out.book.grids:
        assert made[grid.name].protection.sheet
        for row in grid.rows:
            for column in grid.columns[1:]:
                is_open = column.entry is not None and column.name not in row.closed
                cell = made[grid.name][at(out, grid.name, row.key, column.name)]
                assert cell.protection.locked is not is_open


def test_the_list_of_ratings_is_the_sheet_that_says_what_each_means(out: Desk, made: Any) -> None:
    found = rule(made, UPDATES, at(out, UPDATES, "p1-a1", "rating"))
    levels = out.plan.scale_of(out.report).levels
    assert (found.type, found.errorStyle or "stop") == ("list", "stop")
    assert found.formula1 == f"Ratings!$A$2:$A${len(levels) + 1}"
    table = [[cell.value for cell in row] for row in made["Ratings"].iter_rows(min_row=2)]
    assert [row[0] for row in table] == [level.label for level in reversed(levels)]
    assert all(row[2] for row in table)
    assert all(level.label in found.prompt for level in levels)


def test_the_help_at_a_rating_says_as_much_as_fits(out: Desk) -> None:
    scale = out.plan.scale_of(out.report)
    whole = rating_help(scale, most=10_000)
    assert all(level.meaning in whole for level in scale.levels if level.meaning)
    short = rating_help(scale, most=len(whole) - 1)
    assert short.endswith(MEANINGS)
    assert all(level.label in short for level in scale.levels)
    assert rating_help(scale, most=1) == MEANINGS


def test_every_help_fits_beside_its_cell(made: Any) -> None:
    for sheet in (UPDATES, MEASURES, REPORT):
        for one in made[sheet].data_validations.dataValidation:
            assert 0 < len(one.prompt) <= LONGEST_HELP
            assert 0 < len(one.promptTitle) <= 32


def test_figures_dates_and_statuses_are_held_to_what_they_are(out: Desk, made: Any) -> None:
    key = "complaints-in-time|"
    assert rule(made, MEASURES, at(out, MEASURES, key, "value")).type == "decimal"
    statuses = rule(made, MEASURES, at(out, MEASURES, key, "status")).formula1
    assert statuses.strip('"').split(",") == [one.value for one in ObservationStatus if one.value]
    period = made[MEASURES][at(out, MEASURES, key, "period")]
    assert (period.data_type, period.number_format) == ("s", "@")  # or a program makes 2026-06 the first of June
    due = rule(made, UPDATES, at(out, UPDATES, "p1-a1", "due"))
    assert (due.type, due.errorStyle) == ("date", "warning")  # words such as “TBC” may stand there


def test_a_rating_has_its_colour_only_where_its_word_stands(out: Desk, made: Any) -> None:
    rules = [one for area in made[UPDATES].conditional_formatting for one in area.rules]
    words = {one.formula[0].strip('"') for one in rules}
    levels = out.plan.scale_of(out.report).levels
    assert words == {word for level in levels for word in (level.label, *level.printed)}
    assert {one.type for one in rules} == {"cellIs"}


def test_a_column_that_is_read_only_has_no_entry(out: Desk) -> None:
    for grid in out.book.grids:
        assert grid.column_by_name[KEY].entry is None
    assert out.book.grid_by_name[UPDATES].column_by_name["before"].entry is None
    assert out.book.grid_by_name[UPDATES].column_by_name["rating"].entry is Entry.RATING

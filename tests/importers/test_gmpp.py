"""Four years of real reports in four shapes, and a workbook of colours alone: the files' own counts come out."""

from collections import Counter
from pathlib import Path

import pytest

from ragsite.importers.remarks import About
from tests.gmpp import FOLDER, YEARS, editions, needs_gmpp
from tests.importers.making import Result, imported, snapshot

MAPPINGS = Path(__file__).parent / "gmpp"
WORKBOOK = FOLDER.parent / "colour-only" / "gmpp_colour_only.xlsx"
PROJECTS = {2020: 125, 2021: 184, 2022: 235, 2023: 244}


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> tuple[Result, Path]:
    """The last of the four imports, and the content folder."""
    content = tmp_path_factory.mktemp("gmpp") / "content"
    made = [import_year(year, content) for year in YEARS]
    return made[-1], content


def import_year(year: int, content: Path) -> Result:
    return imported(FOLDER / f"uk_{year}.csv", content, mapping=MAPPINGS / f"{year}.yml", plan="gmpp")


@needs_gmpp
def test_every_project_of_every_year_is_there_by_its_number(found: tuple[Result, Path]) -> None:
    plan = found[0].plan
    assert {int(report.id): len(report.updates) for report in plan.reports} == PROJECTS
    for year in YEARS:
        assert {update.item.upper() for update in plan.report_by_id[str(year)].updates} == set(editions()[year])
    assert len(plan.rated_items) == len({project for year in YEARS for project in editions()[year]})


@needs_gmpp
def test_a_renamed_project_keeps_its_id_and_all_its_names(found: tuple[Result, Path]) -> None:
    for item in found[0].plan.rated_items:
        rows = [editions()[year][item.id.upper()] for year in YEARS if item.id.upper() in editions()[year]]
        assert {item.title, *(one.title for one in item.former_titles)} == {" ".join(row.name.split()) for row in rows}


@needs_gmpp
@pytest.mark.parametrize("year", YEARS)
def test_ratings_are_those_of_a_direct_count(found: tuple[Result, Path], year: int) -> None:
    plan = found[0].plan
    report = plan.report_by_id[str(year)]
    read = {item.id.upper(): plan.rating(report, item) for item in plan.items_in(report)}
    rated = {key: one.level.label for key, one in read.items() if one.level}
    withheld = {key: " ".join(one.printed.split()) for key, one in read.items() if not one.level}
    printed = {key: " ".join(row.rating.split()) for key, row in editions()[year].items()}
    assert {**rated, **withheld} == {key: rated.get(key, text) for key, text in printed.items()}
    assert Counter(label.casefold() for label in rated.values()) == Counter(
        text.casefold() for key, text in printed.items() if key in rated
    )
    assert all(len(text.split()) > 3 for text in withheld.values())


@needs_gmpp
def test_the_content_has_no_errors_and_the_same_files_again_change_nothing(found: tuple[Result, Path]) -> None:
    result, content = found
    assert result.errors == ()
    before = snapshot(content)
    for year in YEARS:
        assert import_year(year, content).outcome.files == ()
    assert snapshot(content) == before


@needs_gmpp
@pytest.mark.parametrize("year", YEARS)
def test_a_mapping_has_fewer_than_25_lines(year: int) -> None:
    assert len((MAPPINGS / f"{year}.yml").read_text(encoding="utf-8").splitlines()) < 25


@needs_gmpp
def test_the_odd_byte_is_told_with_its_cell(tmp_path: Path) -> None:
    (told,) = import_year(2020, tmp_path / "content").told(About.CELL)
    assert told[0] == "D120"
    assert "The byte 0x9d has no meaning in Windows text" in told[1]


@pytest.mark.skipif(not WORKBOOK.is_file(), reason="the workbook of colours is not here: ../shared/trackers is absent")
def test_a_workbook_of_colours_alone_needs_no_mapping(tmp_path: Path) -> None:
    result = imported(WORKBOOK, tmp_path / "content")
    labels = ("Amber", "Red", "Green")
    counts = Counter(label if label in labels else "other" for label in result.ratings("2023").values())
    assert counts == {"Amber": 43, "Red": 8, "Green": 8, "other": 1}
    assert [text for _, text in result.told(About.HIDDEN)] == [
        "Row 9 is hidden; it was read like any other.",
        "Row 14 is hidden; it was read like any other.",
    ]
    assert result.errors == ()

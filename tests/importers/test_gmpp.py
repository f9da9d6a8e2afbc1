"""Four years of real reports in four shapes, and a workbook of colours alone: the files' own counts come out."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from ragsite.checks import check
from ragsite.content.folder import Reading, read_site
from ragsite.importers.remarks import About, grouped
from ragsite.importers.report import Outcome
from ragsite.importers.run import Request, import_file
from ragsite.model.plan import Plan
from ragsite.problems import errors_among
from tests.gmpp import FOLDER, YEARS, editions, needs_gmpp
from tests.importers.making import imported, snapshot

MAPPINGS = Path(__file__).parent / "gmpp"
WORKBOOK = FOLDER.parent / "colour-only" / "gmpp_colour_only.xlsx"
PROJECTS = {2020: 125, 2021: 184, 2022: 235, 2023: 244}


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The content folder into which the four years were imported."""
    folder = tmp_path_factory.mktemp("gmpp") / "content"
    for year in YEARS:
        import_year(year, folder)
    return folder


@pytest.fixture(scope="module")
def reading(content: Path) -> Reading:
    return read_site(content)


@pytest.fixture(scope="module")
def plan(reading: Reading) -> Plan:
    assert reading.site is not None
    return reading.site.plan_by_id["gmpp"]


def import_year(year: int, content: Path) -> Outcome:
    return import_file(Request(FOLDER / f"uk_{year}.csv", content, MAPPINGS / f"{year}.yml"))


@needs_gmpp
def test_every_project_of_every_year_is_there_by_its_number(plan: Plan) -> None:
    assert {int(report.id): len(report.updates) for report in plan.reports} == PROJECTS
    for year in YEARS:
        assert {update.item.upper() for update in plan.report_by_id[str(year)].updates} == set(editions()[year])
    assert len(plan.rated_items) == len({project for year in YEARS for project in editions()[year]})


@needs_gmpp
def test_a_renamed_project_keeps_its_id_and_all_its_names(plan: Plan) -> None:
    for item in plan.rated_items:
        rows = [editions()[year][item.id.upper()] for year in YEARS if item.id.upper() in editions()[year]]
        assert {item.title, *(one.title for one in item.former_titles)} == {" ".join(row.name.split()) for row in rows}


@needs_gmpp
@pytest.mark.parametrize("year", YEARS)
def test_ratings_are_those_of_a_direct_count(plan: Plan, year: int) -> None:
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
def test_the_content_has_no_errors_and_the_same_files_again_change_nothing(content: Path, reading: Reading) -> None:
    assert errors_among(check(reading, as_at=date(2026, 6, 1))) == ()
    before = snapshot(content)
    for year in YEARS:
        assert import_year(year, content).files == ()
    assert snapshot(content) == before


@needs_gmpp
@pytest.mark.parametrize("year", YEARS)
def test_a_mapping_has_fewer_than_25_lines(year: int) -> None:
    assert len((MAPPINGS / f"{year}.yml").read_text(encoding="utf-8").splitlines()) < 25


@needs_gmpp
def test_the_odd_byte_is_told_with_its_cell(tmp_path: Path) -> None:
    (told,) = grouped(import_year(2020, tmp_path / "content").remarks)[About.CELL]
    assert told.where == "D120"
    assert "The byte 0x9d has no meaning in Windows text" in told.text


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

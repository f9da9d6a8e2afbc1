"""The page on reliability sums what the tests told, keeps the rows of tests that did not run, and hides no failure."""

from pathlib import Path

import pytest

from tests.reliability import Reliability, names_on
from tools import reliability
from tools.reliability import Row

PAGE = "# Figures\n\n<!-- figures -->\n<!-- end of figures -->\n\nEnd.\n"


def test_what_several_tests_told_of_one_row_is_summed() -> None:
    told = [{"name": "Kills", "tried": 3, "feared": "sites broken", "happened": n} for n in (0, 1)]
    assert reliability.summed(told) == {"Kills": Row(6, "sites broken", 1)}


def test_the_table_is_read_as_it_was_written() -> None:
    rows = {"Kills": Row(1200, "sites broken", 0), "Attacks": Row(7, "let through", 2)}
    page = reliability.with_rows(PAGE, rows)
    assert "| Kills | 1,200 | sites broken | none |" in page
    assert page.endswith("\n\nEnd.\n")
    assert reliability.read_rows(page) == rows
    assert reliability.with_rows(page, rows) == page


def test_a_test_without_its_row_on_the_page_fails(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(reliability.with_rows(PAGE, {"Kills": Row(1, "sites broken", 0)}))
    Reliability("test", page).record("Kills", tried=1, feared="sites broken")
    with pytest.raises(AssertionError, match="no row “Attacks”"):
        Reliability("test", page).record("Attacks", tried=1, feared="let through")


def test_what_is_feared_fails_the_test_and_is_told(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="1 sites broken\nthe third"):
        Reliability("test", tmp_path, out=tmp_path).record(
            "Kills", tried=3, feared="sites broken", happened=["the third"]
        )
    assert '"happened": 1' in next(tmp_path.glob("*.json")).read_text()


def test_nothing_tried_is_no_success(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="nothing was tried"):
        Reliability("test", tmp_path, out=tmp_path).record("Kills", tried=0, feared="sites broken")


def test_the_projects_own_page_has_rows() -> None:
    assert names_on(reliability.PAGE) >= reliability.read_rows(reliability.PAGE.read_text(encoding="utf-8")).keys()

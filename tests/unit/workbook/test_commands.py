"""`ragsite workbook export` and `ragsite workbook import` as a person runs them."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook

from ragsite.cli import ragsite

PLAN = "northmere-2026"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(ragsite, list(arguments))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with the starter site."""
    monkeypatch.chdir(tmp_path)
    assert run("new", "site", "made").exit_code == 0
    monkeypatch.chdir(tmp_path / "made")
    return tmp_path / "made"


def test_out_filled_in_and_back(folder: Path) -> None:
    done = run("workbook", "export", PLAN, "-o", "out/update.xlsx")
    assert done.output == "Wrote out/update.xlsx: the report June 2026. “ragsite workbook import” brings it back.\n"
    made = load_workbook("out/update.xlsx")
    made["Updates"]["F3"].value = "Red"
    made.save("out/update.xlsx")
    back = run("workbook", "import", "out/update.xlsx")
    assert back.exit_code == 0
    report = f"content/plans/{PLAN}/reports/2026-06.yml"
    assert back.output.startswith(f"Changed 1 rating. Wrote {report}.\n  Updates!F3 1.1 ")
    assert "Rating now: “Red”, was “Amber”" in back.output
    again = run("workbook", "import", "out/update.xlsx")
    assert again.output == "The workbook says what the content says already. Nothing was changed.\n"


def test_a_workbook_that_may_be_filled_in_is_never_written_over(folder: Path) -> None:
    assert run("workbook", "export", PLAN, "-o", "update.xlsx").exit_code == 0
    before = Path("update.xlsx").read_bytes()
    again = run("workbook", "export", PLAN, "-o", "update.xlsx")
    assert again.exit_code == 1
    assert "There is a file update.xlsx already." in again.output
    assert Path("update.xlsx").read_bytes() == before


def test_an_earlier_report_can_be_named(folder: Path) -> None:
    done = run("workbook", "export", PLAN, "--report", "2026-03", "-o", "update.xlsx")
    assert "the report March 2026." in done.output


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("export", "nowhere", "-o", "x.xlsx"), "nowhere"),
        (("export", PLAN, "--report", "2031-01", "-o", "x.xlsx"), "2031-01"),
        (("import", "nothing.xlsx"), "There is no file “nothing.xlsx”."),
    ],
)
def test_what_cannot_be_done_is_told_in_a_sentence(folder: Path, arguments: tuple[str, ...], why: str) -> None:
    done = run("workbook", *arguments)
    assert done.exit_code == 1
    assert why in done.output
    assert not Path("x.xlsx").exists()


def test_a_report_that_was_just_begun_goes_out_and_comes_back(folder: Path) -> None:
    assert run("new", "report", PLAN, "--as-at", "2026-09-30").exit_code == 0
    assert "the report September 2026." in run("workbook", "export", PLAN, "-o", "update.xlsx").output
    made = load_workbook("update.xlsx")
    assert made["Updates"]["E1"].value == "Rating in June 2026"
    rows = [row for row in made["Updates"].iter_rows(min_row=2) if not row[5].protection.locked]
    for row in rows:
        row[5].value = "Green"
    made.save("update.xlsx")
    assert run("workbook", "import", "update.xlsx").output.startswith(f"Changed {len(rows)} ratings.")
    report = Path(f"content/plans/{PLAN}/reports/2026-09.yml").read_text(encoding="utf-8")
    assert report.count("rating: Green") == len(rows)
    assert report.count("# before (June 2026): ") == len(rows)  # remarks stay

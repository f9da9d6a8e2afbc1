"""`ragsite new report` and `ragsite new site` as a person runs them."""

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from ragsite.cli import ragsite

BASE = Path(__file__).resolve().parents[2] / "cases" / "_base"
REPORT = Path("content/plans/northmere-2026/reports/2026-06.yml")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(ragsite, [str(one) for one in arguments])


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with good content in `content/`."""
    shutil.copytree(BASE, tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_report_is_written_and_says_what_is_to_be_filled_in(folder: Path) -> None:
    done = run("new", "report", "northmere-2026", "--as-at", "2026-06")
    assert done.exit_code == 0
    assert f"Wrote {REPORT.as_posix()}: 2 ratings to fill in." in done.output


def test_the_checks_say_what_is_to_be_filled_in_without_an_error(folder: Path) -> None:
    run("new", "report", "northmere-2026", "--as-at", "2026-06")
    done = run("check", "--as-at", "2026-07-01")
    assert done.exit_code == 0
    assert done.output.count("warning S118") == 1
    assert "2 of its 2 ratings are still to be filled in: “Seeing children promptly” (1.1) and “Recor" in done.output
    assert "S104" not in done.output


def test_a_rating_that_is_filled_in_is_not_asked_for_any_more(folder: Path) -> None:
    run("new", "report", "northmere-2026", "--as-at", "2026-06")
    REPORT.write_text(REPORT.read_text(encoding="utf-8").replace('""', "Green"), encoding="utf-8")
    assert "S118" not in run("check", "--as-at", "2026-07-01").output


def test_a_blank_rating_that_is_to_be_published_stays_an_error(folder: Path) -> None:
    run("new", "report", "northmere-2026", "--as-at", "2026-06")
    text = REPORT.read_text(encoding="utf-8")
    REPORT.write_text(re.sub("publish: false.*\n", "", text), encoding="utf-8")
    done = run("check", "--as-at", "2026-07-01")
    assert done.exit_code == 1
    assert done.output.count("error S104") == 2


def test_what_is_there_is_never_written_over(folder: Path) -> None:
    run("new", "report", "northmere-2026", "--as-at", "2026-06")
    REPORT.write_text("mine", encoding="utf-8")
    done = run("new", "report", "northmere-2026", "--as-at", "2026-06")
    assert done.exit_code == 1
    assert "already" in done.output
    assert REPORT.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["northmere", "--as-at", "2026-06"], "There is no plan “northmere”. Did you mean “northmere-2026”?"),
        (["northmere-2026", "--as-at", "soon"], "“soon” cannot be read as a date. Write it as 2026-06-30"),
        (["northmere-2026", "--as-at", "2026-06", "--content", "nowhere"], "There is no plan in the content folder"),
    ],
)
def test_a_refusal_says_why(folder: Path, arguments: list[str], said: str) -> None:
    done = run("new", "report", *arguments)
    assert done.exit_code == 1
    assert said in done.output


def test_a_new_site_has_no_finding_and_builds(empty: Path) -> None:
    done = run("new", "site", "ours")
    assert (done.exit_code, "Begin with ours/README.md" in done.output) == (0, True)
    assert run("check", "ours/content").output == "No problems found.\n"
    built = run("build", "--strict", "--content", "ours/content", "-f", "ours/mkdocs.yml", "--site-dir", "out")
    assert built.exit_code == 0, built.output
    assert "Northmere Council" in (empty / "out/plans/northmere-2026/index.html").read_text(encoding="utf-8")


def test_a_folder_with_something_in_it_is_left_alone(empty: Path) -> None:
    (empty / "ours").mkdir()
    (empty / "ours/notes.txt").write_text("mine", encoding="utf-8")
    done = run("new", "site", "ours")
    assert (done.exit_code, "is not empty" in done.output) == (1, True)
    assert [path.name for path in (empty / "ours").iterdir()] == ["notes.txt"]


def test_the_next_report_follows_in_a_new_site(empty: Path) -> None:
    run("new", "site", "ours")
    done = run("new", "report", "northmere-2026", "--as-at", "2026-09-30", "--content", "ours/content")
    assert "reports/2026-09.yml: 4 ratings to fill in." in done.output

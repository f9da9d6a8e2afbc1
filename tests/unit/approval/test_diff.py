"""`ragsite diff` as a person runs it: against a git revision, and against an earlier report."""

import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from ragsite.cli import ragsite

BASE = Path(__file__).resolve().parents[2] / "cases" / "_base"
REPORT = Path("content/plans/northmere-2026/reports/2026-03.yml")
NEXT = """\
id: 2026-06
label: June 2026
as_at: {date: 2026-06}
scale: rag
updates:
  - {item: p1-a1, rating: Amber}
  - {item: p1-a2, rating: Amber}
"""

needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed here")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(ragsite, ["diff", "--as-at", "2026-07-01", *arguments])


def git(*arguments: str) -> None:
    settings = ("-c", "user.name=A", "-c", "user.email=a@northmere.example", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *settings, *arguments], check=True, capture_output=True)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with good content, not in git."""
    shutil.copytree(BASE, tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    return tmp_path


@pytest.fixture
def kept(folder: Path) -> Path:
    """The same, committed."""
    git("init", "-q", "-b", "main")
    git("add", ".")
    git("commit", "-q", "-m", "Begin")
    return folder


@needs_git
def test_nothing_differs_from_what_was_just_committed(kept: Path) -> None:
    done = run()
    assert (done.exit_code, "Nothing that readers see would change." in done.output) == (0, True)


@needs_git
def test_a_change_since_the_last_commit_is_told(kept: Path) -> None:
    REPORT.write_text(REPORT.read_text(encoding="utf-8").replace("rating: Amber", "rating: Red"), encoding="utf-8")
    assert "Rating (March 2026): Red, was Amber." in run().output
    assert "Rating (March 2026): Red, was Amber." in run("--since", "main").output


@needs_git
def test_the_order_of_the_lines_and_remarks_are_no_change(kept: Path) -> None:
    REPORT.write_text("# A remark\n" + REPORT.read_text(encoding="utf-8"), encoding="utf-8")
    assert "Nothing that readers see would change." in run().output


@needs_git
def test_content_in_a_folder_further_down_is_found(kept: Path) -> None:
    (kept / "deep").mkdir()
    git("mv", "content", "deep/content")
    git("commit", "-q", "-m", "Move")
    path = Path("deep") / REPORT
    path.write_text(path.read_text(encoding="utf-8").replace("rating: Amber", "rating: Red"), encoding="utf-8")
    assert "Red, was Amber." in run("--content", "deep/content").output
    refused = run("--content", "deep/content", "--since", "HEAD~1")
    assert "The revision “HEAD~1” has no folder “deep/content”" in refused.output


@needs_git
def test_new_findings_stand_at_the_working_file(kept: Path) -> None:
    REPORT.write_text(REPORT.read_text(encoding="utf-8").replace("rating: Amber", "rating: Ambre"), encoding="utf-8")
    done = run()
    assert done.exit_code == 0
    assert "It cannot be published yet: 1 new error must be mended." in done.output
    assert f"error S104, {REPORT.as_posix()}:" in done.output
    assert "The checks find no more" not in done.output


@needs_git
@pytest.mark.parametrize("revision", ["nowhere", "--output=x", "HEAD~7"])
def test_a_revision_that_is_not_there_is_told(kept: Path, revision: str) -> None:
    done = run(f"--since={revision}")
    assert done.exit_code == 1
    assert revision in done.output


@needs_git
def test_content_outside_git_says_what_to_do_instead(folder: Path) -> None:
    done = run()
    assert done.exit_code == 1
    assert "is not kept in git" in done.output
    assert "ragsite diff --since 2026-03" in done.output


def test_without_git_it_says_what_to_do_instead(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(folder))
    done = run()
    assert (done.exit_code, "Git is not installed here" in done.output) == (1, True)


@pytest.mark.parametrize("since", ["2026-03", "northmere-2026/2026-03"])
def test_an_earlier_report_can_be_named(folder: Path, since: str) -> None:
    REPORT.with_name("2026-06.yml").write_text(NEXT, encoding="utf-8")
    rows = Path("content/plans/northmere-2026/observations.csv")
    rows.write_text(rows.read_text(encoding="utf-8") + "visits-on-time,2026-06,,91,,,,91%,,\n", encoding="utf-8")
    done = run("--since", since)
    assert "beside the report March 2026" in done.output
    assert "Rating (June 2026): Amber, was Green. Worse." in done.output
    assert "of 2 ratings, 1 stays as in March 2026." in done.output
    assert "Values: June 2026: 91%." in done.output


def test_nothing_came_after_the_latest_report(folder: Path) -> None:
    assert "Nothing that readers see would change." in run("--since", "2026-03").output


def test_no_content_is_told(folder: Path) -> None:
    done = run("--content", "nowhere")
    assert (done.exit_code, "There is no content folder “nowhere”." in done.output) == (1, True)


@needs_git
def test_what_waits_is_in_the_sheet_with_its_time(kept: Path) -> None:
    late = NEXT.replace("scale:", "publish_from: 2026-10-06 09:30\nscale:")
    (REPORT.parent / "2026-06.yml").write_text(late, encoding="utf-8")
    said = run("--now", "2026-10-01").output
    assert "Rating (June 2026): Amber, was Green." in said
    assert "until 6 October 2026, 09:30 (embargo)" in said
    assert "Kept back" not in run("--now", "2026-10-06 09:30").output


@needs_git
def test_a_word_file_needs_a_name_and_is_written(kept: Path) -> None:
    assert run("--format", "docx").exit_code == 2
    done = run("--format", "docx", "-o", "sheet.docx")
    assert (done.exit_code, done.output) == (0, "Wrote sheet.docx.\n")
    assert Path("sheet.docx").read_bytes().startswith(b"PK")

"""`ragsite build --preview` and `--now` as a person runs them."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from ragsite.cli import ragsite
from ragsite.starter.write import write_site

REPORT = Path("content/plans/northmere-2026/reports/2026-06.yml")
PAGE = Path("plans/northmere-2026/reports/2026-06/index.html")


@pytest.fixture(autouse=True)
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A new site whose latest report is not published."""
    monkeypatch.chdir(write_site(tmp_path / "site"))
    text = REPORT.read_text(encoding="utf-8")
    REPORT.write_text(text.replace("scale: rag", "scale: rag\npublish: false"), encoding="utf-8")


def build(*arguments: str) -> Result:
    return CliRunner().invoke(ragsite, ["build", *arguments])


def test_a_preview_is_a_folder_and_a_zip_file_without_drafts() -> None:
    done = build("--preview")
    assert done.exit_code == 0
    assert "pages into preview/ in" in done.output
    assert "June 2026 of Customer service plan, with 4 updates: as long as it says “publish: false”" in done.output
    assert Path("preview.zip").is_file()
    assert not (Path("preview") / PAGE).exists()


def test_drafts_are_in_it_when_asked_for_and_say_so() -> None:
    done = build("--preview", "--drafts", "--site-dir", "for-the-director")
    assert (done.exit_code, "Kept back" in done.output) == (0, False)
    html = (Path("for-the-director") / PAGE).read_text(encoding="utf-8")
    assert "Report: DRAFT: June 2026" in html
    assert "This is a preview with what is not published yet." in html


def test_drafts_are_never_published() -> None:
    done = build("--drafts")
    assert (done.exit_code, "Drafts are never published" in done.output) == (2, True)
    assert not Path("site").exists()


def test_errors_leave_no_preview() -> None:
    REPORT.write_text("id: 2026-06\n", encoding="utf-8")
    assert build("--preview").exit_code == 1
    assert sorted(path.name for path in Path().glob("*preview*")) == []


@pytest.mark.parametrize("moment", ["tomorrow", "2026-13-01", "9:30"])
def test_a_moment_that_is_none_is_wrong_usage(moment: str) -> None:
    done = build("--now", moment)
    assert done.exit_code == 2
    assert "moment" in done.output

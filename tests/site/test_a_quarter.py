"""One quarter in the life of a site, played through the commands as a communications officer runs them.

The officers' figures come in, are checked, mended, approved and published at their time; a mistake is corrected; the
correction is taken back. Everything happens in a new site made by `ragsite new site`, kept in git.
"""

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from ragsite.cli import ragsite

PLAN = "northmere-2026"
FOLDER = Path("content/plans") / PLAN
REPORT = FOLDER / "reports/2026-09.yml"
ADDRESS = Path("plans") / PLAN / "reports/2026-09/index.html"
EARLY, ON_TIME = "2026-10-20 09:29", "2026-10-20 09:30"
ANSWERS = {
    "p1-a1": ("Green", "Nine in ten complaints were answered in time."),
    "p1-a2": ("Ambre", "The second trial went well."),
    "p2-a1": ("Green", "The first yearly report is with the printers."),
    "p2-a2": ("Complete", "All managers have done the training."),
}
"""What the officers fill in, one slip of the pen among it."""

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed here")


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new site of which reports need approval; its first two reports are published."""
    say("new", "site", str(tmp_path / "northmere"))
    monkeypatch.chdir(tmp_path / "northmere")
    change(Path("mkdocs.yml"), "  - ragsite\n", "  - ragsite: {search: false}\n")
    change(FOLDER / "plan.yml", "# next_report: {due: 2026-09}", "next_report: {due: 2026-10}\nneeds_approval: true  #")
    for report in ("2026-03", "2026-06"):
        say("approve", PLAN, "--report", report, "--by", "Director of Customer Services", "--now", "2026-08-01")
    git("init", "-q", "-b", "main")
    keep("Two reports")
    return Path.cwd()


def say(*arguments: str, fails: bool = False) -> str:
    """What a command says; it must succeed, or fail where that is expected."""
    done = CliRunner().invoke(ragsite, list(arguments))
    assert done.exit_code == (1 if fails else 0), done.output
    return done.output


def git(*arguments: str) -> None:
    settings = ("-c", "user.name=A", "-c", "user.email=a@northmere.example", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *settings, *arguments], check=True, capture_output=True)


def keep(message: str) -> None:
    git("add", "content")
    git("commit", "-q", "-m", message)


def change(path: Path, was: str, now: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert was in text
    path.write_text(text.replace(was, now), encoding="utf-8")


def build(now: str) -> str:
    return say("build", "--now", now)


def published() -> dict[str, bytes]:
    """Every file of the site, by its name."""
    site = Path("site")
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def fill_in(file: Path, answers: Mapping[str, tuple[str, str]]) -> None:
    """The officers' part: ratings and progress, each in the row of its item."""
    book = load_workbook(file)
    sheet = book["Updates"]
    assert isinstance(sheet, Worksheet)
    rows = {str(cell.value): cell.row for column in sheet.iter_cols(max_col=1) for cell in column if cell.value}
    headings = {str(cell.value): cell.column for row in sheet.iter_rows() for cell in row if cell.value}
    for item, (rating, progress) in answers.items():
        sheet.cell(rows[item], headings["Rating now"]).value = rating
        sheet.cell(rows[item], headings["Progress"]).value = progress
    book.save(file)


def test_a_quarter(site: Path) -> None:
    build("2026-09-01")
    assert not (Path("site") / ADDRESS).exists()

    # The next report is begun. The officers get a workbook and send it back.
    say("new", "report", PLAN, "--as-at", "2026-09-30")
    say("workbook", "export", PLAN, "--report", "2026-09", "-o", "september.xlsx")
    fill_in(Path("september.xlsx"), ANSWERS)
    told = say("workbook", "import", "september.xlsx", fails=True)
    assert "“Ambre” is not a rating of this plan. Did you mean “Amber”?" in told
    fill_in(Path("september.xlsx"), {"p1-a2": ("Amber", ANSWERS["p1-a2"][1])})
    say("workbook", "import", "september.xlsx")

    # Its time is set. The checks find a slip and say how to mend it; with it, nothing can be published.
    hold = next(line for line in REPORT.read_text(encoding="utf-8").splitlines() if line.startswith("publish: false"))
    change(REPORT, hold, "publish_from: 2026-10-20 9.30")
    told = say("check", "--now", EARLY, fails=True)
    assert "“2026-10-20 9.30” is not one clear moment." in told
    say("build", "--now", ON_TIME, fails=True)
    assert not (Path("site") / ADDRESS).exists()
    change(REPORT, "2026-10-20 9.30", ON_TIME)
    assert "until it is approved" in say("check", "--now", EARLY)

    # The sheet for approval tells what would be published, before its time too.
    sheet = say("diff", "--now", EARLY)
    assert "Rating (September 2026): Green, was Amber. Better" in sheet
    assert "Nine in ten complaints were answered in time." in sheet
    say("diff", "--format", "docx", "-o", "sheet.docx", "--now", EARLY)

    # Without approval it is not published, even when its time has come. A change makes an approval void.
    assert "until it is approved" in build(ON_TIME)
    assert not (Path("site") / ADDRESS).exists()
    say("approve", PLAN, "--by", "Director of Customer Services", "--now", "2026-10-19 16:00")
    change(REPORT, "Nine in ten", "Eight in ten")
    assert "was changed after it was approved" in say("build", "--now", ON_TIME, fails=True)
    change(REPORT, "Eight in ten", "Nine in ten")
    keep("The report of September")

    # The embargo holds until its minute.
    assert "until 20 October 2026, 09:30 (embargo)" in build(EARLY)
    assert not (Path("site") / ADDRESS).exists()
    assert b"Nine in ten" not in b"".join(published().values())
    assert "Kept back" not in build(ON_TIME)
    assert "Nine in ten" in (Path("site") / ADDRESS).read_text(encoding="utf-8")
    as_published = published()

    # A mistake is corrected; the correction says what was there before, and needs approval as the report did.
    change(REPORT, "Nine in ten complaints", "Eight in ten complaints")
    told = "{date: 2026-10-27, item: p1-a1, text: The share was wrong., was: Nine in ten, now: Eight in ten}"
    change(REPORT, "updates:", f"corrections:\n  - {told}\nupdates:")
    assert "was changed after it was approved" in say("check", fails=True)
    say("approve", PLAN, "--by", "Director of Customer Services", "--now", "2026-10-27 11:00")
    keep("A correction")
    build("2026-10-27 12:00")
    page = (Path("site") / ADDRESS).read_text(encoding="utf-8")
    assert "The share was wrong." in page
    assert "Before: Nine in ten" in page
    assert "The share was wrong." in (Path("site") / "feed.xml").read_text(encoding="utf-8")

    # It was no mistake after all: the correction is taken back, and the site is as it was, byte for byte.
    git("revert", "--no-edit", "HEAD")
    build("2026-10-28")
    assert published() == as_published

"""`ragsite approve` as a person runs it, and what an approval is worth after a change."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from ragsite.cli import ragsite
from ragsite.content.folder import read_site
from ragsite.publish import publish
from ragsite.release.waiting import FOREVER

BASE = Path(__file__).resolve().parents[2] / "cases" / "_base"
PLAN = Path("content/plans/northmere-2026")
REPORT, APPROVALS = PLAN / "reports/2026-03.yml", PLAN / "approvals/2026-03.yml"
WHEN = "2026-03-30 14:00"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder whose plan asks for approval."""
    shutil.copytree(BASE, tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    change(PLAN / "plan.yml", "status: active", "status: active\nneeds_approval: true")
    return tmp_path


def change(path: Path, was: str, now: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert was in text
    path.write_text(text.replace(was, now), encoding="utf-8")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(ragsite, [*arguments, "--now", WHEN])


def approve(by: str = "Director of Education", when: str = WHEN) -> Result:
    return CliRunner().invoke(ragsite, ["approve", "northmere-2026", "--by", by, "--now", when])


def reports() -> list[str]:
    site = read_site(Path("content")).site
    assert site is not None
    return [report.id for report in publish(site, now=FOREVER).site.plans[0].reports]


def test_a_report_that_needs_approval_is_out_only_with_it() -> None:
    assert reports() == []
    assert "until it is approved (“ragsite approve northmere-2026 --report 2026-03" in run("check").output
    assert approve().exit_code == 0
    assert reports() == ["2026-03"]
    assert run("check").output == "No problems found.\n"


def test_the_record_says_who_when_and_what() -> None:
    approve()
    text = APPROVALS.read_text(encoding="utf-8")
    assert "by: Director of Education\n    at: 2026-03-30 14:00+01:00\n" in text
    assert "rating: Green" in text


def test_another_form_of_the_same_words_leaves_it_valid() -> None:
    approve()
    change(REPORT, "scale: rag", "# A remark\nscale:   'rag'\npublish_from: 2026-03-30")
    assert reports() == ["2026-03"]
    assert "No problems found." in run("check").output


def test_a_change_makes_it_void_stops_the_build_and_says_what_changed() -> None:
    approve()
    change(REPORT, "rating: Amber", "rating: Green")
    assert reports() == []
    done = run("check")
    assert done.exit_code == 1
    assert "was changed after it was approved by Director of Education on 30 March 2026, 14:00." in done.output
    assert "of “Recording visits” (1.2): rating" in done.output
    told = CliRunner().invoke(ragsite, ["diff", "--since", "approved", "--as-at", "2026-04-01"]).output
    assert "Rating (March 2026): Green, was Amber." in told


def test_it_can_be_approved_anew_and_the_first_approval_stays_on_record() -> None:
    approve()
    change(REPORT, "rating: Amber", "rating: Green")
    assert approve("Chief Executive", "2026-03-31 09:00").exit_code == 0
    assert reports() == ["2026-03"]
    text = APPROVALS.read_text(encoding="utf-8")
    assert text.index("by: Director of Education") < text.index("by: Chief Executive")
    assert text.count("report:") == 1 + text.count("“report:”")


def test_what_is_approved_already_is_not_approved_twice() -> None:
    approve()
    done = approve("Chief Executive")
    assert (done.exit_code, "approved already, by Director of Education" in done.output) == (1, True)


@pytest.mark.parametrize("by", ["a.person@northmere.example", "  "])
def test_an_approval_names_a_role(by: str) -> None:
    assert approve(by).exit_code == 1
    assert not APPROVALS.exists()


def test_a_plan_with_errors_cannot_be_approved() -> None:
    change(REPORT, "item: p1-a2", "item: nobody")
    done = approve()
    assert (done.exit_code, "“nobody”" in done.output, APPROVALS.exists()) == (1, True, False)
